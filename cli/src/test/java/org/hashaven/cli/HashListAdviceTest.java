package org.hashaven.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.hashaven.cli.session.Console;
import org.hashaven.cli.session.Terminal;
import org.hashaven.cli.session.Workers;
import org.hashaven.cli.text.TextLayout;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code haven hash} says after it wrote a list to a file: only to a person, and never into the list. */
class HashListAdviceTest {

	@TempDir
	private Path folder;

	private String messages(Terminal terminal, String... arguments) throws IOException {
		Path list = Files.writeString(folder.resolve("list.txt"), "0123456789abcdef".repeat(4) + "\n");
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		ByteArrayOutputStream err = new ByteArrayOutputStream();
		String[] words = new String[arguments.length + 2];
		words[0] = "hash";
		System.arraycopy(arguments, 0, words, 1, arguments.length);
		words[words.length - 1] = list.toString();
		Console console = new Console(terminal, InputStream.nullInputStream(), out, err);
		try (Workers workers = new Workers()) {
			assertThat(Haven.run(words, console, Map.of("LC_ALL", "ko_KR.UTF-8"), workers)).isZero();
		}
		assertThat(out.toString(StandardCharsets.UTF_8)).doesNotContain("민감한");
		return err.toString(StandardCharsets.UTF_8);
	}

	@Test
	void listWrittenToAFile_isExplainedToAPerson() throws IOException {
		String said = messages(new Terminal(false, true, 60, false), "--format", "jsonl");
		assertThat(said).contains("민감한 정보", "철회").doesNotContain("list.txt");
		assertThat(said.lines()).allSatisfy(line -> assertThat(TextLayout.width(line)).isLessThanOrEqualTo(60));
	}

	@Test
	void scriptsAndTheScreen_noExplanation() throws IOException {
		assertThat(messages(new Terminal(false, false, 80, false), "--format", "jsonl")).isEmpty();
		assertThat(messages(new Terminal(true, true, 80, false), "--format", "jsonl")).isEmpty();
		assertThat(messages(new Terminal(false, true, 80, false))).isEmpty();
	}
}
