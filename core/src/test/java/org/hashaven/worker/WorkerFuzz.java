package org.hashaven.worker;

import java.io.FileInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hashaven.hash.query.PhotoView;
import org.hashaven.image.GoldenPictures;
import org.hashaven.image.ImageException;
import org.hashaven.media.HashedMedia;
import org.hashaven.media.MediaOptions;
import org.hashaven.region.RegionHasher;
import org.hashaven.testdata.Seeds;
import org.hashaven.testdata.broken.Blob;
import org.hashaven.testdata.broken.Mutator;
import org.hashaven.testdata.broken.SeedPictures;
import org.hashaven.testdata.videos.broken.SeedVideos;
import org.hashaven.video.VideoException;
import org.hashaven.video.VideoProgress;

/**
 * Has mutated photos and videos of every format looked up by worker processes as a platform does, and watches the memory of the workers
 * from outside. Every file must have an answer: hashes, or why there are none.
 *
 * <pre>
 *   java -cp ... org.hashaven.worker.WorkerFuzz FILES [SEED]
 * </pre>
 */
final class WorkerFuzz {

	static final Budget BUDGET = new Budget(20, 0, 1_024);

	/** Files that are decoded at a time. */
	private static final int THREADS = 2;
	private static final int BATCH = 500;
	private static final Pattern RESIDENT = Pattern.compile("VmHWM:\\s*(\\d+) kB");

	/**
	 * What a run found.
	 *
	 * @param outcomes
	 *            files by outcome: photo, video, or the reason of the refusal
	 * @param killers
	 *            the seeds of files on which two workers died, or that exceeded their budget
	 * @param faults
	 *            the seeds of files that led to an exception of another kind
	 * @param worstMillis
	 *            of the file that took longest
	 * @param residentMib
	 *            most memory that a worker had
	 */
	record Report(long files, Map<String, Long> outcomes, List<String> killers, List<String> faults, long worstMillis, long worstSeed,
			long residentMib) {
	}

	private final Map<String, Long> outcomes = new TreeMap<>();
	private final List<String> killers = new ArrayList<>();
	private final List<String> faults = new ArrayList<>();
	private final AtomicLong residentMib = new AtomicLong();
	private final Path folder;
	private final Mutator mutator;
	private long worstMillis;
	private long worstSeed;

	private WorkerFuzz(Path folder) {
		this.folder = folder;
		List<byte[]> sound = new ArrayList<>(SeedPictures.all().values());
		sound.addAll(SeedVideos.all().values());
		sound.addAll(GoldenPictures.all());
		sound.add(movingPng());
		mutator = new Mutator(sound, SeedVideos.HEADER_BYTES / 2);
	}

	public static void main(String[] args) throws Exception {
		long seed = args.length > 1 ? Long.parseLong(args[1]) : Seeds.next();
		System.out.println(Seeds.describe(seed));
		System.out.println(run(Long.parseLong(args[0]), seed, Files.createTempDirectory("worker-fuzz")));
	}

	/** Tries the files of the seeds {@code seed .. seed + files - 1}. */
	static Report run(long files, long seed, Path folder) throws InterruptedException, ExecutionException, IOException {
		WorkerFuzz fuzz = new WorkerFuzz(folder);
		try (WorkerPool pool = new WorkerPool(THREADS, BUDGET); ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
			for (long from = 0; from < files; from += BATCH) {
				List<Future<?>> batch = new ArrayList<>();
				for (long file = from; file < Math.min(files, from + BATCH); file++) {
					long own = seed + file;
					batch.add(threads.submit(() -> fuzz.hash(pool, own)));
				}
				for (Future<?> each : batch) {
					each.get();
					fuzz.watch(pool);
				}
			}
		}
		return new Report(files, fuzz.outcomes, fuzz.killers, fuzz.faults, fuzz.worstMillis, fuzz.worstSeed, fuzz.residentMib.get());
	}

	private Void hash(WorkerPool pool, long seed) throws IOException {
		Path file = Files.write(folder.resolve(Long.toString(seed)), mutator.mutate(seed));
		long start = System.nanoTime();
		String outcome;
		try {
			HashedMedia media = pool.hash(file, MediaOptions.UPLOAD, WorkerFuzz::look, VideoProgress.NONE);
			outcome = media.getClass().getSimpleName().toLowerCase(Locale.ROOT);
		} catch (ImageException e) {
			outcome = e.reason().name();
		} catch (VideoException e) {
			outcome = "video " + e.reason().name();
		} catch (WorkerException e) {
			outcome = "worker " + e.reason().name();
			synchronized (this) {
				(e.reason() == WorkerException.Reason.FAULT ? faults : killers).add(seed + " " + outcome + " " + e.getMessage());
			}
		} catch (RuntimeException e) {
			outcome = e.getClass().getSimpleName();
			synchronized (this) {
				faults.add(seed + " " + e);
			}
		}
		long millis = (System.nanoTime() - start) / 1_000_000;
		synchronized (this) {
			outcomes.merge(outcome, 1L, Long::sum);
			if (millis > worstMillis) {
				worstMillis = millis;
				worstSeed = seed;
			}
		}
		Files.delete(file);
		return null;
	}

	/** Asks for all that a lookup asks for when nothing matches. */
	private static void look(Iterable<PhotoView> views) {
		for (PhotoView view : views) {
			if (view instanceof PhotoView.Regions regions && regions.regions().get().size() > RegionHasher.MAX_UPLOAD) {
				throw new IllegalStateException("more regions than an upload has");
			}
		}
	}

	private void watch(WorkerPool pool) {
		for (long pid : pool.pids()) {
			try (FileInputStream status = new FileInputStream("/proc/" + pid + "/status")) {
				Matcher resident = RESIDENT.matcher(new String(status.readAllBytes(), StandardCharsets.US_ASCII));
				if (resident.find()) {
					residentMib.accumulateAndGet(Long.parseLong(resident.group(1)) >> 10, Math::max);
				}
			} catch (IOException e) {
				// it has ended, or this is not Linux
			}
		}
	}

	/** A PNG of three frames. */
	private static byte[] movingPng() {
		int side = 48;
		byte[] rows = new byte[side * (1 + 3 * side)];
		for (int i = 0; i < rows.length; i++) {
			rows[i] = i % (1 + 3 * side) == 0 ? 0 : (byte) ((i * i) >> 4);
		}
		byte[] packed = Blob.deflate(rows);
		Blob file = new Blob().text("\u0089PNG\r\n\u001a\n").pngChunk("IHDR", new Blob().u32(side).u32(side).u8(8, 2, 0, 0, 0).toBytes())
				.pngChunk("acTL", new Blob().u32(3).u32(0).toBytes());
		int sequence = 0;
		for (int frame = 0; frame < 3; frame++) {
			byte[] control = new Blob().u32(sequence++).u32(side).u32(side).u32(0).u32(0).u16(100 + frame).u16(1_000).u8(0, 0).toBytes();
			file = file.pngChunk("fcTL", control);
			file = frame == 0 ? file.pngChunk("IDAT", packed) : file.pngChunk("fdAT", new Blob().u32(sequence++).bytes(packed).toBytes());
		}
		return file.pngChunk("IEND", new byte[0]).toBytes();
	}
}
