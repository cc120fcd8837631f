package org.hashaven.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import javax.imageio.ImageIO;
import org.hashaven.hash.Hash256;
import org.hashaven.hash.Region;
import org.hashaven.hash.query.PhotoView;
import org.hashaven.hash.query.RegionQuery;
import org.hashaven.image.ImageException;
import org.hashaven.media.HashedMedia;
import org.hashaven.media.InProcessHasher;
import org.hashaven.media.MediaHasher;
import org.hashaven.media.MediaOptions;
import org.hashaven.samples.distortions.Encoded;
import org.hashaven.samples.pictures.PictureGenerator;
import org.hashaven.samples.videos.VideoSamples;
import org.hashaven.testdata.Seeds;
import org.hashaven.testdata.broken.SeedPictures;
import org.hashaven.video.VideoException;
import org.hashaven.video.VideoProgress;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Worker processes give what hashing in this process gives, and a file that costs too much or kills its worker costs only itself. */
class WorkerPoolTest {

	private static final int FILES = 2;

	private final WorkerPool pool = new WorkerPool(FILES, Budget.DEFAULT);
	private final MediaHasher inProcess = new InProcessHasher();

	@TempDir
	private Path folder;

	@AfterEach
	void closePool() {
		pool.close();
	}

	private Path photo(int number) throws IOException {
		return Files.write(folder.resolve(number + ".jpg"), Encoded.jpeg(PictureGenerator.photo(number, 640, 480), 90));
	}

	@Test
	void hash_everyFormat_equalsInProcess() throws IOException {
		List<MediaOptions> all = List.of(MediaOptions.DEFAULT.withAllForms(true).withRegions(true), MediaOptions.UPLOAD);
		List<Path> files = new ArrayList<>(List.of(photo(1), VideoSamples.named("mp4-h264").file(), VideoSamples.named("gif").file(),
				VideoSamples.named("webp").file()));
		for (Map.Entry<String, byte[]> each : SeedPictures.all().entrySet()) {
			files.add(Files.write(folder.resolve(each.getKey()), each.getValue()));
		}
		for (Path file : files) {
			for (MediaOptions options : all) {
				HashedMedia expected = inProcess.hash(file, options, null, VideoProgress.NONE);
				HashedMedia actual = pool.hash(file, options, null, VideoProgress.NONE);
				assertThat(actual).as(file.getFileName().toString()).isEqualTo(expected);
			}
		}
	}

	@Test
	void lookup_probesRegionsAndPlacements_equalThoseInProcess() throws IOException {
		Path file = photo(2);
		List<Object> expected = new ArrayList<>();
		inProcess.hash(file, MediaOptions.UPLOAD, views -> record(views, expected), VideoProgress.NONE);
		List<Object> actual = new ArrayList<>();
		pool.hash(file, MediaOptions.UPLOAD, views -> record(views, actual), VideoProgress.NONE);
		assertThat(expected).hasSizeGreaterThan(100).hasAtLeastOneElementOfType(Region.class).hasAtLeastOneElementOfType(List.class);
		assertThat(actual).isEqualTo(expected);
	}

	/** All that a lookup can ask for. */
	private static void record(Iterable<PhotoView> views, List<Object> record) {
		for (PhotoView view : views) {
			record.add(view.how());
			switch (view) {
				case PhotoView.Hashed hashed -> record.add(List.of(hashed.hash(), hashed.quality()));
				case PhotoView.Regions regions -> {
					for (RegionQuery query : regions.regions().get()) {
						record.add(List.of(query.code(), query.distance(0x123456789abcdefL), query.place()));
					}
					PhotoView.Shown shown = regions.alignment().shown(Hash256.ofWords(1, 2, 3, 4),
							new PhotoView.Placement(0.8, 0.1, 0.05, -0.02));
					record.add(shown.hash());
					record.addAll(shown.regions());
				}
			}
		}
	}

	@Test
	void hash_unreadableFiles_failAsInProcess() throws IOException {
		Path cut = Files.write(folder.resolve("cut.jpg"), new byte[]{(byte) 0xff, (byte) 0xd8, (byte) 0xff, 0});
		Path text = Files.writeString(folder.resolve("text"), "no picture");
		Path psd = Files.writeString(folder.resolve("psd"), "8BPS\0\1\0\0\0\0\0\0\0\3\0\0\0\1\0\0\0\1\0\10\0\3");
		Path playlist = Files.writeString(folder.resolve("list.mp4"), "#EXTM3U\nhttp://127.0.0.1:9/a.mp4\n");
		for (Path file : List.of(cut, text, psd, playlist, Files.createFile(folder.resolve("empty")))) {
			Throwable expected = catching(inProcess, file);
			Throwable actual = catching(pool, file);
			assertThat(actual).hasSameClassAs(expected).hasMessage(expected.getMessage());
			if (expected instanceof ImageException e && actual instanceof ImageException a) {
				assertThat(a.reason()).isEqualTo(e.reason());
				assertThat(a.format()).isEqualTo(e.format());
			}
		}
		assertThatThrownBy(() -> pool.hash(folder.resolve("missing"), MediaOptions.DEFAULT, null, VideoProgress.NONE))
				.isInstanceOf(IOException.class);
		Path film = VideoSamples.named("mp4-h264").file();
		assertThatThrownBy(() -> pool.hash(film, MediaOptions.DEFAULT, null, share -> false)).isInstanceOf(VideoException.class)
				.extracting(e -> ((VideoException) e).reason()).isEqualTo(VideoException.Reason.CANCELLED);
	}

