package org.hashaven.samples.videos;

import java.io.IOException;
import java.nio.file.Path;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVCodecParameters;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avcodec.AVPacketSideData;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVIOContext;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avformat;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.javacpp.IntPointer;

/** Writes coded pictures, and sound if there is any, into a container. */
final class Muxer implements AutoCloseable {

	/** What a packet belongs to, for {@link #takeFrom}. */
	static final int PICTURES = 0;
	static final int SOUND = 1;

	private static final int MATRIX_BYTES = 36;

	private final AVFormatContext context = new AVFormatContext(null);
	private final AVPacket packet;
	private final AVStream[] streams = new AVStream[2];
	private final Container container;
	private final long startUs;
	private int packetsToDrop;

	/** Opens the file; {@link #start} must follow the streams. */
	Muxer(VideoSettings settings, Path file) throws IOException {
		Ffmpeg.load();
		container = settings.container();
		String muxer = container.muxer();
		Ffmpeg.check(avformat.avformat_alloc_output_context2(context, null, muxer, file.toString()), "opening " + muxer);
		packet = Ffmpeg.made(avcodec.av_packet_alloc(), "memory");
		AVIOContext output = new AVIOContext(null);
		Ffmpeg.check(avformat.avio_open(output, file.toString(), avformat.AVIO_FLAG_WRITE), "opening a file to write");
		context.pb(output);
		startUs = settings.startUs();
		if (startUs < 0) {
			context.avoid_negative_ts(AVFormatContext.AVFMT_AVOID_NEG_TS_DISABLED);
		}
		packetsToDrop = settings.droppedPackets();
	}

	/** Whether the container keeps what decoders must know beforehand in one place. */
	static boolean wantsGlobalHeader(Container container) {
		return switch (container) {
			case MP4, MP4_INDEX_FIRST, MP4_PIECES, MOV, MKV, WEBM, THREE_GP, FLV, WMV -> true;
			case AVI, MPEG_TS, MPEG_PS, GIF, WEBP -> false;
		};
	}

	/** Adds the stream an encoder fills. */
	void add(AVCodecContext encoder, int kind, int rotation) throws IOException {
		AVStream stream = Ffmpeg.made(avformat.avformat_new_stream(context, null), "memory");
		Ffmpeg.check(avcodec.avcodec_parameters_from_context(stream.codecpar(), encoder), "describing a stream");
		stream.time_base(encoder.time_base());
		if (kind == PICTURES) {
			stream.avg_frame_rate(encoder.framerate());
			stream.sample_aspect_ratio(encoder.sample_aspect_ratio());
		}
		if (rotation != 0) {
			note(rotation, stream.codecpar());
		}
		streams[kind] = stream;
	}

	/** Notes by how many degrees a player turns the pictures against the clock. */
	private static void note(int rotation, AVCodecParameters parameters) throws IOException {
		AVPacketSideData list = new AVPacketSideData(null);
		try (IntPointer count = new IntPointer(1L)) {
			count.put(0);
			AVPacketSideData matrix = Ffmpeg.made(
					avcodec.av_packet_side_data_new(list, count, avcodec.AV_PKT_DATA_DISPLAYMATRIX, MATRIX_BYTES, 0), "memory");
			// FFmpeg sets it with the clock, though it reads it against it.
			avutil.av_display_rotation_set(new IntPointer(matrix.data()), -rotation);
			parameters.coded_side_data(list).nb_coded_side_data(count.get());
		}
	}

	void start() throws IOException {
		AVDictionary options = Ffmpeg.options(container.options());
		try {
			Ffmpeg.check(avformat.avformat_write_header(context, options), "writing the header");
		} finally {
			avutil.av_dict_free(options);
		}
	}

	/** Writes the packets that an encoder has ready. */
	void takeFrom(AVCodecContext encoder, int kind) throws IOException {
		while (true) {
			int result = avcodec.avcodec_receive_packet(encoder, packet);
			if (result == Ffmpeg.AGAIN || result == avutil.AVERROR_EOF) {
				return;
			}
			Ffmpeg.check(result, "coding");
			if (kind == PICTURES && packetsToDrop > 0) {
				packetsToDrop--;
				avcodec.av_packet_unref(packet);
			} else {
				write(encoder, streams[kind]);
			}
		}
	}

	private void write(AVCodecContext encoder, AVStream stream) throws IOException {
		avcodec.av_packet_rescale_ts(packet, encoder.time_base(), stream.time_base());
		long shift = avutil.av_rescale_q(startUs, Ffmpeg.microseconds(), stream.time_base());
		packet.pts(packet.pts() + shift).dts(packet.dts() + shift).stream_index(stream.index());
		Ffmpeg.check(avformat.av_interleaved_write_frame(context, packet), "writing a packet");
	}

	/** Writes the end, without which most files cannot be read. */
	void finish() throws IOException {
		Ffmpeg.check(avformat.av_write_trailer(context), "writing the end");
	}

	@Override
	public void close() {
		avcodec.av_packet_free(packet);
		avformat.avio_closep(context.pb());
		avformat.avformat_free_context(context);
	}
}
