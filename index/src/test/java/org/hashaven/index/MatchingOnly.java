package org.hashaven.index;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.hashaven.hash.Hash256;
import org.hashaven.hash.record.HashRecord;

/** A platform that only matches: lists a hash and looks it up, in a process of its own. */
final class MatchingOnly {

	private MatchingOnly() {
	}

	/** Argument: an empty folder. Prints the distance of the match. */
	public static void main(String[] args) throws IOException {
		Hash256 hash = Hash256.fromHex("f8f8f0cee0f4a84f06370a22038f63f0b36e2ed596621e1d33e6b39c4e9c9b22");
		try (HashIndex index = HashIndex.create(Path.of(args[0]))) {
			index.add(Bank.DEFAULT.name(), List.of(HashRecord.ofPhoto(hash, 100)));
			System.out.println("distance " + index.match(hash, MatchOptions.DEFAULT).matches().getFirst().distanceBits());
		}
	}
}
