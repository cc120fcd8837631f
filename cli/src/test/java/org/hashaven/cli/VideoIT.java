package org.hashaven.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import org.hashaven.image.natives.NativeDecoders;
import org.hashaven.samples.distortions.Distortions;
import org.hashaven.samples.distortions.Encoded;
import org.hashaven.samples.pictures.Picture;
import org.hashaven.samples.videos.Clips;
import org.hashaven.samples.videos.Container;
import org.hashaven.samples.videos.GeneratedClip;
import org.hashaven.samples.videos.Montage;
import org.hashaven.samples.videos.MovingPicture;
import org.hashaven.samples.videos.VideoCodec;
import org.hashaven.samples.videos.VideoFile;
import org.hashaven.samples.videos.VideoSettings;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Videos through every command, the real program on real files. */
class VideoIT {

	private static final int DURATION_MS = 8_000;

	@TempDir
	private Path folder;

	@BeforeEach
	void film() throws IOException {
		assertThat(NativeDecoders.loadVideo()).isTrue();
		GeneratedClip hers = Clips.scenes(1, 320, 240, DURATION_MS);
		write(hers, Container.MP4, VideoCodec.H264, "hers.mp4");
		write(Montage.cut(hers, 2_000_000, 6_500_000), Container.WEBM, VideoCodec.VP8, "part.webm");
		write(Clips.scenes(2, 320, 240, DURATION_MS), Container.MP4, VideoCodec.H264, "stranger.mp4");
	}

	private void write(MovingPicture clip, Container container, VideoCodec codec, String name) throws IOException {
		VideoFile.write(clip, VideoSettings.of(container, codec), folder.resolve(name));
	}

	private Program.Result haven(String... arguments) {
		return new Program(folder).run(arguments);
	}

	@Test
	void isHashedInEveryFormat() {
		Program.Result text = haven("hash", "hers.mp4");
		assertThat(text.status()).as(text.err()).isZero();
		assertThat(text.lines().getFirst()).matches("   1  video, \\d+ frames");
		assertThat(text.lines().get(1)).matches("      0:00.0   [0-9a-f]{64}  quality [ 0-9]{3}.*");
		assertThat(text.err()).isEmpty();

		Program.Result csv = haven("hash", "--format", "csv", "hers.mp4");
		assertThat(csv.lines()).hasSameSizeAs(text.lines());
		assertThat(csv.lines().getFirst()).isEqualTo("hash,quality");

		Program.Result json = haven("hash", "--format", "jsonl", "hers.mp4", "part.webm");
		assertThat(json.lines().getFirst())
				.matches("\\{\"hash\":\"[0-9a-f]{64}\",\"quality\":\\d+,\"kind\":\"frame\",\"video\":1,\"ms\":0}");
		assertThat(json.lines().getLast()).contains("\"video\":2,\"ms\":");
		assertThat(json.out()).doesNotContain("hers");

		Program.Result vpdq = haven("hash", "--format", "vpdq", "--fps", "all", "hers.mp4");
		assertThat(vpdq.lines()).hasSize(DURATION_MS * GeneratedClip.FRAMES_A_SECOND / 1_000);
		assertThat(vpdq.lines().get(1)).matches("1,\\d+,[0-9a-f]{64},0\\.040");
	}

