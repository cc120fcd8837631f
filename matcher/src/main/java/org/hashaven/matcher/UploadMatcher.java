package org.hashaven.matcher;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.hashaven.hash.Hash256;
import org.hashaven.hash.query.PhotoView;
import org.hashaven.hash.record.VideoRecord;
import org.hashaven.image.ByteSource;
import org.hashaven.image.RgbImage;
import org.hashaven.index.HashIndex;
import org.hashaven.index.MatchOptions;
import org.hashaven.index.Query;
import org.hashaven.index.MatchResult;
import org.hashaven.index.PhotoMatch;
import org.hashaven.index.VideoMatch;
import org.hashaven.media.HashedMedia;
import org.hashaven.media.MediaHasher;
import org.hashaven.media.MediaOptions;
import org.hashaven.pdq.PdqWorkspace;
import org.hashaven.video.VideoHash;
import org.hashaven.video.VideoProgress;
import org.hashaven.view.PhotoViews;

/**
 * Matches uploads against an index. A photo is looked up as it is and in every view that may undo what was done to it (mirrored, turned,
 * cropped, put into a screenshot), a video frame by frame. Immutable and thread-safe; owns neither the index nor the hasher.
 */
public final class UploadMatcher {

	private static final ThreadLocal<PdqWorkspace> WORKSPACES = ThreadLocal.withInitial(PdqWorkspace::new);

	private final HashIndex index;
	private final MediaHasher hasher;
	private final MatchOptions match;
	private final MediaOptions media;

	/**
	 * Creates a matcher that hashes as {@link MediaOptions#UPLOAD} says.
	 *
	 * @param hasher
	 *            decodes the uploads: {@code WorkerPool} for files of strangers
	 * @param match
	 *            banks, radius and cap; its quality is not asked
	 */
	public UploadMatcher(HashIndex index, MediaHasher hasher, MatchOptions match) {
		this(index, hasher, match, MediaOptions.UPLOAD);
	}

	private UploadMatcher(HashIndex index, MediaHasher hasher, MatchOptions match, MediaOptions media) {
		this.index = Objects.requireNonNull(index, "index");
		this.hasher = Objects.requireNonNull(hasher, "hasher");
		this.match = Objects.requireNonNull(match, "match");
		this.media = Objects.requireNonNull(media, "media");
	}

	/** This matcher with other options for hashing, for instance the number of threads for a video. */
	public UploadMatcher withMedia(MediaOptions options) {
		return new UploadMatcher(index, hasher, match, options);
	}

	/**
	 * Matches a file.
	 *
	 * @throws org.hashaven.index.IndexException
	 *             when the index cannot be read
	 * @throws IOException
	 *             when the file cannot be read or judged, as {@link MediaHasher#hash} says
	 */
	public UploadMatch match(Path file) throws IOException {
		return match(file, VideoProgress.NONE);
	}

	/**
	 * Matches a file, likewise.
	 *
	 * @param progress
	 *            is called while a video is hashed, and may stop it
	 */
	public UploadMatch match(Path file, VideoProgress progress) throws IOException {
		try (ByteSource source = ByteSource.ofFile(file)) {
			return match(source, progress);
		}
	}

	/** Matches the content of a file, likewise. */
	public UploadMatch match(byte[] content) throws IOException {
		try (ByteSource source = ByteSource.ofBytes(content)) {
			return match(source, VideoProgress.NONE);
		}
	}

	/** Matches a file that is open, which stays so; likewise. */
	public UploadMatch match(ByteSource file, VideoProgress progress) throws IOException {
		AtomicReference<MatchResult<PhotoMatch>> looked = new AtomicReference<>(MatchResult.none());
		// A file whose worker died is hashed again, and then looked up again: the last answer counts.
		HashedMedia hashed = hasher.hash(file, media, views -> looked.set(index.match(new Query.Photo(views), match)), progress);
		return switch (hashed) {
			case HashedMedia.Photo photo -> new UploadMatch.Photo(photo, looked.get());
			case HashedMedia.Video video -> new UploadMatch.Video(video, match(video.hash()));
		};
	}

	/** Matches a picture that is decoded already. */
	public MatchResult<PhotoMatch> match(RgbImage picture) throws IOException {
		return index.match(new Query.Photo(PhotoViews.of(picture, WORKSPACES.get())), match);
	}

	/**
	 * Matches a bare hash, as it is.
	 *
	 * @param quality
	 *            0..100, held against each bank's floor
	 */
	public MatchResult<PhotoMatch> match(Hash256 hash, int quality) throws IOException {
		return index.match(new Query.Photo(List.of(new PhotoView.Hashed(PhotoView.Transform.AS_IS, hash, quality))), match);
	}

	/** Matches a video that is hashed already. */
	public MatchResult<VideoMatch> match(VideoHash video) throws IOException {
		return index.match(new Query.Video(video.views()), match);
	}

	/** Matches the frames of a video that comes from a list, as they are. */
	public MatchResult<VideoMatch> match(VideoRecord video) throws IOException {
		return index.match(Query.ofVideo(video.frames()), match);
	}
}
