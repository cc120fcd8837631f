package org.hashaven.cli;

import java.io.IOException;
import java.util.Map;
import java.util.OptionalInt;
import org.hashaven.hash.Hash256;
import org.hashaven.hash.HashRecord;
import org.hashaven.image.ImageDecoder;
import org.hashaven.image.ImageException;
import org.hashaven.image.RgbImage;
import org.hashaven.pdq.Dihedral;
import org.hashaven.pdq.DihedralHashes;
import org.hashaven.pdq.PdqHasher;
import org.hashaven.pdq.PdqResult;
import org.hashaven.pdq.PdqWorkspace;

/** From a picture's file to its hash; used by several threads. */
final class PictureHasher {

	private static final ThreadLocal<PdqWorkspace> WORKSPACES = ThreadLocal.withInitial(PdqWorkspace::new);

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
			return found(picture, HashRecord.ofPhoto(hashes.hash(Dihedral.ORIGINAL), hashes.quality()), hashes.hashes());
		}
		PdqResult result = PdqHasher.hash(image, workspace);
		return found(picture, HashRecord.ofPhoto(result.hash(), result.quality()), Map.of());
	}

	private static RgbImage decode(Input.Picture picture) throws IOException, HavenException {
		try {
			return ImageDecoder.decode(picture.path());
		} catch (ImageException e) {
			if (VideoSniffer.isVideo(picture.path())) {
				throw new HavenException("reason.video");
			}
			throw e;
		}
	}

	private static Found found(Input.Picture picture, HashRecord record, Map<Dihedral, Hash256> forms) {
		return new Found(picture.shown(), record, OptionalInt.of(record.quality()), forms);
	}
}
