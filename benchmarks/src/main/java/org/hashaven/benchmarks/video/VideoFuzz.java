package org.hashaven.benchmarks.video;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.hashaven.benchmarks.proof.Child;
import org.hashaven.benchmarks.proof.Scratch;
import org.hashaven.benchmarks.search.Answers;
import org.hashaven.testdata.Seeds;
import org.hashaven.testdata.videos.broken.BrokenVideo;
import org.hashaven.testdata.videos.broken.BrokenVideos;
import org.hashaven.testdata.videos.broken.Playlists;
import org.hashaven.testdata.videos.broken.SeedVideos;

/**
 * Hands broken and mutated videos to the hasher in a JVM of its own, and watches it from outside: a codec that crashes or hangs takes only
 * that JVM down, the file is named, and the run goes on behind it. Fails at any crash, any file that takes more than ten seconds, any
 * exception that is not the hasher's own with one plain line, any file that must be refused and is not, any word of a codec, any connection
 * to a host that a file names, and any file left behind.
 *
 * <pre>
 * VideoFuzz [mutated [seed [every]]]          5000 fresh 1
 * </pre>
 *
 * Of the fixed list of broken videos one in {@code every} is tried.
 */
public final class VideoFuzz {

	private static final long MAX_MS = 10_000;
	private static final int MAX_FAULTS = 20;
	private static final List<String> WRITABLE = List.of("home", "temp", "work");

	private final Path folder;
	private final List<Path> corpus = new ArrayList<>();
	private final List<String> names = new ArrayList<>();
	private final Map<String, Long> outcomes = new TreeMap<>();
	private final List<String> faults = new ArrayList<>();
	private String slowest = "";

	private VideoFuzz(Path folder) {
		this.folder = folder;
	}

	/** See the class. */
	public static void main(String[] args) throws IOException, InterruptedException {
		int mutated = args.length > 0 ? Integer.parseInt(args[0]) : 5_000;
		long seed = args.length > 1 ? Long.parseLong(args[1]) : Seeds.next();
		int every = args.length > 2 ? Integer.parseInt(args[2]) : 1;
		System.out.println(mutated + " mutated files, seed " + seed);
		try (Scratch scratch = new Scratch("video-fuzz")) {
			System.out.println(run(scratch.resolve("run"), mutated, seed, every));
		}
	}

	/**
	 * The whole run.
	 *
	 * @return what came of the files
	 * @throws IllegalStateException
	 *             when anything is wrong
	 */
	static String run(Path folder, int mutated, long seed, int every) throws IOException, InterruptedException {
		return new VideoFuzz(folder).run(mutated, seed, every);
	}

	private String run(int mutated, long seed, int every) throws IOException, InterruptedException {
		AtomicInteger connections = new AtomicInteger();
		try (ServerSocket host = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
			Thread.ofVirtual().start(() -> count(host, connections));
			prepare(every, "http://127.0.0.1:" + host.getLocalPort());
			long files = corpus.size() + (long) mutated;
			long next = 0;
			while (next < files && faults.size() < MAX_FAULTS) {
				next = runChild(next, files, seed);
			}
		}
		List<String> left = leftBehind();
		List<String> chatter = Files.readAllLines(folder.resolve("err"), StandardCharsets.UTF_8);
		faults.forEach(System.out::println);
		Answers.require(faults.isEmpty(), faults.size() + " faults");
		Answers.require(connections.get() == 0, "a file made it connect to a host");
		Answers.require(left.isEmpty(), "left behind: " + left);
		Answers.require(chatter.isEmpty(), "a codec speaks: " + chatter.stream().limit(3).toList());
		return corpus.size() + " broken files and " + mutated + " mutated ones: " + outcomes + "; slowest " + slowest;
	}

	private static void count(ServerSocket host, AtomicInteger connections) {
		try {
			while (true) {
				host.accept().close();
				connections.incrementAndGet();
			}
		} catch (IOException e) {
			// The run is over.
		}
	}

