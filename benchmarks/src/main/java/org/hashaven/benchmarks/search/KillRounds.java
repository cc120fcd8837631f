package org.hashaven.benchmarks.search;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.hashaven.index.HashIndex;
import org.hashaven.index.IndexStats;
import org.hashaven.index.MatchOptions;
import org.hashaven.index.VerifyReport;

/**
 * kill -9 at random instants: each round a {@link KillRoundsChild} works on the same index until it is killed; then the index is opened
 * again, and every acknowledged add must be found, no acknowledged withdrawal may be, and verify must be clean. Each round looks up all
 * records that changed in it and a sample of the older ones, and counts them all; the last round looks up every one. What was under way
 * when the child died may be there whole, in part or not at all. Ends with status 1 at the first round that is wrong.
 *
 * <pre>
 * KillRounds [rounds [seed]]          100
 * </pre>
 */
public final class KillRounds {

	private static final int MAX_LIFE_MS = 1_500;
	private static final int WITHDRAWABLE = 200;
	private static final int SAMPLE = 500;

	private final Path folder;
	private final SplittableRandom random;
	private final Set<String> live = new TreeSet<>();
	private final Set<String> gone = new HashSet<>();
	private final Set<String> changed = new HashSet<>();
	private int next;
	private int addsAcknowledged;
	private int withdrawalsAcknowledged;
	private int neverAcknowledged;

	/**
	 * @param folder
	 *            where the index is made
	 * @param seed
	 *            of the children's work and of the instants of their deaths
	 */
	KillRounds(Path folder, long seed) throws IOException {
		this.folder = folder;
		this.random = new SplittableRandom(seed);
		HashIndex.create(folder).close();
	}

	/** See the class. */
	public static void main(String[] args) throws IOException, InterruptedException {
		int rounds = args.length > 0 ? Integer.parseInt(args[0]) : 100;
		long seed = args.length > 1 ? Long.parseLong(args[1]) : System.nanoTime();
		Path temporary = Files.createTempDirectory("kill-rounds");
		System.out.println(rounds + " rounds, seed " + seed);
		KillRounds all = new KillRounds(temporary.resolve("index"), seed);
		for (int round = 1; round <= rounds; round++) {
			String outcome = all.round(round == rounds);
			if (round % 10 == 0 || round == rounds) {
				System.out.println("round " + round + ": " + outcome);
			}
		}
		MillionRecords.delete(temporary);
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
		changed.clear();
		Set<String> open = readBack(liveAndDie());
		return check(open, everything);
	}

	private List<String> liveAndDie() throws IOException, InterruptedException {
		List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
				"--enable-native-access=ALL-UNNAMED", "-XX:TieredStopAtLevel=1", "-cp", System.getProperty("java.class.path"),
				KillRoundsChild.class.getName(), folder.toString(), Integer.toString(next), Long.toString(random.nextLong())));
		live.stream().limit(WITHDRAWABLE).forEach(command::add);
		Process child = new ProcessBuilder(command).redirectErrorStream(true).start();
		try (BufferedReader reader = child.inputReader(StandardCharsets.UTF_8)) {
			List<String> said = new ArrayList<>();
			String first = reader.readLine(); // it lives: the index is open and the first change is about to be made
			Answers.require(first != null, "the child said nothing");
			said.add(first);
			Thread.sleep(random.nextInt(MAX_LIFE_MS));
			child.toHandle().destroyForcibly(); // SIGKILL, by the handle, which leaves us what it said
			for (String line = reader.readLine(); line != null; line = reader.readLine()) {
				said.add(line);
			}
			Answers.require(child.waitFor() == 128 + 9, "the child ended by itself: " + said.getLast());
			return said;
		}
	}

	/** Takes over what was acknowledged; gives the records whose fate is open. */
	private Set<String> readBack(List<String> said) {
		Set<String> open = new HashSet<>();
		for (int i = 0; i < said.size(); i++) {
			boolean done = i + 1 < said.size() && said.get(i + 1).equals("ok");
			String[] words = said.get(i).split(" ", -1);
			switch (words[0]) {
				case "add" -> {
					for (; next < Integer.parseInt(words[2]); next++) {
						(done ? live : open).add(Integer.toString(next));
						changed.add(Integer.toString(next));
						addsAcknowledged += done ? 1 : 0;
					}
				}
				case "withdraw" -> List.of(words).subList(1, words.length).forEach(id -> {
					live.remove(id);
					changed.add(id);
					(done ? gone : open).add(id);
					withdrawalsAcknowledged += done ? 1 : 0;
				});
				case "ok", "compact" -> {
					// changes no record
				}
				default -> throw new IllegalStateException("the child said: " + said.get(i));
			}
		}
		return open;
	}

	private String check(Set<String> open, boolean everything) throws IOException {
		try (HashIndex index = HashIndex.open(folder)) {
			for (String id : open) {
				(finds(index, id) ? live : gone).add(id);
				neverAcknowledged++;
			}
			Set<String> asked = everything ? new HashSet<>(live) : sample();
			asked.addAll(everything ? gone : changed);
			for (String id : asked) {
				boolean found = finds(index, id);
				Answers.require(found || !live.contains(id), "acknowledged record " + id + " is lost");
				Answers.require(!found || !gone.contains(id), "withdrawn record " + id + " is back");
			}
			IndexStats stats = index.stats();
			Answers.require(stats.records() == live.size(), stats.records() + " records, not " + live.size());
			VerifyReport report = index.verify();
			Answers.require(report.clean(), report.faults().toString());
			return ("%d adds and %d withdrawals acknowledged so far, %d that death overtook; %d records there; "
					+ "%d looked up, each as it must be; verify clean in %d segments").formatted(addsAcknowledged, withdrawalsAcknowledged,
							neverAcknowledged, live.size(), asked.size(), report.segments());
		}
	}

	private Set<String> sample() {
		Set<String> sample = new HashSet<>();
		for (int i = 0; i < SAMPLE && next > 0; i++) {
			sample.add(Integer.toString(random.nextInt(next)));
		}
		return sample;
	}

	private static boolean finds(HashIndex index, String id) throws IOException {
		return index.match(KillRoundsChild.hashOf(Integer.parseInt(id)), MatchOptions.DEFAULT.withRadius(0)).matches().stream()
				.anyMatch(match -> match.id().equals(id));
	}
}
