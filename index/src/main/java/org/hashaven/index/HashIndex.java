package org.hashaven.index;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.apache.lucene.store.Directory;
import org.apache.lucene.util.BytesRef;
import org.hashaven.hash.Hash256;
import org.hashaven.hash.query.PhotoView;
import org.hashaven.hash.record.MediaRecord;
import org.hashaven.index.IndexException.Reason;
import org.hashaven.index.fault.IndexErrors;
import org.hashaven.index.fault.Uninterrupted;
import org.hashaven.index.lookup.Lookup;
import org.hashaven.index.lookup.PhotoSearch;
import org.hashaven.index.lookup.UnlikeUploads;
import org.hashaven.index.record.HashHolders;
import org.hashaven.index.record.IdRegistry;
import org.hashaven.index.record.IndexCounter;
import org.hashaven.index.record.Media;
import org.hashaven.index.record.MediaName;
import org.hashaven.index.record.RecordBatch;
import org.hashaven.index.record.RecordExport;
import org.hashaven.index.record.RecordIds;
import org.hashaven.index.record.RecordSearcher;
import org.hashaven.index.store.LuceneLog;
import org.hashaven.index.store.OpenIndex;
import org.hashaven.index.store.SnapshotCopier;
import org.hashaven.index.store.WriterSupervisor;
import org.hashaven.index.video.ViewsLookup;

/**
 * A durable, exact index of perceptual hashes in one folder.
 *
 * <pre>
 * try (HashIndex index = HashIndex.create(folder)) {
 * 	index.add("default", List.of(HashRecord.ofPhoto(hash, 100)));
 * 	MatchResult<HashMatch> found = index.match(hash, MatchOptions.DEFAULT);
 * }
 * </pre>
 *
 * <p>
 * What it promises. <b>Exact</b>: a lookup gives every record within the radius of its bank and no other. <b>Durable</b>: what
 * {@link #add}, {@link #withdraw}, {@link #withdrawHash} or {@link #putBank} did is on the disk, and holds for every lookup of this object
 * that begins afterwards, when the method returns; an add that did not return may be found whole, in part or not at all. <b>One writer</b>:
 * a folder is open for writing once, in one process; any number of others read it, each seeing the index as it was when opened or last
 * refreshed. All methods may be called from any thread; lookups never wait for writers, and writers that come together share one trip to
 * the disk.
 *
 * <p>
 * <b>Erased</b>: within {@link IndexOptions#erasureTime()} after a record was withdrawn or replaced, no file in the folder holds its bits.
 * This holds while the index is open for writing; what was not yet erased when it was closed, or when the process was killed, is erased
 * when it is next opened for writing, at once. {@link #erase} does not wait; {@link IndexStats#withdrawnOnDisk()} tells how many wait.
 * Another process that reads the index keeps the old files' room on the disk, without a name in the folder, until it refreshes or ends.
 * Snapshots are the caller's to delete, and what a disk keeps in blocks that no file has is beyond any program's reach.
 *
 * <p>
 * What goes wrong is an {@link IndexException}. When the disk has refused, lookups go on, and the next write begins anew at what was last
 * acknowledged: it succeeds as soon as the disk has room again and takes writes. A thread interrupted while it adds or withdraws waits on,
 * and is still interrupted afterwards.
 */
public final class HashIndex implements Closeable {

	static {
		LuceneLog.quieten();
	}

	private final OpenIndex open;
	private final Executor executor;
	private final UnlikeUploads watch = new UnlikeUploads();
	private volatile boolean closed;

	private HashIndex(OpenIndex open, Executor executor) {
		this.executor = executor;
		this.open = open;
	}

	/** {@link #create(Path, IndexOptions)} with {@link IndexOptions#DEFAULT}. */
	public static HashIndex create(Path folder) throws IOException {
		return create(folder, IndexOptions.DEFAULT);
	}

	/**
	 * Makes a new index with the bank {@link Bank#DEFAULT} and opens it for writing. A folder that is not there yet is made so that only
	 * its owner can look into it, where the file system knows owners; one that is there keeps its permissions.
	 *
	 * @param folder
	 *            empty or not there yet
	 * @throws IndexException
	 *             {@link Reason#EXISTS}, {@link Reason#NOT_EMPTY}, {@link Reason#NO_ACCESS}, {@link Reason#LOCKED}, {@link Reason#DISK}
	 */
	public static HashIndex create(Path folder, IndexOptions options) throws IOException {
		Objects.requireNonNull(options, "options");
		return new HashIndex(Uninterrupted.call(() -> IndexErrors.writing(() -> OpenIndex.create(folder, options))), options.executor());
	}

