package org.hashaven.index;

import java.io.IOException;

/** An index could not do what it was asked. The message is one plain line without paths and hashes. */
public final class IndexException extends IOException {

	private static final long serialVersionUID = 1L;

	/** Why. */
	public enum Reason {
		/** There is an index in the folder already. */
		EXISTS("there is an index here already"),
		/** The folder for a new index or a snapshot holds other files, or is no folder. */
		NOT_EMPTY("the folder is not empty"),
		/** There is no index in the folder. */
		MISSING("there is no index here"),
		/** Another process, or another opening in this one, writes to the index. */
		LOCKED("the index is being written by another process; it can still be opened for reading"),
		/** Files are damaged or lost. */
		CORRUPT("the index is damaged"),
		/** A newer version of this program wrote the index. */
		NEWER_VERSION("the index was written by a newer version of this program"),
		/** An earlier version put regions into the index from which pictures can be drawn again; they are not read any more. */
		OLD_REGIONS("the index holds regions of an earlier version, which reveal pictures; make a new index from new lists"),
		/** No bank has this name. */
		UNKNOWN_BANK("there is no bank of this name"),
		/** A record's id is already used for another hash in its bank; nothing of its batch was added. */
		ID_TAKEN("an id is already used for another hash in this bank; nothing of this batch was added"),
		/** Another process changes the index faster than it can be read. */
		BUSY("another process is changing the index; try again when it is done"),
		/** The folder cannot be made or opened: its name or its permissions are in the way. */
		NO_ACCESS("the folder cannot be made or opened; check its name and its permissions"),
		/** The index was opened for reading only. */
		READ_ONLY("the index was opened for reading only"),
		/** A limit of the index is reached. */
		FULL("the index is full"),
		/** The disk is full or refused; what was acknowledged before is safe, and writing goes on as soon as the disk does. */
		DISK("the disk refused; what was acknowledged before is safe"),
		/** An error elsewhere or an interruption stopped writing; the next write begins anew at all that was acknowledged. */
		STOPPED("an error stopped writing; all that was acknowledged is there, try again");

		private final String message;

		Reason(String message) {
			this.message = message;
		}
	}

	private final Reason reason;

	/** An exception whose message says what its reason says, and no more. */
	public IndexException(Reason reason) {
		super(reason.message);
		this.reason = reason;
	}

	/** Why, for programs; {@link #getMessage()} says it for people. */
	public Reason reason() {
		return reason;
	}
}
