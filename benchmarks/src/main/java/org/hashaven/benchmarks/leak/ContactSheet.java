package org.hashaven.benchmarks.leak;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;

/** The original at 64 × 64 and drawings of it side by side, with its mean and contrast, enlarged: to be looked at by eye. */
final class ContactSheet {

	private static final int SCALE = 4;
	private static final int GAP_PX = 8;
	private static final int CELL_PX = SCALE * Dct.SIDE;

	private final List<float[]> pictures = new ArrayList<>();

	ContactSheet(float[] original) {
		pictures.add(original);
	}

	void add(float[] drawing) {
		pictures.add(Similarity.shown(pictures.getFirst(), drawing));
	}

	void write(Path file) throws IOException {
		BufferedImage sheet = new BufferedImage(pictures.size() * (CELL_PX + GAP_PX) - GAP_PX, CELL_PX, BufferedImage.TYPE_BYTE_GRAY);
		for (int i = 0; i < pictures.size(); i++) {
			for (int y = 0; y < CELL_PX; y++) {
				for (int x = 0; x < CELL_PX; x++) {
					sheet.getRaster().setSample(i * (CELL_PX + GAP_PX) + x, y, 0, between(pictures.get(i), x, y));
				}
			}
		}
		ImageIO.write(sheet, "png", file.toFile());
	}

	/** Bilinear: blocks would hide what the eye can put together. */
	private static int between(float[] picture, int x, int y) {
		double across = Math.clamp((x + 0.5) / SCALE - 0.5, 0, Dct.SIDE - 1.001);
		double down = Math.clamp((y + 0.5) / SCALE - 0.5, 0, Dct.SIDE - 1.001);
		int column = (int) across;
		int row = (int) down;
		int pixel = row * Dct.SIDE + column;
		double dx = across - column;
		double dy = down - row;
		double upper = picture[pixel] + dx * (picture[pixel + 1] - picture[pixel]);
		double lower = picture[pixel + Dct.SIDE] + dx * (picture[pixel + Dct.SIDE + 1] - picture[pixel + Dct.SIDE]);
		return (int) Math.round(upper + dy * (lower - upper));
	}
}
