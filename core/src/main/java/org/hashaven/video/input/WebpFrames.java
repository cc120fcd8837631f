package org.hashaven.video.input;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import org.bytedeco.ffmpeg.avcodec.AVCodecParameters;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avutil;
import org.hashaven.video.VideoException;
import org.hashaven.video.VideoHash;
import org.hashaven.video.VideoLimits;
import org.hashaven.video.limit.CostCheck;
import org.hashaven.video.limit.StallWatchdog;
import org.hashaven.video.luma.PixelConverter;
import org.jspecify.annotations.Nullable;

/**
 * The frames of an animated WebP, which FFmpeg's demuxers do not know: chunks are read here, each frame is decoded by itself as the WebP
 * picture it would be, and put on a canvas that begins black.
 *
 * <pre>
 *   RIFF size WEBP
 *     VP8X  flags, 3 bytes, width - 1, height - 1 (three bytes each)
 *     ANMF  x / 2, y / 2, width - 1, height - 1, milliseconds (three bytes each), flags, then chunks ALPH, VP8 or VP8L
 *     ANMF  ...
 * </pre>
 */
public final class WebpFrames implements FrameSource {

	private static final int FILE_HEADER_BYTES = 12;
	private static final int CHUNK_HEADER_BYTES = 8;
	private static final int VP8X_BYTES = 10;
	private static final int FRAME_HEADER_BYTES = 16;
	private static final int MAX_FRAME_BYTES = 64 << 20;
	private static final int ANIMATED = 0x02;
	private static final int HAS_ALPHA = 0x10;
	private static final int REPLACES = 0x02;
	private static final int CLEARS_AFTER = 0x01;

	private final FileInput input;
	private final VideoLimits limits;
	private final StallWatchdog watch;
	private final AnimationCanvas canvas;
	private final AVCodecParameters parameters;
	private final AVPacket packet;
	private final PixelConverter converter = new PixelConverter(avutil.AV_PIX_FMT_RGBA, 4);
	private long position;
	private long timeMs;
	/** The part that is cleared before the next frame. */
	private AnimationCanvas.@Nullable Area clearing;
	private boolean damaged;

	public WebpFrames(FileInput input, VideoLimits limits, StallWatchdog watch) throws IOException {
		this.input = input;
		this.limits = limits;
		this.watch = watch;
		byte[] head = input.head(FILE_HEADER_BYTES + CHUNK_HEADER_BYTES + VP8X_BYTES);
		if (!isAnimated(head)) {
			throw new VideoException(VideoException.Reason.NOT_A_VIDEO, "The file is a still picture.");
		}
		ByteBuffer size = buffer(head);
		int width = u24(size, 24) + 1;
		int height = u24(size, 27) + 1;
		CostCheck.requirePixels(limits, width, height);
		canvas = new AnimationCanvas(width, height);
		position = FILE_HEADER_BYTES;
		parameters = avcodec.avcodec_parameters_alloc();
		parameters.codec_type(avutil.AVMEDIA_TYPE_VIDEO).codec_id(avcodec.AV_CODEC_ID_WEBP);
		packet = avcodec.av_packet_alloc();
	}

	/** Whether a file that begins like this is a WebP with the mark of an animation. */
	static boolean isAnimated(byte[] head) {
		return head.length >= FILE_HEADER_BYTES + CHUNK_HEADER_BYTES + VP8X_BYTES
				&& new String(head, FILE_HEADER_BYTES, 4, StandardCharsets.ISO_8859_1).equals("VP8X") && (head[20] & ANIMATED) != 0;
	}

	@Override
	public @Nullable AVFrame next() throws IOException {
		while (position + CHUNK_HEADER_BYTES <= input.fileBytes()) {
			watch.tell(position);
			byte[] header = new byte[CHUNK_HEADER_BYTES];
			input.read(position, header);
			long bytes = buffer(header).getInt(4) & 0xffffffffL;
			long body = position + CHUNK_HEADER_BYTES;
			position = body + bytes + (bytes & 1);
			if (body + bytes > input.fileBytes()) {
				damaged = true;
				return null;
			}
			if (new String(header, 0, 4, StandardCharsets.ISO_8859_1).equals("ANMF")) {
				AVFrame frame = frame(body, bytes);
				if (frame != null) {
					watch.gained();
					return frame;
				}
				damaged = true;
			}
		}
		return null;
	}

