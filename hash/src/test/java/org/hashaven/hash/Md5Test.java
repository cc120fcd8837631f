package org.hashaven.hash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.hashaven.testdata.Seeds;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** MD5s of files. */
class Md5Test {

	private static final String FOX = "9e107d9d372bb6826bd81d3542a419d6";
	private static final String OTHER = "0123456789abcdef0123456789ABCDEF";

	@TempDir
	private Path folder;

	@Test
	void isOfTheBytes() throws IOException {
		Path file = Files.writeString(folder.resolve("text"), "The quick brown fox jumps over the lazy dog");
		assertThat(Md5.ofFile(file).toHex()).isEqualTo(FOX);
		Files.write(file, new byte[0]);
		assertThat(Md5.ofFile(file).toHex()).isEqualTo("d41d8cd98f00b204e9800998ecf8427e");
		Files.writeString(file, "a".repeat(1_000_000));
		assertThat(Md5.ofFile(file).toHex()).isEqualTo("7707d6ae4e027c70eea2a935c2296f21");
	}

	@Test
	void isWhatJavaItselfMakesOfAnyLengthInAnyParts() throws NoSuchAlgorithmException {
		long seed = Seeds.next();
		Random random = new Random(seed);
		for (int length = 0; length < 300; length++) {
			byte[] bytes = new byte[length];
			random.nextBytes(bytes);
			Md5Digest digest = new Md5Digest();
			for (int at = 0; at < length;) {
				int count = 1 + random.nextInt(Math.min(length - at, 150));
				digest.update(Arrays.copyOfRange(bytes, at, at + count), count);
				at += count;
			}
			String expected = HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(bytes));
			assertThat(digest.finish().toHex()).as("%d bytes; %s", length, Seeds.describe(seed)).isEqualTo(expected);
		}
	}

	@Test
	void isReadAndWrittenAndHidden() throws IOException {
		assertThat(Md5.fromHex(FOX).toHex()).isEqualTo(FOX);
		assertThat(Md5.fromHex(OTHER)).isEqualTo(Md5.fromHex(OTHER.toLowerCase(Locale.ROOT)));
		assertThat(Md5.fromHex(FOX).toString()).isEqualTo("Md5[hidden]");
		for (String bad : List.of("", FOX.substring(1), FOX + "0", "+" + FOX.substring(1), "g" + FOX.substring(1), "١".repeat(32))) {
			assertThatThrownBy(() -> Md5.fromHex(bad)).as(bad).isInstanceOf(HashFormatException.class).hasNoCause()
					.satisfies(e -> assertThat(e.getMessage()).doesNotContain(FOX.substring(1)));
		}
	}
}
