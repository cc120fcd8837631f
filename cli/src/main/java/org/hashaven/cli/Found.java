package org.hashaven.cli;

import java.util.Map;
import org.hashaven.hash.Hash256;
import org.hashaven.hash.HashRecord;
import org.hashaven.pdq.Dihedral;
import org.jspecify.annotations.Nullable;

/**
 * A hash found in an input.
 *
 * @param source
 *            the input's name, as it was given; null for a line of a list, whose name is the hash itself
 * @param name
 *            the file's name, written only where names were asked for; null where there is none
 * @param record
 *            the hash with what is known about it; of a bare hash the quality is taken as the highest, see
 *            {@link org.hashaven.hash.HashRecordReader}
 * @param forms
 *            the hashes of all eight forms where they were asked for and there is a picture, else empty
 */
record Found(@Nullable String source, @Nullable String name, HashRecord record, Map<Dihedral, Hash256> forms) {

	/** What to call it; the digits of a hash are made only for whoever asks: lists are long. */
	String shown() {
		return source == null ? record.hash().toHex() : source;
	}
}
