package org.hashaven.index.regioncode;

import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.index.ByteVectorValues;
import org.apache.lucene.index.KnnVectorValues;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.Bits;
import org.hashaven.hash.Region;
import org.hashaven.hash.RegionPlace;
import org.hashaven.hash.RegionSet;
import org.jspecify.annotations.Nullable;

/**
 * The regions of a photo as one vector of {@value #BYTES} bytes.
 *
 * <pre>
 *   byte 0            bits 0..4 the number of regions, bit 7 whether they may be passed on
 *   for each region   8 bytes of its code, 3 of its packed place, the most significant first
 *   the rest          zeros
 * </pre>
 */
public final class RegionVector {

	/** Bytes of a vector. */
	public static final int BYTES = 1 + RegionSet.MAX_REGIONS * Region.BYTES;

	private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);
	private static final int COUNT_MASK = 0x1f;
	private static final int PASS_ON = 0x80;

	private RegionVector() {
	}

	/** The vector of a set that is not empty. */
	public static byte[] of(RegionSet set) {
		byte[] vector = new byte[BYTES];
		vector[0] = (byte) (set.size() | (set.mayBePassedOn() ? PASS_ON : 0));
		int at = 1;
		for (Region region : set.list()) {
			LONG.set(vector, at, region.code());
			putPlace(vector, at + Long.BYTES, region.place().packed());
			at += Region.BYTES;
		}
		return vector;
	}

	/**
	 * The set that a vector stands for.
	 *
	 * @throws IllegalArgumentException
	 *             if it stands for none
	 */
	public static RegionSet toSet(byte[] vector) {
		requireHeader(vector);
		List<Region> regions = new ArrayList<>();
		for (int region = 0; region < count(vector[0]); region++) {
			regions.add(new Region(code(vector, region), RegionPlace.ofPacked(place(vector, region))));
		}
		return new RegionSet(regions, (vector[0] & PASS_ON) != 0);
	}

	/** Whether a vector stands for a set. */
	public static boolean isValid(byte[] vector) {
		try {
			return !toSet(vector).isEmpty();
		} catch (IllegalArgumentException e) {
			return false;
		}
	}

	/** The number of regions in the live vectors of a segment; 0 where it has none. */
	public static long count(@Nullable ByteVectorValues vectors, @Nullable Bits live) throws IOException {
		long count = 0;
		if (vectors != null) {
			KnnVectorValues.DocIndexIterator documents = vectors.iterator();
			for (int document = documents.nextDoc(); document != DocIdSetIterator.NO_MORE_DOCS; document = documents.nextDoc()) {
				count += live == null || live.get(document) ? count(vectors.vectorValue(documents.index())[0]) : 0;
			}
		}
		return count;
	}

	static void requireHeader(byte[] vector) {
		int count = count(vector[0]);
		if (vector.length != BYTES || count < 1 || count > RegionSet.MAX_REGIONS || (vector[0] & ~(COUNT_MASK | PASS_ON)) != 0) {
			throw new IllegalArgumentException("no vector of regions");
		}
	}

	static int count(byte header) {
		return header & COUNT_MASK;
	}

	static long code(byte[] vector, int region) {
		return (long) LONG.get(vector, 1 + region * Region.BYTES);
	}

	static int place(byte[] vector, int region) {
		int at = 1 + region * Region.BYTES + Long.BYTES;
		return ((vector[at] & 0xff) << 16) | ((vector[at + 1] & 0xff) << 8) | (vector[at + 2] & 0xff);
	}

	static void put(byte[] vector, int region, long code, int place) {
		LONG.set(vector, 1 + region * Region.BYTES, code);
		putPlace(vector, 1 + region * Region.BYTES + Long.BYTES, place);
	}

	private static void putPlace(byte[] vector, int at, int place) {
		vector[at] = (byte) (place >>> 16);
		vector[at + 1] = (byte) (place >>> 8);
		vector[at + 2] = (byte) place;
	}
}
