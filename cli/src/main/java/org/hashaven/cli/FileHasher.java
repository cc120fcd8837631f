package org.hashaven.cli;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicReference;
import org.hashaven.hash.record.HashRecord;
import org.hashaven.hash.Md5;
import org.hashaven.hash.query.PhotoProbe;
import org.hashaven.hash.record.VideoRecord;
import org.hashaven.index.PhotoMatchResult;
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
 * @param lookup
 *            where a photo is looked up at once, while it is there to be seen in several ways; null where it is only hashed
 */
record FileHasher(MediaOptions media, boolean md5, RegionChoice regions, @Nullable Lookup lookup) {

	/** A lookup of a photo; for any thread. */
	@FunctionalInterface
	interface Lookup {
		PhotoMatchResult look(Iterable<PhotoProbe> probes) throws IOException;
	}

	/** Hashes photos in one form, and videos as by default. */
	static final FileHasher PLAIN = new FileHasher(MediaOptions.DEFAULT);

	/** For uploads, whose videos are hashed more closely. */
	static final FileHasher OF_UPLOADS = new FileHasher(MediaOptions.UPLOAD);

	/** Without the MD5 of files and the regions of photos. */
	FileHasher(MediaOptions media) {
		this(media, false, RegionChoice.NONE, null);
	}

	/** This hasher with the MD5 of files, or without. */
	FileHasher withMd5(boolean wanted) {
		return new FileHasher(media, wanted, regions, lookup);
	}

	/** This hasher with another number of threads for one video. */
	FileHasher withThreads(int threads) {
		VideoOptions video = media.video().withThreads(threads);
		return new FileHasher(media.withVideo(video), md5, regions, lookup);
	}

	/** This hasher with the regions of photos, or without. */
	FileHasher withRegions(RegionChoice wanted) {
		return new FileHasher(media.withRegions(wanted != RegionChoice.NONE), md5, wanted, lookup);
	}

	/** This hasher, looking photos up. */
	FileHasher withLookup(Lookup place) {
		return new FileHasher(media, md5, regions, place);
	}

	/** Opens one file and has it hashed. */
	Found hash(Input.Media input, MediaHasher hasher, VideoProgress progress) throws IOException, HavenException {
		try (RawName name = RawName.open(input.path())) {
			Reasons.requireReadable(name.path());
			Md5 ofFile = md5 ? Md5.ofFile(name.path()) : null;
			AtomicReference<@Nullable PhotoMatchResult> answer = new AtomicReference<>();
			Lookup place = lookup;
			PhotoLookup look = place == null ? null : probes -> answer.set(place.look(probes));
			return switch (hasher.hash(name.path(), media, look, progress)) {
				case HashedMedia.Photo photo -> new Found.Photo(input.shown(), input.shown(), finish(photo.record(), ofFile),
						photo.seen().stream().map(seen -> finish(seen, ofFile)).toList(), photo.forms(), photo.damaged(), answer.get());
				case HashedMedia.Video video -> new Found.Video(input.shown(), input.shown(),
						VideoRecord.ofFrames(video.hash().frames()).withMd5(ofFile), video.hash());
			};
		}
	}

	private HashRecord finish(HashRecord record, @Nullable Md5 ofFile) {
		return record.withMd5(ofFile)
				.withRegions(record.regions().withMayBePassedOn(regions == RegionChoice.MAY_BE_PASSED_ON));
	}
}
