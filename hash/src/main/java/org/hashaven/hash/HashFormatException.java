package org.hashaven.hash;

import java.io.IOException;

/** A text is not a hash or a record: says where and why, never what the text was. */
public final class HashFormatException extends IOException {

	private static final long serialVersionUID = 1L;

	private final ListFault fault;
	private final long offset;
	private final int column;
	private final String reason;

	/**
	 * A fault of a text that should be a hash, {@link ListFault#HASH}.
	 *
	 * @param offset
	 *            position of the fault: in characters from 0 for a single hash, the line number from 1 for a file of records
	 * @param reason
	 *            what is wrong, without the text
	 */
	public HashFormatException(long offset, String reason) {
		this(ListFault.HASH, offset, 0, reason);
	}

	/** A fault of a line, in the words that go with it. */
	public HashFormatException(ListFault fault) {
		this(fault, fault.reason());
	}

	/** A fault of a line, in words without the text. */
	public HashFormatException(ListFault fault, String reason) {
		this(fault, 0, 0, reason);
	}

	private HashFormatException(ListFault fault, long offset, int column, String reason) {
		super(reason + (column == 0 ? " (at " + offset + ")" : " (at " + offset + ":" + column + ")"));
		this.fault = fault;
		this.offset = offset;
		this.column = column;
		this.reason = reason;
	}

	/** This fault, in a line and column of a file, both from 1; column 0 for the whole line. */
	public HashFormatException at(long line, int newColumn) {
		return new HashFormatException(fault, line, newColumn, reason);
	}

	/** What is wrong, for programs. */
	public ListFault fault() {
		return fault;
	}

	/** Where: characters from 0 in a single hash, lines from 1 in a file of records. */
	public long offset() {
		return offset;
	}

	/** Where in the line of a file of records, in characters from 1; 0 if the whole line is at fault, and for a single hash. */
	public int column() {
		return column;
	}

	/** Why, without the text. */
	public String reason() {
		return reason;
	}
}
