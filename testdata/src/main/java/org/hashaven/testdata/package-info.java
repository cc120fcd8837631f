/**
 * What the other modules are tested and measured with, on generated {@link org.hashaven.samples samples}; never shipped.
 *
 * <pre>
 *   kinds                    pictures that share a template and differ in their content
 *   golden                   what the C++ reference makes of generated pictures
 *   oracles                  slow and simple twins of what must be fast
 *   hashes                   populations of hashes
 *   broken, videos.broken    files that no decoder should trust
 *   Seeds                    random tests that can be replayed
 * </pre>
 */
@NullMarked
package org.hashaven.testdata;

import org.jspecify.annotations.NullMarked;
