package org.hashaven.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The real program used rightly and wrongly: help, version, languages, mistakes, outputs that go away. */
class UseIT {

	private static final List<String> COMMANDS = List.of("", "hash", "compare", "index", "index create", "index add", "index withdraw",
			"index stats", "index verify", "index compact", "match", "evaluate", "demo", "completion", "help");

	@TempDir
	private Path folder;

	private Program.Result haven(String... arguments) {
		return new Program(folder).run(arguments);
	}

	private Program.Result haven(String command, String option) {
		return haven((command + " " + option).strip().split(" "));
	}

	/** Old Korean archives give such names: CP949, which is no UTF-8. */
	@Test
	void namesThatAreNoTextAreFoundInFolders() throws IOException, InterruptedException {
		TestPictures.photo(folder.resolve("photo.jpg"), 1);
		String script = "mkdir $'\\xbb\\xe7' && cp photo.jpg $'\\xbb\\xe7/\\xc1\\xf8.jpg' && cp photo.jpg $'\\xb0\\xa1.jpg'";
		assertThat(new ProcessBuilder("bash", "-c", script).directory(folder.toFile()).inheritIO().start().waitFor()).isZero();
		Program.Result hashed = new Program(folder).run("hash", "--format", "csv", ".");
		assertThat(hashed.err()).isEmpty();
		assertThat(hashed.lines()).hasSize(4);
		assertThat(hashed.lines().subList(1, 4)).containsOnly(hashed.lines().get(1));
		haven("index", "create", "ix");
		haven("index", "add", "ix", "photo.jpg");
		assertThat(haven("match", "--format", "csv", "ix", ".").lines()).filteredOn(line -> line.contains("identical")).hasSize(3);
	}

	/** As a script gives it whose variable is not set; it must not be the current folder. */
	@Test
	void anEmptyNameIsRefused() throws IOException {
		TestPictures.photo(folder.resolve("photo.jpg"), 1);
		Program.Result hashed = new Program(folder).run("hash", "");
		assertThat(hashed.out()).isEmpty();
		assertThat(hashed.err()).isEqualTo("haven: \"\": this name is empty; in a script, a variable may not be set\n");
		assertThat(new Program(folder).run("index", "create", "").status()).isEqualTo(2);
		assertThat(folder.toFile().list()).containsExactly("photo.jpg");
	}

	@Test
	void everyCommandExplainsItselfInBothLanguages() {
		for (String command : COMMANDS) {
			Program.Result english = haven(command, "--help");
			assertThat(english.out()).as(command).contains(("Usage: haven " + command).strip(), "--lang=en|ko");
			assertThat(english.status()).as(command).isZero();
			assertThat(english.err()).as(command).isEmpty();
			Program.Result korean = haven(command, "--lang=ko --help");
			assertThat(korean.out()).as(command).contains(("사용법: haven " + command).strip(), "니다");
		}
		assertThat(haven("help index", "add").out()).isEqualTo(haven("index add", "--help").out());
	}

	@Test
	void everyCommandKnowsItsVersion() {
		for (String command : List.of("", "hash", "index add")) {
			assertThat(haven(command, "--version").out()).matches("haven \\d+\\.\\d+\\.\\d+.*\n");
		}
	}

	@Test
	void wrongUseIsToldInTwoLinesAndPointsToHelp() {
		assertWrong("there is no command mtach - did you mean match?", "haven", "mtach");
		assertWrong("there is no option --colour", "haven hash", "hash", "--colour", "x.jpg");
		assertWrong("PATH is missing", "haven hash", "hash");
		assertWrong("--format needs a value", "haven hash", "hash", "x.jpg", "--format");
		assertWrong("\"xml\" is not a value for --format, which takes text|csv|jsonl|vpdq", "haven hash", "hash", "--format", "xml",
				"x.jpg");
		assertWrong("\"65\" is not a value for --radius, which takes 0..64", "haven match", "match", "--radius", "65", "ix", "x.jpg");
		assertWrong("\"many\" is not a value for --radius, which takes 0..64", "haven match", "match", "--radius", "many", "ix", "x.jpg");
		assertWrong("--radius is given twice", "haven match", "match", "--radius", "1", "--radius", "2", "ix", "x.jpg");
		assertWrong("\"de\" is not a value for --lang, which takes en|ko", "haven hash", "hash", "--lang", "de", "x.jpg");
		assertWrong("unexpected argument: c", "haven compare", "compare", "a", "b", "c");
	}

