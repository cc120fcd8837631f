package org.hashaven.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Uploads that cannot be judged, or not whole: never passed off as no match. */
class UnjudgedIT {

	@TempDir
	private Path folder;

	private Program.Result haven(String... arguments) {
		return new Program(folder).run(arguments);
	}

	@BeforeEach
	void listOne() throws IOException {
		TestPictures.photo(folder.resolve("hers.jpg"), 1);
		TestPictures.photo(folder.resolve("other.jpg"), 2);
		Files.writeString(folder.resolve("list.csv"), haven("hash", "--format", "csv", "hers.jpg").out());
		haven("index", "create", "ix");
		haven("index", "add", "ix", "list.csv");
		cut("hers.jpg", "cut.jpg", 10);
		cut("other.jpg", "other-cut.jpg", 10);
		Files.writeString(folder.resolve("junk.jpg"), "this is no picture");
	}

	private void cut(String whole, String cut, int lastBytes) throws IOException {
		byte[] file = Files.readAllBytes(folder.resolve(whole));
		Files.write(folder.resolve(cut), Arrays.copyOf(file, file.length - lastBytes));
	}

	@Test
	void tenBytesCutOffHideNothing() {
		Program.Result found = haven("match", "ix", "cut.jpg");
		assertThat(found.status()).as(found.out() + found.err()).isZero();
		assertThat(found.err()).isEqualTo("haven: cut.jpg: the photo is damaged or truncated; what could be read of it was used\n");
		assertThat(haven("compare", "cut.jpg", "hers.jpg").out()).contains("a match");
	}

	@Test
	void aDamagedUploadThatMatchesNothingIsLeftOpen() {
		Program.Result csv = haven("match", "--format", "csv", "ix", "other-cut.jpg");
		assertThat(csv.status()).isEqualTo(3);
		assertThat(csv.out()).isEqualTo("query,id,bank,distance,how\nother-cut.jpg,,,,unjudged damaged\n");
		assertThat(haven("match", "ix", "other-cut.jpg").out()).contains("could not be judged completely");
		assertThat(haven("match", "--lang", "ko", "ix", "other-cut.jpg").out()).contains("판정하지 못했습니다");
	}

	@Test
	void whatCannotBeReadHasALineAndAStatus() {
		Program.Result json = haven("match", "--format", "jsonl", "ix", "junk.jpg", "gone.jpg", "other.jpg");
		assertThat(json.status()).isEqualTo(3);
		assertThat(json.out()).isEqualTo(
				"{\"query\":\"junk.jpg\",\"unjudged\":\"unknown-format\"}\n{\"query\":\"gone.jpg\",\"unjudged\":\"missing\"}\n");
		assertThat(json.err().lines()).hasSize(2);
		assertThat(haven("match", "ix", "other.jpg").status()).as("judged, and no match").isEqualTo(1);
	}

	@Test
	void aMatchBesideItStillCounts() {
		Program.Result found = haven("match", "--format", "csv", "ix", "junk.jpg", "hers.jpg");
		assertThat(found.status()).isZero();
		assertThat(found.lines()).hasSize(3);
	}

	@Test
	void aListHasNoDamagedPictures_unlessAskedFor() {
		Program.Result refused = haven("hash", "cut.jpg");
		assertThat(refused.status()).isEqualTo(1);
		assertThat(refused.out()).isEmpty();
		Program.Result taken = haven("hash", "--damaged", "cut.jpg");
		assertThat(taken.status()).isZero();
		assertThat(taken.lines()).hasSize(1);
		assertThat(taken.err()).contains("what could be read of it was used");
	}
}
