package org.hashaven.benchmarks.proof;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * One way to damage one file of an index.
 *
 * @param kind
 *            what is done to the file
 * @param file
 *            the file's name
 * @param at
 *            the bit that flips, or the length in bytes that is left
 */
record Damage(Kind kind, String file, long at) {

	/** What can be done to a file. */
	enum Kind {
		/** One bit is flipped. */
		FLIP,
		/** The file is cut short. */
		CUT,
		/** The file is cut short while an index has it open and mapped. */
		CUT_WHILE_OPEN
	}

	/** Files up to this length are cut to every length. */
	private static final int SMALL_BYTES = 4 << 10;

	private static final int CUTS_OF_LARGE = 100;
	private static final int CUTS_WHILE_OPEN = 20;

	/**
	 * All damages to an index folder, the same for the same seed: so many flips over all files, each file getting at least its share by
	 * number and its share by length, and cuts to every length of a small file and to some lengths of a large one.
	 */
	static List<Damage> plan(Path index, int flips, int cutEach, long seed) throws IOException {
		SplittableRandom random = new SplittableRandom(seed);
		List<Path> files = Scratch.indexFiles(index);
		long allBytes = 0;
		for (Path file : files) {
			allBytes += Files.size(file);
		}
		List<Damage> plan = new ArrayList<>();
		for (Path file : files) {
			String name = file.getFileName().toString();
			long length = Files.size(file);
			long share = flips / 2 / files.size() + flips / 2 * length / allBytes;
			if (share >= length * Byte.SIZE) {
				for (long bit = 0; bit < length * Byte.SIZE; bit++) {
					plan.add(new Damage(Kind.FLIP, name, bit));
				}
			} else {
				for (long flip = 0; flip < share; flip++) {
					plan.add(new Damage(Kind.FLIP, name, random.nextLong(length * Byte.SIZE)));
				}
			}
			long step = length <= SMALL_BYTES ? cutEach : cutEach * length / CUTS_OF_LARGE;
			for (long left = 0; left < length; left += length <= SMALL_BYTES ? step : 1 + random.nextLong(2 * step)) {
				plan.add(new Damage(Kind.CUT, name, left));
			}
			for (int cut = 0; cut < CUTS_WHILE_OPEN; cut += cutEach) {
				plan.add(new Damage(Kind.CUT_WHILE_OPEN, name, random.nextLong(length)));
			}
		}
		return plan;
	}

	/** Does it. */
	void apply(Path index) throws IOException {
		Path path = index.resolve(file);
		if (kind == Kind.FLIP) {
			byte[] bytes = Files.readAllBytes(path);
			bytes[(int) (at / Byte.SIZE)] ^= (byte) (1 << at % Byte.SIZE);
			Files.write(path, bytes);
		} else {
			try (FileChannel channel = FileChannel.open(path, StandardOpenOption.WRITE)) {
				channel.truncate(at);
			}
		}
	}

	/** The sort of file: the last part of its name. */
	String sort() {
		return file.startsWith("segments") ? "segments" : file.substring(file.lastIndexOf('.') + 1);
	}
}
