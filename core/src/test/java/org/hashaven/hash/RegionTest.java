package org.hashaven.hash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.SplittableRandom;
import org.hashaven.testdata.Seeds;
import org.junit.jupiter.api.Test;

/** Regions, their places in 24 bits, and their way through a list. */
class RegionTest {

	private final long seed = Seeds.next();
	private final SplittableRandom random = new SplittableRandom(seed);

	private RegionPlace place() {
		return new RegionPlace(random.nextDouble() - 0.5, random.nextDouble() - 0.5,
				RegionPlace.MIN_SIZE + random.nextDouble() * (1 - RegionPlace.MIN_SIZE), (2 * random.nextDouble() - 1) * Math.PI);
	}

	private Region region() {
		return new Region(Hash256.ofWords(random.nextLong(), random.nextLong(), random.nextLong(), random.nextLong()), place());
	}

	/** As it comes back from a list. */
	private static Region listed(Region region) {
		return new Region(region.hash(), RegionPlace.ofPacked(region.place().packed()));
	}

	private static HashRecord read(String line) throws IOException {
		try (HashRecordReader reader = new HashRecordReader(new StringReader(line))) {
			return Objects.requireNonNull(reader.next());
		}
	}

	@Test
	void aPackedPlaceIsNearAndPacksAgainToTheSame() {
		for (int i = 0; i < 20_000; i++) {
			RegionPlace place = place();
			RegionPlace packed = RegionPlace.ofPacked(place.packed());
			assertThat(place.packed() >>> RegionPlace.BITS).as(Seeds.describe(seed)).isZero();
			assertThat(packed.x()).as(Seeds.describe(seed)).isCloseTo(place.x(), within(1.0 / 256));
			assertThat(packed.y()).isCloseTo(place.y(), within(1.0 / 256));
			assertThat(packed.size() / place.size()).isBetween(0.9, 1.11);
			assertThat(Math.abs(Math.IEEEremainder(packed.angle() - place.angle(), 2 * Math.PI))).isLessThan(0.1);
			assertThat(packed.packed()).isEqualTo(place.packed());
		}
	}

	@Test
	void aPlaceLiesWithinThePicture() {
		assertThatIllegalArgumentException().isThrownBy(() -> new RegionPlace(0.51, 0, 0.5, 0));
		assertThatIllegalArgumentException().isThrownBy(() -> new RegionPlace(0, Double.NaN, 0.5, 0));
		assertThatIllegalArgumentException().isThrownBy(() -> new RegionPlace(0, 0, 0, 0));
		assertThatIllegalArgumentException().isThrownBy(() -> new RegionPlace(0, 0, 0.5, 4));
		assertThatIllegalArgumentException().isThrownBy(() -> RegionPlace.ofPacked(-1));
		assertThatIllegalArgumentException().isThrownBy(() -> RegionPlace.ofPacked(1 << RegionPlace.BITS));
	}

	@Test
	void aTextIsTheWholeRegionOrARefusal() throws HashFormatException {
		Region region = region();
		String text = region.toText();
		assertThat(text).hasSize(70).startsWith(region.hash().toHex());
		assertThat(Region.fromText(text)).isEqualTo(listed(region));
		assertThat(Region.fromText(text.toUpperCase(Locale.ROOT))).isEqualTo(listed(region));
		for (String wrong : List.of("", text.substring(1), text + "0", text.replaceFirst(".$", "g"), "x" + text.substring(1),
				text.substring(0, 64) + "+12345", text.substring(0, 69) + " ")) {
			assertThatExceptionOfType(HashFormatException.class).isThrownBy(() -> Region.fromText(wrong))
					.satisfies(e -> assertThat(e.getMessage()).doesNotContain(text.substring(1, 9)));
		}
	}

	@Test
	void aLineOfAListKeepsThem() throws IOException {
		List<Region> regions = new ArrayList<>();
		for (int i = 0; i < Region.MAX_LISTED; i++) {
			regions.add(region());
		}
		HashRecord record = HashRecord.ofPhoto(region().hash(), 77).withRegions(regions);
		String line = RecordFormat.JSONL.line(record, false);
		HashRecord back = read(line);
		assertThat(back.regions()).as(Seeds.describe(seed)).containsExactlyElementsOf(regions.stream().map(RegionTest::listed).toList());
		assertThat(back.hash()).isEqualTo(record.hash());
		assertThat(RecordFormat.JSONL.line(back, false)).isEqualTo(line);
		assertThat(RecordFormat.CSV.line(record, false)).isEqualTo(RecordFormat.CSV.line(record.withRegions(List.of()), false));
		assertThat(RecordFormat.JSONL.line(record.withRegions(List.of()), false)).doesNotContain("regions");
	}

	@Test
	void aLineWithWrongRegionsIsRefused() {
		String hash = region().hash().toHex();
		String text = region().toText();
		String many = String.join(",", Collections.nCopies(Region.MAX_LISTED + 1, '"' + text + '"'));
		for (String regions : List.of("[\"" + text + "0\"]", "[7]", "\"" + text + "\"", "[[]]", "{}", "[" + many + "]")) {
			assertThatExceptionOfType(HashFormatException.class)
					.isThrownBy(() -> read("{\"hash\":\"" + hash + "\",\"regions\":" + regions + "}"))
					.satisfies(e -> assertThat(e.getMessage()).doesNotContain(text.substring(0, 8), hash.substring(0, 8)));
		}
		assertThatExceptionOfType(HashFormatException.class).as("a frame has none").isThrownBy(
				() -> read("{\"kind\":\"frame\",\"hash\":\"" + hash + "\",\"regions\":[\"" + text + "\"]}"));
	}

	@Test
	void nothingOfThemIsShown() {
		Region region = region();
		HashRecord record = HashRecord.ofPhoto(region.hash(), 50).withRegions(List.of(region));
		for (Object shown : List.of(region, region.place(), record)) {
			assertThat(shown.toString()).doesNotContain(region.hash().toHex().substring(0, 8), "0.");
		}
	}
}
