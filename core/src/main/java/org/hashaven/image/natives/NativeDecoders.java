package org.hashaven.image.natives;

import java.io.File;
import java.util.List;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avformat;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.ffmpeg.global.swscale;
import org.bytedeco.javacpp.Loader;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.javacpp.PointerPointer;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.global.opencv_imgcodecs;
import org.bytedeco.opencv.opencv_core.ErrorCallback;
import org.hashaven.image.ImageException;
import org.hashaven.image.codec.ImageErrors;
import org.jspecify.annotations.Nullable;

/**
 * Loads the native libraries, each set once and only when a picture or a video needs it, and makes them quiet.
 *
 * <p>
 * With the system property {@value #FOLDER_PROPERTY} the libraries are loaded straight from that folder (see {@link NativeFolder}), which
 * may be read only: nothing is searched, unpacked or written. JavaCPP's own loader is switched off for the whole process then. Without the
 * property JavaCPP unpacks them into its cache below the user's home, which takes seven times as long at every start.
 */
public final class NativeDecoders {

	/** The system property that names their folder. */
	public static final String FOLDER_PROPERTY = "haven.natives";

	/** Loaded in this order: each one finds those it needs among those already there. */
	static final List<String> OPENCV_FILES = List.of("libjnijavacpp.so", "libopencv_core.so.414", "libopencv_imgproc.so.414",
			"libjniopencv_core.so", "libopencv_imgcodecs.so.414", "libjniopencv_imgcodecs.so");
	static final List<String> FFMPEG_FILES = List.of("libjnijavacpp.so", "libdrm.so.2", "libva.so.2", "libva-drm.so.2", "libavutil.so.60",
			"libswresample.so.6", "libavcodec.so.62", "libswscale.so.9", "libjniavutil.so", "libjniavcodec.so", "libjniswscale.so");
	/** After those of FFmpeg's pictures. */
	static final List<String> VIDEO_FILES = List.of("libavformat.so.62", "libjniavformat.so");

	private NativeDecoders() {
	}

	/**
	 * Makes OpenCV ready to decode; the first call loads it.
	 *
	 * @throws ImageException
	 *             {@link ImageException.Reason#UNSUPPORTED} when the native libraries are not there
	 */
	public static void requireOpenCv() throws ImageException {
		require(OpenCv::load);
	}

	/** Makes FFmpeg ready to decode; likewise. */
	static void requireFfmpeg() throws ImageException {
		require(Ffmpeg::load);
	}

	/**
	 * Makes FFmpeg ready to take videos apart and decode them, whatever may have been loaded before; pictures never need this one.
	 *
	 * @return whether the native libraries are there
	 */
	public static boolean loadVideo() {
		try {
			Ffmpeg.load();
			Video.load();
			return true;
		} catch (LinkageError e) {
			return false;
		}
	}

	/** Loads all of them, as far as they are there: for a process that will not be able to open a file any more. */
	public static void loadAll() {
		try {
			OpenCv.load();
		} catch (LinkageError e) {
			// a caller that needs them gets the error again
		}
		loadVideo();
		stopJavaCpp();
	}

	/** Read by JavaCPP at each of its own load calls, which then do nothing. */
	private static void stopJavaCpp() {
		System.setProperty("org.bytedeco.javacpp.loadlibraries", "false");
	}

	private static void require(Runnable load) throws ImageException {
		try {
			load.run();
		} catch (LinkageError e) {
			// The first failure, and every one after it, when the class that loads has failed for good.
			throw ImageErrors.unsupported("The native decoders for this kind of picture cannot be loaded.");
		}
	}

	/** Loading native code is this class's job; the program allows it with {@code --enable-native-access}. */
	@SuppressWarnings("restricted")
	private static void load(List<String> files, Class<?>... mapped) {
		@Nullable
		String folder = System.getProperty(FOLDER_PROPERTY);
		if (folder == null) {
			for (Class<?> each : mapped) {
				Loader.load(each);
			}
			return;
		}
		stopJavaCpp();
		for (String file : files) {
			File library = new File(folder, file);
			// Which libraries a platform needs differs (no quadmath on ARM); one that is missed shows at the next load.
			if (library.exists()) {
				System.load(library.getAbsolutePath());
			}
		}
	}

	/** Loaded when the class is initialised: once, whatever the number of threads. */
	private static final class OpenCv {

		static {
			NativeDecoders.load(OPENCV_FILES, opencv_core.class, opencv_imgcodecs.class);
			// One picture is decoded on one thread; callers run several pictures side by side.
			opencv_core.setNumThreads(1);
			silenceLog();
		}

		static void load() {
			// the static initialiser has done it
		}

		/**
		 * Calls OpenCV's {@code setLogLevel(LOG_LEVEL_SILENT)}, which JavaCPP does not map, through a function pointer whose first argument
		 * is an int too; it ignores the others. Where the symbol has another name (Windows) OpenCV stays as talkative as it is.
		 */
		private static void silenceLog() {
			@Nullable
			String folder = System.getProperty(FOLDER_PROPERTY);
			@Nullable
			String core = folder == null
					? Loader.getLoadedLibraries().get("opencv_core@.414")
					: new File(folder, "libopencv_core.so.414").getAbsolutePath();
			if (core == null) {
				return;
			}
			// Loading keeps symbols private; looking one up by name needs them public.
			Loader.loadGlobal(core);
			@Nullable
			Pointer setLogLevel = Loader.addressof("_ZN2cv5utils7logging11setLogLevelENS1_8LogLevelE");
			if (setLogLevel != null && !setLogLevel.isNull()) {
				// What JavaCPP calls a function pointer is the address of a pair: the function, and the Java object of a callback.
				PointerPointer<Pointer> pair = new PointerPointer<>(setLogLevel, null);
				new ErrorCallback(pair).call(0, null, null, null, 0, null);
			}
		}
	}

	/** Likewise. */
	private static final class Ffmpeg {

		static {
			NativeDecoders.load(FFMPEG_FILES, avutil.class, avcodec.class, swscale.class);
			avutil.av_log_set_level(avutil.AV_LOG_QUIET);
		}

		static void load() {
			// the static initialiser has done it
		}
	}

	/** Likewise; FFmpeg's codecs come first. */
	private static final class Video {

		/** Largest piece of memory that FFmpeg may ask for, whatever a file claims. */
		private static final long MAX_ALLOCATION_BYTES = 512L << 20;

		static {
			NativeDecoders.load(VIDEO_FILES, avformat.class);
			avutil.av_max_alloc(MAX_ALLOCATION_BYTES);
		}

		static void load() {
			// the static initialiser has done it
		}
	}
}
