package org.hashaven.testdata.videos.broken;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.hashaven.testdata.broken.Mutator;
import org.hashaven.samples.videos.DecodedVideo;
import org.hashaven.samples.videos.Frames;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class BrokenVideosTest {

	@Test
	void everyBrokenVideoHasItsNameAndIsNoSoundOne() {
		List<BrokenVideo> all = BrokenVideos.all();
		assertThat(all).hasSizeGreaterThan(400).extracting(BrokenVideo::name).doesNotHaveDuplicates();
		assertThat(all).extracting(BrokenVideo::verdict).contains(BrokenVideo.Verdict.values());
		for (BrokenVideo broken : all) {
			assertThat(SeedVideos.all().entrySet()).as(broken.name())
					.noneMatch(seed -> !seed.getKey().startsWith("sound-only") && Arrays.equals(seed.getValue(), broken.bytes()));
		}
	}

	@Test
	void theSeedsAreSoundAndSmall(@TempDir Path folder) throws IOException {
		for (Map.Entry<String, byte[]> seed : SeedVideos.all().entrySet()) {
			assertThat(seed.getValue().length).as(seed.getKey()).isLessThan(400_000);
			if (!seed.getKey().startsWith("sound-only") && !seed.getKey().endsWith(".webp")) {
				Path file = Files.write(folder.resolve(seed.getKey()), seed.getValue());
				assertThat(frames(file)).as(seed.getKey()).isGreaterThanOrEqualTo(6);
			}
		}
	}

	private static int frames(Path file) throws IOException {
		int count = 0;
		try (Frames frames = DecodedVideo.of(file).frames()) {
			while (frames.next() != null) {
				count++;
			}
		}
		return count;
	}

	@Test
	void playlistsNameTheirTargets() {
		List<BrokenVideo> lists = Playlists.pointingTo(Path.of("other.mp4"), "http://127.0.0.1:1");
		assertThat(lists).filteredOn(list -> text(list.bytes()).contains("other.mp4")).hasSizeGreaterThan(60);
		assertThat(lists).filteredOn(list -> text(list.bytes()).contains("http://127.0.0.1:1/")).hasSizeGreaterThan(20);
	}

	@Test
	void aHugeClaimIsMadeInFewBytes() {
		assertThat(HugeH264.mp4(16_384, 16_384).length).isLessThan(50_000);
	}

	@Test
	void mutationsComeAgainWithTheirSeed() {
		Mutator mutator = BrokenVideos.mutator();
		for (long seed = 0; seed < 50; seed++) {
			assertThat(mutator.mutate(seed)).isEqualTo(mutator.mutate(seed));
		}
	}

	private static String text(byte[] bytes) {
		return new String(bytes, StandardCharsets.ISO_8859_1);
	}
}
