package org.hashaven.cli.input;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.hashaven.cli.session.Session;
import org.hashaven.cli.text.HavenException;
import org.hashaven.cli.text.TextLayout;
import org.hashaven.hash.Quality;
import org.hashaven.hash.record.HashRecord;
import org.hashaven.hash.record.MediaRecord;
import org.hashaven.hash.record.VideoRecord;
import org.hashaven.index.IndexException;
import org.hashaven.media.MediaHasher;
import org.hashaven.video.VideoHash;
import org.jspecify.annotations.Nullable;

/**
 * The work on all inputs: photos and videos hashed on all cores, results handed on in the order of the inputs.
 *
 * <pre>
 *   inputs → [ photo │ video │ list │ … ]  a window of a few, photos and videos being hashed by the pool
 *                 └→ first of the window → sink, or a message why it could not be used
 * </pre>
 */
public final class InputRunner {

	/** Takes what was found, in the order of the inputs. */
	public interface Sink {

		void accept(HashedInput found) throws IOException, HavenException;

		/**
		 * Takes an input that cannot be read.
		 *
		 * @param file
		 *            of a photo or a video; null of anything else
		 * @return false when it is of no use, which is then reported
		 */
		default boolean acceptUnreadable(String shown, @Nullable Path file, Throwable why) {
			return false;
		}
	}

	private static final int WINDOW_PER_THREAD = 4;

	private record Pending(Input input, Progress.Part part, @Nullable Future<HashedInput> work) {
	}

	private final Session session;
	private final FileHasher hasher;
	private final LowDetailReport plainMedia;

	public InputRunner(Session session, FileHasher hasher) {
		this.session = session;
		this.hasher = hasher;
		this.plainMedia = new LowDetailReport(hasher.regions() != RegionChoice.NONE,
				hasher.matcher() == null && !hasher.views() && !hasher.media().allForms());
	}

	/**
	 * Works through all inputs.
	 *
	 * @return how many could not be used, each reported already
	 */
	public int run(List<Input> inputs, Sink sink) throws IOException, HavenException, InterruptedException {
		int processors = Runtime.getRuntime().availableProcessors();
		int threads = (int) Math.min(processors, inputs.stream().filter(Input.Media.class::isInstance).count());
		FileHasher sharing = threads > 1 ? hasher.withThreads(1) : hasher;
		MediaHasher decoder = session.workers().pool();
		int unusable = 0;
		try (Progress progress = Progress.of(session, inputs); ExecutorService pool = threads > 1 ? pool(threads) : null) {
			Queue<Pending> window = new ArrayDeque<>();
			Iterator<Input> rest = inputs.iterator();
			while (rest.hasNext() || !window.isEmpty()) {
				while (rest.hasNext() && window.size() < Math.max(1, threads * WINDOW_PER_THREAD)) {
					Input input = rest.next();
					window.add(start(input, sharing, decoder, progress.part(input), pool));
				}
				Pending next = window.remove();
				if (!finish(next, sink)) {
					unusable++;
				}
				next.part().end();
			}
		}
		plainMedia.explain(session);
		return unusable;
	}

	private static ExecutorService pool(int threads) {
		return Executors.newFixedThreadPool(threads, Thread.ofPlatform().daemon().factory());
	}

	private static Pending start(Input input, FileHasher sharing, MediaHasher decoder, Progress.Part part, @Nullable ExecutorService pool) {
		if (pool != null && input instanceof Input.Media media) {
			return new Pending(input, part, pool.submit(() -> sharing.hash(media, decoder, part)));
		}
		return new Pending(input, part, null);
	}

	private boolean finish(Pending pending, Sink sink) throws IOException, HavenException, InterruptedException {
		Input input = pending.input();
		if (input instanceof Input.Media media) {
			return finishMedia(media, pending, sink);
		}
		if (input instanceof Input.HashList list) {
			return finishList(list, sink);
		}
		if (input instanceof Input.Hash hash) {
			sink.accept(new HashedInput.Photo(hash.shown(), HashRecord.ofPhoto(hash.hash(), Quality.MAX)));
			return true;
		}
		return finishUnreadable(input.shown(), null, ((Input.Unusable) input).why(), sink);
	}

	private boolean finishMedia(Input.Media media, Pending pending, Sink sink)
			throws IOException, HavenException, InterruptedException {
		HashedInput found;
		try {
			found = pending.work() == null ? hasher.hash(media, session.workers().pool(), pending.part()) : pending.work().get();
		} catch (ExecutionException e) {
			if (e.getCause() instanceof LinkageError missingDecoder) {
				throw missingDecoder;
			}
			if (e.getCause() instanceof IndexException broken) {
				throw broken; // the photo was read; nothing else can be looked up either
			}
			return finishUnreadable(media.shown(), media.path(), e.getCause() == null ? e : e.getCause(), sink);
		} catch (IndexException e) {
			throw e;
		} catch (IOException | HavenException | RuntimeException | OutOfMemoryError e) {
			return finishUnreadable(media.shown(), media.path(), e, sink);
		}
		plainMedia.note(found);
		remark(found);
		sink.accept(found);
		return true;
	}

	private boolean finishUnreadable(String shown, @Nullable Path file, Throwable why, Sink sink) {
		boolean used = sink.acceptUnreadable(shown, file, why);
		if (!used) {
			session.reportUnusable(shown, why);
		}
		return used;
	}

	/** Says what is missing of a photo or a video that could be read in part. */
	private void remark(HashedInput found) {
		if (found instanceof HashedInput.Photo photo && photo.damaged()) {
			session.say(TextLayout.visible(found.shown()) + ": " + session.texts().get("image.part"));
		}
		if (found instanceof HashedInput.Video video && video.hash() != null && video.hash().ending() != VideoHash.Ending.WHOLE) {
			String why = session.texts().get("video.part." + video.hash().ending(), video.record().frames().size());
			session.say(TextLayout.visible(found.shown()) + ": " + why);
		}
	}

	private boolean finishList(Input.HashList list, Sink sink) throws IOException, HavenException {
		HashListReader reader;
		try {
			reader = HashListReader.open(list, session);
		} catch (IOException | HavenException e) {
			return finishUnreadable(list.shown(), null, e, sink);
		}
		try (reader) {
			for (MediaRecord media = reader.next(); media != null; media = reader.next()) {
				sink.accept(switch (media) {
					case HashRecord photo -> new HashedInput.Photo(null, photo);
					case VideoRecord video -> new HashedInput.Video(null, video.name(), video, null, null);
				});
			}
			return reader.isSound();
		}
	}
}
