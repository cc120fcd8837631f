package org.hashaven.hash.record;

import java.io.IOException;
import java.io.Reader;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.hashaven.hash.HashFormatException;
import org.hashaven.hash.ListFault;
import org.hashaven.hash.Md5;
import org.jspecify.annotations.Nullable;

/**
 * A list of MD5s, as hotlines give them: says whether a file is one of those listed, byte for byte.
 *
 * <p>
 * It is read like a list of hashes, see {@link HashRecordReader}, with these entries:
 *
 * <pre>
 *   32 hexadecimal digits, with or without more behind a blank or a separator, as md5sum writes them; also behind md5: or md5
 *   a line of CSV or a JSON object with the MD5 in the column or key md5, or in that of a hash whose signal_type is MD5
 *   a text in a JSON array
 * </pre>
 *
 * CSV lines and JSON objects that have no MD5 are skipped, and so are those that the list says are withdrawn or not active, if that is the
 * last it says of them. An entry that is anything else makes the whole list unusable: what a list leaves out that is not what it should be
 * is unknown.
 */
public final class Md5List {

	/** Most MD5s of one list; they take about 40 bytes of memory each. */
	public static final int MAX_MD5S = 10_000_000;

	private static final int FIRST_ROOM = 1_024;

	private final Md5[] sorted;

	private Md5List(Md5[] sorted) {
		this.sorted = sorted;
	}

	/**
	 * Reads a list to its end; {@code in} is left open.
	 *
	 * @throws HashFormatException
	 *             when an entry is none of the above, or one too many, with its line; when there is no MD5 at all, with the line 0
	 * @throws IOException
	 *             when reading fails
	 */
	public static Md5List read(Reader in) throws IOException {
		return read(in, MAX_MD5S);
	}

	static Md5List read(Reader in, int maxMd5s) throws IOException {
		return new Reading(new ListReader(in, ListField.MD5), maxMd5s).run();
	}

	/** Whether an MD5 is in the list; null never is. */
	public boolean contains(@Nullable Md5 md5) {
		return md5 != null && Arrays.binarySearch(sorted, md5) >= 0;
	}

	/** Number of MD5s, those listed twice counted twice. */
	public int size() {
		return sorted.length;
	}

	/** Fixed words: what is listed is sensitive. */
	@Override
	public String toString() {
		return "Md5List[" + sorted.length + "]";
	}

	/** One pass over the entries of a list. */
	private static final class Reading {

		private final ListReader entries;
		private final int maxMd5s;
		private final Set<Md5> withdrawn = new HashSet<>();
		private Md5[] md5s = new Md5[FIRST_ROOM];
		private int count;

		Reading(ListReader entries, int maxMd5s) {
			this.entries = entries;
			this.maxMd5s = maxMd5s;
		}

		Md5List run() throws IOException {
			for (ListEntry entry = entries.next(); entry != null; entry = entries.next()) {
				add(entry);
			}
			Md5[] sorted = Arrays.stream(md5s, 0, count).filter(md5 -> !withdrawn.contains(md5)).sorted().toArray(Md5[]::new);
			if (sorted.length == 0) {
				throw new HashFormatException(ListFault.COUNT, "there is no MD5 in this list");
			}
			return new Md5List(sorted);
		}

		private void add(ListEntry entry) throws HashFormatException {
			Md5 md5 = entry.md5();
			if (md5 == null) {
				return;
			}
			if (count + withdrawn.size() == maxMd5s) {
				throw new HashFormatException(ListFault.COUNT, "a list has at most " + maxMd5s + " MD5s").at(entry.line(), 0);
			}
			if (entry.isInactive()) {
				withdrawn.add(md5);
				return;
			}
			withdrawn.remove(md5);
			if (count == md5s.length) {
				md5s = Arrays.copyOf(md5s, 2 * count);
			}
			md5s[count++] = md5;
		}
	}
}
