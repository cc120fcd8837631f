package org.hashaven.benchmarks.leak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.hashaven.benchmarks.Pixels;
import org.hashaven.hash.Region;
import org.hashaven.testdata.Seeds;
import org.hashaven.samples.pictures.PictureGenerator;
import org.junit.jupiter.api.Test;

/**
 * The attack on the codes of regions in short: on generated pictures, by the attacker who learns nothing. What the directions of regions
 * gave away takes photographs to learn from and is measured by {@link LeakBenchmark}.
 */
final class LeakTest {

	/** Correlation with the original that regions stay below and plain signs of the same patches exceed. */
	private static final double BOUND = 0.6;

	/** By how much regions may exceed the hash alone. */
	private static final double MAX_ABOVE_HASH = 0.1;

	private static final List<Photo> PHOTOS = LongStream.of(1, 8)
			.mapToObj(seed -> Photo.of("generated " + seed, Pixels.image(PictureGenerator.photo(seed, 640, 480)))).toList();

	private static double meanCorrelation(Listing listing) {
		return meanCorrelation(Attacker.untrained(), listing);
	}

	private static double meanCorrelation(Attacker attacker, Listing listing) {
		return PHOTOS.stream().mapToDouble(
				photo -> Similarity.of(photo.small(), attacker.draw(photo, listing, photo.allRegions())).correlation()).average()
				.orElseThrow();
	}

	private static final int DRAWS = 40;

	@Test
	void draw_regions_staysNearTheHashAndBelowWhatPlainSignsExceed() {
		assertThat(meanCorrelation(Listing.PLAIN)).isGreaterThan(BOUND);
		assertThat(meanCorrelation(Listing.REGIONS)).isLessThan(BOUND).isLessThan(meanCorrelation(Listing.HASH) + MAX_ABOVE_HASH);
	}

	@Test
	void draw_listedByGradient_staysBelowWhatPlainSignsExceed() {
		assertThat(meanCorrelation(Attacker.untrainedByGradient(), Listing.LISTED)).isLessThan(BOUND);
	}

	@Test
	void quarterTurn_ofCoefficients_equalsThoseOfTurnedPatch() {
		Square place = new Square(0.1, -0.05, 0.3, 0.2);
		PatchTransform upright = transformed(place);
		for (int turns = 0; turns < QuarterTurn.COUNT; turns++) {
			PatchTransform turned = transformed(place.turned(turns));
			float[] luma = new float[CodeLayout.LUMA];
			float[] edges = new float[CodeLayout.EDGES];
			QuarterTurn.LUMA.get(turns).apply(upright.luma, luma);
			QuarterTurn.EDGES.get(turns).apply(upright.edges, edges);
			assertThat(luma).containsExactly(Arrays.copyOf(turned.luma, luma.length), within(0.5f));
			assertThat(edges).containsExactly(Arrays.copyOf(turned.edges, edges.length), within(0.5f));
		}
	}

	private static PatchTransform transformed(Square place) {
		Photo photo = PHOTOS.getFirst();
		float[] samples = new float[Patch.SAMPLES];
		new Patch(place, photo.aspect(), Photo.DETAIL_SIDE, Photo.DETAIL_SIDE).sample(photo.detail().values(), samples);
		PatchTransform transform = new PatchTransform();
		transform.transform(samples);
		return transform;
	}

	/** A bit that were the sign of one of its coefficients would agree with that one. */
	@Test
	void code_ofRegion_hasSignsOfProductsOnly() {
		int bits = 0;
		int asProducts = 0;
		int asFirst = 0;
		int asSecond = 0;
		for (Photo photo : PHOTOS) {
			PatchTransform transform = new PatchTransform();
			float[] samples = new float[Patch.SAMPLES];
			for (KnownRegion region : photo.whole()) {
				new Patch(region.place(), photo.aspect(), Photo.DETAIL_SIDE, Photo.DETAIL_SIDE).sample(photo.detail().values(), samples);
				transform.transform(samples);
				for (int i = 0; i < Region.CODE_BITS; i++) {
					CodeLayout.Bit bit = CodeLayout.BITS.get(i);
					float[] values = bit.edges() ? transform.edges : transform.luma;
					boolean isSame = CodeLayout.sign(region.code(), i) > 0;
					boolean first = values[bit.first()] > 0;
					boolean second = values[bit.second()] > 0;
					asProducts += isSame == (first == second) ? 1 : 0;
					asFirst += isSame == first ? 1 : 0;
					asSecond += isSame == second ? 1 : 0;
					bits++;
				}
			}
		}
		assertThat((double) asProducts / bits).as("of %d bits", bits).isGreaterThan(0.7);
		assertThat((double) asFirst / bits).isCloseTo(0.5, within(0.05));
		assertThat((double) asSecond / bits).isCloseTo(0.5, within(0.05));
	}

