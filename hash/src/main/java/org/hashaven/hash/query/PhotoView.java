package org.hashaven.hash.query;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Supplier;
import org.hashaven.hash.Hash256;
import org.hashaven.hash.Quality;
import org.hashaven.hash.Region;
import org.hashaven.hash.RegionGeometry;
import org.hashaven.hash.query.VideoView.Turning;

/**
 * One way in which a photo is looked up: an upload may be a copy that was mirrored, turned, cropped, or put into a screenshot, and each way
 * of undoing that gives other hashes.
 */
public sealed interface PhotoView {

	/** What was done to the picture before it was hashed. */
	Transform how();

	/**
	 * One hash.
	 *
	 * @param hash
	 *            of what is seen
	 * @param quality
	 *            of what is seen, 0..100
	 */
	record Hashed(Transform how, Hash256 hash, int quality) implements PhotoView {

		/** Neither may be null. */
		public Hashed {
			Objects.requireNonNull(how, "how");
			Objects.requireNonNull(hash, "hash");
			Quality.requireValid(quality);
		}

		/** How it is seen; not the hash. */
		@Override
		public String toString() {
			return "Hashed[" + how + "]";
		}
	}

	/**
	 * The regions of what is seen, made when they are asked for: an index that holds none does not ask.
	 *
	 * @param alignment
	 *            compares listed pictures with what the upload shows of them
	 * @param regions
	 *            places are those in the picture as {@code how} says it was seen
	 */
	record Regions(Transform how, Alignment alignment, Supplier<List<RegionQuery>> regions) implements PhotoView {

		/** None may be null. */
		public Regions {
			Objects.requireNonNull(how, "how");
			Objects.requireNonNull(alignment, "alignment");
			Objects.requireNonNull(regions, "regions");
		}

		/** How they are seen; no regions. */
		@Override
		public String toString() {
			return "Regions[" + how + "]";
		}
	}

	/**
	 * Where a listed picture lies in an upload: scaled, turned, then moved. Lengths are parts of the longer sides, as in a
	 * {@link RegionGeometry}.
	 *
	 * @param scale
	 *            of the listed picture's longer side, as a part of the upload's
	 * @param angle
	 *            by which it is turned, in radians, clockwise
	 * @param x
	 *            of its centre, from the upload's centre to the right
	 * @param y
	 *            the same, downwards
	 */
	record Placement(double scale, double angle, double x, double y) {
	}

	/**
	 * Shows what an upload has where a listed picture is said to lie. Regions that agree in their places only say where it lies: they may
	 * all belong to a frame, a template or lettering that many pictures share.
	 */
	@FunctionalInterface
	interface Alignment {

		/**
		 * The upload's pixels under the listed picture's frame. What lies beyond the upload's edge is filled with its edge pixels. The
		 * frame's shape is not listed, so the usual ones are tried and the one with the nearest hash is taken.
		 */
		Shown shown(Hash256 listed, Placement placement);
	}

	/** What an upload shows within the frame of a listed picture, in that picture's orientation. */
	interface Shown {

		/** Its hash. */
		Hash256 hash();

		/**
		 * The regions that it would be listed with, at their places in the frame; without those whose middle lies beyond the upload's edge.
		 * Costs as much as listing a picture.
		 */
		List<Region> regions();
	}

	/**
	 * What was done to a picture before it was hashed.
	 *
	 * @param part
	 *            which part of it was taken
	 * @param percent
	 *            how much of its area that is, 1..100; more than 100 where its edges were extended
	 * @param turning
	 *            how the part was mirrored or turned by quarters
	 * @param degrees
	 *            by how many degrees it was turned against a tilt, clockwise
	 * @param inverted
	 *            whether dark was made light
	 */
	record Transform(Part part, int percent, Turning turning, double degrees, boolean inverted) {

		/** Nothing. */
		public static final Transform AS_IS = new Transform(Part.WHOLE, 100, Turning.NONE, 0, false);

		/** The words for it in files, parted by blanks; none for a picture as it is. */
		public String words() {
			StringBuilder words = new StringBuilder();
			if (part != Part.WHOLE) {
				words.append(word(part)).append(' ').append(percent).append("% ");
			}
			if (turning != Turning.NONE) {
				words.append(word(turning)).append(' ');
			}
			if (isTilted()) {
				words.append("tilted ");
			}
			if (inverted) {
				words.append("inverted ");
			}
			return words.toString().strip();
		}

		/** Whether it was turned by something else than quarters; half a degree is nothing. */
		public boolean isTilted() {
			return Math.abs(degrees) >= 0.5;
		}

		private static String word(Enum<?> value) {
			return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
		}
	}

	/** Which part of a picture is hashed. */
	enum Part {
		/** All of it. */
		WHOLE,
		/** What lies within even or blurred borders. */
		BORDERS_CUT,
		/** A picture found inside it, as in a screenshot, a chat or a collage. */
		INSIDE,
		/** Its middle or one of its sides, where something may have been added. */
		CROPPED,
		/** All of it and its edges extended, as if it had been cropped. */
		EXTENDED
	}
}
