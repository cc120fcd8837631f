package org.hashaven.matcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.hashaven.hash.record.HashRecord;
import org.hashaven.hash.record.VideoRecord;
import org.hashaven.image.ByteSource;
import org.hashaven.image.ImageDecoder;
import org.hashaven.image.ImageException;
import org.hashaven.image.RgbImage;
import org.hashaven.index.Bank;
import org.hashaven.index.HashIndex;
import org.hashaven.index.IndexException;
import org.hashaven.index.MatchOptions;
import org.hashaven.index.PhotoMatch;
import org.hashaven.media.HashedMedia;
import org.hashaven.media.InProcessHasher;
import org.hashaven.media.MediaHasher;
import org.hashaven.media.MediaOptions;
import org.hashaven.media.PhotoLookup;
import org.hashaven.pdq.PdqHasher;
import org.hashaven.pdq.PdqResult;
import org.hashaven.testdata.broken.Blob;
import org.hashaven.testdata.broken.SeedPictures;
import org.hashaven.samples.pictures.Picture;
import org.hashaven.samples.pictures.PictureGenerator;
import org.hashaven.samples.videos.VideoSample;
import org.hashaven.samples.videos.VideoSamples;
import org.hashaven.video.VideoHash;
import org.hashaven.video.VideoHasher;
import org.hashaven.video.VideoProgress;
import org.hashaven.worker.Budget;
import org.hashaven.worker.WorkerPool;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real files through real decoders, in this process and in workers, against a real index. */
class UploadMatcherTest {

	@TempDir
	private Path folder;

	private HashIndex index;
	private final byte[] photo = png(1);

	/** A generated photograph, as a PNG. */
	private static byte[] png(long seed) {
		Picture picture = PictureGenerator.photo(seed, 640, 480).toRgb();
		Blob rows = new Blob();
		for (int y = 0; y < 480; y++) {
			rows.u8(0);
			for (int x = 0; x < 640; x++) {
				rows.u8(picture.sample(x, y, 0), picture.sample(x, y, 1), picture.sample(x, y, 2));
			}
		}
		return new Blob().text("\u0089PNG\r\n\u001a\n").pngChunk("IHDR", new Blob().u32(640).u32(480).u8(8, 2, 0, 0, 0).toBytes())
				.pngChunk("IDAT", Blob.deflate(rows.toBytes())).pngChunk("IEND", new byte[0]).toBytes();
	}

	@BeforeEach
	void open() throws IOException {
		index = HashIndex.create(folder.resolve("index"));
	}

	@AfterEach
	void close() throws IOException {
		index.close();
	}

	private UploadMatcher matcher(MediaHasher hasher) {
		return new UploadMatcher(index, hasher, MatchOptions.DEFAULT);
	}

	private String list(RgbImage picture) throws IOException {
		PdqResult hash = PdqHasher.hash(picture);
		return index.add(Bank.DEFAULT.name(), List.of(HashRecord.ofPhoto(hash.hash(), hash.quality()))).getFirst();
	}

	private static RgbImage mirrored(RgbImage image) {
		byte[] samples = new byte[image.samples().length];
		int channels = image.channels();
		for (int at = 0; at < samples.length; at++) {
			int pixel = at / channels;
			int x = image.width() - 1 - pixel % image.width();
			samples[at] = image.samples()[(pixel / image.width() * image.width() + x) * channels + at % channels];
		}
		return channels == 1
				? RgbImage.ofGrey(image.width(), image.height(), samples)
				: RgbImage.ofRgb(image.width(), image.height(), samples);
	}

	@Test
	void match_mirroredPhoto_blocksAndSaysHow_inThisProcessAndInAWorker() throws IOException {
		String id = list(mirrored(new ImageDecoder().decode(photo)));
		try (WorkerPool workers = new WorkerPool(1, Budget.DEFAULT)) {
			for (MediaHasher hasher : List.of(new InProcessHasher(), workers)) {
				UploadMatch match = matcher(hasher).match(photo);
				assertThat(match.blocks()).isTrue();
				assertThat(match.isUndecided()).isFalse();
				assertThat(match).isInstanceOfSatisfying(UploadMatch.Photo.class, found -> {
					PhotoMatch first = found.result().matches().getFirst();
					assertThat(first.id()).isEqualTo(id);
					assertThat(first.how().words()).isEqualTo("mirrored");
				});
			}
		}
	}

	@Test
	void match_stranger_isDecidedAndDoesNotBlock() throws IOException {
		list(mirrored(new ImageDecoder().decode(photo)));
		UploadMatch match = matcher(new InProcessHasher()).match(png(2));
		assertThat(match.blocks()).isFalse();
		assertThat(match.isUndecided()).isFalse();
	}

	@Test
	void match_damagedPhoto_isUndecided() throws IOException {
		byte[] jpeg = SeedPictures.baselineJpeg();
		UploadMatch match = matcher(new InProcessHasher()).match(Arrays.copyOf(jpeg, jpeg.length * 3 / 4));
		assertThat(match.blocks()).isFalse();
		assertThat(match.isUndecided()).isTrue();
	}

	@Test
	void match_noPicture_isTheFilesFault_notTheIndexs() throws IOException {
		list(new ImageDecoder().decode(photo));
		assertThatThrownBy(() -> matcher(new InProcessHasher()).match(new byte[]{1, 2, 3})).isInstanceOf(ImageException.class);
		assertThat(matcher(new InProcessHasher()).match(photo).blocks()).isTrue();
	}

	/** Image code with a bug, in the middle of the views. */
	private record Failing(MediaHasher hasher, RuntimeException bug) implements MediaHasher {

		@Override
		public HashedMedia hash(ByteSource file, MediaOptions options, @Nullable PhotoLookup lookup, VideoProgress progress)
				throws IOException {
			return hasher.hash(file, options, lookup == null ? null : views -> lookup.look(() -> {
				throw bug;
			}), progress);
		}

		@Override
		public void close() {
			hasher.close();
		}
	}

	@Test
	void match_imageCodeThrows_isThrownAsItIsAndTheIndexIsSound() throws IOException {
		list(new ImageDecoder().decode(photo));
		RuntimeException bug = new ArrayIndexOutOfBoundsException("a bug in a view");
		assertThatThrownBy(() -> matcher(new Failing(new InProcessHasher(), bug)).match(photo)).isSameAs(bug)
				.isNotInstanceOf(IndexException.class);
		assertThat(index.verify().clean()).isTrue();
	}

	@Test
	void match_video_blocksByItsFrames() throws IOException {
		VideoSample sample = VideoSamples.all().getFirst();
		VideoHash hash = new VideoHasher().hash(sample.file());
		String id = index.add(Bank.DEFAULT.name(), List.of(VideoRecord.ofFrames(hash.frames()))).getFirst();
		UploadMatch match = matcher(new InProcessHasher()).match(Files.readAllBytes(sample.file()));
		assertThat(match.blocks()).isTrue();
		assertThat(match).isInstanceOfSatisfying(UploadMatch.Video.class,
				video -> assertThat(video.result().matches().getFirst().id()).isEqualTo(id));
	}
}
