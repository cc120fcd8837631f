package org.hashaven.samples.distortions;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.hashaven.samples.pictures.Picture;
import org.hashaven.samples.pictures.PictureGenerator;

/**
 * Draws what the distortions make, to be looked at: a program, not a test.
 *
 * <p>
 * Arguments: the folder for the PNG files, one a family; then, if one likes, a folder of JPEG photographs to use instead of generated ones.
 */
final class ContactSheets {

	private static final int CELL = 280;
	private static final int LABEL = 22;
	private static final int COLUMNS = 6;

	private ContactSheets() {
	}

	public static void main(String[] arguments) throws IOException {
		List<Picture> photos = arguments.length > 1 ? read(Path.of(arguments[1])) : generated();
		for (Family family : Family.values()) {
			List<Distortion> shown = new ArrayList<>(Distortions.catalogue(family));
			for (int seed = 0; seed < 12; seed++) {
				shown.add(Distortions.drawn(family, seed));
			}
			Files.write(Path.of(arguments[0], family.word() + ".png"), Encoded.png(sheet(shown, photos)));
		}
	}

	private static List<Picture> generated() {
		List<Picture> photos = new ArrayList<>();
		for (int i = 0; i < 8; i++) {
			photos.add(PictureGenerator.photo(i, i % 2 == 0 ? 960 : 640, i % 2 == 0 ? 640 : 960));
		}
		return photos;
	}

	private static List<Picture> read(Path folder) throws IOException {
		List<Path> files;
		try (Stream<Path> list = Files.list(folder)) {
			files = new ArrayList<>(list.filter(file -> file.toString().endsWith(".jpg")).toList());
		}
		Collections.sort(files);
		List<Picture> photos = new ArrayList<>();
		for (Path file : files) {
			photos.add(Encoded.decode(Files.readAllBytes(file)));
		}
		return photos;
	}

	private static Picture sheet(List<Distortion> shown, List<Picture> photos) {
		int rows = (shown.size() + COLUMNS - 1) / COLUMNS;
		return Sheet.painted(COLUMNS * CELL, rows * (CELL + LABEL), 0x808080, sheet -> {
			for (int i = 0; i < shown.size(); i++) {
				Picture photo = photos.get(i % photos.size());
				Picture small = Fit.inside(shown.get(i).apply(photo, i), CELL - 6, CELL - 6);
				int left = i % COLUMNS * CELL;
				int top = i / COLUMNS * (CELL + LABEL);
				sheet.picture(small, left + (CELL - small.width()) / 2, top + (CELL - small.height()) / 2);
				String name = shown.get(i).name();
				sheet.text(name.substring(0, Math.min(36, name.length())), left + 4, top + CELL + 14, 9, 0xffffff);
			}
		});
	}
}
