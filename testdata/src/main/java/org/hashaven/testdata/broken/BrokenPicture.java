package org.hashaven.testdata.broken;

/**
 * A file that must be refused.
 *
 * @param name
 *            what is wrong with it
 * @param reason
 *            the kind of refusal, as the decoder's error names it
 * @param bytes
 *            its content
 */
public record BrokenPicture(String name, String reason, byte[] bytes) {

	static final String UNKNOWN_FORMAT = "UNKNOWN_FORMAT";
	static final String CORRUPT = "CORRUPT";
	static final String TOO_MANY_PIXELS = "TOO_MANY_PIXELS";
	static final String UNSUPPORTED = "UNSUPPORTED";

	@Override
	public String toString() {
		return name;
	}
}
