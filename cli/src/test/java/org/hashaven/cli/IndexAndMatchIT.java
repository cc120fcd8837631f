package org.hashaven.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code haven index …} and {@code haven match}, the real program on one index. */
class IndexAndMatchIT {

	@TempDir
	private Path folder;

	@BeforeEach
	void drawPictures() throws IOException {
		TestPictures.photo(folder.resolve("hers.jpg"), 1);
		TestPictures.altered(folder.resolve("copy.jpg"), 1, "jpeg-30");
		TestPictures.photo(folder.resolve("stranger.jpg"), 2);
	}

	private Program.Result haven(String... arguments) {
		return new Program(folder).run(arguments);
	}

	private String added(String... arguments) {
		Program.Result result = haven(arguments);
		assertThat(result.status()).as(result.err()).isZero();
		assertThat(result.lines()).hasSize(1);
		return result.lines().getFirst();
	}

	@Test
	void aPictureIsMatchedUntilItIsWithdrawn() {
		assertThat(haven("index", "create", "ix").status()).isZero();
		String id = added("index", "add", "ix", "hers.jpg");

		Program.Result same = haven("match", "--format", "csv", "ix", "hers.jpg");
		assertThat(same.out()).isEqualTo("query,id,bank,distance,how\nhers.jpg," + id + ",default,0,identical\n");
		assertThat(same.status()).isZero();

		Program.Result copy = haven("match", "--format", "csv", "ix", "copy.jpg");
		assertThat(copy.lines()).hasSize(2);
		assertThat(copy.lines().getLast()).matches("copy.jpg," + id + ",default,\\d+,similar");
		assertThat(copy.status()).isZero();

		Program.Result stranger = haven("match", "--format", "csv", "ix", "stranger.jpg");
		assertThat(stranger.out()).isEqualTo("query,id,bank,distance,how\n");
		assertThat(stranger.status()).isEqualTo(1);
		assertThat(haven("match", "ix", "stranger.jpg").out()).isEqualTo("stranger.jpg  no match\n");

		assertThat(haven("index", "withdraw", "ix", id).out()).isEqualTo("1 record withdrawn.\n");
		assertThat(haven("match", "ix", "hers.jpg").status()).isEqualTo(1);
		Program.Result again = haven("index", "withdraw", "ix", id);
		assertThat(again.status()).isEqualTo(1);
		assertThat(again.err()).isEqualTo("haven: 1 of the ids or hashes given is not in the index\n");
	}

	@Test
	void hashesAreQueriesAndCanBeWithdrawnToo() throws IOException {
		String hex = TestPictures.hash(folder.resolve("hers.jpg")).hash().toHex();
		Files.writeString(folder.resolve("hashes.txt"), hex + "\n");
		haven("index", "create", "ix");
		added("index", "add", "ix", "hashes.txt");
		assertThat(haven("match", "--format", "csv", "ix", hex).lines().getLast()).startsWith(hex + ",").endsWith(",default,0,identical");
		assertThat(new Program(folder).reading(hex + "\nhers.jpg\n").run("match", "--format", "jsonl", "ix", "-").lines()).hasSize(2)
				.allMatch(line -> line.endsWith(",\"bank\":\"default\",\"distance\":0,\"how\":\"identical\",\"purpose\":\"block\"}"));
		assertThat(haven("index", "withdraw", "ix", hex).out()).isEqualTo("1 record withdrawn.\n");
		assertThat(haven("match", "ix", hex).status()).isEqualTo(1);
	}

