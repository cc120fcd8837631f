package org.hashaven.video;

import java.io.FileInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The MD5 of a file's bytes, for lists that have nothing else: it finds the very same file and no other, not even one that was saved anew.
 */
public final class FileMd5 {

	private static final int BUFFER_BYTES = 1 << 16;

	private FileMd5() {
	}

	/** The 32 hexadecimal digits, lower case. */
	public static String hex(Path file) throws IOException {
		MessageDigest digest = newDigest();
		byte[] buffer = new byte[BUFFER_BYTES];
		try (FileInputStream in = new FileInputStream(file.toFile())) {
			for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
				digest.update(buffer, 0, count);
			}
		}
		return HexFormat.of().formatHex(digest.digest());
	}

	private static MessageDigest newDigest() {
		try {
			return MessageDigest.getInstance("MD5");
		} catch (NoSuchAlgorithmException e) {
			throw new AssertionError("every Java has MD5", e);
		}
	}
}
