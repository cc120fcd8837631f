package org.hashaven.benchmarks.rivals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.lucene.util.Version;
import org.hashaven.testdata.hashes.HashPopulation;

/**
 * This library, Faiss and Lucene's own graph on the same hashes and queries, in one run on one machine: each builds its index, then they
 * answer in turn, so that whatever else the machine does hits all alike. Every answer is compared row by row; the program stops at the
 * first that is wrong.
 *
 * <pre>
 * SideBySide [RECORDS [KIND [FOLDER]]]        100000 UNIFORM; FOLDER gets rivals-KIND-RECORDS.csv (raw) and .txt (the table)
 * </pre>
 *
 * It needs Debian's {@code python3-faiss}, or a Python with another build of Faiss named by {@code -Drivals.python=}; in the temporary
 * folder room for 300 bytes a record; and memory, of which Faiss's tables take up to 1,100 bytes a record. {@code -Drivals.without=} names
 * rivals to leave out, commas between; {@code lucene-hnsw} takes minutes to build at a million.
 */
public final class SideBySide {

	// Beyond these a rival needs more than 24 GB, or many minutes to build.
	private static final int MAX_MULTI_HASH = 15_000_000;
	private static final int MAX_HNSW = 2_000_000;

	/** The system property with names of rivals to leave out, commas between: {@value}. */
	private static final String WITHOUT = "rivals.without";

	private static final String FILES_HEAP = "-Xmx5g"; // 32 bytes a hash

	private final HashPopulation.Kind kind;
	private final int records;
	private final Figures figures;
	private final List<Rival> rivals = new ArrayList<>();
	private final List<String> report = new ArrayList<>();

	private SideBySide(HashPopulation.Kind kind, int records) {
		this.kind = kind;
		this.records = records;
		this.figures = new Figures(kind, records);
	}

	/** See the class. */
	public static void main(String[] args) throws IOException, InterruptedException {
		Locale.setDefault(Locale.ROOT); // of the numbers said
		HashPopulation.Kind kind = HashPopulation.Kind.valueOf(args.length > 1 ? args[1] : "UNIFORM");
		SideBySide run = new SideBySide(kind, args.length > 0 ? Integer.parseInt(args[0]) : 100_000);
		Path temporary = Files.createTempDirectory("rivals");
		try {
			run.run(temporary);
			if (args.length > 2) {
				run.write(Path.of(args[2]));
			}
		} finally {
			delete(temporary);
		}
	}

	private void run(Path folder) throws IOException, InterruptedException {
		HashFiles files = new HashFiles(folder);
		make(folder);
		HashFile hashes = new HashFile(files.hashes());
		HashFile queries = new HashFile(files.queries());
		try (FaissProcess faiss = new FaissProcess(files)) {
			say("%,d records, %s; %s; Java %s; Lucene %s; %s".formatted(records, kind, processor(), Runtime.version(), Version.LATEST,
					faiss.version()));
			try {
				take(new HashavenRival(folder.resolve("hashaven"), hashes, queries), Integer.MAX_VALUE);
				take(new FaissRival(faiss, "flat", records), Integer.MAX_VALUE);
				take(new FaissRival(faiss, "multihash-16x16-1", records), MAX_MULTI_HASH);
				take(new FaissRival(faiss, "multihash-11x23-2", records), MAX_MULTI_HASH);
				take(new HnswRival(folder.resolve("hnsw"), hashes, queries), MAX_HNSW);
				measure(new Comparison(hashes, queries, files.readPlanted()));
			} finally {
				for (Rival rival : rivals) {
					rival.close();
				}
			}
		}
	}

	/** Lets a rival take part, unless it is asked not to, or cannot at this size. */
	private void take(Rival rival, int mostRecords) throws IOException {
		boolean unwanted = List.of(System.getProperty(WITHOUT, "").split(",", -1)).contains(rival.name());
		if (unwanted || records > mostRecords) {
			say("without " + rival.name() + (unwanted ? ", as asked" : ": it needs more than 24 GB, or too long to build"));
			rival.close();
		} else {
			rivals.add(rival);
		}
	}

	private void measure(Comparison comparison) throws IOException {
		for (Rival rival : rivals) {
			rival.build(figures);
			System.out.printf("%s: built in %.1f s%n", rival.name(), figures.get(rival.name(), Figures.BUILD_SECONDS));
		}
		new Rounds(rivals, comparison, figures).run();
		new Table(figures).lines(rivals.stream().map(Rival::name).toList()).forEach(this::say);
	}

	/** Makes the files in a process of its own, whose memory is free again afterwards. */
	private void make(Path folder) throws IOException, InterruptedException {
		Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), FILES_HEAP, "-cp",
				System.getProperty("java.class.path"), HashFiles.class.getName(), folder.toString(), Integer.toString(records), kind.name(),
				Integer.toString(Rounds.QUERIES)).inheritIO().start();
		if (process.waitFor() != 0) {
			throw new IOException("the files of hashes could not be made");
		}
	}

	private static String processor() throws IOException {
		Path cpus = Path.of("/proc/cpuinfo");
		String model = Files.isReadable(cpus)
				? Files.readAllLines(cpus).stream().filter(line -> line.startsWith("model name")).findFirst().orElse("")
						.replaceFirst(".*: ", "")
				: System.getProperty("os.arch");
		return Runtime.getRuntime().availableProcessors() + " cores " + model;
	}

	private void say(String line) {
		report.add(line);
		System.out.println(line);
	}

	private void write(Path folder) throws IOException {
		String name = "rivals-" + kind.name().toLowerCase(Locale.ROOT) + "-" + records;
		Files.createDirectories(folder);
		Files.write(folder.resolve(name + ".csv"), figures.lines(), StandardCharsets.UTF_8);
		List<String> lines = new ArrayList<>(
				List.of("# mvn -Pbench -pl benchmarks -am -DskipTests verify -Dbench.main=" + SideBySide.class.getName()
						+ " -Dbench.args=\"" + records + " " + kind + "\""));
		lines.addAll(report);
		Files.write(folder.resolve(name + ".txt"), lines, StandardCharsets.UTF_8);
	}

	private static void delete(Path folder) throws IOException {
		try (Stream<Path> files = Files.walk(folder)) {
			for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
				Files.delete(file);
			}
		}
	}
}
