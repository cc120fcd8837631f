package org.hashaven.cli;

import java.io.IOException;
import java.util.Map;
import org.hashaven.hash.HashRecord;
import org.hashaven.image.ImageDecoder;
import org.hashaven.image.ImageException;
import org.hashaven.image.RgbImage;
import org.hashaven.pdq.DihedralHashes;
import org.hashaven.pdq.PdqHasher;
import org.hashaven.pdq.PdqResult;
import org.hashaven.pdq.PdqWorkspace;

/** From a picture's file to its hash; used by several threads. */
final class PictureHasher {

	private static final ThreadLocal<PdqWorkspace> WORKSPACES = ThreadLocal.withInitial(PdqWorkspace::new);

	private static final ImageDecoder DECODER = new ImageDecoder();

	private final boolean allForms;

	/**
	 * @param allForms
	 *            whether to make the hashes of all eight forms
	 */
	PictureHasher(boolean allForms) {
		this.allForms = allForms;
	}

	/** Opens, decodes and hashes one file. */
	Found hash(Input.Picture picture) throws IOException, HavenException {
		Reasons.requireReadable(picture.path());
		RgbImage image = decode(picture);
		PdqWorkspace workspace = WORKSPACES.get();
		if (allForms) {
			DihedralHashes hashes = PdqHasher.hashDihedral(image, workspace);
			// Not one of the eight: at some sizes the plain hash differs from the unturned form in a last bit.
			PdqResult plain = PdqHasher.hash(image, workspace);
			return new Found(picture.shown(), picture.shown(), HashRecord.ofPhoto(plain.hash(), plain.quality()), hashes.hashes());
		}
		PdqResult result = PdqHasher.hash(image, workspace);
		return new Found(picture.shown(), picture.shown(), HashRecord.ofPhoto(result.hash(), result.quality()), Map.of());
	}

	private static RgbImage decode(Input.Picture picture) throws IOException, HavenException {
		try {
			return DECODER.decode(picture.path());
		} catch (ImageException e) {
			if (VideoSniffer.isVideo(picture.path())) {
				throw new HavenException("reason.video");
			}
			throw e;
		}
	}
}
