package org.hashaven.benchmarks.proof;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.hashaven.benchmarks.search.Answers;
import org.hashaven.index.Bank;
import org.hashaven.index.HashIndex;
import org.hashaven.index.HashMatch;
import org.hashaven.index.MatchOptions;
import org.hashaven.index.Query;
import org.hashaven.index.VideoMatch;

/**
 * What one thread of the children was told about its photos and videos: those that must be there, with which frames, those that must not,
 * and the one open change.
 */
final class KillRoundsLedger {

	private final int thread;
	private final Map<String, List<Integer>> numbersOfId = new TreeMap<>();
	private final Map<Integer, Set<String>> idsOfHash = new HashMap<>();
	private final Set<String> videos = new HashSet<>();
	private final Set<String> gone = new HashSet<>();
	private final Set<Integer> changed = new HashSet<>();
	private final Map<String, List<Integer>> changedVideos = new HashMap<>();
	private final Map<String, Integer> acknowledged = new TreeMap<>();
	private List<String> open = List.of();
	private int next;
	private int radius;

	KillRoundsLedger(int thread) {
		this.thread = thread;
	}

	int thread() {
		return thread;
	}

	/** The number of the next record. */
	int next() {
		return next;
	}

	/** The change that is not acknowledged yet; empty when there is none. */
	List<String> open() {
		return open;
	}

	/** Photos and videos that are live. */
	int media() {
		return numbersOfId.size();
	}

	/** Photos and frames that are live. */
	int records() {
		return numbersOfId.values().stream().mapToInt(List::size).sum();
	}

	/** Regions of the photos that are live. */
	int regions() {
		return numbersOfId.entrySet().stream().filter(entry -> !videos.contains(entry.getKey()))
				.mapToInt(entry -> KillRoundsChild.regions(thread, entry.getValue().getFirst()).size()).sum();
	}

	/** What is live, for the next child. */
	List<String> lines() {
		return numbersOfId.entrySet().stream().map(entry -> entry.getKey() + " "
				+ entry.getValue().stream().map(String::valueOf).collect(Collectors.joining(" "))).toList();
	}

	/** The child is about to make this change. */
	void begin(List<String> change) {
		Answers.require(open.isEmpty(), "the child did not wait");
		open = change;
		if (change.getFirst().equals("add") || change.getFirst().equals("new")) {
			next = Integer.parseInt(change.get(2));
		}
		openMedia().forEach(this::change);
		openIds().forEach(id -> {
			change(numbersOf(id));
			if (videos.contains(id)) {
				changedVideos.put(id, numbersOf(id));
			}
		});
	}

	private void change(List<Integer> numbers) {
		numbers.forEach(number -> changed.add(KillRoundsChild.hashNumber(number)));
	}

	/** The index has acknowledged the change, and given these ids. */
	void done(List<String> ids) {
		List<List<Integer>> media = openMedia();
		boolean ofVideos = media.stream().anyMatch(numbers -> numbers.size() > 1)
				|| (open.getFirst().equals("hash") && openIds().stream().anyMatch(videos::contains));
		switch (open.getFirst()) {
			case "add" -> media.forEach(numbers -> put(KillRoundsChild.id(numbers.getFirst()), numbers));
			case "new" -> {
				for (int i = 0; i < ids.size(); i++) {
					put(ids.get(i), media.get(i));
				}
			}
			case "bank" -> radius = Integer.parseInt(open.get(1));
			default -> openIds().forEach(this::takeAway);
		}
		acknowledged.merge(open.getFirst() + (ofVideos ? " of videos" : ""), 1, Integer::sum);
		open = List.of();
	}

	/** The photos and videos that the open change adds, each as the numbers of its records. */
	private List<List<Integer>> openMedia() {
		return !open.isEmpty() && (open.getFirst().equals("add") || open.getFirst().equals("new"))
				? KillRoundsChild.media(Integer.parseInt(open.get(1)), next, Integer.parseInt(open.get(3)))
				: List.of();
	}

	/** The photos and videos of which the open change takes records away. */
	private Collection<String> openIds() {
		return switch (open.getFirst()) {
			case "withdraw" -> List.copyOf(open.subList(1, open.size()));
			case "hash" -> Set.copyOf(idsOf(Integer.parseInt(open.get(1))));
			default -> Set.of();
		};
	}

	private List<Integer> numbersOf(String id) {
		return Objects.requireNonNull(numbersOfId.get(id), "the child withdrew what is not there");
	}

	private static int hashOf(List<Integer> numbers) {
		return KillRoundsChild.hashNumber(numbers.getFirst());
	}

	private Set<String> idsOf(int hash) {
		return idsOfHash.getOrDefault(hash, Set.of());
	}

	private void put(String id, List<Integer> numbers) {
		numbersOfId.put(id, numbers);
		numbers.forEach(number -> idsOfHash.computeIfAbsent(KillRoundsChild.hashNumber(number), h -> new HashSet<>()).add(id));
		if (numbers.size() > 1) {
			videos.add(id);
			changedVideos.put(id, numbers);
		}
	}

	/** Takes away of a photo or a video what the open change takes: all of it, or the records of a hash. */
	private void takeAway(String id) {
		List<Integer> left = new ArrayList<>();
		for (int number : numbersOf(id)) {
			int hash = KillRoundsChild.hashNumber(number);
			if (open.getFirst().equals("hash") && hash != Integer.parseInt(open.get(1))) {
				left.add(number);
			} else {
				idsOf(hash).remove(id);
			}
		}
		if (left.isEmpty()) {
			numbersOfId.remove(id);
			gone.add(id);
		} else {
			numbersOfId.put(id, left);
		}
	}