	/** {@link #open(Path, IndexOptions)} with {@link IndexOptions#DEFAULT}. */
	public static HashIndex open(Path folder) throws IOException {
		return open(folder, IndexOptions.DEFAULT);
	}

	/**
	 * Opens an index for writing. What it holds of withdrawn records is erased at once, in the background.
	 *
	 * @throws IndexException
	 *             {@link Reason#MISSING}, {@link Reason#LOCKED}, {@link Reason#CORRUPT}, {@link Reason#NEWER_VERSION}, {@link Reason#DISK}
	 */
	public static HashIndex open(Path folder, IndexOptions options) throws IOException {
		Objects.requireNonNull(options, "options");
		return new HashIndex(Uninterrupted.call(() -> IndexErrors.reading(() -> OpenIndex.open(folder, options))), options.executor());
	}

	/** Opens an index for writing through a directory of the caller's making, which the index closes. */
	static HashIndex open(Directory directory, IndexOptions options) throws IOException {
		return new HashIndex(OpenIndex.open(directory, options), options.executor());
	}

	/**
	 * Opens an index for reading only. It takes no lock, so that another process may write meanwhile; {@link #refresh} shows what that
	 * process has committed since.
	 *
	 * @throws IndexException
	 *             {@link Reason#MISSING}, {@link Reason#CORRUPT}, {@link Reason#NEWER_VERSION}, {@link Reason#DISK}
	 */
	public static HashIndex openReadOnly(Path folder) throws IOException {
		return openReadOnly(folder, IndexOptions.DEFAULT);
	}

	/**
	 * Opens an index for reading only, as {@link #openReadOnly(Path)} does.
	 *
	 * @param options
	 *            only the executor counts
	 */
	public static HashIndex openReadOnly(Path folder, IndexOptions options) throws IOException {
		Objects.requireNonNull(options, "options");
		return new HashIndex(Uninterrupted.call(() -> IndexErrors.reading(() -> OpenIndex.openReadOnly(folder))), options.executor());
	}

	/**
	 * Adds a bank, or changes the rules of the one that has this name: they hold for its old records too.
	 *
	 * @throws IndexException
	 *             {@link Reason#FULL} beyond 1,000 banks, {@link Reason#READ_ONLY}, {@link Reason#DISK}, {@link Reason#STOPPED}
	 */
	public void putBank(Bank bank) throws IOException {
		Objects.requireNonNull(bank, "bank");
		write(target -> {
			target.putBank(bank);
			return true;
		});
	}

	/** The banks in the order of their names. */
	public List<Bank> banks() throws IOException {
		return read(searcher -> searcher.banks().list());
	}

	/**
	 * Adds photos and videos to a bank, a video as one media whose frames become durable and visible together. A record without an id gets
	 * a new one. A given id stands for one photo or for one video of its bank (its hash, or its frames' times and hashes) until it is
	 * withdrawn; with another it is refused, and nothing of the batch is added. The same again is the same record, and never a weaker one:
	 * its qualities become the larger of the two, and a photo gets the regions given if it has none. Records of other banks are not
	 * touched, be their ids the same. The records' own bank is not looked at, and their name is not kept.
	 *
	 * @return the ids, in the order of the records
	 * @throws IllegalArgumentException
	 *             when an id is not well-formed Unicode
	 * @throws IndexException
	 *             {@link Reason#UNKNOWN_BANK}, {@link Reason#ID_TAKEN}, {@link Reason#READ_ONLY}, {@link Reason#FULL}, {@link Reason#DISK},
	 *             {@link Reason#STOPPED}
	 */
	public List<String> add(String bank, Collection<? extends MediaRecord> records) throws IOException {
		RecordBatch batch = RecordBatch.of(bank, records);
		return write(target -> target.add(batch));
	}

