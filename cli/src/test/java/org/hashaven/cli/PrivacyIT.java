package org.hashaven.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.hashaven.samples.distortions.Encoded;
import org.hashaven.samples.pictures.Picture;
import org.hashaven.samples.pictures.PictureGenerator;
import org.hashaven.samples.videos.VideoSample;
import org.hashaven.samples.videos.VideoSamples;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Hashing opens no network connection, writes no copy of a picture, and leaves nothing on the disk.
 *
 * <p>
 * The listing of folders before and after is always made. The system calls are watched where {@code strace} may be used, and the run
 * without network on a read-only file system is made where name spaces may be used; each test prints whether it was.
 */
class PrivacyIT {

	private static final Pattern WRITING_CALL = Pattern.compile("(?:open(?:at2?)?\\(.*(?:O_CREAT|O_WRONLY|O_RDWR|O_TRUNC|O_TMPFILE)"
			+ "|(?:creat|mkdir|rename|link|symlink|mknod|truncate|memfd_create)\\w*\\().*");

	/** The JVM's own: its terminal, nothing, and which pages a crash would dump. */
	private static final Pattern HARMLESS_FILE = Pattern.compile(".*\"/(?:dev/(?:null|tty)|proc/self/[a-z_]+)\".*");

	/** The C library looks the user up by a local socket, when the JVM starts; that is no network. */
	private static final Pattern LOCAL_SOCKET = Pattern.compile(".*(?:AF_UNIX|/run/nscd/socket).*");

	/** Core's golden files, for the formats nothing here can write. */
	private static final Path GOLDEN = Path.of("../core/src/test/resources/org/hashaven/image/golden");
	private static final List<String> HEIF = List.of("single.heic", "single.avif");

	private static final List<String> VIDEOS = List.of("mp4-h264", "webm-vp8", "avi-mpeg4");

	@TempDir
	private Path folder;
	private Path album;
	private Path home;
	private Path temporary;

	@BeforeEach
	void drawPictures() throws IOException {
		album = Files.createDirectory(folder.resolve("album"));
		home = Files.createDirectory(folder.resolve("home"));
		temporary = Files.createDirectory(folder.resolve("tmp"));
		Picture picture = PictureGenerator.photo(1, 320, 240);
		for (Encoded.Format format : Encoded.Format.values()) {
			Files.write(album.resolve("picture" + format.extension()), Encoded.encode(picture, format));
		}
		for (String name : HEIF) {
			Files.copy(GOLDEN.resolve(name), album.resolve(name));
		}
		Files.write(album.resolve("broken.jpg"), new byte[100]);
		for (String video : VIDEOS) {
			VideoSample sample = VideoSamples.named(video);
			Files.copy(sample.file(), album.resolve(sample.file().getFileName()));
		}
		// What would make a player open another file or a host.
		Files.writeString(album.resolve("list.mp4"), "#EXTM3U\n#EXTINF:1,\nhttp://127.0.0.1:9/secret.mp4\n");
	}

	private Program program() {
		return new Program(folder).with("HOME", home.toString()).with("TMPDIR", temporary.toString()).with("HAVEN_JAVA_OPTIONS",
				"-Djava.io.tmpdir=" + temporary);
	}

	private static void assertHashed(Program.Result result) {
		assertThat(result.lines().size()).as(result.err())
				.isGreaterThanOrEqualTo(1 + Encoded.Format.values().length + HEIF.size() + 2 * VIDEOS.size());
		assertThat(result.err().lines()).hasSize(2);
		assertThat(result.status()).as(result.err()).isEqualTo(1);
	}

	@Test
	void nothingIsLeftOnTheDisk() throws IOException {
		Path application = Path.of(Program.file(), "../..").normalize();
		Map<Path, String> before = listing(folder);
		before.putAll(listing(application));
		assertHashed(program().run("hash", "--md5", "--format", "csv", "album"));
		Map<Path, String> after = listing(folder);
		after.putAll(listing(application));
		assertThat(after).isEqualTo(before);
		System.out.println("privacy: listing of home, temporary, working and application folder before and after: done");
	}

