import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The build of the application folder: own Java, jars, native decoders, AOT caches, launcher, man pages, completion.
 *
 * <pre>
 *   haven/bin/haven             launcher: a shell script on Linux, jpackage's program elsewhere
 *   haven/lib/runtime           Java, trimmed by jlink to the modules in use
 *   haven/lib/app/*.jar         ours and our dependencies'
 *   haven/lib/app/server        the service's jars, on the class path of "haven serve" alone (Linux)
 *   haven/lib/app/natives       decoders, already extracted: nothing is written at run time
 *   haven/lib/app/*.aot         AOT caches made by training runs: hash, index, worker
 *   haven/share                 man pages, shell completion
 * </pre>
 *
 * Arguments: the module's build folder, version, native platform, main jar, class path of the others, launcher template, then the
 * launcher's Java options, in which {@code $APPDIR} stands for the folder of the jars.
 */
final class BuildApplication {

	private static final String MAIN_CLASS = "org.hashaven.cli.Haven";
	private static final String TRAINING_CLASS = "org.hashaven.cli.AotTraining";
	private static final String GUIDES_CLASS = "org.hashaven.cli.DocGenerator";
	private static final String NATIVES_CLASS = "org.hashaven.image.natives.NativeFolder";

	/** The training runs, in this order. The launcher knows which commands start from which cache; jpackage's programs use the last. */
	private static final List<String> CACHES = List.of("index", "worker", "hash");

	/**
	 * What a training run notes of methods that ran often stays out of the caches: start-up is over before it would pay, and reading it
	 * takes a tenth of the time of a short command.
	 */
	private static final List<String> NO_PROFILES = List.of("-XX:+UnlockDiagnosticVMOptions", "-XX:-AOTRecordTraining");

	/** The JDK's base, Lucene's logging and look at the JVM's options, Unsafe for the libraries that still use it, JDBC for the service. */
	private static final String MODULES = "java.base,java.logging,java.management,java.net.http,java.sql,jdk.management,jdk.unsupported";

	/** How the names of the service's jars begin: its own and its libraries'. */
	private static final List<String> SERVER_JARS = List.of("hashaven-server-", "helidon-", "sqlite-jdbc-", "commons-fileupload2-",
			"commons-io-", "jackson-databind-", "jackson-annotations-", "micrometer-", "prometheus-metrics-");

	/** Where the SQLite jar has its native libraries, for 25 platforms: most of it. */
	private static final String SQLITE_NATIVES = "org/sqlite/native/";

	/** OpenCV's own Java classes, and JavaCPP's for those of its modules whose libraries the program does not have. */
	private static final Pattern UNUSED = Pattern
			.compile("org/opencv/.*|org/bytedeco/opencv/opencv_(?!core|imgproc|imgcodecs).*|" + SQLITE_NATIVES + ".*");

	private final Path parts;
	private final Path finished;
	private final Layout layout;
	private final String version;
	private final String platform;
	private final List<Path> classPath;
	private final Path launcherTemplate;
	private final List<String> javaOptions;

	private BuildApplication(String[] args) {
		Path target = Path.of(args[0]).toAbsolutePath();
		version = args[1];
		platform = args[2];
		classPath = Stream.concat(Stream.of(args[3]), Stream.of(args[4].split(File.pathSeparator))).map(Path::of)
				.filter(Files::isRegularFile)
				.toList();
		launcherTemplate = Path.of(args[5]);
		javaOptions = new ArrayList<>(List.of(args).subList(6, args.length));
		if (isLinux()) {
			javaOptions.add("-Dhaven.natives=$APPDIR/natives");
		}
		parts = target.resolve("haven-parts");
		layout = Layout.of(platform, parts.resolve("image"));
		finished = target.resolve(layout.root().getFileName());
	}

	public static void main(String[] args) throws IOException, InterruptedException {
		new BuildApplication(args).build();
	}

	private void build() throws IOException, InterruptedException {
		deleteTree(parts);
		Path jars = copyJars();
		Path runtime = parts.resolve("runtime");
		tool("jlink", "--add-modules", MODULES, "--strip-debug", "--no-header-files", "--no-man-pages",
				"--compress", "zip-9", "--output", runtime.toString());
		jpackage(jars, runtime);
		Files.writeString(layout.app().resolve("logging.properties"), "# Libraries do not talk to the user.\nhandlers=\n");
		if (isLinux()) {
			SymbolTable.drop(layout.java().resolveSibling("../lib/server/libjvm.so"));
			java(join(classPath), List.of(), NATIVES_CLASS, layout.app().resolve("natives").toString());
			copyServerJars();
			replaceLauncher();
		}
		train("files", List.of());
		for (String cache : CACHES) {
			makeCache(cache);
		}
		java(appClassPath(layout.app().toString()), javaOptions, GUIDES_CLASS, layout.share().toString());
		// A build that fails leaves the folder of the one before.
		deleteTree(finished);
		Files.move(layout.root(), finished);
		deleteTree(parts);
	}

	private boolean isLinux() {
		return platform.startsWith("linux");
	}

