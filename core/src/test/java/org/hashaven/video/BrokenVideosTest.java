package org.hashaven.video;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.hashaven.samples.videos.VideoSamples;
import org.hashaven.testdata.Seeds;
import org.hashaven.testdata.videos.broken.BrokenVideo;
import org.hashaven.testdata.videos.broken.BrokenVideos;
import org.hashaven.testdata.videos.broken.Playlists;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Broken videos are refused with one plain line, or read as far as they go; what points elsewhere is not followed. */
class BrokenVideosTest {

	/** Some of thousands, others at each run; all of them are a benchmark's work. */
	private static final int FILES = 150;

	@TempDir
	private static Path folder;

	static List<BrokenVideo> some() {
		long seed = Seeds.next();
		System.out.println(Seeds.describe(seed));
		List<BrokenVideo> all = new ArrayList<>(BrokenVideos.all());
		Collections.shuffle(all, new Random(seed));
		return all.subList(0, FILES);
	}

	@ParameterizedTest
	@MethodSource("some")
	void isRefusedOrReadAsFarAsItGoes(BrokenVideo broken) throws IOException {
		boolean read = hashes(broken);
		assertThat(read && broken.verdict() == BrokenVideo.Verdict.REFUSED).as(broken.name()).isFalse();
	}

	/** A video that would be hashed if it were found lies beside the list, and a host would hear of it. */
	@Test
	void nothingThatAFilePointsToIsOpened() throws IOException {
		Path target = Files.copy(VideoSamples.named("mp4-h264").file(), folder.resolve("target.mp4"));
		try (ServerSocket host = new ServerSocket(0, 0, InetAddress.getLoopbackAddress())) {
			host.setSoTimeout(1);
			List<BrokenVideo> lists = Playlists.pointingTo(target, "127.0.0.1:" + host.getLocalPort());
			assertThat(lists).isNotEmpty();
			for (BrokenVideo list : lists) {
				assertThat(hashes(list)).as(list.name()).isFalse();
			}
			assertThatThrownBy(host::accept).isInstanceOf(SocketTimeoutException.class);
		}
	}

	private static boolean hashes(BrokenVideo broken) throws IOException {
		Path file = Files.write(folder.resolve("broken" + broken.extension()), broken.bytes());
		try {
			new VideoHasher().hash(file);
			return true;
		} catch (VideoException e) {
			assertThat(e.getMessage()).as(broken.name()).matches("[A-Z][^\\n\\r]{10,140}\\.");
			return false;
		}
	}
}
