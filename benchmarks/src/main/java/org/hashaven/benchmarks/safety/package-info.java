/**
 * What a list could do to pictures that are not on it: measurements of false matches between pictures of one kind, and attacks.
 *
 * <pre>
 *   SharedKinds       members of a kind listed, other members looked up
 *   PoisonedRegions   the attack: records made from what the members of a kind have in common
 *
 *   KindPictures      numbers of members → decoded pictures, on all processors
 *   KindLookup        an upload → what it matched, by one hash and by regions
 *   AllowedKinds      which kinds may have false matches, as the command line has it
 *
 *   examples → RecurringRegions → PoisonRecipe → HashRecord → the index refuses it, or takes it
 *                     ╰─ RegionCodes: all that depends on what a region's code is
 * </pre>
 */
@NullMarked
package org.hashaven.benchmarks.safety;

import org.jspecify.annotations.NullMarked;
