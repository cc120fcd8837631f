package org.hashaven.server.match;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.hashaven.hash.HashFormatException;
import org.hashaven.hash.Md5;

/** The MD5 of a file. */
public final class FileMd5 {

	private FileMd5() {
	}

	/** The MD5 of a file's content. */
	public static Md5 of(byte[] content) {
		try {
			return Md5.fromHex(HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(content)));
		} catch (NoSuchAlgorithmException | HashFormatException e) {
			throw new IllegalStateException(e);
		}
	}
}
