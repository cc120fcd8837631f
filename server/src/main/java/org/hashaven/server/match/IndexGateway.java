package org.hashaven.server.match;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
import org.hashaven.index.Match;
import org.hashaven.index.MatchOptions;
import org.hashaven.index.MatchedSpan;
import org.hashaven.index.PhotoMatch;
import org.hashaven.index.Purpose;
import org.hashaven.index.Query;
import org.hashaven.index.VideoMatch;
import org.hashaven.matcher.UploadMatch;
import org.hashaven.matcher.UploadMatcher;
import org.hashaven.media.HashedMedia;
import org.hashaven.media.MediaHasher;
import org.hashaven.media.MediaOptions;
import org.hashaven.video.VideoHash;
import org.hashaven.server.match.IndexFigures.BankFigures;
import org.hashaven.video.VideoProgress;
import org.jspecify.annotations.Nullable;

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

	/** Adds photos and videos, whose ids are given; durable together when it returns. */
	public void add(String bank, List<MediaRecord> records) throws IOException {
		if (!records.isEmpty()) {
			index.add(bank, records);
		}
	}

	/** The ids of the photos and videos with a record of exactly this hash, in whatever bank. */
	public List<String> idsOf(Hash256 hash) throws IOException {
		return index.idsOf(hash);
	}

	/** The names of the banks in which an id stands for something. */
	public List<String> banksOf(String recordId) throws IOException {
		return index.banksOf(recordId);
	}

	/** Withdraws records of a bank; they match nothing when it returns. Ids that are not there do not matter. */
	public void withdraw(String bank, Collection<String> recordIds) throws IOException {
		index.withdraw(bank, recordIds);
	}

	/** Gives the ids of all records of a bank to a consumer. */
	public void forEachId(String bank, Consumer<String> to) throws IOException {
		index.export(Set.of(bank), media -> to.accept(idOf(media)));
	}

	/** The records of a bank that have these ids. */
	public List<MediaRecord> stored(String bank, Set<String> recordIds) throws IOException {
		return index.records(bank, recordIds);
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

	/**
	 * The rules of a bank.
	 *
	 * @param radius
	 *            in bits, inclusive
	 * @param qualityFloor
	 *            lowest quality that takes part
	 * @param purpose
	 *            {@code block}, {@code ignore} or {@code common}
	 */
	public record BankRules(int radius, int qualityFloor, String purpose) {
	}

	/** The rules of a new bank. */
	public static final BankRules DEFAULT_RULES = new BankRules(Bank.DEFAULT_RADIUS, Bank.DEFAULT_QUALITY_FLOOR, "block");

	/** The rules of all banks, by their names in the index. */
	public Map<String, BankRules> rules() throws IOException {
		return index.banks().stream().collect(Collectors.toMap(Bank::name,
				bank -> new BankRules(bank.radius(), bank.qualityFloor(), bank.purpose().name().toLowerCase(Locale.ROOT))));
	}

	/**
	 * Sets the rules of a bank; they hold for its records at once.
	 *
	 * @throws IllegalArgumentException
	 *             when one is out of its limits
	 */
	public void setRules(String bank, BankRules rules) throws IOException {
		Purpose purpose = Purpose.valueOf(rules.purpose.toUpperCase(Locale.ROOT));
		index.putBank(new Bank(bank, rules.radius, rules.qualityFloor, purpose));
	}

	/** Quality of a photo's record; empty for a video, and for what is gone. */
	public OptionalInt quality(String bank, String recordId) throws IOException {
		return stored(bank, Set.of(recordId)).stream().filter(HashRecord.class::isInstance)
				.mapToInt(media -> ((HashRecord) media).quality()).findFirst();
	}

	/**
	 * Looks many hashes up in these banks, on all cores.
	 *
	 * @param qualities
	 *            of the hashes, -1 for unknown
	 * @param radius
	 *            in place of the banks' own
	 * @return the matches in the order of the hashes
	 */
	public List<List<Hit>> matchAll(List<Hash256> hashes, List<Integer> qualities, Set<String> banks, OptionalInt radius)
			throws IOException {
		MatchOptions options = new MatchOptions(banks, radius, MatchOptions.DEFAULT_RESULT_CAP, MatchOptions.DEFAULT.endsAt());
		List<Query.Hash> queries = new ArrayList<>();
		for (int i = 0; i < hashes.size(); i++) {
			int quality = qualities.get(i);
			queries.add(quality < 0 ? Query.of(hashes.get(i)) : Query.of(hashes.get(i), quality));
		}
		return index.matchAll(queries, options).stream().map(result -> result.matches().stream().map(IndexGateway::hit).toList()).toList();
	}

	/** Looks a photo's hash up in these banks. */
	List<Hit> match(Hash256 hash, Set<String> banks) throws IOException {
		return index.match(hash, MatchOptions.DEFAULT.withBanks(banks)).matches().stream().map(IndexGateway::hit).toList();
	}

	/** Looks a video's frames up in these banks. */
	public List<Hit> match(List<FrameHash> frames, Set<String> banks) throws IOException {
		return index.match(Query.ofVideo(frames), MatchOptions.DEFAULT.withBanks(banks)).matches().stream().map(IndexGateway::hit).toList();
	}

	/**
	 * Looks an upload up in these banks, in all its views.
	 *
	 * @param ends
	 *            whether a match makes further views needless; asked in the order of the views, nearest first within one
	 * @return every match that was found, whatever comes of it
	 */
	public UploadFindings judge(ByteSource file, Set<String> banks, Predicate<Hit> ends) throws IOException {
		MatchOptions options = MatchOptions.DEFAULT.withBanks(banks).withEndsAt(match -> ends.test(hit(match)));
		UploadMatch match = new UploadMatcher(index, hasher, options).match(file, VideoProgress.NONE);
		return switch (match) {
			case UploadMatch.Photo photo -> new UploadFindings(photo.result().matches().stream().map(IndexGateway::hit).toList(),
					!photo.result().complete(), photo.media().damaged(), records(photo.media()));
			case UploadMatch.Video video -> new UploadFindings(video.result().matches().stream().map(IndexGateway::hit).toList(), false,
					video.media().hash().ending() != VideoHash.Ending.WHOLE, records(video.media()));
		};
	}

	/** What is listed of a photo or a video: of a photo that is partly transparent also what is seen of it. */
	public static List<MediaRecord> records(HashedMedia media) {
		return switch (media) {
			case HashedMedia.Photo photo -> Stream.<MediaRecord>concat(Stream.of(photo.record()), photo.seen().stream()).toList();
			case HashedMedia.Video video -> List.of(VideoRecord.ofFrames(video.hash().frames()));
		};
	}

	/**
	 * Looks an upload up in these banks, in all its views.
	 *
	 * @param counts
	 *            whether a record is to be taken notice of: one that was disabled does not end the search
	 */
	UploadHits match(ByteSource file, Set<String> banks, Predicate<Hit> counts) throws IOException {
		MatchOptions options = MatchOptions.DEFAULT.withBanks(banks).withEndsAt(match -> match.blocks() && counts.test(hit(match)));
		UploadMatch match = new UploadMatcher(index, hasher, options).match(file, VideoProgress.NONE);
		List<Hit> hits = hits(match).stream().filter(counts).toList();
		boolean blocks = hits.stream().anyMatch(hit -> !hit.harmless());
		return new UploadHits(hits, !blocks && match.isUndecided());
	}

	private static List<Hit> hits(UploadMatch match) {
		return switch (match) {
			case UploadMatch.Photo photo ->
				photo.result().matches().stream().filter(each -> !each.isHeldBack()).map(IndexGateway::hit).toList();
			case UploadMatch.Video video -> video.result().matches().stream().map(IndexGateway::hit).toList();
		};
	}

	private static Hit hit(Match match) {
		String distance = switch (match) {
			case HashMatch hash -> Integer.toString(hash.distanceBits());
			case PhotoMatch photo -> Integer.toString(switch (photo.evidence()) {
				case PhotoMatch.Evidence.Hash hash -> hash.distanceBits();
				case PhotoMatch.Evidence.Regions regions -> regions.wholeDistanceBits();
			});
			case VideoMatch video -> String.format(Locale.ROOT, "%.0f%%[%.0f%%]", 100 * video.queryShare(), 100 * video.mediaShare());
		};
		return new Hit(match.bank(), match.id(), distance, finding(match), isHarmless(match.purpose()));
	}

	private static Finding finding(Match match) {
		return switch (match) {
			case HashMatch hash -> finding(hash.distanceBits(), hash.timeMs(), null);
			case PhotoMatch photo -> switch (photo.evidence()) {
				case PhotoMatch.Evidence.Hash hash -> finding(hash.distanceBits(), photo.timeMs(), photo.how());
				case PhotoMatch.Evidence.Regions regions -> new Finding(regions.heldBack() ? Finding.HELD_BACK : "regions",
						photo.how().words(), OptionalInt.empty(), List.of(), photo.timeMs(),
						new Finding.Percents(regions.count(), regions.shownPercent()), photo.how(), null);
			};
			case VideoMatch video -> new Finding(video.reason().name().toLowerCase(Locale.ROOT).replace('_', '-'), video.how().words(),
					OptionalInt.empty(), video.spans().stream().map(IndexGateway::span).toList(), OptionalInt.empty(),
					new Finding.Percents(Math.round(100 * video.queryShare()), Math.round(100 * video.mediaShare())), null, video.how());
		};
	}

	private static Finding finding(int distanceBits, OptionalInt timeMs, PhotoView.@Nullable Transform how) {
		return new Finding(distanceBits == 0 ? "identical" : "similar", how == null ? "" : how.words(), OptionalInt.of(distanceBits),
				List.of(), timeMs, Finding.Percents.NONE, how, null);
	}

	private static Finding.Span span(MatchedSpan span) {
		return new Finding.Span(span.queryFromMs(), span.queryToMs(), span.mediaFromMs(), span.mediaToMs());
	}

	/** What the index holds; takes a moment where it is large. */
	public IndexFigures figures() throws IOException {
		IndexStats stats = index.stats();
		return new IndexFigures(stats.media(), stats.records(), stats.regions(), stats.withdrawnOnDisk(), stats.segments(),
				stats.sizeBytes(), stats.banks().stream().map(each -> new BankFigures(each.bank().name(), each.media(), each.records(),
						each.belowFloor())).toList());
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
