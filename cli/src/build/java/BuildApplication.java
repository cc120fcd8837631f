import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The build of the application folder: own Java, jars, native decoders, AOT cache, launcher, man pages, completion.
 *
 * <pre>
 *   haven/bin/haven             launcher: a shell script on Linux, jpackage's program elsewhere
 *   haven/lib/runtime           Java, trimmed by jlink to the modules in use
 *   haven/lib/app/*.jar         ours and our dependencies'
 *   haven/lib/app/natives       decoders, already extracted: nothing is written at run time
 *   haven/lib/app/haven.aot     AOT cache made by a training run
 *   haven/share                 man pages, shell completion
 * </pre>
 *
 * Arguments: the module's build folder, version, native platform, main jar, class path of the others, launcher template, then the
 * launcher's Java options, in which {@code $APPDIR} stands for {@code lib/app}.
 */
final class BuildApplication {

	private static final String MAIN_CLASS = "org.hashaven.cli.Haven";
	private static final String TRAINING_CLASS = "org.hashaven.cli.Training";
	private static final String NATIVES_CLASS = "org.hashaven.image.NativeFolder";
	private static final String GUIDES_CLASS = "org.hashaven.cli.Guides";

	/** The JDK's base, Lucene's logging and look at the JVM's options, Unsafe for the libraries that still use it. */
	private static final String MODULES = "java.base,java.logging,jdk.management,jdk.unsupported";

	private final Path finished;
	private final Path parts;
	private final Path home;
	private final Path app;
	private final String version;
	private final String platform;
	private final Path launcherTemplate;
	private final List<String> javaOptions;

	private BuildApplication(String[] args) {
		finished = Path.of(args[0]).toAbsolutePath().resolve("haven");
		parts = finished.resolveSibling("haven-parts");
		home = parts.resolve("image/haven");
		app = home.resolve("lib/app");
		version = args[1];
		platform = args[2];
		launcherTemplate = Path.of(args[5]);
		javaOptions = List.of(args).subList(6, args.length);
	}

	public static void main(String[] args) throws IOException, InterruptedException {
		Stream<String> others = Stream.of(args[4].split(System.getProperty("path.separator")));
		List<Path> classPath = Stream.concat(Stream.of(args[3]), others).map(Path::of).filter(Files::isRegularFile).toList();
		new BuildApplication(args).build(classPath);
	}

	private void build(List<Path> classPath) throws IOException, InterruptedException {
		deleteTree(parts);
		Path jars = Files.createDirectories(parts.resolve("jars"));
		for (Path jar : classPath) {
			String name = jar.getFileName().toString();
			if (!isLinux() || !name.endsWith(platform + ".jar")) {
				ModernClasses.copy(jar, jars.resolve(name));
			}
		}
		tool("jlink", "--add-modules", MODULES, "--strip-debug", "--no-header-files", "--no-man-pages", "--output",
				parts.resolve("runtime").toString());
		jpackage(jars, mainJar(jars));
		Files.writeString(app.resolve("logging.properties"), "# Libraries do not talk to the user.\nhandlers=\n");
		if (isLinux()) {
			java(join(classPath), List.of(), NATIVES_CLASS, app.resolve("natives"));
			replaceLauncher();
		}
		train();
		java(appClassPath(app.toString()), launchOptions(), GUIDES_CLASS, home.resolve("share"));
		// A build that fails leaves the folder of the one before.
		deleteTree(finished);
		Files.move(home, finished);
		deleteTree(parts);
	}

	private boolean isLinux() {
		return platform.startsWith("linux");
	}

	private static String mainJar(Path jars) throws IOException {
		try (Stream<Path> files = Files.list(jars)) {
			return files.map(file -> file.getFileName().toString()).filter(name -> name.startsWith("hashaven-cli-")).findFirst()
					.orElseThrow();
		}
	}

