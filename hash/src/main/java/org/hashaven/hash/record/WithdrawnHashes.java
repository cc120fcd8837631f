package org.hashaven.hash.record;

import java.io.IOException;
import java.io.Reader;
import java.util.HashSet;
import java.util.Set;
import org.hashaven.hash.Hash256;
import org.hashaven.hash.HashFormatException;
import org.hashaven.hash.ListFault;
import org.jspecify.annotations.Nullable;

/**
 * The hashes that a list withdraws: a feed lists a hash as active, and further down, after it was taken back, again as withdrawn. Each
 * entry replaces the earlier ones of its hash, so the last one counts.
 *
 * <p>
 * A list is read twice: first for these, then for its records, see {@link HashRecordReader#HashRecordReader(Reader, Set)}.
 */
public final class WithdrawnHashes {

	/** Most withdrawn hashes of one list; they take about 100 bytes of memory each. */
	public static final int MAX_HASHES = 1_000_000;

	private WithdrawnHashes() {
	}

	/**
	 * Reads a list to its end; {@code in} is left open. Entries that are no hashes are passed over.
	 *
	 * @throws HashFormatException
	 *             {@link ListFault#COUNT} when more than {@value #MAX_HASHES} are withdrawn
	 * @throws IOException
	 *             when reading fails
	 */
	public static Set<Hash256> read(Reader in) throws IOException {
		ListReader entries = new ListReader(in, ListField.HASH);
		Set<Hash256> withdrawn = new HashSet<>();
		while (true) {
			try {
				ListEntry entry = entries.next();
				if (entry == null) {
					return withdrawn;
				}
				note(entry, withdrawn);
			} catch (HashFormatException e) {
				if (e.fault() == ListFault.COUNT) {
					throw e;
				}
			}
		}
	}

	private static void note(ListEntry entry, Set<Hash256> withdrawn) throws HashFormatException {
		boolean inactive = entry.isInactive();
		@Nullable
		Hash256 hash = inactive || !withdrawn.isEmpty() ? entry.hash() : null;
		if (hash == null) {
			return;
		}
		if (!inactive) {
			withdrawn.remove(hash);
		} else if (withdrawn.add(hash) && withdrawn.size() > MAX_HASHES) {
			throw new HashFormatException(ListFault.COUNT, "a list withdraws at most " + MAX_HASHES + " hashes").at(entry.line(), 0);
		}
	}
}
