package org.hashaven.hash.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.hashaven.hash.Hash256;
import org.hashaven.hash.HashFormatException;
import org.hashaven.hash.Md5;
import org.hashaven.hash.MediaKind;
import org.hashaven.hash.Region;
import org.hashaven.hash.RegionGeometry;
import org.hashaven.hash.RegionSet;
import org.hashaven.hash.RegionSets;
import org.junit.jupiter.api.Test;

/** Regions in records and in the lines of a list. */
class RegionLinesTest {

	private static final Hash256 HASH = Hash256.ofWords(0xb74a52ed891375b2L, 2, 3, 4);
	private static final HashRecord RECORD = HashRecord.ofPhoto(HASH, 77);

	private static HashRecord read(String line) throws IOException {
		try (HashRecordReader reader = new HashRecordReader(new StringReader(line))) {
			return Objects.requireNonNull(reader.next());
		}
	}

	private static String array(List<Region> regions) {
		return regions.stream().map(region -> '"' + region.toText() + '"').collect(Collectors.joining(",", "[", "]"));
	}

	private static String line(String regions, String more) {
		return "{\"hash\":\"" + HASH.toHex() + "\",\"quality\":77,\"regions\":" + regions + more + "}";
	}

	private static void assertRefused(String line, String reason) {
		assertThatExceptionOfType(HashFormatException.class).as(reason).isThrownBy(() -> read(line))
				.satisfies(e -> assertThat(e).hasNoCause().message().contains(reason).hasLineCount(1)
						.doesNotContain(RegionSets.regions(1).getFirst().toText().substring(0, 8), HASH.toHex().substring(0, 8)));
	}

	@Test
	void line_setOfRegions_roundTrips() throws IOException {
		for (int count : new int[]{4, 9, 16}) {
			for (boolean allowed : new boolean[]{false, true}) {
				HashRecord record = RECORD.withRegions(RegionSets.set(count).withMayBePassedOn(allowed));
				String line = RecordFormat.JSONL.line(record, false);
				assertThat(read(line)).isEqualTo(record);
				assertThat(read(line).regions().mayBePassedOn()).isEqualTo(allowed);
				assertThat(RecordFormat.JSONL.line(read(line), false)).isEqualTo(line);
			}
		}
	}

	@Test
	void line_noRegions_saysNothingOfThem() {
		assertThat(RecordFormat.JSONL.line(RECORD, false)).doesNotContain("regions");
		assertThat(RecordFormat.JSONL.line(RECORD.withRegions(RegionSet.NONE.withMayBePassedOn(true)), false)).doesNotContain("regions");
	}

	@Test
	void line_csv_hasNoRegions() {
		HashRecord record = RECORD.withRegions(RegionSets.set(5).withMayBePassedOn(true));
		assertThat(RecordFormat.CSV.line(record, false)).isEqualTo(RecordFormat.CSV.line(RECORD, false));
	}

	@Test
	void line_mayBePassedOn_isWrittenOnlyWhenTrue() {
		HashRecord record = RECORD.withRegions(RegionSets.set(5));
		assertThat(RecordFormat.JSONL.line(record, false)).doesNotContain("passed");
		assertThat(RecordFormat.JSONL.line(record.withRegions(record.regions().withMayBePassedOn(true)), false))
				.contains("],\"regions_may_be_passed_on\":true");
	}

	@Test
	void next_mayBePassedOn_isReadWhereverItStands() throws IOException {
		String regions = array(RegionSets.regions(4));
		assertThat(read(line(regions, "")).regions()).isEqualTo(RegionSets.set(4));
		assertThat(read(line(regions, ",\"regions_may_be_passed_on\":false")).regions()).isEqualTo(RegionSets.set(4));
		assertThat(read(line(regions, ",\"regions_may_be_passed_on\":true")).regions().mayBePassedOn()).isTrue();
		assertThat(read("{\"regions_may_be_passed_on\":true," + line(regions, "").substring(1)).regions().mayBePassedOn()).isTrue();
	}

	@Test
	void next_mayBePassedOnWithoutRegions_isARecordWithoutRegions() throws IOException {
		assertThat(read(line("[]", ",\"regions_may_be_passed_on\":true"))).isEqualTo(RECORD);
	}

