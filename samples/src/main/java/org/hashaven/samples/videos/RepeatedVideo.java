package org.hashaven.samples.videos;

import java.io.IOException;
import java.nio.file.Path;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVIOContext;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avformat;
import org.bytedeco.ffmpeg.global.avutil;

/** Hours of video at the cost of seconds: the coded pictures of a short one, written again and again. */
public final class RepeatedVideo {

	private RepeatedVideo() {
	}

	/**
	 * Writes the pictures of an MP4 so many times, one after the other, into another.
	 *
	 * @param durationUs
	 *            how long the short one is
	 */
	public static void write(Path from, long durationUs, int times, Path to) throws IOException {
		Ffmpeg.load();
		AVFormatContext output = new AVFormatContext(null);
		Ffmpeg.check(avformat.avformat_alloc_output_context2(output, null, Container.MP4.muxer(), to.toString()), "opening a muxer");
		AVIOContext file = new AVIOContext(null);
		try {
			Ffmpeg.check(avformat.avio_open(file, to.toString(), avformat.AVIO_FLAG_WRITE), "opening a file to write");
			output.pb(file);
			for (int round = 0; round < times; round++) {
				append(from, round * durationUs, output);
			}
			Ffmpeg.check(avformat.av_write_trailer(output), "writing the end");
		} finally {
			avformat.avio_closep(file);
			avformat.avformat_free_context(output);
		}
	}

	private static void append(Path from, long startUs, AVFormatContext output) throws IOException {
		AVFormatContext input = new AVFormatContext(null);
		Ffmpeg.check(avformat.avformat_open_input(input, from.toString(), null, null), "opening a file to read");
		AVPacket packet = Ffmpeg.made(avcodec.av_packet_alloc(), "memory");
		try {
			AVStream source = input.streams(0);
			if (output.nb_streams() == 0) {
				AVStream stream = Ffmpeg.made(avformat.avformat_new_stream(output, null), "memory");
				Ffmpeg.check(avcodec.avcodec_parameters_copy(stream.codecpar(), source.codecpar()), "describing a stream");
				stream.time_base(source.time_base());
				Ffmpeg.check(avformat.avformat_write_header(output, (AVDictionary) null), "writing the header");
			}
			AVStream stream = output.streams(0);
			long start = avutil.av_rescale_q(startUs, Ffmpeg.microseconds(), stream.time_base());
			while (avformat.av_read_frame(input, packet) >= 0) {
				avcodec.av_packet_rescale_ts(packet, source.time_base(), stream.time_base());
				packet.pts(packet.pts() + start).dts(packet.dts() + start).stream_index(0);
				Ffmpeg.check(avformat.av_write_frame(output, packet), "writing a packet");
				avcodec.av_packet_unref(packet);
			}
		} finally {
			avcodec.av_packet_free(packet);
			avformat.avformat_close_input(input);
		}
	}
}
