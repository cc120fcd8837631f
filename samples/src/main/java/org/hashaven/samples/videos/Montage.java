package org.hashaven.samples.videos;

import java.io.IOException;
import java.util.Iterator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;
import org.hashaven.samples.pictures.Picture;
import org.jspecify.annotations.Nullable;

/** Cuts, joins and changes moving pictures while they are played; nothing is collected. */
public final class Montage {

	/** Another one frame for each. */
	private record Changed(MovingPicture from, long durationUs, UnaryOperator<TimedPicture> change) implements MovingPicture {

		@Override
		public Frames frames() throws IOException {
			Frames frames = from.frames();
			return new Frames() {

				@Override
				public @Nullable TimedPicture next() throws IOException {
					TimedPicture frame = frames.next();
					return frame == null ? null : change.apply(frame);
				}

				@Override
				public void close() {
					frames.close();
				}
			};
		}
	}

	/** Some frames only, until one is behind the end. */
	private record Picked(MovingPicture from, long durationUs, long endUs, FramePick pick) implements MovingPicture {

		@Override
		public Frames frames() throws IOException {
			Frames frames = from.frames();
			return new Frames() {

				private long index;

				@Override
				public @Nullable TimedPicture next() throws IOException {
					TimedPicture frame = frames.next();
					while (frame != null && frame.timeUs() < endUs && !pick.wants(index++, frame.timeUs())) {
						frame = frames.next();
					}
					return frame == null || frame.timeUs() >= endUs ? null : frame;
				}

				@Override
				public void close() {
					frames.close();
				}
			};
		}
	}

	/** One after the other. */
	private record Joined(List<MovingPicture> parts) implements MovingPicture {

		@Override
		public long durationUs() {
			return parts.stream().mapToLong(MovingPicture::durationUs).sum();
		}

		@Override
		public Frames frames() {
			Iterator<MovingPicture> left = parts.iterator();
			return new Frames() {

				private long startUs;
				private long nextStartUs;
				private @Nullable Frames current;

				@Override
				public @Nullable TimedPicture next() throws IOException {
					TimedPicture frame = current == null ? null : current.next();
					while (frame == null && left.hasNext()) {
						close();
						MovingPicture part = left.next();
						startUs = nextStartUs;
						nextStartUs += part.durationUs();
						current = part.frames();
						frame = current.next();
					}
					return frame == null ? null : new TimedPicture(frame.picture(), startUs + frame.timeUs());
				}

				@Override
				public void close() {
					if (current != null) {
						current.close();
						current = null;
					}
				}
			};
		}
	}

	/** Says which frames stay. */
	private interface FramePick {

		boolean wants(long index, long timeUs);
	}

	private Montage() {
	}

	/** With every picture changed. */
	public static MovingPicture drawnOn(MovingPicture from, UnaryOperator<Picture> change) {
		return new Changed(from, from.durationUs(), frame -> new TimedPicture(change.apply(frame.picture()), frame.timeUs()));
	}

	/** Played so many times as fast; below 1 slower. */
	public static MovingPicture faster(MovingPicture from, double times) {
		return new Changed(from, Math.round(from.durationUs() / times),
				frame -> new TimedPicture(frame.picture(), Math.round(frame.timeUs() / times)));
	}

	/** From one moment to before another. */
	public static MovingPicture cut(MovingPicture from, long startUs, long endUs) {
		long end = Math.min(endUs, from.durationUs());
		MovingPicture picked = new Picked(from, end - startUs, end, (index, timeUs) -> timeUs >= startUs);
		return new Changed(picked, end - startUs, frame -> new TimedPicture(frame.picture(), frame.timeUs() - startUs));
	}

	/** The first frame only. */
	public static MovingPicture firstFrame(MovingPicture from) {
		return new Picked(from, from.durationUs(), Long.MAX_VALUE, (index, timeUs) -> index == 0);
	}

	/** Without about this part of its frames, chosen by chance; the first stays. */
	public static MovingPicture dropping(MovingPicture from, double part, long seed) {
		return new Picked(from, from.durationUs(), Long.MAX_VALUE,
				(index, timeUs) -> index == 0 || new SplittableRandom(seed + index).nextDouble() >= part);
	}

	/**
	 * With frames at uneven times, as phones record in bad light: in one second all frames, in the next one in two, in the third one in
	 * five.
	 */
	public static MovingPicture uneven(MovingPicture from) {
		return new Picked(from, from.durationUs(), Long.MAX_VALUE, (index, timeUs) -> switch ((int) (timeUs / 1_000_000 % 3)) {
			case 0 -> true;
			case 1 -> index % 2 == 0;
			default -> index % 5 == 0;
		});
	}

	/** One after the other. */
	public static MovingPicture joined(List<MovingPicture> parts) {
		return new Joined(List.copyOf(parts));
	}
}
