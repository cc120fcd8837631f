package org.hashaven.hash.record;

import java.util.Objects;
import org.hashaven.hash.Hash256;
import org.hashaven.hash.Md5;
import org.hashaven.hash.MediaKind;
import org.hashaven.hash.Quality;
import org.hashaven.hash.RegionSet;
import org.jspecify.annotations.Nullable;

/**
 * A record: a hash with its quality and kind; in an index or a published list also an id and a bank.
 *
 * <p>
 * It carries nothing that names the file it was made from, unless the person at the keyboard asked for {@code name} or {@code md5}.
 *
 * @param id
 *            names the record in logs, matches and withdrawals: 1..{@value #MAX_TEXT_CHARS} characters, no control characters; null until
 *            one is given
 * @param hash
 *            the perceptual hash
 * @param quality
 *            PDQ's gradient measure, 0..100
 * @param kind
 *            what was hashed
 * @param bank
 *            the list it belongs to, same limits as the id; null until it is put into one
 * @param name
 *            the file's name, only where it was asked for; null otherwise
 * @param md5
 *            the MD5 of the file, only where it was asked for; null otherwise
 * @param regions
 *            distinctive parts of a photo, which find crops of it; {@link RegionSet#NONE} without crop-resistant protection
 */
public record HashRecord(@Nullable String id, Hash256 hash, int quality, MediaKind kind, @Nullable String bank, @Nullable String name,
		@Nullable Md5 md5, RegionSet regions) implements MediaRecord {

	/** Longest id or bank name, in characters. */
	public static final int MAX_TEXT_CHARS = 200;

	/**
	 * @throws IllegalArgumentException
	 *             if quality, id or bank are out of range, or a frame of a video has regions
	 */
	public HashRecord {
		Objects.requireNonNull(hash, "hash");
		Objects.requireNonNull(kind, "kind");
		Objects.requireNonNull(regions, "regions");
		if (kind != MediaKind.PHOTO && !regions.isEmpty()) {
			throw new IllegalArgumentException("a frame of a video has no regions");
		}
		Quality.requireValid(quality);
		requireText("id", id);
		requireText("bank", bank);
	}

	/** A record without the MD5 of its file and without regions. */
	public HashRecord(@Nullable String id, Hash256 hash, int quality, MediaKind kind, @Nullable String bank, @Nullable String name) {
		this(id, hash, quality, kind, bank, name, null, RegionSet.NONE);
	}

	/** A photo's hash, as the device makes it: without id, bank or name. */
	public static HashRecord ofPhoto(Hash256 hash, int quality) {
		return new HashRecord(null, hash, quality, MediaKind.PHOTO, null, null);
	}

	@Override
	public HashRecord withIdAndBank(String newId, String newBank) {
		return new HashRecord(newId, hash, quality, kind, newBank, name, md5, regions);
	}

	/** This record with the name of its file. */
	public HashRecord withName(String newName) {
		return new HashRecord(id, hash, quality, kind, bank, newName, md5, regions);
	}

	/** This record with the MD5 of its file, or without. */
	public HashRecord withMd5(@Nullable Md5 newMd5) {
		return new HashRecord(id, hash, quality, kind, bank, name, newMd5, regions);
	}

	/** This record with the regions of its photo. */
	public HashRecord withRegions(RegionSet newRegions) {
		return new HashRecord(id, hash, quality, kind, bank, name, md5, newRegions);
	}

	/**
	 * Holds a record id or a bank name to the common limits.
	 *
	 * @throws IllegalArgumentException
	 *             when it is empty, longer than {@value #MAX_TEXT_CHARS} characters, has control characters, or is not well-formed Unicode
	 */
	public static void requireText(String what, @Nullable String text) {
		if (text == null) {
			return;
		}
		if (text.isBlank() || text.length() > MAX_TEXT_CHARS || text.chars().anyMatch(Character::isISOControl)) {
			throw new IllegalArgumentException(what + " has 1.." + MAX_TEXT_CHARS + " characters, none of them control characters");
		}
		if (!isWellFormed(text)) {
			throw new IllegalArgumentException(what + " is not well-formed Unicode");
		}
	}

	/** Whether a text has no half of a surrogate pair alone. */
	static boolean isWellFormed(String text) {
		for (int i = 0; i < text.length(); i++) {
			char c = text.charAt(i);
			boolean pair = Character.isHighSurrogate(c) && i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1));
			if (Character.isSurrogate(c) && !pair) {
				return false;
			}
			i += pair ? 1 : 0;
		}
		return true;
	}

	/** The id and the bank, which may be logged; neither hash nor regions nor name nor MD5. */
	@Override
	public String toString() {
		return "HashRecord[id=" + id + ", bank=" + bank + "]";
	}
}
