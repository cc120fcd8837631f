package org.hashaven.testdata.kinds;

import org.hashaven.samples.distortions.RandomDraws;
import org.hashaven.samples.distortions.Sheet;
import org.hashaven.samples.pictures.Picture;

/** A chess diagram: the board and its letters are the same, the position is not. */
final class ChessBoard {

	private static final int SQUARE_PX = 134;
	private static final int EDGE_PX = 64;
	private static final int SIDE = 8 * SQUARE_PX + 2 * EDGE_PX;

	private ChessBoard() {
	}

	static Picture draw(Member member) {
		RandomDraws content = member.content();
		return Sheet.painted(SIDE, SIDE, 0x5a3c24, sheet -> {
			for (int rank = 0; rank < 8; rank++) {
				for (int file = 0; file < 8; file++) {
					int rgb = (rank + file) % 2 == 0 ? 0xf0d9b5 : 0xb58863;
					sheet.box(EDGE_PX + file * SQUARE_PX, EDGE_PX + rank * SQUARE_PX, SQUARE_PX, SQUARE_PX, rgb);
				}
				double middle = EDGE_PX + (rank + 0.5) * SQUARE_PX;
				String letter = "abcdefgh".substring(rank, rank + 1);
				for (int edge : new int[]{EDGE_PX / 2, SIDE - EDGE_PX / 2}) {
					Glyphs.boldCentered(sheet, letter, middle, edge + 12, 26, 0xf0d9b5);
					Glyphs.boldCentered(sheet, Integer.toString(8 - rank), edge, middle + 12, 26, 0xf0d9b5);
				}
			}
			position(sheet, content);
		});
	}

	/** Kings, and eight to twenty-two other pieces on squares of their own. */
	private static void position(Sheet sheet, RandomDraws content) {
		boolean[] taken = new boolean[64];
		int pieces = content.between(10, 24);
		for (int piece = 0; piece < pieces; piece++) {
			int square = content.between(0, 63);
			while (taken[square]) {
				square = content.between(0, 63);
			}
			taken[square] = true;
			boolean white = piece % 2 == 0;
			int shape = piece < 2 ? 5 : content.oneOf(0, 0, 0, 1, 2, 3, 4);
			double x = EDGE_PX + (square % 8 + 0.5) * SQUARE_PX;
			int rank = square / 8;
			double y = EDGE_PX + (rank + 0.5) * SQUARE_PX;
			piece(sheet, shape, x, y, 0x101010, 1.12);
			piece(sheet, shape, x, y, white ? 0xfcfcf4 : 0x3c3834, 0.96);
		}
	}

	/** Pawn, rook, knight, bishop, queen, king: a foot and a head. */
	private static void piece(Sheet sheet, int shape, double x, double y, int rgb, double scale) {
		double u = SQUARE_PX / 100.0 * scale;
		sheet.roundBox((int) (x - 30 * u), (int) (y + 26 * u), (int) (60 * u), (int) (14 * u), 4, rgb);
		sheet.shape(rgb, x - 24 * u, y + 28 * u, x - 11 * u, y - 10 * u, x + 11 * u, y - 10 * u, x + 24 * u, y + 28 * u);
		switch (shape) {
			case 0 -> sheet.disc(x, y - 16 * u, 16 * u, rgb);
			case 1 -> {
				sheet.box((int) (x - 24 * u), (int) (y - 24 * u), (int) (48 * u), (int) (18 * u), rgb);
				for (int tooth = -1; tooth <= 1; tooth++) {
					sheet.box((int) (x + (20 * tooth - 6) * u), (int) (y - 38 * u), (int) (12 * u), (int) (16 * u), rgb);
				}
			}
			case 2 -> sheet.shape(rgb, x - 32 * u, y - 6 * u, x - 22 * u, y - 26 * u, x + 2 * u, y - 42 * u, x + 20 * u, y - 24 * u,
					x + 22 * u, y + 10 * u);
			case 3 -> {
				sheet.oval(x, y - 18 * u, 15 * u, 21 * u, rgb);
				sheet.disc(x, y - 41 * u, 6 * u, rgb);
			}
			case 4 -> {
				for (int spike = -2; spike <= 2; spike++) {
					sheet.shape(rgb, x + (9 * spike - 8) * u, y - 8 * u, x + 15 * spike * u, y - 36 * u, x + (9 * spike + 8) * u,
							y - 8 * u);
					sheet.disc(x + 15 * spike * u, y - 37 * u, 5 * u, rgb);
				}
			}
			default -> {
				sheet.oval(x, y - 14 * u, 24 * u, 15 * u, rgb);
				sheet.box((int) (x - 4 * u), (int) (y - 44 * u), (int) (8 * u), (int) (26 * u), rgb);
				sheet.box((int) (x - 12 * u), (int) (y - 38 * u), (int) (24 * u), (int) (8 * u), rgb);
			}
		}
	}
}
