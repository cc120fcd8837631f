package org.hashaven.testdata.videos.broken;

/**
 * A video file with something wrong.
 *
 * @param name
 *            what is wrong with it
 * @param extension
 *            what its name ends with, dot included; it may lie
 * @param verdict
 *            what a reader may make of it
 * @param bytes
 *            its content
 */
public record BrokenVideo(String name, String extension, Verdict verdict, byte[] bytes) {

	/** What a reader may make of a file. */
	public enum Verdict {
		/** There is nothing in it that could be shown: it must be refused. */
		REFUSED,
		/** Some frames may be left: it is read as far as it goes, or refused. */
		EITHER
	}

	static BrokenVideo refused(String name, String extension, byte[] bytes) {
		return new BrokenVideo(name, extension, Verdict.REFUSED, bytes);
	}

	static BrokenVideo either(String name, String extension, byte[] bytes) {
		return new BrokenVideo(name, extension, Verdict.EITHER, bytes);
	}

	@Override
	public String toString() {
		return name;
	}
}
