package org.hashaven.index;

/** A listed photo or video that a lookup found. */
public sealed interface Match permits HashMatch, PhotoMatch, VideoMatch {

	/** The id of its record. */
	String id();

	/** The name of its bank. */
	String bank();

	/** What a match in this bank means. */
	Purpose purpose();

	/** Whether what was looked up is to be blocked: the bank says so, and the record is not {@linkplain HeldBack held back}. */
	default boolean blocks() {
		return purpose() == Purpose.BLOCK;
	}
}
