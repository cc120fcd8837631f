package org.hashaven.video;

import java.io.IOException;
import java.nio.file.Path;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.global.avutil;
import org.hashaven.image.ByteSource;
import org.hashaven.image.natives.NativeDecoders;
import org.hashaven.video.input.ApngFrames;
import org.hashaven.video.input.FileInput;
import org.hashaven.video.input.FrameSource;
import org.hashaven.video.input.StreamFrames;
import org.hashaven.video.input.VideoFormat;
import org.hashaven.video.input.WebpFrames;
import org.hashaven.video.limit.CostCheck;
import org.hashaven.video.limit.StallWatchdog;
import org.hashaven.video.limit.VideoErrors;
import org.hashaven.video.select.FrameClock;
import org.hashaven.video.select.FrameSelector;
import org.jspecify.annotations.Nullable;

/**
 * The façade: a video file in, the PDQ hashes of its frames out.
 *
 * <p>
 * Thread-safe and without state. Nothing is written to disk, no connection and no other file is opened, memory does not grow with the
 * video's length but for the hashes, and every native object is closed before the call returns.
 *
 * <p>
 * Frames are hashed as vPDQ's program hashes them: in their full size, by PDQ's filter over all pixels, not sampled to 512 × 512 first as
 * photos are. That frames lie on their side or upside down in the file, as phones store them, is undone before; vPDQ's program leaves them.
 * Stretched pixels need nothing: PDQ brings every picture to a square. What lies within even borders is hashed once more.
 */
public final class VideoHasher {

	private final VideoOptions options;

	/** With the {@linkplain VideoOptions#DEFAULT default options}. */
	public VideoHasher() {
		this(VideoOptions.DEFAULT);
	}

	public VideoHasher(VideoOptions options) {
		this.options = options;
	}

	/**
	 * Whether a file is read here, by its content: one of the video formats, or a GIF, WebP or PNG of more than one picture.
	 *
	 * @throws IOException
	 *             when the file itself cannot be read
	 */
	public static boolean isVideo(Path file) throws IOException {
		try (ByteSource source = ByteSource.ofFile(file)) {
			return isVideo(source);
		}
	}

	/**
	 * Whether a file that is open is read here; likewise.
	 *
	 * @throws IOException
	 *             when the file itself cannot be read
	 */
	public static boolean isVideo(ByteSource file) throws IOException {
		try (FileInput input = new FileInput(file)) {
			VideoFormat format = VideoFormat.sniff(input.head(VideoFormat.HEAD_BYTES));
			return format != null && format.isMoving(input);
		}
	}

	/**
	 * Hashes a file.
	 *
	 * @throws VideoException
	 *             when the content is not a video that can be read within the limits
	 * @throws IOException
	 *             when the file itself cannot be read
	 */
	public VideoHash hash(Path file) throws IOException {
		return hash(file, VideoProgress.NONE);
	}

	/**
	 * Hashes a file; {@code progress}, or interrupting the thread, can stop it.
	 *
	 * @throws VideoException
	 *             when the content is not a video that can be read within the limits, or when it was stopped
	 * @throws IOException
	 *             when the file itself cannot be read
	 */
	public VideoHash hash(Path file, VideoProgress progress) throws IOException {
		try (ByteSource source = ByteSource.ofFile(file)) {
			return hash(source, progress);
		}
	}

	/**
	 * Hashes a file that is open, which stays so; likewise.
	 *
	 * @throws VideoException
	 *             when the content is not a video that can be read within the limits, or when it was stopped
	 * @throws IOException
	 *             when the file itself cannot be read
	 */
	public VideoHash hash(ByteSource file, VideoProgress progress) throws IOException {
		try (FileInput input = new FileInput(file)) {
			byte[] head = input.head(VideoFormat.HEAD_BYTES);
			VideoFormat format = VideoFormat.sniff(head);
			if (format == null) {
				throw new VideoException(VideoException.Reason.NOT_A_VIDEO,
						head.length == 0 ? "The file is empty." : "The file is not a video in a format that is known here.");
			}
			if (!NativeDecoders.loadVideo()) {
				throw new VideoException(VideoException.Reason.UNSUPPORTED, "The native decoders for videos cannot be loaded.");
			}
			StallWatchdog watch = new StallWatchdog(progress, options.limits(), input.fileBytes());
			try (FrameSource source = open(input, format, watch); FrameHasher hasher = new FrameHasher(options)) {
				long allowedBytes = format.isAnimation()
						? CostCheck.allowedBytesOfAnimation(options.limits(), input.fileBytes())
						: CostCheck.allowedBytes(options.limits(), input.fileBytes());
				VideoHash hash = options.threads() == 1
						? new Reading(source, hasher::hash, allowedBytes).run(hasher)
						: runBeside(source, hasher, allowedBytes);
				watch.tellEnd();
				return hash;
			} catch (OutOfMemoryError e) {
				// One frame did not fit: the program is as sound as before.
				VideoException tooLarge = new VideoException(VideoException.Reason.TOO_MANY_PIXELS,
						"The video needs more memory than this program may use.");
				tooLarge.initCause(e);
				throw tooLarge;
			}
		}
	}

	private FrameSource open(FileInput input, VideoFormat format, StallWatchdog watch) throws IOException {
		return switch (format) {
			case WEBP -> new WebpFrames(input, options.limits(), watch);
			case APNG -> new ApngFrames(input, options.limits(), watch);
			default -> new StreamFrames(input, format, options, watch);
		};
	}

	private VideoHash runBeside(FrameSource source, FrameHasher hasher, long allowedBytes) throws IOException {
		try (HashingThread thread = new HashingThread(hasher)) {
			Reading reading = new Reading(source, thread::hash, allowedBytes);
			reading.readAll();
			thread.finish();
			return reading.result(hasher);
		}
	}

	/** One pass over the frames of a file. */
	private final class Reading {

		private final FrameSource source;
		private final long allowedBytes;
		private final FrameClock clock = new FrameClock();
		private final FrameSelector selector;
		private boolean limited;

		Reading(FrameSource source, FrameSelector.Sink sink, long allowedBytes) {
			this.source = source;
			this.allowedBytes = allowedBytes;
			selector = new FrameSelector(options, sink);
		}

		VideoHash run(FrameHasher hasher) throws IOException {
			readAll();
			return result(hasher);
		}

		void readAll() throws IOException {
			try (selector) {
				readFrames();
				if (!limited) {
					selector.flush();
				}
			}
		}

		private void readFrames() throws IOException {
			long bytes = 0;
			@Nullable
			AVFrame frame = source.next();
			while (frame != null) {
				bytes += Math.max(0, avutil.av_image_get_buffer_size(frame.format(), frame.width(), frame.height(), 1));
				limited = bytes > allowedBytes || !selector.take(frame, source.turn(), clock.timeMs(frame, source.timeUnit()));
				if (limited) {
					return;
				}
				frame = source.next();
			}
		}

		VideoHash result(FrameHasher hasher) throws VideoException {
			VideoHash.Ending ending = limited ? VideoHash.Ending.LIMIT : source.ending();
			FrameViews views = hasher.views();
			if (views.frames().isEmpty()) {
				throw ending == VideoHash.Ending.LIMIT
						? new VideoException(VideoException.Reason.TOO_SLOW, "The video gives no picture within the limits.")
						: VideoErrors.damaged();
			}
			return new VideoHash(views.frames(), views.numbers(), views.views(), selector.decodedFrames(), ending);
		}
	}
}
