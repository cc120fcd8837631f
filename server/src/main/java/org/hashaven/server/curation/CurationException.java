package org.hashaven.server.curation;

/** A change that was not made because of what was asked. The message is one plain line. */
public final class CurationException extends Exception {

	private static final long serialVersionUID = 1L;

	/** Why. */
	public enum Reason {
		/** The name is not in HMA's form. */
		BAD_NAME("Bank names must be UPPER_WITH_UNDERSCORE"),
		/** There is a bank of this name. */
		NAME_TAKEN("Bank already exists"),
		/** There is no such bank. */
		NO_BANK("bank not found"),
		/** The index takes no more banks. */
		TOO_MANY_BANKS("the index takes no more banks"),
		/** All hashes are below the bank's quality floor and would match nothing. */
		TOO_PLAIN("the picture has too little detail: its hash would match nothing");

		private final String message;

		Reason(String message) {
			this.message = message;
		}
	}

	private final Reason reason;

	CurationException(Reason reason) {
		super(reason.message);
		this.reason = reason;
	}

	/** Why. */
	public Reason reason() {
		return reason;
	}
}
