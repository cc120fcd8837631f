package org.hashaven.benchmarks.leak;

import java.util.List;
import java.util.stream.IntStream;
import org.hashaven.hash.Hash256;
import org.hashaven.hash.RegionGeometry;
import org.hashaven.hash.RegionSet;
import org.hashaven.image.RgbImage;
import org.hashaven.pdq.PdqHasher;
import org.hashaven.region.RegionHasher;

/**
 * A photograph with all that is listed of it.
 *
 * @param detail
 *            its luma, larger than is drawn, stretched to a square
 * @param small
 *            its luma as it is drawn: 64 × 64
 * @param aspect
 *            width divided by height; not listed, but one of a few, so that attackers have it
 * @param regions
 *            its regions with their directions modulo a quarter turn
 * @param others
 *            regions of the squares that an upload of it would have, of the sizes that may be listed, with their whole directions: to learn
 *            from
 * @param whole
 *            its regions with their whole directions, as lists once had them
 * @param plain
 *            its regions as the control would list them: directions are whole, codes are the signs of the 64 lowest frequencies of luma
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Photo(String name, Luma detail, float[] small, double aspect, Hash256 hash, List<KnownRegion> regions, List<KnownRegion> others,
		List<KnownRegion> whole, List<KnownRegion> plain) {

	static final int DETAIL_SIDE = 4 * Dct.SIDE;

	/** Size of the smallest regions that are listed. */
	private static final double SMALLEST_LISTED = 0.07;

	/** Longer side of the picture that plain signs are taken from. */
	private static final int SHARP_SIDE = 512;

	static Photo of(String name, RgbImage image) {
		Luma luma = Luma.of(image);
		Luma detail = luma.resized(DETAIL_SIDE, DETAIL_SIDE);
		double aspect = (double) image.width() / image.height();
		int width = (int) Math.ceil(SHARP_SIDE * Math.min(1, aspect));
		int height = (int) Math.ceil(SHARP_SIDE / Math.max(1, aspect));
		Luma sharp = luma.resized(width, height);
		List<KnownRegion> whole = RegionHasher.ofListed(image).list().stream()
				.map(region -> new KnownRegion(region.code(), directed(region.place(), sharp, aspect))).toList();
		List<KnownRegion> regions = whole.stream().map(region -> new KnownRegion(region.code(), region.place().withoutQuarters())).toList();
		List<KnownRegion> others = RegionHasher.ofUpload(image).upright().stream()
				.filter(query -> query.place().size() >= SMALLEST_LISTED && query.place().size() <= RegionSet.MAX_SIZE)
				.map(query -> new KnownRegion(query.code(), directed(RegionGeometry.ofPacked(query.place().packed()), sharp, aspect)))
				.toList();
		return new Photo(name, detail, luma.resized(Dct.SIDE, Dct.SIDE).values(), aspect, PdqHasher.hash(image).hash(), regions, others,
				whole, whole.stream().map(region -> plain(region, sharp, aspect)).toList());
	}

	private static Square directed(RegionGeometry place, Luma sharp, double aspect) {
		return Square.of(place, WholeDirection.of(place, sharp, aspect));
	}

	private static KnownRegion plain(KnownRegion region, Luma sharp, double aspect) {
		float[] samples = new float[Patch.SAMPLES];
		new Patch(region.place(), aspect, sharp.width(), sharp.height()).sample(sharp.values(), samples);
		PatchTransform transform = new PatchTransform();
		transform.transform(samples);
		return new KnownRegion(transform.plainSigns(), region.place());
	}

	/** The coefficients of the whole picture, its mean 0 and its variance 1. */
	float[] coefficients() {
		return Dct.coefficients(Similarity.standardised(small));
	}

	/** Its regions as they are listed. */
	List<KnownRegion> listed() {
		return whole.stream().map(KnownRegion::withoutDirection).toList();
	}

	/** The numbers of all regions. */
	List<Integer> allRegions() {
		return regions(RegionSet.MAX_SIZE, RegionSet.MAX_REGIONS);
	}

	/** The numbers of the regions that are at most so large, the best first. */
	List<Integer> regions(double maxSize, int maxCount) {
		return IntStream.range(0, regions.size()).filter(i -> regions.get(i).place().size() <= maxSize).limit(maxCount).boxed().toList();
	}
}
