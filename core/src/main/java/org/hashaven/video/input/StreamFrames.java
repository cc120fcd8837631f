package org.hashaven.video.input;

import java.io.IOException;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.global.avcodec;
import org.hashaven.hash.Symmetry;
import org.hashaven.video.VideoException;
import org.hashaven.video.VideoHash;
import org.hashaven.video.VideoLimits;
import org.hashaven.video.VideoOptions;
import org.hashaven.video.limit.StallWatchdog;
import org.hashaven.video.limit.VideoErrors;
import org.jspecify.annotations.Nullable;

/** The frames of a file's video stream: {@link Container} and {@link FrameDecoder} in a loop. */
public final class StreamFrames implements FrameSource {

	/** Frames that no other needs are passed over when this many times as many come as are hashed. */
	private static final int SPARE_FRAMES = 8;

	private final VideoOptions options;
	private final StallWatchdog watch;
	private final Container container;
	private final AVPacket packet;
	private @Nullable FrameDecoder decoder;
	private @Nullable AVFrame last;
	private final long allowedBytes;
	private long packetBytes;
	private int silentPackets;
	private boolean ended;
	private boolean limited;

	public StreamFrames(FileInput input, VideoFormat format, VideoOptions options, StallWatchdog watch) throws IOException {
		this.options = options;
		this.watch = watch;
		if (format == VideoFormat.GIF) {
			input.beginWith(GifScan.withGrownScreen(input.stream(), input.head(GifScan.SCREEN_BYTES)));
		}
		this.container = new Container(input, format, watch);
		this.allowedBytes = input.fileBytes() * VideoLimits.MAX_READS;
		this.packet = avcodec.av_packet_alloc();
	}

	@Override
	public @Nullable AVFrame next() throws IOException {
		while (true) {
			if (decoder != null) {
				last = decoder.receive();
				if (last != null) {
					silentPackets = 0;
					watch.gained();
					return last;
				}
			}
			if (ended) {
				return null;
			}
			ended = !container.read(packet);
			if (ended) {
				endOfPackets();
			} else {
				send();
			}
		}
	}

	private void send() throws VideoException {
		packetBytes += packet.size();
		try {
			requireDecoder().send(packet);
		} finally {
			avcodec.av_packet_unref(packet);
		}
		if (++silentPackets > options.limits().maxSilentPackets() || packetBytes > allowedBytes) {
			limited = true;
			ended = true;
		}
	}

	private void endOfPackets() throws VideoException {
		if (!container.hasStream()) {
			throw container.isDamaged() || !container.hasOtherStreams() ? VideoErrors.damaged() : noPictures();
		}
		requireDecoder().send(null);
	}

	private FrameDecoder requireDecoder() throws VideoException {
		if (decoder == null) {
			if (container.isEncrypted()) {
				throw new VideoException(VideoException.Reason.ENCRYPTED, "The video is encrypted.");
			}
			decoder = new FrameDecoder(container.codec(), container.timeBase(), options.limits(), options.threads(), discard());
		}
		return decoder;
	}

	/** Which frames need not be decoded. */
	private int discard() {
		if (options.keyFramesOnly() && container.hasKeyFramesEvery(VideoOptions.MAX_KEY_GAP_SECONDS)) {
			container.readKeyFramesOnly();
			return avcodec.AVDISCARD_NONKEY;
		}
		boolean spare = options.extraFrames() && container.claimedFrameRate() >= options.framesPerSecond() * SPARE_FRAMES;
		return spare ? avcodec.AVDISCARD_NONREF : avcodec.AVDISCARD_DEFAULT;
	}

	private static VideoException noPictures() {
		return new VideoException(VideoException.Reason.NO_PICTURES, "There are no moving pictures in the file.");
	}

	@Override
	public double timeUnit() {
		return container.timeUnit();
	}

	/** A frame's own word is believed before the file's. */
	@Override
	public Symmetry turn() {
		Symmetry own = last == null ? null : DisplayMatrix.symmetry(last);
		return own == null ? container.turn() : own;
	}

	@Override
	public VideoHash.Ending ending() {
		if (limited || watch.isStalled()) {
			return VideoHash.Ending.LIMIT;
		}
		boolean damaged = container.isDamaged() || (decoder != null && decoder.isDamaged());
		return damaged ? VideoHash.Ending.DAMAGED : VideoHash.Ending.WHOLE;
	}

	@Override
	public void close() {
		if (decoder != null) {
			decoder.close();
		}
		avcodec.av_packet_free(packet);
		container.close();
	}
}