	/** Takes over what death left of the open change. */
	void settle(HashIndex index) throws IOException {
		if (open.isEmpty()) {
			return;
		}
		acknowledged.merge("overtaken by death", 1, Integer::sum);
		for (List<Integer> numbers : openMedia()) {
			Set<String> found = find(index, hashOf(numbers));
			for (int number : numbers) { // of a video all frames are there, or none
				found.retainAll(find(index, KillRoundsChild.hashNumber(number)));
			}
			found.stream().filter(id -> isOpen(id, numbers)).findFirst().ifPresent(id -> put(id, numbers));
		}
		boolean ofHash = open.getFirst().equals("hash");
		for (String id : openIds()) {
			if (!find(index, ofHash ? Integer.parseInt(open.get(1)) : hashOf(numbersOf(id))).contains(id)) {
				takeAway(id);
			}
		}
		if (open.getFirst().equals("bank") && index.banks().stream().anyMatch(bank -> isOurs(bank) && bank.radius() != radius)) {
			radius = Integer.parseInt(open.get(1));
		}
		open = List.of();
	}

	/** Whether an id that was found may be that of a photo or a video that is being added. */
	private boolean isOpen(String id, List<Integer> numbers) {
		boolean ours = open.getFirst().equals("new")
				? !gone.contains(id) && !id.contains("-")
				: id.equals(KillRoundsChild.id(numbers.getFirst()));
		return ours && !numbersOfId.containsKey(id);
	}

	/** All hashes that ever were. */
	Set<Integer> all() {
		Set<Integer> all = new HashSet<>();
		for (int number = 0; number < next; number++) {
			all.add(KillRoundsChild.hashNumber(number));
		}
		return all;
	}

	/** A few hashes. */
	Set<Integer> sample(SplittableRandom random, int size) {
		Set<Integer> sample = new HashSet<>();
		for (int i = 0; i < size && next > 0; i++) {
			sample.add(KillRoundsChild.hashNumber(random.nextInt(next)));
		}
		openMedia().forEach(sample::removeAll);
		return sample;
	}

	/** These hashes, and those that changed since this was last asked. */
	Set<Integer> changedAnd(Set<Integer> others) {
		Set<Integer> both = new HashSet<>(others);
		both.addAll(changed);
		changed.clear();
		return both;
	}

	/** Holds the answers for some hashes to the records that must be there; gives their number. */
	int check(HashIndex index, Set<Integer> hashes) throws IOException {
		for (int hash : hashes) {
			Set<String> found = find(index, hash);
			Answers.require(found.equals(idsOf(hash)), "thread %d, hash %d: found %s, not %s".formatted(thread, hash, found, idsOf(hash)));
		}
		return hashes.size();
	}

	/**
	 * Looks every video up whose frames changed since this was last asked, or all: found whole with the frames it has, and nothing else of
	 * it, or not at all; gives their number.
	 */
	int checkVideos(HashIndex index, boolean everything) throws IOException {
		Map<String, List<Integer>> asked = new HashMap<>(changedVideos);
		changedVideos.clear();
		videos.stream().filter(id -> numbersOfId.containsKey(id) && (everything || asked.containsKey(id)))
				.forEach(id -> asked.put(id, numbersOf(id)));
		for (Map.Entry<String, List<Integer>> video : asked.entrySet()) {
			List<VideoMatch> found = index.match(Query.ofVideo(KillRoundsChild.frames(thread, video.getValue())), exact()).matches();
			List<VideoMatch> its = found.stream().filter(match -> match.id().equals(video.getKey())).toList();
			boolean whole = its.size() == 1 && its.getFirst().queryShare() == 1 && its.getFirst().mediaShare() == 1;
			Answers.require(numbersOfId.containsKey(video.getKey()) ? whole : its.isEmpty(),
					"thread %d, video %s, records %s: found %s".formatted(thread, video.getKey(), video.getValue(), its));
			Answers.require(found.stream().noneMatch(match -> gone.contains(match.id())), "a withdrawn video is back");
		}
		return asked.size();
	}

	private MatchOptions exact() {
		return MatchOptions.DEFAULT.withRadius(0).withBanks(Set.of(KillRoundsChild.bank(thread)));
	}

	private Set<String> find(HashIndex index, int hash) throws IOException {
		return index.match(KillRoundsChild.hashOf(thread, hash), exact()).matches().stream().map(HashMatch::id).collect(Collectors.toSet());
	}

	void checkBank(List<Bank> banks) {
		Answers.require(banks.stream().anyMatch(bank -> isOurs(bank) && bank.radius() == radius), "a bank lost its rules");
	}

	private boolean isOurs(Bank bank) {
		return bank.name().equals(KillRoundsChild.bank(thread));
	}

	/** How many changes of each sort were acknowledged, in all threads. */
	static String counted(Collection<KillRoundsLedger> ledgers) {
		Map<String, Integer> sum = new TreeMap<>();
		ledgers.forEach(ledger -> ledger.acknowledged.forEach((what, count) -> sum.merge(what, count, Integer::sum)));
		return ledgers.stream().mapToInt(KillRoundsLedger::next).sum() + " records ever, acknowledged " + sum;
	}
}
