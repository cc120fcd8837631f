package org.hashaven.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.hashaven.image.ImageDecoder;
import org.hashaven.pdq.DihedralHashes;
import org.hashaven.pdq.PdqHasher;
import org.hashaven.pdq.PdqResult;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code haven hash}, the real program: formats, names, folders, lists, standard input. */
class HashIT {

	/** Stands in the name of the file, so that a leaked name is found. */
	private static final String SECRET = "summer-with-mina";

	private static final Pattern HASH = Pattern.compile("\\b[0-9a-f]{64}\\b");

	@TempDir
	private Path folder;
	private Path photo;
	private PdqResult expected;

	@BeforeEach
	void drawPhoto() throws IOException {
		photo = TestPictures.photo(folder.resolve(SECRET + ".jpg"), 1);
		expected = TestPictures.hash(photo);
	}

	private Program.Result haven(String... arguments) {
		return new Program(folder).run(arguments);
	}

	@Test
	void csvIsHashAndQuality() {
		Program.Result result = haven("hash", "--format", "csv", photo.toString());
		assertThat(result.err()).isEmpty();
		assertThat(result.out()).isEqualTo("hash,quality\n" + expected.hash().toHex() + "," + expected.quality() + "\n");
		assertThat(result.status()).isZero();
	}

	@Test
	void jsonlIsARecord() {
		String record = "{\"hash\":\"%s\",\"quality\":%d,\"kind\":\"photo\"}\n".formatted(expected.hash().toHex(), expected.quality());
		assertThat(haven("hash", "--format=jsonl", photo.toString()).out()).isEqualTo(record);
	}

	@Test
	void textIsOneLineForAPerson() {
		Program.Result result = haven("hash", photo.toString());
		assertThat(result.lines()).singleElement().asString().contains(expected.hash().toHex(), "quality");
		assertThat(result.err()).isEmpty();
	}

	@Test
	void namesAreWrittenOnlyWhenAskedFor() {
		for (String format : List.of("text", "csv", "jsonl")) {
			assertThat(haven("hash", "--format", format, "--dihedral", photo.toString()).out()).as(format).doesNotContain(SECRET);
			assertThat(haven("hash", "--format", format, photo.toString()).out()).as(format).doesNotContain(SECRET);
			assertThat(haven("hash", "--format", format, "--names", photo.toString()).out()).as(format).contains(SECRET);
		}
		assertThat(haven("hash", "--format", "csv", "--names", photo.toString()).out()).startsWith("hash,quality,name\n");
	}

	@Test
	void dihedralGivesAllEightForms() throws IOException {
		DihedralHashes hashes = PdqHasher.hashDihedral(new ImageDecoder().decode(photo));
		List<String> lines = new ArrayList<>(List.of("hash,quality,form"));
		hashes.hashes().forEach((form, hash) -> lines.add(hash.toHex() + "," + hashes.quality() + "," + form.pdqName()));
		assertThat(haven("hash", "--dihedral", "--format", "csv", photo.toString()).lines()).isEqualTo(lines);
		assertThat(haven("hash", "--dihedral", "--format", "jsonl", photo.toString()).lines()).hasSize(8)
				.allMatch(line -> line.contains("\"form\":\""));
		assertThat(haven("hash", "--dihedral", photo.toString()).lines()).hasSize(8);
	}

	@Test
	void foldersAreWalkedInOrderWithoutHiddenFilesAndEndlessLinks() throws IOException {
		Path album = Files.createDirectories(folder.resolve("album"));
		Path inner = Files.createDirectories(album.resolve("a-inner"));
		Path second = TestPictures.photo(album.resolve("2.jpg"), 2);
		Path first = TestPictures.photo(album.resolve("1.jpg"), 3);
		Path third = TestPictures.photo(inner.resolve("3.jpg"), 4);
		TestPictures.photo(album.resolve(".hidden.jpg"), 5);
		Files.createDirectories(album.resolve(".hidden"));
		TestPictures.photo(album.resolve(".hidden/6.jpg"), 6);
		Files.createSymbolicLink(inner.resolve("up"), album);
		Files.createSymbolicLink(inner.resolve("self"), inner.resolve("self"));
		Program.Result result = haven("hash", "--names", "--format", "csv", album.toString());
		List<String> lines = new ArrayList<>(List.of("hash,quality,name"));
		for (Path file : List.of(first, second, third)) {
			PdqResult hash = TestPictures.hash(file);
			lines.add(hash.hash().toHex() + "," + hash.quality() + "," + file);
		}
		assertThat(result.lines()).isEqualTo(lines);
		assertThat(result.err()).contains("self").doesNotContain("up:");
		assertThat(result.status()).isEqualTo(1);
	}

	@Test
	void manyPicturesComeInTheOrderGivenWhereNamesAreWritten() throws IOException {
		List<String> arguments = new ArrayList<>(List.of("hash", "--names", "--format", "csv"));
		List<String> lines = new ArrayList<>(List.of("hash,quality,name"));
		for (int i = 0; i < 30; i++) {
			Path file = TestPictures.photo(folder.resolve(i % 7 + "-" + i + ".jpg"), i);
			PdqResult hash = TestPictures.hash(file);
			arguments.add(file.toString());
			lines.add(hash.hash().toHex() + "," + hash.quality() + "," + file);
		}
		Program.Result result = haven(arguments.toArray(String[]::new));
		assertThat(result.lines()).isEqualTo(lines);
		assertThat(result.status()).isZero();
	}

