package org.hashaven.hash.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.hashaven.hash.Hash256;
import org.hashaven.hash.HashFormatException;
import org.hashaven.hash.Md5;
import org.hashaven.hash.MediaKind;
import org.hashaven.testdata.Seeds;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class HashRecordReaderTest {

	private static final String HEX = "b74a52ed891375b206bdb644d5a848172d52d6f916c3c96c39b38d90766e6593";

	/** Records and faults in the order of their lines; a fault as its exception. */
	private static List<Object> readAll(String text) throws IOException {
		List<Object> all = new ArrayList<>();
		try (HashRecordReader reader = new HashRecordReader(new StringReader(text))) {
			while (true) {
				try {
					HashRecord record = reader.next();
					if (record == null) {
						return all;
					}
					all.add(record);
				} catch (HashFormatException e) {
					all.add(e);
				}
			}
		}
	}

	private static HashRecord only(String text) throws IOException {
		List<Object> all = readAll(text);
		assertThat(all).hasSize(1);
		return (HashRecord) all.getFirst();
	}

	@Test
	void readsEveryForm() throws IOException {
		Hash256 hash = Hash256.fromHex(HEX);
		HashRecord plain = HashRecord.ofPhoto(hash, 100);
		assertThat(only(HEX)).isEqualTo(plain);
		assertThat(only("\ufeff# a list\r\n\r\n" + HEX + "\r\n")).isEqualTo(plain);
		assertThat(only(HEX + ",97")).isEqualTo(HashRecord.ofPhoto(hash, 97));
		assertThat(only(HEX + ",97,\"a \"\"b\"\", c.jpg\"")).isEqualTo(HashRecord.ofPhoto(hash, 97).withName("a \"b\", c.jpg"));
		assertThat(only("Quality,extra,HASH,id,bank,kind\n12,x," + HEX + ",r-1,ncii,frame\n"))
				.isEqualTo(new HashRecord("r-1", hash, 12, MediaKind.FRAME, "ncii", null));
		assertThat(only("7,88," + HEX + ",0.233")).isEqualTo(new HashRecord(null, hash, 88, MediaKind.FRAME, null, null));
		assertThat(only("{\"new\":{\"a\":[1]},\"hash\":\"" + HEX + "\",\"quality\":5,\"kind\":\"photo\",\"id\":\"r\",\"name\":\"사진.jpg\"}"))
				.isEqualTo(new HashRecord("r", hash, 5, MediaKind.PHOTO, null, "사진.jpg"));
		Md5 md5 = Md5.fromHex(HEX.substring(32));
		assertThat(only("hash,quality,MD5\n" + HEX + ",7," + HEX.substring(32) + "\n")).isEqualTo(HashRecord.ofPhoto(hash, 7).withMd5(md5));
		assertThat(only("hash,quality,MD5\n" + HEX + ",7,\n")).isEqualTo(HashRecord.ofPhoto(hash, 7));
		assertThat(readAll("")).isEmpty();
	}

	@Test
	void aBadLineIsNamedAndTheRestGoesOn() throws IOException {
		String[] bad = {"xyz", HEX + "0", HEX + ",101", HEX + ",a", HEX + ",5,\"open", "{\"hash\":\"" + HEX + "\"", "{}", "{\"hash\":7}",
				"{\"hash\":\"" + HEX + "\"}{}", "{\"hash\":\"" + HEX + "\",\"hash\":\"" + HEX + "\"}",
				"{\"hash\":\"" + HEX + "\",\"quality\":99999999999}", "{\"hash\":\"" + HEX + "\",\"kind\":\"film\"}",
				"{\"hash\":\"" + HEX + "\",\"id\":\"\"}", "{\"hash\":\"" + HEX + "\",\"md5\":\"" + HEX + "\"}",
				"a".repeat(HashRecordReader.MAX_LINE_CHARS + 1), "{\"a\":" + "[".repeat(5000),
				",,,"};
		for (String line : bad) {
			List<Object> all = readAll(HEX + "\n" + line + "\n" + HEX);
			assertThat(all).as(line).hasSize(3);
			assertThat(all.get(1)).as(line).isInstanceOfSatisfying(HashFormatException.class, e -> {
				assertThat(e.offset()).isEqualTo(2);
				assertThat(e).hasNoCause().message().doesNotContain(HEX.substring(0, 12)).hasLineCount(1);
			});
			assertThat(all.get(2)).as(line).isEqualTo(HashRecord.ofPhoto(Hash256.fromHex(HEX), 100));
		}
	}

	@Test
	void whatIsWrittenIsRead() throws IOException {
		long seed = Seeds.next();
		Random random = new Random(seed);
		String[] names = {null, "a.jpg", "with, comma \"quoted\".png", "사진 모음/여름.jpg", " leading", "#", "{", "hash"};
		for (int n = 0; n < 200; n++) {
			Hash256 hash = Hash256.ofWords(random.nextLong(), random.nextLong(), random.nextLong(), random.nextLong());
			@Nullable
			String name = names[random.nextInt(names.length)];
			HashRecord record = new HashRecord(null, hash, random.nextInt(101), MediaKind.PHOTO, null, name);
			for (RecordFormat format : RecordFormat.values()) {
				String header = format.header(true);
				String text = (header == null ? "" : header + "\n") + format.line(record, true) + "\n";
				HashRecord read = only(text);
				assertThat(read).as("%s; %s", text, Seeds.describe(seed))
						.isEqualTo(format == RecordFormat.CSV && name != null ? record.withName(name.strip()) : record);
				assertThat(format.line(record, false)).doesNotContain("name").doesNotContain("jpg").doesNotContain("사진");
			}
		}
		HashRecord withMd5 = HashRecord.ofPhoto(Hash256.fromHex(HEX), 7).withMd5(new Md5(1, -2)).withName("a.jpg");
		assertThat(only(RecordFormat.JSONL.line(withMd5, true))).isEqualTo(withMd5);
		assertThat(withMd5.toString()).doesNotContain("fffffffe");
		assertThat(RecordFormat.csvField("a\nb")).isEqualTo("a\ufffdb");
	}

	@Test
	void linesMayLieAcrossBuffers() throws IOException {
		List<Object> all = readAll((HEX + "\n").repeat(5_000) + "\n" + HEX);
		assertThat(all).hasSize(5_001).allMatch(HashRecord.class::isInstance);
	}

	@Test
	void aBrokenStreamIsReported() {
		assertThatThrownBy(() -> new HashRecordReader(new java.io.FilterReader(new StringReader("")) {
			@Override
			public int read(char[] buffer, int offset, int length) throws IOException {
				throw new IOException("gone");
			}
		}).next()).isInstanceOf(IOException.class).isNotInstanceOf(HashFormatException.class);
	}
}