	/** The canvas after one more frame; null when the frame is damaged. */
	private @Nullable AVFrame frame(long body, long bytes) throws IOException {
		if (bytes <= FRAME_HEADER_BYTES || bytes > MAX_FRAME_BYTES) {
			return null;
		}
		byte[] chunk = new byte[(int) bytes];
		input.read(body, chunk);
		ByteBuffer header = buffer(chunk);
		AnimationCanvas.Area area = new AnimationCanvas.Area(2 * u24(header, 0), 2 * u24(header, 3), u24(header, 6) + 1,
				u24(header, 9) + 1);
		int flags = chunk[15];
		if (!canvas.holds(area)) {
			return null;
		}
		if (clearing != null) {
			canvas.clear(clearing);
		}
		boolean drawn = draw(chunk, area, (flags & REPLACES) != 0);
		clearing = (flags & CLEARS_AFTER) != 0 ? area : null;
		AVFrame shown = drawn ? canvas.show(timeMs) : null;
		timeMs += u24(header, 12);
		return shown;
	}

	private boolean draw(byte[] chunk, AnimationCanvas.Area area, boolean replaces) throws VideoException {
		byte[] file = single(chunk, area.width(), area.height());
		try (FrameDecoder decoder = new FrameDecoder(parameters, null, limits, 1, avcodec.AVDISCARD_DEFAULT)) {
			if (avcodec.av_new_packet(packet, file.length) < 0) {
				throw new OutOfMemoryError("native memory for a packet");
			}
			packet.data().put(file, 0, file.length);
			packet.flags(avcodec.AV_PKT_FLAG_KEY);
			decoder.send(packet);
			decoder.send(null);
			AVFrame frame = decoder.receive();
			if (frame == null || frame.width() != area.width() || frame.height() != area.height()) {
				return false;
			}
			converter.take(frame);
			byte[] row = new byte[4 * area.width()];
			for (int i = 0; i < area.height(); i++) {
				converter.row(i, row);
				canvas.blend(area.x(), area.y() + i, row, replaces);
			}
			return true;
		} finally {
			avcodec.av_packet_unref(packet);
		}
	}

	/** A frame's chunks as a file of one picture. */
	private static byte[] single(byte[] chunk, int frameWidth, int frameHeight) {
		int data = chunk.length - FRAME_HEADER_BYTES;
		ByteBuffer file = ByteBuffer.allocate(FILE_HEADER_BYTES + CHUNK_HEADER_BYTES + VP8X_BYTES + data).order(ByteOrder.LITTLE_ENDIAN);
		file.put("RIFF".getBytes(StandardCharsets.ISO_8859_1)).putInt(file.capacity() - CHUNK_HEADER_BYTES);
		file.put("WEBPVP8X".getBytes(StandardCharsets.ISO_8859_1)).putInt(VP8X_BYTES).putInt(HAS_ALPHA);
		file.putShort((short) (frameWidth - 1)).put((byte) ((frameWidth - 1) >> 16));
		file.putShort((short) (frameHeight - 1)).put((byte) ((frameHeight - 1) >> 16));
		file.put(chunk, FRAME_HEADER_BYTES, data);
		return file.array();
	}

	private static ByteBuffer buffer(byte[] bytes) {
		return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
	}

	private static int u24(ByteBuffer buffer, int at) {
		return (buffer.getShort(at) & 0xffff) | ((buffer.get(at + 2) & 0xff) << 16);
	}

	@Override
	public VideoHash.Ending ending() {
		return damaged ? VideoHash.Ending.DAMAGED : VideoHash.Ending.WHOLE;
	}

	@Override
	public void close() {
		canvas.close();
		converter.close();
		avcodec.av_packet_free(packet);
		avcodec.avcodec_parameters_free(parameters);
	}
}
