package org.hashaven.server.policy;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import org.hashaven.server.store.Quarantines.Counts;

/**
 * Sliding counts of uploads and of what each record matched. Not thread-safe.
 *
 * <pre>
 *   earlier stretches │ the window's stretches
 *   ──────────────────┼────────────────┬─────────
 *                     │  closed ones   │ the open one
 * </pre>
 */
final class TrafficWindow {

	/** Counts of consecutive uploads. */
	static final class Stretch {

		private final long number;
		private long uploads;
		private final Map<RecordKey, Long> matched = new HashMap<>();

		Stretch(long number) {
			this.number = number;
		}

		long number() {
			return number;
		}

		long uploads() {
			return uploads;
		}

		Map<RecordKey, Long> matched() {
			return matched;
		}

		void add(long moreUploads) {
			uploads += moreUploads;
		}

		void add(RecordKey key, long times) {
			matched.merge(key, times, Long::sum);
		}
	}

	/** The sum of several stretches. */
	private static final class Sum {

		private long uploads;
		private final Map<RecordKey, Long> matched = new HashMap<>();

		void add(Stretch stretch, int sign) {
			uploads += sign * stretch.uploads;
			stretch.matched.forEach((key, count) -> matched.merge(key, sign * count, (a, b) -> a + b == 0 ? null : a + b));
		}

		long of(RecordKey key) {
			return matched.getOrDefault(key, 0L);
		}
	}

	private final Thresholds thresholds;
	private final Deque<Stretch> window = new ArrayDeque<>();
	private final Deque<Stretch> earlier = new ArrayDeque<>();
	private final Sum windowSum = new Sum();
	private final Sum earlierSum = new Sum();
	private Stretch open = new Stretch(0);

	TrafficWindow(Thresholds thresholds) {
		this.thresholds = thresholds;
	}

	/** Begins with a stretch of before. */
	void restore(Stretch closed) {
		push(closed);
		open = new Stretch(closed.number + 1);
	}

	/** Counts one upload; whether its stretch is full. */
	boolean addUpload() {
		open.uploads++;
		return open.uploads >= thresholds.stretchUploads();
	}

	void addMatch(RecordKey key) {
		open.add(key, 1);
	}

	/** Ends the open stretch and gives it back. */
	Stretch rotate() {
		Stretch closed = open;
		push(closed);
		open = new Stretch(closed.number + 1);
		return closed;
	}

	private void push(Stretch closed) {
		window.addLast(closed);
		windowSum.add(closed, 1);
		while (window.size() >= thresholds.windowStretches() + 1) {
			Stretch left = window.removeFirst();
			windowSum.add(left, -1);
			earlier.addLast(left);
			earlierSum.add(left, 1);
		}
		while (earlier.size() > thresholds.earlierStretches()) {
			earlierSum.add(earlier.removeFirst(), -1);
		}
	}

	/** Number of the oldest stretch that still counts. */
	long oldest() {
		Stretch first = earlier.isEmpty() ? window.peekFirst() : earlier.peekFirst();
		return first == null ? open.number : first.number;
	}

	Counts counts(RecordKey key) {
		return new Counts(windowSum.uploads + open.uploads, windowSum.of(key) + open.matched.getOrDefault(key, 0L), earlierSum.uploads,
				earlierSum.of(key));
	}
}
