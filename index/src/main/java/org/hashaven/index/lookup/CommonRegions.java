package org.hashaven.index.lookup;

import java.util.BitSet;
import java.util.List;
import org.hashaven.hash.Region;
import org.hashaven.hash.query.RegionQuery;
import org.hashaven.index.Purpose;
import org.hashaven.index.region.Correspondences;

/**
 * The regions that an upload shares with pictures in banks of {@link Purpose#COMMON}: a form's lines, a frame, the keys of a chat.
 *
 * <p>
 * Where enough of them lie alike in the upload and in such a picture, they are what many pictures show, and no evidence for a listed one.
 * One sample of a kind is enough, and a large bank is no danger: single codes are alike by chance, three that lie alike are not.
 */
public final class CommonRegions {

	/** Codes of one spot, hashed twice from one upload, differ in no more bits. */
	private static final int SAME_BITS = 16;

	private final List<RegionQuery> upload;
	private final BitSet numbers = new BitSet();

	/** None as yet. */
	public CommonRegions(List<RegionQuery> upload) {
		this.upload = upload;
	}

	/** Adds those that hit a picture of such a bank. */
	public void add(Correspondences hits) {
		for (int number : hits.uploadNumbers()) {
			numbers.set(number);
		}
	}

	/** The hits of a listed picture that are evidence. */
	public Correspondences without(Correspondences hits) {
		return numbers.isEmpty() ? hits : hits.filter(i -> !numbers.get(hits.uploadNumbers()[i]));
	}

	/** Those regions of a part of the upload, listed anew, that are evidence. */
	public List<Region> without(List<Region> shown) {
		return numbers.isEmpty() ? shown : shown.stream().filter(region -> !isCommon(region)).toList();
	}

	private boolean isCommon(Region shown) {
		return numbers.stream().anyMatch(number -> Long.bitCount(upload.get(number).code() ^ shown.code()) <= SAME_BITS);
	}
}
