package org.hashaven.benchmarks.proof;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.SplittableRandom;
import org.hashaven.benchmarks.search.Answers;
import org.hashaven.index.IndexException;

/** The process of {@link DiskFull} that has mounts of its own. */
final class DiskFullChild {

	private static final int MAX_WRITES_MS = 400;

	private final SmallDisk disk;
	private final SplittableRandom random;
	private int records;

	private DiskFullChild(SmallDisk disk, SplittableRandom random) {
		this.disk = disk;
		this.random = random;
	}

	/** An empty folder to mount over, megabytes, rounds, seed. */
	public static void main(String[] args) throws IOException, InterruptedException {
		Locale.setDefault(Locale.ROOT); // of the numbers said below
		SmallDisk disk = new SmallDisk(Path.of(args[0]), Integer.parseInt(args[1]));
		DiskFullChild all = new DiskFullChild(disk, new SplittableRandom(Long.parseLong(args[3])));
		int rounds = Integer.parseInt(args[2]);
		for (int round = 0; round < rounds; round++) {
			all.round(Trouble.values()[round % Trouble.values().length]);
		}
		System.out.println(
				"%d troubles (full while writing, full while compacting, read-only while writing), %,d records: nothing lost, and it went on by itself"
						.formatted(rounds, all.records));
	}

	/** What happens to the disk. */
	private enum Trouble {
		FULL, FULL_COMPACTING, READ_ONLY
	}

	private void round(Trouble trouble) throws IOException, InterruptedException {
		Path folder = disk.resolve("index");
		try (TroubledIndex index = new TroubledIndex(folder, random.split())) {
			// Room is left for the old, what is added, and the compacted, which has the tables that small segments do without.
			long enough = disk.freeBytes() / (12 + random.nextInt(12));
			while (index.sizeBytes() < enough) {
				index.add(500);
			}
			index.withdraw(100);
			switch (trouble) {
				case FULL -> {
					disk.leave(random.nextLong(disk.freeBytes() / 12));
					index.workUntilRefused();
				}
				case FULL_COMPACTING -> compactOnFullDisk(index);
				case READ_ONLY -> writeUntilReadOnly(index);
			}
			if (random.nextBoolean()) {
				index.workUntilRefused(); // again, on what the first refusal left
			} else if (random.nextBoolean()) {
				index.openAgainInTrouble();
			}
			if (trouble == Trouble.READ_ONLY) {
				disk.makeWritable();
			} else {
				disk.giveBack();
			}
			recover(index);
			records += index.records();
		}
		Scratch.delete(folder);
	}

	private void recover(TroubledIndex index) throws IOException {
		try {
			index.recover();
		} catch (IndexException e) {
			throw new IllegalStateException(
					"refused after the trouble, an index of %,d bytes with %,d free".formatted(index.sizeBytes(), disk.freeBytes()), e);
		}
	}

	private void compactOnFullDisk(TroubledIndex index) throws IOException {
		disk.leave(random.nextLong(index.sizeBytes() / 2));
		try {
			index.compact();
			Answers.require(false, "compacted into less room than it takes");
		} catch (IndexException e) {
			index.requireRefusal(e);
		}
	}

	private void writeUntilReadOnly(TroubledIndex index) throws IOException, InterruptedException {
		int lifeMs = random.nextInt(MAX_WRITES_MS);
		Thread trouble = Thread.ofPlatform().start(() -> {
			try {
				Thread.sleep(lifeMs);
				disk.makeReadOnly();
			} catch (IOException | InterruptedException e) {
				throw new IllegalStateException(e);
			}
		});
		index.workUntilRefused();
		trouble.join();
	}
}