	private void assertWrong(String what, String whose, String... arguments) {
		Program.Result result = haven(arguments);
		assertThat(result.err()).isEqualTo("haven: " + what + "\nhaven: see: " + whose + " --help\n");
		assertThat(result.out()).isEmpty();
		assertThat(result.status()).isEqualTo(2);
	}

	@Test
	void withoutACommandItExplainsItselfAndFails() {
		for (String[] arguments : new String[][]{{}, {"index"}}) {
			Program.Result result = haven(arguments);
			assertThat(result.err()).startsWith(arguments.length == 0 ? "Helps keep intimate photos" : "Manage an index");
			assertThat(result.status()).isEqualTo(2);
		}
	}

	@Test
	void theLanguageFollowsTheLocale() {
		assertThat(new Program(folder).with("LC_ALL", "ko_KR.UTF-8").run("hash", "x").err()).contains("그런 파일이 없습니다");
		assertThat(new Program(folder).with("LC_ALL", "").with("LANG", "ko_KR.UTF-8").run("hash", "x").err()).contains("그런 파일이 없습니다");
		assertThat(new Program(folder).with("LC_ALL", "ko_KR.UTF-8").run("hash", "--lang", "en", "x").err()).contains("no such file");
		assertThat(new Program(folder).with("LC_ALL", "C").run("hash", "x", "--lang=ko").err()).contains("그런 파일이 없습니다");
	}

	/** The launcher in the repository, without Maven to build with. */
	@Test
	void theLauncherFollowsTheLocale() throws IOException, InterruptedException {
		Path launcher = Files.copy(Path.of("../haven"), folder.resolve("haven"));
		for (Map.Entry<String, String> locale : Map.of("ko_KR.UTF-8", "찾지 못했습니다", "ko", "찾지 못했습니다", "kok_IN", "not found", "C", "not found")
				.entrySet()) {
			Path err = folder.resolve("err");
			ProcessBuilder builder = new ProcessBuilder("/bin/sh", launcher.toString()).redirectError(err.toFile());
			builder.environment().clear();
			builder.environment().putAll(Map.of("PATH", folder.toString(), "LC_MESSAGES", locale.getKey()));
			assertThat(builder.start().waitFor()).isEqualTo(2);
			assertThat(Program.text(err)).as(locale.getKey()).startsWith("haven: ").contains("Maven", locale.getValue()).hasLineCount(1);
		}
	}

	@Test
	void compareTellsDistanceVerdictAndWhy() throws IOException {
		TestPictures.photo(folder.resolve("a.jpg"), 1);
		TestPictures.altered(folder.resolve("b.jpg"), 1, "jpeg-30");
		TestPictures.altered(folder.resolve("m.jpg"), 1, "mirror");
		TestPictures.photo(folder.resolve("c.jpg"), 2);
		assertThat(haven("compare", "a.jpg", "a.jpg").out()).contains("none of 256 bits differs", "the same hash");
		assertThat(haven("compare", "a.jpg", "b.jpg").out()).contains("a match");
		assertThat(haven("compare", "a.jpg", "c.jpg").out()).contains("no match").doesNotContain("mirrored");
		assertThat(haven("compare", "a.jpg", "m.jpg").out()).contains("a match", "a copy of the other, mirrored");
		String hex = TestPictures.hash(folder.resolve("a.jpg")).hash().toHex();
		assertThat(haven("compare", hex, "b.jpg").status()).isZero();
		assertThat(haven("compare", "a.jpg", "gone.jpg").status()).isEqualTo(1);
		assertThat(haven("compare", "a.jpg", ".").status()).isEqualTo(2);
	}

