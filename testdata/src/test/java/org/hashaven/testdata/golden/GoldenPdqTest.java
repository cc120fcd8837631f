package org.hashaven.testdata.golden;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.hashaven.samples.pictures.Picture;
import org.hashaven.samples.pictures.PictureKind;
import org.junit.jupiter.api.Test;

final class GoldenPdqTest {

	private final List<GoldenRow> rows = GoldenPdq.rows();

	@Test
	void everyRowIsWhole() {
		assertThat(rows).hasSizeGreaterThan(300).doesNotHaveDuplicates();
		for (GoldenRow row : rows) {
			assertThat(row.quality()).as(row.describe()).isBetween(0, 100);
			assertThat(row.dihedral()).as(row.describe()).hasSameSizeAs(GoldenRow.FORMS).allMatch(hash -> hash.matches("[0-9a-f]{64}"));
			assertThat(row.plain()).as(row.describe()).matches("[0-9a-f]{64}");
		}
	}

	@Test
	void everyKindAndEverySideFrom5To70IsThere() {
		Set<PictureKind> kinds = EnumSet.noneOf(PictureKind.class);
		Set<Integer> widths = new HashSet<>();
		Set<Integer> heights = new HashSet<>();
		for (GoldenRow row : rows) {
			kinds.add(row.kind());
			widths.add(row.width());
			heights.add(row.height());
		}
		assertThat(kinds).containsExactly(PictureKind.values());
		for (int side = 5; side <= 70; side++) {
			assertThat(widths).contains(side);
			assertThat(heights).contains(side);
		}
	}

	@Test
	void plainHashesDifferAt64By64Only() {
		List<GoldenRow> different = rows.stream().filter(row -> !row.plain().equals(row.dihedral().getFirst())).toList();
		assertThat(different).isNotEmpty().allMatch(row -> row.width() == 64 && row.height() == 64);
	}

	@Test
	void tooSmallPicturesHaveNoQualityAndNoBits() {
		List<GoldenRow> small = rows.stream().filter(row -> Math.min(row.width(), row.height()) < 5)
				.filter(row -> Math.max(row.width(), row.height()) <= 512).toList();
		assertThat(small).isNotEmpty().allMatch(row -> row.quality() == 0 && row.plain().equals("0".repeat(64)));
	}

	@Test
	void aRowDrawsItsPicture() {
		for (GoldenRow row : rows.subList(0, 20)) {
			Picture picture = row.picture();
			assertThat(picture.width()).isEqualTo(row.width());
			assertThat(picture.height()).isEqualTo(row.height());
			assertThat(picture.channels()).isEqualTo(row.channels());
		}
	}
}
