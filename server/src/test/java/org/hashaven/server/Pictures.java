package org.hashaven.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import org.hashaven.samples.pictures.Picture;
import org.hashaven.samples.pictures.PictureGenerator;
import org.hashaven.samples.videos.VideoSamples;
import org.hashaven.testdata.broken.SeedPictures;

/** Generated files to upload. */
final class Pictures {

	private Pictures() {
	}

	/** A JPEG. */
	static byte[] photo(long seed) {
		return SeedPictures.encode(PictureGenerator.photo(seed, 640, 480).toRgb(), ".jpg");
	}

	/** A JPEG with the picture's sides swapped. */
	static byte[] mirrored(long seed) {
		Picture picture = PictureGenerator.photo(seed, 640, 480).toRgb();
		byte[] samples = picture.samples();
		for (int y = 0; y < 480; y++) {
			for (int x = 0; x < 320; x++) {
				for (int c = 0; c < 3; c++) {
					int left = (y * 640 + x) * 3 + c;
					int right = (y * 640 + 639 - x) * 3 + c;
					byte swapped = samples[left];
					samples[left] = samples[right];
					samples[right] = swapped;
				}
			}
		}
		return SeedPictures.encode(picture, ".jpg");
	}

	/** A video file. */
	static byte[] video() {
		try {
			return Files.readAllBytes(VideoSamples.named("mp4-h264").file());
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}
}