	/**
	 * Makes ready to add many records: faster than {@link #add}, with all cores, and durable together.
	 *
	 * @param told
	 *            is given the ids of records that have become durable, in the order of the records, by the thread that adds them
	 * @throws IndexException
	 *             {@link Reason#UNKNOWN_BANK}, {@link Reason#READ_ONLY}
	 */
	public RecordLoader loader(String bank, Consumer<List<String>> told) throws IOException {
		Objects.requireNonNull(told, "told");
		Consumer<List<String>> noted = ids -> {
			open.expectErasure(); // of records whose ids came again
			told.accept(ids);
		};
		return write(target -> {
			RecordSearcher.with(target.searchers(), searcher -> searcher.banks().get(bank)); // or it says that there is none
			return new RecordLoader(target, bank, noted);
		});
	}

	/**
	 * Withdraws photos and videos by id from every bank, a video with all its frames.
	 *
	 * @return how many there were: an id that stood in two banks counts twice
	 * @throws IllegalArgumentException
	 *             when an id is not well-formed Unicode
	 * @throws IndexException
	 *             {@link Reason#READ_ONLY}, {@link Reason#DISK}, {@link Reason#STOPPED}
	 */
	public int withdraw(Collection<String> ids) throws IOException {
		List<String> batch = List.copyOf(ids);
		int withdrawn = write(target -> target.withdraw(batch));
		watch.forgetIds(batch);
		return withdrawn;
	}

	/**
	 * Withdraws photos and videos of one bank by id, a video with all its frames. Those of other banks stay, be their ids the same.
	 *
	 * @return how many there were
	 * @throws IllegalArgumentException
	 *             when an id is not well-formed Unicode
	 * @throws IndexException
	 *             {@link Reason#UNKNOWN_BANK}, {@link Reason#READ_ONLY}, {@link Reason#DISK}, {@link Reason#STOPPED}
	 */
	public int withdraw(String bank, Collection<String> ids) throws IOException {
		Objects.requireNonNull(bank, "bank");
		List<String> batch = List.copyOf(ids);
		int withdrawn = write(target -> target.withdraw(bank, batch));
		watch.forget(batch.stream().map(id -> new MediaName(bank, id)).toList());
		return withdrawn;
	}

	/**
	 * Withdraws every record of exactly this hash, in every bank. Of a video, the frames of this hash go; the others stay, and are what its
	 * id stands for from then on. With its last frame the video is gone.
	 *
	 * @return how many there were
	 * @throws IndexException
	 *             {@link Reason#READ_ONLY}, {@link Reason#DISK}, {@link Reason#STOPPED}
	 */
	public int withdrawHash(Hash256 hash) throws IOException {
		Objects.requireNonNull(hash, "hash");
		List<MediaName> holders = read(searcher -> HashHolders.of(searcher, hash));
		int withdrawn = write(target -> target.withdrawHash(hash));
		watch.forget(holders);
		return withdrawn;
	}

	/**
	 * The ids of the photos and videos with a record of exactly this hash, in their order, in every bank, below the floor or not. An id
	 * that stands in several banks comes once for each photo or video.
	 */
	public List<String> idsOf(Hash256 hash) throws IOException {
		Objects.requireNonNull(hash, "hash");
		return read(searcher -> HashHolders.of(searcher, hash).stream().map(MediaName::id).toList());
	}

	/**
	 * The names of the banks in which an id stands for a photo or a video, in their order.
	 *
	 * @throws IllegalArgumentException
	 *             when the id is not well-formed Unicode
	 */
	public List<String> banksOf(String id) throws IOException {
		BytesRef bytes = RecordIds.toBytes(id);
		return read(searcher -> List.copyOf(new IdRegistry(searcher).banksOf(bytes)));
	}

	/**
	 * The photos and videos for which these ids stand in a bank, as they are in the index, in the order of the ids; what is not there is
	 * left out.
	 *
	 * @throws IllegalArgumentException
	 *             when an id is not well-formed Unicode
	 * @throws IndexException
	 *             {@link Reason#UNKNOWN_BANK}, {@link Reason#CORRUPT}
	 */
	public List<MediaRecord> records(String bank, Collection<String> ids) throws IOException {
		List<BytesRef> wanted = ids.stream().map(RecordIds::toBytes).toList();
		return read(searcher -> {
			searcher.banks().get(bank); // or it says that there is none
			IdRegistry registry = new IdRegistry(searcher);
			List<MediaRecord> found = new ArrayList<>();
			for (BytesRef id : wanted) {
				registry.find(id, bank).map(Media::record).ifPresent(found::add);
			}
			return found;
		});
	}

