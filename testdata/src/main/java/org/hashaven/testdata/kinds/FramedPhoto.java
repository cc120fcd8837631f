package org.hashaven.testdata.kinds;

import org.hashaven.samples.distortions.Sheet;
import org.hashaven.samples.pictures.Picture;

/** A photograph in a carved frame of gilded wood, which is 40 % of the area. */
final class FramedPhoto {

	private static final int WIDTH = 1200;
	private static final int HEIGHT = 1000;
	private static final int EDGE_PX = 124;
	private static final int[] GOLD = {0x6a4a14, 0x8e6a22, 0xb48c34, 0xd8b45a, 0xf2dc98, 0xd8b45a, 0x9a7428, 0x5e4010};
	private static final int SHADE = 0x5a3e10;
	private static final int LIGHT = 0xf6e4a8;

	private FramedPhoto() {
	}

	static Picture draw(Member member) {
		Picture photo = member.photo(WIDTH - 2 * EDGE_PX, HEIGHT - 2 * EDGE_PX);
		Picture framed = Sheet.painted(WIDTH, HEIGHT, 0, sheet -> {
			for (int inset = 0; inset < EDGE_PX; inset++) {
				sheet.box(inset, inset, WIDTH - 2 * inset, HEIGHT - 2 * inset, GOLD[inset * GOLD.length / EDGE_PX]);
			}
			carving(sheet);
			for (double x : new double[]{EDGE_PX / 2.0, WIDTH - EDGE_PX / 2.0}) {
				for (double y : new double[]{EDGE_PX / 2.0, HEIGHT - EDGE_PX / 2.0}) {
					rosette(sheet, x, y, 58);
				}
			}
			sheet.box(EDGE_PX - 6, EDGE_PX - 6, WIDTH - 2 * EDGE_PX + 12, HEIGHT - 2 * EDGE_PX + 12, 0x3a280a);
			sheet.picture(photo, EDGE_PX, EDGE_PX);
		});
		return Scan.of(framed, member.content());
	}

	/** Leaves and pearls along all four sides. */
	private static void carving(Sheet sheet) {
		for (int i = 0; i < 14; i++) {
			double x = 160 + (WIDTH - 320) * i / 13.0;
			for (int side = -1; side <= 1; side += 2) {
				double y = side < 0 ? EDGE_PX / 2.0 : HEIGHT - EDGE_PX / 2.0;
				leaf(sheet, x, y, 0, side * (i % 2 == 0 ? 1 : -1));
				sheet.disc(x + 34, y - side * 42, 9, LIGHT);
			}
		}
		for (int i = 0; i < 11; i++) {
			double y = 160 + (HEIGHT - 320) * i / 10.0;
			for (int side = -1; side <= 1; side += 2) {
				double x = side < 0 ? EDGE_PX / 2.0 : WIDTH - EDGE_PX / 2.0;
				leaf(sheet, x, y, Math.PI / 2, side * (i % 2 == 0 ? 1 : -1));
				sheet.disc(x - side * 42, y + 34, 9, LIGHT);
			}
		}
	}

	/** A curled leaf with its shadow. */
	private static void leaf(Sheet sheet, double x, double y, double angle, int bent) {
		double cosine = Math.cos(angle);
		double sine = Math.sin(angle);
		for (int layer = 0; layer < 2; layer++) {
			double[] corners = {-30, 6, -12, -22, 14, -26, 32, -8, 12, 10, -8, 18};
			for (int i = 0; i < corners.length; i += 2) {
				double along = corners[i] + 4 * (1 - layer);
				double across = corners[i + 1] * bent + 4 * (1 - layer);
				corners[i] = x + cosine * along - sine * across;
				corners[i + 1] = y + sine * along + cosine * across;
			}
			sheet.shape(layer == 0 ? SHADE : 0xe4c470, corners);
		}
		sheet.arc(x, y, 20, 14, 180 * angle / Math.PI + 180, 180 * angle / Math.PI + 330, 4, SHADE);
	}

	private static void rosette(Sheet sheet, double x, double y, double radius) {
		sheet.disc(x + 4, y + 4, radius, SHADE);
		sheet.disc(x, y, radius, 0xc49c40);
		for (int petal = 0; petal < 8; petal++) {
			double angle = petal * Math.PI / 4;
			sheet.disc(x + radius * 0.6 * Math.cos(angle), y + radius * 0.6 * Math.sin(angle), radius * 0.26, LIGHT);
			sheet.ring(x + radius * 0.6 * Math.cos(angle), y + radius * 0.6 * Math.sin(angle), radius * 0.26, 3, SHADE);
		}
		sheet.disc(x, y, radius * 0.3, 0xf0d080);
		sheet.ring(x, y, radius * 0.3, 4, SHADE);
	}
}
