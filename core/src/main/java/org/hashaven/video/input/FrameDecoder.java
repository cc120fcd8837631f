package org.hashaven.video.input;

import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVCodecParameters;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.avutil.AVRational;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avutil;
import org.hashaven.image.natives.Av1Bitstream;
import org.hashaven.video.VideoException;
import org.hashaven.video.VideoLimits;
import org.hashaven.video.limit.CostCheck;
import org.hashaven.video.limit.VideoErrors;
import org.jspecify.annotations.Nullable;

/** Packets to frames, by one of the codecs on our list. */
final class FrameDecoder implements AutoCloseable {

	/** Frames above this size are decoded by fewer threads at once: each holds frames of its own. */
	private static final long LARGE_PIXELS = 4_096 * 2_304;
	private static final int THREADS_FOR_LARGE = 2;
	/** Most that a codec is split over; more hardly helps and costs memory. */
	private static final int MAX_THREADS = 8;
	private static final int MAX_FAULTS = 2 * MAX_THREADS;
	private static final int AGAIN = org.bytedeco.ffmpeg.presets.avutil.AVERROR_EAGAIN();

	private final AVCodecContext context;
	private final AVFrame frame;
	private final VideoLimits limits;
	private final boolean av1;
	private boolean damaged;

	/**
	 * @param timeBase
	 *            of the packets' times; null when they have none
	 * @param discard
	 *            which frames are passed over, one of FFmpeg's {@code AVDISCARD_}
	 */
	FrameDecoder(AVCodecParameters parameters, @Nullable AVRational timeBase, VideoLimits limits, int threads, int discard)
			throws VideoException {
		this.limits = limits;
		av1 = parameters.codec_id() == avcodec.AV_CODEC_ID_AV1;
		if (av1 && parameters.extradata_size() > 0) {
			byte[] record = new byte[parameters.extradata_size()];
			parameters.extradata().get(record);
			Av1Bitstream announced = Av1Bitstream.ofConfiguration(record);
			CostCheck.requirePixels(limits, announced.maxWidth(), announced.maxHeight());
		}
		CostCheck.requirePixels(limits, parameters.width(), parameters.height());
		if (parameters.codec_id() == avcodec.AV_CODEC_ID_NONE && parameters.codec_tag() == 0) {
			throw VideoErrors.damaged();
		}
		AVCodec codec = find(parameters.codec_id());
		if (codec == null) {
			throw new VideoException(VideoException.Reason.UNSUPPORTED, "The video is coded in a way that is not supported.");
		}
		context = avcodec.avcodec_alloc_context3(codec);
		frame = avutil.av_frame_alloc();
		if (context == null || frame == null) {
			throw new OutOfMemoryError("native memory for decoding");
		}
		boolean large = (long) parameters.width() * parameters.height() > LARGE_PIXELS;
		boolean sound = avcodec.avcodec_parameters_to_context(context, parameters) >= 0;
		if (timeBase != null) {
			context.pkt_timebase(timeBase);
		}
		context.max_pixels(limits.maxPixels());
		context.thread_count(Math.min(threads, large ? THREADS_FOR_LARGE : MAX_THREADS));
		context.skip_frame(discard);
		if (!sound || avcodec.avcodec_open2(context, codec, (AVDictionary) null) < 0) {
			close();
			throw VideoErrors.damaged();
		}
	}

