/**
 * Hashes and the text they travel in; imports nothing else of ours.
 *
 * <pre>
 *   hex line ─┐                                              ┌─ CSV
 *   CSV ──────┼─ HashRecordReader → HashRecord → RecordFormat ─┤
 *   JSON Lines┘       └─ MediaReader → VideoRecord             └─ JSON Lines
 *
 *   a list of MD5s → Md5List ← Md5 ← a file, for lists that have nothing else
 * </pre>
 */
@NullMarked
package org.hashaven.hash;

import org.jspecify.annotations.NullMarked;
