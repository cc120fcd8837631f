/**
 * Records of photos and videos, and the lists they travel in.
 *
 * <pre>
 *                                        ┌─ lines ┐
 *   bytes ─ ListText ─ text ─ ListReader ┼─ CSV ──┼─ ListEntry ─┬─ HashRecordReader → HashRecord → RecordFormat ─┬─ CSV
 *                                        └─ JSON ─┘             │       └─ MediaReader → VideoRecord             └─ JSON Lines
 *                                                               └─ Md5List ← Md5 ← a file, for lists that have nothing else
 * </pre>
 */
@NullMarked
package org.hashaven.hash.record;

import org.jspecify.annotations.NullMarked;