	@Test
	void anIdBelongsToItsBank() throws IOException {
		String hers = TestPictures.hash(folder.resolve("hers.jpg")).hash().toHex();
		String stranger = TestPictures.hash(folder.resolve("stranger.jpg")).hash().toHex();
		Files.writeString(folder.resolve("honest.jsonl"), "{\"hash\":\"%s\",\"quality\":90,\"id\":\"hotline-2\"}\n".formatted(hers));
		Files.writeString(folder.resolve("junk.jsonl"), "{\"hash\":\"%s\",\"quality\":90,\"id\":\"hotline-2\"}\n".formatted(stranger));
		Files.writeString(folder.resolve("weak.jsonl"), "{\"hash\":\"%s\",\"quality\":0,\"id\":\"hotline-2\"}\n".formatted(hers));
		haven("index", "create", "ix");
		haven("index", "create", "ix", "--bank", "other");
		added("index", "add", "--bank", "other", "ix", "junk.jsonl");
		added("index", "add", "ix", "honest.jsonl");
		added("index", "add", "ix", "weak.jsonl");
		assertThat(haven("match", "--format", "csv", "ix", hers).lines().getLast()).isEqualTo(hers + ",hotline-2,default,0,identical");
		assertThat(haven("index", "add", "ix", "junk.jsonl").err()).contains("already used for another hash in this bank");

		assertThat(haven("index", "withdraw", "--bank", "other", "ix", "hotline-2").out()).isEqualTo("1 record withdrawn.\n");
		assertThat(haven("match", "ix", hers).status()).isZero();
		assertThat(haven("match", "ix", stranger).status()).isEqualTo(1);
		Program.Result again = haven("index", "withdraw", "--bank", "other", "ix", "hotline-2");
		assertThat(again.err()).isEqualTo("haven: 1 of the ids given is not in the bank \"other\"\n");
		assertThat(haven("index", "withdraw", "--bank", "nowhere", "ix", "hotline-2").err()).isEqualTo(
				"haven: the index has no bank of this name; to make one: haven index create DIR --bank NAME\n");
		assertThat(haven("index", "withdraw", "--bank", "other", "ix", hers).err()).isEqualTo(
				"haven: a hash is withdrawn from every bank: use --bank with ids only\n");

		added("index", "add", "--bank", "other", "ix", "junk.jsonl");
		assertThat(haven("index", "withdraw", "ix", "hotline-2").out()).isEqualTo("2 records withdrawn.\n");
	}

	@Test
	void withdrawnRecordsLeaveTheFilesAtOnceOrWhenTheIndexIsNextWritten() throws IOException {
		// So many that Lucene does not rewrite them all by itself for the one that is withdrawn.
		Files.write(folder.resolve("list.txt"), IntStream.range(0, 30).mapToObj(i -> "%064x".formatted(i)).toList());
		haven("index", "create", "ix");
		List<String> ids = haven("index", "add", "ix", "list.txt").lines();
		haven("index", "withdraw", "ix", ids.get(0));
		assertThat(haven("index", "stats", "ix").out()).contains("media      29 photos", "records    29", "withdrawn  0");
		assertThat(haven("index", "withdraw", "--later", "ix", ids.get(1)).out()).isEqualTo("1 record withdrawn.\n");
		assertThat(haven("index", "stats", "ix").out()).contains("records    28", "withdrawn  1");
		added("index", "add", "ix", "hers.jpg");
		assertThat(haven("index", "stats", "ix").out()).contains("media      29 photos", "records    29", "withdrawn  0");
	}

	@Test
	void radiusAndBankNarrowTheLookup() {
		haven("index", "create", "ix");
		assertThat(haven("index", "create", "ix", "--bank", "memes", "--radius", "5", "--purpose", "ignore").status()).isZero();
		added("index", "add", "ix", "hers.jpg");
		assertThat(haven("match", "--radius", "0", "ix", "copy.jpg").status()).isEqualTo(1);
		assertThat(haven("match", "--bank", "memes", "ix", "hers.jpg").status()).isEqualTo(1);
		assertThat(haven("match", "--bank", "default", "ix", "hers.jpg").status()).isZero();
		Program.Result unknown = haven("match", "--bank", "nowhere", "ix", "hers.jpg");
		assertThat(unknown.status()).isEqualTo(2);
		assertThat(unknown.err()).isEqualTo("haven: the index has no bank of this name; to make one: haven index create DIR --bank NAME\n");
	}

