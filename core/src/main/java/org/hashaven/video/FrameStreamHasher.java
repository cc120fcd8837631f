package org.hashaven.video;

import java.util.List;
import java.util.Objects;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.hashaven.hash.FrameHash;
import org.hashaven.hash.Symmetry;
import org.hashaven.video.input.DisplayMatrix;
import org.hashaven.video.limit.CostCheck;
import org.hashaven.video.select.FrameClock;
import org.hashaven.video.select.FrameSelector;
import org.hashaven.video.select.PickedFrame;

/**
 * Hashes frames that the caller decodes, and passes their hashes on while more frames come: for cameras, live streams and other decoders.
 *
 * <p>
 * Frames are selected and hashed by the code of {@link VideoHasher}: the same frames at the same times have the same hashes. Of the
 * options, {@link VideoOptions#threads} and {@link VideoOptions#keyFramesOnly} have no effect, since decoding is the caller's; of the
 * limits, those on pixels, sides, frames and seconds apply. The hashes are kept until {@link #close}, for {@link #finish}: an endless
 * stream is hashed in parts, each by an instance of its own, whose {@link VideoLimits#maxSeconds} is the length of a part.
 *
 * <p>
 * Not thread-safe: used by one thread at a time. Holds native memory until it is closed.
 */
public final class FrameStreamHasher implements AutoCloseable {

	private final VideoOptions options;
	private final FrameHashConsumer consumer;
	private final FrameHasher hasher;
	private final FrameSelector selector;
	private final FrameClock clock = new FrameClock();
	private int passedOn;
	private boolean limited;
	private boolean unwanted;

	/**
	 * @param consumer
	 *            called from within {@link #add} and {@link #finish}
	 */
	public FrameStreamHasher(VideoOptions options, FrameHashConsumer consumer) {
		this.options = options;
		this.consumer = Objects.requireNonNull(consumer, "consumer");
		hasher = new FrameHasher(options);
		selector = new FrameSelector(options, this::hash);
	}

	/**
	 * Takes the next frame.
	 *
	 * @param frame
	 *            in any pixel format that swscale reads; its display matrix, if it has one, is applied. Only read, and not kept: the caller
	 *            may use its memory again when this returns
	 * @param seconds
	 *            when it is shown, on any time scale; NaN if unknown. Where times jump back or far ahead, as when a stream starts anew,
	 *            time continues from the frame before
	 * @return whether more frames are wanted; false from when a limit is reached, or the consumer wants no more
	 * @throws VideoException
	 *             when the frame exceeds a limit or its pixels cannot be converted
	 */
	public boolean add(AVFrame frame, double seconds) throws VideoException {
		if (limited || unwanted) {
			return false;
		}
		CostCheck.requirePixels(options.limits(), frame.width(), frame.height());
		Symmetry turn = DisplayMatrix.symmetry(frame);
		limited = !selector.take(frame, turn == null ? Symmetry.IDENTITY : turn, clock.timeMs(seconds));
		return !limited && !unwanted;
	}

	private void hash(PickedFrame frame) throws VideoException {
		hasher.hash(frame);
		List<FrameHash> frames = hasher.views().frames();
		while (!unwanted && passedOn < frames.size()) {
			unwanted = !consumer.accept(frames.get(passedOn++));
		}
	}

	/**
	 * Ends the stream: the hashes of all its frames, as {@link VideoHasher} returns those of a file.
	 *
	 * @param ending
	 *            how the stream ended; {@link VideoHash.Ending#LIMIT} is returned in any case if {@link #add} wanted no more frames
	 * @throws VideoException
	 *             {@link VideoException.Reason#NO_PICTURES} when there was no frame
	 */
	public VideoHash finish(VideoHash.Ending ending) throws VideoException {
		boolean stopped = limited || unwanted;
		if (!stopped) {
			selector.flush();
		}
		FrameViews views = hasher.views();
		if (views.frames().isEmpty()) {
			throw new VideoException(VideoException.Reason.NO_PICTURES, "The stream has no pictures.");
		}
		return new VideoHash(views.frames(), views.numbers(), views.views(), selector.decodedFrames(),
				stopped ? VideoHash.Ending.LIMIT : ending);
	}

	/** Frees native memory and wipes scratch memory. */
	@Override
	public void close() {
		selector.close();
		hasher.close();
	}
}
