package org.hashaven.image.natives;

import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.javacpp.Loader;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.javacpp.PointerPointer;
import org.jspecify.annotations.Nullable;

/**
 * Keeps C libraries from writing to standard error while they decode.
 *
 * <p>
 * libjpeg reports damage that it repairs with {@code fprintf(stderr, ...)}, and OpenCV offers no way to tell it not to. So the C library's
 * stream, not the file descriptor, is set aside for the time: {@code stderr} is a pointer to a {@code FILE}, whose descriptor number has
 * had its place in glibc's binary interface since 1999. Java's {@code System.err} writes to descriptor 2 itself and is not touched. Where
 * that place does not hold a 2, nothing is done and the libraries may speak.
 */
final class NativeStderr {

	/** Place of the descriptor in a {@code FILE} of 64-bit glibc, in ints: behind the flags and thirteen pointers. */
	private static final int DESCRIPTOR = 28;
	private static final int STDERR = 2;
	private static final int NONE = -1;

	private static final @Nullable IntPointer PLACE = find();
	private static int decoders;

	private NativeStderr() {
	}

	/** Called before native code decodes; JavaCPP must be loaded. */
	static synchronized void silence() {
		if (decoders++ == 0) {
			set(NONE);
		}
	}

	/** Called after, once for each {@link #silence}; the last one gives the stream back. */
	static synchronized void restore() {
		if (--decoders == 0) {
			set(STDERR);
		}
	}

	private static void set(int descriptor) {
		if (PLACE != null) {
			PLACE.put(descriptor);
		}
	}

	private static @Nullable IntPointer find() {
		@Nullable
		Pointer variable = System.getProperty("os.name", "").equals("Linux") ? Loader.addressof("stderr") : null;
		if (variable == null || variable.isNull()) {
			return null;
		}
		@Nullable
		Pointer file = new PointerPointer<>(variable).get();
		if (file == null) {
			return null;
		}
		IntPointer place = new IntPointer(file).getPointer(DESCRIPTOR);
		return place.get() == STDERR ? place : null;
	}
}
