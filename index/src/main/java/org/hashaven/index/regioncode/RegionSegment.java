package org.hashaven.index.regioncode;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Arrays;
import org.hashaven.index.mmap.MappedFile;
import org.hashaven.index.mmap.OrdinalDocuments;
import org.jspecify.annotations.Nullable;

/**
 * The regions of one field in one segment, open for search.
 *
 * @param photos
 *            number of documents with regions
 * @param rows
 *            number of their regions
 * @param documents
 *            the document of each photo
 * @param headers
 *            the header of each photo
 * @param starts
 *            first row of every {@value #START_PHOTOS}th photo
 * @param codes
 *            the code of each row
 * @param places
 *            the packed place of each row
 * @param tables
 *            null where rows are few enough to be scanned
 */
record RegionSegment(int photos, int rows, OrdinalDocuments documents, MemorySegment headers, MemorySegment starts, MemorySegment codes,
		MemorySegment places, @Nullable CodeTables tables) {

	/** Photos from one start to the next. */
	static final int START_PHOTOS = 32;

	/** Bytes of the starts of this many photos. */
	static long startsBytes(int photos) {
		return (photos / START_PHOTOS + 1L) * Integer.BYTES;
	}

	/** Bytes of everything but the documents. */
	long sizeBytes() {
		return headers.byteSize() + starts.byteSize() + codes.byteSize() + places.byteSize()
				+ (tables == null ? 0 : tables.sizeBytes());
	}

	/** Whether all headers are valid and agree with the starts and the number of rows. */
	boolean headersAgree() {
		long row = 0;
		for (int photo = 0; photo <= photos; photo++) {
			if (photo % START_PHOTOS == 0 && blockStart(photo / START_PHOTOS) != row) {
				return false;
			}
			if (photo < photos) {
				if (!RegionVector.isHeader(header(photo))) {
					return false;
				}
				row += count(photo);
			}
		}
		return row == rows;
	}

	private byte header(int photo) {
		return headers.get(ValueLayout.JAVA_BYTE, photo);
	}

	private int blockStart(int block) {
		return starts.get(MappedFile.INT, (long) block * Integer.BYTES);
	}

	/** Regions of a photo. */
	int count(int photo) {
		return RegionVector.count(header(photo));
	}

	/** The first row of a photo. */
	int firstRow(int photo) {
		int block = photo / START_PHOTOS;
		int row = blockStart(block);
		for (int before = block * START_PHOTOS; before < photo; before++) {
			row += count(before);
		}
		return row;
	}

	/** The photo of a row. */
	int photo(int row) {
		int low = 0;
		int high = photos / START_PHOTOS;
		while (low < high) { // the last block that does not begin after the row
			int middle = (low + high + 1) >>> 1;
			if (blockStart(middle) <= row) {
				low = middle;
			} else {
				high = middle - 1;
			}
		}
		int photo = low * START_PHOTOS;
		int end = blockStart(low) + count(photo);
		while (end <= row) {
			photo++;
			end += count(photo);
		}
		return photo;
	}

	/** The code of a row. */
	long code(int row) {
		return codes.get(MappedFile.LONG, (long) row * Long.BYTES);
	}

	/** The packed place of a row. */
	int packedPlace(int row) {
		long offset = (long) row * RegionVector.PLACE_BYTES;
		int place = 0;
		for (int i = 0; i < RegionVector.PLACE_BYTES; i++) {
			place = (place << Byte.SIZE) | (places.get(ValueLayout.JAVA_BYTE, offset + i) & 0xFF);
		}
		return place;
	}

	/** Puts the vector of a photo here. */
	void vector(int photo, byte[] vector) {
		vector[0] = header(photo);
		int first = firstRow(photo);
		int count = count(photo);
		for (int region = 0; region < count; region++) {
			int row = first + region;
			RegionVector.setCode(vector, region, code(row));
			MemorySegment.copy(places, ValueLayout.JAVA_BYTE, (long) row * RegionVector.PLACE_BYTES, vector,
					RegionVector.placeOffset(region), RegionVector.PLACE_BYTES);
		}
		Arrays.fill(vector, RegionVector.sizeBytes(vector[0]), vector.length, (byte) 0);
	}
}
