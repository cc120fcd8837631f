package org.hashaven.index;

import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;
import org.hashaven.hash.FrameHash;
import org.hashaven.hash.Hash256;
import org.hashaven.hash.Quality;
import org.hashaven.hash.query.PhotoView;
import org.hashaven.hash.query.VideoView;

/**
 * What is looked up: a hash, a photo in one or several views, or a video in one or several views.
 *
 * @param <M>
 *            the kind of matches that it has
 */
public sealed interface Query<M extends Match> {

	/**
	 * One hash, as it is.
	 *
	 * @param quality
	 *            0..100, held against each bank's floor; empty when unknown, and then no floor holds it back
	 */
	record Hash(Hash256 hash, OptionalInt quality) implements Query<HashMatch> {

		/**
		 * @throws IllegalArgumentException
		 *             when the quality is out of its limits
		 */
		public Hash {
			Objects.requireNonNull(hash, "hash");
			quality.ifPresent(Quality::requireValid);
		}

		/** A constant, so that the hash reaches no log by accident. */
		@Override
		public String toString() {
			return "Hash[hidden]";
		}
	}

	/**
	 * A photo as an upload is seen that may be mirrored, turned, cropped or put into a screenshot: view by view, until one shows something
	 * that is to be blocked.
	 *
	 * @param views
	 *            the cheapest and likeliest first; those behind the one that blocks are not asked for. The lookup runs the caller's
	 *            iterator, whose exceptions come through as they are
	 */
	record Photo(Iterable<? extends PhotoView> views) implements Query<PhotoMatch> {

		/** May not be null. */
		public Photo {
			Objects.requireNonNull(views, "views");
		}
	}

	/**
	 * A video as an upload is seen that may be mirrored, turned or put between borders: view by view, until one shows something that is to
	 * be blocked.
	 *
	 * @param views
	 *            the likeliest first
	 */
	record Video(List<VideoView> views) implements Query<VideoMatch> {

		/** Takes a copy of the list. */
		public Video {
			views = List.copyOf(views);
		}
	}

	/** A hash of unknown quality. */
	static Hash of(Hash256 hash) {
		return new Hash(hash, OptionalInt.empty());
	}

	/** A hash of this quality, 0..100. */
	static Hash of(Hash256 hash, int quality) {
		return new Hash(hash, OptionalInt.of(quality));
	}

	/** A video's frames as they are, within the limits of {@link org.hashaven.hash.record.VideoRecord#requireFrames}. */
	static Video ofVideo(List<FrameHash> frames) {
		return new Video(List.of(VideoView.asIs(frames)));
	}
}
