package org.hashaven.cli.input;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/**
 * A file whose name is not text in this system's encoding, as from an old Korean archive. Java keeps the bytes of a name that it has found
 * in a folder, but opens files by text. So the C library opens it, and Java opens what the system shows as the number of that file (Linux).
 */
public final class RawName implements Closeable {

	/** What Java has in place of bytes that are no text. */
	private static final char REPLACEMENT = '\ufffd';

	private static final int READ_ONLY = 0;
	private static final int CLOSE_ON_EXEC = 0x80000;

	private final Path path;
	private final int descriptor;

	private RawName(Path path, int descriptor) {
		this.path = path;
		this.descriptor = descriptor;
	}

	/** Whether a name can be opened only like this. */
	public static boolean is(String name) {
		return name.indexOf(REPLACEMENT) >= 0;
	}

	/**
	 * Opens a file, or gives the path itself where its name is text.
	 *
	 * @throws NoSuchFileException
	 *             when there is no such file, or it must not be read
	 */
	public static RawName open(Path path) throws NoSuchFileException {
		if (!is(path.toString())) {
			return new RawName(path, -1);
		}
		int descriptor = CLibrary.open(bytes(path));
		if (descriptor < 0) {
			throw new NoSuchFileException(null);
		}
		return new RawName(Path.of("/proc/self/fd/" + descriptor), descriptor);
	}

	/** The path by which Java can open it, until this is closed. */
	public Path path() {
		return path;
	}

	/** The bytes of a path, as its address has them. */
	private static byte[] bytes(Path path) {
		String address = path.toAbsolutePath().toUri().getRawPath();
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		for (int i = 0; i < address.length(); i++) {
			if (address.charAt(i) == '%') {
				bytes.write(Integer.parseInt(address.substring(i + 1, i + 3), 16));
				i += 2;
			} else {
				bytes.write(address.charAt(i));
			}
		}
		return bytes.toByteArray();
	}

	@Override
	public void close() {
		if (descriptor >= 0) {
			CLibrary.close(descriptor);
		}
	}

	/** Two functions of the C library. */
	@SuppressWarnings("restricted") // native code, which the launcher allows
	private static final class CLibrary {

		private static final Linker LINKER = Linker.nativeLinker();
		private static final MethodHandle OPEN = function("open",
				FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.ADDRESS, ValueLayout.JAVA_INT), Linker.Option.firstVariadicArg(2));
		private static final MethodHandle CLOSE = function("close", FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.JAVA_INT));

		private CLibrary() {
		}

		private static MethodHandle function(String name, FunctionDescriptor type, Linker.Option... options) {
			return LINKER.downcallHandle(LINKER.defaultLookup().findOrThrow(name), type, options);
		}

		static int open(byte[] name) {
			try (Arena arena = Arena.ofConfined()) {
				MemorySegment text = arena.allocate(name.length + 1L);
				MemorySegment.copy(name, 0, text, ValueLayout.JAVA_BYTE, 0, name.length);
				return (int) OPEN.invokeExact(text, READ_ONLY | CLOSE_ON_EXEC);
			} catch (Throwable e) {
				throw new IllegalStateException(e);
			}
		}

		static void close(int descriptor) {
			try {
				int status = (int) CLOSE.invokeExact(descriptor);
				assert status == 0;
			} catch (Throwable e) {
				throw new IllegalStateException(e);
			}
		}
	}
}
