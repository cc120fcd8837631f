package org.hashaven.hash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import org.hashaven.testdata.Seeds;
import org.junit.jupiter.api.Test;

/** Regions, their places in 24 bits, and their text form. */
class RegionTest {

	private final long seed = Seeds.next();
	private final SplittableRandom random = new SplittableRandom(seed);

	private RegionGeometry place() {
		return new RegionGeometry(random.nextDouble() - 0.5, random.nextDouble() - 0.5,
				RegionGeometry.MIN_SIZE + random.nextDouble() * (1 - RegionGeometry.MIN_SIZE));
	}

	private Region region() {
		return new Region(random.nextLong(), place());
	}

	@Test
	void packed_randomPlaces_roundTripWithinAStep() {
		for (int i = 0; i < 20_000; i++) {
			RegionGeometry place = place();
			RegionGeometry packed = RegionGeometry.ofPacked(place.packed());
			assertThat(place.packed() >>> RegionGeometry.BITS).as(Seeds.describe(seed)).isZero();
			assertThat(packed.x()).as(Seeds.describe(seed)).isCloseTo(place.x(), within(1.0 / 256));
			assertThat(packed.y()).isCloseTo(place.y(), within(1.0 / 256));
			assertThat(packed.size() / place.size()).isBetween(0.9, 1.11);
			assertThat(packed.packed()).isEqualTo(place.packed());
		}
	}

	@Test
	void place_outsideItsPicture_isRefused() {
		assertThatIllegalArgumentException().isThrownBy(() -> new RegionGeometry(0.51, 0, 0.5));
		assertThatIllegalArgumentException().isThrownBy(() -> new RegionGeometry(0, Double.NaN, 0.5));
		assertThatIllegalArgumentException().isThrownBy(() -> new RegionGeometry(0, 0, 0));
		assertThatIllegalArgumentException().isThrownBy(() -> new RegionGeometry(0, 0, 1.1));
		assertThatIllegalArgumentException().isThrownBy(() -> RegionGeometry.ofPacked(-1));
		assertThatIllegalArgumentException().isThrownBy(() -> RegionGeometry.ofPacked(1 << RegionGeometry.BITS));
	}

	@Test
	@SuppressWarnings("NullAway") // null is what is tested
	void region_withoutPlace_isRefused() {
		assertThatNullPointerException().isThrownBy(() -> new Region(1, null)).withMessage("place");
	}

	@Test
	void distanceBits_knownCodes_countsDifferingBits() {
		RegionGeometry place = place();
		assertThat(new Region(0b1011, place).distanceBits(new Region(0b0001, place()))).isEqualTo(2);
		assertThat(new Region(0, place).distanceBits(new Region(-1, place))).isEqualTo(Region.CODE_BITS);
		assertThat(new Region(Long.MIN_VALUE, place).distanceBits(new Region(0, place))).isEqualTo(1);
	}

	@Test
	void toText_knownRegion_isCodeThenPlace() {
		RegionGeometry place = RegionGeometry.ofPacked(0x0abcc0);
		assertThat(new Region(0x0123456789abcdefL, place).toText()).isEqualTo("0123456789abcdef0abcc0");
		assertThat(new Region(-1, place).toText()).isEqualTo("ffffffffffffffff0abcc0");
	}

	@Test
	void fromText_whatWasWritten_isTheSameRegion() throws HashFormatException {
		for (int i = 0; i < 1_000; i++) {
			Region region = region();
			Region listed = new Region(region.code(), RegionGeometry.ofPacked(region.place().packed()));
			String text = region.toText();
			assertThat(text).as(Seeds.describe(seed)).hasSize(2 * Region.BYTES);
			assertThat(Region.fromText(text)).as(Seeds.describe(seed)).isEqualTo(listed);
			assertThat(Region.fromText(text.toUpperCase(Locale.ROOT))).isEqualTo(listed);
			assertThat(listed.toText()).isEqualTo(text);
		}
	}

	@Test
	void fromText_malformed_isRefusedWithoutQuotingIt() {
		String text = "b74a52ed891375b20abcc0";
		String sizeBeyondTheWhole = "b74a52ed891375b2" + "%06x".formatted(31 << 5);
		for (String wrong : List.of("", text.substring(1), text + "0", text.replaceFirst(".$", "g"), "x" + text.substring(1),
				text.substring(0, 16) + "+12345", text.substring(0, 21) + " ", "-" + text.substring(1), sizeBeyondTheWhole)) {
			assertThatExceptionOfType(HashFormatException.class).as(wrong).isThrownBy(() -> Region.fromText(wrong))
					.satisfies(
							e -> assertThat(e).hasNoCause().message().contains("hexadecimal digits").doesNotContain(text.substring(1, 5)));
		}
	}

	/** Regions of 256-bit signs reveal the picture: their owner must hear that the photo has to be hashed again. */
	@Test
	void fromText_regionOfAnEarlierVersion_saysToHashAgain() {
		String old = "b74a52ed891375b206bdb644d5a848172d52d6f916c3c96c39b38d90766e6593" + "0abcde";
		assertThat(old).hasSize(70);
		assertThatExceptionOfType(HashFormatException.class).isThrownBy(() -> Region.fromText(old)).satisfies(
				e -> assertThat(e.reason()).contains("earlier version").contains("hash the photo again").doesNotContain("b74a"));
	}

	/** The whole direction of version 4 gives the picture away too. */
	@Test
	void fromText_wholeDirection_saysToHashAgain() {
		assertThatExceptionOfType(HashFormatException.class).isThrownBy(() -> Region.fromText("b74a52ed891375b20abcde"))
				.satisfies(e -> assertThat(e.reason()).contains("earlier version").contains("hash the photo again").doesNotContain("b74a"));
	}

	@Test
	void toString_anyRegion_showsNeitherCodeNorPlace() {
		assertThat(region()).hasToString("Region[hidden]");
		assertThat(place()).hasToString("RegionPlace[hidden]");
	}
}
