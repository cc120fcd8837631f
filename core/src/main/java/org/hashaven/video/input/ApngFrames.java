package org.hashaven.video.input;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.hashaven.image.ImageDecoder;
import org.hashaven.image.ImageException;
import org.hashaven.image.ImageLimits;
import org.hashaven.image.RgbImage;
import org.hashaven.video.VideoHash;
import org.hashaven.video.VideoLimits;
import org.hashaven.video.limit.CostCheck;
import org.hashaven.video.limit.StallWatchdog;
import org.hashaven.video.limit.VideoErrors;
import org.jspecify.annotations.Nullable;

/**
 * The frames of an animated PNG (PNG, third edition): chunks are read here, each frame is decoded by itself as the PNG that it would be,
 * and put on a canvas that begins black.
 *
 * <pre>
 *   IHDR … acTL … PLTE tRNS
 *     fcTL  number, width, height, x, y (four bytes each), delay as a fraction (two and two), what becomes of the frame, how it is put
 *     IDAT, or fdAT: number, data
 *     fcTL  …
 * </pre>
 *
 * <p>
 * The still picture is a frame only where a {@code fcTL} is before it. The FFmpeg that comes with us cannot decode PNGs.
 */
public final class ApngFrames implements FrameSource {

	private static final int SIGNATURE_BYTES = 8;
	private static final int CHUNK_OVERHEAD = 12;
	private static final int TYPE_BYTES = 4;
	private static final int IHDR_BYTES = 13;
	private static final int CONTROL_BYTES = 26;
	private static final int NUMBER_BYTES = 4;
	private static final int MAX_FRAME_BYTES = 64 << 20;

	/** 256 colours, their transparency, and what chunks have around them. */
	private static final int MAX_COLOUR_BYTES = 256 * 3 + 256 + 64;
	private static final int CLEARS_AFTER = 1;
	private static final int RESTORES_AFTER = 2;
	private static final int BLENDS = 1;

	private final FileInput input;
	private final StallWatchdog watch;
	private final AnimationCanvas canvas;
	private final ImageDecoder decoder;
	private final byte[] header;

	/** The colour table and the transparent colours, as chunks; of every frame the same. */
	private final ByteArrayOutputStream colours = new ByteArrayOutputStream();

	private long position = SIGNATURE_BYTES;
	private long timeMs;
	private @Nullable Control control;
	private AnimationCanvas.@Nullable Area replaced;

	/** What is put back in its place before the next frame; empty for black. */
	private byte[] restored = {};

	private boolean damaged;
	private boolean stalled;

	/** What a frame's {@code fcTL} says. */
	private record Control(AnimationCanvas.Area area, long delayMs, int after, boolean blends) {

		private static Control of(byte[] data) {
			ByteBuffer fields = ByteBuffer.wrap(data);
			int parts = fields.getShort(22) & 0xffff;
			long delay = (fields.getShort(20) & 0xffff) * 1_000L / (parts == 0 ? 100 : parts);
			return new Control(new AnimationCanvas.Area(fields.getInt(12), fields.getInt(16), fields.getInt(4), fields.getInt(8)), delay,
					data[24], data[25] == BLENDS);
		}
	}

	/** A chunk; its data begins with the type. */
	private record Chunk(String type, byte[] data) {
	}

	public ApngFrames(FileInput input, VideoLimits limits, StallWatchdog watch) throws IOException {
		this.input = input;
		this.watch = watch;
		Chunk first = read();
		if (first == null || !first.type.equals("IHDR") || first.data.length != TYPE_BYTES + IHDR_BYTES) {
			throw VideoErrors.damaged();
		}
		header = first.data;
		int width = ByteBuffer.wrap(header).getInt(TYPE_BYTES);
		int height = ByteBuffer.wrap(header).getInt(TYPE_BYTES + 4);
		if (width < 1 || height < 1) {
			throw VideoErrors.damaged();
		}
		CostCheck.requirePixels(limits, width, height);
		canvas = new AnimationCanvas(width, height);
		decoder = new ImageDecoder(new ImageLimits(2L * MAX_FRAME_BYTES, (long) width * height, Math.max(width, height)));
	}

	@Override
	public @Nullable AVFrame next() throws IOException {
		ByteArrayOutputStream data = new ByteArrayOutputStream();
		for (Chunk chunk = read(); chunk != null; chunk = read()) {
			switch (chunk.type) {
				case "PLTE", "tRNS" -> {
					damaged |= colours.size() + chunk.data.length > MAX_COLOUR_BYTES;
					if (!damaged) {
						write(colours, chunk.data);
					}
				}
				case "fcTL" -> {
					AVFrame frame = draw(data);
					control = chunk.data.length == TYPE_BYTES + CONTROL_BYTES
							? Control.of(Arrays.copyOfRange(chunk.data, TYPE_BYTES, chunk.data.length))
							: null;
					damaged |= control == null;
					if (frame != null) {
						return frame;
					}
				}
				case "IDAT", "fdAT" -> {
					int from = TYPE_BYTES + (chunk.type.equals("fdAT") ? NUMBER_BYTES : 0);
					damaged |= chunk.data.length < from || data.size() + chunk.data.length > MAX_FRAME_BYTES;
					if (control != null && !damaged) {
						data.write(chunk.data, from, chunk.data.length - from);
					}
				}
				default -> {
					// says nothing of what is shown
				}
			}
			if (damaged) {
				return null;
			}
		}
		return draw(data);
	}

