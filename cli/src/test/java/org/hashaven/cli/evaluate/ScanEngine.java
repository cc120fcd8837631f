package org.hashaven.cli.evaluate;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.hashaven.hash.Hash256;
import org.hashaven.image.RgbImage;
import org.hashaven.pdq.PdqHasher;

/** The simplest engine there is: it compares every hash with every other one. */
final class ScanEngine implements Engine {

	private record Listed(int photo, Hash256 hash) {
	}

	private final boolean turned;
	private final int radius;
	private final List<Listed> listed = new ArrayList<>();

	/**
	 * @param turned
	 *            whether uploads are looked up in all eight forms
	 */
	ScanEngine(boolean turned, int radius) {
		this.turned = turned;
		this.radius = radius;
	}

	@Override
	public String word() {
		return "scan";
	}

	@Override
	public void listStrangers(Distractors strangers) throws IOException {
		strangers.each(strangers::hash, hash -> listed.add(new Listed(Answer.STRANGER, hash)));
	}

	@Override
	public synchronized void list(int photo, RgbImage picture) {
		listed.add(new Listed(photo, PdqHasher.hash(picture).hash()));
	}

	@Override
	public void finishLists() {
		// nothing was put off
	}

	@Override
	public Answer look(RgbImage upload) {
		Collection<Hash256> views = turned ? PdqHasher.hashDihedral(upload).hashes().values() : List.of(PdqHasher.hash(upload).hash());
		List<Integer> hits = new ArrayList<>();
		for (Listed one : listed) {
			int nearest = views.stream().mapToInt(one.hash()::distance).min().orElseThrow();
			if (nearest <= radius) {
				hits.add(one.photo());
			}
		}
		return new Answer(hits, views.size());
	}

	@Override
	public void close() {
		// nothing is open
	}
}
