package org.hashaven.image;

/** How the stored pixels must be turned and mirrored to stand upright: the eight values of the EXIF tag, in its order from 1. */
enum Orientation {
	UPRIGHT(false, false, false), MIRRORED(false, true, false), TURNED_180(false, true, true), FLIPPED(false, false,
			true), TRANSPOSED(true, false,
					false), TURNED_90(true, false, true), TRANSVERSED(true, true, true), TURNED_270(true, true, false);

	/** Upright x runs along stored y. */
	final boolean swapsSides;
	/** Stored x runs backwards. */
	final boolean reversesX;
	/** Stored y runs backwards. */
	final boolean reversesY;

	private static final Orientation[] VALUES = values();

	Orientation(boolean swapsSides, boolean reversesX, boolean reversesY) {
		this.swapsSides = swapsSides;
		this.reversesX = reversesX;
		this.reversesY = reversesY;
	}

	/** The orientation of an EXIF value; values outside 1..8 mean nothing and are taken as upright, as every viewer does. */
	static Orientation ofExif(int value) {
		return value >= 1 && value <= VALUES.length ? VALUES[value - 1] : UPRIGHT;
	}

	/** This orientation, the result then turned by a quarter anti-clockwise {@code quarters} times, as HEIF's {@code irot} says. */
	Orientation thenTurnedLeft(int quarters) {
		Orientation turned = this;
		for (int i = 0; i < quarters; i++) {
			// Upright (x, y) of the turned picture is (width - 1 - y, x) of the picture before.
			turned = of(!turned.swapsSides, turned.swapsSides ? turned.reversesX : !turned.reversesX,
					turned.swapsSides ? !turned.reversesY : turned.reversesY);
		}
		return turned;
	}

	/** This orientation, the result then mirrored left to right. */
	Orientation thenMirrored() {
		return swapsSides ? of(true, reversesX, !reversesY) : of(false, !reversesX, reversesY);
	}

	/** This orientation, the result then flipped top to bottom. */
	Orientation thenFlipped() {
		return swapsSides ? of(true, !reversesX, reversesY) : of(false, reversesX, !reversesY);
	}

	private static Orientation of(boolean swapsSides, boolean reversesX, boolean reversesY) {
		for (Orientation each : VALUES) {
			if (each.swapsSides == swapsSides && each.reversesX == reversesX && each.reversesY == reversesY) {
				return each;
			}
		}
		throw new AssertionError("eight orientations cover all cases");
	}
}
