package org.hashaven.cli.input;

import java.nio.file.Path;
import org.hashaven.hash.Hash256;

/** One thing to work on, with the words it was named by. */
public sealed interface Input {

	/** The name as it was given, or the path where it was found. */
	String shown();

	/** A file to be opened as a photo or a video. */
	record Media(String shown, Path path) implements Input {
	}

	/** A file of hashes or records. */
	record HashList(String shown, Path path) implements Input {
	}

	/** A hash, written out. */
	record Hash(String shown, Hash256 hash) implements Input {

		/** Without the hash, which must not reach a message by accident. */
		@Override
		public String toString() {
			return "Hash[hidden]";
		}
	}

	/** A name behind which there is nothing to work on. */
	record Unusable(String shown, Exception why) implements Input {
	}
}
