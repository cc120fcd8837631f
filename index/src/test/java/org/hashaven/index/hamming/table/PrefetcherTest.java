package org.hashaven.index.hamming.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.foreign.MemorySegment;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class PrefetcherTest {

	/** Each word holds its own number; the eighth of a line is the next line's first. */
	private final MemorySegment memory = MemorySegment.ofArray(LongStream.range(0, 64).toArray());

	@Test
	void readsTheLinesOfARangeOnce() {
		Prefetcher ahead = new Prefetcher();
		ahead.add(70, 193, 8);
		ahead.read(memory);
		assertThat(ahead.sum).isEqualTo(8 + 16 + 24);
		ahead.read(memory);
		assertThat(ahead.sum).as("nothing is read twice").isEqualTo(8 + 16 + 24);
		ahead.add(70, 193, 2);
		ahead.read(memory);
		assertThat(ahead.sum).as("two lines more").isEqualTo(8 + 16 + 24 + 8 + 16);
		ahead.add(128, 128, 8);
		ahead.read(memory);
		assertThat(ahead.sum).as("an empty range").isEqualTo(8 + 16 + 24 + 8 + 16);
	}

	@Test
	void leavesOutWhatItHasNoRoomFor() {
		Prefetcher ahead = new Prefetcher();
		for (int i = 0; i < 100_000; i++) {
			ahead.add(Long.BYTES);
		}
		ahead.read(memory);
		assertThat(ahead.sum).isBetween(1L, 100_000L - 1);
	}

	@Test
	void readsNothingOutsideTheMemory() {
		Prefetcher ahead = new Prefetcher();
		ahead.add(64 * Long.BYTES);
		assertThatThrownBy(() -> ahead.read(memory)).isInstanceOf(IndexOutOfBoundsException.class);
	}
}
