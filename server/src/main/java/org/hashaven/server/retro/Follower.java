package org.hashaven.server.retro;

import java.io.Closeable;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hashaven.hash.record.MediaRecord;
import org.hashaven.server.match.BankDirectory;
import org.hashaven.server.match.IndexGateway;
import org.hashaven.server.match.IndexGateway.BankRules;
import org.hashaven.server.metrics.ServiceMetrics;
import org.hashaven.server.store.Bank;
import org.hashaven.server.store.Catalog;
import org.hashaven.server.store.ChangeLog;
import org.hashaven.server.store.ChangeLog.Listing;
import org.hashaven.server.store.Checkpoints;
import org.hashaven.server.store.Contents;
import org.hashaven.server.store.Events;

/**
 * Follows the change log and looks each newly listed record up among the recent uploads. How far it is stands in the catalog, in one
 * transaction with what it found: a process that is killed leaves nothing out, and tells nothing twice.
 */
final class Follower implements Closeable {

	private static final System.Logger LOG = System.getLogger("org.hashaven.server");

	private static final String CHECKPOINT = "retroactive";
	private static final int PAGE = 1_000;
	/** Further records wait for the next step: a list of copies of one popular picture finds many for each. */
	private static final int MAX_FOUND = 10_000;
	private static final long POLL_MS = 200;
	private static final long RETRY_MS = 5_000;
	private static final Duration FORGET_PERIOD = Duration.ofMinutes(10);

	private final IndexGateway index;
	private final Catalog catalog;
	private final BankDirectory banks;
	private final RecentUploads recent;
	private final Duration keep;
	private final ServiceMetrics metrics;
	private Instant forgotten = Instant.EPOCH;
	private final Thread thread;

	/**
	 * Begins at once, at what was not looked at before.
	 *
	 * @param keep
	 *            how long what was found is shown
	 */
	Follower(IndexGateway index, Catalog catalog, BankDirectory banks, RecentUploads recent, Duration keep, ServiceMetrics metrics)
			throws IOException {
		this.index = index;
		this.catalog = catalog;
		this.banks = banks;
		this.recent = recent;
		this.keep = keep;
		this.metrics = metrics;
		catalog.write(connection -> Checkpoints.begin(connection, CHECKPOINT, ChangeLog.last(connection)));
		thread = Thread.ofPlatform().daemon().name("haven-retroactive").start(this::run);
	}

	/** Forgets how far it was and what it found: what is listed while nothing is remembered is not looked up later. */
	static void forget(Catalog catalog) throws IOException {
		catalog.write(connection -> {
			Events.forget(connection, Events.Kind.RETROACTIVE);
			return Checkpoints.forget(connection, CHECKPOINT);
		});
	}

	private void run() {
		boolean failed = false;
		try {
			while (true) {
				try {
					if (!step()) {
						Thread.sleep(POLL_MS);
					}
					failed = false;
				} catch (IOException | RuntimeException | Error e) {
					if (!failed) {
						LOG.log(System.Logger.Level.ERROR,
								"newly listed records cannot be looked up among recent uploads; it is tried again: "
										+ e.getClass().getName());
					}
					failed = true;
					Thread.sleep(RETRY_MS);
				}
			}
		} catch (InterruptedException e) {
			// closed
		}
	}

	/** Looks up the next records; whether there were any changes. */
	private boolean step() throws IOException, InterruptedException {
		long checkpoint = catalog.read(connection -> Checkpoints.of(connection, CHECKPOINT));
		long last = catalog.read(ChangeLog::last);
		forgetOld();
		if (last == checkpoint) {
			return false;
		}
		List<Listing> listings = catalog.read(connection -> ChangeLog.newlyListed(connection, checkpoint, PAGE));
		// behind millions of changes of other kinds, too, or each step would read them again
		long next = listings.size() == PAGE ? listings.getLast().seq() : Math.max(last, lastOf(listings));
		recent.settle(); // those that were looked up before the records were there
		Map<Long, Bank> byId = banks.all().stream().collect(Collectors.toMap(Bank::id, Function.identity()));
		Map<String, BankRules> rules = index.rules();
		List<Events.New> found = new ArrayList<>();
		long dealtWith = next;
		for (Listing listing : listings) {
			if (found.size() > MAX_FOUND) {
				break;
			}
			dealtWith = listing.seq();
			Bank bank = byId.get(listing.bankId());
			BankRules rule = bank == null ? null : rules.get(bank.indexName());
			if (bank != null && rule != null && blocks(bank, rule)) {
				found.addAll(find(bank, rule, listing));
			}
		}
		long checkpointNow = found.size() > MAX_FOUND ? dealtWith : next;
		catalog.write(connection -> {
			for (Events.New event : found) {
				Events.add(connection, event);
			}
			return Checkpoints.set(connection, CHECKPOINT, checkpointNow);
		});
		return true;
	}

	private static long lastOf(List<Listing> listings) {
		return listings.isEmpty() ? 0 : listings.getLast().seq();
	}

	private void forgetOld() throws IOException {
		Instant now = Instant.now();
		if (forgotten.plus(FORGET_PERIOD).isBefore(now)) {
			forgotten = now;
			catalog.write(connection -> Events.forgetBefore(connection, now.minus(keep)));
		}
	}

	private static boolean blocks(Bank bank, BankRules rules) {
		return rules.purpose().equals("block") && !bank.testMode() && bank.enabledRatio() > 0;
	}

	/** Each upload once for a content, which may have several records. */
	private List<Events.New> find(Bank bank, BankRules rules, Listing listing) throws IOException {
		List<Events.New> found = new ArrayList<>();
		Set<String> references = new HashSet<>();
		List<String> recordIds = catalog.read(connection -> Contents.records(connection, listing.contentId()));
		for (MediaRecord record : index.stored(bank.indexName(), Set.copyOf(recordIds))) {
			for (Sighting sighting : recent.find(record, rules.radius(), rules.qualityFloor())) {
				if (references.add(sighting.at() + " " + sighting.reference())) {
					metrics.matchedRetroactively(bank.name());
					found.add(new Events.New(Events.Kind.RETROACTIVE, bank.id(), listing.contentId(), String.valueOf(record.id()),
							sighting.reference(), sighting.at(), sighting.distanceBits()));
				}
			}
		}
		return found;
	}

	@Override
	public void close() {
		Threads.end(thread);
	}
}