	/** In most of many directions: where one leads over a bend of an edge's energy, the quotient is of both sides. */
	@Test
	void gradient_ofPatch_equalsDifferenceQuotients() {
		long seed = Seeds.next();
		Random random = new Random(seed);
		int equal = 0;
		for (int i = 0; i < DRAWS; i++) {
			equal += gradientOfPatchEqualsQuotient(random) ? 1 : 0;
		}
		assertThat(equal).as(Seeds.describe(seed)).isGreaterThanOrEqualTo(DRAWS * 9 / 10);
	}

	private static boolean gradientOfPatchEqualsQuotient(Random random) {
		float[] samples = moved(slope(), drawn(Patch.SAMPLES, random), 0.2);
		float[] ofLuma = drawn(CodeLayout.LUMA, random);
		float[] ofEdges = drawn(CodeLayout.EDGES, random);
		float[] ofSamples = new float[Patch.SAMPLES];
		PatchTransform transform = new PatchTransform();
		transform.gradient(samples, ofLuma, ofEdges, ofSamples);
		float[] direction = drawn(Patch.SAMPLES, random);
		double step = 1e-2;
		double expected = (weightedSum(moved(samples, direction, step), ofLuma, ofEdges)
				- weightedSum(moved(samples, direction, -step), ofLuma, ofEdges)) / (2 * step);
		double actual = 0;
		for (int i = 0; i < direction.length; i++) {
			actual += ofSamples[i] * direction[i];
		}
		return Math.abs(actual - expected) <= 0.02 * (10 + Math.abs(expected));
	}

	@Test
	void gradient_ofPatchLikelihoodOverAllDirections_equalsDifferenceQuotients() {
		Random random = new Random(Seeds.next());
		PictureModel model = PictureModel.untrained(Prior.ofPower(1));
		KnownRegion region = new KnownRegion(random.nextLong(), new Square(0.1, -0.05, 0.3, 0));
		double size = region.place().size();
		Likelihood likelihood = new PatchLikelihood(region.place(), /* aspect= */ 1.5, new DirectionLogits(DirectionLogits.ANY, 2),
				model.scales(size), List.of(new Likelihood.ProductSigns(region.code(), size, model)));
		float[] picture = Dct.picture(model.prior().coefficients(Prior.standard(random)));
		float[] direction = Dct.picture(model.prior().coefficients(Prior.standard(random)));
		float[] gradient = new float[Dct.PIXELS];
		logarithm(likelihood, picture, gradient);
		double step = 2e-3;
		double expected = (logarithm(likelihood, moved(picture, direction, step), new float[Dct.PIXELS])
				- logarithm(likelihood, moved(picture, direction, -step), new float[Dct.PIXELS])) / (2 * step);
		double actual = 0;
		for (int i = 0; i < direction.length; i++) {
			actual += gradient[i] * direction[i];
		}
		assertThat(actual).isCloseTo(expected, within(0.05 * (10 + Math.abs(expected))));
	}

	private static double logarithm(Likelihood likelihood, float[] picture, float[] ofPicture) {
		return likelihood.addGradient(new float[Dct.COUNT], picture, /* weight= */ 1, new float[Dct.COUNT], ofPicture);
	}

	/** Steep in all four directions: edge energies bend sharply where there is no gradient. */
	private static float[] slope() {
		float[] slope = new float[Patch.SAMPLES];
		for (int i = 0; i < slope.length; i++) {
			int row = i / Patch.SIDE;
			slope[i] = 3f * (i % Patch.SIDE) + row;
		}
		return slope;
	}

	private static float[] drawn(int count, Random random) {
		float[] drawn = new float[count];
		for (int i = 0; i < count; i++) {
			drawn[i] = (float) random.nextGaussian();
		}
		return drawn;
	}

	private static float[] moved(float[] samples, float[] direction, double step) {
		float[] moved = samples.clone();
		for (int i = 0; i < moved.length; i++) {
			moved[i] += (float) (step * direction[i]);
		}
		return moved;
	}

	private static double weightedSum(float[] samples, float[] lumaWeights, float[] edgeWeights) {
		PatchTransform transform = new PatchTransform();
		transform.transform(samples);
		double sum = 0;
		for (int k = 0; k < lumaWeights.length; k++) {
			sum += lumaWeights[k] * transform.luma[k];
		}
		for (int k = 0; k < edgeWeights.length; k++) {
			sum += edgeWeights[k] * transform.edges[k];
		}
		return sum;
	}
}