	/** Shows what another process has committed since, to an index opened for reading only; one open for writing is always up to date. */
	public void refresh() throws IOException {
		requireOpen();
		IndexErrors.reading(() -> {
			open.refresh();
			return true;
		});
	}

	/** Looks a hash of unknown quality up, as {@link #match(Query, MatchOptions)} does. */
	public MatchResult<HashMatch> match(Hash256 hash, MatchOptions options) throws IOException {
		return match(Query.of(hash), options);
	}

	/**
	 * Looks something up in the index as it is at this instant.
	 *
	 * <ul>
	 * <li>A <b>hash</b>: every record within the radius of its bank, inclusive, whose quality is not below the bank's floor.
	 * <li>A <b>photo</b>: each view as a hash is, with its own quality; regions match a listed photo when several lie in both pictures as
	 * in one and the whole is there too, see {@link org.hashaven.index.region.VerificationResult}. All of it has one budget of work; what
	 * would go beyond it is answered as not {@linkplain MatchResult#complete complete}.
	 * <li>A <b>video</b>: every photo that it shows, and every video of which it shows something, with the seconds. Each frame is looked up
	 * exactly; what its hits say together is judged by {@link VideoMatch.Reason}. Frames whose quality is below a bank's floor, or below
	 * 50, do not count, and scenes that are in many different videos do not make a match by themselves.
	 * </ul>
	 *
	 * @param <M>
	 *            the kind of matches that the query has
	 * @throws IndexException
	 *             {@link Reason#UNKNOWN_BANK}, {@link Reason#CORRUPT}
	 */
	public <M extends Match> MatchResult<M> match(Query<M> query, MatchOptions options) throws IOException {
		Objects.requireNonNull(query, "query");
		Objects.requireNonNull(options, "options");
		@SuppressWarnings("unchecked") // a query is of the kind of its matches
		MatchResult<M> result = (MatchResult<M>) switch (query) {
			case Query.Hash hash -> read(searcher -> Lookup.match(searcher, hash, options));
			case Query.Photo photo -> match(photo, options);
			case Query.Video video -> read(searcher -> ViewsLookup.match(searcher, executor, video.views(), options));
		};
		return result;
	}

	private MatchResult<PhotoMatch> match(Query.Photo photo, MatchOptions options) throws IOException {
		try (PhotoSearch search = searchPhoto(options)) {
			for (PhotoView view : photo.views()) {
				if (!search.look(view)) {
					break;
				}
			}
			return search.result();
		}
	}

	/** Begins the lookup of a photo; its views are made between the calls, outside of the index's error translation. */
	PhotoSearch searchPhoto(MatchOptions options) throws IOException {
		return new PhotoSearch(read(RecordSearcher::retained), watch, options);
	}

	/**
	 * Looks many hashes up, with the executor of the {@link IndexOptions}.
	 *
	 * @return the answers in the order of the hashes, all from the index as it was at one instant
	 * @throws IndexException
	 *             {@link Reason#UNKNOWN_BANK}, {@link Reason#CORRUPT}
	 */
	public List<MatchResult<HashMatch>> matchAll(List<Query.Hash> queries, MatchOptions options) throws IOException {
		List<Query.Hash> batch = List.copyOf(queries);
		Objects.requireNonNull(options, "options");
		return read(searcher -> Lookup.matchAll(searcher, executor, batch, options));
	}

	/**
	 * The records whose regions are held back because they matched uploads that are unlike each other, in the order of bank and id. They
	 * are noticed as photos are looked up, and known until the index is closed.
	 */
	public List<HeldBack> heldBack() {
		requireOpen();
		return watch.heldBack();
	}

	/**
	 * Lets the regions of a record match again, whatever they match from now on until the index is closed: a person has looked at it.
	 *
	 * @param bank
	 *            the name of its bank
	 */
	public void release(String bank, String id) {
		requireOpen();
		watch.release(new MediaName(Objects.requireNonNull(bank, "bank"), Objects.requireNonNull(id, "id")));
	}

