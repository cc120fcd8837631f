package org.hashaven.index.hamming.table;

import java.lang.foreign.MemorySegment;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The tables of one segment.
 *
 * @param layout
 *            where their parts lie
 * @param memory
 *            all of them
 * @param slots
 *            one for each slot
 */
public record Tables(SlotLayout layout, MemorySegment memory, List<SlotTable> slots) {

	/** The tables in these bytes, {@link SlotLayout#sizeBytes()} of them. */
	public static Tables of(SlotLayout layout, MemorySegment bytes) {
		return new Tables(layout, bytes,
				IntStream.range(0, SlotLayout.SLOTS).mapToObj(slot -> new SlotTable(layout, slot, bytes)).toList());
	}

	public SlotTable slot(int slot) {
		return slots.get(slot);
	}

	/** Whether the directory of each slot divides all rows between its buckets. */
	public boolean divideAllRows() {
		return slots.stream().allMatch(SlotTable::dividesAllRows);
	}
}
