package org.hashaven.benchmarks.proof;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.hashaven.benchmarks.search.Answers;

/**
 * A disk that fills up or becomes read-only while an index on it is written, merged or compacted: a clear refusal, nothing acknowledged
 * lost, lookups and other readers go on, and when the disk takes writes again the index does too. Runs in a process that has mounts of its
 * own; needs root, or a system where everybody may have those.
 *
 * <pre>
 * DiskFull [megabytes [rounds [seed]]]          24 60
 * </pre>
 */
public final class DiskFull {

	/** What is said where mounts are not to be had. */
	static final String NOT_RUN = "not run: this system lets us mount no disk";

	private DiskFull() {
	}

	/** See the class. */
	public static void main(String[] args) throws IOException, InterruptedException {
		Arguments arguments = new Arguments(args);
		int megabytes = arguments.next(24);
		int rounds = arguments.next(60);
		long seed = arguments.seed();
		try (Scratch scratch = new Scratch("disk-full")) {
			System.out.println(run(scratch.resolve("disk"), megabytes, rounds, seed));
		}
	}

	/**
	 * All rounds.
	 *
	 * @param folder
	 *            where the disk is mounted
	 * @return what was found, in a few words
	 * @throws IllegalStateException
	 *             when something acknowledged was lost, or a refusal was not one
	 */
	static String run(Path folder, int megabytes, int rounds, long seed) throws IOException, InterruptedException {
		if (!SmallDisk.canMount()) {
			return NOT_RUN;
		}
		Files.createDirectories(folder);
		List<String> command = new ArrayList<>(SmallDisk.ownMounts());
		command.addAll(
				Child.command(DiskFullChild.class, List.of("-Xmx1g"), List.of(folder.toString(), "" + megabytes, "" + rounds, "" + seed)));
		Process child = new ProcessBuilder(command).redirectErrorStream(true).start();
		String said = new String(child.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
		Answers.require(child.waitFor() == 0, said);
		return said;
	}
}
