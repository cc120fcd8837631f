package org.hashaven.samples.pictures;

/**
 * Where the light of a scene comes from.
 *
 * @param right
 *            part of it that comes from the right; negative from the left
 * @param down
 *            part of it that comes from below; mostly negative
 * @param front
 *            part of it that comes from the camera
 * @param ambient
 *            light that is everywhere
 */
record Light(double right, double down, double front, double ambient) {

	static Light any(Dice dice) {
		double ambient = dice.between(0.25, 0.6);
		double right = dice.between(-0.8, 0.8);
		double down = dice.between(-0.8, 0.1);
		double front = Math.sqrt(Math.max(0.05, 1 - right * right - down * down));
		double rest = 1.25 - ambient;
		return new Light(right * rest, down * rest, front * rest, ambient);
	}

	/** Brightness of a surface that leans so much to the right and so much down, each −1..1. */
	double on(double leanRight, double leanDown) {
		double leaning = leanRight * leanRight + leanDown * leanDown;
		double facing = Math.sqrt(Math.max(0, 1 - Math.min(leaning, 1)));
		return ambient + Math.max(0, leanRight * right + leanDown * down + facing * front);
	}
}
