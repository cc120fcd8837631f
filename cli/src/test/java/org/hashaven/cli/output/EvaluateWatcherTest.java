package org.hashaven.cli.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.hashaven.cli.evaluate.Watcher.Phase;
import org.hashaven.cli.session.Console;
import org.hashaven.cli.session.Session;
import org.hashaven.cli.session.Terminal;
import org.hashaven.cli.text.Language;
import org.hashaven.cli.text.Messages;
import org.junit.jupiter.api.Test;

/** What is said while an evaluation goes on. */
class EvaluateWatcherTest {

	private static String said(boolean terminal, Consumer<EvaluateWatcher> course) {
		ByteArrayOutputStream err = new ByteArrayOutputStream();
		Console console = new Console(new Terminal(false, terminal, 80, false), InputStream.nullInputStream(),
				OutputStream.nullOutputStream(),
				err);
		try (EvaluateWatcher watcher = new EvaluateWatcher(new Session(console, Messages.of(Language.ENGLISH)))) {
			course.accept(watcher);
		}
		return err.toString(StandardCharsets.UTF_8);
	}

	@Test
	void aPersonSeesEachPhaseAndABarThatGoesAway() {
		String said = said(true, watcher -> {
			watcher.step(Phase.READING, 1, 2);
			watcher.step(Phase.READING, 2, 2);
			watcher.step(Phase.LOOKING, 1, 4);
		});
		assertThat(said).contains("Reading", "100%", "Distorting", "25%").endsWith(Console.CLEAR_LINE);
	}

	@Test
	void aFileIsNotToldOfSteps() {
		assertThat(said(false, watcher -> watcher.step(Phase.READING, 1, 2))).isEmpty();
	}

	@Test
	void filesThatAreLeftOutAreNamedSafely() throws IOException {
		String said = said(false, watcher -> watcher.leftOut(Path.of("al\u001bbum", "a.jpg"), new NoSuchFileException(null)));
		assertThat(said).isEqualTo("haven: al\ufffdbum/a.jpg: there is no such file\n");
	}

	@Test
	void theFirstMistakesAreNamedAndTheOthersCounted() {
		String said = said(false, watcher -> {
			watcher.mistaken(Path.of("a.jpg"), "crop-5", Path.of("b.jpg"));
			for (int i = 0; i < 30; i++) {
				watcher.mistaken(Path.of("a.jpg"), "mirror", null);
			}
		});
		assertThat(said.lines()).hasSize(21).startsWith("haven: a.jpg: mistaken after crop-5 for another photo: b.jpg",
				"haven: a.jpg: mistaken after mirror for a generated picture").endsWith("haven: more such mistakes, not listed here: 11");
	}
}
