package org.hashaven.pdq;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.hashaven.hash.Hash256;
import org.hashaven.hash.Symmetry;
import org.hashaven.image.ImageDecoder;
import org.hashaven.image.RgbImage;
import org.hashaven.samples.distortions.Encoded;
import org.hashaven.testdata.SharedData;
import org.hashaven.testdata.golden.GoldenPdq;
import org.hashaven.testdata.golden.GoldenRow;
import org.junit.jupiter.api.Test;

/** Files to hashes: decoder and hasher together, against the C++ reference with its own decoders. */
class DecodedPictureTest {

	private static final int CLOSE_BITS = 10;
	private static final int GOOD_QUALITY = 80;

	@Test
	void losslessFilesGiveTheGoldenBits() throws IOException {
		for (GoldenRow row : GoldenPdq.rows().subList(0, 60)) {
			RgbImage image = new ImageDecoder().decode(Encoded.png(row.picture()));
			PdqResult result = PdqHasher.hash(image);
			assertThat(result.hash().toHex()).as(row.describe()).isEqualTo(row.plain());
			assertThat(result.quality()).as(row.describe()).isEqualTo(row.plainQuality());
		}
	}

	/** The pictures beside the repository, where they are: lossless ones agree in every bit of every form, JPEGs within 10 bits. */
	@Test
	void conformancePictures() throws IOException {
		Optional<Path> folder = SharedData.folder("pdq");
		if (folder.isEmpty()) {
			System.out.println("pdq: no conformance pictures beside the repository");
			return;
		}
		int identicalLossless = 0;
		int identicalJpegs = 0;
		List<Integer> jpegDistances = new ArrayList<>();
		List<String> lines = Files.readAllLines(folder.get().resolve("expected.csv"));
		for (String line : lines.subList(1, lines.size())) {
			List<String> cells = List.of(line.split(",", -1));
			String name = cells.getFirst();
			int quality = Integer.parseInt(cells.get(1));
			RgbImage image = new ImageDecoder().decode(folder.get().resolve(name));
			DihedralHashes hashes = PdqHasher.hashDihedral(image);
			List<String> forms = Arrays.stream(Symmetry.values()).map(form -> hashes.hash(form).toHex()).toList();
			boolean identical = forms.equals(cells.subList(2, 10)) && hashes.quality() == quality;
			if (name.endsWith(".png")) {
				assertThat(forms).as(name).isEqualTo(cells.subList(2, 10));
				assertThat(hashes.quality()).as(name).isEqualTo(quality);
				identicalLossless++;
			} else {
				identicalJpegs += identical ? 1 : 0;
				for (Symmetry form : Symmetry.values()) {
					int distance = hashes.hash(form)
							.distance(Hash256.fromHex(cells.get(2 + Arrays.asList(Symmetry.values()).indexOf(form))));
					jpegDistances.add(distance);
					if (quality >= GOOD_QUALITY) {
						assertThat(distance).as("%s, %s", name, form).isLessThanOrEqualTo(CLOSE_BITS);
					}
				}
			}
		}
		System.out.printf(
				"pdq: conformance pictures: %d lossless identical in all 8 forms and quality; %d of %d JPEGs identical, largest distance %d%n",
				identicalLossless, identicalJpegs, jpegDistances.size() / 8, jpegDistances.stream().max(Integer::compare).orElse(0));
	}
}
