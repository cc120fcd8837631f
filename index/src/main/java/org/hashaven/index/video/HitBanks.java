package org.hashaven.index.video;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.SortedDocValues;
import org.hashaven.index.Bank;
import org.hashaven.index.record.Banks;
import org.hashaven.index.record.RecordSearcher;

/** The banks of the media that a lookup has hit, each as its position among all banks. */
public final class HitBanks {

	private final int[] ofGroup;

	public HitBanks(HitGroups groups, MediaNumbers numbers, Banks banks) throws IOException {
		List<String> names = banks.list().stream().map(Bank::name).toList();
		ofGroup = new int[groups.groups()];
		int from = 0;
		while (from < ofGroup.length) {
			int segment = numbers.segmentOf(groups.media(from));
			int to = from + 1;
			while (to < ofGroup.length && numbers.segmentOf(groups.media(to)) == segment) {
				to++;
			}
			read(numbers.reader(segment), groups, from, to, names);
			from = to;
		}
	}

	/** Reads the banks of the groups of one segment, in the order of their documents. */
	private void read(LeafReader segment, HitGroups groups, int from, int to, List<String> names) throws IOException {
		SortedDocValues bankNames = RecordSearcher.banksOf(segment);
		int[] positions = new int[bankNames.getValueCount()];
		for (int ordinal = 0; ordinal < positions.length; ordinal++) {
			positions[ordinal] = names.indexOf(bankNames.lookupOrd(ordinal).utf8ToString());
			RecordSearcher.require(positions[ordinal] >= 0);
		}
		long[] byDocument = new long[to - from];
		for (int group = from; group < to; group++) {
			byDocument[group - from] = (long) groups.document(groups.begin(group)) << Integer.SIZE | group;
		}
		Arrays.sort(byDocument);
		for (long packed : byDocument) {
			RecordSearcher.require(bankNames.advanceExact((int) (packed >>> Integer.SIZE)));
			ofGroup[(int) packed] = positions[bankNames.ordValue()];
		}
	}

	/** The bank of the media of a group. */
	public int of(int group) {
		return ofGroup[group];
	}
}
