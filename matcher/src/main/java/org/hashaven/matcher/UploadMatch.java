package org.hashaven.matcher;

import org.hashaven.index.MatchResult;
import org.hashaven.index.PhotoMatch;
import org.hashaven.index.VideoMatch;
import org.hashaven.media.HashedMedia;
import org.hashaven.video.VideoHash;

/** What an upload matches. */
public sealed interface UploadMatch {

	/** The upload's hashes. */
	HashedMedia media();

	/** Whether the upload is to be blocked. */
	boolean blocks();

	/**
	 * Whether the upload may not be taken for harmless although nothing blocks it: it could be decoded only in part, or its lookup was not
	 * finished, or a record that it matches is held back.
	 */
	boolean isUndecided();

	/**
	 * Of a photo.
	 *
	 * @param result
	 *            of all its views up to the first that blocks
	 */
	record Photo(HashedMedia.Photo media, MatchResult<PhotoMatch> result) implements UploadMatch {

		@Override
		public boolean blocks() {
			return result.blocks();
		}

		@Override
		public boolean isUndecided() {
			return !blocks() && (result.isUndecided() || media.damaged());
		}
	}

	/**
	 * Of a video.
	 *
	 * @param result
	 *            of all its views up to the first that blocks
	 */
	record Video(HashedMedia.Video media, MatchResult<VideoMatch> result) implements UploadMatch {

		@Override
		public boolean blocks() {
			return result.blocks();
		}

		@Override
		public boolean isUndecided() {
			return !blocks() && media.hash().ending() != VideoHash.Ending.WHOLE;
		}
	}
}
