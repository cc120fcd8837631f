package org.hashaven.pdq;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.SplittableRandom;
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

	/** The hash of a form is that of the samples turned so, but for rounding. */
	@Test
	void allFormsAreThoseOfTheTurnedSamples() {
		long seed = Seeds.next();
		SplittableRandom random = new SplittableRandom(seed);
		float[] samples = new float[PdqHasher.SAMPLES];
		float[] mirrored = new float[PdqHasher.SAMPLES];
		float[] upsideDown = new float[PdqHasher.SAMPLES];
		int side = PdqHasher.SAMPLE_SIDE;
		for (int i = 0; i < samples.length; i++) {
			samples[i] = random.nextInt(256);
			mirrored[i / side * side + side - 1 - i % side] = samples[i];
			upsideDown[samples.length - 1 - i] = samples[i];
		}
		DihedralHashes forms = PdqHasher.hashSamplesDihedral(samples, new PdqWorkspace());
		PdqResult plain = PdqHasher.hashSamples(samples, new PdqWorkspace());
		assertThat(forms.hash(Dihedral.ORIGINAL)).as(Seeds.describe(seed)).isEqualTo(plain.hash());
		assertThat(forms.quality()).isEqualTo(plain.quality());
		assertThat(forms.hash(Dihedral.FLIP_Y).distance(PdqHasher.hashSamples(mirrored, new PdqWorkspace()).hash()))
				.as(Seeds.describe(seed)).isLessThanOrEqualTo(4);
		assertThat(forms.hash(Dihedral.ROTATE180).distance(PdqHasher.hashSamples(upsideDown, new PdqWorkspace()).hash()))
				.as(Seeds.describe(seed)).isLessThanOrEqualTo(4);
	}

	@Test
	void refusesAnotherNumberOfThem() {
		assertThatThrownBy(() -> PdqHasher.hashSamples(new float[PdqHasher.SAMPLES - 1], new PdqWorkspace()))
				.isInstanceOf(IllegalArgumentException.class);
	}
}
