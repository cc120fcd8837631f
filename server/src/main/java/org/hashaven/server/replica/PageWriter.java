package org.hashaven.server.replica;

import java.io.IOException;
import java.io.StringReader;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hashaven.hash.HashFormatException;
import org.hashaven.hash.Md5;
import org.hashaven.hash.record.MediaReader;
import org.hashaven.hash.record.MediaRecord;
import org.hashaven.server.curation.Curator;
import org.hashaven.server.curation.Recovery;
import org.hashaven.server.match.BankDirectory;
import org.hashaven.server.match.IndexGateway;
import org.hashaven.server.match.IndexGateway.BankRules;
import org.hashaven.server.match.Traffic;
import org.hashaven.server.replica.ReplicaPage.BankState;
import org.hashaven.server.replica.ReplicaPage.ContentState;
import org.hashaven.server.replica.ReplicaPage.Gone;
import org.hashaven.server.store.Bank;
import org.hashaven.server.store.Banks;
import org.hashaven.server.store.Catalog;
import org.hashaven.server.store.ChangeLog;
import org.hashaven.server.store.Checkpoints;
import org.hashaven.server.store.Content;
import org.hashaven.server.store.Contents;
import org.jspecify.annotations.Nullable;

/**
 * Takes a page of the primary over, with the primary's numbers. A page that was taken over in part, by a process that was killed, is taken
 * over again: nothing is in it twice. For one thread.
 */
final class PageWriter {

	private static final String SEQ = "replica";
	private static final String AT = "replica-at";
	private static final String COMPLETE = "replica-complete";

	private final IndexGateway index;
	private final Catalog catalog;
	private final BankDirectory banks;
	private final Curator curator;
	private final Traffic traffic;

	PageWriter(IndexGateway index, Catalog catalog, BankDirectory banks, Curator curator, Traffic traffic) {
		this.index = index;
		this.catalog = catalog;
		this.banks = banks;
		this.curator = curator;
		this.traffic = traffic;
	}

	/** The number and the time of the last change that was taken over. */
	record Checkpoint(long seq, long at) {
	}

	/**
	 * Notes where to begin, before anything is changed here: at the primary's first change, or, in a copy of the primary's backup, which
	 * has records, behind its last.
	 */
	void begin() throws IOException {
		boolean isCopy = index.mediaCount() > 0 || catalog.read(Contents::any);
		catalog.write(connection -> {
			long last = isCopy ? ChangeLog.last(connection) : 0;
			Checkpoints.begin(connection, AT, isCopy ? ChangeLog.at(connection, last) : 0);
			return Checkpoints.begin(connection, SEQ, last);
		});
	}

	/** Forgets where it was: the service follows none, and a copy of it begins behind its own last change. */
	static void forget(Catalog catalog) throws IOException {
		catalog.write(connection -> {
			Checkpoints.forget(connection, AT);
			Checkpoints.forget(connection, COMPLETE);
			return Checkpoints.forget(connection, SEQ);
		});
	}

	Checkpoint checkpoint() throws IOException {
		return catalog.read(connection -> new Checkpoint(Checkpoints.of(connection, SEQ), Checkpoints.of(connection, AT)));
	}

	/** Whether everything was once taken over. */
	boolean isComplete() throws IOException {
		return catalog.read(connection -> Checkpoints.of(connection, COMPLETE)) > 0;
	}

	/** Takes a page over; durable when it returns. */
	void take(ReplicaPage page) throws IOException {
		if (page.next() == checkpoint().seq() && isComplete()) {
			return; // nothing has changed: nothing is written
		}
		curator.whileUnchanged(() -> {
			for (Bank bank : catalog.read(Banks::deleting)) {
				Recovery.finishDeletion(index, catalog, bank);
			}
			for (long bankId : page.deletedBanks()) {
				delete(bankId);
			}
			takeBanks(page.banks());
			Map<Long, Bank> byId = catalog.read(Banks::live).stream().collect(Collectors.toMap(Bank::id, Function.identity()));
			withdraw(page.gone(), byId);
			add(page.contents(), byId);
			catalog.write(connection -> {
				set(connection, SEQ, page.next());
				set(connection, AT, page.nextAt());
				if (!page.more()) {
					set(connection, COMPLETE, 1);
				}
				return page;
			});
		});
	}

	private static void set(Connection connection, String name, long value) throws SQLException {
		Checkpoints.begin(connection, name, value);
		Checkpoints.set(connection, name, value);
	}

	private void delete(long bankId) throws IOException {
		for (Bank bank : catalog.read(Banks::live)) {
			if (bank.id() == bankId) {
				catalog.write(connection -> {
					Banks.beginDeletion(connection, bankId);
					return bank;
				});
				banks.reload();
				Recovery.finishDeletion(index, catalog, bank);
				traffic.forgetBank(bankId);
			}
		}
	}

