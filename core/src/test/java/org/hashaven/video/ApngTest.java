package org.hashaven.video;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.hashaven.hash.FrameHash;
import org.hashaven.hash.Hash256;
import org.hashaven.image.RgbImage;
import org.hashaven.pdq.PdqHasher;
import org.hashaven.samples.pictures.Picture;
import org.hashaven.samples.pictures.PictureGenerator;
import org.hashaven.testdata.broken.Blob;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** PNGs that move: all that browsers show of them is hashed. */
class ApngTest {

	private static final int WIDTH = 160;
	private static final int HEIGHT = 120;
	private static final Picture PHOTO = PictureGenerator.photo(3, WIDTH, HEIGHT).toRgb();
	private static final Hash256 HASH = PdqHasher.hash(RgbImage.ofRgb(WIDTH, HEIGHT, PHOTO.samples())).hash();

	@TempDir
	private Path folder;

	private int sequence;

	private static Blob start(int frames) {
		return new Blob().text("\u0089PNG\r\n\u001a\n")
				.pngChunk("IHDR", new Blob().u32(WIDTH).u32(HEIGHT).u8(8, 2, 0, 0, 0).toBytes())
				.pngChunk("tEXt", new Blob().text("Comment\0").zeros(3_000).toBytes())
				.pngChunk("acTL", new Blob().u32(frames).u32(0).toBytes());
	}

	private byte[] control(int x, int y, int width, int height, int milliseconds) {
		return new Blob().u32(sequence++).u32(width).u32(height).u32(x).u32(y).u16(milliseconds).u16(1_000).u8(0, 0).toBytes();
	}

	private static byte[] packed(int x, int y, int width, int height, boolean blank) {
		Blob rows = new Blob();
		for (int row = y; row < y + height; row++) {
			byte[] line = Arrays.copyOfRange(PHOTO.samples(), 3 * (row * WIDTH + x), 3 * (row * WIDTH + x + width));
			if (blank) {
				Arrays.fill(line, (byte) 255);
			}
			rows.u8(0).bytes(line);
		}
		return Blob.deflate(rows.toBytes());
	}

	private byte[] next(byte[] packed) {
		return new Blob().u32(sequence++).bytes(packed).toBytes();
	}

	private Path write(Blob file) throws IOException {
		return Files.write(folder.resolve("moving.png"), file.pngChunk("IEND", new byte[0]).toBytes());
	}

	private static void assertShows(Path file) throws IOException {
		assertThat(VideoHasher.isVideo(file)).isTrue();
		List<FrameHash> frames = new VideoHasher().hash(file).frames();
		assertThat(frames).anyMatch(frame -> frame.hash().distance(HASH) <= 2);
	}

	@Test
	void aBlankFrameInFrontHidesNothing() throws IOException {
		Blob file = start(2).pngChunk("fcTL", control(0, 0, WIDTH, HEIGHT, 20)).pngChunk("IDAT", packed(0, 0, WIDTH, HEIGHT, true))
				.pngChunk("fcTL", control(0, 0, WIDTH, HEIGHT, 2_000)).pngChunk("fdAT", next(packed(0, 0, WIDTH, HEIGHT, false)));
		assertShows(write(file));
	}

	@Test
	void framesThatChangeAPartArePutTogether() throws IOException {
		Blob file = start(3).pngChunk("fcTL", control(0, 0, WIDTH, HEIGHT, 1_000)).pngChunk("IDAT", packed(0, 0, WIDTH, HEIGHT, true))
				.pngChunk("fcTL", control(0, 0, 70, HEIGHT, 1_000)).pngChunk("fdAT", next(packed(0, 0, 70, HEIGHT, false)))
				.pngChunk("fcTL", control(70, 0, WIDTH - 70, HEIGHT, 3_000))
				.pngChunk("fdAT", next(packed(70, 0, WIDTH - 70, HEIGHT, false)));
		assertShows(write(file));
	}

	/** What is stored as the still picture is then shown only by programs that know no animations. */
	@Test
	void oneFrameBesideTheStillPictureIsHashed() throws IOException {
		Blob file = start(1).pngChunk("IDAT", packed(0, 0, WIDTH, HEIGHT, true)).pngChunk("fcTL", control(0, 0, WIDTH, HEIGHT, 1_000))
				.pngChunk("fdAT", next(packed(0, 0, WIDTH, HEIGHT, false)));
		assertShows(write(file));
	}

	@Test
	void aPngOfOneFrameIsAPhoto() throws IOException {
		Blob file = start(1).pngChunk("fcTL", control(0, 0, WIDTH, HEIGHT, 0)).pngChunk("IDAT", packed(0, 0, WIDTH, HEIGHT, false));
		assertThat(VideoHasher.isVideo(write(file))).isFalse();
	}
}
