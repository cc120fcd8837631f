/**
 * Hashes and the text they travel in; imports nothing else of ours.
 *
 * <pre>
 *   hex line ─┐                        ┌─ CSV
 *   CSV ──────┼─ HashReader → HashRecord → HashWriter ─┤
 *   JSON Lines┘      (holds a Hash256) └─ JSON Lines
 * </pre>
 */
@NullMarked
package org.hashaven.hash;

import org.jspecify.annotations.NullMarked;
