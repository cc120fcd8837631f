package org.hashaven.video;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.hashaven.testdata.videos.broken.LockedVideos;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is locked with a key is called so, and not damaged. */
class LockedVideosTest {

	@TempDir
	Path folder;

	static List<byte[]> locked() {
		return List.of(LockedVideos.webm(), LockedVideos.mp4());
	}

	@ParameterizedTest
	@MethodSource("locked")
	void hash_lockedWithAKey_isCalledEncrypted(byte[] file) throws IOException {
		Path path = Files.write(folder.resolve("locked"), file);
		assertThatThrownBy(() -> new VideoHasher(VideoOptions.DEFAULT).hash(path)).isInstanceOfSatisfying(VideoException.class,
				e -> assertThat(e.reason()).isEqualTo(VideoException.Reason.ENCRYPTED));
	}
}
