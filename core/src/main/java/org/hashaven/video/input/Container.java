package org.hashaven.video.input;

import java.io.IOException;
import org.bytedeco.ffmpeg.avcodec.AVCodecParameters;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avcodec.AVPacketSideData;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVIOContext;
import org.bytedeco.ffmpeg.avformat.AVIndexEntry;
import org.bytedeco.ffmpeg.avformat.AVInputFormat;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVDictionaryEntry;
import org.bytedeco.ffmpeg.avutil.AVRational;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avformat;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.javacpp.PointerPointer;
import org.hashaven.hash.Symmetry;
import org.hashaven.video.VideoException;
import org.hashaven.video.limit.StallWatchdog;
import org.hashaven.video.limit.VideoErrors;
import org.jspecify.annotations.Nullable;

/**
 * A file taken apart by FFmpeg into the packets of its video stream.
 *
 * <p>
 * The format is given, the bytes come from a {@link FileInput}, and whatever else FFmpeg would open on the file's behalf is refused: no
 * protocol is allowed, and the function that opens things is replaced by one that does not. The streams are not probed by decoding, as
 * {@code avformat_find_stream_info} does: that would run codecs beyond our limits, and all that is needed is in the headers.
 */
final class Container implements AutoCloseable {

	private static final Refusal REFUSAL = new Refusal();
	private static final int MAX_STREAMS = 100;
	/** Damaged places, one after the other, behind which a packet is still looked for. */
	private static final int MAX_FAULTS = 100;
	private static final int ENCRYPTED_TAG = 'e' | 'n' << 8 | 'c' << 16 | 'v' << 24;

	private final FileInput input;
	private final VideoFormat format;
	private final StallWatchdog watch;
	private final AVFormatContext context;
	private @Nullable AVStream stream;
	private boolean damaged;

	Container(FileInput input, VideoFormat format, StallWatchdog watch) throws IOException {
		this.input = input;
		this.format = format;
		this.watch = watch;
		this.context = avformat.avformat_alloc_context();
		AVInputFormat demuxer = avformat.av_find_input_format(format.demuxer);
		if (context == null || demuxer == null) {
			throw new VideoException(VideoException.Reason.UNSUPPORTED, "This system cannot read this kind of video.");
		}
		AVIOContext bytes = input.context(watch);
		context.pb(bytes);
		context.io_open(REFUSAL);
		context.max_streams(MAX_STREAMS);
		input.interrupts(context.interrupt_callback());
		open(demuxer);
		chooseStream();
	}

	private void open(AVInputFormat demuxer) throws IOException {
		AVDictionary options = new AVDictionary(null);
		avutil.av_dict_set(options, "protocol_whitelist", "none", 0);
		avutil.av_dict_set(options, "format_whitelist", demuxer.name().getString(), 0);
		avutil.av_dict_set(options, "enable_drefs", "0", 0);
		avutil.av_dict_set(options, "use_absolute_path", "0", 0);
		try {
			// On failure it frees the context.
			if (avformat.avformat_open_input(context, (String) null, demuxer, options) < 0) {
				input.requireReadable();
				watch.requireWanted();
				throw VideoErrors.damaged();
			}
		} finally {
			avutil.av_dict_free(options);
		}
	}

	/** The stream that players show: the first one marked as default, else the first; never a cover picture. */
	private void chooseStream() {
		AVStream first = null;
		for (int i = 0; i < context.nb_streams(); i++) {
			AVStream each = context.streams(i);
			boolean cover = (each.disposition() & avformat.AV_DISPOSITION_ATTACHED_PIC) != 0;
			if (each.codecpar().codec_type() != avutil.AVMEDIA_TYPE_VIDEO || cover) {
				each.discard(avcodec.AVDISCARD_ALL);
				continue;
			}
			boolean marked = (each.disposition() & avformat.AV_DISPOSITION_DEFAULT) != 0;
			if (first == null || (marked && (first.disposition() & avformat.AV_DISPOSITION_DEFAULT) == 0)) {
				first = each;
			}
		}
		stream = first;
	}

