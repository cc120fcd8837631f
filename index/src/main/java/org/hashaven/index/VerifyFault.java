package org.hashaven.index;

/**
 * One thing that is wrong in an index, without paths or hashes.
 *
 * @param kind
 *            what it is
 * @param subject
 *            what it is said of, where its kind has a {@code %s}: the id, the name of the segment, or how many; else empty
 */
public record VerifyFault(Kind kind, String subject) {

	/** What can be wrong. */
	public enum Kind {
		/** The segments that the index has cannot be told. */
		LIST("the list of segments is damaged"),
		/** A segment cannot be opened. */
		UNOPENED("segment %s is damaged: it does not open"),
		/** The hashes of a segment cannot be read. */
		HASHES("segment %s is damaged: hashes"),
		/** The ids of a segment cannot be read. */
		IDS("segment %s is damaged: ids"),
		/** The records of a segment cannot be read. */
		RECORDS("segment %s is damaged: records"),
		/** The checksum of a file is another one. */
		FILE("segment %s is damaged: a file is not what was written"),
		/** No id leads to some records. */
		NO_ID("%s records have no id"),
		/** An id leads to two photos of one bank, or to a photo and a video. */
		ID_TWICE("id %s has more than one record in one bank"),
		/** The frames of a video lie in different segments. */
		ID_SCATTERED("id %s has records in more than one segment"),
		/** Some records have no hash. */
		NO_HASH("a segment has records without a hash"),
		/** Some records do not say what a record says. */
		WRONG_RECORD("%s records of a segment have a wrong id, bank, quality or kind"),
		/** The regions of some photos are there without them, or more than a photo can have. */
		WRONG_REGIONS("%s photos have regions that are not theirs"),
		/** Some frames are out of their order. */
		WRONG_FRAME("%s frames of a segment are not beside their video's others, in its bank, in the order of their times");

		private final String line;

		Kind(String line) {
			this.line = line;
		}
	}

	/** One plain line, in English. */
	@Override
	public String toString() {
		return kind.line.formatted(subject);
	}
}
