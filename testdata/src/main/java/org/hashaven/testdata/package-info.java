/**
 * What the other modules are tested, measured and shown with; it uses none of them.
 *
 * <pre>
 *   pictures ──→ distortions    made-up photographs; what happens to them and the files they become
 *      ↑            ↑
 *      ├────────── kinds           pictures that share a template and differ in their content
 *      └──────→ videos           made-up moving pictures; what happens to them, the files they become, broken ones
 *   golden                       what the C++ reference makes of such pictures
 *   oracles                      slow and simple twins of what must be fast
 *   hashes                       populations of hashes
 *   broken                       files that no decoder should trust
 *   Seeds                        random tests that can be replayed
 * </pre>
 */
@NullMarked
package org.hashaven.testdata;

import org.jspecify.annotations.NullMarked;
