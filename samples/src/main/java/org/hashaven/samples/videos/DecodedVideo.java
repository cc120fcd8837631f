package org.hashaven.samples.videos;

import java.io.IOException;
import java.nio.file.Path;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.avutil.AVRational;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avformat;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.ffmpeg.global.swscale;
import org.bytedeco.ffmpeg.swscale.SwsContext;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.javacpp.PointerPointer;
import org.hashaven.samples.pictures.Picture;
import org.jspecify.annotations.Nullable;

/**
 * A sound video file as a moving picture, as it is stored: turned by no one, pixels not squared. For making other files of it; nothing here
 * guards against a hostile one.
 */
public final class DecodedVideo implements MovingPicture {

	private static final AVRational MICROSECONDS = Ffmpeg.microseconds();

	private final Path file;
	private final long durationUs;

	private DecodedVideo(Path file, long durationUs) {
		this.file = file;
		this.durationUs = durationUs;
	}

	/** Opens the file to see how long it is. */
	public static DecodedVideo of(Path file) throws IOException {
		try (Decoding decoding = new Decoding(file)) {
			return new DecodedVideo(file, decoding.durationUs());
		}
	}

	@Override
	public long durationUs() {
		return durationUs;
	}

	@Override
	public Frames frames() throws IOException {
		return new Decoding(file);
	}

	/** A file being read, on one thread. */
	private static final class Decoding implements Frames {

		private static final int FLAGS = swscale.SWS_BILINEAR | swscale.SWS_ACCURATE_RND | swscale.SWS_FULL_CHR_H_INT;
		/** Bytes that swscale may write behind the last row. */
		private static final int SLACK = 64;

		private final AVFormatContext input = new AVFormatContext(null);
		private final AVCodecContext codec;
		private final AVStream stream;
		private final AVPacket packet;
		private final AVFrame frame;
		private @Nullable SwsContext toRgb;
		private long firstUs = Long.MIN_VALUE;

		Decoding(Path file) throws IOException {
			Ffmpeg.check(avformat.avformat_open_input(input, file.toString(), null, null), "opening a file to read");
			Ffmpeg.check(avformat.avformat_find_stream_info(input, (AVDictionary) null), "looking for streams");
			AVCodec decoder = new AVCodec(null);
			int index = Ffmpeg.check(avformat.av_find_best_stream(input, avutil.AVMEDIA_TYPE_VIDEO, -1, -1, decoder, 0),
					"looking for video");
			stream = input.streams(index);
			codec = Ffmpeg.made(avcodec.avcodec_alloc_context3(decoder), "memory");
			packet = Ffmpeg.made(avcodec.av_packet_alloc(), "memory");
			frame = Ffmpeg.made(avutil.av_frame_alloc(), "memory");
			Ffmpeg.check(avcodec.avcodec_parameters_to_context(codec, stream.codecpar()), "describing a stream");
			codec.thread_count(1);
			Ffmpeg.check(avcodec.avcodec_open2(codec, decoder, (AVDictionary) null), "opening a decoder");
		}

		/** As the file says. */
		long durationUs() {
			return input.duration();
		}

		@Override
		public @Nullable TimedPicture next() throws IOException {
			while (true) {
				int result = avcodec.avcodec_receive_frame(codec, frame);
				if (result == avutil.AVERROR_EOF) {
					return null;
				}
				if (result != Ffmpeg.AGAIN) {
					Ffmpeg.check(result, "decoding");
					return new TimedPicture(picture(), timeUs());
				}
				send();
			}
		}

		/** Hands the next packet to the decoder, or the news that there is none. */
		private void send() throws IOException {
			while (avformat.av_read_frame(input, packet) >= 0) {
				try {
					if (packet.stream_index() == stream.index()) {
						Ffmpeg.check(avcodec.avcodec_send_packet(codec, packet), "decoding");
						return;
					}
				} finally {
					avcodec.av_packet_unref(packet);
				}
			}
			Ffmpeg.check(avcodec.avcodec_send_packet(codec, null), "decoding");
		}

		private long timeUs() {
			long us = avutil.av_rescale_q(frame.best_effort_timestamp(), stream.time_base(), MICROSECONDS);
			firstUs = firstUs == Long.MIN_VALUE ? us : firstUs;
			return us - firstUs;
		}

		private Picture picture() throws IOException {
			int width = frame.width();
			int height = frame.height();
			SwsContext scale = Ffmpeg.made(swscale.sws_getCachedContext(toRgb, width, height, frame.format(), width, height,
					avutil.AV_PIX_FMT_RGB24, FLAGS, null, null, (DoublePointer) null), "way from these colours");
			toRgb = scale;
			byte[] samples = new byte[width * height * 3];
			try (BytePointer rgb = new BytePointer(samples.length + (long) SLACK);
					PointerPointer<BytePointer> planes = new PointerPointer<>(4);
					IntPointer strides = new IntPointer(width * 3, 0, 0, 0)) {
				planes.put(0, rgb).put(1, (BytePointer) null).put(2, (BytePointer) null).put(3, (BytePointer) null);
				Ffmpeg.check(swscale.sws_scale(scale, frame.data(), frame.linesize(), 0, height, planes, strides), "converting colours");
				rgb.get(samples);
			}
			return Picture.ofRgb(width, height, samples);
		}

		@Override
		public void close() {
			avutil.av_frame_free(frame);
			avcodec.av_packet_free(packet);
			avcodec.avcodec_free_context(codec);
			avformat.avformat_close_input(input);
			swscale.sws_freeContext(toRgb);
		}
	}
}
