package org.hashaven.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Cut-outs, whose stored colours are not seen: listed as they look, and found as they look. */
class TransparentIT {

	@TempDir
	private Path folder;

	private Program.Result haven(String... arguments) {
		return new Program(folder).run(arguments);
	}

	/** The whole picture in the alpha, its colours black; and screenshots of it on white and on black. */
	private void writeCutOut() throws IOException {
		TestPictures.photo(folder.resolve("photo.jpg"), 1);
		BufferedImage photo = ImageIO.read(folder.resolve("photo.jpg").toFile());
		BufferedImage clear = new BufferedImage(photo.getWidth(), photo.getHeight(), BufferedImage.TYPE_INT_ARGB);
		for (int y = 0; y < photo.getHeight(); y++) {
			for (int x = 0; x < photo.getWidth(); x++) {
				clear.setRGB(x, y, (255 - (photo.getRGB(x, y) >> 8 & 0xff)) << 24);
			}
		}
		ImageIO.write(clear, "png", file("cut-out.png"));
		BufferedImage seen = new BufferedImage(photo.getWidth(), photo.getHeight(), BufferedImage.TYPE_INT_RGB);
		Graphics2D graphics = seen.createGraphics();
		graphics.setColor(Color.WHITE);
		graphics.fillRect(0, 0, seen.getWidth(), seen.getHeight());
		graphics.drawImage(clear, 0, 0, null);
		graphics.dispose();
		ImageIO.write(seen, "jpg", file("on-white.jpg"));
	}

	private File file(String name) {
		return folder.resolve(name).toFile();
	}

	private void list(String photo) throws IOException {
		Program.Result listed = haven("hash", "--format", "csv", photo);
		assertThat(listed.status()).as(listed.err()).isZero();
		Files.writeString(folder.resolve("list.csv"), listed.out());
		haven("index", "create", "ix");
		assertThat(haven("index", "add", "ix", "list.csv").status()).isZero();
	}

	@Test
	void whatIsSeenIsListedBesideTheStoredColours() throws IOException {
		writeCutOut();
		Program.Result listed = haven("hash", "--format", "csv", "cut-out.png");
		assertThat(listed.lines()).as(listed.out()).hasSize(3);
		assertThat(listed.lines().get(1)).as("the stored colours first").endsWith(",0");
		assertThat(listed.lines().get(2)).isEqualTo(haven("hash", "--format", "csv", "on-white.jpg").lines().get(1)
				.replaceAll("^.*,", listed.lines().get(2).replaceAll(",.*$", ",")));
		assertThat(listed.err()).contains("One photo is partly transparent").doesNotContain("too little detail");
		assertThat(haven("hash", "--lang", "ko", "cut-out.png").err()).contains("투명한 부분");
		assertThat(haven("hash", "on-white.jpg").err()).doesNotContain("transparent");
		list("cut-out.png");
		assertThat(haven("match", "ix", "on-white.jpg").status()).isZero();
		assertThat(haven("match", "ix", "cut-out.png").err()).as("nothing is listed here").doesNotContain("transparent");
	}

	@Test
	void anUploadIsLookedUpAsItIsSeen() throws IOException {
		writeCutOut();
		list("on-white.jpg");
		assertThat(haven("match", "ix", "cut-out.png").status()).isZero();
		assertThat(haven("compare", "cut-out.png", "on-white.jpg").out()).contains("a match");
	}
}