	private static Throwable catching(MediaHasher hasher, Path file) {
		try {
			throw new AssertionError(hasher.hash(file, MediaOptions.DEFAULT, null, VideoProgress.NONE));
		} catch (IOException e) {
			return e;
		}
	}

	@Test
	void lookup_throws_isPassedOnAndThePoolGoesOn() throws IOException {
		Path file = photo(3);
		IOException broken = new IOException("the index is broken");
		assertThatThrownBy(() -> pool.hash(file, MediaOptions.UPLOAD, views -> {
			views.iterator().next();
			throw broken;
		}, VideoProgress.NONE)).isSameAs(broken);
		assertThat(pool.hash(file, MediaOptions.UPLOAD, null, VideoProgress.NONE)).isNotNull();
	}

	@Test
	void workers_killedAtRandom_everyFileIsHashed() throws Exception {
		long seed = Seeds.next();
		SplittableRandom random = new SplittableRandom(seed);
		List<Path> files = new ArrayList<>();
		List<HashedMedia> expected = new ArrayList<>();
		for (int number = 0; number < 40; number++) {
			files.add(photo(number));
			expected.add(inProcess.hash(files.getLast(), MediaOptions.DEFAULT, null, VideoProgress.NONE));
		}
		AtomicInteger kills = new AtomicInteger();
		Thread killer = Thread.ofPlatform().daemon().start(() -> {
			// The second worker that has a file is spared: two deaths are a verdict, and none of these files deserves it.
			while (!Thread.currentThread().isInterrupted() && kills.get() < 8) {
				pool.sharedPids().stream().findAny().flatMap(ProcessHandle::of).ifPresent(worker -> {
					worker.destroyForcibly();
					kills.incrementAndGet();
				});
				try {
					Thread.sleep(random.nextInt(600));
				} catch (InterruptedException e) {
					return;
				}
			}
		});
		try (ExecutorService threads = Executors.newFixedThreadPool(FILES)) {
			for (int round = 0; round < 2; round++) {
				List<Future<HashedMedia>> answers = files.stream()
						.map(file -> threads.submit(() -> pool.hash(file, MediaOptions.DEFAULT, null, VideoProgress.NONE))).toList();
				for (int i = 0; i < files.size(); i++) {
					assertThat(answers.get(i).get()).as(Seeds.describe(seed)).isEqualTo(expected.get(i));
				}
			}
		}
		killer.interrupt();
		assertThat(kills.get()).isPositive();
	}

	@Test
	void hash_everyWorkerDies_isRefusedAndTheNextFileIsHashed() throws Exception {
		Path file = photo(5);
		// A lookup is a moment at which the worker certainly has the file.
		assertThatThrownBy(() -> pool.hash(file, MediaOptions.UPLOAD, views -> {
			pool.pids().forEach(pid -> ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly));
			views.forEach(view -> {
				// until the worker is dead
			});
		}, VideoProgress.NONE)).isInstanceOf(WorkerException.class).extracting(e -> ((WorkerException) e).reason())
				.isEqualTo(WorkerException.Reason.CRASHED);
		assertThat(pool.hash(file, MediaOptions.UPLOAD, null, VideoProgress.NONE)).isNotNull();
	}

	@Test
	void hash_beyondTheTimeBudget_isRefusedAndTheNextFileIsHashed() throws IOException {
		Path film = VideoSamples.named("mp4-h264").file();
		try (WorkerPool strict = new WorkerPool(1, new Budget(1, 0, Budget.MIN_MEMORY_MB))) {
			// Views are asked for over and over, so that the time runs out whatever the speed of the machine.
			assertThatThrownBy(() -> strict.hash(photo(6), MediaOptions.UPLOAD, views -> {
				for (PhotoView view : views) {
					while (view instanceof PhotoView.Regions regions) {
						regions.alignment().shown(Hash256.ofWords(1, 2, 3, 4), new PhotoView.Placement(0.8, 0.1, 0, 0)).regions();
					}
				}
			}, VideoProgress.NONE)).isInstanceOf(WorkerException.class).extracting(e -> ((WorkerException) e).reason())
					.isEqualTo(WorkerException.Reason.TOO_SLOW);
			assertThat(strict.hash(film, MediaOptions.DEFAULT, null, VideoProgress.NONE)).isNotNull();
		}
	}

	@Test
	void hash_beyondTheMemoryBudget_isRefusedAndTheNextFileIsHashed() throws IOException {
		Path large = folder.resolve("large.png");
		ImageIO.write(new BufferedImage(14_000, 14_000, BufferedImage.TYPE_BYTE_GRAY), "png", large.toFile());
		try (WorkerPool strict = new WorkerPool(1, new Budget(60, 0, Budget.MIN_MEMORY_MB))) {
			assertThatThrownBy(() -> strict.hash(large, MediaOptions.DEFAULT, null, VideoProgress.NONE)).isInstanceOf(WorkerException.class)
					.extracting(e -> ((WorkerException) e).reason()).isEqualTo(WorkerException.Reason.MEMORY);
			assertThat(strict.hash(photo(7), MediaOptions.DEFAULT, null, VideoProgress.NONE)).isNotNull();
		}
	}

	@Test
	void close_endsTheWorkers() throws IOException {
		pool.hash(photo(8), MediaOptions.DEFAULT, null, VideoProgress.NONE);
		List<Long> pids = pool.pids();
		assertThat(pids).isNotEmpty();
		pool.close();
		for (long pid : pids) {
			ProcessHandle.of(pid).ifPresent(worker -> worker.onExit().join());
		}
		assertThatThrownBy(() -> pool.hash(photo(9), MediaOptions.DEFAULT, null, VideoProgress.NONE)).isInstanceOf(WorkerException.class);
	}
}