	/** The canvas with the frame that this is the data of; null when there is none. */
	private @Nullable AVFrame draw(ByteArrayOutputStream data) throws IOException {
		Control now = control;
		if (now == null || data.size() == 0) {
			return null;
		}
		control = null;
		if (!canvas.holds(now.area)) {
			damaged = true;
			return null;
		}
		RgbImage picture;
		try {
			picture = decoder.decode(single(now.area, data.toByteArray()));
		} catch (ImageException e) {
			damaged = true;
			return null;
		}
		data.reset();
		finishLast();
		replaced = now.after == CLEARS_AFTER || now.after == RESTORES_AFTER ? now.area : null;
		restored = now.after == RESTORES_AFTER ? canvas.copy(now.area) : new byte[0];
		byte[] row = new byte[4 * now.area.width()];
		for (int y = 0; y < now.area.height(); y++) {
			picture.readRgba(y, row);
			canvas.blend(now.area.x(), now.area.y() + y, row, !now.blends);
		}
		AVFrame frame = canvas.show(timeMs);
		timeMs += now.delayMs;
		watch.gained();
		return frame;
	}

	private void finishLast() {
		if (replaced != null) {
			if (restored.length == 0) {
				canvas.clear(replaced);
			} else {
				canvas.restore(replaced, restored);
			}
		}
	}

	/** A frame as a file of one picture. */
	private byte[] single(AnimationCanvas.Area area, byte[] data) {
		ByteArrayOutputStream file = new ByteArrayOutputStream();
		file.writeBytes("\u0089PNG\r\n\u001a\n".getBytes(StandardCharsets.ISO_8859_1));
		write(file, ByteBuffer.wrap(header.clone()).putInt(TYPE_BYTES, area.width()).putInt(TYPE_BYTES + 4, area.height()).array());
		file.writeBytes(colours.toByteArray());
		write(file, ByteBuffer.allocate(TYPE_BYTES + data.length).put("IDAT".getBytes(StandardCharsets.ISO_8859_1)).put(data).array());
		write(file, "IEND".getBytes(StandardCharsets.ISO_8859_1));
		return file.toByteArray();
	}

	private static void write(ByteArrayOutputStream file, byte[] typeAndData) {
		file.writeBytes(ByteBuffer.allocate(Integer.BYTES).putInt(typeAndData.length - TYPE_BYTES).array());
		file.writeBytes(typeAndData);
		file.writeBytes(ByteBuffer.allocate(Integer.BYTES).putInt(checksum(typeAndData)).array());
	}

	private static int checksum(byte[] typeAndData) {
		CRC32 crc = new CRC32();
		crc.update(typeAndData);
		return (int) crc.getValue();
	}

	/** The next chunk that is of concern; null at the end. Of others the type alone is read. */
	private @Nullable Chunk read() throws IOException {
		if (position + CHUNK_OVERHEAD > input.fileBytes()) {
			damaged |= position > SIGNATURE_BYTES && position < input.fileBytes();
			return null;
		}
		watch.tell(position);
		stalled = watch.isStalled(); // chunks without end that show nothing
		if (stalled) {
			return null;
		}
		byte[] start = new byte[8];
		input.read(position, start);
		long length = ByteBuffer.wrap(start).getInt(0) & 0xffffffffL;
		String type = new String(start, 4, TYPE_BYTES, StandardCharsets.ISO_8859_1);
		long at = position + 4;
		position += CHUNK_OVERHEAD + length;
		if (type.equals("IEND")) {
			return null;
		}
		boolean wanted = switch (type) {
			case "IHDR", "PLTE", "tRNS", "fcTL", "IDAT", "fdAT" -> true;
			default -> false;
		};
		if (!wanted) {
			return new Chunk(type, new byte[0]);
		}
		if (position > input.fileBytes() || length > MAX_FRAME_BYTES) {
			damaged = true;
			return null;
		}
		byte[] data = new byte[TYPE_BYTES + (int) length];
		input.read(at, data);
		byte[] stored = new byte[Integer.BYTES];
		input.read(at + data.length, stored);
		if (ByteBuffer.wrap(stored).getInt() != checksum(data)) {
			damaged = true;
			return null;
		}
		return new Chunk(type, data);
	}

	@Override
	public VideoHash.Ending ending() {
		return stalled ? VideoHash.Ending.LIMIT : damaged ? VideoHash.Ending.DAMAGED : VideoHash.Ending.WHOLE;
	}

	@Override
	public void close() {
		canvas.close();
	}
}
