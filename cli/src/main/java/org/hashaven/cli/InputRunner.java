package org.hashaven.cli;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.hashaven.hash.HashRecord;
import org.jspecify.annotations.Nullable;

/**
 * The work on all inputs: pictures hashed on all cores, results handed on in the order of the inputs.
 *
 * <pre>
 *   inputs → [ picture │ picture │ list │ … ]  a window of a few, pictures being hashed by the pool
 *                 └→ first of the window → sink, or a message why it could not be used
 * </pre>
 */
final class InputRunner {

	/** Takes what was found, in the order of the inputs. */
	interface Sink {
		void accept(Found found) throws IOException, HavenException;
	}

	private static final int WINDOW_PER_THREAD = 4;

	private record Pending(Input input, @Nullable Future<Found> work) {
	}

	private final Session session;
	private final PictureHasher hasher;
	private final PlainPictures plainPictures = new PlainPictures();

	InputRunner(Session session, PictureHasher hasher) {
		this.session = session;
		this.hasher = hasher;
	}

	/**
	 * Works through all inputs.
	 *
	 * @return how many could not be used, each reported already
	 */
	int run(List<Input> inputs, Sink sink) throws IOException, HavenException, InterruptedException {
		int threads = (int) Math.min(Runtime.getRuntime().availableProcessors(),
				inputs.stream().filter(Input.Picture.class::isInstance).count());
		int unusable = 0;
		try (Progress progress = Progress.of(session, inputs.size()); ExecutorService pool = threads > 1 ? pool(threads) : null) {
			Queue<Pending> window = new ArrayDeque<>();
			Iterator<Input> rest = inputs.iterator();
			while (rest.hasNext() || !window.isEmpty()) {
				while (rest.hasNext() && window.size() < Math.max(1, threads * WINDOW_PER_THREAD)) {
					window.add(start(rest.next(), pool));
				}
				if (!finish(window.remove(), sink)) {
					unusable++;
				}
				progress.step();
			}
		}
		plainPictures.explain(session);
		return unusable;
	}

	private static ExecutorService pool(int threads) {
		return Executors.newFixedThreadPool(threads, Thread.ofPlatform().daemon().factory());
	}

	private Pending start(Input input, @Nullable ExecutorService pool) {
		if (pool != null && input instanceof Input.Picture picture) {
			return new Pending(input, pool.submit(() -> hasher.hash(picture)));
		}
		return new Pending(input, null);
	}

	private boolean finish(Pending pending, Sink sink) throws IOException, HavenException, InterruptedException {
		Input input = pending.input();
		if (input instanceof Input.Picture picture) {
			return finishPicture(picture, pending.work(), sink);
		}
		if (input instanceof Input.HashList list) {
			return finishList(list, sink);
		}
		if (input instanceof Input.Hash hash) {
			sink.accept(new Found(hash.shown(), null, HashRecord.ofPhoto(hash.hash(), HashRecord.MAX_QUALITY), Map.of()));
			return true;
		}
		session.reportUnusable(input.shown(), ((Input.Unusable) input).why());
		return false;
	}

	private boolean finishPicture(Input.Picture picture, @Nullable Future<Found> work, Sink sink)
			throws IOException, HavenException, InterruptedException {
		Found found;
		try {
			found = work == null ? hasher.hash(picture) : work.get();
		} catch (ExecutionException e) {
			if (e.getCause() instanceof LinkageError missingDecoder) {
				throw missingDecoder;
			}
			session.reportUnusable(picture.shown(), e.getCause() == null ? e : e.getCause());
			return false;
		} catch (IOException | HavenException | RuntimeException | OutOfMemoryError e) {
			session.reportUnusable(picture.shown(), e);
			return false;
		}
		plainPictures.note(found);
		sink.accept(found);
		return true;
	}

	private boolean finishList(Input.HashList list, Sink sink) throws IOException, HavenException {
		HashListReader reader;
		try {
			reader = HashListReader.open(list, session);
		} catch (IOException | HavenException e) {
			session.reportUnusable(list.shown(), e);
			return false;
		}
		try (reader) {
			for (HashRecord record = reader.next(); record != null; record = reader.next()) {
				sink.accept(new Found(null, record.name(), record, Map.of()));
			}
			return reader.isSound();
		}
	}
}
