/**
 * What a match comes to: banks in test mode, harmless pictures, records in quarantine, uploads that could not be judged.
 *
 * <pre>
 *   upload ─▶ Judge ─▶ Verdict
 *                ▲
 *            Quarantine ◀─ counts of all uploads
 * </pre>
 */
@NullMarked
package org.hashaven.server.policy;

import org.jspecify.annotations.NullMarked;
