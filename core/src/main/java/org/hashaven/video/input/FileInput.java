package org.hashaven.video.input;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.bytedeco.ffmpeg.avformat.AVIOContext;
import org.bytedeco.ffmpeg.avformat.AVIOInterruptCB;
import org.bytedeco.ffmpeg.avformat.Read_packet_Pointer_BytePointer_int;
import org.bytedeco.ffmpeg.avformat.Seek_Pointer_long_int;
import org.bytedeco.ffmpeg.global.avformat;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.Pointer;
import org.hashaven.image.ByteSource;
import org.hashaven.video.limit.StallWatchdog;
import org.jspecify.annotations.Nullable;

/**
 * An open file, given to FFmpeg through callbacks: the only bytes that it ever gets.
 *
 * <p>
 * JavaCPP has few native functions to lend to callbacks of one kind, so all files share one callback of each kind, and tell themselves
 * apart by a number that FFmpeg passes through as an address.
 */
public final class FileInput implements AutoCloseable {

	private static final int BUFFER_BYTES = 1 << 16;
	/** C's numbers for what an offset counts from. */
	private static final int SEEK_CUR = 1;
	private static final int SEEK_END = 2;
	private static final Map<Long, FileInput> OPEN = new ConcurrentHashMap<>();
	private static final AtomicLong LAST = new AtomicLong();

	private final ByteSource file;
	private final long number = LAST.incrementAndGet();
	private final byte[] chunk = new byte[BUFFER_BYTES];
	/** Where FFmpeg reads next; it may be anywhere behind the end, as far as the system could not go. */
	private long position;
	/** What FFmpeg gets in place of the first bytes. */
	private byte[] beginning = {};
	private @Nullable StallWatchdog watch;
	private @Nullable AVIOContext context;
	private @Nullable IOException failure;

	/** A file that stays open when this is closed. */
	public FileInput(ByteSource file) {
		this.file = file;
		OPEN.put(number, this);
	}

	public long fileBytes() {
		return file.sizeBytes();
	}

	/** Where FFmpeg reads next. */
	long position() {
		return position;
	}

	/** The first bytes, at most this many; the next read begins at the start again. */
	public byte[] head(int bytes) throws IOException {
		byte[] head = new byte[(int) Math.min(bytes, fileBytes())];
		read(0, head);
		return head;
	}

	/** Reads from anywhere in the file. */
	void read(long from, byte[] bytes) throws IOException {
		if (file.readFully(from, bytes, bytes.length) < bytes.length) {
			throw new EOFException();
		}
	}

	/** Gives FFmpeg these bytes in place of as many at the start. */
	void beginWith(byte[] bytes) {
		beginning = bytes;
	}

	/** The file from its start. */
	InputStream stream() {
		return new InputStream() {

			private final byte[] one = new byte[1];
			private long next;

			@Override
			public int read() throws IOException {
				return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
			}

			@Override
			public int read(byte[] to, int offset, int count) throws IOException {
				int read = count == 0 ? 0 : file.read(next, to, offset, count);
				next += Math.max(0, read);
				return read;
			}
		};
	}

	/** FFmpeg's view of this file; the native libraries are loaded. */
	AVIOContext context(StallWatchdog watchedBy) {
		watch = watchedBy;
		Pointer buffer = avutil.av_malloc(BUFFER_BYTES);
		if (buffer == null) {
			throw new OutOfMemoryError("native memory for reading");
		}
		AVIOContext opened = avformat.avio_alloc_context(new BytePointer(buffer), BUFFER_BYTES, 0, new FileNumber(number), Callbacks.READ,
				null,
				Callbacks.SEEK);
		if (opened == null) {
			avutil.av_free(buffer);
			throw new OutOfMemoryError("native memory for reading");
		}
		context = opened;
		return opened;
	}

	/** Lets FFmpeg ask between reads whether to go on. */
	void interrupts(AVIOInterruptCB callback) {
		callback.callback(Callbacks.INTERRUPT);
		callback.opaque(new FileNumber(number));
	}

	/** Throws what the disk said, which FFmpeg passes on as a number only. */
	void requireReadable() throws IOException {
		if (failure != null) {
			throw failure;
		}
	}

	private int read(BytePointer to, int bytes) {
		if (watch == null || !watch.mayGoOn()) {
			return avutil.AVERROR_EXIT;
		}
		if (position >= fileBytes()) {
			return avutil.AVERROR_EOF;
		}
		try {
			int count = file.read(position, chunk, 0, Math.min(bytes, chunk.length));
			if (count <= 0) {
				return avutil.AVERROR_EOF;
			}
			if (position < beginning.length) {
				System.arraycopy(beginning, (int) position, chunk, 0, (int) Math.min(count, beginning.length - position));
			}
			to.put(chunk, 0, count);
			position += count;
			return count;
		} catch (IOException e) {
			failure = e;
			return avutil.AVERROR_EXTERNAL;
		}
	}

	private long seek(long offset, int whence) {
		int from = whence & ~avformat.AVSEEK_FORCE;
		if (from == avformat.AVSEEK_SIZE) {
			return fileBytes();
		}
		long base = from == SEEK_CUR ? position : from == SEEK_END ? fileBytes() : 0;
		long target = base + offset;
		// Both are at least 0 in an honest call, so that an overflow is negative.
		if (target < 0) {
			return avutil.AVERROR_INVALIDDATA;
		}
		position = target;
		return target;
	}

	private boolean mayGoOn() {
		return watch == null || watch.mayGoOn();
	}

	@Override
	public void close() {
		OPEN.remove(number);
		if (context != null) {
			// FFmpeg may have put another buffer in place of the first.
			avutil.av_free(context.buffer());
			avformat.avio_context_free(context);
			context = null;
		}
	}

	private static @Nullable FileInput of(@Nullable Pointer opaque) {
		return opaque == null ? null : OPEN.get(opaque.address());
	}

	/** A number in the form of an address, which nothing follows. JavaCPP's classes may be touched only when its libraries are loaded. */
	private static final class FileNumber extends Pointer {

		FileNumber(long value) {
			address = value;
		}
	}

	/** What FFmpeg calls. No exception may leave these: there is no Java frame above to catch it. */
	private static final class Callbacks {

		static final Read READ = new Read();
		static final Seek SEEK = new Seek();
		static final Interrupt INTERRUPT = new Interrupt();

		private Callbacks() {
		}
	}

	private static final class Read extends Read_packet_Pointer_BytePointer_int {

		@Override
		public int call(Pointer opaque, BytePointer buffer, int bytes) {
			FileInput input = of(opaque);
			return input == null ? avutil.AVERROR_EXTERNAL : input.read(buffer, bytes);
		}
	}

	private static final class Seek extends Seek_Pointer_long_int {

		@Override
		public long call(Pointer opaque, long offset, int whence) {
			FileInput input = of(opaque);
			return input == null ? avutil.AVERROR_EXTERNAL : input.seek(offset, whence);
		}
	}

	private static final class Interrupt extends AVIOInterruptCB.Callback_Pointer {

		@Override
		public int call(Pointer opaque) {
			FileInput input = of(opaque);
			return input == null || input.mayGoOn() ? 0 : 1;
		}
	}
}
