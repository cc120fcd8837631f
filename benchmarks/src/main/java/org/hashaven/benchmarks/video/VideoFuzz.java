package org.hashaven.benchmarks.video;

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
import java.util.stream.Stream;
import org.hashaven.benchmarks.proof.Child;
import org.hashaven.benchmarks.proof.Scratch;
import org.hashaven.benchmarks.search.Answers;
import org.hashaven.testdata.Seeds;
import org.hashaven.testdata.broken.WatchedChildren;
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
	private static final List<String> WRITABLE = List.of("home", "temp", "work");

	private final Path folder;
	private final List<Path> corpus = new ArrayList<>();
	private final List<String> names = new ArrayList<>();
	private final Map<String, Long> outcomes = new TreeMap<>();
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
		WatchedChildren children = new WatchedChildren(MAX_MS, folder.resolve("err"), file -> name(file, seed), this::hears);
		try (ServerSocket host = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
			Thread.ofVirtual().start(() -> count(host, connections));
			prepare(every, "http://127.0.0.1:" + host.getLocalPort());
			long files = corpus.size() + (long) mutated;
			children.run(files, from -> child(from, files, seed));
		}
		List<String> left = leftBehind();
		List<String> chatter = Files.readAllLines(folder.resolve("err"), StandardCharsets.UTF_8);
		children.faults().forEach(System.out::println);
		Answers.require(children.faults().isEmpty(), children.faults().size() + " faults");
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

	/** A child that goes on from a file. */
	private ProcessBuilder child(long from, long to, long seed) {
		List<String> jvm = List.of("-Xmx256m", "-XX:-UsePerfData", "-XX:+UseSerialGC", "-Duser.home=" + folder.resolve("home"),
				"-Djava.io.tmpdir=" + folder.resolve("temp"),
				"-Dorg.bytedeco.javacpp.cachedir=" + Path.of(System.getProperty("user.home"), ".javacpp", "cache"));
		List<String> arguments = List.of(folder.toString(), "" + seed, "" + from, "" + to);
		return new ProcessBuilder(Child.command(VideoFuzzChild.class, jvm, arguments));
	}

	private String name(long file, long seed) {
		return file < corpus.size() ? names.get((int) file) : "mutation " + (seed + file);
	}

	private boolean hears(String word, String rest) {
		switch (word) {
			case "outcome" -> outcomes.merge(rest, 1L, Long::sum);
			case "slowest" -> slowest = rest;
			default -> {
				return false;
			}
		}
		return true;
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
