package org.hashaven.samples.distortions;

import java.util.Locale;
import java.util.SplittableRandom;

/** Draws from a seed; neighbouring seeds have nothing in common. */
public final class RandomDraws {

	private final SplittableRandom random;

	/** Draws from this seed. */
	public RandomDraws(long seed) {
		random = new SplittableRandom(seed);
	}

	/** A whole number, both ends included. */
	public int between(int least, int most) {
		return random.nextInt(least, most + 1);
	}

	/** A number, the upper end left out. */
	public double within(double least, double most) {
		return least + (most - least) * random.nextDouble();
	}

	/** As {@link #within}, half of the time below 0. */
	public double either(double least, double most) {
		return within(least, most) * (coin() ? 1 : -1);
	}

	/** A whole number from the lower range or, half of the time, from the upper one; all ends included. */
	public int outside(int least, int below, int above, int most) {
		return coin() ? between(least, below) : between(above, most);
	}

	public boolean coin() {
		return random.nextBoolean();
	}

	/** A colour as {@code 0xrrggbb}. */
	public int colour() {
		return random.nextInt(0x1000000);
	}

	@SafeVarargs
	public final <T> T oneOf(T... choices) {
		return choices[random.nextInt(choices.length)];
	}

	/** A seed for something that draws by itself. */
	public long seed() {
		return random.nextLong();
	}

	/** The number as names have it: one digit after the point, {@code minus-} before those below 0. */
	public static String word(double number) {
		long tenths = Math.round(Math.abs(number) * 10);
		String digits = tenths % 10 == 0 ? Long.toString(tenths / 10) : String.format(Locale.ROOT, "%d.%d", tenths / 10, tenths % 10);
		return number < 0 && tenths != 0 ? "minus-" + digits : digits;
	}
}
