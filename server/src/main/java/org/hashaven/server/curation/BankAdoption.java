package org.hashaven.server.curation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.hashaven.server.match.IndexGateway;
import org.hashaven.server.store.Bank;
import org.hashaven.server.store.Catalog;
import org.hashaven.server.store.Contents;

/** Gives numbers to the records of a bank that were in the index before the service was, {@value #BATCH_SIZE} with each commit. */
final class BankAdoption {

	private static final int BATCH_SIZE = 10_000;

	private final IndexGateway index;
	private final Catalog catalog;
	private final Bank bank;
	private final List<String> batch = new ArrayList<>(BATCH_SIZE);

	BankAdoption(IndexGateway index, Catalog catalog, Bank bank) {
		this.index = index;
		this.catalog = catalog;
		this.bank = bank;
	}

	/** Reads the ids from the index and never holds more of them than one batch. */
	void run() throws IOException {
		try {
			index.forEachId(bank.indexName(), this::add);
		} catch (UncheckedIOException e) {
			throw e.getCause();
		}
		commit();
	}

	private void add(String id) {
		batch.add(id);
		if (batch.size() == BATCH_SIZE) {
			try {
				commit();
			} catch (IOException e) {
				throw new UncheckedIOException(e);
			}
		}
	}

	private void commit() throws IOException {
		if (batch.isEmpty()) {
			return;
		}
		catalog.write(connection -> {
			for (String id : batch) {
				if (!Contents.knowsRecord(connection, bank.id(), id) && index.holds(bank.indexName(), id)) { // not withdrawn meanwhile
					Contents.adopt(connection, bank.id(), id);
				}
			}
			return bank;
		});
		batch.clear();
	}
}
