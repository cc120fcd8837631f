package org.hashaven.cli.evaluate;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.hashaven.hash.Quality;
import org.hashaven.hash.record.HashRecord;
import org.hashaven.image.RgbImage;
import org.hashaven.index.Bank;
import org.hashaven.index.HashIndex;
import org.hashaven.index.MatchOptions;
import org.hashaven.index.PhotoMatch;
import org.hashaven.index.MatchResult;
import org.hashaven.index.RecordLoader;
import org.hashaven.matcher.UploadMatcher;
import org.hashaven.media.InProcessHasher;
import org.hashaven.pdq.PdqHasher;
import org.hashaven.pdq.PdqResult;
import org.hashaven.pdq.PdqWorkspace;
import org.hashaven.region.RegionHasher;

/** A real index, within the bank's radius; what is listed of a photograph and how uploads are looked up is what its sorts differ in. */
final class IndexEngine implements Engine {

	/** What is listed and looked up. */
	enum Sort {
		/** One hash for a photograph, looked up by the one hash of the upload: what everybody has. */
		PLAIN("plain", false, false),
		/** One hash for a photograph, as lists from elsewhere have, looked up in all views of the upload. */
		ONE_HASH("one-hash", false, true),
		/** One hash and regions for a photograph, looked up in all ways. */
		HASHAVEN("hashaven", true, true);

		private final String word;
		private final boolean regions;
		private final boolean views;

		Sort(String word, boolean regions, boolean views) {
			this.word = word;
			this.regions = regions;
			this.views = views;
		}
	}

	/** Every n-th distractor is listed with regions: computing them takes a thousand times as long as a small scene's hash. */
	private static final int STRANGERS_A_REGIONED = 500;
	private static final int STRANGER_SIDE = 256;

	private static final ThreadLocal<PdqWorkspace> WORKSPACES = ThreadLocal.withInitial(PdqWorkspace::new);

	private final Sort sort;
	private final HashIndex index;
	private final UploadMatcher matcher;
	private final Map<String, Integer> photos = new HashMap<>();
	private final List<Integer> waitingPhotos = new ArrayList<>();
	private final List<HashRecord> waiting = new ArrayList<>();

	/**
	 * @param folder
	 *            for the index, not there yet; the caller's to delete
	 */
	IndexEngine(Sort sort, Path folder) throws IOException {
		this.sort = sort;
		index = HashIndex.create(folder);
		matcher = new UploadMatcher(index, new InProcessHasher(), MatchOptions.DEFAULT);
	}

	@Override
	public String word() {
		return sort.word;
	}

	@Override
	public void listStrangers(Distractors strangers) throws IOException {
		try (RecordLoader loader = index.loader(Bank.DEFAULT.name(), ids -> {
			// The index assigns the ids; they are not needed again.
		})) {
			strangers.each(number -> stranger(strangers, number), loader::add);
			loader.commit();
		}
		index.compact();
	}

	private HashRecord stranger(Distractors strangers, int number) {
		HashRecord record = HashRecord.ofPhoto(strangers.hash(number), Quality.MAX);
		return sort.regions && number % STRANGERS_A_REGIONED == 0
				? record.withRegions(RegionHasher.ofListed(strangers.picture(number, STRANGER_SIDE)))
				: record;
	}

	@Override
	public void list(int photo, RgbImage picture) {
		PdqResult result = PdqHasher.hash(picture, WORKSPACES.get());
		HashRecord plain = HashRecord.ofPhoto(result.hash(), result.quality());
		HashRecord record = sort.regions ? plain.withRegions(RegionHasher.ofListed(picture)) : plain;
		synchronized (waiting) {
			waiting.add(record);
			waitingPhotos.add(photo);
		}
	}

	@Override
	public void finishLists() throws IOException {
		synchronized (waiting) {
			List<String> ids = index.add(Bank.DEFAULT.name(), waiting);
			IntStream.range(0, ids.size()).forEach(i -> photos.put(ids.get(i), waitingPhotos.get(i)));
			waiting.clear();
			waitingPhotos.clear();
		}
	}

	@Override
	public Answer look(RgbImage upload) throws IOException {
		MatchResult<PhotoMatch> result = sort.views ? matcher.match(upload) : plain(upload);
		List<Integer> hits = new ArrayList<>();
		for (PhotoMatch match : result.matches()) {
			hits.add(photos.getOrDefault(match.id(), Answer.STRANGER));
		}
		return new Answer(hits, result.stats().hashes());
	}

	private MatchResult<PhotoMatch> plain(RgbImage upload) throws IOException {
		PdqResult plain = PdqHasher.hash(upload, WORKSPACES.get());
		return matcher.match(plain.hash(), plain.quality());
	}

	@Override
	public void close() throws IOException {
		index.close();
	}
}
