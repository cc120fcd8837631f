package org.hashaven.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code haven evaluate}, the real program on generated photographs. */
class EvaluateIT {

	private static final int PHOTOS = 4;
	private static final String SOME = "jpeg-30,crop-2,mirror,chats,stickers";

	@TempDir
	private Path folder;
	private Path temporary;

	@BeforeEach
	void drawPhotos() throws IOException {
		temporary = Files.createDirectory(folder.resolve("tmp"));
		Path photos = Files.createDirectory(folder.resolve("private-album"));
		for (int i = 0; i < PHOTOS; i++) {
			TestPictures.photo(photos.resolve("secret" + i + ".jpg"), i);
		}
	}

	private Program program() {
		return new Program(folder).with("HAVEN_JAVA_OPTIONS", "-Djava.io.tmpdir=" + temporary);
	}

	private Program.Result evaluate(String... options) {
		String[] arguments = Stream.concat(Stream.of("evaluate", "--strangers", "2000", "--drawn", "2"), Stream.of(options))
				.toArray(String[]::new);
		Program.Result result = program().run(arguments);
		assertThat(temporary).as("what is left of the lists").isEmptyDirectory();
		return result;
	}

	@Test
	void csvHasOneFigureALine() {
		Program.Result result = evaluate("--format", "csv", "--plain", "--only", SOME, "private-album");
		assertThat(result.err()).isEmpty();
		assertThat(result.status()).isZero();
		List<String> lines = result.lines();
		assertThat(lines.getFirst()).isEqualTo("measure,family,distortion,engine,bits,value,of");
		assertThat(lines).allMatch(line -> line.chars().filter(c -> c == ',').count() == 6);
		assertThat(lines).contains("found,files,jpeg-30,one-hash,,4,4", "found,turns,mirror,one-hash,,4,4",
				"found,turns,mirror,hashaven,,4,4", "found,turns,mirror,plain,,0,4");
		assertThat(lines).filteredOn(line -> line.startsWith("found,chats,,one-hash,,")).singleElement().asString().endsWith(",8");
		assertThat(lines).anyMatch(line -> line.startsWith("false-photos,,,one-hash,,0,"))
				.anyMatch(line -> line.startsWith("false-strangers,,,one-hash,,0,"))
				.anyMatch(line -> line.matches("cost-p50-ms,,,one-hash,,[0-9.]+,4"));
		long own = lines.stream().filter(line -> line.startsWith("own,")).mapToLong(line -> Long.parseLong(line.split(",", -1)[5])).sum();
		assertThat(lines).anyMatch(line -> line.startsWith("own,") && line.endsWith("," + own));
	}

	@Test
	void textIsInBothLanguagesAndSortedOnDemand() {
		Program.Result english = evaluate("--only", SOME, "--worst", "--plain", "private-album");
		assertThat(english.out()).contains("4 photos (skipped files: 0)", "one hash per photo", "screenshots of chats", "False matches");
		List<String> names = english.lines().stream().filter(line -> line.matches("  (jpeg-30|mirror) .*"))
				.map(line -> line.strip().split(" ", -1)[0])
				.toList();
		assertThat(names).containsExactly("mirror", "jpeg-30");
		Program.Result korean = evaluate("--lang", "ko", "--only", "jpeg-30,crops", "private-album");
		assertThat(korean.out()).contains("사진 4장", "오탐", "crop-anywhere-10").doesNotContain("False");
		assertThat(english.status() + korean.status()).isZero();
	}

	@Test
	void thePageStandsAloneAndTellsNothingOfThePhotos() throws IOException {
		Program.Result result = evaluate("--format", "html", "--only", SOME, "private-album");
		assertThat(result.err()).isEmpty();
		String page = result.out();
		assertThat(page).startsWith("<!DOCTYPE html>").endsWith("</html>\n").contains("<svg", "prefers-color-scheme: dark", "@media print",
				"crop-2", "default-src 'none'");
		assertThat(page).doesNotContainIgnoringCase("<script").doesNotContain("<img", "<link", "url(", "http:", "https:", "@import",
				"data:");
		assertThat(page).doesNotContain("secret", "private-album", folder.toString());
		for (int i = 0; i < PHOTOS; i++) {
			String hex = TestPictures.hash(folder.resolve("private-album/secret" + i + ".jpg")).hash().toHex();
			assertThat(page).doesNotContain(hex.substring(0, 8));
		}
		assertThat(count(page, "<svg")).isEqualTo(count(page, "</svg>"));
		assertThat(count(page, "<tr")).isEqualTo(count(page, "</tr>"));
		assertThat(evaluate("--format", "html", "--lang", "ko", "--only", "turns", "private-album").out()).contains("lang=\"ko\"", "측정 방법");
	}

	private static int count(String text, String part) {
		return text.split(part, -1).length - 1;
	}

	@Test
	void whatIsNoPhotoIsNamedAndLeftOut() throws IOException {
		Path photos = folder.resolve("private-album");
		Files.writeString(photos.resolve("notes.txt"), "nothing");
		Files.writeString(photos.resolve("broken.jpg"), "nothing");
		TestPictures.flat(photos.resolve("wall.png"));
		TestPictures.altered(photos.resolve("zz-copy.jpg"), 0, "jpeg-50");
		Program.Result result = evaluate("--only", "jpeg-30", "private-album");
		assertThat(result.err().lines()).hasSize(4)
				.anyMatch(line -> line.endsWith("zz-copy.jpg: skipped: similar to an earlier photo"))
				.anyMatch(line -> line.contains("wall.png: skipped: too little detail"))
				.anyMatch(line -> line.contains("notes.txt: this is not a photo"))
				.anyMatch(line -> line.contains("broken.jpg: this is not a photo"));
		assertThat(result.out()).contains("4 photos");
		assertThat(result.status()).isEqualTo(1);
	}

	@Test
	void wrongUseIsToldInOneLine() throws IOException {
		Files.createDirectory(folder.resolve("empty"));
		assertFails("evaluate takes a folder of photos", "no-such-folder");
		assertFails("there is no photo here to measure with", "empty");
		assertFails("\"crop\" is neither a family nor a distortion; without --only the report names them all", "--only", "crop",
				"private-album");
	}

	private void assertFails(String why, String... arguments) {
		Program.Result result = evaluate(arguments);
		assertThat(result.err()).isEqualTo("haven: " + why + "\n");
		assertThat(result.out()).isEmpty();
		assertThat(result.status()).isEqualTo(2);
	}

	@Test
	void endedFromTheKeyboardItLeavesNothing() throws IOException, InterruptedException {
		Process process = program().builder("evaluate", "--strangers", "50000000", "private-album")
				.redirectOutput(folder.resolve("out").toFile()).redirectError(folder.resolve("err").toFile()).start();
		while (process.isAlive() && isEmpty(temporary)) {
			Thread.sleep(50);
		}
		assertThat(process.isAlive()).isTrue();
		assertThat(new ProcessBuilder("kill", "-INT", Long.toString(process.pid())).start().waitFor()).isZero();
		assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
		assertThat(temporary).isEmptyDirectory();
		assertThat(folder.resolve("out")).isEmptyFile();
		assertThat(folder.resolve("err")).isEmptyFile();
	}

	private static boolean isEmpty(Path folder) throws IOException {
		try (Stream<Path> files = Files.list(folder)) {
			return files.findAny().isEmpty();
		}
	}
}
