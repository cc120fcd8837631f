package org.hashaven.index.alignment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.hashaven.hash.FrameHash;
import org.hashaven.testdata.Seeds;
import org.junit.jupiter.api.Test;

class FramesTest {

	private final long seed = Seeds.next();
	private final SplittableRandom random = new SplittableRandom(seed);

	private int[] scenes(Clip clip) {
		Frames frames = Frames.of(clip.frames());
		return IntStream.range(0, frames.size()).map(frames::scene).toArray();
	}

	@Test
	void itHoldsTimesAndHashes() {
		Clip clip = Clip.cuts(200, random);
		List<FrameHash> list = clip.frames();
		Frames frames = Frames.of(list);
		Frames.Builder grown = new Frames.Builder(0);
		list.forEach(frame -> grown.add(frame.timeMs(), frame.hash()));
		assertThat(grown.build().size()).isEqualTo(200);
		for (int i = 0; i < 200; i++) {
			assertThat(frames.timeMs(i)).isEqualTo(1_000 * i);
			assertThat(grown.build().distanceBits(i, frames, i)).isZero();
			int other = random.nextInt(200);
			assertThat(frames.distanceBits(i, frames, other)).as(Seeds.describe(seed))
					.isEqualTo(list.get(i).hash().distance(list.get(other).hash()));
		}
		assertThat(frames.frameAt(-1)).isZero();
		assertThat(frames.frameAt(0)).isZero();
		assertThat(frames.frameAt(1)).isEqualTo(1);
		assertThat(frames.frameAt(198_999.5)).isEqualTo(199);
		assertThat(frames.frameAt(199_001)).isEqualTo(200);
		assertThat(frames.isIn(7, Frames.of(clip.part(7, 8).noisy(31).frames()))).as(Seeds.describe(seed)).isTrue();
		assertThat(frames.isIn(7, Frames.of(clip.part(8, 200).frames()))).as(Seeds.describe(seed)).isFalse();
	}

	@Test
	void aSceneIsWhatLooksLikeItsFirstFrame() {
		Clip still = Clip.still(30, random);
		Clip other = Clip.still(5, random);
		assertThat(scenes(still)).containsOnly(0);
		List<Integer> expected = new ArrayList<>();
		IntStream.range(0, 70).forEach(second -> expected.add((second >= 30 && second < 35) || second >= 65 ? 1 : 0));
		assertThat(scenes(still.then(other).then(still).then(other))).as(Seeds.describe(seed))
				.containsExactly(expected.stream().mapToInt(Integer::intValue).toArray());
		assertThat(scenes(Clip.cuts(100, random))).as(Seeds.describe(seed)).containsExactly(IntStream.range(0, 100).toArray());
	}

	@Test
	void aSlowMovementGoesThroughSeveralScenes() {
		Clip movement = Clip.cuts(1, random);
		for (int second = 1; second < 60; second++) {
			movement = movement.then(movement.part(second - 1, second).noisy(16));
		}
		assertThat(Frames.of(movement.frames()).sceneCount()).as(Seeds.describe(seed)).isBetween(5, 40);
	}
}
