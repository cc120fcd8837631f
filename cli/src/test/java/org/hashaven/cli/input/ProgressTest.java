package org.hashaven.cli.input;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.hashaven.cli.session.Console;
import org.hashaven.cli.session.Session;
import org.hashaven.cli.session.Terminal;
import org.hashaven.cli.text.Language;
import org.hashaven.cli.text.Messages;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** When there is a progress bar, and what it shows. */
class ProgressTest {

	@TempDir
	private Path folder;

	/** What is shown for so many files of this size, told of in three steps each. */
	private String shown(Terminal terminal, int files, int sizeBytes) throws IOException {
		ByteArrayOutputStream err = new ByteArrayOutputStream();
		Console console = new Console(terminal, InputStream.nullInputStream(), OutputStream.nullOutputStream(), err);
		List<Input> inputs = new ArrayList<>();
		for (int i = 0; i < files; i++) {
			Path file = folder.resolve("secret-name" + i);
			Files.write(file, new byte[sizeBytes]);
			inputs.add(new Input.Media(file.toString(), file));
		}
		try (Progress progress = Progress.of(new Session(console, Messages.of(Language.ENGLISH)), inputs)) {
			for (Input input : inputs) {
				Progress.Part part = progress.part(input);
				assertThat(part.readSoFar(0.3)).isTrue();
				assertThat(part.readSoFar(0.9)).isTrue();
				part.end();
			}
		}
		assertThat(err.toString(StandardCharsets.UTF_8)).doesNotContain("secret-name");
		return err.toString(StandardCharsets.UTF_8);
	}

	@Test
	void longWorkThatAPersonWatchesHasABar() throws IOException {
		assertThat(shown(new Terminal(false, true, 80, true), 100, 200_000)).contains("Working", "100%", "19/19").endsWith("\r\u001b[K");
	}

	@Test
	void oneLongVideoHasABar() throws IOException {
		assertThat(shown(new Terminal(false, true, 80, true), 1, 30 << 20)).contains("Working", "100%").endsWith("\r\u001b[K");
	}

	@Test
	void shortWorkHasNone() throws IOException {
		assertThat(shown(new Terminal(false, true, 80, true), 3, 1_000)).isEmpty();
	}

	@Test
	void aFileOrAProgramReadingTheMessagesSeesNone() throws IOException {
		assertThat(shown(new Terminal(false, false, 80, true), 100, 1_000)).isEmpty();
	}

	@Test
	void resultsRunningOverTheScreenAreProgressEnough() throws IOException {
		assertThat(shown(new Terminal(true, true, 80, true), 100, 1_000)).isEmpty();
	}
}
