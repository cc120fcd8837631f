package org.hashaven.index.lookup;

import java.io.IOException;
import java.util.OptionalInt;
import org.apache.lucene.index.LeafReader;
import org.hashaven.index.Bank;
import org.hashaven.index.IndexException.Reason;
import org.hashaven.index.IndexException;
import org.hashaven.index.MatchOptions;
import org.hashaven.index.Purpose;
import org.hashaven.index.hamming.HammingHits;
import org.hashaven.index.hamming.HammingQuery;
import org.hashaven.index.hamming.SearchCounters;
import org.hashaven.index.record.Banks;
import org.hashaven.index.record.RecordSearcher;
import org.hashaven.index.record.SegmentBanks;

/** Which banks answer a lookup, and how far each of them reaches. */
public final class LookupRules {

	private final Banks banks;
	private final MatchOptions options;
	private final OptionalInt radius;
	private final OptionalInt quality;
	private final int lowestFloor;
	private final int largestRadius;

	/**
	 * @param radius
	 *            in place of each bank's own; may be larger than the options allow
	 * @param quality
	 *            of what is looked up, held against each bank's floor; empty when unknown
	 * @param lowestFloor
	 *            quality floor of banks that have a lower one
	 * @throws IndexException
	 *             {@link Reason#UNKNOWN_BANK}
	 */
	public LookupRules(Banks banks, MatchOptions options, OptionalInt radius, OptionalInt quality, int lowestFloor) throws IndexException {
		this.banks = banks;
		this.options = options;
		this.radius = radius;
		this.quality = quality;
		this.lowestFloor = lowestFloor;
		requireBanks(banks, options);
		largestRadius = banks.list().stream().mapToInt(this::radiusIn).max().orElse(-1);
	}

	/** Throws {@link Reason#UNKNOWN_BANK} where a bank is asked for that is not there. */
	public static void requireBanks(Banks banks, MatchOptions options) throws IndexException {
		for (String bank : options.banks()) {
			banks.get(bank);
		}
	}

	/** The largest radius of the banks that take part; -1 when none does. */
	public int largestRadius() {
		return largestRadius;
	}

	/** The radius within which a bank answers; -1 when it takes no part. */
	public int radiusIn(Bank bank) {
		boolean asked = options.banks().isEmpty() || options.banks().contains(bank.name());
		return asked && bank.purpose() != Purpose.COMMON && quality.orElse(floorOf(bank)) >= floorOf(bank)
				? radius.orElse(bank.radius())
				: -1;
	}

	/** The lowest quality that takes part in a bank. */
	public int floorOf(Bank bank) {
		return Math.max(bank.qualityFloor(), lowestFloor);
	}

	public Bank bank(String name) throws IndexException {
		RecordSearcher.require(banks.contains(name));
		return banks.get(name);
	}

	/** What lies within the radius of a query in one segment, in whatever bank; nothing in a segment without the banks asked for. */
	public HammingHits search(HammingQuery query, LeafReader segment, SearchCounters counters) throws IOException {
		boolean isAsked = options.banks().isEmpty() || SegmentBanks.of(segment).hasAny(options.banks());
		return isAsked ? query.search(segment, counters) : HammingHits.NONE;
	}
}
