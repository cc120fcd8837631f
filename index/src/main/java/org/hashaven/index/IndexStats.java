package org.hashaven.index;

import java.util.List;

/**
 * What an index holds, counted at one instant.
 *
 * @param media
 *            photos and videos
 * @param records
 *            hashes of photos and of videos' frames that can be withdrawn, below the floor or not
 * @param regions
 *            regions of photos, which go with their photos
 * @param withdrawnOnDisk
 *            records and regions withdrawn or replaced that never match again but whose bits are still in the files, see
 *            {@link IndexOptions#erasureTime()}
 * @param segments
 *            Lucene segments
 * @param sizeBytes
 *            bytes of the files of the index
 * @param formatVersion
 *            version of the form on disk
 * @param banks
 *            the banks in the order of their names
 */
public record IndexStats(long media, long records, long regions, long withdrawnOnDisk, int segments, long sizeBytes, int formatVersion,
		List<BankStats> banks) {

	/**
	 * What one bank holds.
	 *
	 * @param bank
	 *            the bank
	 * @param media
	 *            its photos and videos
	 * @param records
	 *            its records
	 * @param belowFloor
	 *            those among them that do not match because their quality is below the bank's floor
	 */
	public record BankStats(Bank bank, long media, long records, long belowFloor) {
	}

	/** Takes a copy of the list. */
	public IndexStats {
		banks = List.copyOf(banks);
	}
}
