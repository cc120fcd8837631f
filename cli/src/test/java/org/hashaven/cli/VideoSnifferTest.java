package org.hashaven.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is a video, by its first bytes. */
class VideoSnifferTest {

	@TempDir
	private Path folder;

	private boolean isVideo(String head) throws IOException {
		return VideoSniffer.isVideo(Files.writeString(folder.resolve("file"), head, StandardCharsets.ISO_8859_1));
	}

	@Test
	void commonVideosAreKnown() throws IOException {
		assertThat(isVideo("\0\0\0 ftypisom....")).isTrue();
		assertThat(isVideo("\0\0\0\u0014ftypqt  ....")).isTrue();
		assertThat(isVideo("\u001aE\u00df\u00a3........")).isTrue();
		assertThat(isVideo("RIFF....AVI LIST")).isTrue();
		assertThat(isVideo("FLV\u0001........")).isTrue();
		assertThat(isVideo("\0\0\u0001\u00ba........")).isTrue();
	}

	@Test
	void picturesAndRestsAreNot() throws IOException {
		assertThat(isVideo("\0\0\0\u0018ftypheic....")).isFalse();
		assertThat(isVideo("\0\0\0\u0018ftypavif....")).isFalse();
		assertThat(isVideo("RIFF....WEBPVP8 ")).isFalse();
		assertThat(isVideo("\u00ff\u00d8\u00ff\u00e0........")).isFalse();
		assertThat(isVideo("")).isFalse();
		assertThat(isVideo("FLV\u0001")).isFalse();
	}
}
