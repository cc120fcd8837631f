package org.hashaven.server.match;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.hashaven.hash.FrameHash;
import org.hashaven.hash.Hash256;
import org.hashaven.hash.query.PhotoView;
import org.hashaven.hash.record.HashRecord;
import org.hashaven.hash.record.MediaRecord;
import org.hashaven.hash.record.VideoRecord;
import org.hashaven.image.ByteSource;
import org.hashaven.index.Bank;
import org.hashaven.index.HashIndex;
import org.hashaven.index.IndexException;
import org.hashaven.index.IndexStats;
import org.hashaven.index.HashMatch;
import org.hashaven.index.MatchOptions;
import org.hashaven.index.MatchResult;
import org.hashaven.index.PhotoMatch;
import org.hashaven.index.Purpose;
import org.hashaven.index.Query;
import org.hashaven.index.VideoMatch;
import org.hashaven.matcher.UploadMatch;
import org.hashaven.matcher.UploadMatcher;
import org.hashaven.media.HashedMedia;
import org.hashaven.media.MediaHasher;
import org.hashaven.media.MediaOptions;
import org.hashaven.server.match.IndexFigures.BankFigures;
import org.hashaven.video.VideoProgress;

/** The index and the decoders as the service sees them; no other class of it calls either. Thread-safe. */
public final class IndexGateway implements Closeable {

	private final HashIndex index;
	private final MediaHasher hasher;
	private final boolean isNew;

	private IndexGateway(HashIndex index, MediaHasher hasher, boolean isNew) {
		this.index = index;
		this.hasher = hasher;
		this.isNew = isNew;
	}

	/**
	 * Opens an index for writing, and makes one where there is none.
	 *
	 * @param hasher
	 *            decodes uploads; the caller's to close
	 */
	public static IndexGateway open(Path folder, MediaHasher hasher) throws IOException {
		try {
			return new IndexGateway(HashIndex.open(folder), hasher, false);
		} catch (IndexException e) {
			if (e.reason() != IndexException.Reason.MISSING) {
				throw e;
			}
			return new IndexGateway(HashIndex.create(folder), hasher, true);
		}
	}

	/** Whether the index was made when it was opened. */
	public boolean isNew() {
		return isNew;
	}

	/** The names of all banks. */
	public List<String> banks() throws IOException {
		return index.banks().stream().map(Bank::name).toList();
	}

	/** Adds a bank to block, with the usual radius and floor; one that is there keeps its rules. */
	public void addBank(String name) throws IOException {
		if (!banks().contains(name)) {
			index.putBank(new Bank(name, Bank.DEFAULT_RADIUS, Bank.DEFAULT_QUALITY_FLOOR, Purpose.BLOCK));
		}
	}

	/** Lowest quality that matches in a bank. */
	public int qualityFloor(String bank) throws IOException {
		return index.banks().stream().filter(each -> each.name().equals(bank)).mapToInt(Bank::qualityFloor).findFirst().orElse(0);
	}

	/** Whether a bank has a record of this id. */
	public boolean holds(String bank, String recordId) throws IOException {
		return index.banksOf(recordId).contains(bank);
	}

	/** Adds photos, whose ids are given; durable when it returns. */
	public void addPhotos(String bank, List<HashRecord> photos) throws IOException {
		index.add(bank, photos);
	}

	/** Adds a video, whose id is given; likewise. */
	public void addVideo(String bank, VideoRecord video) throws IOException {
		index.add(bank, List.of(video));
	}

	/** Withdraws records of a bank; they match nothing when it returns. Ids that are not there do not matter. */
	public void withdraw(String bank, Collection<String> recordIds) throws IOException {
		index.withdraw(bank, recordIds);
	}

	/** Gives the ids of all records of a bank to a consumer. */
	public void forEachId(String bank, Consumer<String> to) throws IOException {
		index.export(Set.of(bank), media -> to.accept(idOf(media)));
	}

	/** The records of a bank that have these ids. Reads the whole bank: the index has no way from an id to its hash yet. */
	public List<MediaRecord> stored(String bank, Set<String> recordIds) throws IOException {
		List<MediaRecord> found = new ArrayList<>();
		index.export(Set.of(bank), media -> {
			if (recordIds.contains(idOf(media))) {
				found.add(media);
			}
		});
		return found;
	}

	private static String idOf(MediaRecord media) {
		return Optional.ofNullable(media.id()).orElseThrow();
	}

	/** Number of photos and videos. */
	public long mediaCount() throws IOException {
		return index.stats().media();
	}

	/** Hashes a file to be listed: one that is damaged is refused. */
	public HashedMedia hash(ByteSource file) throws IOException {
		return hasher.hash(file, MediaOptions.DEFAULT, null, VideoProgress.NONE);
	}

