package org.hashaven.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Inputs that cannot be used: one line each with the reason, never a stack trace, the rest done. */
class BrokenInputIT {

	@TempDir
	private Path folder;

	@Test
	void eachIsNamedWithItsReasonAndTheRestIsDone() throws IOException {
		Path good = TestPictures.photo(folder.resolve("good.jpg"), 1);
		Map<String, String> reasons = new LinkedHashMap<>();
		reasons.put("missing.jpg", "there is no such file");
		Files.createFile(folder.resolve("empty.jpg"));
		reasons.put("empty.jpg", "not a photo or a video");
		Files.writeString(folder.resolve("letter.pdf"), "%PDF-1.7 and so on");
		reasons.put("letter.pdf", "haven cannot read PDF files; save it as JPEG or PNG");
		Files.writeString(folder.resolve("rubbish.jpg"), "and so on");
		reasons.put("rubbish.jpg", "not a photo or a video");
		Files.write(folder.resolve("half.jpg"), Arrays.copyOf(Files.readAllBytes(good), 700));
		reasons.put("half.jpg", "damaged or incomplete");
		Files.writeString(folder.resolve("clip.mp4"), "\0\0\0\u0018ftypmp42\0\0\0\0mp42isom", StandardCharsets.ISO_8859_1);
		reasons.put("clip.mp4", "the video is damaged");
		Files.createSymbolicLink(folder.resolve("circle"), folder.resolve("circle"));
		reasons.put("circle", "there is no such file");
		Files.createDirectory(folder.resolve("empty-folder"));
		String[] arguments = new String[reasons.size() + 5];
		System.arraycopy(new String[]{"hash", "--format", "csv", "empty-folder"}, 0, arguments, 0, 4);
		int at = 4;
		for (String name : reasons.keySet()) {
			arguments[at++] = name;
		}
		arguments[at] = "good.jpg";
		Program.Result result = new Program(folder).run(arguments);
		assertThat(result.lines()).containsExactly("hash,quality",
				TestPictures.hash(good).hash().toHex() + "," + TestPictures.hash(good).quality());
		assertThat(result.err().lines()).hasSameSizeAs(reasons.keySet());
		reasons.forEach((name, reason) -> assertThat(result.err().lines()).anySatisfy(
				line -> assertThat(line).startsWith("haven: " + name + ": ").contains(reason)));
		assertThat(result.err()).doesNotContain("Exception", "\tat ");
		assertThat(result.status()).isEqualTo(1);
	}

	@Test
	void aNameCannotSteerTheTerminal() {
		Program.Result result = new Program(folder).run("hash", "\u001b[2Jgone.jpg");
		assertThat(result.err()).isEqualTo("haven: \ufffd[2Jgone.jpg: there is no such file\n");
	}

	@Test
	void anEndlessNameIsOneErrorAndTheNextNameIsRead() throws IOException {
		TestPictures.photo(folder.resolve("good.jpg"), 1);
		Program.Result result = new Program(folder).reading("x".repeat(5_000_000) + "\ngood.jpg\r\n").run("hash", "--format", "csv", "-");
		assertThat(result.lines()).hasSize(2);
		assertThat(result.err()).isEqualTo("haven: -: this cannot be a file name\n");
		assertThat(result.status()).isEqualTo(1);
	}

	@Test
	void aMistypedHashIsNotRepeated() {
		new Program(folder).run("index", "create", "i");
		String hex = "b74a52ed891375b206bdb644d5a848172d52d6f916c3c96c39b38d90766e6593";
		Program.Result result = new Program(folder).reading("\ufeff " + hex + " \n" + hex.substring(1) + "x\n").run("match", "--format",
				"csv",
				"i", "-");
		assertThat(result.err()).isEqualTo("haven: …: this looks like a hash but is not one: a hash has 64 hexadecimal digits\n");
		assertThat(result.status()).isEqualTo(3);
	}

	@Test
	void nothingToWorkOnIsFatal() throws IOException {
		Files.createDirectory(folder.resolve("empty-folder"));
		Program.Result result = new Program(folder).run("hash", "empty-folder");
		assertThat(result.err()).isEqualTo("haven: there is nothing here to work on\n");
		assertThat(result.status()).isEqualTo(2);
	}

	@Test
	void aFileOfRubbishIsNotReportedLineByLine() throws IOException {
		String rubbish = "It was a dark and stormy night.\n".repeat(500);
		Files.writeString(folder.resolve("novel.txt"), rubbish);
		Program.Result result = new Program(folder).run("hash", "novel.txt");
		assertThat(result.err()).isEqualTo("haven: novel.txt: no line of this file is a hash or a record\n");
		assertThat(result.out()).isEmpty();
		assertThat(result.status()).isEqualTo(1);
		Files.writeString(folder.resolve("list.txt"), rubbish + "0123456789abcdef".repeat(4) + "\n");
		Program.Result list = new Program(folder).run("hash", "list.txt");
		assertThat(list.err().lines()).hasSize(11).first()
				.isEqualTo("haven: list.txt: line 1, column 1: a hash of 64 hexadecimal digits is expected");
		assertThat(list.lines()).hasSize(1);
	}

	@Test
	void aPictureIsAPictureWhateverItsName() throws IOException {
		for (String name : new String[]{"photo.txt", "photo.csv", "photo.jsonl"}) {
			TestPictures.photo(folder.resolve(name), 1);
		}
		Program.Result result = new Program(folder).run("hash", "--format", "csv", ".");
		assertThat(result.lines()).hasSize(4);
		assertThat(result.err()).isEmpty();
	}

	@Test
	void aFileThatLooksLikeAnOptionGetsAHint() throws IOException {
		TestPictures.photo(folder.resolve("-dash.jpg"), 1);
		TestPictures.photo(folder.resolve("photo.jpg"), 2);
		assertThat(new Program(folder).run("hash", "-dash.jpg", "photo.jpg").err())
				.startsWith("haven: there is no option -dash.jpg - for a file of this name, write ./-dash.jpg\n");
		assertThat(new Program(folder).run("hash", "./-dash.jpg").status()).isZero();
	}

	@Test
	void anUnknownPictureFormatIsToldInKoreanToo() throws IOException {
		Files.writeString(folder.resolve("letter.pdf"), "%PDF-1.7 and so on");
		Files.writeString(folder.resolve("rubbish.jpg"), "and so on");
		Program.Result result = new Program(folder).run("hash", "--names", "--lang", "ko", "letter.pdf", "rubbish.jpg");
		assertThat(result.err().lines()).containsExactly(
				"haven: letter.pdf: haven이 읽지 못하는 형식입니다: PDF. 온라인 변환 사이트에 올리지 말고, 이 기기에서 사진은 JPEG나 PNG로, 동영상은 MP4로 저장한 뒤 다시 해 보세요",
				"haven: rubbish.jpg: haven이 아는 형식의 사진이나 동영상이 아닙니다");
	}
}
