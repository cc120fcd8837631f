package org.hashaven.samples.videos;

import java.io.IOException;
import java.nio.file.Path;
import org.bytedeco.ffmpeg.avutil.AVRational;
import org.bytedeco.ffmpeg.global.avutil;
import org.jspecify.annotations.Nullable;

/** Puts moving pictures into files. */
public final class VideoFile {

	private static final AVRational MICROSECONDS = Ffmpeg.microseconds();

	private VideoFile() {
	}

	/**
	 * Writes a moving picture. It may change its size where the codec allows it.
	 *
	 * @throws IOException
	 *             when it has no frame, or FFmpeg does not write this codec, container or size
	 */
	public static void write(MovingPicture clip, VideoSettings settings, Path file) throws IOException {
		try (Frames frames = clip.frames()) {
			TimedPicture first = frames.next();
			if (first == null) {
				throw new IOException("a moving picture without a frame");
			}
			try (Writing writing = new Writing(settings, first, file)) {
				TimedPicture frame = first;
				while (frame != null) {
					TimedPicture next = frames.next();
					writing.put(frame, next == null ? clip.durationUs() : next.timeUs());
					frame = next;
				}
				writing.finish();
			}
		}
	}

	/** Writes a file with a tone and no picture. */
	public static void writeSound(long durationMs, Container container, Path file) throws IOException {
		VideoSettings settings = VideoSettings.of(container, VideoCodec.H264);
		try (Muxer muxer = new Muxer(settings, file); SoundEncoder sound = new SoundEncoder(Muxer.wantsGlobalHeader(container))) {
			muxer.add(sound.context(), Muxer.SOUND, 0);
			muxer.start();
			sound.encodeUntil(1_000 * durationMs, muxer);
			sound.finish(muxer);
			muxer.finish();
		}
	}

	/** A file being written. */
	private static final class Writing implements AutoCloseable {

		private final VideoSettings settings;
		private final boolean globalHeader;
		private final Muxer muxer;
		private final @Nullable SoundEncoder sound;
		private PictureEncoder pictures;
		private long lastTick = -1;

		Writing(VideoSettings settings, TimedPicture first, Path file) throws IOException {
			this.settings = settings;
			this.globalHeader = Muxer.wantsGlobalHeader(settings.container());
			this.pictures = encoder(first);
			this.sound = settings.sound() ? new SoundEncoder(globalHeader) : null;
			this.muxer = new Muxer(settings, file);
			muxer.add(pictures.context(), Muxer.PICTURES, settings.rotation());
			if (sound != null) {
				muxer.add(sound.context(), Muxer.SOUND, 0);
			}
			muxer.start();
		}

		private PictureEncoder encoder(TimedPicture frame) throws IOException {
			return new PictureEncoder(settings, frame.picture().width(), frame.picture().height(), globalHeader);
		}

		void put(TimedPicture frame, long endUs) throws IOException {
			if (!pictures.fits(frame.picture())) {
				if (!settings.codec().sizeMayChange()) {
					throw new IOException("the size changes, which " + settings.codec() + " cannot");
				}
				pictures.finish(muxer);
				pictures.close();
				pictures = encoder(frame);
			}
			long start = ticks(frame.timeUs());
			if (start <= lastTick) {
				// The container has fewer moments than there are frames.
				return;
			}
			lastTick = start;
			pictures.encode(frame.picture(), start, ticks(endUs) - start, muxer);
			if (sound != null) {
				sound.encodeUntil(endUs, muxer);
			}
		}

		private long ticks(long timeUs) {
			return avutil.av_rescale_q(timeUs, MICROSECONDS, pictures.context().time_base());
		}

		void finish() throws IOException {
			pictures.finish(muxer);
			if (sound != null) {
				sound.finish(muxer);
			}
			muxer.finish();
		}

		@Override
		public void close() {
			pictures.close();
			if (sound != null) {
				sound.close();
			}
			muxer.close();
		}
	}
}
