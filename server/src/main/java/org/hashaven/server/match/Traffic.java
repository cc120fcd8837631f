package org.hashaven.server.match;

import java.util.Collection;

/** Learns of every upload, and says which records do not count because they match too much. Thread-safe. */
public interface Traffic {

	/** Counts uploads and quarantines no record. */
	Traffic NONE = new Traffic() {
		@Override
		public boolean isQuarantined(long bankId, String recordId) {
			return false;
		}

		@Override
		public void seen(Collection<BankMatch> matches) {
			// nothing is counted
		}

		@Override
		public void forget(long bankId, Collection<String> recordIds) {
			// nothing is known
		}

		@Override
		public void forgetBank(long bankId) {
			// nothing is known
		}
	};

	/** Whether a record does not block for now. */
	boolean isQuarantined(long bankId, String recordId);

	/** Whether a match does not block for now: near copies of a record in quarantine do. */
	default boolean isQuarantined(BankMatch match) {
		return match.countedRecord().filter(recordId -> isQuarantined(match.bank().id(), recordId)).isPresent();
	}

	/**
	 * Counts one upload.
	 *
	 * @param matches
	 *            those that would block it, quarantined or not; each record once
	 */
	void seen(Collection<BankMatch> matches);

	/** Forgets records that were withdrawn: one that is listed anew under such an id begins anew. */
	void forget(long bankId, Collection<String> recordIds);

	/** Forgets all records of a bank. */
	void forgetBank(long bankId);
}
