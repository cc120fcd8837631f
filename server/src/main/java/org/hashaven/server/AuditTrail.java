package org.hashaven.server;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import org.hashaven.server.store.AuditLog;
import org.hashaven.server.store.Catalog;

/**
 * The audit trail of a service, for its operator.
 *
 * @param entries
 *            oldest first
 * @param brokenAt
 *            number of the first entry that was changed, inserted, or follows one that was removed; 0 when all are as they were written
 * @param head
 *            link of the last entry in hexadecimal digits; empty while there is none. Noted elsewhere it shows later whether the end was
 *            cut off
 */
public record AuditTrail(List<AuditLog.Entry> entries, long brokenAt, String head) {

	/** Takes a copy of the list. */
	public AuditTrail {
		entries = List.copyOf(entries);
	}

	/** Reads and verifies the trail of the service of an index, which may be running. */
	public static AuditTrail read(Path index) throws IOException {
		try (Catalog catalog = Catalog.open(index)) {
			return catalog.read(connection -> new AuditTrail(AuditLog.entries(connection), AuditLog.brokenAt(connection),
					HexFormat.of().formatHex(AuditLog.head(connection))));
		}
	}
}
