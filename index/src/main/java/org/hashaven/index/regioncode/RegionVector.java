package org.hashaven.index.regioncode;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import org.hashaven.hash.Region;
import org.hashaven.hash.RegionGeometry;
import org.hashaven.hash.RegionSet;

/**
 * The regions of one photo as a byte vector of {@value #BYTES} dimensions, the value of a field in {@link RegionVectorsFormat}.
 *
 * <pre>
 *   byte 0     header: number of regions, 4..16, in bits 0 to 4; bit 7 set when they may be passed on; bits 5 and 6 are 0
 *   for each region, the best first:
 *     8 bytes  code, big-endian
 *     3 bytes  packed place, big-endian
 *   zeros
 * </pre>
 */
public final class RegionVector {

	/** Dimensions of the vector. */
	public static final int BYTES = 1 + RegionSet.MAX_REGIONS * Region.BYTES;

	static final int PLACE_BYTES = Region.BYTES - Long.BYTES;

	private static final int PASSED_ON = 0x80;
	private static final int COUNT_MASK = 0x1F;
	private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

	private RegionVector() {
	}

	/**
	 * The vector of a set.
	 *
	 * @param set
	 *            not empty
	 */
	public static byte[] of(RegionSet set) {
		if (set.isEmpty()) {
			throw new IllegalArgumentException("a photo without regions has no vector");
		}
		byte[] vector = new byte[BYTES];
		vector[0] = (byte) (set.size() | (set.mayBePassedOn() ? PASSED_ON : 0));
		int offset = 1;
		for (Region region : set.list()) {
			LONG.set(vector, offset, region.code());
			int place = region.place().packed();
			for (int i = PLACE_BYTES - 1; i >= 0; i--) {
				vector[offset + Long.BYTES + i] = (byte) place;
				place >>>= Byte.SIZE;
			}
			offset += Region.BYTES;
		}
		return vector;
	}

	/**
	 * The set of a vector.
	 *
	 * @throws IllegalArgumentException
	 *             if the vector is malformed or its regions break a rule of {@link RegionSet}
	 */
	public static RegionSet toSet(byte[] vector) {
		requireValid(vector);
		List<Region> regions = new ArrayList<>();
		for (int i = 0; i < count(vector[0]); i++) {
			regions.add(new Region(code(vector, i), RegionGeometry.ofPacked(place(vector, i))));
		}
		return new RegionSet(regions, (vector[0] & PASSED_ON) != 0);
	}

	/**
	 * Checks the layout, not the rules of {@link RegionSet}.
	 *
	 * @throws IllegalArgumentException
	 *             if the layout is malformed
	 */
	static void requireValid(byte[] vector) {
		require(vector.length == BYTES, "length of a region vector");
		require(isHeader(vector[0]), "header of a region vector");
		int count = count(vector[0]);
		for (int i = 0; i < count; i++) {
			require(RegionGeometry.isPacked(place(vector, i)), "place in a region vector");
		}
		for (int i = sizeBytes(vector[0]); i < BYTES; i++) {
			require(vector[i] == 0, "padding of a region vector");
		}
	}

	private static void require(boolean holds, String what) {
		if (!holds) {
			throw new IllegalArgumentException("wrong " + what);
		}
	}

	/** Whether a byte is a header. */
	static boolean isHeader(byte header) {
		int count = count(header);
		return (header & 0xFF & ~(PASSED_ON | COUNT_MASK)) == 0 && count >= RegionSet.MIN_REGIONS && count <= RegionSet.MAX_REGIONS;
	}

	/** Number of regions of a vector. */
	public static int count(byte[] vector) {
		return count(vector[0]);
	}

	/** Regions of a vector with this header. */
	static int count(byte header) {
		return header & COUNT_MASK;
	}

	/** Bytes of a vector with this header before its padding. */
	static int sizeBytes(byte header) {
		return 1 + count(header) * Region.BYTES;
	}

	/** The code of a region of a vector. */
	static long code(byte[] vector, int region) {
		return (long) LONG.get(vector, offset(region));
	}

	/** Sets the code of a region of a vector. */
	static void setCode(byte[] vector, int region, long code) {
		LONG.set(vector, offset(region), code);
	}

	/** Where the packed place of a region begins. */
	static int placeOffset(int region) {
		return offset(region) + Long.BYTES;
	}

	private static int place(byte[] vector, int region) {
		int place = 0;
		for (int i = 0; i < PLACE_BYTES; i++) {
			place = (place << Byte.SIZE) | (vector[placeOffset(region) + i] & 0xFF);
		}
		return place;
	}

	private static int offset(int region) {
		return 1 + region * Region.BYTES;
	}
}