	@Test
	void next_mayBePassedOnIsNoBoolean_isRefused() {
		for (String wrong : List.of("\"true\"", "1", "0", "null", "[true]", "{}", "\"\"")) {
			assertRefused(line(array(RegionSets.regions(4)), ",\"regions_may_be_passed_on\":" + wrong),
					"regions_may_be_passed_on is true or false");
		}
	}

	@Test
	void next_moreThan16Regions_isOneErrorAndTheNextLineIsRead() throws IOException {
		String many = line(array(RegionSets.regions(17)), "");
		String tooMany = line(array(Collections.nCopies(500, RegionSets.regions(1).getFirst())), "");
		List<Object> all = new ArrayList<>();
		try (HashRecordReader reader = new HashRecordReader(new StringReader(many + "\n" + tooMany + "\n" + HASH.toHex() + "\n"))) {
			while (true) {
				try {
					HashRecord record = reader.next();
					if (record == null) {
						break;
					}
					all.add(record);
				} catch (HashFormatException e) {
					all.add(e.offset() + ": " + e.reason());
				}
			}
		}
		assertThat(all).containsExactly("1: a photo has at most 16 regions", "2: a photo has at most 16 regions",
				HashRecord.ofPhoto(HASH, 100));
	}

	@Test
	void next_malformedRegions_isRefused() {
		String text = RegionSets.regions(1).getFirst().toText();
		assertRefused(line("[\"" + text + "0\"]", ""), "22 hexadecimal digits");
		assertRefused(line("[7]", ""), "a region is a text");
		assertRefused(line("[[]]", ""), "a region is a text");
		assertRefused(line("[null]", ""), "a region is a text");
		assertRefused(line("\"" + text + "\"", ""), "regions are a list");
		assertRefused(line("{}", ""), "regions are a list");
		assertRefused(line("[\"" + text + "\"", ""), "not a JSON object");
	}

	@Test
	void next_regionsOfAnEarlierVersion_saysToHashAgain() {
		assertRefused(line("[\"" + HASH.toHex() + "0abcde\"]", ""), "hash the photo again");
	}

	/** A list is input like any other: its sets keep the rules, or their lines are no records. */
	@Test
	void next_setThatBreaksARule_isRefusedWithTheRule() {
		List<Region> regions = RegionSets.regions(4);
		assertRefused(line(array(regions.subList(0, 3)), ""), "a photo has 4 to 16 regions, or none");
		regions.add(regions.getFirst());
		assertRefused(line(array(regions), ""), "two regions are alike or at the same place");
		regions.set(4, new Region(0x5555_5555_5555_5555L, new RegionGeometry(0, 0, 0.5)));
		assertRefused(line(array(regions), ""), "a region is too large");
	}

	@Test
	void next_frameWithRegions_isRefused() {
		assertRefused(line(array(RegionSets.regions(4)), ",\"kind\":\"frame\""), "a frame of a video has no regions");
	}

	@Test
	@SuppressWarnings("NullAway") // null is what is tested
	void record_regionsOfAFrameOrNull_areRefused() {
		assertThatIllegalArgumentException()
				.isThrownBy(() -> new HashRecord(null, HASH, 7, MediaKind.FRAME, null, null, null, RegionSets.set(4)))
				.withMessageContaining("frame");
		assertThatNullPointerException().isThrownBy(() -> RECORD.withRegions(null)).withMessage("regions");
		assertThatNullPointerException().isThrownBy(() -> new HashRecord(null, HASH, 7, null, null, null)).withMessage("kind");
	}

	@Test
	void record_otherPropertiesChange_keepsRegions() {
		HashRecord record = RECORD.withRegions(RegionSets.set(4));
		assertThat(record.withIdAndBank("r", "b").withName("n").withMd5(new Md5(1, 2)).regions()).isEqualTo(RegionSets.set(4));
	}

	@Test
	void toString_recordWithRegions_showsNeitherHashNorCodesNorPlaces() {
		HashRecord record = RECORD.withRegions(RegionSets.set(16)).withName("beach.jpg").withIdAndBank("r-1", "ncii");
		assertThat(record).hasToString("HashRecord[id=r-1, bank=ncii]");
	}
}
