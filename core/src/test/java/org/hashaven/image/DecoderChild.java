package org.hashaven.image;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hashaven.image.bmp.IcoTest;
import org.hashaven.image.natives.NativeDecoders;
import org.hashaven.image.natives.NativeFolder;
import org.hashaven.testdata.broken.SeedPictures;
import org.jspecify.annotations.Nullable;

/** A JVM that does nothing but decode, in folders of its own that can be looked at afterwards, as the survivor's application starts it. */
public final class DecoderChild {

	static final List<String> GOLDEN = List.of("single.heic", "tile1.heic", "ten-bit.heic", "single.avif", "full-chroma.avif",
			"ten-bit-limited.avif", "grey.avif", "turned-cropped.avif", "grid.avif", "ycck.jpg",
			"cut-out.heic", "cut-out-grid.avif", "cut-out.jp2", "lossy.jp2", "grey.j2k");
	private static final List<String> WRITABLE = List.of("home", "temp", "work");

	private DecoderChild() {
	}

	/** Makes the child's folders, and the one of native libraries where its content is known; null where it is not. */
	public static @Nullable Path prepare(Path folder) throws IOException {
		for (String name : WRITABLE) {
			Files.createDirectories(folder.resolve(name));
		}
		Files.createDirectories(folder.resolve("sound"));
		Path natives = folder.resolve("natives");
		return NativeFolder.run(System.err, natives.toString()) == 0 ? natives : null;
	}

	/** A sound file of every kind, by name. */
	static Map<String, byte[]> soundFiles() {
		Map<String, byte[]> files = new LinkedHashMap<>(SeedPictures.all());
		for (String name : GOLDEN) {
			files.put(name, Pixels.golden(name));
		}
		files.put("bitmap.ico", IcoTest.icon(IcoTest.bitmap(24, 0)));
		files.put("grey-and-alpha.tif", TransparencyTest.tiff(2, 8, 2, 2, 1));
		return files;
	}

	/** The command that starts a main class in the child's folders; arguments may be added. */
	public static List<String> command(Path folder, @Nullable Path natives, String heap, Class<?> main) {
		List<String> command = new ArrayList<>();
		command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
		if (natives != null) {
			command.add("-D" + NativeDecoders.FOLDER_PROPERTY + "=" + natives);
		}
		// The JVM's own performance counters would be a file.
		command.addAll(List.of(heap, "-XX:-UsePerfData", "-XX:+UseSerialGC", "--enable-native-access=ALL-UNNAMED",
				"-Djava.awt.headless=true", "-Duser.home=" + folder.resolve("home"), "-Djava.io.tmpdir=" + folder.resolve("temp")));
		// The child works in another folder, from which relative entries would lead nowhere.
		String classPath = Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
				.map(entry -> new File(entry).getAbsolutePath()).collect(Collectors.joining(File.pathSeparator));
		command.addAll(List.of("-cp", classPath, main.getName()));
		return command;
	}

	/** What is in the child's writable folders, which were empty. */
	public static List<String> leftBehind(Path folder) throws IOException {
		List<String> left = new ArrayList<>();
		for (String name : WRITABLE) {
			try (Stream<Path> found = Files.walk(folder.resolve(name))) {
				found.skip(1).map(path -> folder.relativize(path).toString()).forEach(left::add);
			}
		}
		return left;
	}
}
