package org.hashaven.server.curation;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hashaven.server.match.IndexGateway;
import org.hashaven.server.store.Bank;
import org.hashaven.server.store.Banks;
import org.hashaven.server.store.Catalog;
import org.hashaven.server.store.Content;
import org.hashaven.server.store.Contents;

/** Brings catalog and index together when the service starts: settles what a killed process left, and shows banks it does not know yet. */
public final class Recovery {

	private static final int WITHDRAWAL_BATCH = 10_000;

	private Recovery() {
	}

	/** Does it. */
	public static void run(IndexGateway index, Catalog catalog) throws IOException {
		adoptBanks(index, catalog);
		for (Bank bank : catalog.read(Banks::deleting)) {
			finishDeletion(index, catalog, bank);
		}
		settle(index, catalog);
	}

	/** A new index has one bank, which its owner did not ask for and which is not shown; all others of an older index are. */
	private static void adoptBanks(IndexGateway index, Catalog catalog) throws IOException {
		for (String indexName : index.banks()) {
			catalog.write(connection -> {
				if (!Banks.knowsIndexName(connection, indexName)) {
					if (index.isNew()) {
						Banks.addFree(connection, indexName);
					} else {
						List<String> taken = Banks.live(connection).stream().map(Bank::name).toList();
						Banks.add(connection, BankNames.ofIndexBank(indexName, taken::contains), indexName, 1);
					}
				}
				return indexName;
			});
		}
	}

	/** Pending contents were not acknowledged, withdrawing ones were to go: both are withdrawn. */
	private static void settle(IndexGateway index, Catalog catalog) throws IOException {
		Map<Long, Bank> banks = catalog.read(Banks::live).stream().collect(Collectors.toMap(Bank::id, Function.identity()));
		for (Content content : catalog.read(Contents::unsettled)) {
			Bank bank = banks.get(content.bankId());
			if (bank != null) {
				index.withdraw(bank.indexName(), catalog.read(connection -> Contents.records(connection, content.id())));
			}
			catalog.write(connection -> {
				if (Contents.isWithdrawing(connection, content.id())) {
					Contents.finishWithdrawal(connection, content.bankId(), content.id());
				} else {
					Contents.forget(connection, content.id());
				}
				return content;
			});
		}
	}

	/** Withdraws all records of a bank that is out of sight, then forgets its contents. */
	public static void finishDeletion(IndexGateway index, Catalog catalog, Bank bank) throws IOException {
		List<String> recordIds = new ArrayList<>();
		index.forEachId(bank.indexName(), recordIds::add);
		for (int from = 0; from < recordIds.size(); from += WITHDRAWAL_BATCH) {
			index.withdraw(bank.indexName(), recordIds.subList(from, Math.min(recordIds.size(), from + WITHDRAWAL_BATCH)));
		}
		catalog.write(connection -> {
			Banks.finishDeletion(connection, bank.id());
			return bank;
		});
	}
}
