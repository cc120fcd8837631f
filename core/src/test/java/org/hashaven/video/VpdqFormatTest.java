package org.hashaven.video;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import org.hashaven.hash.Hash256;
import org.hashaven.hash.HashFormatException;
import org.hashaven.testdata.Seeds;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** vPDQ's lines are written as its program writes them, and nothing else is read. */
class VpdqFormatTest {

	private static final String HEX = "0123456789abcdef".repeat(4);

	private static List<VpdqFrame> read(String text) throws IOException {
		return VpdqFormat.read(new StringReader(text));
	}

	@Test
	void writesAsTheReferenceDoes() throws IOException {
		VpdqFrame frame = new VpdqFrame(61, 100, Hash256.fromHex(HEX), 2_033);
		assertThat(VpdqFormat.line(frame)).isEqualTo("61,100," + HEX + ",2.033");
	}

	@Test
	void readsWhatIsWritten() throws IOException {
		long seed = Seeds.next();
		SplittableRandom random = new SplittableRandom(seed);
		int timeMs = 0;
		int number = 0;
		List<VpdqFrame> frames = new ArrayList<>();
		for (int i = 0; i < 1_000; i++) {
			Hash256 hash = Hash256.ofWords(random.nextLong(), random.nextLong(), random.nextLong(), random.nextLong());
			frames.add(new VpdqFrame(number, random.nextInt(101), hash, timeMs));
			number += 1 + random.nextInt(40);
			timeMs += random.nextInt(2_000_000);
		}
		String text = frames.stream().map(VpdqFormat::line).collect(Collectors.joining("\n"));
		assertThat(read(text)).as(Seeds.describe(seed)).isEqualTo(frames);
		assertThat(read(text.replace("\n", "\r\n") + "\r\n\n")).as(Seeds.describe(seed)).isEqualTo(frames);
	}

	@ParameterizedTest
	@CsvSource({"0,0", "0.1,100", "0.0666,67", "12.000000000,12000", "5.,bad", "2147483.647,2147483647", "2147483.648,bad", ".5,bad",
			"-1,bad", "1e3,bad", "nan,bad", "'1 ',bad", "0.1234567891,bad"})
	void timesAreRoundedToMilliseconds(String seconds, String expected) throws IOException {
		String line = "0,100," + HEX + "," + seconds;
		if (expected.equals("bad")) {
			assertThat(catchThrowableOfType(HashFormatException.class, () -> read(line))).isNotNull();
		} else {
			assertThat(read(line).getFirst().timeMs()).isEqualTo(Integer.parseInt(expected));
		}
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = {"0,100,HEX|1", "0,100,HEX,0.0,|1", "0,101,HEX,0.0|1", "-1,100,HEX,0.0|1", "0,,HEX,0.0|1",
			"0,100,HEX0,0.0|1", "x,100,HEX,0.0|1", "9999999999,100,HEX,0.0|1", "0,100,HEX,0.0;0,100,HEX,0.1|2",
			"0,100,HEX,0.2;1,100,HEX,0.1|2", "0,100,HEX,0.0;;1,100,HEX,0.1|3", "frame,quality,hash,seconds|1"})
	void refusesEverythingElseWithItsLine(String text, long line) {
		String lines = text.replace("HEX", HEX).replace(';', '\n');
		HashFormatException refusal = catchThrowableOfType(HashFormatException.class, () -> read(lines));
		assertThat(refusal).isNotNull();
		assertThat(refusal.offset()).isEqualTo(line);
		assertThat(refusal.getMessage()).doesNotContain(HEX);
	}

	@Test
	void refusesNothingAndEndlessLines() {
		assertThat(catchThrowableOfType(HashFormatException.class, () -> read(""))).isNotNull();
		assertThat(catchThrowableOfType(HashFormatException.class, () -> read("0".repeat(1 << 20)))).isNotNull();
	}
}
