package org.hashaven.hash.record;

import org.jspecify.annotations.Nullable;

/**
 * One line of a list.
 *
 * @param record
 *            the hash with what is known about it
 * @param place
 *            where it stands in a video; null when the line does not say
 */
record ListLine(HashRecord record, @Nullable FramePlace place) {

	/** Fixed words: neither hash nor time may reach a log by accident. */
	@Override
	public String toString() {
		return "ListLine[hidden]";
	}
}
