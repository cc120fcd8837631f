package org.hashaven.index;

import java.util.Arrays;
import java.util.List;
import org.apache.lucene.util.ArrayUtil;
import org.hashaven.hash.Region;
import org.hashaven.hash.RegionPlace;
import org.hashaven.index.region.Hits;

/**
 * What the regions of an upload hit in one segment, column by column, and put in the order of the photos that were hit.
 */
final class RegionHits {

	private int[] photos = new int[64];
	private int[] documents = new int[64];
	private int[] places = new int[64];
	private int[] banks = new int[64];
	private short[] regions = new short[64];
	private short[] distances = new short[64];
	private int size;
	private long[] order = new long[0];

	/**
	 * Adds a hit.
	 *
	 * @param photo
	 *            ordinal of the photo in the segment
	 * @param document
	 *            of the region that was hit
	 * @param bank
	 *            ordinal of its bank in the segment
	 * @param region
	 *            number of the upload's region
	 */
	void add(int photo, int document, int place, int bank, int region, int distanceBits) {
		if (size == photos.length) {
			int more = ArrayUtil.oversize(size + 1, Integer.BYTES);
			photos = Arrays.copyOf(photos, more);
			documents = Arrays.copyOf(documents, more);
			places = Arrays.copyOf(places, more);
			banks = Arrays.copyOf(banks, more);
			regions = Arrays.copyOf(regions, more);
			distances = Arrays.copyOf(distances, more);
		}
		photos[size] = photo;
		documents[size] = document;
		places[size] = place;
		banks[size] = bank;
		regions[size] = (short) region;
		distances[size] = (short) distanceBits;
		size++;
	}

	int size() {
		return size;
	}

	/** Puts the hits of each photo together; no more may be added. */
	void sort() {
		order = new long[size];
		for (int i = 0; i < size; i++) {
			order[i] = (long) photos[i] << Integer.SIZE | i;
		}
		Arrays.sort(order);
	}

	/** Where the hits of the photo end whose hits begin here. */
	int end(int begin) {
		int end = begin;
		while (end < size && photo(end) == photo(begin)) {
			end++;
		}
		return end;
	}

	/** The ordinal of the photo of a hit. */
	int photo(int hit) {
		return (int) (order[hit] >>> Integer.SIZE);
	}

	/** The ordinal of the bank of a hit. */
	int bank(int hit) {
		return banks[(int) order[hit]];
	}

	/** How many regions of the upload are among these hits, at most so many being of interest. */
	int distinctRegions(int begin, int end, int most) {
		int distinct = 0;
		int last = -1; // hits were added region after region, and their order was kept
		for (int hit = begin; hit < end && distinct < most; hit++) {
			int region = regions[(int) order[hit]];
			distinct += region == last ? 0 : 1;
			last = region;
		}
		return distinct;
	}

	/** These hits, for one photo, as places side by side. */
	Hits pairs(int begin, int end, List<Region> upload) {
		int count = end - begin;
		RegionPlace[] uploadPlaces = new RegionPlace[count];
		RegionPlace[] listedPlaces = new RegionPlace[count];
		int[] distanceBits = new int[count];
		int[] uploadNumbers = new int[count];
		int[] listedNumbers = new int[count];
		for (int i = 0; i < count; i++) {
			int at = (int) order[begin + i];
			uploadPlaces[i] = upload.get(regions[at]).place();
			listedPlaces[i] = RegionPlace.ofPacked(places[at]);
			distanceBits[i] = distances[at];
			uploadNumbers[i] = regions[at];
			listedNumbers[i] = documents[at];
		}
		return new Hits(uploadPlaces, listedPlaces, distanceBits, uploadNumbers, listedNumbers);
	}
}
