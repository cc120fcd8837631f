package org.hashaven.samples.videos;

import java.io.IOException;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.ffmpeg.global.swscale;
import org.bytedeco.ffmpeg.swscale.SwsContext;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.javacpp.PointerPointer;
import org.hashaven.samples.pictures.Picture;

/** Codes pictures of one size, on one thread. */
final class PictureEncoder implements AutoCloseable {

	private static final int FLAGS = swscale.SWS_BILINEAR | swscale.SWS_ACCURATE_RND | swscale.SWS_FULL_CHR_H_INP;

	private final int width;
	private final int height;
	private final AVCodecContext context;
	private final AVFrame frame;
	private final SwsContext toCodec;
	private final BytePointer rgb;

	/**
	 * @param globalHeader
	 *            whether the container keeps what decoders must know beforehand in one place
	 */
	PictureEncoder(VideoSettings settings, int width, int height, boolean globalHeader) throws IOException {
		Ffmpeg.load();
		this.width = width;
		this.height = height;
		VideoCodec kind = settings.codec();
		AVCodec codec = Ffmpeg.made(avcodec.avcodec_find_encoder_by_name(kind.encoder()), kind.encoder());
		int format = kind.pixelFormat(settings.tenBit());
		int framesASecond = GeneratedClip.FRAMES_A_SECOND;
		context = Ffmpeg.made(avcodec.avcodec_alloc_context3(codec), "memory");
		frame = Ffmpeg.made(avutil.av_frame_alloc(), "memory");
		toCodec = Ffmpeg.made(swscale.sws_getContext(width, height, avutil.AV_PIX_FMT_RGB24, width, height, format, FLAGS, null, null,
				(DoublePointer) null), "way to these colours");
		rgb = new BytePointer((long) width * height * 3);
		context.width(width).height(height).pix_fmt(format).thread_count(1);
		int ticks = kind.fixedRate() ? framesASecond : settings.container().ticks(framesASecond);
		context.time_base(Ffmpeg.rational(1, ticks)).framerate(Ffmpeg.rational(framesASecond, 1));
		context.gop_size(settings.keyFrameEvery()).max_b_frames(settings.bFrames());
		context.sample_aspect_ratio(Ffmpeg.rational(settings.aspectWidth(), settings.aspectHeight()));
		kind.setFidelity(context, settings.fidelity());
		if (globalHeader) {
			context.flags(context.flags() | avcodec.AV_CODEC_FLAG_GLOBAL_HEADER);
		}
		AVDictionary options = Ffmpeg.options(kind.options());
		try {
			Ffmpeg.check(avcodec.avcodec_open2(context, codec, options), "opening " + kind.encoder());
		} finally {
			avutil.av_dict_free(options);
		}
		frame.format(format).width(width).height(height);
		Ffmpeg.check(avutil.av_frame_get_buffer(frame, 0), "a frame's memory");
	}

	AVCodecContext context() {
		return context;
	}

	boolean fits(Picture picture) {
		return picture.width() == width && picture.height() == height;
	}

	/** Codes a picture shown from this tick on for so many ticks. */
	void encode(Picture picture, long ticks, long lengthTicks, Muxer muxer) throws IOException {
		Ffmpeg.check(avutil.av_frame_make_writable(frame), "a frame's memory");
		byte[] samples = picture.toRgb().samples();
		rgb.put(samples, 0, samples.length);
		try (PointerPointer<BytePointer> planes = new PointerPointer<>(4); IntPointer strides = new IntPointer(width * 3, 0, 0, 0)) {
			planes.put(0, rgb).put(1, (BytePointer) null).put(2, (BytePointer) null).put(3, (BytePointer) null);
			Ffmpeg.check(swscale.sws_scale(toCodec, planes, strides, 0, height, frame.data(), frame.linesize()), "converting colours");
		}
		frame.pts(ticks).duration(lengthTicks);
		Ffmpeg.check(avcodec.avcodec_send_frame(context, frame), "coding a frame");
		muxer.takeFrom(context, Muxer.PICTURES);
	}

	/** Codes what the encoder still holds. */
	void finish(Muxer muxer) throws IOException {
		Ffmpeg.check(avcodec.avcodec_send_frame(context, null), "ending the coding");
		muxer.takeFrom(context, Muxer.PICTURES);
	}

	@Override
	public void close() {
		avutil.av_frame_free(frame);
		avcodec.avcodec_free_context(context);
		swscale.sws_freeContext(toCodec);
		rgb.close();
	}
}
