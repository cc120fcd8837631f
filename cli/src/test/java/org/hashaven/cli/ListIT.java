package org.hashaven.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.hashaven.cli.session.Status;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Lists as people have them, through {@code haven index add} and {@code haven match}, the real program. */
class ListIT {

	private static final String HASH = "68340f0f27df7b18f9e37bce4e49d0d2e8170c44c685f041dc5819d0b58557fb";
	private static final String OTHER = "8b44d1b87cf6812ae59582e8c95120c34ac8f9dbd7cd9fc24b14807cd17cfe75";
	private static final String MD5 = "9e107d9d372bb6826bd81d3542a419d6";

	@TempDir
	private Path folder;

	@BeforeEach
	void createIndex() {
		assertThat(haven("index", "create", "ix").status()).isZero();
	}

	private Program.Result haven(String... arguments) {
		return new Program(folder).run(arguments);
	}

	private Program.Result add(String name, String text) throws IOException {
		Files.writeString(folder.resolve(name), text);
		return haven("index", "add", "ix", name);
	}

	/** As from an old Korean archive: a name in EUC-KR. */
	@Test
	void add_listWhoseNameIsNotText_addsItsHashes() throws IOException {
		Files.createDirectory(folder.resolve("lists"));
		Files.writeString(folder.resolve("list"), HASH + "\n");
		String rename = "mv list lists/\"$(printf '\\270\\361.txt')\" && exec \"$0\" \"$@\"";
		Program.Result added = new Program(folder).startedBy("sh", "-c", rename).run("index", "add", "ix", "lists");
		assertThat(added.err()).isEqualTo("haven: 1 photo, video or hash added to the bank \"default\"\n");
		assertThat(added.status()).isZero();
	}

	@Test
	void add_anyFormUnderAnyName_addsItsHashes() throws IOException {
		Map<String, byte[]> lists = new LinkedHashMap<>();
		lists.put("powershell.txt", ("\ufeff" + HASH + "\r\n" + OTHER + "\r\n").getBytes(StandardCharsets.UTF_16LE));
		lists.put("notepad.tsv", ("\ufeffpdq\tquality\r\n" + HASH + "\t100.0\r\n" + OTHER + "\t100.0").getBytes(StandardCharsets.UTF_16BE));
		lists.put("excel.csv", ("sep=;\r\nname;hashValue\r\na;" + HASH + "\r\nb;" + OTHER + "\r\n").getBytes(StandardCharsets.UTF_8));
		lists.put("tx.dat", ("pdq " + HASH + "\npdq:" + OTHER + "\n").getBytes(StandardCharsets.UTF_8));
		lists.put("array.json", ("[\n\"" + HASH + "\",\n\"" + OTHER + "\"\n]").getBytes(StandardCharsets.UTF_8));
		lists.put("feed.ndjson", ("{\"pdq\":\"" + HASH + "\"}\n{\"indicator\":\"" + OTHER + "\"}\n").getBytes(StandardCharsets.UTF_8));
		for (String name : List.of("a.lst", "a.pdq", "a.list", "blocklist", "a.list.2026")) {
			lists.put(name, (HASH + "\n" + OTHER + "\n").getBytes(StandardCharsets.UTF_8));
		}
		for (Map.Entry<String, byte[]> list : lists.entrySet()) {
			Files.write(folder.resolve(list.getKey()), list.getValue());
		}
		List<String> command = new ArrayList<>(List.of("index", "add", "ix"));
		command.addAll(lists.keySet());
		Program.Result added = haven(command.toArray(String[]::new));
		assertThat(added.err()).isEqualTo("haven: " + 2 * lists.size() + " photos, videos or hashes added to the bank \"default\"\n");
		assertThat(added.lines()).hasSize(2 * lists.size()).doesNotHaveDuplicates();
		assertThat(added.status()).isZero();
		for (String name : lists.keySet()) {
			Program.Result match = haven("match", "--format", "csv", "ix", name);
			assertThat(match.lines()).as(name).hasSize(1 + 2 * lists.size());
		}
	}

	@Test
	void add_faults_areNamedWithLineAndColumnAndWithoutTheirText() throws IOException {
		Map<String, String> reasons = Map.of(HASH + ",101",
				"column 66: the quality is out of range; a whole number from 0 to 100 is expected",
				HASH.substring(1), "column 64: a hash of 64 hexadecimal digits is expected",
				"{\"hash\":\"" + HASH + "\",\"id\":\"\\ud800\"}", "column 82: the id or the bank is not valid text; save the list as UTF-8",
				HASH + ",9,\"secret", "column 68: a quotation mark is expected at the end of the field that begins here");
		for (Map.Entry<String, String> reason : reasons.entrySet()) {
			Program.Result result = add("list.txt", OTHER + "\n" + reason.getKey() + "\n" + OTHER + "\n");
			assertThat(result.err().lines()).first().isEqualTo("haven: list.txt: line 2, " + reason.getValue());
			assertThat(result.err()).doesNotContain("secret", HASH.substring(1, 20), OTHER);
			assertThat(result.lines()).hasSize(2);
			assertThat(result.status()).isEqualTo(Status.PARTIAL.code());
		}
		assertThat(add("one.txt", HASH + ",101\n").err().lines()).first()
				.isEqualTo("haven: one.txt: line 1, column 66: the quality is out of range; a whole number from 0 to 100 is expected");
	}

