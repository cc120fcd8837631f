package org.hashaven.benchmarks.safety;

import java.util.List;
import java.util.Random;
import org.hashaven.hash.Hash256;
import org.hashaven.hash.Region;
import org.hashaven.hash.RegionGeometry;
import org.hashaven.hash.RegionSet;
import org.hashaven.image.RgbImage;
import org.hashaven.region.RegionHasher;

/** All that the attack knows about the shape of a region's code: to be changed with it. */
final class RegionCodes {

	/** Distance between an upload's code and a listed one that is usually a hit. */
	static final int HIT_BITS = 12;

	/** Codes of one picture that are listed are further apart than this. */
	static final int ALIKE_BITS = RegionSet.MIN_DISTANCE_BITS - 1;

	private RegionCodes() {
	}

	/** The regions that a lookup of this upload compares with listed ones. */
	static List<Region> ofUpload(RgbImage image) {
		return RegionHasher.ofUpload(image).upright().stream()
				.map(query -> new Region(query.code(), RegionGeometry.ofPacked(query.place().packed()))).toList();
	}

	/** The number of bits in which two codes differ. */
	static int distanceBits(Region a, Region b) {
		return a.distanceBits(b);
	}

	/** The same code at another place. */
	static Region at(Region region, RegionGeometry place) {
		return new Region(region.code(), RegionGeometry.ofPacked(place.packed()));
	}

	/** A region at a place whose code has each bit as most of the given ones have it. */
	static Region majority(List<Region> regions, RegionGeometry place) {
		long code = 0;
		for (int bit = 0; bit < Region.CODE_BITS; bit++) {
			int set = 0;
			for (Region region : regions) {
				set += (int) (region.code() >>> bit) & 1;
			}
			code |= 2 * set > regions.size() ? 1L << bit : 0;
		}
		return new Region(code, RegionGeometry.ofPacked(place.packed()));
	}

	/** A region at the place of another whose code differs in so many drawn bits. */
	static Region flipped(Region region, int bits, Random random) {
		long mask = random.ints(0, Region.CODE_BITS).distinct().limit(bits).mapToLong(bit -> 1L << bit).reduce(0, (a, b) -> a | b);
		return new Region(region.code() ^ mask, region.place());
	}

	/** A region with a random code. */
	static Region random(RegionGeometry place, Random random) {
		return new Region(random.nextLong(), RegionGeometry.ofPacked(place.packed()));
	}

	/** The hash of a whole picture that has each bit as most of the given ones have it. */
	static Hash256 majority(List<Hash256> hashes) {
		long[] words = new long[Hash256.WORDS];
		for (int bit = 0; bit < Hash256.BITS; bit++) {
			int set = 0;
			for (Hash256 hash : hashes) {
				set += (int) (hash.word(bit >>> 6) >>> (bit & 63)) & 1;
			}
			words[bit >>> 6] |= 2 * set > hashes.size() ? 1L << (bit & 63) : 0;
		}
		return Hash256.ofWords(words[0], words[1], words[2], words[3]);
	}

	/** A hash with half of its bits set, as hashes of whole pictures have. */
	static Hash256 randomWhole(Random random) {
		long[] words = new long[Hash256.WORDS];
		random.ints(0, Hash256.BITS).distinct().limit(Hash256.BITS / 2).forEach(bit -> words[bit >>> 6] |= 1L << (bit & 63));
		return Hash256.ofWords(words[0], words[1], words[2], words[3]);
	}
}
