package org.hashaven.pdq;

/**
 * The layout of all scratch: lines of at most 512 floats, each one <em>column</em> of a picture from top to bottom; line {@code n} begins
 * at {@code n * STRIDE}.
 */
final class ScratchLayout {

	/** The longest line and one cache line more: at a power of two, neighbouring lines would evict each other from the cache. */
	static final int STRIDE = PdqHasher.MAX_SIDE + 16;

	/** Lines that are worked on together. */
	static final int STRIP = 8;

	private ScratchLayout() {
	}
}