	@Test
	void add_otherTypesAndWithdrawn_areLeftOutAndCounted() throws IOException {
		String line = "{\"hashValue\":\"%s\",\"signalType\":\"%s\",\"hashStatus\":\"%s\"}\n";
		Program.Result result = add("feed.jsonl", line.formatted(HASH, "ImagePDQ", "Active") + line.formatted(MD5, "VideoMD5", "Active")
				+ line.formatted(OTHER, "ImagePDQ", "Active") + line.formatted(OTHER, "ImagePDQ", "Withdrawn"));
		assertThat(result.err().lines()).startsWith(
				"haven: feed.jsonl: 1 entry is not a PDQ hash but of another type, such as MD5, and was skipped",
				"haven: feed.jsonl: 2 entries are marked in the list as withdrawn or inactive and were skipped."
						+ " If an index still holds them, withdraw them: haven index withdraw");
		assertThat(result.lines()).hasSize(1);
		assertThat(result.status()).isEqualTo(Status.PARTIAL.code());
		assertThat(haven("match", "ix", HASH).status()).isZero();
		assertThat(haven("match", "ix", OTHER).status()).isEqualTo(1);
		assertThat(add("gone.jsonl", line.formatted(OTHER, "ImagePDQ", "Deleted")).status()).isZero();
	}

	@Test
	void add_badLineBehindManyGoodOnes_printsTheIdsOfAllThatIsInTheIndex() throws IOException {
		StringBuilder list = new StringBuilder();
		for (int i = 0; i < 2_500; i++) {
			list.append("{\"hash\":\"%064x\"}\n".formatted(i));
		}
		Program.Result result = add("list.jsonl", list + "{\"hash\":\"" + HASH + "\",\"id\":\"\\ud800\"}\n");
		assertThat(result.lines()).hasSize(2_500).doesNotHaveDuplicates();
		assertThat(result.err()).startsWith("haven: list.jsonl: line 2501, column 82: ").doesNotContain("error in haven");
		assertThat(result.status()).isEqualTo(Status.PARTIAL.code());
		assertThat(haven("index", "stats", "ix").out()).contains("records    2500");
	}

	/** A failure that ends the command: what was handed in before is in the index, and its ids are printed. */
	@Test
	void add_idThatIsTakenBehindManyGoodOnes_printsTheIdsOfAllThatIsInTheIndex() throws IOException {
		add("first.jsonl", "{\"hash\":\"" + HASH + "\",\"id\":\"taken\"}\n");
		List<String> lines = new ArrayList<>(IntStream.range(0, 2_500).mapToObj("%064x"::formatted).toList());
		lines.add("{\"hash\":\"" + OTHER + "\",\"id\":\"taken\"}");
		Program.Result result = add("second.jsonl", String.join("\n", lines));
		assertThat(result.status()).isEqualTo(2);
		assertThat(result.err()).contains("already used for another hash in this bank");
		assertThat(haven("index", "stats", "ix").out()).contains("records    " + (1 + result.lines().size()));
		assertThat(result.lines()).hasSize(2_000);
	}

	@Test
	void match_md5ListOfAnyForm_findsTheFile() throws IOException {
		Files.writeString(folder.resolve("fox"), "The quick brown fox jumps over the lazy dog");
		Map<String, byte[]> lists = Map.of("a.json", ("[\n\"" + MD5 + "\"\n]").getBytes(StandardCharsets.UTF_8), "b.txt",
				("\ufeff" + MD5 + "\r\n").getBytes(StandardCharsets.UTF_16LE), "c.csv",
				("sep=;\nid;MD5\n1;" + MD5 + "\n").getBytes(StandardCharsets.UTF_8));
		for (Map.Entry<String, byte[]> list : lists.entrySet()) {
			Files.write(folder.resolve(list.getKey()), list.getValue());
			assertThat(haven("match", "--format", "csv", "--md5", list.getKey(), "ix", "fox").lines()).contains("fox,,,,same-file");
		}
	}

	@Test
	void hash_textThatIsNoList_isNoPhotoEither() throws IOException {
		Files.writeString(folder.resolve("notes.md"), "# Notes\n\nHash the photos first.\n");
		assertThat(haven("hash", "notes.md").err()).isEqualTo("haven: notes.md: this is not a photo or a video of a known kind\n");
		Files.writeString(folder.resolve("photo.jpg.json"),
				"{\n  \"title\": \"secret.jpg\",\n  \"creationTime\": {\"timestamp\": \"1\"}\n}\n");
		assertThat(haven("hash", "photo.jpg.json").err()).isEqualTo("haven: photo.jpg.json: no line of this file is a hash or a record\n");
	}
}
