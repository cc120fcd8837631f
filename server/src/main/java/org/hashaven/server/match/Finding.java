package org.hashaven.server.match;

import java.util.List;
import java.util.OptionalInt;
import org.hashaven.hash.query.PhotoView;
import org.hashaven.hash.query.VideoView;
import org.jspecify.annotations.Nullable;

/**
 * How a record was found.
 *
 * @param kind
 *            the word for it, as {@code haven match} says it: {@code identical}, {@code similar}, {@code regions}, {@code whole}, …
 * @param words
 *            what was done to the upload to see it; empty as it is
 * @param distanceBits
 *            empty where the whole pictures were not compared: regions, videos, files
 * @param spans
 *            the seconds of a video
 * @param timeMs
 *            when the nearest frame of a listed video is shown
 * @param percents
 *            regions and percent shown, or the percentages of upload and listed video; otherwise zeros
 * @param photo
 *            what was done to a photo; null for others
 * @param video
 *            what was done to a video; null for others
 */
public record Finding(String kind, String words, OptionalInt distanceBits, List<Span> spans, OptionalInt timeMs, Percents percents,
		PhotoView.@Nullable Transform photo, VideoView.@Nullable Transform video) {

	/** Kind of a match by regions that is held back. */
	public static final String HELD_BACK = "held-back regions";

	/** A picture this near to a listed one is a copy of it, recompressed or resized: unrelated pictures are never so near. */
	private static final int COPY_BITS = 10;

	/** The same file, by its MD5. */
	public static final Finding SAME_FILE = new Finding("same-file", "", OptionalInt.empty(), List.of(), OptionalInt.empty(), Percents.NONE,
			null, null);

	/**
	 * A stretch of an uploaded video and the one that it shows, in milliseconds.
	 *
	 * @param fromMs
	 *            in the upload
	 * @param toMs
	 *            in the upload, inclusive
	 * @param mediaFromMs
	 *            in what is listed
	 * @param mediaToMs
	 *            in what is listed, inclusive
	 */
	public record Span(int fromMs, int toMs, int mediaFromMs, int mediaToMs) {
	}

	/**
	 * Two numbers of an explanation.
	 *
	 * @param first
	 *            regions found, or percent of the upload
	 * @param second
	 *            percent of the listed photo or video
	 */
	public record Percents(long first, long second) {
		static final Percents NONE = new Percents(0, 0);
	}

	/** The word and what was done to the upload. */
	public String how() {
		return (kind + " " + words).strip();
	}

	/** Whether the upload is a near copy of what is listed: however many there are of it, that is what it is listed for. */
	public boolean isCopy() {
		return distanceBits.isPresent() && distanceBits.getAsInt() <= COPY_BITS;
	}

	/** Whether the record is held back by the index, because its regions match uploads that are unlike each other. */
	public boolean isHeldBack() {
		return kind.equals(HELD_BACK);
	}
}
