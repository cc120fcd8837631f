package org.hashaven.benchmarks.proof;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.hashaven.benchmarks.search.Answers;

/** A small disk in memory that fills up or becomes read-only when it is told to. Its mounts belong to this process and end with it. */
final class SmallDisk {

	private static final int BLOCK_BYTES = 4 << 10;

	private final Path folder;

	/** Mounts one over an empty folder. */
	SmallDisk(Path folder, int megabytes) throws IOException, InterruptedException {
		this.folder = folder;
		require("mount", "-t", "tmpfs", "-o", "size=" + megabytes + "m", "tmpfs", folder.toString());
	}

	/** Whether this system lets us have mounts of our own. */
	static boolean canMount() throws IOException, InterruptedException {
		List<String> command = new ArrayList<>(ownMounts());
		command.add("true");
		try {
			return new ProcessBuilder(command).redirectErrorStream(true).start().waitFor() == 0;
		} catch (IOException e) {
			return false; // there is no such command here
		}
	}

	/** What to put before a command so that its mounts are its own: seen by nobody else, and gone when it ends. */
	static List<String> ownMounts() {
		return "root".equals(System.getProperty("user.name"))
				? List.of("unshare", "--mount")
				: List.of("unshare", "--user", "--map-root-user", "--mount");
	}

	Path resolve(String name) {
		return folder.resolve(name);
	}

	private Path filler() {
		return folder.resolve("filler");
	}

	/** Fills it up but for so many bytes. */
	void leave(long bytes) throws IOException {
		byte[] block = new byte[BLOCK_BYTES];
		try (OutputStream out = Files.newOutputStream(filler())) {
			for (long room = freeBytes() - bytes; room >= BLOCK_BYTES; room -= BLOCK_BYTES) {
				out.write(block);
			}
		}
	}

	long freeBytes() throws IOException {
		return Files.getFileStore(folder).getUsableSpace();
	}

	/** Takes away what fills it. */
	void giveBack() throws IOException {
		Files.deleteIfExists(filler());
	}

	/**
	 * Makes every file that is opened from now on unchangeable, whatever is open for writing: the same disk once more, read-only, over
	 * itself. (A plain change to read-only is refused by the system while any file is open for writing, and the lock always is.) It is made
	 * ready beside it, so that nobody writes through it before it is read-only.
	 */
	void makeReadOnly() throws IOException, InterruptedException {
		Path ready = Files.createDirectories(folder.resolveSibling("read-only"));
		require("mount", "--bind", folder.toString(), ready.toString());
		require("mount", "-o", "remount,bind,ro", ready.toString());
		require("mount", "--move", ready.toString(), folder.toString());
	}

	void makeWritable() throws IOException, InterruptedException {
		require("umount", "--lazy", folder.toString());
	}

	private static void require(String... command) throws IOException, InterruptedException {
		Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
		String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		Answers.require(process.waitFor() == 0, command[0] + ": " + said);
	}
}
