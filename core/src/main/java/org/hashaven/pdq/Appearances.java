package org.hashaven.pdq;

import java.util.ArrayList;
import java.util.List;
import org.hashaven.image.RgbImage;

/**
 * How people see a picture that is partly transparent: on white and on black.
 *
 * <p>
 * The colours that a file stores below its transparent parts are not seen. Programs that make cut-outs store black there, or put the whole
 * picture into the alpha. Other hashers drop alpha, so the hash of the stored colours stays the first; a screenshot shows another.
 */
public final class Appearances {

	/** White and black, as in {@link RgbImage#on}. */
	private static final int[] BACKGROUNDS = {255, 0};

	/** An appearance whose hash is as near to another as this is not told apart. */
	private static final int SAME_BITS = 8;

	private Appearances() {
	}

	/**
	 * How a picture looks.
	 *
	 * @param stored
	 *            the picture, partly transparent
	 * @param background
	 *            as in {@link RgbImage#on}
	 * @param hash
	 *            hash and quality of what is seen
	 */
	public record Appearance(RgbImage stored, int background, PdqResult hash) {

		/** What is seen, made anew each time: large pictures are not kept twice. */
		public RgbImage image() {
			return stored.on(background);
		}
	}

	/**
	 * The appearances that differ from the stored colours and from each other; none of an opaque picture, at most two.
	 *
	 * @param stored
	 *            the hash of the stored colours
	 * @param workspace
	 *            scratch memory, used by one thread at a time
	 */
	public static List<Appearance> of(RgbImage image, PdqResult stored, PdqWorkspace workspace) {
		List<Appearance> found = new ArrayList<>();
		if (image.isTransparent()) {
			for (int background : BACKGROUNDS) {
				PdqResult hash = PdqHasher.hash(image.on(background), workspace);
				if (!isSame(hash, stored) && found.stream().noneMatch(other -> isSame(hash, other.hash()))) {
					found.add(new Appearance(image, background, hash));
				}
			}
		}
		return found;
	}

	private static boolean isSame(PdqResult one, PdqResult other) {
		return one.hash().distance(other.hash()) <= SAME_BITS && one.quality() <= other.quality();
	}
}
