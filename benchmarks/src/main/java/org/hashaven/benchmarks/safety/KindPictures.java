package org.hashaven.benchmarks.safety;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.hashaven.benchmarks.Pixels;
import org.hashaven.image.ImageDecoder;
import org.hashaven.image.RgbImage;
import org.hashaven.index.Bank;
import org.hashaven.index.HashIndex;
import org.hashaven.index.Purpose;
import org.hashaven.testdata.kinds.Kind;
import org.hashaven.testdata.kinds.PhotoSource;
import org.hashaven.samples.pictures.Picture;

/** Members of kinds as decoded pictures, made and used on all processors. */
final class KindPictures implements AutoCloseable {

	/** Of the members that are in a bank of common pictures. */
	private static final int FIRST_SAMPLE = 100_000;

	private static final Bank COMMON = new Bank("common", Bank.DEFAULT_RADIUS, Bank.DEFAULT_QUALITY_FLOOR, Purpose.COMMON);

	/** What is done with one member. */
	interface Job<T> {
		T run(int member, Picture picture) throws IOException;
	}

	private final PhotoSource photos;
	private final ExecutorService threads = Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());

	/**
	 * @param photoFolder
	 *            photographs for members to show, or {@code -} for generated ones
	 */
	KindPictures(String photoFolder) throws IOException {
		List<Picture> supplied = new ArrayList<>();
		if (!photoFolder.equals("-")) {
			try (Stream<Path> files = Files.list(Path.of(photoFolder))) {
				for (Path file : files.sorted().toList()) {
					supplied.add(Pixels.picture(new ImageDecoder().decode(file)));
				}
			}
		}
		photos = PhotoSource.of(supplied);
	}

	/** Runs a job with each member from one number up to another, exclusive; gives the results in their order. */
	<T> List<T> forEach(Kind kind, int from, int to, Job<T> job) throws InterruptedException, ExecutionException {
		List<Future<T>> futures = new ArrayList<>();
		for (int member = from; member < to; member++) {
			int number = member;
			futures.add(threads.submit(() -> job.run(number, kind.picture(number, photos))));
		}
		List<T> results = new ArrayList<>();
		for (Future<T> future : futures) {
			results.add(future.get());
		}
		return results;
	}

	/** Lists members that are used for nothing else in a bank of common pictures. */
	void listSamples(Kind kind, int members, HashIndex index) throws IOException, InterruptedException, ExecutionException {
		if (members > 0) {
			index.putBank(COMMON);
			index.add(COMMON.name(), forEach(kind, FIRST_SAMPLE, FIRST_SAMPLE + members,
					(member, picture) -> SharedKinds.record(image(picture), true)));
		}
	}

	static RgbImage image(Picture picture) {
		return Pixels.image(picture);
	}

	/** The kinds that arguments from an index on name, or all. */
	static List<Kind> named(String[] args, int from) {
		return args.length > from ? Stream.of(args).skip(from).map(Kind::ofWord).toList() : List.of(Kind.values());
	}

	@Override
	public void close() {
		threads.shutdown();
	}
}
