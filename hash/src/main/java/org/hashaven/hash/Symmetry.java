package org.hashaven.hash;

import java.util.Locale;

/**
 * One of the eight symmetries of a square: how a picture is mirrored and rotated by quarters.
 *
 * <p>
 * A symmetry first reverses the picture's columns (x), its rows (y), or both, and then exchanges rows and columns if it
 * {@linkplain #transposes() transposes}. The order of the constants is that of PDQ's reference, which counts rotations anti-clockwise; EXIF
 * numbers the same eight otherwise ({@link #ofExif}).
 */
public enum Symmetry {
	/** As it is. PDQ: original. EXIF: 1. */
	IDENTITY(false, false, false, "original", 1),
	/** By a quarter, anti-clockwise. PDQ: rotate90. EXIF: 8. */
	ROTATE_LEFT(true, true, false, "rotate90", 8),
	/** By two quarters. PDQ: rotate180. EXIF: 3. */
	ROTATE_180(false, true, true, "rotate180", 3),
	/** By a quarter, clockwise. PDQ: rotate270. EXIF: 6. */
	ROTATE_RIGHT(true, false, true, "rotate270", 6),
	/** Top to bottom. PDQ: flip-x. EXIF: 4. */
	FLIP_VERTICAL(false, false, true, "flip-x", 4),
	/** Left to right: the mirror image. PDQ: flip-y. EXIF: 2. */
	FLIP_HORIZONTAL(false, true, false, "flip-y", 2),
	/** At the diagonal from the top left: rows and columns exchanged. PDQ: flip-plus1. EXIF: 5. */
	TRANSPOSE(true, false, false, "flip-plus1", 5),
	/** At the other diagonal. PDQ: flip-minus1. EXIF: 7. */
	TRANSVERSE(true, true, true, "flip-minus1", 7);

	private static final Symmetry[] VALUES = values();

	private final boolean transposes;
	private final boolean reversesX;
	private final boolean reversesY;
	private final String pdqName;
	private final int exif;

	Symmetry(boolean transposes, boolean reversesX, boolean reversesY, String pdqName, int exif) {
		this.transposes = transposes;
		this.reversesX = reversesX;
		this.reversesY = reversesY;
		this.pdqName = pdqName;
		this.exif = exif;
	}

	/** The symmetry that reverses and transposes so. */
	public static Symmetry of(boolean transposes, boolean reversesX, boolean reversesY) {
		for (Symmetry each : VALUES) {
			if (each.transposes == transposes && each.reversesX == reversesX && each.reversesY == reversesY) {
				return each;
			}
		}
		throw new AssertionError("eight symmetries cover all cases");
	}

	/**
	 * What turns stored pixels upright according to EXIF's orientation tag.
	 *
	 * @param value
	 *            1..8; others mean nothing and are taken as 1, as every viewer does
	 */
	public static Symmetry ofExif(int value) {
		for (Symmetry each : VALUES) {
			if (each.exif == value) {
				return each;
			}
		}
		return IDENTITY;
	}

	/** Whether rows and columns are exchanged, after the reversals: the sides of the picture are swapped. */
	public boolean transposes() {
		return transposes;
	}

	/** Whether the columns of the picture are reversed. */
	public boolean reversesX() {
		return reversesX;
	}

	/** Whether the rows of the picture are reversed. */
	public boolean reversesY() {
		return reversesY;
	}

	/** This symmetry, and then another on its result. */
	public Symmetry then(Symmetry next) {
		// The result's axes are the picture's, exchanged if this one transposes: so are the reversals that come next.
		boolean nextX = transposes ? next.reversesY : next.reversesX;
		boolean nextY = transposes ? next.reversesX : next.reversesY;
		return of(transposes ^ next.transposes, reversesX ^ nextX, reversesY ^ nextY);
	}

	/** What undoes this symmetry. */
	public Symmetry inverse() {
		return this == ROTATE_LEFT ? ROTATE_RIGHT : this == ROTATE_RIGHT ? ROTATE_LEFT : this;
	}

	/** PDQ's name for it in files: {@code original}, {@code rotate90}, …, {@code flip-minus1}. */
	public String pdqName() {
		return pdqName;
	}

	/** The value of EXIF's orientation tag, 1..8. */
	public int exif() {
		return exif;
	}

	/** Its name in lower case, with hyphens. */
	@Override
	public String toString() {
		return name().toLowerCase(Locale.ROOT).replace('_', '-');
	}
}
