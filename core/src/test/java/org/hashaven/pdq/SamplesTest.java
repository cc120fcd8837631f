package org.hashaven.pdq;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.SplittableRandom;
import org.hashaven.hash.Symmetry;
import org.hashaven.image.RgbImage;
import org.hashaven.testdata.Seeds;
import org.junit.jupiter.api.Test;

/** Samples made elsewhere are hashed as those of a picture that has just as many pixels. */
class SamplesTest {

	@Test
	void equalsThePictureOfTheseSamples() {
		long seed = Seeds.next();
		byte[] grey = new byte[PdqHasher.SAMPLES];
		new SplittableRandom(seed).nextBytes(grey);
		float[] samples = new float[PdqHasher.SAMPLES];
		for (int i = 0; i < grey.length; i++) {
			samples[i] = grey[i] & 0xff;
		}
		RgbImage picture = RgbImage.ofGrey(PdqHasher.SAMPLE_SIDE, PdqHasher.SAMPLE_SIDE, grey);
		assertThat(PdqHasher.hashSamples(samples, new PdqWorkspace())).as(Seeds.describe(seed)).isEqualTo(PdqHasher.hash(picture));
	}

	@Test
	void givesSeveralFormsOfOneTransform() {
		float[] samples = new float[PdqHasher.SAMPLES];
		float[] exchanged = new float[PdqHasher.SAMPLES];
		SplittableRandom random = new SplittableRandom(Seeds.next());
		for (int i = 0; i < samples.length; i++) {
			samples[i] = random.nextInt(256);
			exchanged[i % PdqHasher.SAMPLE_SIDE * PdqHasher.SAMPLE_SIDE + i / PdqHasher.SAMPLE_SIDE] = samples[i];
		}
		List<PdqResult> forms = PdqHasher.hashSamples(samples, List.of(Symmetry.IDENTITY, Symmetry.TRANSPOSE), new PdqWorkspace());
		assertThat(forms.get(0)).isEqualTo(PdqHasher.hashSamples(samples, new PdqWorkspace()));
		PdqResult other = PdqHasher.hashSamples(exchanged, new PdqWorkspace());
		assertThat(forms.get(1).hash().distance(other.hash())).isLessThanOrEqualTo(4);
		assertThat(forms.get(1).quality()).isEqualTo(other.quality());
	}

	@Test
	void refusesAnotherNumberOfThem() {
		assertThatThrownBy(() -> PdqHasher.hashSamples(new float[PdqHasher.SAMPLES - 1], new PdqWorkspace()))
				.isInstanceOf(IllegalArgumentException.class);
	}
}
