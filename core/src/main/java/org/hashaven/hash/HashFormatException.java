package org.hashaven.hash;

import java.io.IOException;

/** A text is not a hash or a record: says where and why, never what the text was. */
public final class HashFormatException extends IOException {

	private static final long serialVersionUID = 1L;

	private final long offset;
	private final String reason;

	/**
	 * @param offset
	 *            position of the fault: in characters from 0 for a single hash, the line number from 1 for a file of records
	 * @param reason
	 *            what is wrong, without the text
	 */
	public HashFormatException(long offset, String reason) {
		super(reason + " (at " + offset + ")");
		this.offset = offset;
		this.reason = reason;
	}

	/** Where: characters from 0 in a single hash, lines from 1 in a file of records. */
	public long offset() {
		return offset;
	}

	/** Why, without the text. */
	public String reason() {
		return reason;
	}
}
