package org.hashaven.server.match;

import java.util.List;

/**
 * What the index holds.
 *
 * @param media
 *            photos and videos
 * @param records
 *            hashes of photos and of videos' frames
 * @param regions
 *            regions of photos
 * @param withdrawnOnDisk
 *            withdrawn ones that never match again but whose bits are still in the files
 * @param segments
 *            Lucene segments
 * @param sizeBytes
 *            of all files
 * @param banks
 *            by bank
 */
public record IndexFigures(long media, long records, long regions, long withdrawnOnDisk, int segments, long sizeBytes,
		List<BankFigures> banks) {

	/** Takes a copy of the list. */
	public IndexFigures {
		banks = List.copyOf(banks);
	}

	/**
	 * What a bank holds.
	 *
	 * @param indexName
	 *            its name in the index
	 * @param media
	 *            photos and videos
	 * @param records
	 *            hashes
	 * @param belowFloor
	 *            those that do not match because they have too little detail
	 */
	public record BankFigures(String indexName, long media, long records, long belowFloor) {
	}
}
