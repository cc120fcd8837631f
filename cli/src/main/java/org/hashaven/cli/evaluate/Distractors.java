package org.hashaven.cli.evaluate;

import java.io.IOException;
import java.util.SplittableRandom;
import java.util.function.IntConsumer;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.hashaven.hash.Hash256;
import org.hashaven.image.RgbImage;
import org.hashaven.pdq.PdqHasher;
import org.hashaven.pdq.PdqWorkspace;

/**
 * Small made-up scenes, as many as one likes, each from its number: what else is on a platform's list.
 *
 * <p>
 * Hashes drawn bit by bit would be too kind: hashes of photographs have much in common, since skies are light, floors dark and edges
 * straight. So each is a picture, of 64 × 64 pixels, which is all that PDQ looks at, or of more: light from one side, some large and small
 * things in front of each other, shadows, unevenness; hashed as any other picture.
 */
public final class Distractors {

	/** Side in pixels of the scenes that are only to be hashed. */
	static final int SIDE = PdqHasher.SAMPLE_SIDE;

	private static final ThreadLocal<PdqWorkspace> WORKSPACES = ThreadLocal.withInitial(PdqWorkspace::new);

	/** Made together, before they are handed on. */
	private static final int BLOCK = 4_096;

	/** Takes what was made of one after the other. */
	public interface Sink<T> {
		void accept(T made) throws IOException;
	}

	private final int count;
	private final long seed;
	private final IntConsumer step;

	/**
	 * @param step
	 *            told how many of them are handed on, now and then
	 */
	Distractors(int count, long seed, IntConsumer step) {
		this.count = count;
		this.seed = seed;
		this.step = step;
	}

	/** Makes something of each, on all cores, and hands it on in the order of their numbers. */
	public <T> void each(IntFunction<T> maker, Sink<T> sink) throws IOException {
		for (int from = 0; from < count; from += BLOCK) {
			int to = Math.min(count, from + BLOCK);
			for (T made : IntStream.range(from, to).parallel().mapToObj(maker).toList()) {
				sink.accept(made);
			}
			step.accept(to);
		}
	}

	/** How many there are. */
	public int count() {
		return count;
	}

	/** The plain hash of one; for any thread. */
	public Hash256 hash(int number) {
		return PdqHasher.hashSamples(scene(number, SIDE), WORKSPACES.get()).hash();
	}

	/**
	 * One of them as a grey picture; for any thread.
	 *
	 * @param side
	 *            its width and height in pixels
	 */
	public RgbImage picture(int number, int side) {
		float[] scene = scene(number, side);
		byte[] grey = new byte[scene.length];
		for (int i = 0; i < grey.length; i++) {
			grey[i] = (byte) Math.clamp(Math.round(scene[i]), 0, 255);
		}
		return RgbImage.ofGrey(side, side, grey);
	}

	private float[] scene(int number, int side) {
		SplittableRandom random = new SplittableRandom(Seeds.mix(seed, number));
		float[] scene = new float[side * side];
		light(scene, side, random);
		int things = 3 + random.nextInt(9);
		for (int i = 0; i < things; i++) {
			thing(scene, side, random, side * 0.53 / (1 + i * 0.5));
		}
		unevenness(scene, side, random);
		return scene;
	}

	private static void light(float[] scene, int side, SplittableRandom random) {
		double middle = 70 + 110 * random.nextDouble();
		// More often lighter above than below.
		double down = 50 * (random.nextDouble() + random.nextDouble() - 1.3);
		double across = 50 * (random.nextDouble() - 0.5);
		for (int y = 0; y < side; y++) {
			for (int x = 0; x < side; x++) {
				scene[y * side + x] = (float) (middle + down * (2.0 * y / side - 1) + across * (2.0 * x / side - 1));
			}
		}
	}

	/** A box or an oval, shaded from one side to the other, at any angle. */
	private static void thing(float[] scene, int side, SplittableRandom random, double size) {
		double middleX = side * random.nextDouble();
		double middleY = side * random.nextDouble();
		double halfWidth = size * (0.3 + random.nextDouble());
		double halfHeight = size * (0.3 + random.nextDouble());
		double turn = random.nextInt(3) == 0 ? Math.PI * random.nextDouble() : 0;
		double cosine = Math.cos(turn);
		double sine = Math.sin(turn);
		double tone = 20 + 215 * random.nextDouble();
		double shade = 60 * (random.nextDouble() - 0.5);
		boolean round = random.nextBoolean();
		double reach = Math.hypot(halfWidth, halfHeight);
		int bottom = (int) Math.min(side, middleY + reach + 1);
		int right = (int) Math.min(side, middleX + reach + 1);
		for (int y = (int) Math.max(0, middleY - reach); y < bottom; y++) {
			for (int x = (int) Math.max(0, middleX - reach); x < right; x++) {
				double across = ((x - middleX) * cosine + (y - middleY) * sine) / halfWidth;
				double down = ((y - middleY) * cosine - (x - middleX) * sine) / halfHeight;
				boolean inside = round ? across * across + down * down < 1 : Math.abs(across) < 1 && Math.abs(down) < 1;
				if (inside) {
					scene[y * side + x] = (float) (tone + shade * across);
				}
			}
		}
	}

	/** Noise of several sizes, the coarse stronger. */
	private static void unevenness(float[] scene, int side, SplittableRandom random) {
		for (int cell = side / 4; cell >= 1; cell /= 4) {
			double strength = 4 + 64.0 * cell / side;
			int cells = side / cell; // what is left over at the edge stays even
			for (int row = 0; row < cells; row++) {
				for (int column = 0; column < cells; column++) {
					float moved = (float) (strength * (random.nextDouble() - 0.5));
					for (int y = row * cell; y < (row + 1) * cell; y++) {
						for (int x = column * cell; x < (column + 1) * cell; x++) {
							scene[y * side + x] = Math.clamp(scene[y * side + x] + moved, 0, 255);
						}
					}
				}
			}
		}
	}
}
