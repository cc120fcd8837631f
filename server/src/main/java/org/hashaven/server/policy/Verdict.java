package org.hashaven.server.policy;

import java.util.List;
import java.util.Locale;
import org.hashaven.server.match.BankMatch;
import org.jspecify.annotations.Nullable;

/**
 * What an upload comes to.
 *
 * @param decision
 *            what to do with it
 * @param reason
 *            why it is undecided; null otherwise
 * @param matches
 *            everything that was found, at most {@value Judge#MAX_MATCHES}
 * @param capped
 *            whether there are more
 */
public record Verdict(Decision decision, @Nullable Reason reason, List<Judged> matches, boolean capped) {

	/** What to do with an upload. */
	public enum Decision {
		/** It shows something that is listed to be blocked. */
		BLOCK,
		/** It shows something that is listed as harmless, and nothing else. */
		IGNORE,
		/** It shows nothing that is listed. */
		NONE,
		/** It may not be taken for harmless, see the reason. */
		UNDECIDED;

		/** The word for it. */
		public String word() {
			return name().toLowerCase(Locale.ROOT);
		}
	}

	/** Why an upload is undecided. */
	public enum Reason {
		/** Its file cannot be decoded. */
		UNREADABLE,
		/** Its file could be decoded only in part. */
		DAMAGED,
		/** Its lookup would have cost more than its budget. */
		TOO_COSTLY,
		/** It matches a record whose regions match uploads that are unlike each other. */
		HELD_BACK,
		/** It matches a record that matches too much of the traffic. */
		QUARANTINED,
		/** The index or the catalog failed while an answer was being written. */
		UNAVAILABLE;

		/** The word for it. */
		public String word() {
			return name().toLowerCase(Locale.ROOT);
		}
	}

	/** What one match comes to. */
	public enum Standing {
		/** It blocks the upload. */
		BLOCKS,
		/** Its bank is one of harmless pictures. */
		IGNORES,
		/** A harmless picture is nearer to the upload. */
		SUPPRESSED,
		/** Its content or its bank is switched off. */
		DISABLED,
		/** Its bank is in test mode. */
		TEST_MODE,
		/** The index holds it back. */
		HELD_BACK,
		/** It is in quarantine. */
		QUARANTINED;

		/** The word for it. */
		public String word() {
			return name().toLowerCase(Locale.ROOT);
		}
	}

	/**
	 * A match and what it comes to.
	 *
	 * @param match
	 *            the record
	 * @param standing
	 *            what it comes to
	 */
	public record Judged(BankMatch match, Standing standing) {
	}

	/** Takes a copy of the list. */
	public Verdict {
		matches = List.copyOf(matches);
	}

	/** What was not looked up because the index or the catalog failed. */
	public static Verdict unavailable() {
		return new Verdict(Decision.UNDECIDED, Reason.UNAVAILABLE, List.of(), false);
	}

	/**
	 * Whether the upload is to be kept off the platform.
	 *
	 * @param failClosed
	 *            whether undecided ones are. Those that match only a record in quarantine are not: it would go on blocking
	 */
	public boolean keepsOff(boolean failClosed) {
		return decision == Decision.BLOCK || (decision == Decision.UNDECIDED && failClosed && reason != Reason.QUARANTINED);
	}
}
