package org.hashaven.index.record;

import java.io.IOException;
import java.util.function.Supplier;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.FieldInfos;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.SearcherFactory;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.store.AlreadyClosedException;
import org.hashaven.index.IndexException.Reason;
import org.hashaven.index.IndexException;
import org.jspecify.annotations.Nullable;

/** The records and the banks of one commit, side by side: what a lookup sees does not change while it looks. */
public final class RecordSearcher extends IndexSearcher {

	private final DirectoryReader reader;
	private final Banks banks;

	private RecordSearcher(DirectoryReader reader) throws IOException {
		super(reader);
		this.reader = reader;
		this.banks = Banks.ofCommitData(reader.getIndexCommit().getUserData());
		setQueryCache(null); // a lookup is hardly ever asked twice, and its answer is cheap
	}

	/** What a {@link SearcherManager} makes of each new reader. */
	public static SearcherFactory factory() {
		return new SearcherFactory() {
			@Override
			public IndexSearcher newSearcher(org.apache.lucene.index.IndexReader reader,
					org.apache.lucene.index.@Nullable IndexReader previous) throws IOException {
				RecordSearcher searcher = new RecordSearcher((DirectoryReader) reader);
				for (LeafReaderContext segment : reader.leaves()) {
					if (holdsOldRegions(segment.reader().getFieldInfos(), previous == null && isOlder((DirectoryReader) reader))) {
						throw new IndexException(Reason.OLD_REGIONS);
					}
					SegmentBanks.of(segment.reader()); // now, so that no lookup has to wait for them
				}
				return searcher;
			}
		};
	}

	/** Whether its last commit is of an older version. Told of a reader just opened: a later one may hold what is not committed yet. */
	private static boolean isOlder(DirectoryReader reader) throws IOException {
		return Banks.isOlder(reader.getIndexCommit().getUserData());
	}

	/** Regions of version 3 have a field of their own, those of version 4 hold the whole direction. */
	private static boolean holdsOldRegions(FieldInfos fields, boolean older) {
		return fields.fieldInfo(RecordFields.OLD_REGION) != null || (older && fields.fieldInfo(RecordFields.REGIONS) != null);
	}

	/** This searcher, usable until {@link #release}, whatever its manager does. */
	public RecordSearcher retained() {
		reader.incRef();
		return this;
	}

	/** Gives back what {@link #retained} took. */
	public static void release(RecordSearcher searcher) {
		try {
			searcher.reader.decRef();
		} catch (IOException e) {
			// Files that cannot be closed are read only: nothing is lost.
		}
	}

	/** A job done with the present searcher of this manager. */
	public static <T> T with(SearcherManager searchers, Job<T> job) throws IOException {
		RecordSearcher searcher = (RecordSearcher) searchers.acquire();
		try {
			return job.run(searcher);
		} finally {
			searchers.release(searcher);
		}
	}

	/** A job done with the newest searcher, whose manager may be replaced by another and closed at any moment. */
	public static <T> T withNewest(Supplier<SearcherManager> newest, Job<T> job) throws IOException {
		SearcherManager searchers = newest.get();
		while (true) {
			RecordSearcher searcher;
			try {
				searcher = (RecordSearcher) searchers.acquire();
			} catch (AlreadyClosedException e) {
				SearcherManager next = newest.get();
				if (next == searchers) {
					throw e;
				}
				searchers = next;
				continue;
			}
			try {
				return job.run(searcher);
			} finally {
				searchers.release(searcher);
			}
		}
	}

	/** Something to do with a searcher, which is good until it returns. */
	@FunctionalInterface
	public interface Job<T> {
		T run(RecordSearcher searcher) throws IOException;
	}

	public DirectoryReader reader() {
		return reader;
	}

	public Banks banks() {
		return banks;
	}

	/** The value every document of a segment has, document by document. */
	public static SortedDocValues banksOf(LeafReader segment) throws IOException {
		return require(segment.getSortedDocValues(RecordFields.BANK));
	}

	/** See {@link #banksOf}. */
	public static NumericDocValues qualitiesOf(LeafReader segment) throws IOException {
		return require(segment.getNumericDocValues(RecordFields.QUALITY));
	}

	private static <V> V require(@Nullable V values) throws IndexException {
		if (values == null) {
			throw new IndexException(Reason.CORRUPT);
		}
		return values;
	}

	/** Holds a document to having a value. */
	public static void require(boolean found) throws IndexException {
		if (!found) {
			throw new IndexException(Reason.CORRUPT);
		}
	}
}
