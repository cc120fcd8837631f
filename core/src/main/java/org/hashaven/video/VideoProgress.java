package org.hashaven.video;

/** Hears how far a video has been read, a few times a second, in the thread that reads. */
@FunctionalInterface
public interface VideoProgress {

	/** Hears nothing and goes on. */
	VideoProgress NONE = share -> true;

	/**
	 * Told now and then.
	 *
	 * @param share
	 *            of the file that has been read, 0..1, never less than before
	 * @return whether to go on; otherwise reading ends with {@link VideoException.Reason#CANCELLED}
	 */
	boolean readSoFar(double share);
}