	@Test
	void noNetworkSocketIsOpenedAndNoFileIsWritten() throws IOException, InterruptedException {
		Path trace = folder.resolve("trace");
		if (!works("strace", "-f", "-o", trace.toString(), "true")) {
			System.out.println("privacy: system calls: NOT watched, strace is not there or not permitted");
			return;
		}
		assertHashed(program().startedBy("strace", "-f", "-o", trace.toString()).run("hash", "--md5", "--format", "csv", "album"));
		try (Stream<String> lines = Files.lines(trace)) {
			assertThat(lines.filter(PrivacyIT::isSuspicious)).isEmpty();
		}
		System.out.println("privacy: system calls watched with strace: no network socket, no file opened for writing");
	}

	/** The JDK probes for a network when the index's files are first opened; the kernel refuses. */
	@Test
	void match_noNetworkSocketIsOpened() throws IOException, InterruptedException {
		Path trace = folder.resolve("trace");
		String[] strace = {"strace", "-f", "-e", "trace=socket,connect,seccomp", "-o", trace.toString()};
		if (!works(Stream.concat(Stream.of(strace), Stream.of("true")).toArray(String[]::new))) {
			System.out.println("privacy: sockets of match: NOT watched, strace is not there or not permitted");
			return;
		}
		program().run("index", "create", "index");
		Program.Result result = program().startedBy(strace).run("match", "index", "album");
		assertThat(result.status()).as(result.err()).isEqualTo(3);
		List<String> calls = Files.readAllLines(trace);
		if (calls.stream().anyMatch(call -> call.contains("seccomp(") && call.endsWith("= 0"))) {
			assertThat(calls).anyMatch(call -> call.contains("AF_INET"))
					.noneMatch(call -> call.contains("AF_INET") && !call.contains("= -1 EPERM"));
			System.out.println("privacy: sockets of match watched with strace: none was opened");
		}
	}

	private static boolean isSuspicious(String call) {
		boolean network = (call.contains(" socket(") || call.contains(" connect(")) && !LOCAL_SOCKET.matcher(call).matches();
		String name = call.replaceFirst("^\\d+ +", "");
		boolean writing = WRITING_CALL.matcher(name).matches() && !HARMLESS_FILE.matcher(name).matches();
		return network || writing;
	}

	@Test
	void itWorksWithoutNetworkOnAReadOnlyDisk() throws IOException, InterruptedException {
		String readOnly = "for m in $(cut -d' ' -f2 /proc/self/mounts); do mount -o remount,bind,ro \"$m\" 2>/dev/null; done; "
				+ "if touch probe 2>/dev/null; then echo writable >&2; exit 99; fi; ";
		String[] nameSpaces = {"unshare", "--map-root-user", "--net", "--mount", "sh", "-c"};
		if (!works(Stream.concat(Stream.of(nameSpaces), Stream.of(readOnly + "true")).toArray(String[]::new))) {
			System.out.println("privacy: run without network on a read-only disk: NOT made, name spaces are not permitted here");
			return;
		}
		Program program = program().startedBy(nameSpaces).startedBy(readOnly + "exec \"$0\" \"$@\"");
		assertHashed(program.run("hash", "--md5", "--format", "csv", "album"));
		System.out.println("privacy: run without network on a read-only disk: done");
	}

	private boolean works(String... command) throws InterruptedException {
		try {
			return new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true)
					.redirectOutput(ProcessBuilder.Redirect.DISCARD).start().waitFor() == 0;
		} catch (IOException e) {
			return false;
		}
	}

	private static Map<Path, String> listing(Path root) throws IOException {
		Map<Path, String> listing = new TreeMap<>();
		try (Stream<Path> files = Files.walk(root)) {
			for (Path file : files.toList()) {
				listing.put(file, Files.size(file) + " bytes, " + Files.getLastModifiedTime(file));
			}
		}
		return listing;
	}
}
