package org.hashaven.benchmarks.proof;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.hashaven.benchmarks.search.Answers;
import org.hashaven.index.Bank;
import org.hashaven.index.HashIndex;
import org.hashaven.index.IndexException;
import org.hashaven.index.IndexStats;
import org.hashaven.index.Purpose;
import org.hashaven.index.VerifyReport;

/**
 * kill -9 at random instants: each round a {@link KillRoundsChild} works on the same index from several threads until it is killed, in one
 * round of five maybe before it has done anything. Then the index is opened again, and everything must be as its {@link KillRoundsLedger}
 * has it: every acknowledged photo and video is found, with all its frames, no withdrawn one is and no withdrawn frame of one that is left,
 * banks have their rules, snapshots are whole, and verify is clean. What was under way when the child died may be there whole, in part or
 * not at all, but of a video all frames or none. Each round looks up all records that changed in it and a sample of the older ones, and
 * counts them all; the last round looks up every one. Ends with status 1 at the first round that is wrong.
 *
 * <pre>
 * KillRounds [rounds [seed]]          500
 * </pre>
 */
public final class KillRounds {

	private static final int MAX_LIFE_MS = 1_500;
	private static final int MAX_START_MS = 1_500;
	private static final int SAMPLE = 200;

	private final Path folder;
	private final SplittableRandom random;
	private final List<KillRoundsLedger> ledgers = new ArrayList<>();

	/**
	 * @param folder
	 *            where the index and its snapshots are made
	 * @param seed
	 *            of the children's work and of the instants of their deaths
	 */
	KillRounds(Path folder, long seed) throws IOException {
		this.folder = Files.createDirectories(folder);
		this.random = new SplittableRandom(seed);
		try (HashIndex index = HashIndex.create(index())) {
			for (int thread = 0; thread < KillRoundsChild.THREADS; thread++) {
				ledgers.add(new KillRoundsLedger(thread));
				index.putBank(new Bank(KillRoundsChild.bank(thread), 0, 0, Purpose.BLOCK));
			}
		}
	}

	private Path index() {
		return folder.resolve("index");
	}

	/** See the class. */
	public static void main(String[] args) throws IOException, InterruptedException {
		Arguments arguments = new Arguments(args);
		int rounds = arguments.next(500);
		long seed = arguments.seed();
		try (Scratch scratch = new Scratch("kill-rounds")) {
			KillRounds all = new KillRounds(scratch.resolve("rounds"), seed);
			for (int round = 1; round <= rounds; round++) {
				String outcome = all.round(round == rounds);
				if (round % 25 == 0 || round == rounds) {
					System.out.println("round " + round + ": " + outcome);
				}
			}
		}
	}

	/**
	 * One life and death of a child.
	 *
	 * @param everything
	 *            whether to look every record up afterwards, and not only a sample of those that did not change
	 * @return what was found, in a few words
	 * @throws IllegalStateException
	 *             when something acknowledged was lost, or something withdrawn came back
	 */
	String round(boolean everything) throws IOException, InterruptedException {
		for (String line : liveAndDie()) {
			// A line that death cut short told of a change that had not begun, or acknowledged it to nobody.
			if (line.endsWith(KillRoundsChild.END)) {
				List<String> words = List.of(line.split(" ", -1));
				hear(ledgers.get(Integer.parseInt(words.getFirst())), words.subList(1, words.size() - 1));
			}
		}
		return check(everything);
	}

	private List<String> liveAndDie() throws IOException, InterruptedException {
		List<String> arguments = new ArrayList<>(List.of(folder.toString(), Long.toString(random.nextLong())));
		for (KillRoundsLedger ledger : ledgers) {
			Files.write(KillRoundsChild.liveFile(folder, ledger.thread()), ledger.lines());
			arguments.add(Integer.toString(ledger.next()));
		}
		boolean whileItStarts = random.nextInt(5) == 0;
		Process child = new ProcessBuilder(Child.command(KillRoundsChild.class, List.of("-XX:TieredStopAtLevel=1"), arguments))
				.redirectErrorStream(true).start();
		try (BufferedReader reader = child.inputReader(StandardCharsets.UTF_8)) {
			List<String> said = new ArrayList<>();
			while (!whileItStarts && (said.isEmpty() || !said.getLast().contains(KillRoundsChild.OK))) {
				String line = reader.readLine();
				Answers.require(line != null, "the child ended by itself: " + said);
				said.add(line);
			}
			Thread.sleep(random.nextInt(whileItStarts ? MAX_START_MS : MAX_LIFE_MS));
			child.toHandle().destroyForcibly(); // SIGKILL, by the handle, which leaves us what it said
			reader.lines().forEach(said::add);
			Answers.require(child.waitFor() == 128 + 9, "the child ended by itself: " + said);
			return said;
		}
	}

	private void hear(KillRoundsLedger ledger, List<String> words) throws IOException {
		boolean done = words.getFirst().equals("ok");
		if (!done) {
			ledger.begin(words);
		} else if (ledger.open().getFirst().equals("snapshot")) {
			checkSnapshot(ledger, true);
		}
		if (done) {
			ledger.done(words.subList(1, words.size()));
		}
	}

	/** A snapshot is whole, or it is no index. */
	private void checkSnapshot(KillRoundsLedger ledger, boolean acknowledged) throws IOException {
		Path snapshot = folder.resolve(ledger.open().get(1));
		try (HashIndex copy = HashIndex.openReadOnly(snapshot)) {
			VerifyReport report = copy.verify();
			Answers.require(report.clean(), "snapshot: " + report.faults());
			ledger.check(copy, ledger.sample(random, SAMPLE));
		} catch (IndexException e) {
			Answers.require(!acknowledged && e.reason() == IndexException.Reason.MISSING, "snapshot: " + e.getMessage());
		}
		if (Files.exists(snapshot)) {
			Scratch.delete(snapshot);
		}
	}

	private String check(boolean everything) throws IOException {
		for (KillRoundsLedger ledger : ledgers) {
			if (!ledger.open().isEmpty() && ledger.open().getFirst().equals("snapshot")) {
				checkSnapshot(ledger, false);
			}
		}
		try (HashIndex index = HashIndex.open(index())) {
			int asked = 0;
			int askedVideos = 0;
			int live = 0;
			int media = 0;
			int regions = 0;
			for (KillRoundsLedger ledger : ledgers) {
				ledger.settle(index);
				asked += ledger.check(index, everything ? ledger.all() : ledger.changedAnd(ledger.sample(random, SAMPLE)));
				askedVideos += ledger.checkVideos(index, everything);
				ledger.checkBank(index.banks());
				live += ledger.records();
				media += ledger.media();
				regions += ledger.regions();
			}
			IndexStats stats = index.stats();
			Answers.require(stats.records() == live, stats.records() + " records, not " + live);
			Answers.require(stats.media() == media, stats.media() + " photos and videos, not " + media);
			Answers.require(stats.regions() == regions, stats.regions() + " regions, not " + regions);
			VerifyReport report = index.verify();
			Answers.require(report.clean(), report.faults().toString());
			return "%s; %,d records of %,d photos and videos there; %,d hashes and %,d videos looked up, each as it must be; "
					.formatted(KillRoundsLedger.counted(ledgers), live, media, asked, askedVideos)
					+ "verify clean in %d segments".formatted(report.segments());
		}
	}
}
