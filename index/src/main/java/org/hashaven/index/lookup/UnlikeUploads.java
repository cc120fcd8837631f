package org.hashaven.index.lookup;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hashaven.hash.Hash256;
import org.hashaven.index.HeldBack;
import org.hashaven.index.record.MediaName;

/**
 * Notices records whose regions match uploads that are unlike each other: what matches everything of a kind is no picture of anyone.
 *
 * <p>
 * Of each record the hashes of what uploads showed in its place are kept, in memory only, as long as each is more than
 * {@value #UNLIKE_BITS} bits from all kept before. Copies of one picture are alike: twenty, each altered in another way, add two or three.
 * A record is held back from {@value #MIN_UNLIKE} on if they are more than half of its uploads, and from {@value #MAX_UNLIKE} on in any
 * case. For any thread.
 */
public final class UnlikeUploads {

	/** More than this apart, two uploads are unlike. */
	public static final int UNLIKE_BITS = 48;

	/** Fewest unlike uploads for which a record is held back. */
	public static final int MIN_UNLIKE = 8;

	/** Unlike uploads for which a record is held back, whatever else it matched. */
	public static final int MAX_UNLIKE = 32;

	/** Records that are watched; of more, the one that matched least recently is forgotten. */
	public static final int MAX_RECORDS = 10_000;

	private static final float LOAD = 0.75f;

	private final Map<MediaName, Watched> records = new LinkedHashMap<>(16, LOAD, true) {

		@Override
		protected boolean removeEldestEntry(Map.Entry<MediaName, Watched> eldest) {
			return size() > MAX_RECORDS;
		}
	};
	private final Set<MediaName> released = new HashSet<>();

	/** What is known of one record. */
	private static final class Watched {

		private final List<Hash256> unlike = new ArrayList<>();
		private long uploads;

		void take(Hash256 shown) {
			uploads++;
			if (unlike.size() < MAX_UNLIKE && unlike.stream().allMatch(other -> other.distance(shown) > UNLIKE_BITS)) {
				unlike.add(shown);
			}
		}

		boolean isHeldBack() {
			return unlike.size() >= MAX_UNLIKE || (unlike.size() >= MIN_UNLIKE && 2L * unlike.size() > uploads);
		}
	}

	/**
	 * Notes that regions of a record matched an upload.
	 *
	 * @param shown
	 *            hash of what the upload shows in its place
	 * @return whether the record is held back, by this upload or one before
	 */
	public synchronized boolean matched(MediaName record, Hash256 shown) {
		if (released.contains(record)) {
			return false;
		}
		Watched watched = records.computeIfAbsent(record, name -> new Watched());
		if (!watched.isHeldBack()) { // once held back it stays so: alike uploads would bring it back
			watched.take(shown);
		}
		return watched.isHeldBack();
	}

	/** The records held back, in the order of bank and id. */
	public synchronized List<HeldBack> heldBack() {
		return records.entrySet().stream().filter(entry -> entry.getValue().isHeldBack())
				.map(entry -> new HeldBack(entry.getKey().bank(), entry.getKey().id(), entry.getValue().uploads,
						entry.getValue().unlike.size()))
				.sorted().toList();
	}

	/** Never holds a record back again. */
	public synchronized void release(MediaName record) {
		records.remove(record);
		released.add(record);
	}

	/** Forgets records. */
	public synchronized void forget(Collection<MediaName> names) {
		names.forEach(records::remove);
		names.forEach(released::remove);
	}

	/** Forgets the records of these ids in every bank. */
	public synchronized void forgetIds(Collection<String> ids) {
		Set<String> gone = Set.copyOf(ids);
		records.keySet().removeIf(name -> gone.contains(name.id()));
		released.removeIf(name -> gone.contains(name.id()));
	}

	/** Forgets everything. */
	public synchronized void clear() {
		records.clear();
		released.clear();
	}
}
