package org.hashaven.index;

import java.util.OptionalInt;
import org.hashaven.hash.query.PhotoView.Transform;

/**
 * A photo or a video of which an uploaded photo shows something.
 *
 * @param id
 *            its id
 * @param bank
 *            the name of its bank
 * @param purpose
 *            what a match in this bank means
 * @param how
 *            what had to be done to the upload to see it
 * @param evidence
 *            what makes it a match
 * @param timeMs
 *            when the nearest frame is shown, from the first frame of the video; empty in a photo
 */
public record PhotoMatch(String id, String bank, Purpose purpose, Transform how, Evidence evidence, OptionalInt timeMs)
		implements
			Match {

	/** What makes it a match. */
	public sealed interface Evidence {

		/**
		 * One hash within the radius.
		 *
		 * @param distanceBits
		 *            number of bits in which it differs
		 */
		record Hash(int distanceBits) implements Evidence {
		}

		/**
		 * Several regions that lie in both pictures as in one, and the whole listed picture, seen where they say.
		 *
		 * @param count
		 *            how many
		 * @param shownPercent
		 *            how much of the listed picture's area the upload shows, about
		 * @param wholeDistanceBits
		 *            between the listed hash and the hash of what the upload shows in its place
		 * @param heldBack
		 *            whether the record has matched uploads that are unlike each other: a person should look, see {@link HeldBack}
		 */
		record Regions(int count, int shownPercent, int wholeDistanceBits, boolean heldBack) implements Evidence {
		}
	}

	@Override
	public boolean blocks() {
		return Match.super.blocks() && !isHeldBack();
	}

	/** Whether it is a match by regions of a record that is {@linkplain HeldBack held back}. */
	public boolean isHeldBack() {
		return evidence instanceof Evidence.Regions regions && regions.heldBack();
	}
}
