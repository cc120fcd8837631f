package org.hashaven.server.retro;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.hashaven.hash.record.HashRecord;
import org.hashaven.hash.record.MediaRecord;
import org.hashaven.hash.record.VideoRecord;
import org.hashaven.media.MediaHasher;
import org.hashaven.server.match.IndexGateway;
import org.hashaven.server.metrics.ServiceMetrics;

/**
 * The uploads of the last days: of each its hash, the time, and what its caller calls it. Nothing else is kept, and nothing longer than was
 * asked for: a service that does not run at that moment forgets it when it is started.
 *
 * <p>
 * Lookups do not wait for the disk: what is remembered is written once a second. A process that is killed loses the last second; one that
 * gets more than it can write forgets what comes then, and counts it.
 */
public final class RecentUploads implements UploadMemory, Closeable {

	private static final System.Logger LOG = System.getLogger("org.hashaven.server");

	/** Hashes that may wait for the disk: some 50 MB. */
	private static final long MAX_WAITING = 500_000;

	private static final long WRITE_MS = 1_000;
	private static final int WRITES_AN_ERASURE = 60;

	private final DayIndexes days;
	private final InstantSource clock;
	private final ServiceMetrics metrics;
	private final InFlight inFlight = new InFlight();
	// ids must differ, also from those before a restart
	private final AtomicLong sequence;
	private final Object writing = new Object();
	private final Thread writer;
	private List<MediaRecord> waiting = new ArrayList<>();
	private long waitingHashes;

	/**
	 * Opens what there is, and erases what is too old.
	 *
	 * @param folder
	 *            made when it is not there
	 * @param hasher
	 *            the indexes' own, which is not used and not closed
	 * @param keep
	 *            whole days
	 */
	public RecentUploads(Path folder, MediaHasher hasher, Duration keep, InstantSource clock, ServiceMetrics metrics) throws IOException {
		this.clock = clock;
		this.metrics = metrics;
		sequence = new AtomicLong(clock.millis() << 20);
		days = new DayIndexes(folder, each -> IndexGateway.open(each, hasher), keep, clock);
		metrics.gauge("haven.remembered", "Recent uploads whose hashes are kept", days, DayIndexes::count);
		writer = Thread.ofPlatform().daemon().name("haven-recent").start(this::run);
	}

	/** Erases what an earlier run of the service has remembered. */
	public static void erase(Path folder) throws IOException {
		DayIndexes.deleteAll(folder);
	}

	@Override
	public Upload begin() {
		long generation = inFlight.begin();
		return new Upload() {
			@Override
			public void remember(List<? extends MediaRecord> media, String reference) {
				RecentUploads.this.remember(media, reference);
			}

			@Override
			public void close() {
				inFlight.end(generation);
			}
		};
	}

	private void remember(List<? extends MediaRecord> media, String reference) {
		Instant now = clock.instant();
		synchronized (this) {
			for (MediaRecord each : media) {
				long hashes = switch (each) {
					case HashRecord photo -> 1;
					case VideoRecord video -> video.frames().size();
				};
				if (waitingHashes + hashes > MAX_WAITING) {
					metrics.forgotten();
				} else {
					waitingHashes += hashes;
					waiting.add(each.withIdAndBank(RecentId.of(now, sequence.incrementAndGet(), reference), DayIndexes.BANK));
				}
			}
		}
	}

	/** Returns when each upload that has begun by now is remembered or judged, and can be found. */
	void settle() throws InterruptedException {
		inFlight.awaitEarlier();
		write();
	}

	private void run() {
		try {
			for (int writes = 1;; writes++) {
				Thread.sleep(WRITE_MS);
				write();
				if (writes % WRITES_AN_ERASURE == 0) {
					erase();
				}
			}
		} catch (InterruptedException e) {
			// closed
		}
	}

	/** Erases what is too old. */
	void erase() {
		try {
			days.eraseOld();
		} catch (IOException | RuntimeException e) {
			LOG.log(System.Logger.Level.ERROR, "what was remembered too long cannot be erased; it is tried again");
		}
	}

	/** When it returns, what was remembered before is written, by whichever thread. */
	private void write() {
		synchronized (writing) {
			List<MediaRecord> batch;
			synchronized (this) {
				batch = waiting;
				waiting = new ArrayList<>();
				waitingHashes = 0;
			}
			try {
				days.add(batch);
			} catch (IOException | RuntimeException e) {
				batch.forEach(each -> metrics.forgotten());
				LOG.log(System.Logger.Level.ERROR, "recent uploads could not be written and are not remembered: " + batch.size());
			}
		}
	}

	/**
	 * The remembered uploads that show what a record is of.
	 *
	 * @param radius
	 *            of its bank
	 * @param qualityFloor
	 *            of its bank
	 */
	List<Sighting> find(MediaRecord listed, int radius, int qualityFloor) throws IOException {
		return days.find(listed, radius, qualityFloor);
	}

	/** Writes what waits, and closes the indexes. */
	@Override
	public void close() throws IOException {
		Threads.end(writer);
		write();
		days.close();
	}
}
