package org.hashaven.index.lookup;

import java.io.IOException;
import java.util.Objects;
import org.hashaven.hash.query.PhotoView;
import org.hashaven.index.IndexException;
import org.hashaven.index.MatchOptions;
import org.hashaven.index.MatchResult;
import org.hashaven.index.PhotoMatch;
import org.hashaven.index.fault.CallerFault;
import org.hashaven.index.fault.IndexErrors;
import org.hashaven.index.record.RecordSearcher;

/**
 * The lookup of one photo, view by view, in the index as it was when the search began. For one thread.
 *
 * <pre>
 *   try (PhotoSearch search = index.searchPhoto(options)) {
 *       for (PhotoView view : views) {
 *           if (!search.look(view)) {
 *               break;
 *           }
 *       }
 *       return search.result();
 *   }
 * </pre>
 *
 * Views are made by the caller, between the calls. What the caller's own code throws when regions are asked for comes through as it is.
 */
public final class PhotoSearch implements AutoCloseable {

	private final RecordSearcher searcher;
	private final PhotoLookup lookup;
	private boolean closed;

	/**
	 * @param searcher
	 *            with a reference to its reader, which {@link #close} gives back
	 */
	public PhotoSearch(RecordSearcher searcher, UnlikeUploads watch, MatchOptions options) {
		this.searcher = searcher;
		lookup = new PhotoLookup(searcher, watch, options);
	}

	/**
	 * Looks one view up.
	 *
	 * @return whether further views may change the answer: nothing found so far is to be blocked, and the lookup is within its budget
	 * @throws IndexException
	 *             {@link IndexException.Reason#UNKNOWN_BANK}, {@link IndexException.Reason#CORRUPT}
	 */
	public boolean look(PhotoView view) throws IOException {
		Objects.requireNonNull(view, "view");
		if (closed) {
			throw new IllegalStateException("the search is closed");
		}
		try {
			return IndexErrors.reading(() -> lookup.look(guarded(view)));
		} catch (CallerFault fault) {
			throw fault.rethrow();
		}
	}

	private static PhotoView guarded(PhotoView view) {
		return switch (view) {
			case PhotoView.Hashed hashed -> hashed;
			case PhotoView.Regions regions -> new PhotoView.Regions(regions.how(),
					(listed, placement) -> new GuardedShown(CallerFault.carrying(() -> regions.alignment().shown(listed, placement))),
					() -> CallerFault.carrying(regions.regions()));
		};
	}

	/** What was found so far. */
	public MatchResult<PhotoMatch> result() {
		return lookup.result();
	}

	@Override
	public void close() {
		if (!closed) {
			closed = true;
			RecordSearcher.release(searcher);
		}
	}
}