	@Test
	void isMatchedWithItsSecondsUntilItIsWithdrawn() throws IOException {
		assertThat(haven("index", "create", "ix").status()).isZero();
		Program.Result added = haven("index", "add", "ix", "hers.mp4");
		assertThat(added.lines()).as(added.err()).hasSize(1);
		String id = added.lines().getFirst();
		assertThat(haven("index", "stats", "ix").out()).contains("media      1 photos and videos");

		Program.Result part = haven("match", "ix", "part.webm");
		assertThat(part.status()).as(part.err()).isZero();
		assertThat(part.lines()).hasSize(3);
		assertThat(part.lines().getFirst()).isEqualTo("part.webm  match");
		assertThat(part.lines().get(1)).contains(id, "cut from this video");
		assertThat(part.lines().get(2))
				.matches("        0:0\\d\\.\\d to 0:0\\d\\.\\d of the upload: 0:0[234]\\.\\d to 0:0[56]\\.\\d of the listed video");
		assertThat(haven("match", "--format", "csv", "ix", "part.webm").out())
				.isEqualTo("query,id,bank,distance,how\npart.webm," + id + ",default,,cut-from\n");
		assertThat(haven("match", "--format", "jsonl", "ix", "part.webm").out()).contains("\"how\":\"cut-from\"", "\"media_from_ms\":");

		Files.write(folder.resolve("still.png"), Encoded.png(still()));
		Program.Result still = haven("match", "ix", "still.png");
		assertThat(still.lines().get(1)).contains(id, "in a video at 0:00.0");

		assertThat(haven("match", "ix", "stranger.mp4").out()).isEqualTo("stranger.mp4  no match\n");
		assertThat(haven("index", "withdraw", "ix", id).status()).isZero();
		assertThat(haven("match", "ix", "part.webm", "still.png").status()).isEqualTo(1);
		assertThat(haven("index", "verify", "ix").status()).isZero();
	}

	/** Mirrored and put between black bars, as people do before they post again. */
	@Test
	void isMatchedMirroredAndWithBorders() throws IOException {
		MovingPicture mirrored = Montage.drawnOn(Clips.scenes(1, 320, 240, DURATION_MS),
				picture -> Distortions.named("mirror").apply(picture, 0));
		write(Montage.drawnOn(mirrored, picture -> Distortions.named("letterbox-10").apply(picture, 0)), Container.MP4, VideoCodec.H264,
				"boxed.mp4");
		assertThat(haven("index", "create", "ix").status()).isZero();
		String id = haven("index", "add", "ix", "hers.mp4").lines().getFirst();
		assertThat(haven("match", "--format", "csv", "ix", "boxed.mp4").out())
				.isEqualTo("query,id,bank,distance,how\nboxed.mp4," + id + ",default,,whole mirrored borders-cut\n");
		assertThat(haven("match", "ix", "boxed.mp4").lines().get(1)).contains("same video: ", ", mirrored, without its borders");
		assertThat(haven("match", "--lang", "ko", "ix", "boxed.mp4").lines().get(1)).contains("좌우 반전", "테두리를 빼고 비교함");
		assertThat(haven("hash", "--format", "vpdq", "--fps", "all", "boxed.mp4").lines())
				.hasSize(DURATION_MS * GeneratedClip.FRAMES_A_SECOND / 1_000);
	}

	/** What a device hands in and a platform takes: a list, with the videos whole. */
	@Test
	void isTheSameThroughAList() throws IOException {
		assertThat(haven("index", "create", "ix").status()).isZero();
		for (List<String> format : List.of(List.of("jsonl", "list.jsonl"), List.of("vpdq", "list.txt"))) {
			Files.writeString(folder.resolve(format.getLast()),
					haven("hash", "--format", format.getFirst(), "stranger.mp4", "hers.mp4").out());
			Program.Result added = haven("index", "add", "ix", format.getLast());
			assertThat(added.lines()).as(added.err()).hasSize(2);
			List<String> hers = added.lines().stream().map(id -> "part.webm," + id + ",default,,cut-from").toList();
			assertThat(haven("match", "--format", "csv", "ix", "part.webm").lines()).filteredOn(hers::contains).hasSize(1);
		}
	}

