package org.hashaven.index.store;

import java.io.IOException;
import java.util.HashSet;
import java.util.Set;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SegmentReader;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.util.ThreadInterruptedException;
import org.hashaven.index.record.RecordSearcher;

/**
 * The rewriting of every segment that holds a record withdrawn or replaced before it began.
 *
 * <p>
 * Why two rounds. A merge leaves out what was deleted when it began, and carries over as deleted what is deleted while it runs. So once
 * every segment that had deletions is gone, a record withdrawn beforehand can only be in the outcome of a merge that was running when the
 * round began; that outcome is there by then, has deletions, and goes in the second round. Records withdrawn meanwhile are the next
 * erasure's: the work ends however many there are.
 */
public final class SegmentErasing {

	private static final int ROUNDS = 2;
	private static final long OTHER_MERGE_POLL_MS = 50;

	private final IndexWriter writer;
	private final ErasingMergePolicy merges;
	private final SearcherManager searchers;
	private final Commit commit;

	public SegmentErasing(IndexWriter writer, ErasingMergePolicy merges, SearcherManager searchers, Commit commit) {
		this.writer = writer;
		this.merges = merges;
		this.searchers = searchers;
		this.commit = commit;
	}

	/** What lets go of the files that were replaced, and shows lookups the new ones. */
	@FunctionalInterface
	public interface Commit {
		void run() throws IOException;
	}

	/** Rewrites, one thread at a time. */
	public void run() throws IOException {
		for (int round = 0; round < ROUNDS; round++) {
			Set<String> segments = segments(true);
			while (!segments.isEmpty()) {
				if (!merges.rewriteSome(writer, segments)) {
					awaitOtherMerges();
				}
				segments.retainAll(segments(false));
			}
		}
	}

	/** Lucene has no word for the end of a merge that it began by itself. */
	private static void awaitOtherMerges() {
		try {
			Thread.sleep(OTHER_MERGE_POLL_MS);
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
			throw new ThreadInterruptedException(e);
		}
	}

	/** The names of the segments there are now, or of those among them that have deletions; Lucene never uses a name again. */
	private Set<String> segments(boolean withDeletions) throws IOException {
		commit.run();
		return RecordSearcher.with(searchers, searcher -> {
			Set<String> names = new HashSet<>();
			for (LeafReaderContext leaf : searcher.reader().leaves()) {
				if (!withDeletions || leaf.reader().hasDeletions()) {
					names.add(((SegmentReader) leaf.reader()).getSegmentName());
				}
			}
			return names;
		});
	}
}
