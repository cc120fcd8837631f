package org.hashaven.testdata.kinds;

import org.hashaven.samples.distortions.RandomDraws;
import org.hashaven.samples.pictures.Picture;

/** One member of a kind: what it draws its template from, which is the same for all members, and what it draws its content from. */
final class Member {

	/** Most photographs of its own that a member shows. */
	static final int MAX_PHOTOS = 7;

	private static final long TEMPLATE_SEED = 0x7e3b1a7e00000000L;
	private static final long CONTENT_SEED = 0xc0ffee0000000000L;

	/** First number of the photographs that belong to templates; no member's photographs have such numbers. */
	private static final long FIRST_TEMPLATE_PHOTO = 1L << 40;

	private final RandomDraws template;
	private final RandomDraws content;
	private final PhotoSource photos;
	private final long number;
	private final long kind;
	private int ownPhotos;
	private int templatePhotos;

	/**
	 * @param number
	 *            of the member, 0..2^32 - 1
	 */
	Member(Kind kind, long number, PhotoSource photos) {
		if (number < 0 || number >>> Integer.SIZE != 0) {
			throw new IllegalArgumentException("a member's number is 0..2^32 - 1, not " + number);
		}
		this.kind = Integer.toUnsignedLong(kind.word().hashCode());
		this.number = number;
		this.photos = photos;
		this.template = new RandomDraws(TEMPLATE_SEED + this.kind);
		this.content = new RandomDraws(CONTENT_SEED + (this.kind << Integer.SIZE) + number);
	}

	/** Draws that are the same for every member of the kind, if made in the same order. */
	RandomDraws template() {
		return template;
	}

	/** Draws of this member alone. */
	RandomDraws content() {
		return content;
	}

	/** The next photograph of this member alone, cropped and scaled to a size. */
	Picture photo(int width, int height) {
		if (ownPhotos == MAX_PHOTOS) {
			throw new IllegalStateException("a member shows at most " + MAX_PHOTOS + " photographs");
		}
		long photo = ((long) ownPhotos++ << Integer.SIZE) + number; // the first photographs of all members before the second ones
		return photos.photo(photo, width, height);
	}

	/** The next photograph of the template, the same for every member. */
	Picture templatePhoto(int width, int height) {
		return PhotoSource.GENERATED.photo(FIRST_TEMPLATE_PHOTO + 100 * kind + templatePhotos++, width, height);
	}
}
