package org.hashaven.cli.evaluate;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hashaven.hash.HashRecord;
import org.hashaven.image.RgbImage;
import org.hashaven.index.Bank;
import org.hashaven.index.HashIndex;
import org.hashaven.index.Match;
import org.hashaven.index.MatchOptions;
import org.hashaven.index.RecordLoader;
import org.hashaven.pdq.PdqHasher;
import org.hashaven.pdq.PdqResult;
import org.hashaven.pdq.PdqWorkspace;

/** Lists with one hash for a photograph, looked up by the one hash of the upload, within the bank's radius. */
final class PlainEngine implements Engine {

	private static final ThreadLocal<PdqWorkspace> WORKSPACES = ThreadLocal.withInitial(PdqWorkspace::new);

	private final HashIndex index;
	private final Map<String, Integer> photos = new HashMap<>();
	private final List<Integer> waitingPhotos = new ArrayList<>();
	private final List<HashRecord> waiting = new ArrayList<>();

	/**
	 * @param folder
	 *            for the index, not there yet; the caller's to delete
	 */
	PlainEngine(Path folder) throws IOException {
		index = HashIndex.create(folder);
	}

	@Override
	public String word() {
		return "one-hash";
	}

	@Override
	public void listStrangers(Strangers strangers) throws IOException {
		try (RecordLoader loader = index.loader(Bank.DEFAULT.name(), ids -> {
			// The index names them; nobody asks for them again.
		})) {
			strangers.each(strangers::hash, hash -> loader.add(HashRecord.ofPhoto(hash, HashRecord.MAX_QUALITY)));
			loader.commit();
		}
	}

	@Override
	public void list(int photo, RgbImage picture) {
		PdqResult result = PdqHasher.hash(picture, WORKSPACES.get());
		synchronized (waiting) {
			waiting.add(HashRecord.ofPhoto(result.hash(), result.quality()));
			waitingPhotos.add(photo);
		}
	}

	@Override
	public void finishLists() throws IOException {
		synchronized (waiting) {
			List<String> ids = index.add(Bank.DEFAULT.name(), waiting);
			for (int i = 0; i < ids.size(); i++) {
				photos.put(ids.get(i), waitingPhotos.get(i));
			}
			waiting.clear();
			waitingPhotos.clear();
		}
	}

	@Override
	public Answer look(RgbImage upload) throws IOException {
		PdqResult result = PdqHasher.hash(upload, WORKSPACES.get());
		List<Answer.Hit> hits = new ArrayList<>();
		for (Match match : index.match(result.hash(), MatchOptions.DEFAULT.withQuality(result.quality())).matches()) {
			hits.add(new Answer.Hit(photos.getOrDefault(match.id(), Answer.STRANGER), match.distanceBits()));
		}
		return new Answer(hits, 1);
	}

	@Override
	public void close() throws IOException {
		index.close();
	}
}
