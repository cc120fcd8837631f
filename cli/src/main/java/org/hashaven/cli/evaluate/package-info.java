/**
 * Measures what an engine finds of distorted photographs, and what it takes for something else.
 *
 * <pre>
 *   files ─→ Photographs ─→ DistortionRun ──────────────→ Tally ─→ Results ─┬ TextReport
 *              │             Trial: distortions                        ├ CsvReport
 *              └─ list ──→  Engine.look ─→ Answer                      └ HtmlReport
 *                 Distractors ─→ ┘
 * </pre>
 *
 * {@link org.hashaven.cli.evaluate.Engine} is the seam: whatever stores photographs and recognises uploads can be measured.
 */
@NullMarked
package org.hashaven.cli.evaluate;

import org.jspecify.annotations.NullMarked;
