package org.hashaven.samples.videos;

import java.util.SplittableRandom;
import org.hashaven.samples.pictures.Picture;
import org.hashaven.samples.pictures.PictureGenerator;

/**
 * A camera that pans or zooms over a generated photograph.
 *
 * @param photo
 *            larger than what the camera sees of it
 * @param from
 *            where the camera starts
 * @param to
 *            where it ends
 */
record CameraMove(Picture photo, View from, View to, int width, int height) implements Scene {

	/** The photograph's sides are this many times those of the frame. */
	private static final double ROOM = 1.6;

	/**
	 * Where a camera looks.
	 *
	 * @param left
	 *            0 at the photograph's left border, 1 at its right
	 * @param top
	 *            0 at its upper border, 1 at its lower
	 * @param scale
	 *            1 to see it pixel by pixel, {@value #ROOM} to see all of it
	 */
	record View(double left, double top, double scale) {

		static View any(SplittableRandom random, double scale) {
			return new View(random.nextDouble(), random.nextDouble(), scale);
		}

		View towards(View other, double part) {
			return new View(left + (other.left - left) * part, top + (other.top - top) * part, scale + (other.scale - scale) * part);
		}
	}

	/** From one side of the photograph to another. */
	static CameraMove pan(SplittableRandom random, int width, int height) {
		double scale = 1.0 + 0.3 * random.nextDouble();
		return new CameraMove(photo(random, width, height), View.any(random, scale), View.any(random, scale), width, height);
	}

	/** Nearer or farther. */
	static CameraMove zoom(SplittableRandom random, int width, int height) {
		View near = View.any(random, 0.8 + 0.2 * random.nextDouble());
		View far = new View(near.left, near.top, 1.3 + 0.3 * random.nextDouble());
		boolean nearer = random.nextBoolean();
		return new CameraMove(photo(random, width, height), nearer ? far : near, nearer ? near : far, width, height);
	}

	/** One view all the time. */
	static CameraMove still(SplittableRandom random, int width, int height) {
		View view = View.any(random, 1.3);
		return new CameraMove(photo(random, width, height), view, view, width, height);
	}

	private static Picture photo(SplittableRandom random, int width, int height) {
		return PictureGenerator.photo(random.nextLong(), (int) (width * ROOM) + 2, (int) (height * ROOM) + 2);
	}

	@Override
	public Picture at(double part, long timeUs) {
		View view = from.towards(to, part);
		double left = view.left * (photo.width() - 2 - width * view.scale);
		double top = view.top * (photo.height() - 2 - height * view.scale);
		return Window.of(photo, left, top, view.scale, width, height);
	}
}
