package org.hashaven.server.curation;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.hashaven.hash.record.HashRecord;
import org.hashaven.server.curation.CurationException.Reason;
import org.hashaven.server.match.BankDirectory;
import org.hashaven.server.match.IndexGateway;
import org.hashaven.server.match.IndexGateway.BankRules;
import org.hashaven.server.match.Signals;
import org.hashaven.server.match.Traffic;
import org.hashaven.server.store.AuditLog;
import org.hashaven.server.store.Bank;
import org.hashaven.server.store.Banks;
import org.hashaven.server.store.Catalog;
import org.hashaven.server.store.Content;
import org.hashaven.server.store.Contents;
import org.jspecify.annotations.Nullable;

/**
 * Adds and withdraws contents and banks. Thread-safe.
 *
 * <pre>
 *   add        catalog PENDING      → index.add      → catalog LIVE       → acknowledged
 *   withdraw   catalog WITHDRAWING  → index.withdraw → catalog tombstone  → acknowledged
 * </pre>
 *
 * Each arrow is durable before the next begins. A process killed in between leaves a pending or withdrawing row, which {@link Recovery}
 * settles at the next start: what was acknowledged is never undone, what was not is gone.
 */
public final class Curator {

	private final IndexGateway index;
	private final Catalog catalog;
	private final BankDirectory banks;
	private final Traffic traffic;
	private final Set<Long> adopted = ConcurrentHashMap.newKeySet();
	private final ReentrantLock adoption = new ReentrantLock();
	private final AtomicLong sequence = new AtomicLong(System.nanoTime());
	/** Changes of contents share it, the change of a bank's state has it alone: nothing is added to a bank that is going. */
	private final ReentrantReadWriteLock bankStates = new ReentrantReadWriteLock(true);

	/** A content that is not in the index yet, and the ids that its records will have there. */
	private record Pending(long id, List<String> recordIds) {
	}

	public Curator(IndexGateway index, Catalog catalog, BankDirectory banks, Traffic traffic) {
		this.index = index;
		this.catalog = catalog;
		this.banks = banks;
		this.traffic = traffic;
	}

	/**
	 * Adds a content.
	 *
	 * @param who
	 *            name for the audit trail
	 * @return its number
	 */
	public long add(String bankName, Signals signals, @Nullable String note, @Nullable String metadata, String who)
			throws IOException, CurationException {
		bankStates.readLock().lock();
		try {
			Bank bank = bank(bankName);
			requireMatchable(bank, signals);
			Pending pending = catalog.write(connection -> {
				long id = Contents.addPending(connection, bank.id(), note, metadata, signals.md5());
				List<String> recordIds = recordIds(bank, id, signals.photos().size() + (signals.video() == null ? 0 : 1));
				for (String recordId : recordIds) {
					Contents.addRecord(connection, bank.id(), recordId, id);
				}
				return new Pending(id, recordIds);
			});
			try {
				addToIndex(bank, pending, signals);
			} catch (IOException | RuntimeException e) {
				undo(bank, pending, e);
				throw e;
			}
			return catalog.write(connection -> {
				Contents.finishAdding(connection, bank.id(), pending.id);
				AuditLog.append(connection, who, "content-added", bank.name(), pending.id);
				return pending.id;
			});
		} finally {
			bankStates.readLock().unlock();
		}
	}

	/**
	 * Adds photos and videos, durable when it returns.
	 *
	 * @return what came of each, in their order
	 */
	public List<AddedRecord> addAll(String bankName, List<NewRecord> batch, String who) throws IOException, CurationException {
		bankStates.readLock().lock();
		try {
			return new BatchAdder(index, catalog, bank(bankName)).add(batch, who);
		} finally {
			bankStates.readLock().unlock();
		}
	}

