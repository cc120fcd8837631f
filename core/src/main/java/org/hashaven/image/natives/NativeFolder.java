package org.hashaven.image.natives;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Set;
import org.bytedeco.javacpp.Loader;
import org.jspecify.annotations.Nullable;

/**
 * Fills a folder with the native libraries that decoding needs and nothing else, for an application to ship (see {@link NativeDecoders}).
 * Run by the build, with the platform's jars on the class path.
 *
 * <p>
 * OpenBLAS, 40 MB with its Fortran runtime, is not among them. OpenCV calls it to multiply matrices of at least 100 rows and to solve
 * equations as large, which neither decoding nor the demo does: the copy of OpenCV's core does not ask for it (see {@link ElfLibrary}).
 * Such a call would end the process, and with {@code LD_BIND_NOW} in the environment OpenCV is not loaded.
 */
public final class NativeFolder {

	/** Where the platform's jars keep their libraries. */
	private static final String[] JAR_FOLDERS = {"javacpp", "opencv", "ffmpeg"};

	/** Not needed for decoding: the demo's altered pictures are made with it. */
	private static final String DEMO_FILE = "libjniopencv_imgproc.so";

	/** The only library that asks for OpenBLAS. */
	private static final String OPENBLAS_USER = "libopencv_core.so.414";
	private static final String OPENBLAS = "libopenblas.so.0";

	private NativeFolder() {
	}

	/** Writes the libraries of this platform into the folder that is the only argument. */
	public static void main(String[] args) throws IOException {
		System.exit(run(System.err, args));
	}

	/** The exit status: 0 done, 1 not possible on this platform, 2 wrong use. */
	public static int run(PrintStream err, String... args) throws IOException {
		String platform = Loader.Detector.getPlatform();
		if (args.length != 1) {
			err.println("usage: NativeFolder FOLDER");
			return 2;
		}
		if (!platform.startsWith("linux-")) {
			err.println("The list of native libraries is known for Linux only, not for " + platform + "; start without a folder of them.");
			return 1;
		}
		Set<String> files = new LinkedHashSet<>(NativeDecoders.OPENCV_FILES);
		files.addAll(NativeDecoders.FFMPEG_FILES);
		files.addAll(NativeDecoders.VIDEO_FILES);
		files.add(DEMO_FILE);
		Path folder = Files.createDirectories(Path.of(args[0]));
		for (String file : files) {
			copy(platform, file, folder);
		}
		Files.writeString(folder.resolve("NOTICE"), OPENBLAS_USER + " is OpenCV's, changed: it does not depend on " + OPENBLAS + ".\n");
		return 0;
	}

	/** Which libraries a platform's jars hold differs: what is not there is not needed there. */
	private static void copy(String platform, String file, Path folder) throws IOException {
		for (String jarFolder : JAR_FOLDERS) {
			String resource = "/org/bytedeco/" + jarFolder + "/" + platform + "/" + file;
			try (@Nullable
			InputStream in = NativeFolder.class.getResourceAsStream(resource)) {
				if (in != null) {
					byte[] library = in.readAllBytes();
					Files.write(folder.resolve(file),
							file.equals(OPENBLAS_USER) ? ElfLibrary.withoutDependency(library, OPENBLAS) : library);
					return;
				}
			}
		}
	}
}
