package org.hashaven.cli;

import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.hashaven.hash.HashRecord;
import org.hashaven.index.HashIndex;
import org.hashaven.index.IndexException;

/** The words that name an index or a bank, held to their limits. */
final class Folders {

	private Folders() {
	}

	/** The folder of this name. */
	static Path of(String name) throws HavenException {
		try {
			return Path.of(name);
		} catch (InvalidPathException e) {
			throw new HavenException("reason.name");
		}
	}

	/** Whether there is an index in a folder. */
	static boolean isIndex(Path folder) throws IOException {
		try {
			HashIndex.openReadOnly(folder).close();
			return true;
		} catch (IndexException e) {
			if (e.reason() == IndexException.Reason.MISSING) {
				return false;
			}
			throw e;
		}
	}

	/** A bank's name, if it is within the limits. */
	static String bankName(String name) throws HavenException {
		try {
			HashRecord.requireText("bank", name);
			return name;
		} catch (IllegalArgumentException e) {
			throw new HavenException("index.bank.name", HashRecord.MAX_TEXT_CHARS);
		}
	}
}
