package org.hashaven.samples.videos;

import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.hashaven.samples.pictures.Picture;
import org.jspecify.annotations.Nullable;

/** A moving picture made up from scenes; each is made when it is first seen, and only one is kept. */
public final class GeneratedClip implements MovingPicture {

	/** Frames a second unless another rate is asked for. */
	public static final int FRAMES_A_SECOND = 25;

	/**
	 * A scene's place in the clip, from start to before end.
	 *
	 * @param scene
	 *            makes it, the same one at every call
	 */
	record Part(long startUs, long endUs, Supplier<Scene> scene) {
	}

	private final List<Part> parts;
	private final double framesASecond;
	private final long durationUs;
	private final Projector projector = new Projector();

	GeneratedClip(List<Part> parts, double framesASecond) {
		this.parts = List.copyOf(parts);
		this.framesASecond = framesASecond;
		this.durationUs = parts.getLast().endUs();
	}

	/** The same clip with so many frames a second. */
	public GeneratedClip at(double newFramesASecond) {
		return new GeneratedClip(parts, newFramesASecond);
	}

	@Override
	public long durationUs() {
		return durationUs;
	}

	/** What is seen at this moment, frame or not; the first moment is 0. */
	public Picture pictureAt(long timeUs) {
		Objects.checkIndex(timeUs, durationUs);
		synchronized (projector) {
			return projector.show(timeUs);
		}
	}

	/** Where each scene starts, in microseconds: 0 and every cut. */
	public List<Long> cutsUs() {
		return parts.stream().map(Part::startUs).toList();
	}

	@Override
	public Frames frames() {
		Projector own = new Projector();
		return new Frames() {

			private long index;

			@Override
			public @Nullable TimedPicture next() {
				long timeUs = Math.round(index++ * 1e6 / framesASecond);
				return timeUs < durationUs ? new TimedPicture(own.show(timeUs), timeUs) : null;
			}
		};
	}

	/** Shows moments and keeps the scene of the last one. */
	private final class Projector {

		private @Nullable Part part;
		private @Nullable Scene scene;

		Picture show(long timeUs) {
			for (Part each : parts) {
				if (timeUs < each.endUs()) {
					return sceneOf(each).at((timeUs - each.startUs()) / (double) (each.endUs() - each.startUs()), timeUs);
				}
			}
			throw new IndexOutOfBoundsException("behind the end");
		}

		private Scene sceneOf(Part wanted) {
			Scene current = scene;
			if (current == null || !wanted.equals(part)) {
				current = wanted.scene().get();
				scene = current;
				part = wanted;
			}
			return current;
		}
	}
}
