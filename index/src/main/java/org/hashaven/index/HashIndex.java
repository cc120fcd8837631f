package org.hashaven.index;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import org.hashaven.hash.Hash256;
import org.hashaven.hash.HashRecord;

/** A durable, exact index of perceptual hashes in one folder. Signatures only, so far. */
public final class HashIndex implements Closeable {

	private HashIndex() {
	}

	@SuppressWarnings("TypeParameterUnusedInFormals") // goes away with the first implementation
	private static <T> T pending() {
		throw new UnsupportedOperationException();
	}

	/** Makes a new index with the bank {@link Bank#DEFAULT} and opens it for writing. */
	public static HashIndex create(Path folder) throws IOException {
		return pending();
	}

	/** Opens an index for writing. */
	public static HashIndex open(Path folder) throws IOException {
		return pending();
	}

	/** Opens an index for reading only, without a lock: another process may be writing to it. */
	public static HashIndex openReadOnly(Path folder) throws IOException {
		return pending();
	}

	/** Adds a bank or changes the rules of the one that has this name; durable when it returns. */
	public void putBank(Bank bank) throws IOException {
		pending();
	}

	/** The banks in the order of their names. */
	public List<Bank> banks() throws IOException {
		return pending();
	}

	/** Adds records to a bank, durable and matching when it returns; gives their ids in the same order. */
	public List<String> add(String bank, Collection<HashRecord> records) throws IOException {
		return pending();
	}

	/** Withdraws records by id, durable and in effect when it returns; gives the number withdrawn. */
	public int withdraw(Collection<String> ids) throws IOException {
		return pending();
	}

	/** Withdraws every record of exactly this hash; gives the number withdrawn. */
	public int withdrawHash(Hash256 hash) throws IOException {
		return pending();
	}

	/** The ids of the records of exactly this hash, in their order, in every bank, below the floor or not. */
	public List<String> idsOf(Hash256 hash) throws IOException {
		return pending();
	}

	/** Makes what other processes wrote since visible here. */
	public void refresh() throws IOException {
		pending();
	}

	/** All records within the radius of their bank, none missed. */
	public MatchResult match(Hash256 hash, MatchOptions options) throws IOException {
		return pending();
	}

	/** Counts what the index holds. */
	public IndexStats stats() throws IOException {
		return pending();
	}

	/** Reads every file and every record and says what is wrong. */
	public VerifyReport verify() throws IOException {
		return pending();
	}

	/** Rewrites the index as one segment without withdrawn records. */
	public void compact() throws IOException {
		pending();
	}

	/** Copies the index as it is now to an empty or new folder, durable when it returns. */
	public void snapshot(Path folder) throws IOException {
		pending();
	}

	@Override
	public void close() throws IOException {
		pending();
	}
}