	/**
	 * A list of vPDQ's has no place for names, so its order tells nothing even when names are asked for. Four shuffles of six videos all
	 * leave them in their order once in 6!⁴ ≈ 2.7e11 times, and five are alike as rarely.
	 */
	@Test
	void hash_vpdqOfAFolder_shufflesVideosAndKeepsTheFramesOfEachTogether() throws IOException {
		Path album = Files.createDirectory(folder.resolve("album"));
		List<String> videos = new ArrayList<>();
		for (int i = 0; i < 6; i++) {
			write(Clips.scenes(10 + i, 160, 120, 2_000), Container.MP4, VideoCodec.H264, "album/VID_" + i + ".mp4");
			videos.add(haven("hash", "--format", "vpdq", "album/VID_" + i + ".mp4").out());
		}
		assertThat(videos).allSatisfy(frames -> assertThat(frames.lines()).hasSizeGreaterThan(1));
		List<String> lists = new ArrayList<>();
		for (int run = 0; run < 5; run++) {
			Program.Result result = haven("hash", "--names", "--format", "vpdq", album.toString());
			assertThat(result.status()).as(result.err()).isZero();
			assertThat(result.out()).contains(videos).hasSize(String.join("", videos).length());
			lists.add(result.out());
		}
		assertThat(lists.subList(0, 4)).as("by name each time").anySatisfy(list -> assertThat(list).isNotEqualTo(String.join("", videos)));
		assertThat(new HashSet<>(lists)).as("different orders").hasSizeGreaterThan(1);
	}

	private Picture still() throws IOException {
		return Objects.requireNonNull(Clips.scenes(1, 320, 240, DURATION_MS).frames().next()).picture();
	}

	@Test
	void isCompared() throws IOException {
		Program.Result part = haven("compare", "part.webm", "hers.mp4");
		assertThat(part.out()).contains("% of the first video is found in the second").contains("verdict   a match");
		assertThat(haven("compare", "stranger.mp4", "hers.mp4").out()).contains("no frame of either video", "no match");
		Files.write(folder.resolve("still.png"), Encoded.png(still()));
		assertThat(haven("compare", "still.png", "hers.mp4").out()).contains("a frame of the video, at 0:00.0");
		assertThat(haven("compare", "hers.mp4", "still.png").out()).contains("a frame of the video, at 0:00.0");
		assertThat(haven("compare", "stranger.mp4", "still.png").out()).contains("no frame of the video looks like the photo");
		write(Montage.drawnOn(Clips.scenes(1, 320, 240, DURATION_MS), picture -> Distortions.named("mirror").apply(picture, 0)),
				Container.MP4, VideoCodec.H264, "mirrored.mp4");
		assertThat(haven("compare", "mirrored.mp4", "hers.mp4").out()).contains("a match", "mirrored");
		assertThat(haven("compare", "hers.mp4", "mirrored.mp4").out()).contains("a match", "mirrored");
		assertThat(haven("compare", "still.png", "mirrored.mp4").out()).contains("a frame of the video", "mirrored");
	}

	@Test
	void whatIsDamagedPlainOrNoVideoIsSaid() throws IOException {
		byte[] bytes = Files.readAllBytes(folder.resolve("part.webm"));
		Files.write(folder.resolve("cut.webm"), Arrays.copyOf(bytes, bytes.length * 3 / 5));
		assertThat(haven("hash", "cut.webm").status()).isZero();

		write(Clips.even(0, 320, 240, 3_000), Container.MP4, VideoCodec.H264, "black.mp4");
		Program.Result black = haven("hash", "black.mp4");
		assertThat(black.status()).isZero();
		assertThat(black.err()).contains("1 video shows too little", "black.mp4", "What you can do");

		Files.writeString(folder.resolve("list.mp4"), "#EXTM3U\nhers.mp4\n");
		assertThat(haven("hash", "list.mp4").err()).isEqualTo("haven: list.mp4: this is not a photo or a video of a known kind\n");
		assertThat(haven("hash", "--fps", "0", "hers.mp4").status()).isEqualTo(2);
		TestPictures.photo(folder.resolve("photo.jpg"), 1);
		Program.Result photo = haven("hash", "--format", "vpdq", "photo.jpg", "part.webm");
		assertThat(photo.err()).isEqualTo("haven: photo.jpg: this is a photo; the format vpdq is for videos\n");
		assertThat(photo.lines()).isNotEmpty();
		assertThat(photo.status()).isEqualTo(1);
	}
}
