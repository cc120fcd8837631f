package org.hashaven.hash.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hashaven.hash.Hash256;
import org.hashaven.hash.HashFormatException;
import org.hashaven.hash.Md5;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Lists as people have them: one content, in all forms, gives the same five records; what cannot be used is refused where it is. */
class ListFormsTest {

	private static final List<String> HASHES = List.of("68340f0f27df7b18f9e37bce4e49d0d2e8170c44c685f041dc5819d0b58557fb",
			"8b44d1b87cf6812ae59582e8c95120c34ac8f9dbd7cd9fc24b14807cd17cfe75",
			"fb16b0a40e6ece9abef16128f3c588c2a828db9df12c5d6517a4779558358a93",
			"ac41327c5c94e03654c17e53e1c155a323fad346fb69cec7b60a4751cb05ad6d",
			"15f30debc1bf06043ae230f137e052ef666d506523a3f1a0d1fa59a07e9de23a");
	private static final String HASH = HASHES.getFirst();
	private static final String MD5 = "9e107d9d372bb6826bd81d3542a419d6";

	/** Each hash in a pattern, where it is {@code %s}. */
	private static String rows(String pattern) {
		return each(hash -> pattern.replace("%s", hash), "");
	}

	private static String each(UnaryOperator<String> form, String between) {
		return HASHES.stream().map(form).collect(Collectors.joining(between));
	}

	private static byte[] encoded(String text, Charset charset, int... mark) {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		IntStream.of(mark).forEach(bytes::write);
		bytes.writeBytes(text.getBytes(charset));
		return bytes.toByteArray();
	}

