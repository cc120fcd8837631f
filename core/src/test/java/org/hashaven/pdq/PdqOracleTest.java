package org.hashaven.pdq;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.hashaven.hash.Symmetry;
import org.hashaven.image.RgbImage;
import org.hashaven.testdata.Seeds;
import org.hashaven.testdata.oracles.NaivePdq;
import org.junit.jupiter.api.Test;

/** The fast path equals the slow oracle, bit for bit, on random pictures of random sizes. */
class PdqOracleTest {

	private static final int PICTURES = Integer.getInteger("haven.pictures", 3_000);

	@Test
	void fastPathEqualsOracle() {
		long seed = Seeds.next();
		Random random = new Random(seed);
		PdqWorkspace workspace = new PdqWorkspace();
		long bits = 0;
		for (int n = 0; n < PICTURES; n++) {
			int width = randomSide(random);
			int height = randomSide(random);
			int channels = random.nextInt(4) == 0 ? 1 : 3;
			byte[] samples = RandomPixels.of(random, width, height, channels);
			RgbImage image = channels == 1 ? RgbImage.ofGrey(width, height, samples) : RgbImage.ofRgb(width, height, samples);
			String what = "picture %d, %d x %d x %d; %s".formatted(n, width, height, channels, Seeds.describe(seed));

			PdqResult result = PdqHasher.hash(image, workspace);
			NaivePdq.Result expected = NaivePdq.hash(samples, width, height, channels);
			assertThat(result.hash().toHex()).as(what).isEqualTo(expected.hashes().getFirst());
			assertThat(result.quality()).as(what).isEqualTo(expected.quality());
			bits += 256;

			if (n % 4 == 0) {
				DihedralHashes forms = PdqHasher.hashDihedral(image, workspace);
				NaivePdq.Result expectedForms = NaivePdq.dihedral(samples, width, height, channels);
				List<String> hashes = Arrays.stream(Symmetry.values()).map(form -> forms.hash(form).toHex()).toList();
				assertThat(hashes).as(what).isEqualTo(expectedForms.hashes());
				bits += 256L * hashes.size();
				assertThat(forms.quality()).as(what).isEqualTo(expectedForms.quality());
			}
		}
		System.out.printf("pdq: %,d random pictures, %,d bits, fast path = oracle; there is no fallback: 0 took one (%s)%n", PICTURES, bits,
				Seeds.describe(seed));
	}

	/** Mostly small, often near the sizes where something changes, sometimes beyond 512. */
	private static int randomSide(Random random) {
		return switch (random.nextInt(8)) {
			case 0 -> 1 + random.nextInt(12);
			case 1 -> 60 + random.nextInt(10);
			case 2 -> 64;
			case 3 -> 120 + random.nextInt(16);
			case 4 -> 250 + random.nextInt(12);
			case 5 -> random.nextInt(6) == 0 ? 505 + random.nextInt(200) : 380 + random.nextInt(10);
			default -> 5 + random.nextInt(200);
		};
	}
}
