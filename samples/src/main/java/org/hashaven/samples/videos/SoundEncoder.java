package org.hashaven.samples.videos;

import java.io.IOException;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.javacpp.FloatPointer;

/** Codes a tone as AAC, for files that have sound. */
final class SoundEncoder implements AutoCloseable {

	private static final int SAMPLES_A_SECOND = 44_100;
	private static final double TONE = 2 * StrictMath.PI * 440 / SAMPLES_A_SECOND;

	private final AVCodecContext context;
	private final AVFrame frame;
	private long samples;

	SoundEncoder(boolean globalHeader) throws IOException {
		Ffmpeg.load();
		AVCodec codec = Ffmpeg.made(avcodec.avcodec_find_encoder_by_name("aac"), "aac");
		context = Ffmpeg.made(avcodec.avcodec_alloc_context3(codec), "memory");
		frame = Ffmpeg.made(avutil.av_frame_alloc(), "memory");
		context.sample_fmt(avutil.AV_SAMPLE_FMT_FLTP).sample_rate(SAMPLES_A_SECOND).bit_rate(32_000).thread_count(1);
		context.time_base(Ffmpeg.rational(1, SAMPLES_A_SECOND));
		avutil.av_channel_layout_default(context.ch_layout(), 1);
		if (globalHeader) {
			context.flags(context.flags() | avcodec.AV_CODEC_FLAG_GLOBAL_HEADER);
		}
		Ffmpeg.check(avcodec.avcodec_open2(context, codec, (AVDictionary) null), "opening aac");
		frame.format(avutil.AV_SAMPLE_FMT_FLTP).nb_samples(context.frame_size()).sample_rate(SAMPLES_A_SECOND);
		avutil.av_channel_layout_default(frame.ch_layout(), 1);
		Ffmpeg.check(avutil.av_frame_get_buffer(frame, 0), "a frame's memory");
	}

	AVCodecContext context() {
		return context;
	}

	/** Codes the tone up to a moment. */
	void encodeUntil(long timeUs, Muxer muxer) throws IOException {
		while (samples * 1_000_000 < timeUs * SAMPLES_A_SECOND) {
			Ffmpeg.check(avutil.av_frame_make_writable(frame), "a frame's memory");
			FloatPointer tone = new FloatPointer(frame.data(0));
			for (int i = 0; i < frame.nb_samples(); i++) {
				tone.put(i, (float) (0.2 * StrictMath.sin(TONE * (samples + i))));
			}
			frame.pts(samples);
			samples += frame.nb_samples();
			Ffmpeg.check(avcodec.avcodec_send_frame(context, frame), "coding sound");
			muxer.takeFrom(context, Muxer.SOUND);
		}
	}

	/** Codes what the encoder still holds. */
	void finish(Muxer muxer) throws IOException {
		Ffmpeg.check(avcodec.avcodec_send_frame(context, null), "ending the coding");
		muxer.takeFrom(context, Muxer.SOUND);
	}

	@Override
	public void close() {
		avutil.av_frame_free(frame);
		avcodec.avcodec_free_context(context);
	}
}
