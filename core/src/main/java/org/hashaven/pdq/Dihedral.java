package org.hashaven.pdq;

import java.util.Locale;

/**
 * One of the eight ways to turn and mirror a picture; each is a change of signs, and for four of them of axes, of the same DCT.
 *
 * <p>
 * Names are the reference's, which turn the picture as its own code does: the hash of form F of a picture is, but for rounding, the plain
 * hash of the picture turned by F.
 */
public enum Dihedral {
	/** As it is. */
	ORIGINAL(false, false, false),
	/** A quarter turn. */
	ROTATE90(true, false, true),
	/** Half a turn. */
	ROTATE180(false, true, true),
	/** Three quarter turns. */
	ROTATE270(true, true, false),
	/** Rows swapped top to bottom. */
	FLIP_X(false, true, false),
	/** Columns swapped left to right: the mirror image. */
	FLIP_Y(false, false, true),
	/** Rows and columns exchanged. */
	FLIP_PLUS1(true, false, false),
	/** Mirrored at the other diagonal. */
	FLIP_MINUS1(true, true, true);

	private final boolean transposed;
	private final boolean rowsMirrored;
	private final boolean columnsMirrored;

	Dihedral(boolean transposed, boolean rowsMirrored, boolean columnsMirrored) {
		this.transposed = transposed;
		this.rowsMirrored = rowsMirrored;
		this.columnsMirrored = columnsMirrored;
	}

	/** The word for it in files: {@code original}, {@code rotate90}, …, {@code flip-minus1}. */
	public String word() {
		return name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

	/**
	 * Turns a 16 × 16 DCT.
	 *
	 * @param turned
	 *            where the result goes; not {@code coefficients}
	 * @return {@code turned}
	 */
	float[] apply(float[] coefficients, float[] turned) {
		int side = Dct64To16.KEPT;
		for (int i = 0; i < side; i++) {
			for (int j = 0; j < side; j++) {
				// Index 0 is frequency 1, an odd function: mirroring an axis changes the sign of the even indices.
				boolean negative = (rowsMirrored && i % 2 == 0) ^ (columnsMirrored && j % 2 == 0);
				float value = coefficients[i * side + j];
				turned[transposed ? j * side + i : i * side + j] = negative ? -value : value;
			}
		}
		return turned;
	}
}
