package org.hashaven.benchmarks.search;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.hashaven.hash.Hash256;
import org.hashaven.hash.HashRecord;
import org.hashaven.index.Bank;
import org.hashaven.index.HashIndex;
import org.hashaven.testdata.hashes.HashPopulation;

/**
 * The process that gets killed: adds, withdraws and compacts until it ends, and says on its standard output what it is about to do and what
 * the index has acknowledged.
 *
 * <pre>
 *   add 12 40        about to add records 12 to 39
 *   ok
 *   withdraw 7 19    about to withdraw records 7 and 19
 *   ok
 *   compact
 *   ok
 * </pre>
 *
 * Record {@code n} has the id {@code n} in decimal and the hash {@link #hashOf hashOf(n)}.
 */
final class KillRoundsChild {

	private static final String BANK = Bank.DEFAULT.name();

	private KillRoundsChild() {
	}

	/** Folder, first record number, seed, and the numbers of records it may withdraw. */
	public static void main(String[] args) throws IOException {
		int next = Integer.parseInt(args[1]);
		SplittableRandom random = new SplittableRandom(Long.parseLong(args[2]));
		List<String> live = new ArrayList<>(List.of(args).subList(3, args.length));
		try (HashIndex index = HashIndex.open(Path.of(args[0]))) {
			while (true) {
				int choice = random.nextInt(20);
				if (choice == 0) {
					say("compact");
					index.compact();
				} else if (choice < 8 && live.size() > 2) {
					List<String> ids = List.of(live.remove(random.nextInt(live.size())), live.remove(random.nextInt(live.size())));
					say("withdraw " + String.join(" ", ids));
					require(index.withdraw(ids) == ids.size());
				} else {
					int end = next + 1 + random.nextInt(choice == 19 ? 5_000 : 50);
					say("add " + next + " " + end);
					List<HashRecord> batch = new ArrayList<>();
					for (; next < end; next++) {
						String id = Integer.toString(next);
						batch.add(HashRecord.ofPhoto(hashOf(next), 100).withIdAndBank(id, BANK));
						live.add(id);
					}
					index.add(BANK, batch);
				}
				say("ok");
			}
		}
	}

	/** The hash of a record, from its number alone. */
	static Hash256 hashOf(int number) {
		return Queries.of(HashPopulation.uniform(new SplittableRandom(number)));
	}

	/** One line in one write, so that a kill leaves whole lines. Ends the process when nobody listens any more. */
	private static void say(String line) {
		System.out.print(line + "\n");
		if (System.out.checkError()) {
			throw new IllegalStateException("nobody listens");
		}
	}

	private static void require(boolean right) {
		if (!right) {
			throw new IllegalStateException("a live record was not withdrawn");
		}
	}
}
