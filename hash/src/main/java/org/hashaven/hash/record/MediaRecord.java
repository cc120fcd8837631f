package org.hashaven.hash.record;

import org.jspecify.annotations.Nullable;

/** What is listed of one photo or video. */
public sealed interface MediaRecord permits HashRecord, VideoRecord {

	/** Names it in logs, matches and withdrawals; null until one is given. */
	@Nullable
	String id();

	/** The list it belongs to; null until it is put into one. */
	@Nullable
	String bank();

	/** This record with an id and a bank. */
	MediaRecord withIdAndBank(String newId, String newBank);
}
