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
import org.hashaven.index.Match;
import org.hashaven.index.MatchOptions;

/** What one thread of the children was told about its records: those that must be there, those that must not, and the one open change. */
final class KillRoundsLedger {

	private final int thread;
	private final Map<String, Integer> hashOfId = new TreeMap<>();
	private final Map<Integer, Set<String>> idsOfHash = new HashMap<>();
	private final Set<String> gone = new HashSet<>();
	private final Set<Integer> changed = new HashSet<>();
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

	int records() {
		return hashOfId.size();
	}

	/** The live records for the next child. */
	List<String> lines() {
		return hashOfId.entrySet().stream().map(entry -> entry.getKey() + " " + entry.getValue()).toList();
	}

	/** The child is about to make this change. */
	void begin(List<String> change) {
		Answers.require(open.isEmpty(), "the child did not wait");
		open = change;
		if (change.getFirst().equals("add") || change.getFirst().equals("new")) {
			next = Integer.parseInt(change.get(2));
			openNumbers().forEach(number -> changed.add(KillRoundsChild.hashNumber(number)));
		}
		openIds().forEach(id -> changed.add(hashOf(id)));
	}

	/** The index has acknowledged the change, and given these ids. */
	void done(List<String> ids) {
		List<Integer> numbers = openNumbers();
		switch (open.getFirst()) {
			case "add" -> numbers.forEach(number -> put(KillRoundsChild.id(thread, number), KillRoundsChild.hashNumber(number)));
			case "new" -> {
				for (int i = 0; i < ids.size(); i++) {
					put(ids.get(i), KillRoundsChild.hashNumber(numbers.get(i)));
				}
			}
			case "bank" -> radius = Integer.parseInt(open.get(1));
			default -> openIds().forEach(this::remove);
		}
		acknowledged.merge(open.getFirst(), 1, Integer::sum);
		open = List.of();
	}

	private List<Integer> openNumbers() {
		List<Integer> numbers = new ArrayList<>();
		if (open.getFirst().equals("add") || open.getFirst().equals("new")) {
			for (int number = Integer.parseInt(open.get(1)); number < next; number++) {
				numbers.add(number);
			}
		}
		return numbers;
	}

	/** The records that the open change takes away. */
	private Collection<String> openIds() {
		return switch (open.getFirst()) {
			case "withdraw" -> List.copyOf(open.subList(1, open.size()));
			case "hash" -> Set.copyOf(idsOf(Integer.parseInt(open.get(1))));
			default -> Set.of();
		};
	}

	private int hashOf(String id) {
		return Objects.requireNonNull(hashOfId.get(id), "the child withdrew what is not there");
	}

	private Set<String> idsOf(int hash) {
		return idsOfHash.getOrDefault(hash, Set.of());
	}

	private void put(String id, int hash) {
		hashOfId.put(id, hash);
		idsOfHash.computeIfAbsent(hash, h -> new HashSet<>()).add(id);
	}

	private void remove(String id) {
		idsOf(hashOf(id)).remove(id);
		hashOfId.remove(id);
		gone.add(id);
	}

	/** Takes over what death left of the open change. */
	void settle(HashIndex index) throws IOException {
		if (open.isEmpty()) {
			return;
		}
		acknowledged.merge("overtaken by death", 1, Integer::sum);
		for (int number : openNumbers()) {
			int hash = KillRoundsChild.hashNumber(number);
			for (String id : find(index, hash)) {
				boolean ours = open.getFirst().equals("new")
						? !gone.contains(id) && !id.contains("-")
						: id.equals(KillRoundsChild.id(thread, number));
				if (ours && !hashOfId.containsKey(id)) {
					put(id, hash);
				}
			}
		}
		for (String id : openIds()) {
			if (!find(index, hashOf(id)).contains(id)) {
				remove(id);
			}
		}
		if (open.getFirst().equals("bank") && index.banks().stream().anyMatch(bank -> isOurs(bank) && bank.radius() != radius)) {
			radius = Integer.parseInt(open.get(1));
		}
		open = List.of();
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
		sample.removeAll(openNumbersOrNone());
		return sample;
	}

	private List<Integer> openNumbersOrNone() {
		return open.isEmpty() ? List.of() : openNumbers();
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

	private Set<String> find(HashIndex index, int hash) throws IOException {
		MatchOptions exact = MatchOptions.DEFAULT.withRadius(0).withBanks(Set.of(KillRoundsChild.bank(thread)));
		return index.match(KillRoundsChild.hashOf(thread, hash), exact).matches().stream().map(Match::id).collect(Collectors.toSet());
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
