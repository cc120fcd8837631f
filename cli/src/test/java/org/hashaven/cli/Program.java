package org.hashaven.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The real program, started from the application folder the build made, as a person or a script starts it. */
final class Program {

	/**
	 * What a run gave.
	 *
	 * @param status
	 *            exit status
	 * @param out
	 *            standard output
	 * @param err
	 *            standard error
	 */
	record Result(int status, String out, String err) {

		/** The lines of standard output. */
		List<String> lines() {
			return out.lines().toList();
		}
	}

	private final Path folder;
	private final Map<String, String> environment = new HashMap<>();
	private final List<String> before = new ArrayList<>();
	private String input = "";

	/**
	 * @param folder
	 *            where it runs, and where its output is caught beside it
	 */
	Program(Path folder) {
		this.folder = folder;
		environment.put("LC_ALL", "C.UTF-8");
	}

	/** The program's file. */
	static String file() {
		String file = System.getProperty("haven.program");
		if (file == null) {
			throw new IllegalStateException("these tests run in the build: mvn verify");
		}
		return file;
	}

	/** With a variable of the environment; null takes it away. */
	Program with(String variable, String value) {
		environment.put(variable, value);
		return this;
	}

	/** With this on standard input. */
	Program reading(String text) {
		input = text;
		return this;
	}

	/** Started by another program. */
	Program startedBy(String... words) {
		before.addAll(List.of(words));
		return this;
	}

	/** Runs it to its end. */
	Result run(String... arguments) {
		try {
			Path in = Files.writeString(Files.createTempFile("haven-test", ".in"), input);
			Path out = Files.createTempFile("haven-test", ".out");
			Path err = Files.createTempFile("haven-test", ".err");
			int status = builder(arguments).redirectInput(in.toFile()).redirectOutput(out.toFile()).redirectError(err.toFile()).start()
					.waitFor();
			Result result = new Result(status, Files.readString(out), Files.readString(err));
			for (Path file : List.of(in, out, err)) {
				Files.delete(file);
			}
			return result;
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(e);
		}
	}

	/** Ready to be started, its streams still to be connected. */
	ProcessBuilder builder(String... arguments) {
		List<String> command = new ArrayList<>(before);
		command.add(file());
		command.addAll(List.of(arguments));
		ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
		builder.environment().keySet()
				.removeIf(variable -> variable.startsWith("LC_") || variable.equals("LANG") || variable.equals("LANGUAGE"));
		builder.environment().putAll(environment);
		return builder;
	}

	/** What a file holds, as text. */
	static String text(Path file) throws IOException {
		return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
	}
}
