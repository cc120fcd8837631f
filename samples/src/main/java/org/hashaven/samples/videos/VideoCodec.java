package org.hashaven.samples.videos;

import java.util.Map;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avutil;

/** A way to code moving pictures, all but H.265 written by FFmpeg as built for this project.. */
public enum VideoCodec {
	/** H.264, without B-frames. */
	H264("libopenh264", 24, 40),
	/** H.265; read from resources, since no encoder of it may be shipped with FFmpeg under its lesser licence. */
	HEVC("libx265", 24, 40),
	/** VP8. */
	VP8("libvpx", 12, 50),
	/** VP9. */
	VP9("libvpx-vp9", 20, 56),
	/** AV1. */
	AV1("libaom-av1", 25, 58),
	/** MPEG-4 part 2, with B-frames if asked for. */
	MPEG4("mpeg4", 3, 20),
	/** MPEG-2, likewise. */
	MPEG2("mpeg2video", 3, 20),
	/** H.263: a few sizes only, 352 x 288 and its parts. */
	H263("h263", 3, 20),
	/** Flash's first. */
	FLV1("flv", 3, 20),
	/** Windows Media Video 8. */
	WMV2("wmv2", 3, 20),
	/** JPEGs in a row. */
	MJPEG("mjpeg", 3, 20),
	/** Lossless. */
	FFV1("ffv1", 0, 0),
	/** 256 colours. */
	GIF("gif", 0, 0),
	/** WebP. */
	WEBP("libwebp_anim", 85, 20);

	private final String encoder;
	private final int good;
	private final int low;

	VideoCodec(String encoder, int good, int low) {
		this.encoder = encoder;
		this.good = good;
		this.low = low;
	}

	/** FFmpeg's name of what writes it. */
	String encoder() {
		return encoder;
	}

	/** Private options of the encoder. */
	Map<String, String> options() {
		return switch (this) {
			case VP8, VP9 -> Map.of("deadline", "realtime", "cpu-used", "8");
			case AV1 -> Map.of("usage", "realtime", "cpu-used", "8");
			default -> Map.of();
		};
	}

	/** Whether a stream may go on in another size at a key frame, the size being said in the stream itself. */
	boolean sizeMayChange() {
		return this == VP8 || this == VP9 || this == AV1 || this == MPEG2 || this == MJPEG || this == H264;
	}

	/** Whether its frames have no times of their own. */
	boolean fixedRate() {
		return this == MPEG2;
	}

	int pixelFormat(boolean tenBit) {
		return switch (this) {
			case MJPEG -> avutil.AV_PIX_FMT_YUVJ420P;
			case GIF -> avutil.AV_PIX_FMT_RGB8;
			case WEBP -> avutil.AV_PIX_FMT_BGRA;
			default -> tenBit ? avutil.AV_PIX_FMT_YUV420P10LE : avutil.AV_PIX_FMT_YUV420P;
		};
	}

	/** Sets how much of the detail is kept, the same from the first frame to the last. */
	void setFidelity(AVCodecContext context, VideoSettings.Fidelity fidelity) {
		int level = fidelity == VideoSettings.Fidelity.GOOD ? good : low;
		switch (this) {
			case H264, HEVC, VP8, VP9, AV1 -> context.qmin(level).qmax(level).bit_rate(20_000_000);
			case MPEG4, MPEG2, H263, FLV1, WMV2, MJPEG, WEBP ->
				context.global_quality(level * avutil.FF_QP2LAMBDA).flags(context.flags() | avcodec.AV_CODEC_FLAG_QSCALE);
			case FFV1, GIF -> context.bit_rate(0);
		}
	}
}
