package org.hashaven.hash.record;

import java.io.Closeable;
import java.io.IOException;
import java.io.Reader;
import java.util.Set;
import org.hashaven.hash.Hash256;
import org.hashaven.hash.HashFormatException;
import org.hashaven.hash.ListFault;
import org.hashaven.hash.Quality;
import org.jspecify.annotations.Nullable;

/**
 * Reads records from a list, whose format is detected by its content, not by its file name.
 *
 * <pre>
 *   lines      64 hexadecimal digits; pdq HASH; pdq:HASH; hash,quality[,name]; vPDQ's frame,quality,hash,seconds
 *   CSV        a header with a column hash, pdq, signal_str, indicator or hashValue; separated by , ; tab or |, or as a first line sep=; says
 *   JSON Lines an object in each line, mixed with the lines above as they come
 *   JSON       arrays of hashes or of objects, on any number of lines, also under hashRecords, data, hashes or records of an object
 * </pre>
 *
 * Columns of CSV and keys of JSON have the same names, in any case, with or without {@code _}; those that are not known are passed over.
 * Empty lines and lines that begin with {@code #} are skipped. A record without a quality is taken as {@value Quality#MAX}: a list that
 * says nothing of quality means its hashes to match. {@link ListText} makes text of bytes.
 *
 * <p>
 * Not every entry is a hash to be matched:
 * <ul>
 * <li>{@code signal_type}, {@code hash_type} or {@code type} says something other than PDQ (or, of {@code type}, a picture): the entry is a
 * {@link ListFault#TYPE} fault. An SHA-256 has as many digits as PDQ and is never taken for one.
 * <li>{@code hashStatus} says something other than {@code Active}, {@code status} says that it was withdrawn, or {@code should_delete} is
 * true: the entry is an {@link ListFault#INACTIVE} fault.
 * </ul>
 *
 * <p>
 * A line about a frame may say which video of the list it is from and when it is shown: {@link MediaReader} puts videos together.
 *
 * <p>
 * An entry that is none of these gives a {@link HashFormatException} with line and column, after which reading goes on with the next. Only
 * a JSON document that is broken ends there.
 */
public final class HashRecordReader implements Closeable {

	/** Longest line, and longest text in a JSON document, in characters; the rest of a longer line is skipped. */
	public static final int MAX_LINE_CHARS = LineReader.MAX_CHARS;

	private final ListReader entries;
	private final Set<Hash256> withdrawn;
	private long line;
	private @Nullable FramePlace place;

	/** Reads from {@code in}, which is closed with this reader. */
	public HashRecordReader(Reader in) {
		this(in, Set.of());
	}

	/**
	 * Reads from {@code in}, which is closed with this reader, all but some hashes.
	 *
	 * @param withdrawn
	 *            hashes that are not to be matched, see {@link WithdrawnHashes}: each is an {@link ListFault#INACTIVE} fault
	 */
	public HashRecordReader(Reader in, Set<Hash256> withdrawn) {
		this.entries = new ListReader(in, ListField.HASH);
		this.withdrawn = withdrawn;
	}

	/** Number of the line in which the entry last read begins, from 1; 0 before the first. */
	public long line() {
		return line;
	}

	/** Where the record last read stands in a video; null when its line does not say. */
	@Nullable
	FramePlace place() {
		return place;
	}

	/**
	 * The next record, null at the end.
	 *
	 * @throws HashFormatException
	 *             when the next entry is not a record; the call after it goes on behind it
	 * @throws IOException
	 *             when reading fails
	 */
	public @Nullable HashRecord next() throws IOException {
		place = null;
		ListEntry entry = entries.next();
		if (entry == null) {
			return null;
		}
		line = entry.line();
		ListLine read = entry.toLine();
		if (withdrawn.contains(read.record().hash())) {
			throw new HashFormatException(ListFault.INACTIVE).at(line, 0);
		}
		place = read.place();
		return read.record();
	}

	@Override
	public void close() throws IOException {
		entries.close();
	}
}
