package org.hashaven.hash.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.hashaven.hash.FrameHash;
import org.hashaven.hash.Hash256;
import org.hashaven.hash.HashFormatException;
import org.hashaven.testdata.Seeds;
import org.junit.jupiter.api.Test;

class MediaReaderTest {

	private static final Hash256 A = Hash256.ofWords(1, 2, 3, 4);
	private static final Hash256 B = Hash256.ofWords(5, 6, 7, 8);

	/** Media and faults in the order of their lines; a fault as its line's number. */
	private static List<Object> readAll(String text) throws IOException {
		List<Object> all = new ArrayList<>();
		try (MediaReader reader = new MediaReader(new StringReader(text))) {
			while (true) {
				try {
					MediaRecord media = reader.next();
					if (media == null) {
						return all;
					}
					all.add(media);
				} catch (HashFormatException e) {
					all.add(e.offset());
				}
			}
		}
	}

	private static MediaRecord video(FrameHash... frames) {
		return VideoRecord.ofFrames(List.of(frames));
	}

	private static MediaRecord photo(Hash256 hash) {
		return HashRecord.ofPhoto(hash, 100);
	}

	private static String json(Hash256 hash, int video, int ms) {
		return "{\"hash\":\"%s\",\"quality\":90,\"kind\":\"frame\",\"video\":%d,\"ms\":%d}\n".formatted(hash.toHex(), video, ms);
	}

	@Test
	void putsFramesTogether() throws IOException {
		assertThat(readAll(json(A, 1, 0) + json(B, 1, 1_000) + json(B, 2, 0) + A.toHex() + "\n" + json(A, 2, 0)))
				.containsExactly(video(new FrameHash(0, A, 90), new FrameHash(1_000, B, 90)), video(new FrameHash(0, B, 90)), photo(A),
						video(new FrameHash(0, A, 90)));
		assertThat(readAll("hash,quality,video,ms\n%s,80,7,5\n%s,70,7,5\n%s,100,,\n".formatted(A.toHex(), B.toHex(), A.toHex())))
				.containsExactly(video(new FrameHash(5, A, 80), new FrameHash(5, B, 70)), photo(A));
	}

	@Test
	void readsVpdqFilesOneAfterTheOther() throws IOException {
		String file = "0,100,%s,0.000\n15,49,%s,0.5\n".formatted(A.toHex(), B.toHex());
		MediaRecord video = video(new FrameHash(0, A, 100), new FrameHash(500, B, 49));
		assertThat(readAll(file)).containsExactly(video);
		assertThat(readAll(file + file + "\n# a photo\n" + A.toHex())).containsExactly(video, video, photo(A));
	}

	@Test
	void keepsIdBankAndNameOfTheFirstLine() throws IOException {
		VideoRecord video = new VideoRecord("case-7", List.of(new FrameHash(0, A, 1), new FrameHash(100, B, 2)), "films", "holiday.mp4");
		String lines = IntStream.range(0, 2).mapToObj(frame -> RecordFormat.JSONL.line(video, frame, 3, true) + "\n").reduce("",
				String::concat);
		assertThat(readAll(lines)).containsExactly(video);
		assertThat(RecordFormat.JSONL.line(video, 0, 3, false)).doesNotContain("holiday");
		assertThat(RecordFormat.CSV.line(video, 1, 3, false)).isEqualTo(B.toHex() + ",2");
	}

	@Test
	void goesOnBehindLinesThatAreNoFrames() throws IOException {
		assertThat(readAll(json(A, 1, 500) + json(B, 1, 400) + "nonsense\n" + json(B, 1, 600)))
				.containsExactly(2L, 3L, video(new FrameHash(500, A, 90), new FrameHash(600, B, 90)));
		String hash = A.toHex();
		for (String bad : List.of("{\"hash\":\"" + hash + "\",\"video\":1}", "{\"hash\":\"" + hash + "\",\"video\":1,\"ms\":-1}",
				"{\"hash\":\"" + hash + "\",\"video\":0,\"ms\":1}", "{\"hash\":\"" + hash + "\",\"video\":1.5,\"ms\":1}",
				"{\"hash\":\"" + hash + "\",\"video\":1,\"ms\":3000000000}", "0,100," + hash + ",-1", "0,100," + hash + ",1e9",
				"0,100," + hash + ",99999999999")) {
			assertThat(readAll(bad + "\n" + B.toHex())).as(bad).containsExactly(1L, photo(B));
		}
		assertThat(readAll("hash,video,ms\n" + hash + ",1,\n" + hash + ",x,1")).containsExactly(2L, 3L);
	}

	/** Whatever a list says, reading ends, and no text but a fault comes of it. */
	@Test
	void endsOnAnyText() throws IOException {
		long seed = Seeds.next();
		Random random = new Random(seed);
		String[] parts = {json(A, 1, 0), json(B, 2, 7), "0,100," + A.toHex() + ",0.1\n", A.toHex() + "\n", "hash,video,ms\n", "{", ",", "[",
				"]", "}", "pdq:", "sep=;\n", ";", "\r",
				"\"hash\":", "{\"data\":[",
				"\n",
				"1", "\""};
		for (int round = 0; round < 2_000; round++) {
			StringBuilder text = new StringBuilder();
			for (int i = 0; i < 12; i++) {
				text.append(parts[random.nextInt(parts.length)]);
			}
			assertThat(readAll(text.toString())).as(Seeds.describe(seed)).isNotNull();
		}
	}
}
