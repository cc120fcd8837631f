package org.hashaven.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.hashaven.hash.Md5;
import org.hashaven.image.natives.NativeDecoders;
import org.hashaven.samples.videos.VideoSamples;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * MD5s of files through {@code haven hash} and {@code haven match}, the real program: written when asked for, found exactly, never told.
 */
class Md5IT {

	@TempDir
	private Path folder;
	private String photo;
	private String video;

	@BeforeEach
	void makeFiles() throws IOException {
		assertThat(NativeDecoders.loadVideo()).isTrue();
		photo = Md5.ofFile(TestPictures.photo(folder.resolve("photo.jpg"), 1)).toHex();
		TestPictures.altered(folder.resolve("copy.jpg"), 1, "jpeg-30");
		video = Md5.ofFile(Files.copy(VideoSamples.named("mp4-h264").file(), folder.resolve("video.mp4"))).toHex();
		assertThat(haven("index", "create", "ix").status()).isZero();
	}

	private Program.Result haven(String... arguments) {
		return new Program(folder).run(arguments);
	}

	@Test
	void areWrittenOnlyWhenAskedFor() {
		for (String format : List.of("text", "csv", "jsonl")) {
			Program.Result asked = haven("hash", "--md5", "--format", format, "photo.jpg", "video.mp4");
			assertThat(asked.out()).as(format).contains(photo, video);
			assertThat(asked.status()).as(asked.err()).isZero();
			assertThat(haven("hash", "--format", format, "photo.jpg", "video.mp4").out()).as(format).doesNotContain(photo, video);
		}
		assertThat(haven("hash", "--md5", "--format", "csv", "--dihedral", "--names", "photo.jpg").lines()).hasSize(9)
				.startsWith("hash,quality,form,md5,name").element(8).asString().endsWith("," + photo + ",photo.jpg");
		assertThat(haven("hash", "--md5", "--format", "jsonl", "--dihedral", "photo.jpg").lines()).hasSize(8)
				.allMatch(line -> line.endsWith(",\"md5\":\"" + photo + "\"}"));
		Program.Result vpdq = haven("hash", "--md5", "--format", "vpdq", "video.mp4");
		assertThat(vpdq.err()).isEqualTo("haven: the format vpdq has no place for an MD5\n");
		assertThat(vpdq.status()).isEqualTo(2);
	}

	@Test
	void stayWithTheirRecordsThroughLists() throws IOException {
		for (List<String> format : List.of(List.of("csv", "list.csv"), List.of("jsonl", "list.jsonl"))) {
			String text = haven("hash", "--md5", "--format", format.getFirst(), "photo.jpg", "video.mp4").out();
			Files.writeString(folder.resolve(format.getLast()), text);
			assertThat(haven("hash", "--md5", "--format", format.getFirst(), format.getLast()).out()).isEqualTo(text);
			assertThat(haven("hash", "--format", format.getFirst(), format.getLast()).out()).doesNotContain(photo, video);
			assertThat(haven("index", "add", "ix", format.getLast()).status()).isZero();
			Program.Result listed = haven("match", "--format", "csv", "--md5", format.getLast(), "ix", "photo.jpg", "video.mp4");
			assertThat(listed.lines()).contains("photo.jpg,,,,same-file", "video.mp4,,,,same-file");
		}
	}

	@Test
	void findTheSameFileAndNoOther() throws IOException {
		Files.writeString(folder.resolve("letter.txt.gz"), "neither photo nor video");
		String letter = Md5.ofFile(folder.resolve("letter.txt.gz")).toHex();
		Files.writeString(folder.resolve("known.md5"), "# from a hotline\n" + photo + "\n" + letter + "  letter\n");

		Program.Result same = haven("match", "--md5", "known.md5", "ix", "photo.jpg", "letter.txt.gz");
		assertThat(same.lines()).containsExactly("photo.jpg  match", "    same file: its MD5 is in the list", "letter.txt.gz  match",
				"    same file: its MD5 is in the list");
		assertThat(same.err()).isEmpty();
		assertThat(same.status()).isZero();
		assertThat(haven("match", "--lang", "ko", "--md5", "known.md5", "ix", "photo.jpg").out()).contains("같은 파일");
		assertThat(haven("match", "--format", "jsonl", "--md5", "known.md5", "ix", "photo.jpg").out())
				.isEqualTo("{\"query\":\"photo.jpg\",\"how\":\"same-file\",\"purpose\":\"block\"}\n");

		Program.Result others = haven("match", "--md5", "known.md5", "ix", "copy.jpg", "video.mp4");
		assertThat(others.out()).isEqualTo("copy.jpg  no match\nvideo.mp4  no match\n");
		assertThat(others.status()).isEqualTo(1);
		assertThat(haven("match", "ix", "letter.txt.gz").err())
				.isEqualTo("haven: letter.txt.gz: this is not a photo or a video of a known kind\n");

		assertThat(haven("index", "add", "ix", "photo.jpg").status()).isZero();
		assertThat(haven("match", "--format", "csv", "--md5", "known.md5", "ix", "photo.jpg").lines()).hasSize(3)
				.contains("photo.jpg,,,,same-file").element(2).asString().endsWith(",default,0,identical");
	}

	@Test
	void aListThatCannotBeUsedIsOneErrorWithoutAnMd5() throws IOException {
		Files.writeString(folder.resolve("bad.md5"), photo + "\n" + video.substring(1) + "\n" + video + "\n");
		assertUnusable("haven: bad.md5: line 2, column 1: an MD5 of 32 hexadecimal digits is expected\n",
				"bad.md5");
		Files.writeString(folder.resolve("bad.md5"), "md5,note\n,unknown\n");
		assertUnusable("haven: bad.md5: there is no MD5 in this list\n", "bad.md5");
		assertUnusable("haven: gone.md5: there is no such file\n", "gone.md5");
		assertUnusable("haven: ix: this is a folder\n", "ix");
		assertUnusable("haven: …: this looks like an MD5; --md5 takes the name of a file with a list of them\n", photo);
	}

	private void assertUnusable(String message, String list) {
		Program.Result result = haven("match", "--md5", list, "ix", "photo.jpg");
		assertThat(result.err()).isEqualTo(message);
		assertThat(result.out()).isEmpty();
		assertThat(result.status()).isEqualTo(2);
	}

	@Test
	void anMd5OnTheCommandLineIsNotRepeated() {
		for (String word : List.of(photo, photo.substring(2), photo + "x")) {
			for (String[] arguments : new String[][]{{"match", "ix", word}, {"hash", word}, {"hash", "--md5", word}}) {
				Program.Result result = haven(arguments);
				assertThat(result.err()).startsWith("haven: …: ").doesNotContain(word).hasLineCount(1);
				assertThat(result.out()).doesNotContain(word);
			}
		}
	}
}
