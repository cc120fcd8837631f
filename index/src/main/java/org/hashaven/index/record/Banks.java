package org.hashaven.index.record;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.hashaven.index.Bank;
import org.hashaven.index.IndexException.Reason;
import org.hashaven.index.IndexException;
import org.hashaven.index.Purpose;

/**
 * The banks of an index at one instant, immutable, and their form in the commit.
 *
 * <p>
 * Lucene keeps a map of texts with each commit, written and read as one with the records:
 *
 * <pre>
 *   hashaven.version      5                           1 to 4 in an index that no later version has opened for writing
 *   hashaven.bank.NAME    RADIUS FLOOR PURPOSE        for each bank: 31 50 BLOCK
 * </pre>
 */
public final class Banks {

	/** The version of the form on disk that this program writes, and the newest it reads. */
	public static final int VERSION = 5;

	/** Most banks an index can have: they are written again with every commit. */
	public static final int MAX_BANKS = 1_000;

	private static final String VERSION_KEY = "hashaven.version";
	private static final String BANK_KEY = "hashaven.bank.";

	private final SortedMap<String, Bank> byName;

	private Banks(SortedMap<String, Bank> byName) {
		this.byName = byName;
	}

	/** What a new index has: the default bank. */
	public static Banks initial() {
		return new Banks(new TreeMap<>(Map.of(Bank.DEFAULT.name(), Bank.DEFAULT)));
	}

	/**
	 * Reads the map of a commit.
	 *
	 * @throws IndexException
	 *             {@link Reason#MISSING} for a Lucene index that is none of ours, {@link Reason#NEWER_VERSION}, {@link Reason#CORRUPT}
	 */
	public static Banks ofCommitData(Map<String, String> data) throws IndexException {
		String version = data.get(VERSION_KEY);
		if (version == null) {
			throw new IndexException(Reason.MISSING);
		}
		SortedMap<String, Bank> byName = new TreeMap<>();
		try {
			if (Integer.parseInt(version) > VERSION) {
				throw new IndexException(Reason.NEWER_VERSION);
			}
			data.forEach((key, value) -> {
				if (key.startsWith(BANK_KEY)) {
					Bank bank = parse(key.substring(BANK_KEY.length()), value);
					byName.put(bank.name(), bank);
				}
			});
		} catch (IllegalArgumentException e) {
			throw new IndexException(Reason.CORRUPT);
		}
		return new Banks(byName);
	}

	private static Bank parse(String name, String rules) {
		String[] words = rules.split(" ", -1);
		if (words.length != 3) {
			throw new IllegalArgumentException("a bank has three rules");
		}
		return new Bank(name, Integer.parseInt(words[0]), Integer.parseInt(words[1]), Purpose.valueOf(words[2]));
	}

	/**
	 * Whether a commit with this map is of an older version, which differs only in that it has no regions that are still read, or no videos
	 * either.
	 */
	public static boolean isOlder(Map<String, String> data) {
		return !Integer.toString(VERSION).equals(data.get(VERSION_KEY));
	}

	/** The map for a commit. */
	public Map<String, String> toCommitData() {
		Map<String, String> data = new HashMap<>();
		data.put(VERSION_KEY, Integer.toString(VERSION));
		byName.forEach((name, bank) -> data.put(BANK_KEY + name, bank.radius() + " " + bank.qualityFloor() + " " + bank.purpose()));
		return data;
	}

	/**
	 * These banks and one more, or one with new rules.
	 *
	 * @throws IndexException
	 *             {@link Reason#FULL}
	 */
	public Banks with(Bank bank) throws IndexException {
		SortedMap<String, Bank> more = new TreeMap<>(byName);
		more.put(bank.name(), bank);
		if (more.size() > MAX_BANKS) {
			throw new IndexException(Reason.FULL);
		}
		return new Banks(more);
	}

	/**
	 * The bank of this name.
	 *
	 * @throws IndexException
	 *             {@link Reason#UNKNOWN_BANK}
	 */
	public Bank get(String name) throws IndexException {
		Bank bank = byName.get(name);
		if (bank == null) {
			throw new IndexException(Reason.UNKNOWN_BANK);
		}
		return bank;
	}

	public boolean contains(String name) {
		return byName.containsKey(name);
	}

	/** All banks in the order of their names. */
	public List<Bank> list() {
		return List.copyOf(byName.values());
	}
}
