package org.hashaven.server.policy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import org.hashaven.server.match.BankMatch;
import org.hashaven.server.match.Traffic;
import org.hashaven.server.store.AuditLog;
import org.hashaven.server.store.Bank;
import org.hashaven.server.store.Catalog;
import org.hashaven.server.store.CatalogException;
import org.hashaven.server.store.Content;
import org.hashaven.server.store.Contents;
import org.hashaven.server.store.Quarantines;
import org.hashaven.server.store.Quarantines.Counts;
import org.hashaven.server.store.Quarantines.Matched;

/**
 * Stops records from blocking that suddenly match a large share of the traffic, as a poisoned or mistaken hash of a listed supplier does.
 * Thread-safe.
 *
 * <p>
 * Near copies of what is listed do not count, and go on being blocked: a picture that is passed around by thousands is not let through
 * because it is passed around.
 *
 * <p>
 * Entries and the counts of full stretches are in the catalog and survive a restart. A record that an operator has released is not held
 * again. Adding and withdrawing records does not ask here.
 */
public final class Quarantine implements Traffic {

	private static final System.Logger LOG = System.getLogger("org.hashaven.server");

	private final Catalog catalog;
	private final Thresholds thresholds;
	private final TrafficWindow window;
	private final Queue<Catalog.Job<Long>> toKeep = new ConcurrentLinkedQueue<>();
	private final AtomicBoolean keeping = new AtomicBoolean();
	private final Set<RecordKey> held = ConcurrentHashMap.newKeySet();
	private final Set<RecordKey> released = ConcurrentHashMap.newKeySet();

	private Quarantine(Catalog catalog, Thresholds thresholds) {
		this.catalog = catalog;
		this.thresholds = thresholds;
		window = new TrafficWindow(thresholds);
	}

	/** Reads what the catalog has of it. */
	public static Quarantine open(Catalog catalog, Thresholds thresholds) throws IOException {
		Quarantine quarantine = new Quarantine(catalog, thresholds);
		for (Quarantines.Entry entry : catalog.read(Quarantines::list)) {
			(entry.released() ? quarantine.released : quarantine.held).add(new RecordKey(entry.bankId(), entry.recordId()));
		}
		quarantine.restore();
		return quarantine;
	}

	private synchronized void restore() throws IOException {
		for (Quarantines.Stretch kept : catalog.read(Quarantines::stretches)) {
			TrafficWindow.Stretch stretch = new TrafficWindow.Stretch(kept.number());
			stretch.add(kept.uploads());
			for (Matched each : catalog.read(connection -> Quarantines.matches(connection, kept.number()))) {
				stretch.add(new RecordKey(each.bankId(), each.recordId()), each.matched());
			}
			window.restore(stretch);
		}
	}

	@Override
	public boolean isQuarantined(long bankId, String recordId) {
		return !held.isEmpty() && held.contains(new RecordKey(bankId, recordId));
	}

	@Override
	public void seen(Collection<BankMatch> matches) {
		TrafficWindow.Stretch full;
		long oldest;
		synchronized (this) {
			boolean isFull = window.addUpload();
			for (BankMatch match : matches) {
				match.countedRecord().ifPresent(recordId -> count(match, new RecordKey(match.bank().id(), recordId)));
			}
			full = isFull ? window.rotate() : null;
			oldest = window.oldest();
		}
		if (full != null) {
			keep(full, oldest);
		}
	}

	@Override
	public void forget(long bankId, Collection<String> recordIds) {
		for (String recordId : recordIds) {
			held.remove(new RecordKey(bankId, recordId));
			released.remove(new RecordKey(bankId, recordId));
		}
	}

	@Override
	public void forgetBank(long bankId) {
		held.removeIf(key -> key.bankId() == bankId);
		released.removeIf(key -> key.bankId() == bankId);
	}

	/** The log and the audit trail name the content: a supplier's id of a record may be its hash. */
	private void count(BankMatch match, RecordKey key) {
		window.addMatch(key);
		if (held.contains(key) || released.contains(key)) {
			return;
		}
		Counts counts = window.counts(key);
		if (thresholds.isExceeded(counts.uploads(), counts.matched(), counts.earlierUploads(), counts.earlierMatched())) {
			held.add(key);
			long contentId = match.content().id();
			String bank = match.bank().name();
			LOG.log(System.Logger.Level.WARNING,
					"content " + contentId + " of bank " + bank + " is in quarantine and blocks nothing: it matched "
							+ counts.matched() + " of the last " + counts.uploads() + " uploads, before that " + counts.earlierMatched()
							+ " of " + counts.earlierUploads() + "; look at it, then withdraw or release it");
			write(connection -> {
				Quarantines.hold(connection, key.bankId(), key.recordId(), counts);
				AuditLog.append(connection, "quarantine", "record-quarantined", bank, contentId);
				return key;
			});
		}
	}

	/** Hands a full stretch to the one thread that writes them, so that no lookup waits for the disk. */
	private void keep(TrafficWindow.Stretch full, long oldest) {
		List<Matched> matched = full.matched().entrySet().stream()
				.map(each -> new Matched(each.getKey().bankId(), each.getKey().recordId(), each.getValue())).toList();
		toKeep.add(connection -> {
			Quarantines.keep(connection, new Quarantines.Stretch(full.number(), full.uploads()), matched, oldest);
			return full.number();
		});
		if (keeping.compareAndSet(false, true)) {
			Thread.ofVirtual().name("haven-traffic").start(this::keepAll);
		}
	}

	/** Writes what waits, all of it in one transaction; what comes meanwhile waits for the next. */
	private void keepAll() {
		do {
			List<Catalog.Job<Long>> jobs = new ArrayList<>();
			for (Catalog.Job<Long> job = toKeep.poll(); job != null; job = toKeep.poll()) {
				jobs.add(job);
			}
			if (!jobs.isEmpty()) {
				write(connection -> {
					for (Catalog.Job<Long> job : jobs) {
						job.run(connection);
					}
					return jobs.size();
				});
			}
			keeping.set(false);
		} while (!toKeep.isEmpty() && keeping.compareAndSet(false, true));
	}

	/** A catalog that cannot be written must not keep a lookup from its answer: the quarantine then holds until the service ends. */
	private void write(Catalog.Job<?> job) {
		try {
			catalog.write(job);
		} catch (CatalogException e) {
			if (e.reason() != CatalogException.Reason.CLOSED) {
				LOG.log(System.Logger.Level.ERROR, "the quarantine could not be written to the catalog");
			}
		} catch (IOException e) {
			LOG.log(System.Logger.Level.ERROR, "the quarantine could not be written to the catalog");
		}
	}

	/** How many records of a bank are in quarantine. */
	public long count(Bank bank) {
		return held.stream().filter(key -> key.bankId() == bank.id()).count();
	}

	/** The records in quarantine, with the figures. */
	public List<Quarantines.Entry> list() throws IOException {
		return catalog.read(Quarantines::list).stream().filter(entry -> !entry.released()).toList();
	}

	/** Lets a record block again, whatever it matches from now on; whether it was in quarantine. */
	public boolean release(Bank bank, String recordId, String who) throws IOException {
		boolean found = catalog.write(connection -> {
			boolean done = Quarantines.release(connection, bank.id(), recordId);
			if (done) {
				Long contentId = Contents.ofRecord(connection, bank.id(), recordId).map(Content::id).orElse(null);
				AuditLog.append(connection, who, "record-released", bank.name(), contentId);
			}
			return done;
		});
		if (found) {
			RecordKey key = new RecordKey(bank.id(), recordId);
			released.add(key);
			held.remove(key);
		}
		return found;
	}
}
