package org.hashaven.index.alignment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import org.hashaven.hash.FrameHash;
import org.hashaven.testdata.Seeds;
import org.junit.jupiter.api.Test;

/** Two generated videos, one made from the other, and the stretches they have in common. */
class AlignmentTest {

	private static final int ROUNDS = 25;
	private static final int RADIUS = 31;

	private final long seed = Seeds.next();
	private final SplittableRandom random = new SplittableRandom(seed);

	/** From and to in the query, from and to in the media, in seconds, in the order of the query. */
	private static List<double[]> align(List<FrameHash> queryFrames, Clip media) {
		return align(queryFrames, media, Alignment.MIN_SPAN_EVIDENCE);
	}

	private static List<double[]> align(List<FrameHash> queryFrames, Clip mediaClip, double minEvidence) {
		Frames query = Frames.of(queryFrames);
		Frames media = Frames.of(mediaClip.frames());
		double[] weights = new double[query.sceneCount()];
		Arrays.fill(weights, 1);
		return Alignment.align(query, weights, media, pairs(query, media), RADIUS, minEvidence).stream().map(span -> {
			Pairs pairs = span.pairs();
			int last = pairs.size() - 1;
			return new double[]{query.timeMs(pairs.query(0)) / 1e3, query.timeMs(pairs.query(last)) / 1e3,
					media.timeMs(pairs.media(0)) / 1e3, media.timeMs(pairs.media(last)) / 1e3};
		}).sorted(Comparator.comparingDouble(span -> span[0])).toList();
	}

	private static Pairs pairs(Frames query, Frames media) {
		Pairs pairs = new Pairs();
		for (int i = 0; i < query.size(); i++) {
			for (int j = 0; j < media.size(); j++) {
				if (query.distanceBits(i, media, j) <= RADIUS) {
					pairs.add(i, j);
				}
			}
		}
		return pairs;
	}

	private void assertSpans(List<double[]> spans, double toleranceSeconds, double[]... expected) {
		assertThat(spans).as(Seeds.describe(seed)).hasSize(expected.length);
		for (int span = 0; span < expected.length; span++) {
			for (int edge = 0; edge < 4; edge++) {
				assertThat(spans.get(span)[edge]).as("%s of span %d; %s", edge, span, Seeds.describe(seed)).isCloseTo(expected[span][edge],
						within(toleranceSeconds));
			}
		}
	}

	@Test
	void aCopyIsOneSpan() {
		for (int round = 0; round < ROUNDS; round++) {
			Clip media = Clip.cuts(60, random);
			assertSpans(align(media.noisy(RADIUS).frames(), media), 0, new double[]{0, 59, 0, 59});
		}
	}

	@Test
	void aPartCutOutIsFoundWhereItWas() {
		for (int round = 0; round < ROUNDS; round++) {
			Clip media = Clip.cuts(60, random);
			int from = random.nextInt(54);
			assertSpans(align(media.part(from, from + 6).noisy(RADIUS).frames(), media), 0, new double[]{0, 5, from, from + 5});
		}
	}

	@Test
	void speedDoesNotMatter() {
		for (double speed : new double[]{0.75, 0.8, 0.9, 24 / 25.0, 25 / 24.0, 1.07, 1.2, 1.25, 1.3}) {
			for (int seconds : new int[]{20, 60, 600}) {
				Clip media = Clip.cuts(seconds, random);
				Clip query = media.atSpeed(speed).noisy(RADIUS);
				assertSpans(align(query.frames(), media), 1, new double[]{0, query.seconds() - 1, 0, seconds - 1});
			}
		}
	}

	@Test
	void anHourAtAnOddSpeedIsOneSpan() {
		Clip media = Clip.takes(3_600, 12, random);
		Clip query = media.atSpeed(1.0427).noisy(8);
		assertSpans(align(query.frames(), media), 4, new double[]{0, query.seconds() - 1, 0, 3_599});
	}

	@Test
	void lostFramesDoNotMatter() {
		for (int round = 0; round < ROUNDS; round++) {
			Clip media = Clip.cuts(60, random);
			List<double[]> spans = align(media.noisy(RADIUS).framesLosing(0.6), media);
			assertThat(spans).as(Seeds.describe(seed)).hasSize(1);
			assertThat(spans.getFirst()[2]).as(Seeds.describe(seed)).isEqualTo(spans.getFirst()[0]);
			assertThat(spans.getFirst()[3]).as(Seeds.describe(seed)).isEqualTo(spans.getFirst()[1]);
		}
	}

