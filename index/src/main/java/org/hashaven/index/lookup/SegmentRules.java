package org.hashaven.index.lookup;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.util.Bits;
import org.hashaven.index.Bank;
import org.hashaven.index.record.RecordSearcher;

/** The rules of a lookup as they hold in one segment. Asked for documents in ascending order; for one thread. */
public final class SegmentRules {

	/** In place of a bank's ordinal: the document is no match. */
	public static final int REFUSED = -1;

	private final List<Bank> banks = new ArrayList<>();
	private final int[] radiusOfBank;
	private final int[] floorOfBank;
	private final SortedDocValues bankNames;
	private final NumericDocValues qualities;
	private final Bits live;

	public SegmentRules(LookupRules rules, LeafReader segment) throws IOException {
		bankNames = RecordSearcher.banksOf(segment);
		qualities = RecordSearcher.qualitiesOf(segment);
		Bits liveDocs = segment.getLiveDocs();
		live = liveDocs == null ? new Bits.MatchAllBits(segment.maxDoc()) : liveDocs;
		for (int ordinal = 0; ordinal < bankNames.getValueCount(); ordinal++) {
			banks.add(rules.bank(bankNames.lookupOrd(ordinal).utf8ToString()));
		}
		radiusOfBank = banks.stream().mapToInt(rules::radiusIn).toArray();
		floorOfBank = banks.stream().mapToInt(rules::floorOf).toArray();
	}

	/** The bank of this ordinal. */
	public Bank bank(int ordinal) {
		return banks.get(ordinal);
	}

	/** The radius of the bank of this ordinal; -1 when it takes no part. */
	public int radius(int ordinal) {
		return radiusOfBank[ordinal];
	}

	/** The ordinal of the bank in which a document at this distance is a match, or {@link #REFUSED}. */
	public int bankOf(int document, int distanceBits) throws IOException {
		if (!live.get(document)) {
			return REFUSED;
		}
		RecordSearcher.require(bankNames.advanceExact(document));
		RecordSearcher.require(qualities.advanceExact(document));
		int bank = bankNames.ordValue();
		return distanceBits <= radiusOfBank[bank] && qualities.longValue() >= floorOfBank[bank] ? bank : REFUSED;
	}
}
