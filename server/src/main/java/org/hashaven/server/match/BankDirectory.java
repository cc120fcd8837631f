package org.hashaven.server.match;

import java.io.IOException;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hashaven.server.store.Bank;
import org.hashaven.server.store.Banks;
import org.hashaven.server.store.Catalog;

/** The banks in memory, as every lookup needs them; read anew from the catalog after each change. Thread-safe. */
public final class BankDirectory {

	private record Snapshot(Map<String, Bank> byName, Map<String, Bank> byIndexName) {
	}

	private final Catalog catalog;
	private volatile Snapshot banks = new Snapshot(Map.of(), Map.of());

	public BankDirectory(Catalog catalog) {
		this.catalog = catalog;
	}

	/** Reads the banks anew. */
	public synchronized void reload() throws IOException {
		Collection<Bank> live = catalog.read(Banks::live);
		banks = new Snapshot(live.stream().collect(Collectors.toMap(Bank::name, Function.identity())),
				live.stream().collect(Collectors.toMap(Bank::indexName, Function.identity())));
	}

	/** All banks. */
	public Collection<Bank> all() {
		return banks.byName.values();
	}

	/** The bank of this name. */
	public Optional<Bank> named(String name) {
		return Optional.ofNullable(banks.byName.get(name));
	}

	/** The bank that has this name in the index. */
	Optional<Bank> ofIndexName(String name) {
		return Optional.ofNullable(banks.byIndexName.get(name));
	}
}
