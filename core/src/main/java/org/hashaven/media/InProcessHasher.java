package org.hashaven.media;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.hashaven.hash.Hash256;
import org.hashaven.hash.record.HashRecord;
import org.hashaven.hash.RegionSet;
import org.hashaven.image.ByteSource;
import org.hashaven.image.ImageDecoder;
import org.hashaven.image.ImageException;
import org.hashaven.image.RgbImage;
import org.hashaven.pdq.Appearances;
import org.hashaven.hash.Symmetry;
import org.hashaven.pdq.PdqHasher;
import org.hashaven.pdq.PdqResult;
import org.hashaven.pdq.PdqWorkspace;
import org.hashaven.region.RegionHasher;
import org.hashaven.video.VideoHasher;
import org.hashaven.video.VideoProgress;
import org.hashaven.view.PhotoViews;
import org.jspecify.annotations.Nullable;

/**
 * Decodes in this process, without a sandbox: a vulnerability in a native decoder compromises the whole program, and a crash ends it. For
 * programs that trust their files, or run in a sandbox themselves.
 */
public final class InProcessHasher implements MediaHasher {

	private static final ThreadLocal<PdqWorkspace> WORKSPACES = ThreadLocal.withInitial(PdqWorkspace::new);

	private static final ImageDecoder DECODER = new ImageDecoder();

	/** A hasher without state. */
	public InProcessHasher() {
		// nothing to set up
	}

	@Override
	public HashedMedia hash(ByteSource file, MediaOptions options, @Nullable PhotoLookup lookup, VideoProgress progress)
			throws IOException {
		return VideoHasher.isVideo(file)
				? new HashedMedia.Video(new VideoHasher(options.video()).hash(file, progress))
				: hashPhoto(file, options, lookup);
	}

	private static HashedMedia.Photo hashPhoto(ByteSource file, MediaOptions options, @Nullable PhotoLookup lookup) throws IOException {
		RgbImage image;
		boolean part = false;
		try {
			image = DECODER.decode(file);
		} catch (ImageException e) {
			if (!options.damaged() || e.reason() != ImageException.Reason.CORRUPT) {
				throw e;
			}
			image = whatCanBeRead(file, e);
			part = true;
		}
		PdqWorkspace workspace = WORKSPACES.get();
		PdqResult plain = PdqHasher.hash(image, workspace);
		HashRecord record = HashRecord.ofPhoto(plain.hash(), plain.quality()).withRegions(regions(image, options));
		List<HashRecord> seen = Appearances.of(image, plain, workspace).stream()
				.map(each -> HashRecord.ofPhoto(each.hash().hash(), each.hash().quality()).withRegions(regions(each.image(), options)))
				.toList();
		// The plain hash is not one of the eight: at some sizes it differs from the unturned form in a last bit.
		Map<Symmetry, Hash256> forms = options.allForms() ? PdqHasher.hashDihedral(image, workspace).hashes() : Map.of();
		if (lookup != null) {
			lookup.look(PhotoViews.of(image, workspace));
		}
		return new HashedMedia.Photo(record, seen, forms, part);
	}

	/** What can be read of a damaged photo; throws what is wrong with it where that is nothing. */
	private static RgbImage whatCanBeRead(ByteSource file, ImageException wrong) throws IOException {
		try {
			return DECODER.decodeDamaged(file);
		} catch (ImageException e) {
			throw wrong;
		}
	}

	private static RegionSet regions(RgbImage image, MediaOptions options) {
		return options.regions() ? RegionHasher.ofListed(image) : RegionSet.NONE;
	}

	/** Does nothing: there is nothing that stays open. */
	@Override
	public void close() {
		// nothing stays open
	}
}