	private void jpackage(Path jars, String mainJar) {
		List<String> arguments = new ArrayList<>(List.of("--type", "app-image", "--name", "haven", "--app-version",
				version.replaceAll("-.*", ""), "--dest", home.getParent().toString(), "--runtime-image",
				parts.resolve("runtime").toString(),
				"--input", jars.toString(), "--main-jar", mainJar, "--main-class", MAIN_CLASS));
		for (String option : launchOptions()) {
			arguments.add("--java-options");
			arguments.add(option);
		}
		if (platform.startsWith("windows")) {
			arguments.add("--win-console");
		}
		tool("jpackage", arguments.toArray(String[]::new));
	}

	private List<String> launchOptions() {
		List<String> options = new ArrayList<>(javaOptions);
		options.add("-XX:AOTCache=$APPDIR/haven.aot");
		if (isLinux()) {
			options.add("-Dhaven.natives=$APPDIR/natives");
		}
		return options;
	}

	/**
	 * Puts a shell script in the place of jpackage's program for Linux, which asks rpm and dpkg, twice, which package it belongs to before
	 * it starts Java: that takes longer than our work.
	 */
	private void replaceLauncher() throws IOException {
		String options = launchOptions().stream().map(option -> "\"" + option.replace("$APPDIR", "$app") + "\"")
				.collect(Collectors.joining(" \\\n\t"));
		String script = Files.readString(launcherTemplate).replace("@OPTIONS@", options).replace("@CLASSPATH@", appClassPath("$app"))
				.replace("@MAIN@", MAIN_CLASS);
		Path launcher = home.resolve("bin/haven");
		Files.writeString(launcher, script);
		Files.setPosixFilePermissions(launcher, PosixFilePermissions.fromString("rwxr-xr-x"));
		Files.delete(home.resolve("lib/libapplauncher.so"));
	}

	/** Runs the real commands once, so that their classes are loaded, linked and profiled in the cache the launcher starts from. */
	private void train() throws IOException, InterruptedException {
		Path cache = app.resolve("haven.aot");
		List<String> options = new ArrayList<>(launchOptions());
		options.replaceAll(option -> option.startsWith("-XX:AOTCache=") ? "-XX:AOTCacheOutput=" + cache : option);
		java(appClassPath(app.toString()), options, TRAINING_CLASS, parts.resolve("training"));
		if (!Files.isRegularFile(cache)) {
			throw new IOException("the training run made no AOT cache");
		}
	}

	private void java(String classPath, List<String> options, String mainClass, Path argument) throws IOException, InterruptedException {
		List<String> command = new ArrayList<>();
		command.add(home.resolve("lib/runtime/bin/java").toString());
		options.stream().map(option -> option.replace("$APPDIR", app.toString())).forEach(command::add);
		command.addAll(List.of("-cp", classPath, mainClass, argument.toString()));
		Path log = parts.resolve("java.log");
		int status = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start().waitFor();
		if (status != 0) {
			throw new IOException(mainClass + " ended with " + status + "\n" + Files.readString(log));
		}
	}

	private static String join(List<Path> classPath) {
		return classPath.stream().map(Path::toString).collect(Collectors.joining(System.getProperty("path.separator")));
	}

	/** The class path as jpackage orders it, which the AOT cache is bound to. */
	private String appClassPath(String folder) throws IOException {
		try (Stream<String> lines = Files.lines(app.resolve("haven.cfg"))) {
			return lines.filter(line -> line.startsWith("app.classpath=")).map(line -> line.replace("app.classpath=$APPDIR", folder))
					.collect(Collectors.joining(System.getProperty("path.separator")));
		}
	}

	private static void tool(String name, String... arguments) {
		PrintWriter err = new PrintWriter(System.err, true);
		int status = ToolProvider.findFirst(name).orElseThrow().run(new PrintWriter(System.out, true), err, arguments);
		if (status != 0) {
			throw new IllegalStateException(name + " ended with " + status);
		}
	}

	private static void deleteTree(Path folder) throws IOException {
		if (Files.exists(folder)) {
			try (Stream<Path> files = Files.walk(folder)) {
				for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
					Files.delete(file);
				}
			}
		}
	}
}
