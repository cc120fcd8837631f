package org.hashaven.cli.input;

/** Whether region hashes of photos are made, and whom they are for. */
public enum RegionChoice {
	/** None are made. */
	NONE,
	/** For the recipient of the list alone. */
	FOR_RECEIVER,
	/** For others as well, to whom the receiver may pass them on. */
	MAY_BE_PASSED_ON;

	/** The choice of {@code --stronger} and {@code --pass-on}. */
	public static RegionChoice of(boolean stronger, boolean passOn) {
		if (!stronger) {
			return NONE;
		}
		return passOn ? MAY_BE_PASSED_ON : FOR_RECEIVER;
	}
}