	/** Gives numbers to the records of a bank that were in the index before the service was. */
	public void adoptAll(Bank bank) throws IOException {
		if (adopted.contains(bank.id())) {
			return;
		}
		adoption.lock();
		try {
			if (!adopted.contains(bank.id())) {
				new BankAdoption(index, catalog, bank).run();
				adopted.add(bank.id()); // one that failed is begun anew
			}
		} finally {
			adoption.unlock();
		}
	}

	private void requireMatchable(Bank bank, Signals signals) throws IOException, CurationException {
		int floor = index.qualityFloor(bank.indexName());
		boolean photos = signals.photos().stream().anyMatch(photo -> photo.quality() >= floor);
		boolean frames = signals.video() != null && signals.video().frames().stream().anyMatch(frame -> frame.quality() >= floor);
		if (!photos && !frames && signals.md5() == null) {
			throw new CurationException(Reason.TOO_PLAIN);
		}
	}

	private void addToIndex(Bank bank, Pending pending, Signals signals) throws IOException {
		List<HashRecord> photos = new ArrayList<>();
		for (HashRecord photo : signals.photos()) {
			photos.add(photo.withIdAndBank(pending.recordIds.get(photos.size()), bank.indexName()));
		}
		if (!photos.isEmpty()) {
			index.addPhotos(bank.indexName(), photos);
		}
		if (signals.video() != null) {
			index.addVideo(bank.indexName(), signals.video().withIdAndBank(pending.recordIds.getLast(), bank.indexName()));
		}
	}

	/** The content's number in decimal, and {@code number.n} for further records; another id where an older record has that one. */
	private List<String> recordIds(Bank bank, long id, int count) throws IOException {
		List<String> recordIds = new ArrayList<>();
		for (int i = 0; i < count; i++) {
			String recordId = i == 0 ? Long.toString(id) : id + "." + i;
			recordIds.add(index.holds(bank.indexName(), recordId) ? id + "-" + Long.toHexString(sequence.incrementAndGet()) : recordId);
		}
		return recordIds;
	}

	private void undo(Bank bank, Pending pending, Exception why) {
		try {
			index.withdraw(bank.indexName(), pending.recordIds);
			catalog.write(connection -> {
				Contents.forget(connection, pending.id);
				return pending.id;
			});
		} catch (IOException | RuntimeException e) {
			why.addSuppressed(e); // the row stays pending and is settled at the next start
		}
	}

	/** Withdraws a content; whether it was there. */
	public boolean withdraw(String bankName, long id, String who) throws IOException, CurationException {
		bankStates.readLock().lock();
		try {
			Bank bank = bank(bankName);
			if (!catalog.write(connection -> Contents.beginWithdrawal(connection, bank.id(), id))) {
				return false;
			}
			List<String> recordIds = catalog.read(connection -> Contents.records(connection, id));
			index.withdraw(bank.indexName(), recordIds);
			catalog.write(connection -> {
				Contents.finishWithdrawal(connection, bank.id(), id);
				AuditLog.append(connection, who, "content-withdrawn", bank.name(), id);
				return id;
			});
			traffic.forget(bank.id(), recordIds);
			return true;
		} finally {
			bankStates.readLock().unlock();
		}
	}

	/** Sets a content's note and the time until which it does not match. */
	public void update(Bank bank, Content content, String who) throws IOException {
		catalog.write(connection -> {
			Contents.update(connection, content);
			AuditLog.append(connection, who, "content-updated", bank.name(), content.id());
			return content;
		});
	}

	/** Makes a bank. */
	public Bank addBank(String name, double enabledRatio, String who) throws IOException, CurationException {
		requireValid(name);
		bankStates.writeLock().lock();
		try {
			requireFree(name);
			String indexName = indexName(name);
			index.addBank(indexName);
			Bank bank = catalog.write(connection -> {
				AuditLog.append(connection, who, "bank-added", name, null);
				return Banks.add(connection, name, indexName, enabledRatio);
			});
			banks.reload();
			return bank;
		} finally {
			bankStates.writeLock().unlock();
		}
	}