	private void takeBanks(List<BankState> states) throws IOException {
		Map<Long, String> there = states.stream().collect(Collectors.toMap(BankState::id, BankState::indexName));
		for (Bank bank : catalog.read(Banks::live)) {
			if (!bank.indexName().equals(there.get(bank.id()))) {
				delete(bank.id());
			}
		}
		List<Bank> changed = new ArrayList<>();
		Set<Bank> same = new HashSet<>(catalog.read(Banks::live));
		Map<String, BankRules> rules = index.rules();
		for (BankState state : states) {
			BankRules rule = new BankRules(state.radius(), state.qualityFloor(), state.purpose());
			if (!rule.equals(rules.get(state.indexName()))) {
				index.addBank(state.indexName());
				index.setRules(state.indexName(), rule);
			}
			Bank bank = new Bank(state.id(), state.name(), state.indexName(), state.enabledRatio(), state.testMode());
			if (!same.contains(bank)) {
				changed.add(bank);
			}
		}
		if (!changed.isEmpty()) {
			catalog.write(connection -> {
				Banks.take(connection, changed);
				return changed;
			});
			banks.reload();
		}
	}

	private void withdraw(List<Gone> gone, Map<Long, Bank> byId) throws IOException {
		Map<Long, List<String>> recordIds = new HashMap<>();
		List<Gone> there = new ArrayList<>();
		catalog.write(connection -> {
			recordIds.clear(); // a job may be run again
			there.clear();
			for (Gone each : gone) {
				if (Contents.beginRemoval(connection, each.bankId(), each.id())) {
					there.add(each);
					recordIds.computeIfAbsent(each.bankId(), any -> new ArrayList<>()).addAll(Contents.records(connection, each.id()));
				}
			}
			return gone;
		});
		for (Map.Entry<Long, List<String>> each : recordIds.entrySet()) {
			Bank bank = byId.get(each.getKey());
			if (bank != null) {
				index.withdraw(bank.indexName(), each.getValue());
			}
		}
		catalog.write(connection -> {
			for (Gone each : there) {
				Contents.finishWithdrawal(connection, each.bankId(), each.id());
			}
			return gone;
		});
		recordIds.forEach(traffic::forget);
	}

	private void add(List<ContentState> contents, Map<Long, Bank> byId) throws IOException {
		List<ContentState> added = new ArrayList<>();
		Map<Bank, List<MediaRecord>> records = new HashMap<>();
		catalog.write(connection -> {
			added.clear(); // a job may be run again
			records.clear();
			for (ContentState state : contents) {
				Bank bank = byId.get(state.bankId());
				if (bank == null) {
					continue; // it was deleted after the contents were read
				}
				Content content = new Content(state.id(), state.bankId(), state.disableUntilTs(), state.note(), state.metadata());
				Optional<Content> known = Contents.find(connection, state.bankId(), state.id());
				if (known.isPresent()) {
					if (!known.get().equals(content)) {
						Contents.update(connection, content);
					}
				} else {
					Contents.forget(connection, state.id()); // what an earlier try that failed has left
					Contents.takePending(connection, content, md5(state));
					for (MediaRecord record : records(state, bank)) {
						Contents.addRecord(connection, bank.id(), String.valueOf(record.id()), state.id());
						records.computeIfAbsent(bank, any -> new ArrayList<>()).add(record);
					}
					added.add(state);
				}
			}
			return contents;
		});
		for (Map.Entry<Bank, List<MediaRecord>> each : records.entrySet()) {
			index.add(each.getKey().indexName(), each.getValue());
		}
		catalog.write(connection -> {
			for (ContentState state : added) {
				Contents.finishAdding(connection, state.bankId(), state.id());
			}
			return contents;
		});
	}

	private static @Nullable Md5 md5(ContentState state) throws IOException {
		try {
			return state.md5() == null ? null : Md5.fromHex(state.md5());
		} catch (HashFormatException e) {
			throw new IOException("an MD5 of the primary cannot be read");
		}
	}

	private static List<MediaRecord> records(ContentState state, Bank bank) throws IOException {
		List<MediaRecord> records = new ArrayList<>();
		try (MediaReader reader = new MediaReader(new StringReader(state.records()))) {
			for (MediaRecord record = reader.next(); record != null; record = reader.next()) {
				String id = record.id();
				if (id == null) {
					throw new IOException("a record of the primary has no id");
				}
				records.add(record.withIdAndBank(id, bank.indexName()));
			}
		} catch (HashFormatException e) {
			throw new IOException("a record of the primary cannot be read");
		}
		return records;
	}
}
