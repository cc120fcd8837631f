package org.hashaven.server.policy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import org.hashaven.hash.Hash256;
import org.hashaven.image.ByteSource;
import org.hashaven.server.match.BankDirectory;
import org.hashaven.server.match.BankMatch;
import org.hashaven.server.match.Coin;
import org.hashaven.server.match.FileMd5;
import org.hashaven.server.match.Hit;
import org.hashaven.server.match.IndexGateway;
import org.hashaven.server.match.Lookups;
import org.hashaven.server.match.Lookups.Scope;
import org.hashaven.server.match.Traffic;
import org.hashaven.server.match.UploadFindings;
import org.hashaven.server.policy.Verdict.Reason;
import org.hashaven.server.store.Bank;

/**
 * Looks hashes and files up for a moderator: as {@link Judge}, but in all banks, those that are switched off too, and not counted as
 * uploads. Thread-safe.
 */
public final class Inspection {

	private final IndexGateway index;
	private final BankDirectory banks;
	private final Lookups lookups;
	private final Traffic traffic;

	/** Reads the quarantine and counts nothing in it. */
	private record Uncounted(Traffic traffic) implements Traffic {

		@Override
		public boolean isQuarantined(long bankId, String recordId) {
			return traffic.isQuarantined(bankId, recordId);
		}

		@Override
		public void seen(Collection<BankMatch> matches) {
			// no upload
		}

		@Override
		public void forget(long bankId, Collection<String> recordIds) {
			traffic.forget(bankId, recordIds);
		}

		@Override
		public void forgetBank(long bankId) {
			traffic.forgetBank(bankId);
		}
	}

	public Inspection(IndexGateway index, BankDirectory banks, Lookups lookups, Traffic traffic) {
		this.index = index;
		this.banks = banks;
		this.lookups = lookups;
		this.traffic = new Uncounted(traffic);
	}

	private Set<String> indexNames() {
		return banks.all().stream().map(Bank::indexName).collect(Collectors.toSet());
	}

	/** Inspects a photo's hash. */
	public Verdict of(Hash256 hash) throws IOException {
		Set<String> within = indexNames();
		List<Hit> hits = within.isEmpty() ? List.of() : index.matchAll(List.of(hash), List.of(-1), within, OptionalInt.empty()).getFirst();
		return new Assessment(lookups, traffic).verdict(List.of(), hits, null);
	}

	/**
	 * Inspects a photo or a video in all its views.
	 *
	 * @throws IOException
	 *             also when it cannot be read
	 */
	public Verdict of(byte[] content) throws IOException {
		Assessment assessment = new Assessment(lookups, traffic);
		List<BankMatch> files = lookups.match(FileMd5.of(content), new Scope(null, Coin.BYPASSED, true));
		Set<String> within = indexNames();
		try (ByteSource file = ByteSource.ofBytes(content)) {
			if (within.isEmpty()) {
				index.hash(file); // what cannot be read is not passed off as harmless
				return assessment.verdict(files, List.of(), null);
			}
			UploadFindings found = index.judge(file, within, assessment::blocksUnchecked);
			return assessment.verdict(files, found.hits(),
					found.unfinished() ? Reason.TOO_COSTLY : found.damaged() ? Reason.DAMAGED : null);
		} catch (UncheckedIOException e) {
			throw e.getCause();
		}
	}
}
