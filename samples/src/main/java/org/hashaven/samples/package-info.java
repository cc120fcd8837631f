/**
 * Generated pictures and videos, for the demo, for {@code evaluate} and for tests. They show no person.
 *
 * <pre>
 *   pictures ──→ distortions    generated photographs; what happens to them and the files they become
 *      └───────→ videos         generated moving pictures; what happens to them and the files they become
 * </pre>
 */
@NullMarked
package org.hashaven.samples;

import org.jspecify.annotations.NullMarked;