	/**
	 * Makes a bank, or sets the rules of the one that has this name.
	 *
	 * @param testMode
	 *            whether its matches block nothing
	 */
	public Bank setRules(String name, BankRules rules, double enabledRatio, boolean testMode, String who)
			throws IOException, CurationException {
		if (banks.named(name).isEmpty()) {
			addBank(name, 0, who); // takes part in no lookup before it has its rules
		}
		bankStates.writeLock().lock();
		try {
			Bank bank = bank(name);
			index.setRules(bank.indexName(), rules);
			Bank changed = new Bank(bank.id(), name, bank.indexName(), enabledRatio, testMode);
			catalog.write(connection -> {
				Banks.update(connection, changed);
				AuditLog.append(connection, who, "bank-rules radius " + rules.radius() + ", floor " + rules.qualityFloor() + ", "
						+ rules.purpose() + ", ratio " + enabledRatio + (testMode ? ", test mode" : ""), name, null);
				return changed;
			});
			banks.reload();
			return changed;
		} finally {
			bankStates.writeLock().unlock();
		}
	}

	/** The name of the bank in the index: its own, or with a number behind it while a renamed bank has that. */
	private String indexName(String name) throws IOException {
		return catalog.read(connection -> {
			String indexName = name;
			for (int i = 2; !Banks.isFree(connection, indexName); i++) {
				indexName = name + "~" + i;
			}
			return indexName;
		});
	}

	/** Renames a bank and sets its ratio. */
	public Bank updateBank(String name, String newName, double enabledRatio, String who) throws IOException, CurationException {
		requireValid(newName);
		bankStates.writeLock().lock();
		try {
			Bank bank = bank(name);
			if (!newName.equals(name)) {
				requireFree(newName);
			}
			Bank changed = new Bank(bank.id(), newName, bank.indexName(), enabledRatio, bank.testMode());
			catalog.write(connection -> {
				Banks.update(connection, changed);
				AuditLog.append(connection, who, newName.equals(name) ? "bank-updated" : "bank-renamed to " + newName, name, null);
				return changed;
			});
			banks.reload();
			return changed;
		} finally {
			bankStates.writeLock().unlock();
		}
	}

	/** Deletes a bank and withdraws all its records; one that is not there does not matter. */
	public void deleteBank(String name, String who) throws IOException {
		Optional<Bank> bank;
		bankStates.writeLock().lock();
		try {
			bank = banks.named(name);
			if (bank.isEmpty()) {
				return;
			}
			long id = bank.get().id();
			catalog.write(connection -> {
				Banks.beginDeletion(connection, id);
				AuditLog.append(connection, who, "bank-deleted", name, null);
				return id;
			});
			banks.reload(); // from here on it matches nothing, and nothing is added to it
		} finally {
			bankStates.writeLock().unlock();
		}
		Recovery.finishDeletion(index, catalog, bank.get());
		traffic.forgetBank(bank.get().id());
	}

	/** Work that must see index and catalog as of one moment. */
	public interface Unchanged {
		void run() throws IOException;
	}

	/** Runs something while nothing is added or withdrawn and no bank is made, changed or deleted: these wait, lookups do not. */
	public void whileUnchanged(Unchanged work) throws IOException {
		bankStates.writeLock().lock();
		try {
			work.run();
		} finally {
			bankStates.writeLock().unlock();
		}
	}

	private Bank bank(String name) throws CurationException {
		return banks.named(name).orElseThrow(() -> new CurationException(Reason.NO_BANK));
	}

	private void requireFree(String name) throws CurationException {
		if (banks.named(name).isPresent()) {
			throw new CurationException(Reason.NAME_TAKEN);
		}
	}

	private static void requireValid(String name) throws CurationException {
		if (!BankNames.isValid(name)) {
			throw new CurationException(Reason.BAD_NAME);
		}
	}
}
