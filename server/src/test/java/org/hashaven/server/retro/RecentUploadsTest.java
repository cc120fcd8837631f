package org.hashaven.server.retro;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.hashaven.hash.Hash256;
import org.hashaven.hash.MediaKind;
import org.hashaven.hash.record.HashRecord;
import org.hashaven.server.metrics.ServiceMetrics;
import org.hashaven.worker.Budget;
import org.hashaven.worker.WorkerPool;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is remembered is found, and never longer than was asked for. */
class RecentUploadsTest {

	private static final Duration KEEP = Duration.ofDays(3);
	private static final HashRecord PHOTO = new HashRecord(null, Hash256.ofWords(1, 2, 3, 4), 90, MediaKind.PHOTO, null, null);

	@TempDir
	private Path folder;

	private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-12-01T23:59:30Z"));
	private final InstantSource clock = now::get;
	private final WorkerPool pool = new WorkerPool(1, Budget.DEFAULT);
	private final ServiceMetrics metrics = new ServiceMetrics();

	@AfterEach
	void close() throws IOException {
		pool.close();
		metrics.close();
	}

	private RecentUploads open() throws IOException {
		return new RecentUploads(folder.resolve("recent"), pool, KEEP, clock, metrics);
	}

	private static void remember(RecentUploads recent, String reference) {
		try (UploadMemory.Upload upload = recent.begin()) {
			upload.remember(List.of(PHOTO), reference);
		}
	}

	private static List<String> references(RecentUploads recent) throws IOException {
		return recent.find(PHOTO, 31, 50).stream().map(Sighting::reference).sorted().toList();
	}

	private List<String> days() throws IOException {
		try (Stream<Path> days = Files.list(folder.resolve("recent"))) {
			return days.map(day -> day.getFileName().toString()).sorted().toList();
		}
	}

	@Test
	void remembered_acrossMidnightAndRestart_isFoundAndErasedOnTime() throws IOException, InterruptedException {
		try (RecentUploads recent = open()) {
			remember(recent, "a-b-c, of the first day");
			now.set(Instant.parse("2026-12-02T00:00:10Z"));
			remember(recent, "second day");
			recent.settle();
			assertThat(references(recent)).containsExactly("a-b-c, of the first day", "second day");
			assertThat(recent.find(PHOTO, 31, 50).getFirst().at()).isEqualTo(Instant.parse("2026-12-01T23:59:30Z").getEpochSecond());
			assertThat(days()).containsExactly("2026-12-01", "2026-12-02");
		}
		now.set(Instant.parse("2026-12-04T00:00:01Z")); // three days after the first second of the first day
		try (RecentUploads recent = open()) {
			assertThat(references(recent)).containsExactly("second day");
			assertThat(days()).containsExactly("2026-12-02");
		}
	}

	@Test
	void erasure_happensWhileTheServiceRuns() throws IOException, InterruptedException {
		try (RecentUploads recent = open()) {
			remember(recent, "first");
			recent.settle();
			now.set(now.get().plus(KEEP));
			recent.erase();
			assertThat(references(recent)).isEmpty();
			assertThat(days()).isEmpty();
		}
	}

	@Test
	void quality_belowTheFloorOfTheBank_isNoSighting() throws IOException, InterruptedException {
		try (RecentUploads recent = open()) {
			try (UploadMemory.Upload upload = recent.begin()) {
				upload.remember(List.of(new HashRecord(null, PHOTO.hash(), 49, MediaKind.PHOTO, null, null)), "plain");
			}
			recent.settle();
			assertThat(recent.find(PHOTO, 31, 50)).isEmpty();
			assertThat(recent.find(PHOTO, 31, 49)).hasSize(1);
		}
	}

	/** An upload that has begun before may have missed the record: it is waited for. One that begins later is not. */
	@Test
	void settle_waitsForUploadsUnderWay() throws IOException, InterruptedException {
		try (RecentUploads recent = open()) {
			UploadMemory.Upload slow = recent.begin();
			Thread settling = Thread.ofPlatform().start(() -> {
				try {
					recent.settle();
				} catch (InterruptedException e) {
					throw new AssertionError(e);
				}
			});
			settling.join(200);
			assertThat(settling.isAlive()).isTrue();
			UploadMemory.Upload later = recent.begin();
			slow.remember(List.of(PHOTO), "slow");
			slow.close();
			settling.join(10_000);
			assertThat(settling.isAlive()).isFalse();
			assertThat(references(recent)).containsExactly("slow");
			later.close();
		}
	}

	/** A day that cannot be read costs that day, not the start of the service. */
	@Test
	void damagedDay_isForgotten() throws IOException, InterruptedException {
		try (RecentUploads recent = open()) {
			remember(recent, "first");
		}
		Path day = folder.resolve("recent/2026-12-01");
		try (Stream<Path> files = Files.list(day)) {
			for (Path file : files.filter(each -> each.getFileName().toString().startsWith("segments_")).toList()) {
				Files.write(file, new byte[10]);
			}
		}
		try (RecentUploads recent = open()) {
			assertThat(references(recent)).isEmpty();
			remember(recent, "anew");
			recent.settle();
			assertThat(references(recent)).containsExactly("anew");
		}
	}
}
