package org.hashaven.index.store;

import org.apache.lucene.index.ConcurrentMergeScheduler;

/**
 * Lucene's background merges without a stack trace on the terminal when the disk fails: the writer stops, and its next caller gets the
 * error.
 */
public final class QuietMergeScheduler extends ConcurrentMergeScheduler {

	@Override
	protected void handleMergeException(Throwable fault) {
		// IndexWriter has closed itself by now, with this fault as the reason.
	}
}
