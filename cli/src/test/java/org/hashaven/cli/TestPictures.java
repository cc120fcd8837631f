package org.hashaven.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.hashaven.image.ImageDecoder;
import org.hashaven.pdq.PdqHasher;
import org.hashaven.pdq.PdqResult;
import org.hashaven.samples.distortions.Encoded;
import org.hashaven.samples.distortions.Distortions;
import org.hashaven.testdata.kinds.Kind;
import org.hashaven.testdata.kinds.PhotoSource;
import org.hashaven.samples.pictures.Picture;
import org.hashaven.samples.pictures.PictureGenerator;
import org.hashaven.samples.pictures.PictureKind;

/** Pictures on disk for tests, drawn by the generator. */
final class TestPictures {

	private static final int WIDTH = 320;
	private static final int HEIGHT = 240;

	private TestPictures() {
	}

	/** A photo-like picture as a JPEG file. */
	static Path photo(Path file, long number) throws IOException {
		return Files.write(file, Encoded.jpeg(picture(number), 90));
	}

	/** The same picture, altered. */
	static Path altered(Path file, long number, String distortion) throws IOException {
		return Files.write(file, Encoded.jpeg(Distortions.named(distortion).apply(picture(number), 1), 90));
	}

	/** A member of a kind of pictures, in a folder that is made. */
	static Path ofKind(Kind kind, Path file, int member) throws IOException {
		Files.createDirectories(file.getParent());
		return Files.write(file, Encoded.jpeg(kind.picture(member, PhotoSource.of(List.of())), 90));
	}

	/** A picture without any detail. */
	static Path flat(Path file) throws IOException {
		return Files.write(file, Encoded.png(PictureGenerator.picture(PictureKind.FLAT, 1, WIDTH, HEIGHT)));
	}

	/** The hash of a file, as the library makes it. */
	static PdqResult hash(Path file) throws IOException {
		return PdqHasher.hash(new ImageDecoder().decode(file));
	}

	private static Picture picture(long number) {
		return PictureGenerator.photo(number, WIDTH, HEIGHT);
	}
}