	/** Fills the folders the child reads from, and makes those that it must leave empty. */
	private void prepare(int every, String host) throws IOException {
		for (String name : WRITABLE) {
			Files.createDirectories(folder.resolve(name));
		}
		Path sound = Files.createDirectories(folder.resolve("sound"));
		for (Map.Entry<String, byte[]> seed : SeedVideos.all().entrySet()) {
			Files.write(sound.resolve(seed.getKey()), seed.getValue());
		}
		Path broken = Files.createDirectories(folder.resolve("broken"));
		Path decoy = Files.write(broken.resolve("decoy.mp4"), Files.readAllBytes(sound.resolve("h264.mp4")));
		List<BrokenVideo> all = new ArrayList<>(Playlists.pointingTo(decoy, host));
		all.addAll(BrokenVideos.all());
		for (int i = 0; i < all.size(); i += every) {
			BrokenVideo each = all.get(i);
			corpus.add(Files.write(broken.resolve(i + "-" + each.verdict() + each.extension()), each.bytes()));
			names.add(each.name());
		}
		Files.write(folder.resolve("list"), corpus.stream().map(Path::toString).toList());
	}

	/** Runs a child from one file on; returns the file to go on with, behind the one it died of. */
	private long runChild(long from, long to, long seed) throws IOException, InterruptedException {
		List<String> jvm = List.of("-Xmx256m", "-XX:-UsePerfData", "-XX:+UseSerialGC", "-Duser.home=" + folder.resolve("home"),
				"-Djava.io.tmpdir=" + folder.resolve("temp"),
				"-Dorg.bytedeco.javacpp.cachedir=" + Path.of(System.getProperty("user.home"), ".javacpp", "cache"));
		List<String> arguments = List.of(folder.toString(), "" + seed, "" + from, "" + to);
		Process child = new ProcessBuilder(Child.command(VideoFuzzChild.class, jvm, arguments))
				.redirectError(ProcessBuilder.Redirect.appendTo(folder.resolve("err").toFile())).start();
		AtomicLong current = new AtomicLong(from);
		AtomicLong since = new AtomicLong(System.nanoTime());
		Thread reader = Thread.ofVirtual().start(() -> read(child, current, since, seed));
		boolean hung = false;
		while (child.isAlive() && !hung) {
			Thread.sleep(20);
			hung = (System.nanoTime() - since.get()) / 1_000_000 > MAX_MS;
		}
		if (hung) {
			child.destroyForcibly();
		}
		int status = child.waitFor();
		reader.join();
		if (!hung && status == 0) {
			return to;
		}
		faults.add((hung ? "hangs on " : "dies with " + status + " on ") + name(current.get(), seed));
		return current.get() + 1;
	}

	private String name(long file, long seed) {
		return file < corpus.size() ? names.get((int) file) : "mutation " + (seed + file);
	}

	private void read(Process child, AtomicLong current, AtomicLong since, long seed) {
		try (BufferedReader lines = child.inputReader(StandardCharsets.UTF_8)) {
			for (String line = lines.readLine(); line != null; line = lines.readLine()) {
				String[] words = line.split(" ", 2);
				switch (words[0]) {
					case "file" -> {
						current.set(Long.parseLong(words[1]));
						since.set(System.nanoTime());
					}
					case "outcome" -> outcomes.merge(words[1], 1L, Long::sum);
					case "slowest" -> slowest = words[1];
					case "fault" -> {
						String[] fault = words[1].split(" ", 2);
						faults.add(name(Long.parseLong(fault[0]), seed) + ": " + fault[1]);
					}
					default -> faults.add("child says: " + line);
				}
			}
		} catch (IOException e) {
			// The child was stopped while it wrote.
		}
	}

	private List<String> leftBehind() throws IOException {
		List<String> left = new ArrayList<>();
		for (String name : WRITABLE) {
			try (Stream<Path> found = Files.walk(folder.resolve(name))) {
				found.skip(1).map(path -> folder.relativize(path).toString()).forEach(left::add);
			}
		}
		return left;
	}
}