	/**
	 * The records nearest to a hash, however far: for tuning and for a look around. Banks' radii are not asked, their quality floors are.
	 *
	 * @param count
	 *            how many, at least 1
	 * @return nearest first, equal distances by id and bank; fewer when the index holds fewer
	 * @throws IndexException
	 *             {@link Reason#CORRUPT}
	 */
	public List<HashMatch> nearest(Hash256 hash, int count) throws IOException {
		Objects.requireNonNull(hash, "hash");
		if (count < 1) {
			throw new IllegalArgumentException("count is at least 1, not " + count);
		}
		return read(searcher -> Lookup.nearest(searcher, hash, count));
	}

	/**
	 * Gives all live media to a consumer, each with its id, bank and qualities, and photos with their regions. Callers that pass them on
	 * leave out regions that may not be {@linkplain org.hashaven.hash.RegionSet#mayBePassedOn passed on}.
	 *
	 * @param banks
	 *            the banks to export; empty for all
	 * @throws IndexException
	 *             {@link Reason#UNKNOWN_BANK}, {@link Reason#CORRUPT}
	 */
	public void export(Set<String> banks, Consumer<? super MediaRecord> to) throws IOException {
		Objects.requireNonNull(to, "to");
		Set<String> wanted = Set.copyOf(banks);
		read(searcher -> {
			RecordExport.export(searcher, wanted, to);
			return true;
		});
	}

	/** Counts what the index holds. */
	public IndexStats stats() throws IOException {
		return read(IndexCounter::count);
	}

	/**
	 * Reads every file and every record of the last commit and says what is wrong. Lookups and writers go on meanwhile.
	 *
	 * @throws IndexException
	 *             {@link Reason#BUSY} when another process replaces the files faster than they can be checked
	 */
	public VerifyReport verify() throws IOException {
		requireOpen();
		return Uninterrupted.call(() -> IndexErrors.reading(open::verify));
	}

	/**
	 * Erases now what was withdrawn or replaced before, by rewriting every segment that holds such a record. When it returns, no file in
	 * the folder holds their bits, but for files that a lookup, {@link #verify} or {@link #snapshot} begun earlier still needs, which go
	 * with it.
	 *
	 * @throws IndexException
	 *             {@link Reason#READ_ONLY}, {@link Reason#DISK}, {@link Reason#STOPPED}
	 */
	public void erase() throws IOException {
		Uninterrupted.call(() -> write(target -> {
			target.erase();
			return true;
		}));
	}

	/**
	 * Rewrites the index as one segment without withdrawn records.
	 *
	 * @throws IndexException
	 *             {@link Reason#READ_ONLY}, {@link Reason#DISK}, {@link Reason#STOPPED}
	 */
	public void compact() throws IOException {
		Uninterrupted.call(() -> write(target -> {
			target.compact();
			return true;
		}));
	}

	/**
	 * Copies the index as it is now to another folder, durable when it returns; the copy opens like any index.
	 *
	 * @param folder
	 *            empty or not there yet
	 * @throws IndexException
	 *             {@link Reason#NOT_EMPTY}, {@link Reason#READ_ONLY}, {@link Reason#DISK}, {@link Reason#STOPPED}
	 */
	public void snapshot(Path folder) throws IOException {
		Uninterrupted.call(() -> write(target -> target.withNewCommit(commit -> {
			SnapshotCopier.copy(commit, folder);
			return true;
		})));
	}

	private <T> T read(RecordSearcher.Job<T> job) throws IOException {
		requireOpen();
		return IndexErrors.reading(() -> open.read(job));
	}

	private <T> T write(WriterSupervisor.Job<T> job) throws IOException {
		requireOpen();
		return IndexErrors.writing(() -> open.write(job));
	}

	private void requireOpen() {
		if (closed) {
			throw new IllegalStateException("the index is closed");
		}
	}

	/**
	 * Lets go of the folder. What was acknowledged is there already; an erasure that is due is brought to its end first, one that is not
	 * waits for the next opening or is asked for beforehand by {@link #erase}. A second call does nothing.
	 */
	@Override
	public void close() throws IOException {
		closed = true;
		watch.clear();
		Uninterrupted.call(() -> IndexErrors.writing(() -> {
			open.close();
			return true;
		}));
	}
}
