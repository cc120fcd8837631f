package org.hashaven.cli.input;

import java.io.FileInputStream;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Path;
import org.hashaven.cli.session.Session;
import org.hashaven.cli.text.ErrorMessages;
import org.hashaven.cli.text.HavenException;
import org.hashaven.hash.HashFormatException;
import org.hashaven.hash.record.ListText;
import org.hashaven.hash.record.Md5List;
import org.jspecify.annotations.Nullable;

/** From the name of a file to the list of MD5s in it, or to one line that says why there is none. */
public final class Md5Lists {

	private Md5Lists() {
	}

	/** The list; null when it cannot be used, which is reported. */
	public static @Nullable Md5List read(String name, Session session) {
		boolean hidden = InputFinder.isHiddenWord(name);
		try {
			if (hidden) {
				throw new HavenException("reason.md5.word");
			}
			return read(Folders.of(name));
		} catch (IOException | HavenException e) {
			session.reportUnusable(hidden ? "…" : name, e);
			return null;
		}
	}

	private static Md5List read(Path file) throws IOException, HavenException {
		ErrorMessages.requireReadable(file);
		try (Reader in = ListText.open(new FileInputStream(file.toFile()))) {
			return Md5List.read(in);
		} catch (HashFormatException e) {
			if (e.offset() == 0) {
				throw new HavenException("reason.md5.none");
			}
			throw e;
		}
	}
}
