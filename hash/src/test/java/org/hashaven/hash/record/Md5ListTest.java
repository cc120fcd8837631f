package org.hashaven.hash.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;
import org.hashaven.hash.HashFormatException;
import org.hashaven.hash.FrameHash;
import org.hashaven.hash.Hash256;
import org.hashaven.hash.Md5;
import org.hashaven.testdata.Seeds;
import org.junit.jupiter.api.Test;

/** Lists of MD5s, hostile ones among them. */
class Md5ListTest {

	private static final String FOX = "9e107d9d372bb6826bd81d3542a419d6";
	private static final String OTHER = "0123456789abcdef0123456789ABCDEF";
	private static final String HASH = "b74a52ed891375b206bdb644d5a848172d52d6f916c3c96c39b38d90766e6593";

	private static Md5List list(String text) throws IOException {
		return Md5List.read(new StringReader(text));
	}

	@Test
	void listsOfEveryFormAreRead() throws IOException {
		for (String text : List.of(FOX, "\ufeff# known\r\n\r\n" + FOX.toUpperCase(Locale.ROOT) + "\r\n", FOX + "  a file.mp4\n",
				FOX + ",category 1\n", "id,Size, MD5 ,note\n7,100," + FOX + ",\"a, b\"\n8,100,,none\n9\n",
				"{\"hash\":\"" + HASH + "\",\"md5\":\"" + FOX + "\"}\n{\"hash\":\"" + HASH + "\"}\n", "{\"md5\":\"" + FOX + "\"}")) {
			Md5List list = list(text);
			assertThat(list.contains(Md5.fromHex(FOX))).as(text).isTrue();
			assertThat(list.contains(Md5.fromHex(OTHER))).as(text).isFalse();
			assertThat(list.contains(null)).isFalse();
			assertThat(list.size()).isOne();
			assertThat(list.toString()).isEqualTo("Md5List[1]");
		}
	}

	@Test
	void itsOwnRecordsAreAList() throws IOException {
		HashRecord record = HashRecord.ofPhoto(Hash256.fromHex(HASH), 80).withMd5(Md5.fromHex(FOX));
		VideoRecord video = VideoRecord.ofFrames(List.of(new FrameHash(0, record.hash(), 80))).withMd5(Md5.fromHex(OTHER));
		String lines = RecordFormat.JSONL.line(record, false) + "\n" + RecordFormat.JSONL.line(video, 0, 1, false) + "\n";
		assertThat(list(lines).contains(Md5.fromHex(FOX))).isTrue();
		assertThat(list(lines).contains(Md5.fromHex(OTHER))).isTrue();
		try (MediaReader reader = new MediaReader(new StringReader(lines))) {
			assertThat(reader.next()).isEqualTo(record);
			assertThat(reader.next()).isEqualTo(video);
		}
	}

	@Test
	void aLineThatIsNoMd5MakesTheListUnusable() {
		String secret = FOX.substring(1);
		for (String bad : List.of(secret, FOX + "0", HASH, "hash,quality", "MD5 " + secret, "x".repeat(100_000), "{\"md5\":7}",
				"{\"md5\":\"" + secret + "\"}", "{\"md5\":\"" + FOX + "\"", "\0".repeat(40), "\"" + FOX)) {
			assertRefused(FOX + "\n" + bad + "\n" + FOX, 2);
			assertRefused("note,md5\n,\"" + FOX + "\"\n" + (bad.startsWith("{") ? bad : "," + bad.replaceFirst("^\"", "")) + "00\n", 3);
		}
		for (String nothing : List.of("", "\n\n# none\n", "md5\n", "md5,name\n,a.jpg\n", "{\"hash\":\"" + HASH + "\"}\n", "{}")) {
			assertRefused(nothing, 0);
		}
	}

	private static void assertRefused(String text, long line) {
		assertThatThrownBy(() -> list(text)).as(text).isInstanceOfSatisfying(HashFormatException.class, e -> {
			assertThat(e.offset()).isEqualTo(line);
			assertThat(e).hasNoCause().message().doesNotContain(FOX.substring(1)).hasLineCount(1);
		});
	}

	@Test
	void allOfManyAreFoundAndNoOther() throws IOException {
		long seed = Seeds.next();
		Random random = new Random(seed);
		List<Md5> all = Stream.generate(() -> new Md5(random.nextLong(4), random.nextLong())).limit(20_000).toList();
		List<Md5> listed = all.subList(0, 10_000);
		StringBuilder text = new StringBuilder();
		listed.forEach(md5 -> text.append(md5.toHex()).append('\n'));
		Md5List list = list(text.toString());
		assertThat(list.size()).as(Seeds.describe(seed)).isEqualTo(listed.size());
		assertThat(listed).as(Seeds.describe(seed)).allMatch(list::contains);
		assertThat(all.subList(10_000, 20_000)).as(Seeds.describe(seed)).noneMatch(list::contains);
	}

	@Test
	void aListHasItsLimit() throws IOException {
		String text = (FOX + "\n").repeat(3_000);
		assertThat(Md5List.read(new StringReader(text), 3_000).size()).isEqualTo(3_000);
		assertThatThrownBy(() -> Md5List.read(new StringReader(text), 2_999)).isInstanceOfSatisfying(HashFormatException.class,
				e -> assertThat(e.offset()).isEqualTo(3_000));
	}
}
