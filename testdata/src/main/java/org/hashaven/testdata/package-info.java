/**
 * What the other modules are tested, measured and shown with; it uses none of them.
 *
 * <pre>
 *   pictures ────→ distortions      made-up photographs, what happens to them, the files they become
 *      ↑
 *   golden                          what the C++ reference makes of such pictures
 *
 *   Seeds                           random tests that can be replayed
 * </pre>
 */
@NullMarked
package org.hashaven.testdata;

import org.jspecify.annotations.NullMarked;