	@Test
	void anIntroMovesTheSpan() {
		for (int round = 0; round < ROUNDS; round++) {
			Clip media = Clip.cuts(60, random);
			Clip query = Clip.cuts(30, random).then(media.noisy(RADIUS)).then(Clip.cuts(10, random));
			assertSpans(align(query.frames(), media), 0, new double[]{30, 89, 0, 59});
		}
	}

	@Test
	void partsInAnotherOrderAreSpansOfTheirOwn() {
		for (int round = 0; round < ROUNDS; round++) {
			Clip media = Clip.cuts(60, random);
			Clip query = media.part(40, 60).then(media.part(0, 20)).then(media.part(20, 40)).noisy(RADIUS);
			assertSpans(align(query.frames(), media), 0, new double[]{0, 19, 40, 59}, new double[]{20, 59, 0, 39});
		}
	}

	@Test
	void anInsertionCutsInTwo() {
		Clip media = Clip.cuts(60, random);
		Clip query = media.part(0, 25).then(Clip.cuts(12, random)).then(media.part(25, 60)).noisy(RADIUS);
		assertSpans(align(query.frames(), media), 0, new double[]{0, 24, 0, 24}, new double[]{37, 71, 25, 59});
	}

	@Test
	void whatIsShownTwiceIsFoundTwice() {
		Clip media = Clip.cuts(60, random);
		Clip query = media.part(10, 20).then(media.part(10, 20)).noisy(12);
		assertSpans(align(query.frames(), media), 0, new double[]{0, 9, 10, 19}, new double[]{10, 19, 10, 19});
	}

	@Test
	void aLongGapCuts() {
		Clip media = Clip.cuts(100, random);
		Clip query = media.part(0, 20).then(Clip.cuts(40, random)).then(media.part(60, 100)).noisy(RADIUS);
		assertSpans(align(query.frames(), media), 0, new double[]{0, 19, 0, 19}, new double[]{60, 99, 60, 99});
	}

	@Test
	void aCameraThatStandsStillIsOneScene() {
		for (int round = 0; round < ROUNDS; round++) {
			Clip still = Clip.still(40, random);
			Clip media = Clip.cuts(20, random).then(still.noisy(8));
			Clip query = still.noisy(8).then(Clip.cuts(20, random));
			assertThat(align(query.frames(), media)).as(Seeds.describe(seed)).isEmpty();
			assertThat(align(query.frames(), media, 1)).as(Seeds.describe(seed)).isNotEmpty();
		}
	}

	@Test
	void noiseDoesNotMakeScenesOfAStillCamera() {
		for (int round = 0; round < ROUNDS; round++) {
			Clip media = Clip.cuts(20, random).then(Clip.still(40, random));
			Clip query = media.part(20, 60).noisy(RADIUS).then(Clip.cuts(20, random));
			assertThat(align(query.frames(), media)).as(Seeds.describe(seed)).isEmpty();
		}
	}

	@Test
	void framesThatPairUpOutOfStepAreNoSpan() {
		for (int round = 0; round < ROUNDS; round++) {
			Clip media = Clip.cuts(60, random);
			// every tenth second, backwards
			Clip query = media.part(50, 51).then(Clip.cuts(9, random)).then(media.part(40, 41)).then(Clip.cuts(9, random))
					.then(media.part(30, 31)).then(Clip.cuts(9, random)).then(media.part(20, 21)).noisy(RADIUS);
			assertThat(align(query.frames(), media)).as(Seeds.describe(seed)).isEmpty();
		}
	}

	@Test
	void weightsDecideWhetherScenesAreEnough() {
		Clip media = Clip.cuts(10, random);
		Frames frames = Frames.of(media.frames());
		double[] weights = new double[frames.sceneCount()];
		Arrays.fill(weights, 0.19);
		assertThat(Alignment.align(frames, weights, frames, pairs(frames, frames), RADIUS, 2)).as(Seeds.describe(seed)).isEmpty();
		Arrays.fill(weights, 0.2);
		List<Span> spans = Alignment.align(frames, weights, frames, pairs(frames, frames), RADIUS, 2);
		assertThat(spans).as(Seeds.describe(seed)).hasSize(1);
		assertThat(Alignment.evidence(frames, weights, frames, spans)).isCloseTo(2, within(1e-6));
	}

	@Test
	void nothingInCommonIsNothing() {
		assertThat(align(Clip.cuts(60, random).frames(), Clip.cuts(60, random))).isEmpty();
	}
}
