package org.hashaven.cli.input;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.hashaven.cli.text.ErrorMessages;
import org.hashaven.cli.text.HavenException;
import org.hashaven.hash.Md5;
import org.hashaven.hash.query.PhotoView;
import org.hashaven.hash.record.HashRecord;
import org.hashaven.hash.record.VideoRecord;
import org.hashaven.index.MatchResult;
import org.hashaven.index.PhotoMatch;
import org.hashaven.index.VideoMatch;
import org.hashaven.matcher.UploadMatch;
import org.hashaven.matcher.UploadMatcher;
import org.hashaven.media.HashedMedia;
import org.hashaven.media.MediaHasher;
import org.hashaven.media.MediaOptions;
import org.hashaven.media.PhotoLookup;
import org.hashaven.video.VideoOptions;
import org.hashaven.video.VideoProgress;
import org.jspecify.annotations.Nullable;

/**
 * From the file of a photo or a video to what is printed or looked up of it; used by several threads.
 *
 * @param media
 *            what is made of its pictures
 * @param md5
 *            whether the MD5 of the file is made as well
 * @param regions
 *            whether the regions of a photo are made as well, and for whom
 * @param views
 *            whether a photo's hash in each view is kept
 * @param matcher
 *            matches the file as an upload; null where it is only hashed
 */
public record FileHasher(MediaOptions media, boolean md5, RegionChoice regions, boolean views, @Nullable UploadMatcher matcher) {

	/** Hashes photos in one form, and videos as by default. */
	public static final FileHasher PLAIN = new FileHasher(MediaOptions.DEFAULT);

	/** For uploads, whose videos are hashed more closely. */
	public static final FileHasher OF_UPLOADS = new FileHasher(MediaOptions.UPLOAD);

	/** Without the MD5 of files and the regions of photos. */
	public FileHasher(MediaOptions media) {
		this(media, false, RegionChoice.NONE, false, null);
	}

	/** This hasher with the MD5 of files, or without. */
	public FileHasher withMd5(boolean wanted) {
		return new FileHasher(media, wanted, regions, views, matcher);
	}

	/** This hasher with another number of threads for one video. */
	public FileHasher withThreads(int threads) {
		VideoOptions video = media.video().withThreads(threads);
		return new FileHasher(media.withVideo(video), md5, regions, views, matcher);
	}

	/** This hasher with the regions of photos, or without. */
	public FileHasher withRegions(RegionChoice wanted) {
		return new FileHasher(media.withRegions(wanted != RegionChoice.NONE), md5, wanted, views, matcher);
	}

	/** This hasher, keeping the views of photos. */
	public FileHasher withViews() {
		return new FileHasher(media, md5, regions, true, matcher);
	}

	/** This hasher, matching what it hashes. */
	public FileHasher withMatcher(UploadMatcher uploads) {
		return new FileHasher(media, md5, regions, views, uploads);
	}

	/** Opens one file and has it hashed, and matched where that is asked for. */
	public HashedInput hash(Input.Media input, MediaHasher hasher, VideoProgress progress) throws IOException, HavenException {
		try (RawName name = RawName.open(input.path())) {
			ErrorMessages.requireReadable(name.path());
			Md5 ofFile = md5 ? Md5.ofFile(name.path()) : null;
			UploadMatcher uploads = matcher;
			if (uploads != null) {
				return switch (uploads.withMedia(media).match(name.path(), progress)) {
					case UploadMatch.Photo photo -> found(input, photo.media(), ofFile, List.of(), photo.result());
					case UploadMatch.Video video -> found(input, video.media(), ofFile, video.result());
				};
			}
			List<PhotoView.Hashed> kept = new ArrayList<>();
			PhotoLookup keep = views ? views -> keepViews(views, kept) : null;
			return switch (hasher.hash(name.path(), media, keep, progress)) {
				case HashedMedia.Photo photo -> found(input, photo, ofFile, kept, null);
				case HashedMedia.Video video -> found(input, video, ofFile, null);
			};
		}
	}

	/** Starts again if the photo is hashed again. */
	private static void keepViews(Iterable<PhotoView> views, List<PhotoView.Hashed> kept) {
		kept.clear();
		for (PhotoView view : views) {
			if (view instanceof PhotoView.Hashed hashed) {
				kept.add(hashed);
			}
		}
	}

	private HashedInput found(Input.Media input, HashedMedia.Photo photo, @Nullable Md5 ofFile, List<PhotoView.Hashed> kept,
			@Nullable MatchResult<PhotoMatch> answer) {
		return new HashedInput.Photo(input.shown(), input.shown(), finish(photo.record(), ofFile),
				photo.seen().stream().map(seen -> finish(seen, ofFile)).toList(), photo.forms(), photo.damaged(), kept, answer);
	}

	private static HashedInput found(Input.Media input, HashedMedia.Video video, @Nullable Md5 ofFile,
			@Nullable MatchResult<VideoMatch> answer) {
		return new HashedInput.Video(input.shown(), input.shown(), VideoRecord.ofFrames(video.hash().frames()).withMd5(ofFile),
				video.hash(),
				answer);
	}

	private HashRecord finish(HashRecord record, @Nullable Md5 ofFile) {
		return record.withMd5(ofFile)
				.withRegions(record.regions().withMayBePassedOn(regions == RegionChoice.MAY_BE_PASSED_ON));
	}
}