	@Test
	void aReaderWhoLeavesEndsTheProgramQuietly() throws IOException, InterruptedException {
		String hex = "0123456789abcdef".repeat(4);
		Files.writeString(folder.resolve("many.txt"), (hex + "\n").repeat(200_000));
		Path err = folder.resolve("err");
		Process process = new Program(folder).builder("hash", "--format", "csv", "many.txt").redirectError(err.toFile()).start();
		try (InputStream out = process.getInputStream()) {
			assertThat(new String(out.readNBytes(12), StandardCharsets.UTF_8)).isEqualTo("hash,quality");
		}
		assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
		assertThat(err).isEmptyFile();
		assertThat(process.exitValue()).isZero();
	}

	@Test
	void resultsThatCannotBeWrittenAreFatal() throws IOException {
		Path full = Path.of("/dev/full");
		assertThat(full).as("Linux has it").exists();
		TestPictures.photo(folder.resolve("a.jpg"), 1);
		Program.Result result = new Program(folder).startedBy("sh", "-c", "exec \"$0\" \"$@\" >/dev/full").run("hash", "a.jpg");
		assertThat(result.err()).isEqualTo("haven: the results could not be written: is the disk full?\n");
		assertThat(result.status()).isEqualTo(2);
	}

	@Test
	void closedStreamsAreEmptyOrFull() throws IOException {
		Program.Result noInput = new Program(folder).startedBy("sh", "-c", "exec \"$0\" \"$@\" <&-").run("hash", "-");
		assertThat(noInput.err()).isEqualTo("haven: there is nothing here to work on\n");
		TestPictures.photo(folder.resolve("a.jpg"), 1);
		Program.Result noOutput = new Program(folder).startedBy("sh", "-c", "exec \"$0\" \"$@\" >&-").run("hash", "a.jpg");
		assertThat(noOutput.err()).isEqualTo("haven: the results could not be written: is the disk full?\n");
	}

	@Test
	void completionIsAScriptThatBashReads() throws IOException, InterruptedException {
		Path script = Files.writeString(folder.resolve("completion"), haven("completion").out());
		assertThat(Program.text(script)).contains("withdraw", "--dihedral");
		assertThat(new ProcessBuilder("bash", "-n", script.toString()).start().waitFor()).isZero();
	}

	@Test
	void manPagesAreThereInBothLanguages() throws IOException {
		Path share = Path.of(Program.file()).resolveSibling("../share").normalize();
		for (String command : COMMANDS) {
			String page = ("haven " + command).strip().replace(' ', '-') + ".1";
			assertThat(Program.text(share.resolve("man/man1/" + page))).startsWith(".TH").contains(".SH SYNOPSIS");
			assertThat(Program.text(share.resolve("man/ko/man1/" + page))).startsWith(".TH").contains(".SH 사용법");
		}
		assertThat(share.resolve("bash-completion/completions/haven")).isNotEmptyFile();
	}

	@Test
	void theDemoTellsItsStoryAndLeavesNothing() throws IOException {
		Path temporary = Files.createDirectory(folder.resolve("tmp"));
		for (String language : List.of("en", "ko")) {
			Program.Result result = new Program(folder).with("HAVEN_JAVA_OPTIONS", "-Djava.io.tmpdir=" + temporary).run("demo", "--lang",
					language);
			assertThat(result.status()).as(result.err()).isZero();
			assertThat(result.out()).contains("5. ", "--stronger");
			assertThat(result.err()).isEmpty();
			assertThat(temporary).isEmptyDirectory();
		}
	}
}
