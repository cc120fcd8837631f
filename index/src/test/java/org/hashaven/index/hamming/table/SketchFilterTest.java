package org.hashaven.index.hamming.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.hashaven.testdata.Seeds;
import org.junit.jupiter.api.Test;

/** The filter against a comparison bit by bit. */
class SketchFilterTest {

	@Test
	void passesWhatDiffersInFewEnoughBits() {
		long seed = Seeds.next();
		SplittableRandom random = new SplittableRandom(seed);
		long[] sketches = new long[1_000];
		long[] results = new long[sketches.length];
		for (int limitBits = 0; limitBits <= 20; limitBits++) {
			int query = random.nextInt(1 << 16);
			for (int i = 0; i < sketches.length; i++) {
				// As many bits as it takes to be on either side of each limit.
				long half = random.nextLong();
				sketches[i] = SketchFilter.inEachLane(query) ^ (half & random.nextLong());
			}
			sketches[0] = SketchFilter.inEachLane(query);
			sketches[1] = ~SketchFilter.inEachLane(query);
			int words = random.nextInt(2, sketches.length);
			SketchFilter.apply(sketches, results, words, SketchFilter.inEachLane(query), limitBits);
			for (int i = 0; i < words; i++) {
				for (int lane = 0; lane < SketchFilter.LANES; lane++) {
					int sketch = (int) (sketches[i] >>> (16 * lane)) & 0xFFFF;
					boolean tooMany = ((results[i] >>> (16 * lane)) & 0x8000) != 0;
					assertThat(tooMany).as("%04x against %04x, limit %d, %s", sketch, query, limitBits, Seeds.describe(seed))
							.isEqualTo(differingBits(sketch, query) > limitBits);
				}
				assertThat(results[i] & ~SketchFilter.NONE).isZero();
			}
			for (int from = 0; from <= words; from++) {
				int next = from;
				while (next < words && results[next] == SketchFilter.NONE) {
					next++;
				}
				assertThat(SketchFilter.next(results, from, words)).as(Seeds.describe(seed)).isEqualTo(next);
			}
		}
	}

	private static int differingBits(int one, int two) {
		int bits = 0;
		for (int bit = 0; bit < 16; bit++) {
			bits += ((one ^ two) & (1 << bit)) == 0 ? 0 : 1;
		}
		return bits;
	}
}
