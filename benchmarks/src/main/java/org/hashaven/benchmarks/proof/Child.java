package org.hashaven.benchmarks.proof;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The command line of a program of ours in a process of its own, on this JVM and class path. */
public final class Child {

	private Child() {
	}

	/** The command and its arguments. */
	public static List<String> command(Class<?> program, List<String> jvmOptions, List<String> arguments) {
		List<String> command = new ArrayList<>();
		command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
		command.add("--enable-native-access=ALL-UNNAMED");
		command.addAll(jvmOptions);
		command.addAll(List.of("-cp", System.getProperty("java.class.path"), program.getName()));
		command.addAll(arguments);
		return command;
	}
}