	/**
	 * On Linux without the jars of native libraries, which are there as files; elsewhere JavaCPP takes them out of the jars when it starts.
	 */
	private Path copyJars() throws IOException {
		Path jars = Files.createDirectories(parts.resolve("jars"));
		SmallClasses classes = new SmallClasses(classPath, UNUSED);
		for (Path jar : classPath) {
			String name = jar.getFileName().toString();
			if ((!isLinux() || !name.endsWith(platform + ".jar")) && !isOfServer(name)) {
				classes.copy(jar, jars.resolve(name));
			}
		}
		return jars;
	}

	private static boolean isOfServer(String jar) {
		return SERVER_JARS.stream().anyMatch(jar::startsWith);
	}

	/**
	 * The service's jars in a folder of their own. SQLite's native library is there as a file, and in no jar: nothing is extracted at run
	 * time.
	 */
	private void copyServerJars() throws IOException {
		Path server = Files.createDirectories(layout.app().resolve("server"));
		SmallClasses classes = new SmallClasses(classPath, UNUSED);
		for (Path jar : classPath) {
			String name = jar.getFileName().toString();
			if (isOfServer(name)) {
				classes.copy(jar, server.resolve(name));
			}
			if (name.startsWith("sqlite-jdbc-")) {
				String library = SQLITE_NATIVES + "Linux/" + (platform.endsWith("arm64") ? "aarch64" : "x86_64") + "/libsqlitejdbc.so";
				try (JarFile file = new JarFile(jar.toFile())) {
					Files.copy(file.getInputStream(file.getJarEntry(library)), server.resolve("libsqlitejdbc.so"));
				}
			}
		}
		Files.writeString(server.resolve("logging.properties"), """
				# Warnings and errors go to stderr. Libraries are not asked for details: they would log URLs, which may hold a hash.
				handlers=java.util.logging.ConsoleHandler
				.level=WARNING
				org.hashaven.level=INFO
				java.util.logging.SimpleFormatter.format=%1$tFT%1$tT.%1$tL%1$tz %4$s %5$s%n
				""");
	}

	private void jpackage(Path jars, Path runtime) {
		List<String> arguments = new ArrayList<>(List.of("--type", "app-image", "--name", "haven", "--app-version",
				version.replaceAll("-.*", ""), "--dest", parts.resolve("image").toString(), "--runtime-image", runtime.toString(),
				"--input",
				jars.toString(), "--main-jar", classPath.getFirst().getFileName().toString(), "--main-class", MAIN_CLASS));
		Stream.concat(javaOptions.stream(), Stream.of("-XX:AOTCache=$APPDIR/" + CACHES.getLast() + ".aot"))
				.forEach(option -> arguments.addAll(List.of("--java-options", option)));
		if (platform.startsWith("windows")) {
			arguments.add("--win-console");
		}
		tool("jpackage", arguments.toArray(String[]::new));
	}

	/**
	 * Puts a shell script in the place of jpackage's program for Linux, which asks rpm and dpkg, twice, which package it belongs to before
	 * it starts Java: that takes longer than our work.
	 */
	private void replaceLauncher() throws IOException {
		String options = javaOptions.stream().map(option -> "\"" + option.replace("$APPDIR", "$app") + "\"")
				.collect(Collectors.joining(" \\\n\t"));
		String script = Files.readString(launcherTemplate).replace("@OPTIONS@", options).replace("@CLASSPATH@", appClassPath("$app"))
				.replace("@MAIN@", MAIN_CLASS);
		Path launcher = layout.root().resolve("bin/haven");
		Files.writeString(launcher, script);
		Files.setPosixFilePermissions(launcher, PosixFilePermissions.fromString("rwxr-xr-x"));
		Files.delete(layout.root().resolve("lib/libapplauncher.so"));
	}

	/** Runs the real commands once, so that their classes are loaded and linked in the cache the launcher starts from. */
	private void makeCache(String name) throws IOException, InterruptedException {
		Path cache = layout.app().resolve(name + ".aot");
		train(name, Stream.concat(NO_PROFILES.stream(), Stream.of("-XX:AOTCacheOutput=" + cache)).toList());
		if (!Files.isRegularFile(cache)) {
			throw new IOException("the training run made no AOT cache");
		}
	}

	private void train(String run, List<String> moreOptions) throws IOException, InterruptedException {
		java(appClassPath(layout.app().toString()), Stream.concat(javaOptions.stream(), moreOptions.stream()).toList(), TRAINING_CLASS, run,
				parts.resolve("training").toString());
	}

	private void java(String jars, List<String> options, String mainClass, String... arguments) throws IOException, InterruptedException {
		List<String> command = new ArrayList<>();
		command.add(layout.java().toString());
		options.stream().map(option -> option.replace("$APPDIR", layout.app().toString())).forEach(command::add);
		command.addAll(List.of("-cp", jars, mainClass));
		command.addAll(List.of(arguments));
		Path log = parts.resolve("java.log");
		int status = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start().waitFor();
		if (status != 0) {
			throw new IOException(mainClass + " ended with " + status + "\n" + Files.readString(log));
		}
	}

	private static String join(List<Path> jars) {
		return jars.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
	}

	/** The class path as jpackage orders it, which the AOT caches are bound to. */
	private String appClassPath(String folder) throws IOException {
		try (Stream<String> lines = Files.lines(layout.app().resolve("haven.cfg"))) {
			return lines.filter(line -> line.startsWith("app.classpath=")).map(line -> line.replace("app.classpath=$APPDIR", folder))
					.collect(Collectors.joining(File.pathSeparator));
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
