package org.hashaven.image.natives;

import java.util.Arrays;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.Pointer;
import org.hashaven.image.ImageException;
import org.hashaven.image.codec.HeifBox;
import org.hashaven.image.codec.ImageErrors;
import org.hashaven.image.codec.RowSink;
import org.jspecify.annotations.Nullable;

/**
 * Decodes coded pictures (HEVC or AV1 key frames, JPEG 2000) of one size with FFmpeg's codec library, from memory to memory, on one thread.
 */
public final class FfmpegCodec implements AutoCloseable {

	private static final String DAMAGED = "The picture is damaged and cannot be decoded.";
	/** Codecs work in blocks: what is coded may exceed what is shown by less than this on each side. */
	private static final int BLOCK = 128;

	/** What is coded. */
	private enum Coding {
		HEVC, AV1, JPEG_2000;

		@Nullable
		AVCodec decoder() {
			return switch (this) {
				case HEVC -> avcodec.avcodec_find_decoder(avcodec.AV_CODEC_ID_HEVC);
				case AV1 -> avcodec.avcodec_find_decoder_by_name("libaom-av1");
				case JPEG_2000 -> avcodec.avcodec_find_decoder(avcodec.AV_CODEC_ID_JPEG2000);
			};
		}
	}

	private final Coding coding;
	private final AVCodecContext context;
	private final int width;
	private final int height;
	private final YuvToRgb toRgb;
	private boolean closed;

	private FfmpegCodec(Coding coding, byte[] setUp, int width, int height, YuvToRgb toRgb) throws ImageException {
		this.coding = coding;
		this.width = width;
		this.height = height;
		this.toRgb = toRgb;
		AVCodec codec = coding.decoder();
		if (codec == null) {
			throw ImageErrors.unsupported("This system cannot decode this kind of picture.");
		}
		this.context = avcodec.avcodec_alloc_context3(codec);
		context.thread_count(1);
		context.max_pixels((long) (width + BLOCK) * (height + BLOCK));
		context.err_recognition(avcodec.AV_EF_EXPLODE);
		if (setUp.length > 0) {
			// The context frees it.
			context.extradata(padded(setUp, 0, setUp.length)).extradata_size(setUp.length);
		}
		if (avcodec.avcodec_open2(context, codec, (AVDictionary) null) < 0) {
			close();
			throw ImageErrors.corrupt(DAMAGED);
		}
	}

	/**
	 * A decoder of HEIF items.
	 *
	 * @param setUp
	 *            the box with the codec's configuration record
	 * @param colour
	 *            the container's word on matrix and range; null to believe the coded picture
	 */
	public static FfmpegCodec ofHeif(boolean hevc, HeifBox setUp, int width, int height, @Nullable HeifBox colour) throws ImageException {
		byte[] configuration = Arrays.copyOfRange(setUp.bytes().array(), (int) setUp.start(), (int) setUp.end());
		if (!hevc) {
			requireAnnounced(Av1Bitstream.ofConfiguration(configuration), width, height);
		}
		NativeDecoders.requireFfmpeg();
		return new FfmpegCodec(hevc ? Coding.HEVC : Coding.AV1, configuration, width, height, new YuvToRgb(colour));
	}

	/** A decoder of whole JPEG 2000 files and of bare codestreams. */
	public static FfmpegCodec ofJpeg2000(int width, int height) throws ImageException {
		NativeDecoders.requireFfmpeg();
		return new FfmpegCodec(Coding.JPEG_2000, new byte[0], width, height, new YuvToRgb(null));
	}

	/** Refuses AV1 whose own headers announce more than its container, or more frames than a picture has, before the codec sees it. */
	private static void requireAnnounced(Av1Bitstream av1, int width, int height) throws ImageException {
		if (av1.maxWidth() > width + BLOCK || av1.maxHeight() > height + BLOCK || av1.frames() > Av1Bitstream.MAX_FRAMES) {
			throw ImageErrors.corrupt("The picture contradicts itself: it is coded as another size than its file says.");
		}
	}

	/** Decodes one key frame and hands its pixels to {@code sink}. */
	public void decode(byte[] coded, RowSink sink) throws ImageException {
		decode(coded, sink, null);
	}

	/**
	 * Decodes one key frame.
	 *
	 * @param alpha
	 *            takes its alpha, one byte a pixel, if it has some; null when there can be none
	 */
	public void decode(byte[] coded, RowSink sink, @Nullable RowSink alpha) throws ImageException {
		if (coding == Coding.AV1) {
			requireAnnounced(Av1Bitstream.of(coded), width, height);
		}
		AVPacket packet = avcodec.av_packet_alloc();
		AVFrame frame = avutil.av_frame_alloc();
		BytePointer data = padded(coded, 0, coded.length);
		try {
			packet.data(data).size(coded.length);
			packet.flags(avcodec.AV_PKT_FLAG_KEY);
			int sent = coded.length == 0 ? avutil.AVERROR_INVALIDDATA() : avcodec.avcodec_send_packet(context, packet);
			if (sent == avutil.AVERROR_ENOMEM()) {
				throw new OutOfMemoryError("native memory for a picture");
			}
			if (sent < 0 || avcodec.avcodec_send_packet(context, null) < 0) {
				throw ImageErrors.corrupt(DAMAGED);
			}
			receive(frame);
			toRgb.convert(frame, sink);
			if (alpha != null) {
				YuvToRgb.readAlpha(frame, alpha);
			}
		} finally {
			avcodec.av_packet_free(packet);
			avutil.av_frame_free(frame);
			avutil.av_free(data);
			avcodec.avcodec_flush_buffers(context);
		}
	}

	/** The last frame the packet gave: the best of a picture coded in layers. */
	private void receive(AVFrame frame) throws ImageException {
		int frames = 0;
		// Each call releases the frame before it, and the one that finds no more leaves none: so the last is moved out of the way.
		AVFrame next = avutil.av_frame_alloc();
		try {
			while (avcodec.avcodec_receive_frame(context, next) >= 0) {
				avutil.av_frame_unref(frame);
				avutil.av_frame_move_ref(frame, next);
				frames++;
			}
		} finally {
			avutil.av_frame_free(next);
		}
		boolean damaged = frames == 0 || (frame.flags() & AVFrame.AV_FRAME_FLAG_CORRUPT) != 0 || frame.decode_error_flags() != 0;
		if (damaged || frame.width() != width || frame.height() != height) {
			throw ImageErrors.corrupt(DAMAGED);
		}
	}

	/** Native memory with these bytes and the zeros codecs may read behind them. */
	private static BytePointer padded(byte[] source, int from, int size) {
		Pointer memory = avutil.av_mallocz(size + (long) avcodec.AV_INPUT_BUFFER_PADDING_SIZE);
		if (memory == null) {
			throw new OutOfMemoryError("native memory for a packet");
		}
		return new BytePointer(memory).capacity(size).put(source, from, size);
	}

	@Override
	public void close() {
		if (!closed) {
			closed = true;
			toRgb.close();
			avcodec.avcodec_free_context(context);
		}
	}
}