	/**
	 * Cameras number their files: a list in the order of the files would tell in which order the pictures were taken. Two shuffles of
	 * twelve pictures both leave them in their order once in 12!² ≈ 2.3e17 times, and three are alike as rarely; with all that is tried
	 * here the test fails without a fault once in 1e16 times.
	 */
	@Test
	void hash_withoutNames_orderTellsNothingOfTheOrderOfFiles() throws IOException {
		Path album = Files.createDirectory(folder.resolve("album"));
		List<String> files = new ArrayList<>();
		List<String> hashes = new ArrayList<>();
		for (int i = 0; i < 12; i++) {
			Path file = TestPictures.photo(album.resolve("IMG_%04d.jpg".formatted(1_000 + i)), i);
			files.add(file.toString());
			hashes.add(TestPictures.hash(file).hash().toHex());
		}
		for (String format : List.of("text", "csv", "jsonl")) {
			List<List<String>> runs = new ArrayList<>();
			for (int run = 0; run < 3; run++) {
				Program.Result result = haven("hash", "--format", format, album.toString());
				assertThat(result.status()).as(result.err()).isZero();
				runs.add(hashesIn(result));
			}
			assertThat(runs).as(format).allSatisfy(run -> assertThat(run).containsExactlyInAnyOrderElementsOf(hashes));
			assertThat(runs.subList(0, 2)).as(format + ", by name each time").anySatisfy(run -> assertThat(run).isNotEqualTo(hashes));
			assertThat(new HashSet<>(runs)).as(format + ", different orders").hasSizeGreaterThan(1);
			assertThat(hashesIn(haven("hash", "--names", "--format", format, album.toString()))).as(format).isEqualTo(hashes);
		}
		List<String> oneByOne = new ArrayList<>(List.of("hash", "--format", "jsonl"));
		oneByOne.addAll(files);
		assertThat(List.of(1, 2)).as("files one by one").anySatisfy(
				run -> assertThat(hashesIn(haven(oneByOne.toArray(String[]::new)))).isNotEqualTo(hashes));
	}

	/** The hashes of a list, in its order. */
	private static List<String> hashesIn(Program.Result list) {
		return HASH.matcher(list.out()).results().map(MatchResult::group).toList();
	}

	@Test
	void hash_severalPlainPictures_areExplainedInTheOrderOfTheirNames() throws IOException {
		List<String> items = new ArrayList<>();
		for (int i = 0; i < 12; i++) {
			TestPictures.flat(folder.resolve("wall" + (10 + i) + ".png"));
			items.add("  wall" + (10 + i) + ".png (quality 0)");
		}
		assertThat(haven("hash", ".").err().replace("./", "").lines().filter(line -> line.startsWith("  wall"))).isEqualTo(items);
	}

	/** Names on standard input are in an order that was chosen. */
	@Test
	void hash_namesOnStandardInput_keepTheirOrder() throws IOException {
		List<String> names = new ArrayList<>();
		List<String> hashes = new ArrayList<>();
		for (int i = 0; i < 12; i++) {
			Path file = TestPictures.photo(folder.resolve(i * 5 % 12 + ".jpg"), i);
			names.add(file.getFileName().toString());
			hashes.add(TestPictures.hash(file).hash().toHex());
		}
		Program.Result result = new Program(folder).reading(String.join("\n", names)).run("hash", "--format", "csv", "-");
		assertThat(hashesIn(result)).isEqualTo(hashes);
	}

	@Test
	void namesComeFromStandardInputToo() {
		Program.Result result = new Program(folder).reading(photo.getFileName() + "\n\nmissing.jpg\n").run("hash", "--format", "csv", "-");
		assertThat(result.lines()).hasSize(2);
		assertThat(result.err()).isEqualTo("haven: missing.jpg: there is no such file\n");
		assertThat(result.status()).isEqualTo(1);
	}

	@Test
	void koreanNamesWorkInEveryLocale() throws IOException {
		Files.move(photo, folder.resolve("우리 여름.jpg"));
		for (String locale : List.of("C", "POSIX", "C.UTF-8", "", "ko_KR.UTF-8", "en_US.UTF-8", "ko_KR.EUC-KR")) {
			Program.Result result = new Program(folder).with("LC_ALL", locale).run("hash", "--names", "--format", "csv", "우리 여름.jpg");
			assertThat(result.out()).as(locale).contains(expected.hash().toHex()).endsWith("우리 여름.jpg\n");
		}
	}

	@Test
	void listsOfHashesAreReadLineByLine() throws IOException {
		String hex = expected.hash().toHex();
		Files.writeString(folder.resolve("list.txt"), hex + "\nnot a hash\n\n" + hex.toUpperCase(java.util.Locale.ROOT) + "\n");
		Files.writeString(folder.resolve("list.jsonl"), "{\"hash\":\"" + hex + "\",\"quality\":7,\"kind\":\"photo\",\"id\":\"case-1\"}\n");
		Program.Result result = haven("hash", "--format", "jsonl", "list.txt", "list.jsonl");
		assertThat(result.lines()).hasSize(3).allMatch(line -> line.contains(hex));
		assertThat(result.lines()).filteredOn(line -> line.contains("\"quality\":7")).singleElement().asString()
				.contains("\"id\":\"case-1\"");
		assertThat(result.err()).isEqualTo("haven: list.txt: line 2, column 1: a hash of 64 hexadecimal digits is expected\n");
		assertThat(result.status()).isEqualTo(1);
	}

	@Test
	void aPlainPictureIsHashedAndExplained() throws IOException {
		TestPictures.flat(folder.resolve("wall.png"));
		Program.Result result = haven("hash", "wall.png");
		assertThat(result.status()).isZero();
		assertThat(result.out()).contains("too little detail");
		assertThat(result.err()).contains("wall.png (quality 0)", "You did nothing wrong", "What you can do");
	}
}