	@Test
	void harmlessMatchesAreShownButDoNotCount() {
		haven("index", "create", "ix", "--bank", "memes", "--purpose", "ignore");
		added("index", "add", "--bank", "memes", "ix", "hers.jpg");
		Program.Result result = haven("match", "ix", "hers.jpg");
		assertThat(result.out()).contains("known to be harmless");
		assertThat(result.status()).isEqualTo(1);
	}

	@Test
	void statsVerifyAndCompactSpeakOfTheWholeIndex() {
		haven("index", "create", "ix");
		String id = added("index", "add", "ix", "hers.jpg");
		added("index", "add", "ix", "stranger.jpg");
		haven("index", "withdraw", "ix", id);
		assertThat(haven("index", "stats", "ix").out()).contains("records    1", "\"default\": purpose block, radius 31, quality floor 50");
		assertThat(haven("index", "compact", "ix").out()).startsWith("1 record;");
		assertThat(haven("index", "stats", "ix").out()).contains("withdrawn  0");
		Program.Result verify = haven("index", "verify", "ix");
		assertThat(verify.out()).startsWith("The index is intact: read 1 record in 1 segment.");
		assertThat(verify.status()).isZero();
	}

	@Test
	void aDamagedIndexIsSaidToBeDamaged() throws IOException {
		haven("index", "create", "ix");
		added("index", "add", "ix", "hers.jpg");
		try (var files = Files.list(folder.resolve("ix"))) {
			for (Path file : files.filter(Files::isRegularFile).toList()) {
				byte[] bytes = Files.readAllBytes(file);
				if (bytes.length > 40) {
					bytes[bytes.length / 2] ^= 0x5a;
					Files.write(file, bytes);
				}
			}
		}
		assertThat(haven("index", "verify", "ix", "--lang", "ko").err() + haven("index", "verify", "ix", "--lang", "ko").out())
				.contains("손상되었습니다").doesNotContain("damaged");
		for (String command : List.of("verify", "stats", "compact")) {
			Program.Result result = haven("index", command, "ix");
			assertThat(result.err() + result.out()).as(command).contains("damaged").doesNotContain("Exception", "\tat ");
			assertThat(result.status()).as(command).isEqualTo(2);
		}
	}

	@Test
	void mistakesWithFoldersAreFatalWithOneLine() throws IOException {
		assertThat(haven("match", "ix", "hers.jpg").err()).isEqualTo("haven: there is no index here\n");
		assertThat(haven("index", "add", "ix", "hers.jpg").status()).isEqualTo(2);
		haven("index", "create", "ix");
		Program.Result twice = haven("index", "create", "ix");
		assertThat(twice.err()).isEqualTo("haven: there is an index here already\n");
		assertThat(twice.status()).isEqualTo(2);
		Files.createDirectory(folder.resolve("full"));
		Files.createFile(folder.resolve("full/thesis.odt"));
		assertThat(haven("index", "create", "full").err()).isEqualTo("haven: the folder is not empty\n");
		assertThat(haven("index", "add", "--bank", "nowhere", "ix", "hers.jpg").err()).isEqualTo(
				"haven: the index has no bank of this name; to make one: haven index create DIR --bank NAME\n");
	}

	@Test
	void recordsBelowTheFloorAreKeptAndThatIsSaid() throws IOException {
		TestPictures.flat(folder.resolve("wall.png"));
		haven("index", "create", "ix");
		Program.Result result = haven("index", "add", "ix", "wall.png");
		assertThat(result.lines()).hasSize(1);
		assertThat(result.err()).contains("below the bank's quality floor of 50");
		assertThat(haven("match", "ix", "wall.png").status()).isEqualTo(1);
	}
}