	/** FFmpeg's own decoders where there are several: they are the ones that everybody's videos have been through. */
	private static @Nullable AVCodec find(int id) {
		return switch (id) {
			case avcodec.AV_CODEC_ID_AV1 -> avcodec.avcodec_find_decoder_by_name("libaom-av1");
			case avcodec.AV_CODEC_ID_H264 -> avcodec.avcodec_find_decoder_by_name("h264");
			case avcodec.AV_CODEC_ID_HEVC -> avcodec.avcodec_find_decoder_by_name("hevc");
			case avcodec.AV_CODEC_ID_VP8 -> avcodec.avcodec_find_decoder_by_name("vp8");
			case avcodec.AV_CODEC_ID_VP9 -> avcodec.avcodec_find_decoder_by_name("vp9");
			case avcodec.AV_CODEC_ID_MPEG4 -> avcodec.avcodec_find_decoder_by_name("mpeg4");
			case avcodec.AV_CODEC_ID_MJPEG -> avcodec.avcodec_find_decoder_by_name("mjpeg");
			case avcodec.AV_CODEC_ID_GIF -> avcodec.avcodec_find_decoder_by_name("gif");
			case avcodec.AV_CODEC_ID_WEBP -> avcodec.avcodec_find_decoder_by_name("webp");
			case avcodec.AV_CODEC_ID_MPEG1VIDEO -> avcodec.avcodec_find_decoder_by_name("mpeg1video");
			case avcodec.AV_CODEC_ID_MPEG2VIDEO -> avcodec.avcodec_find_decoder_by_name("mpeg2video");
			case avcodec.AV_CODEC_ID_H263 -> avcodec.avcodec_find_decoder_by_name("h263");
			case avcodec.AV_CODEC_ID_FLV1 -> avcodec.avcodec_find_decoder_by_name("flv");
			case avcodec.AV_CODEC_ID_VP6F -> avcodec.avcodec_find_decoder_by_name("vp6f");
			case avcodec.AV_CODEC_ID_WMV1 -> avcodec.avcodec_find_decoder_by_name("wmv1");
			case avcodec.AV_CODEC_ID_WMV2 -> avcodec.avcodec_find_decoder_by_name("wmv2");
			case avcodec.AV_CODEC_ID_WMV3 -> avcodec.avcodec_find_decoder_by_name("wmv3");
			case avcodec.AV_CODEC_ID_VC1 -> avcodec.avcodec_find_decoder_by_name("vc1");
			default -> null;
		};
	}

	/**
	 * Takes a packet; all frames of the one before must have been received.
	 *
	 * @param packet
	 *            null behind the last
	 */
	void send(@Nullable AVPacket packet) throws VideoException {
		if (packet != null && av1 && !isAllowed(packet)) {
			damaged = true;
			return;
		}
		// A packet that is refused is passed over, as players do: the next key frame mends it.
		damaged |= avcodec.avcodec_send_packet(context, packet) < 0 && packet != null;
	}

	/** Whether a packet of AV1 may reach the codec, which would decode all of its frames in one call. */
	private boolean isAllowed(AVPacket packet) throws VideoException {
		byte[] bytes = new byte[packet.size()];
		packet.data().get(bytes);
		Av1Bitstream announced = Av1Bitstream.of(bytes);
		CostCheck.requirePixels(limits, announced.maxWidth(), announced.maxHeight());
		return announced.frames() <= Av1Bitstream.MAX_FRAMES;
	}

	/** The next frame, valid until the next call; null when it takes more packets. */
	@Nullable
	AVFrame receive() throws VideoException {
		int status = avcodec.avcodec_receive_frame(context, frame);
		for (int faults = 0; status < 0 && status != AGAIN && status != avutil.AVERROR_EOF; faults++) {
			damaged = true;
			if (faults == MAX_FAULTS) {
				return null;
			}
			// One of several threads has failed; the frames of the others come next.
			status = avcodec.avcodec_receive_frame(context, frame);
		}
		if (status < 0) {
			return null;
		}
		damaged |= (frame.flags() & AVFrame.AV_FRAME_FLAG_CORRUPT) != 0 || frame.decode_error_flags() != 0;
		CostCheck.requirePixels(limits, frame.width(), frame.height());
		return frame;
	}

	/** Whether a packet was refused or a frame came out damaged. */
	boolean isDamaged() {
		return damaged;
	}

	@Override
	public void close() {
		avutil.av_frame_free(frame);
		avcodec.avcodec_free_context(context);
	}
}
