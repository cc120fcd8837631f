package org.hashaven.cli.evaluate;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.hashaven.hash.Hash256;
import org.hashaven.image.ImageDecoder;
import org.hashaven.image.RgbImage;
import org.hashaven.index.Bank;
import org.hashaven.pdq.DihedralHashes;
import org.hashaven.pdq.PdqHasher;
import org.hashaven.pdq.PdqResult;
import org.hashaven.pdq.PdqWorkspace;
import org.hashaven.video.VideoHasher;

/** The photographs of a folder that can take part: large enough, with enough detail, no two alike. In memory are only their hashes. */
final class Photographs {

	/** Pixels of a side that a photograph must have. */
	static final int LEAST_SIDE = 64;

	private static final ThreadLocal<PdqWorkspace> WORKSPACES = ThreadLocal.withInitial(PdqWorkspace::new);

	private final ImageDecoder decoder = new ImageDecoder();
	private final List<Path> files = new ArrayList<>();
	private final List<Hash256> hashes = new ArrayList<>();

	/** What was seen of one file. */
	record Seen(Hash256 hash, DihedralHashes forms) {
	}

	/** Opens a file; for any thread. */
	RgbImage open(Path file) throws IOException {
		if (VideoHasher.isVideo(file)) {
			throw new ExcludedPhotoException(ExcludedPhotoException.Reason.VIDEO);
		}
		return decoder.decode(file);
	}

	/** Looks at a file; for any thread. */
	Seen look(Path file) throws IOException {
		RgbImage image = open(file);
		if (Math.min(image.width(), image.height()) < LEAST_SIDE) {
			throw new ExcludedPhotoException(ExcludedPhotoException.Reason.SMALL);
		}
		PdqResult plain = PdqHasher.hash(image, WORKSPACES.get());
		if (plain.quality() < Bank.DEFAULT_QUALITY_FLOOR) {
			throw new ExcludedPhotoException(ExcludedPhotoException.Reason.PLAIN);
		}
		return new Seen(plain.hash(), PdqHasher.hashDihedral(image, WORKSPACES.get()));
	}

	/** Takes one more; for one thread. */
	void add(Path file, Seen seen) throws ExcludedPhotoException {
		for (Hash256 hash : hashes) {
			if (isNear(hash, seen.hash()) || seen.forms().hashes().values().stream().anyMatch(form -> isNear(hash, form))) {
				throw new ExcludedPhotoException(ExcludedPhotoException.Reason.ALIKE);
			}
		}
		files.add(file);
		hashes.add(seen.hash());
	}

	private static boolean isNear(Hash256 one, Hash256 other) {
		return one.distance(other) <= Bank.DEFAULT_RADIUS;
	}

	int count() {
		return files.size();
	}

	Path file(int number) {
		return files.get(number);
	}

	Hash256 hash(int number) {
		return hashes.get(number);
	}

	/** Numbers of photographs, evenly spread, capped at {@code most}. */
	List<Integer> spread(int most) {
		int wanted = Math.min(most, files.size());
		List<Integer> numbers = new ArrayList<>();
		for (int i = 0; i < wanted; i++) {
			numbers.add((int) ((long) i * files.size() / wanted));
		}
		return numbers;
	}
}
