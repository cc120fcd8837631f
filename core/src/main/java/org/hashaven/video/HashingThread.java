package org.hashaven.video;

import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.global.avutil;
import org.hashaven.video.limit.VideoErrors;
import org.hashaven.video.select.PickedFrame;
import org.jspecify.annotations.Nullable;

/**
 * A thread that hashes frames while the caller's decodes the next ones. Frames wait in a short queue, so that memory stays flat however
 * long the video is.
 */
final class HashingThread implements AutoCloseable {

	private static final int QUEUE = 4;

	/** A frame that waits, or none for the end. */
	private static final Optional<PickedFrame> END = Optional.empty();

	private final FrameHasher hasher;
	private final BlockingQueue<Optional<PickedFrame>> queue = new ArrayBlockingQueue<>(QUEUE);
	private final Thread thread = new Thread(this::run, "frame-hashing");
	private volatile boolean unwanted;
	private volatile @Nullable Throwable failure;

	HashingThread(FrameHasher hasher) {
		this.hasher = hasher;
		thread.setDaemon(true);
		thread.start();
	}

	/** Takes a frame; the frame's pixels are shared, not copied. */
	void hash(PickedFrame frame) throws VideoException {
		requireSound();
		AVFrame shared = avutil.av_frame_clone(frame.pixels());
		if (shared == null) {
			throw new OutOfMemoryError("native memory for a frame");
		}
		try {
			queue.put(Optional.of(frame.withPixels(shared)));
		} catch (InterruptedException e) {
			avutil.av_frame_free(shared);
			Thread.currentThread().interrupt();
			throw VideoErrors.cancelled();
		}
	}

	/** Waits until all frames are hashed. */
	void finish() throws VideoException {
		try {
			queue.put(END);
			thread.join();
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
			throw VideoErrors.cancelled();
		}
		requireSound();
	}

	private void requireSound() throws VideoException {
		Throwable thrown = failure;
		if (thrown instanceof VideoException e) {
			throw e;
		}
		if (thrown instanceof Error e) {
			throw e;
		}
		if (thrown != null) {
			throw new IllegalStateException("hashing a frame failed", thrown);
		}
	}

	private void run() {
		try {
			for (Optional<PickedFrame> frame = queue.take(); frame.isPresent(); frame = queue.take()) {
				work(frame.get());
			}
		} catch (InterruptedException e) {
			// Only this class knows the thread, and ends it by END alone.
			throw new AssertionError(e);
		}
	}

	/** After a failure frames are let go of without a look, so that the other thread never waits for a place in the queue. */
	private void work(PickedFrame frame) {
		try {
			if (!unwanted && failure == null) {
				hasher.hash(frame);
			}
		} catch (VideoException | RuntimeException | Error e) {
			failure = e;
		} finally {
			avutil.av_frame_free(frame.pixels());
		}
	}

	/** Ends the thread, whatever waits, and waits for it: it must not touch the hasher any more. */
	@Override
	public void close() {
		unwanted = true;
		boolean interrupted = false;
		while (thread.isAlive()) {
			try {
				queue.put(END);
				thread.join();
			} catch (InterruptedException e) {
				interrupted = true;
			}
		}
		if (interrupted) {
			Thread.currentThread().interrupt();
		}
	}
}
