package org.hashaven.pdq;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.hashaven.hash.Symmetry;
import org.hashaven.image.RgbImage;
import org.hashaven.samples.pictures.Picture;
import org.hashaven.testdata.golden.GoldenPdq;
import org.hashaven.testdata.golden.GoldenRow;
import org.hashaven.testdata.oracles.NaivePdq;
import org.junit.jupiter.api.Test;

/** What the C++ reference gave for generated pictures, our hasher and the oracle give too: every bit, in every form. */
class PdqConformanceTest {

	/** The rows that come with the project, and those of the same form in a file that {@code -Dhaven.golden} names. */
	@Test
	void goldenPictures() throws IOException {
		List<GoldenRow> rows = new ArrayList<>(GoldenPdq.rows());
		assertThat(rows).hasSizeGreaterThanOrEqualTo(300);
		String more = System.getProperty("haven.golden");
		if (more != null) {
			rows.addAll(GoldenPdq.rows(Path.of(more)));
		}
		rows.forEach(PdqConformanceTest::assertConforms);
		System.out.printf("pdq: %,d golden pictures agree with the reference in all bits%n", rows.size());
	}

	private static void assertConforms(GoldenRow row) {
		Picture picture = row.picture();
		RgbImage image = picture.channels() == 1
				? RgbImage.ofGrey(picture.width(), picture.height(), picture.samples())
				: RgbImage.ofRgb(picture.width(), picture.height(), picture.samples());
		PdqResult plain = PdqHasher.hash(image);
		assertThat(plain.hash().toHex()).as(row.describe()).isEqualTo(row.plain());
		assertThat(plain.quality()).as(row.describe()).isEqualTo(row.plainQuality());

		DihedralHashes forms = PdqHasher.hashDihedral(image);
		assertThat(Arrays.stream(Symmetry.values()).map(form -> forms.hash(form).toHex()).toList()).as(row.describe())
				.isEqualTo(row.dihedral());
		assertThat(forms.quality()).as(row.describe()).isEqualTo(row.quality());

		NaivePdq.Result oracle = NaivePdq.dihedral(picture.samples(), picture.width(), picture.height(), picture.channels());
		assertThat(oracle.hashes()).as("oracle, " + row.describe()).isEqualTo(row.dihedral());
		assertThat(oracle.quality()).as("oracle, " + row.describe()).isEqualTo(row.quality());
	}
}
