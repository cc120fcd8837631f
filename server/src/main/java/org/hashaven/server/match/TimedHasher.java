package org.hashaven.server.match;

import java.io.IOException;
import java.util.Iterator;
import java.util.concurrent.atomic.AtomicLong;
import org.hashaven.hash.query.PhotoView;
import org.hashaven.image.ByteSource;
import org.hashaven.media.HashedMedia;
import org.hashaven.media.MediaHasher;
import org.hashaven.media.MediaOptions;
import org.hashaven.media.PhotoLookup;
import org.hashaven.server.metrics.ServiceMetrics;
import org.hashaven.server.metrics.Stage;
import org.hashaven.video.VideoProgress;
import org.jspecify.annotations.Nullable;

/**
 * Another hasher with a stopwatch.
 *
 * <pre>
 *   hash( … look( views: next, next, next … ) … )
 *         └ LOOKUP, less what next() took: HASH
 *   └ DECODE is the rest
 * </pre>
 */
public final class TimedHasher implements MediaHasher {

	private final MediaHasher hasher;
	private final ServiceMetrics metrics;

	public TimedHasher(MediaHasher hasher, ServiceMetrics metrics) {
		this.hasher = hasher;
		this.metrics = metrics;
	}

	@Override
	public HashedMedia hash(ByteSource file, MediaOptions options, @Nullable PhotoLookup lookup, VideoProgress progress)
			throws IOException {
		AtomicLong lookNanos = new AtomicLong();
		long start = System.nanoTime();
		HashedMedia hashed = hasher.hash(file, options, lookup == null ? null : views -> look(lookup, views, lookNanos), progress);
		Stage stage = hashed instanceof HashedMedia.Video ? Stage.VIDEO : Stage.DECODE;
		metrics.timed(stage, System.nanoTime() - start - lookNanos.get());
		return hashed;
	}

	private void look(PhotoLookup lookup, Iterable<PhotoView> views, AtomicLong lookNanos) throws IOException {
		AtomicLong viewNanos = new AtomicLong();
		long start = System.nanoTime();
		try {
			lookup.look(() -> new TimedIterator(views.iterator(), viewNanos));
		} finally {
			long nanos = System.nanoTime() - start;
			lookNanos.addAndGet(nanos);
			metrics.timed(Stage.HASH, viewNanos.get());
			metrics.timed(Stage.LOOKUP, nanos - viewNanos.get());
		}
	}

	/** An iterator that adds up how long its caller waits for it. */
	private record TimedIterator(Iterator<PhotoView> views, AtomicLong nanos) implements Iterator<PhotoView> {

		@Override
		public boolean hasNext() {
			long start = System.nanoTime();
			try {
				return views.hasNext();
			} finally {
				nanos.addAndGet(System.nanoTime() - start);
			}
		}

		@Override
		public PhotoView next() {
			long start = System.nanoTime();
			try {
				return views.next();
			} finally {
				nanos.addAndGet(System.nanoTime() - start);
			}
		}
	}

	@Override
	public void close() {
		hasher.close();
	}
}