	private static Stream<Arguments> forms() {
		String plain = rows("%s\r\n");
		String csv = "id;pdq;quality\r\n" + rows("1;%s;100\r\n");
		String array = "[" + each(hash -> "\n  \"" + hash + "\"", ",") + "\n]";
		Map<String, byte[]> forms = new LinkedHashMap<>();
		for (Map.Entry<String, String> form : Map.of("plain", plain, "csv", csv.replace("id", "x"), "array", array, "json lines",
				rows("{\"hash\":\"%s\"}\n")).entrySet()) {
			String text = form.getValue();
			forms.put(form.getKey() + " UTF-8", encoded(text, StandardCharsets.UTF_8));
			forms.put(form.getKey() + " UTF-8 BOM", encoded(text, StandardCharsets.UTF_8, 0xef, 0xbb, 0xbf));
			forms.put(form.getKey() + " UTF-16LE BOM", encoded(text, StandardCharsets.UTF_16LE, 0xff, 0xfe));
			forms.put(form.getKey() + " UTF-16BE BOM", encoded(text, StandardCharsets.UTF_16BE, 0xfe, 0xff));
			forms.put(form.getKey() + " UTF-16LE", encoded(text, StandardCharsets.UTF_16LE));
			forms.put(form.getKey() + " UTF-16BE", encoded(text, StandardCharsets.UTF_16BE));
			forms.put(form.getKey() + " UTF-32LE BOM", encoded(text, StandardCharsets.UTF_32LE, 0xff, 0xfe, 0, 0));
			forms.put(form.getKey() + " UTF-32BE BOM", encoded(text, StandardCharsets.UTF_32BE, 0, 0, 0xfe, 0xff));
		}
		List<String> texts = new ArrayList<>(List.of(plain.replace("\r\n", "\r"), plain.strip(), rows(" %s \n").toUpperCase(Locale.ROOT),
				rows("\"%s\"\n")));
		for (String word : List.of("pdq ", "pdq:", "PDQ: ", "pdq\t", "pdq  ", "pdq=", "pdq,", "pdq;", "image_pdq:", "HASH_PDQ ")) {
			texts.add(rows(word + "%s\n"));
			texts.add(rows(word + "%s,100\n"));
		}
		for (String quality : List.of("100", "100.0", "100.000", "\"100\"", " 100 ", "")) {
			texts.add("hash,quality\n" + rows("%s," + quality + "\n"));
			texts.add(rows("%s," + quality + "\n"));
		}
		texts.add("hash;quality\n" + rows("%s;100,0\n"));
		for (String column : List.of("pdq", "signal_str", "indicator", "hashValue", "hash", "PDQ_Hash", "Hash Value", "HASHVALUE",
				"SIGNAL-STR")) {
			for (String separator : List.of(",", ";", "\t", "|")) {
				texts.add(String.join(separator, "extra", column, "note") + "\n"
						+ rows(String.join(separator, "x", "%s", "\"a " + separator + " b\"") + "\n"));
				texts.add("sep=" + separator + "\r\n" + String.join(separator, column, "quality") + "\r\n"
						+ rows("%s" + separator + "100\r\n"));
				texts.add(String.join(separator, "signal_type", column) + "\n" + rows("pdq" + separator + "%s\n"));
				texts.add(rows("%s" + separator + "100" + separator + "\n"));
			}
			texts.add(rows("{\"" + column + "\":\"%s\",\"quality\":100.0}\n"));
			texts.add("[" + each(hash -> "{\"x\":[{}],\"" + column + "\":\"" + hash + "\"}", ",") + "]");
		}
		texts.add("\"sep=;\"\n" + rows("%s;100\n"));
		texts.add("sep=^\n" + "quality^pdq\n" + rows("100^%s\n"));
		texts.add("# a list\n\n" + array);
		texts.add(array.replaceAll("\\s", ""));
		texts.add("  \t" + array);
		texts.add(rows("[\"%s\"]\n"));
		texts.add(rows("{\n  \"hash\": \"%s\",\n  \"id\": null\n}\n"));
		texts.add("[" + each(hash -> "\n  {\n    \"quality\" : 100,\r\n    \"pdq\" : \"" + hash + "\"\n  }", ",") + "\n]\n");
		texts.add("{\"count\":5,\"hashRecords\":["
				+ each(hash -> "{\"hashValue\":\"" + hash
						+ "\",\"signalType\":\"ImagePDQ\",\"hashStatus\":\"Active\",\"CSPFeedbacks\":[{\"tags\":[]}]}",
						",")
				+ "],\"hasMoreRecords\":false,\"more\":[1,{\"a\":2}]}\n");
		texts.add(rows("{\"data\":[{\"indicator\":\"%s\",\"type\":\"HASH_PDQ\",\"should_delete\":false}],\"paging\":{}}\n"));
		texts.add("{\n \"data\": [" + each(hash -> "\n  {\"indicator\":\"" + hash + "\",\"type\":\"HASH_PDQ\"}", ",") + "]}");
		texts.add("pdq,hash\n" + rows("%s," + "0".repeat(64) + "\n"));
		texts.add(rows("{\"hash\":\"" + "0".repeat(64) + "\",\"pdq\":\"%s\"}\n"));
		texts.add(rows("{\"hash\":\"%s\",\"type\":\"photo\",\"status\":\"ok\"}\n"));
		texts.forEach(
				text -> forms.put(text.replaceAll("[0-9a-fA-F]{64}", "H").replaceAll("\\s+", " "), encoded(text, StandardCharsets.UTF_8)));
		return forms.entrySet().stream().map(form -> Arguments.of(form.getKey(), form.getValue()));
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("forms")
	void next_anyForm_givesTheSameFiveRecords(String name, byte[] bytes) throws IOException {
		List<Object> read = read(ListText.open(new ByteArrayInputStream(bytes)), Set.of());
		List<HashRecord> expected = new ArrayList<>();
		for (String hash : HASHES) {
			expected.add(HashRecord.ofPhoto(Hash256.fromHex(hash), 100));
		}
		assertThat(read).as(name).isEqualTo(expected);
	}

	/** Records, and faults as {@code line:column FAULT}. */
	private static List<Object> read(Reader text, Set<Hash256> withdrawn) throws IOException {
		List<Object> all = new ArrayList<>();
		try (HashRecordReader reader = new HashRecordReader(text, withdrawn)) {
			while (true) {
				try {
					HashRecord record = reader.next();
					if (record == null) {
						return all;
					}
					all.add(record);
				} catch (HashFormatException e) {
					assertThat(e).hasNoCause().message().doesNotContain("secret").doesNotContainPattern("[0-9a-f]{12}");
					all.add(e.offset() + ":" + e.column() + " " + e.fault());
				}
			}
		}
	}

	private static List<String> faults(String text) throws IOException {
		return read(new StringReader(text), Set.of()).stream().filter(String.class::isInstance).map(String::valueOf).toList();
	}

	private static long records(String text) throws IOException {
		return read(new StringReader(text), Set.of()).stream().filter(HashRecord.class::isInstance).count();
	}

	@Test
	void next_qualityOutOfRange_isAFaultOfTheQuality() throws IOException {
		for (String quality : List.of("101", "-1", "100.5", "1e2", "100.", ".5", "high", "9999999999999999999", "100,0,0")) {
			assertThat(faults("quality;hash\n\"" + quality + "\";" + HASH)).as(quality).containsExactly("2:2 QUALITY");
			assertThat(faults(HASH + ";" + quality)).as(quality).containsExactly("1:66 QUALITY");
			assertThat(faults("[\n {\"hash\":\"" + HASH + "\",\n  \"quality\": \"" + quality + "\"}]")).as(quality)
					.containsExactly("3:15 QUALITY");
		}
		assertThat(faults("{\"hash\":\"" + HASH + "\",\"quality\":101}")).containsExactly("1:86 QUALITY");
	}

	@Test
	void next_wrongDigit_isAFaultAtThatDigit() throws IOException {
		String wrong = HASH.substring(0, 9) + "x" + HASH.substring(10);
		assertThat(faults(HASH + "\n" + wrong + "\n" + HASH.substring(1) + "\n" + HASH + "0\npdq:" + wrong + "\n 1," + HASH))
				.containsExactly("2:10 HASH", "3:64 HASH", "4:65 HASH", "5:14 HASH", "6:3 HASH");
		assertThat(faults("id,hash\n7,\"" + wrong + "\"\n8,\n9")).containsExactly("2:13 HASH", "3:0 HASH", "4:0 HASH");
		assertThat(faults("[\"" + HASH + "\",\n\"" + wrong + "\",7,null,{},\"" + HASH + "\"]")).containsExactly("2:11 HASH", "2:68 HASH",
				"2:70 HASH", "2:0 HASH");
	}

	/** An SHA-256 has as many digits as PDQ. */
	@Test
	void next_otherType_isNeverAPdqHash() throws IOException {
		for (String type : List.of("md5", "video_md5", "VideoMD5", "sha256", "SHA-256", "VideoTMK", "vpdq", "HASH_SHA256", "photodna")) {
			assertThat(faults(type + " " + HASH + "\n" + type + ":" + HASH + "\n" + type + "," + HASH)).as(type)
					.containsExactly("1:1 TYPE", "2:1 TYPE", "3:1 TYPE");
			assertThat(faults(type + ",name\n" + HASH + ",a\n" + HASH + ",97")).as(type).containsExactly("2:0 TYPE", "3:0 TYPE");
			assertThat(faults(type + "\n" + HASH)).as(type).containsExactly("2:0 TYPE");
		}
		assertThat(faults("not a hash\nan md5, or a sha256\nphash of it\n" + HASH)).containsExactly("1:1 HASH", "2:2 HASH", "3:1 HASH");
		for (String type : List.of("md5", "VideoMD5", "sha256", "Unknown", "URL", "Text", "new-type")) {
			for (String key : List.of("signal_type", "signalType", "SignalType", "hash_type", "type")) {
				assertThat(faults("hash," + key + "\n" + HASH + "," + type + "\n" + MD5 + "," + type)).as(type)
						.containsExactly("2:66 TYPE", "3:34 TYPE");
				assertThat(faults("{\"" + key + "\":\"" + type + "\",\"hashValue\":\"" + HASH + "\"}")).as(type).singleElement().asString()
						.endsWith("TYPE");
			}
		}
		assertThat(faults("[{\"type\":{},\"hash\":\"" + HASH + "\"},{\"signal_type\":[\"pdq\"],\"hash\":\"" + HASH + "\"}]"))
				.containsExactly("1:10 JSON", "1:103 JSON");
	}

	@Test
	void next_inactive_isNeverARecord() throws IOException {
		for (String status : List.of("Withdrawn", "Deleted", "Received", "Unknown", "withdrawn", "NEW")) {
			assertThat(faults("{\"hashValue\":\"" + HASH + "\",\"signalType\":\"ImagePDQ\",\"hashStatus\":\"" + status + "\"}")).as(status)
					.containsExactly("1:119 INACTIVE");
			assertThat(faults("hashStatus,hashValue\n" + status + "," + HASH)).as(status).containsExactly("2:1 INACTIVE");
		}
		for (String mark : List.of("\"status\":\"withdrawn\"", "\"state\":\"Deleted\"", "\"should_delete\":true", "\"deleted\":1",
				"\"withdrawn\":\"yes\"", "\"status\":\"Active\",\"hashStatus\":\"Deleted\"")) {
			assertThat(faults("{\"hash\":\"" + HASH + "\"," + mark + "}")).as(mark).singleElement().asString().endsWith("INACTIVE");
		}
		assertThat(records("{\"hash\":\"" + HASH + "\",\"should_delete\":false,\"status\":\"MALICIOUS\",\"hashStatus\":\"ACTIVE\"}"))
				.isOne();
	}

	@Test
	void withdrawnHashes_lastEntryOfAHash_counts() throws IOException {
		String active = "{\"hashValue\":\"%s\",\"hashStatus\":\"Active\"}\n";
		String withdrawn = "{\"hashValue\":\"%s\",\"hashStatus\":\"Withdrawn\"}\n";
		String first = HASHES.get(0);
		String second = HASHES.get(1);
		String list = active.formatted(first) + active.formatted(second) + withdrawn.formatted(first) + withdrawn.formatted(second)
				+ "nonsense\n" + HASHES.get(2) + "\n" + active.formatted(second);
		Set<Hash256> hashes = WithdrawnHashes.read(new StringReader(list));
		assertThat(hashes).containsExactly(Hash256.fromHex(first));
		assertThat(read(new StringReader(list), hashes)).containsExactly("1:0 INACTIVE", HashRecord.ofPhoto(Hash256.fromHex(second), 100),
				"3:95 INACTIVE", "4:95 INACTIVE", "5:1 HASH", HashRecord.ofPhoto(Hash256.fromHex(HASHES.get(2)), 100),
				HashRecord.ofPhoto(Hash256.fromHex(second), 100));
		assertThat(WithdrawnHashes.read(new StringReader(rows("%s\n")))).isEmpty();
	}

	@Test
	void next_idThatIsNoText_isAFaultInItsLine() throws IOException {
		String hash = "{\"hash\":\"" + HASH + "\",";
		assertThat(faults(hash + "\"id\":\"a\"}\n" + hash + "\"id\":\"\\ud800\"}\n" + hash + "\"bank\":\"x\\udfff\\ud800y\"}\n" + hash
				+ "\"id\":\"\\ud83d\\ude00\"}\n" + hash + "\"id\":\"\"}\n" + hash + "\"id\":\"" + "x".repeat(201) + "\"}"))
				.containsExactly("2:82 ENCODING", "3:84 ENCODING", "5:82 NAME", "6:82 NAME");
		byte[] legacyKorean = {'i', 'd', ',', 'h', 'a', 's', 'h', '\n', (byte) 0xb0, (byte) 0xa1, ','};
		byte[] bytes = Arrays.copyOf(legacyKorean, legacyKorean.length + 64);
		System.arraycopy(HASH.getBytes(StandardCharsets.US_ASCII), 0, bytes, legacyKorean.length, 64);
		assertThat(read(ListText.open(new ByteArrayInputStream(bytes)), Set.of())).containsExactly("2:1 ENCODING");
	}

	@Test
	void next_brokenLineOrDocument_saysWhere() throws IOException {
		assertThat(faults(HASH + ",5,\"secret")).containsExactly("1:68 QUOTE");
		assertThat(faults("sep=;;\n" + HASH)).containsExactly("1:5 SEPARATOR");
		assertThat(faults("x".repeat(16_385) + "\n" + HASH)).containsExactly("1:16385 TOO_LONG");
		assertThat(faults("{\"hash\":\"" + HASH + "\"}\n{\"secret\n" + HASH)).singleElement().asString().startsWith("2:").endsWith("JSON");
		String broken = "[\"" + HASH + "\",\n  secret, \"" + HASH + "\"]";
		assertThat(faults(broken)).singleElement().asString().startsWith("2:").endsWith("JSON");
		assertThat(records(broken)).isOne();
		assertThat(faults("[\"" + HASH + "\",\n")).singleElement().asString().endsWith("JSON");
		assertThat(records("[]")).isZero();
		assertThat(faults("[]")).isEmpty();
	}

	@Test
	void next_hostileDocument_isOneFault() throws IOException {
		assertThat(faults("[".repeat(1_000_000))).singleElement().asString().endsWith("JSON");
		assertThat(faults("{\"a\":".repeat(1_000_000))).containsExactly("1:16385 TOO_LONG");
		assertThat(faults("[{\"a\":" + "[".repeat(1_000_000))).singleElement().asString().endsWith("JSON");
		assertThat(faults("[\"" + "x".repeat(1_000_000) + "\"]")).singleElement().asString().endsWith("JSON");
		assertThat(faults("[{\"" + "x".repeat(1_000_000) + "\":1}]")).singleElement().asString().endsWith("JSON");
		assertThat(faults("[{\"hash\":\"" + HASH + "\",\"pdq\":\"" + HASH + "\",\"PDQ\":\"" + HASH + "\"}]")).singleElement().asString()
				.endsWith("JSON");
		// Long texts and many names that are of no use are passed over.
		String names = IntStream.range(0, 200_000).mapToObj(i -> "\"n" + i + "\":" + i).collect(Collectors.joining(","));
		assertThat(records("[\n{" + names + ",\"note\":\"" + "x".repeat(1_000_000) + "\",\"hash\":\"" + HASH + "\"}]")).isOne();
		assertThat(records("\n".repeat(300_000) + " \n".repeat(100_000) + HASH)).isOne();
	}

	@Test
	void next_streamThatBreaks_isReportedAsSuch() {
		Reader text = new FilterReader(new StringReader("[" + "\"" + HASH + "\",".repeat(2_000))) {
			@Override
			public int read(char[] buffer, int offset, int length) throws IOException {
				int count = super.read(buffer, offset, length);
				if (count < 0) {
					throw new IOException("gone");
				}
				return count;
			}
		};
		assertThatThrownBy(() -> read(text, Set.of())).isInstanceOf(IOException.class).isNotInstanceOf(HashFormatException.class)
				.hasMessage("gone");
	}

	@Test
	void md5List_anyForm_hasTheMd5() throws IOException {
		String other = MD5.replace('9', '8');
		for (String text : List.of(MD5, "md5:" + MD5, "video_md5 " + MD5, "MD5;" + MD5, MD5 + ";note", MD5 + "\tnote",
				"sep=;\nid;md5\n1;" + MD5,
				"id\tMD5\n1\t" + MD5, "[\"" + MD5 + "\"]", "[\n {\n  \"MD5\": \"" + MD5 + "\"\n }]", "{\"md5\":\"" + MD5 + "\"}",
				"signal_type,signal_str\npdq," + HASH + "\nvideo_md5," + MD5,
				"{\"hashRecords\":[{\"signalType\":\"ImagePDQ\",\"hashValue\":\"" + HASH
						+ "\"},{\"signalType\":\"VideoMD5\",\"hashValue\":\"" + MD5
						+ "\",\"hashStatus\":\"Active\"},{\"signalType\":\"VideoMD5\",\"hashValue\":\"" + other
						+ "\",\"hashStatus\":\"Active\"},{\"signalType\":\"VideoMD5\",\"hashValue\":\"" + other
						+ "\",\"hashStatus\":\"Withdrawn\"}]}")) {
			for (Charset charset : List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE)) {
				Md5List list = Md5List.read(ListText.open(new ByteArrayInputStream(text.getBytes(charset))));
				assertThat(list.contains(Md5.fromHex(MD5))).as(text).isTrue();
				assertThat(list.size()).as(text).isOne();
			}
		}
		assertThatThrownBy(() -> Md5List.read(new StringReader("[\"" + MD5 + "\",\n 7]"))).isInstanceOfSatisfying(HashFormatException.class,
				e -> assertThat(e.offset() + ":" + e.column() + " " + e.fault()).isEqualTo("2:2 MD5"));
	}
}
