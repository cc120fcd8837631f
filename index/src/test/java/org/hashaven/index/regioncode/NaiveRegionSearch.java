package org.hashaven.index.regioncode;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.hashaven.hash.Region;
import org.hashaven.hash.query.RegionQuery;

/** What a search finds, worked out slowly from the definition. */
final class NaiveRegionSearch {

	/** A hit, as the sink receives it. */
	record Hit(int query, int photo, int document, int region, int packedPlace, int distance) {
	}

	/** The vector of a document in a segment. */
	record Photo(int document, byte[] vector) {
	}

	private static final int MAX_PROBES = 64;
	private static final int SKETCH_BITS = 8;

	private final List<Photo> photos;
	private final int bucketBits;
	private final Set<Integer> masks;

	/** Searches the photos of one segment, through tables if it has any. */
	NaiveRegionSearch(List<Photo> photos, boolean tables) {
		this.photos = photos;
		int regions = photos.stream().mapToInt(photo -> photo.vector()[0] & 0x1F).sum();
		int bits = 1;
		while (15L << (bits + 1) <= 4L * regions) {
			bits++;
		}
		this.bucketBits = tables ? bits : 0;
		this.masks = new HashSet<>(masks(bits));
	}

	/** The likeliest sets of flipped bits. */
	static List<Integer> masks(int bits) {
		// Twice the number of bits times the expected weight is a whole number.
		int[] weights = IntStream.range(0, bits).map(rank -> 2 * bits * 3 + 64 * (2 * rank + 1)).toArray();
		return IntStream.range(0, 1 << bits).boxed()
				.sorted(Comparator.comparingInt((Integer mask) -> IntStream.range(0, bits).filter(rank -> ((mask >> rank) & 1) != 0)
						.map(rank -> weights[rank]).sum()).thenComparing(mask -> mask))
				.limit(MAX_PROBES).toList();
	}

	/** All hits, ordered as the search orders them. */
	List<Hit> search(List<RegionQuery> queries) {
		List<Hit> hits = new ArrayList<>();
		for (int query = 0; query < queries.size(); query++) {
			for (int photo = 0; photo < photos.size(); photo++) {
				byte[] vector = photos.get(photo).vector();
				for (int region = 0; region < (vector[0] & 0x1F); region++) {
					int offset = 1 + 11 * region;
					long code = bytes(vector, offset, 8);
					if (finds(queries.get(query), code)) {
						hits.add(new Hit(query, photo, photos.get(photo).document(), region, (int) bytes(vector, offset + 8, 3),
								queries.get(query).distance(code)));
					}
				}
			}
		}
		return hits;
	}

	private static long bytes(byte[] vector, int offset, int count) {
		return IntStream.range(offset, offset + count).mapToLong(i -> vector[i] & 0xFF).reduce(0, (number, b) -> number << 8 | b);
	}

	private boolean finds(RegionQuery query, long code) {
		return Long.bitCount(query.code() ^ code) <= 20 && query.distance(code) <= 414
				&& (bucketBits == 0 || probes(query, code, 0, bucketBits)
						|| probes(query, code, Region.CODE_BITS - bucketBits, Region.CODE_BITS - bucketBits - SKETCH_BITS));
	}

	private boolean probes(RegionQuery query, long code, int firstBit, int firstSketchBit) {
		List<Integer> ranked = IntStream.range(firstBit, firstBit + bucketBits).boxed()
				.sorted(Comparator.comparingInt(query::weight)).toList();
		int mask = 0;
		for (int rank = 0; rank < bucketBits; rank++) {
			mask |= (int) ((query.code() ^ code) >>> ranked.get(rank) & 1) << rank;
		}
		long outsideSketch = ~(((1L << SKETCH_BITS) - 1) << firstSketchBit);
		return masks.contains(mask) && query.distance((code & ~outsideSketch) | (query.code() & outsideSketch)) <= 80;
	}
}
