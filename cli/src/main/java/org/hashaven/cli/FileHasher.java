package org.hashaven.cli;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.hashaven.hash.Hash256;
import org.hashaven.hash.HashRecord;
import org.hashaven.hash.Md5;
import org.hashaven.hash.PhotoProbe;
import org.hashaven.hash.VideoRecord;
import org.hashaven.image.ImageDecoder;
import org.hashaven.image.ImageException;
import org.hashaven.image.RgbImage;
import org.hashaven.index.PhotoMatchResult;
import org.hashaven.pdq.Appearances;
import org.hashaven.pdq.Dihedral;
import org.hashaven.pdq.PdqHasher;
import org.hashaven.pdq.PdqResult;
import org.hashaven.pdq.PdqWorkspace;
import org.hashaven.video.VideoHash;
import org.hashaven.video.VideoHasher;
import org.hashaven.video.VideoOptions;
import org.hashaven.video.VideoProgress;
import org.hashaven.view.PhotoViews;
import org.jspecify.annotations.Nullable;

/**
 * From the file of a photo or a video to its hashes; used by several threads. What a file is, its content says, never its name.
 *
 * @param allForms
 *            whether to make a photo's hashes of all eight forms
 * @param video
 *            how videos are hashed
 * @param md5
 *            whether the MD5 of the file is made as well
 * @param regions
 *            whether the regions of a photo are made as well, and for whom
 * @param damaged
 *            whether what can be read of a damaged photo is taken, too: good for an upload that is looked up, bad for a list
 * @param lookup
 *            where a photo is looked up at once, while it is there to be seen in several ways; null where it is only hashed
 */
record MediaHasher(boolean allForms, VideoOptions video, boolean md5, RegionChoice regions, boolean damaged, @Nullable Lookup lookup) {

	/** A lookup of a photo; for any thread. */
	@FunctionalInterface
	interface Lookup {
		PhotoMatchResult look(Iterable<PhotoProbe> probes) throws IOException;
	}

	private static final ThreadLocal<PdqWorkspace> WORKSPACES = ThreadLocal.withInitial(PdqWorkspace::new);

	private static final ImageDecoder DECODER = new ImageDecoder();

	/** Hashes photos in one form, and videos as by default. */
	static final MediaHasher PLAIN = new MediaHasher(false, VideoOptions.DEFAULT);

	/** For uploads, whose videos are hashed more closely. */
	static final MediaHasher OF_UPLOADS = new MediaHasher(false, VideoOptions.UPLOAD).withDamaged(true);

	/** Without the MD5 of files and the regions of photos. */
	MediaHasher(boolean allForms, VideoOptions video) {
		this(allForms, video, false, RegionChoice.NONE, false, null);
	}

	/** This hasher with the MD5 of files, or without. */
	MediaHasher withMd5(boolean wanted) {
		return new MediaHasher(allForms, video, wanted, regions, damaged, lookup);
	}

	/** This hasher with another number of threads for one video. */
	MediaHasher withThreads(int threads) {
		return new MediaHasher(allForms, video.withThreads(threads), md5, regions, damaged, lookup);
	}

	/** This hasher, which takes what can be read of damaged photos, or refuses them. */
	MediaHasher withDamaged(boolean taken) {
		return new MediaHasher(allForms, video, md5, regions, taken, lookup);
	}

	/** This hasher with the regions of photos, or without. */
	MediaHasher withRegions(RegionChoice wanted) {
		return new MediaHasher(allForms, video, md5, wanted, damaged, lookup);
	}

	/** This hasher, looking photos up. */
	MediaHasher withLookup(Lookup place) {
		return new MediaHasher(allForms, video, md5, regions, damaged, place);
	}

	/** Opens, decodes and hashes one file. */
	Found hash(Input.Media media, VideoProgress progress) throws IOException, HavenException {
		try (RawName name = RawName.open(media.path())) {
			Input.Media file = new Input.Media(media.shown(), name.path());
			Reasons.requireReadable(file.path());
			Md5 ofFile = md5 ? Md5.ofFile(file.path()) : null;
			return VideoHasher.isVideo(file.path()) ? hashVideo(file, ofFile, progress) : hashPhoto(file, ofFile);
		}
	}

	private Found hashVideo(Input.Media media, @Nullable Md5 ofFile, VideoProgress progress) throws IOException {
		VideoHash hash = new VideoHasher(video).hash(media.path(), progress);
		return new Found.Video(media.shown(), media.shown(), VideoRecord.ofFrames(hash.frames()).withMd5(ofFile), hash);
	}

	private Found hashPhoto(Input.Media media, @Nullable Md5 ofFile) throws IOException {
		RgbImage image;
		boolean part = false;
		try {
			image = DECODER.decode(media.path());
		} catch (ImageException e) {
			image = whatCanBeRead(media, e);
			part = true;
		}
		PdqWorkspace workspace = WORKSPACES.get();
		PdqResult plain = PdqHasher.hash(image, workspace);
		HashRecord record = HashRecord.ofPhoto(plain.hash(), plain.quality()).withMd5(ofFile)
				.withRegions(regions.regionsOf(image));
		List<HashRecord> seen = Appearances.of(image, plain, workspace).stream()
				.map(each -> HashRecord.ofPhoto(each.hash().hash(), each.hash().quality()).withMd5(ofFile)
						.withRegions(regions.regionsOf(each.image())))
				.toList();
		// The plain hash is not one of the eight: at some sizes it differs from the unturned form in a last bit.
		Map<Dihedral, Hash256> forms = allForms ? PdqHasher.hashDihedral(image, workspace).hashes() : Map.of();
		PhotoMatchResult answer = lookup == null ? null : lookup.look(PhotoViews.of(image, workspace));
		return new Found.Photo(media.shown(), media.shown(), record, seen, forms, part, answer);
	}

	/** What can be read of a damaged photo; throws what is wrong with it where that is nothing, or not wanted. */
	private RgbImage whatCanBeRead(Input.Media media, ImageException wrong) throws IOException {
		if (!damaged || wrong.reason() != ImageException.Reason.CORRUPT) {
			throw wrong;
		}
		try {
			return DECODER.decodeDamaged(media.path());
		} catch (ImageException e) {
			throw wrong;
		}
	}
}