	/**
	 * Reads the next packet of the video stream.
	 *
	 * @return false at the end
	 */
	boolean read(AVPacket packet) throws IOException {
		int faults = 0;
		// Time that passed outside, in codecs or in a suspended process, is no stall of this file.
		watch.gained();
		while (faults < MAX_FAULTS && !watch.isStalled()) {
			watch.tell(input.position());
			int status = avformat.av_read_frame(context, packet);
			watch.requireWanted();
			if (status >= 0) {
				faults = 0;
				if (stream == null && context.nb_streams() > 0) {
					// A transport stream may show what is in it late.
					chooseStream();
				}
				if (stream != null && packet.stream_index() == stream.index()) {
					// Transport streams that were joined jump where one ends; what is missing of a frame, its codec finds.
					damaged |= format != VideoFormat.MPEG_TS && (packet.flags() & avcodec.AV_PKT_FLAG_CORRUPT) != 0;
					watch.gained();
					return true;
				}
				avcodec.av_packet_unref(packet);
				continue;
			}
			input.requireReadable();
			if (status == avutil.AVERROR_EOF) {
				return false;
			}
			damaged = true;
			faults++;
		}
		return false;
	}

	/** Whether there is a video stream, as far as has been read. */
	boolean hasStream() {
		return stream != null;
	}

	/** Whether there are streams of other kinds. */
	boolean hasOtherStreams() {
		return context.nb_streams() > (stream == null ? 0 : 1);
	}

	/** Whether anything was found to be damaged or missing. */
	boolean isDamaged() {
		return damaged;
	}

	private AVStream stream() {
		if (stream == null) {
			throw new IllegalStateException("no stream yet");
		}
		return stream;
	}

	AVCodecParameters codec() {
		return stream().codecpar();
	}

	AVRational timeBase() {
		return stream().time_base();
	}

	double timeUnit() {
		return avutil.av_q2d(stream().time_base());
	}

	/** Frames a second as the file claims; 0 when it does not. */
	double claimedFrameRate() {
		return stream().avg_frame_rate().den() == 0 ? 0 : avutil.av_q2d(stream().avg_frame_rate());
	}

	Symmetry turn() {
		AVPacketSideData matrix = sideData(avcodec.AV_PKT_DATA_DISPLAYMATRIX);
		return matrix == null || matrix.size() < DisplayMatrix.BYTES
				? Symmetry.IDENTITY
				: DisplayMatrix.symmetry(new IntPointer(matrix.data()));
	}

	boolean isEncrypted() {
		// Matroska names the key of a locked track.
		AVDictionaryEntry key = avutil.av_dict_get(stream().metadata(), "enc_key_id", null, 0);
		return key != null || codec().codec_tag() == ENCRYPTED_TAG || sideData(avcodec.AV_PKT_DATA_ENCRYPTION_INIT_INFO) != null;
	}

	private @Nullable AVPacketSideData sideData(int type) {
		AVCodecParameters parameters = codec();
		return avcodec.av_packet_side_data_get(parameters.coded_side_data(), parameters.nb_coded_side_data(), type);
	}

	/** Whether the file has an index which says that key frames are never further apart than this, from its start to its end. */
	boolean hasKeyFramesEvery(double seconds) {
		double unit = timeUnit();
		int entries = avformat.avformat_index_get_entries_count(stream());
		int keys = 0;
		long lastKey = 0;
		long last = 0;
		for (int i = 0; i < entries; i++) {
			AVIndexEntry entry = avformat.avformat_index_get_entry(stream(), i);
			last = entry.timestamp();
			if ((entry.flags() & AVIndexEntry.AVINDEX_KEYFRAME) != 0) {
				if (keys++ > 0 && (last - lastKey) * unit > seconds) {
					return false;
				}
				lastKey = last;
			}
		}
		return keys > 1 && (last - lastKey) * unit <= seconds;
	}

	/** From now on only key frames are read. */
	void readKeyFramesOnly() {
		stream().discard(avcodec.AVDISCARD_NONKEY);
	}

	@Override
	public void close() {
		// Does nothing to a context that failed to open and is freed.
		avformat.avformat_close_input(context);
	}

	/** Opens nothing, whatever is asked for. */
	private static final class Refusal extends AVFormatContext.Io_open_AVFormatContext_PointerPointer_BytePointer_int_PointerPointer {

		@Override
		@SuppressWarnings("rawtypes") // JavaCPP's signature
		public int call(AVFormatContext context, PointerPointer opened, BytePointer url, int flags, PointerPointer options) {
			return avutil.AVERROR_EXIT;
		}
	}
}