	/** Looks a photo's hash up in these banks. */
	List<Hit> match(Hash256 hash, Set<String> banks) throws IOException {
		List<HashMatch> matches = index.match(hash, MatchOptions.DEFAULT.withBanks(banks)).matches();
		return matches.stream()
				.map(match -> new Hit(match.bank(), match.id(), Integer.toString(match.distanceBits()), isHarmless(match.purpose())))
				.toList();
	}

	/** Looks a video's frames up in these banks. */
	List<Hit> match(List<FrameHash> frames, Set<String> banks) throws IOException {
		return hits(index.match(Query.ofVideo(frames), MatchOptions.DEFAULT.withBanks(banks)).matches());
	}

	/**
	 * Looks an upload up in these banks, in all its views.
	 *
	 * @param counts
	 *            whether a record is to be taken notice of: one that was disabled does not end the search
	 */
	UploadHits match(ByteSource file, Set<String> banks, Predicate<Hit> counts) throws IOException {
		MatchOptions options = MatchOptions.DEFAULT.withBanks(banks);
		UploadMatch match = new UploadMatcher(index, hasher, options).match(file, VideoProgress.NONE);
		List<Hit> hits = hits(match).stream().filter(counts).toList();
		if (match.blocks() && hits.isEmpty() && match instanceof UploadMatch.Photo) {
			return beyondDisabled(file, options, counts);
		}
		boolean blocks = hits.stream().anyMatch(hit -> !hit.harmless());
		return new UploadHits(hits, !blocks && match.isUndecided());
	}

	/** Looks a photo up of which the first view that matched showed a disabled record only: each view by itself. */
	private UploadHits beyondDisabled(ByteSource file, MatchOptions options, Predicate<Hit> counts) throws IOException {
		AtomicReference<UploadHits> found = new AtomicReference<>(new UploadHits(List.of(), false));
		hasher.hash(file, MediaOptions.UPLOAD, views -> found.set(firstThatCounts(views, options, counts)), VideoProgress.NONE);
		return found.get();
	}

	private UploadHits firstThatCounts(Iterable<PhotoView> views, MatchOptions options, Predicate<Hit> counts) throws IOException {
		boolean complete = true;
		for (PhotoView view : views) {
			MatchResult<PhotoMatch> result = index.match(new Query.Photo(List.of(view)), options);
			complete &= result.complete();
			List<Hit> hits = hits(result).stream().filter(counts).toList();
			if (!hits.isEmpty()) {
				return new UploadHits(hits, false);
			}
		}
		return new UploadHits(List.of(), !complete);
	}

	private static List<Hit> hits(UploadMatch match) {
		return switch (match) {
			case UploadMatch.Photo photo -> hits(photo.result());
			case UploadMatch.Video video -> hits(video.result().matches());
		};
	}

	private static List<Hit> hits(MatchResult<PhotoMatch> result) {
		return result.matches().stream().filter(match -> !match.isHeldBack()).map(IndexGateway::hit).toList();
	}

	private static Hit hit(PhotoMatch match) {
		int distanceBits = switch (match.evidence()) {
			case PhotoMatch.Evidence.Hash hash -> hash.distanceBits();
			case PhotoMatch.Evidence.Regions regions -> regions.wholeDistanceBits();
		};
		return new Hit(match.bank(), match.id(), Integer.toString(distanceBits), isHarmless(match.purpose()));
	}

	private static List<Hit> hits(List<VideoMatch> matches) {
		return matches.stream()
				.map(match -> new Hit(match.bank(), match.id(),
						String.format(Locale.ROOT, "%.0f%%[%.0f%%]", 100 * match.queryShare(), 100 * match.mediaShare()),
						isHarmless(match.purpose())))
				.toList();
	}

	/** What the index holds; takes a moment where it is large. */
	public IndexFigures figures() throws IOException {
		IndexStats stats = index.stats();
		return new IndexFigures(stats.media(), stats.records(), stats.regions(), stats.withdrawnOnDisk(), stats.segments(),
				stats.sizeBytes(), stats.banks().stream().map(each -> new BankFigures(each.bank().name(), each.media(), each.records(),
						each.belowFloor(), each.bank().radius(), !isHarmless(each.bank().purpose()))).toList());
	}

	/** Copies the index to a folder that is not there yet; durable when it returns. */
	public void snapshot(Path to) throws IOException {
		index.snapshot(to);
	}

	private static boolean isHarmless(Purpose purpose) {
		return purpose != Purpose.BLOCK;
	}

	@Override
	public void close() throws IOException {
		index.close();
	}
}
