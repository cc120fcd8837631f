package org.hashaven.samples.videos;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVRational;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avformat;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.ffmpeg.global.swscale;
import org.bytedeco.javacpp.Loader;
import org.jspecify.annotations.Nullable;

/** Loads FFmpeg, quiet, and turns its error codes into exceptions. */
final class Ffmpeg {

	/** "Nothing now, hand in more first": POSIX's EAGAIN, negative. */
	static final int AGAIN;
	private static final int MESSAGE_BYTES = 128;

	static {
		Loader.load(avformat.class);
		Loader.load(avcodec.class);
		Loader.load(swscale.class);
		avutil.av_log_set_level(avutil.AV_LOG_QUIET);
		AGAIN = avutil.AVERROR_EAGAIN();
	}

	private Ffmpeg() {
	}

	static void load() {
		// the static initialiser has done it
	}

	/** Passes a result that is no error. */
	static int check(int result, String doing) throws IOException {
		if (result < 0) {
			byte[] message = new byte[MESSAGE_BYTES];
			avutil.av_strerror(result, message, message.length);
			throw new IOException(doing + ": " + new String(message, StandardCharsets.UTF_8).replace("\0", ""));
		}
		return result;
	}

	/** Passes what was made; FFmpeg makes nothing when there is no memory or the kind is unknown. */
	static <T> T made(@Nullable T pointer, String what) throws IOException {
		if (pointer == null) {
			throw new IOException("FFmpeg has no " + what);
		}
		return pointer;
	}

	/** Options to be freed by who asked for them. */
	static AVDictionary options(Map<String, String> options) {
		AVDictionary dictionary = new AVDictionary(null);
		options.forEach((name, value) -> avutil.av_dict_set(dictionary, name, value, 0));
		return dictionary;
	}

	static AVRational rational(int numerator, int denominator) {
		return avutil.av_make_q(numerator, denominator);
	}

	/** The unit of all times outside of FFmpeg. */
	static AVRational microseconds() {
		return rational(1, 1_000_000);
	}
}
