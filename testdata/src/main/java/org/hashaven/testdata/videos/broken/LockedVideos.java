package org.hashaven.testdata.videos.broken;

import java.nio.charset.StandardCharsets;
import org.hashaven.testdata.broken.Blob;

/** Videos that say that they are locked with a key, as shops and streaming services store them. */
public final class LockedVideos {

	private LockedVideos() {
	}

	/** A WebM whose track is encrypted with AES and names its key (WebM Encryption). */
	public static byte[] webm() {
		Blob encryption = new Blob().u8(0x47, 0xe1, 0x81, 5).u8(0x47, 0xe2, 0x84).text("key1");
		Blob encoding = new Blob().u8(0x50, 0x33, 0x81, 1).u8(0x50, 0x35, 0x80 | encryption.size()).bytes(encryption);
		Blob encodings = new Blob().u8(0x62, 0x40, 0x80 | encoding.size()).bytes(encoding);
		byte[] element = new Blob().u8(0x6d, 0x80, 0x80 | encodings.size()).bytes(encodings).toBytes();
		return BrokenMatroskas.withInTrack(SeedVideos.named("vp9.webm"), element);
	}

	/** An MP4 whose sample entry is that of encrypted pictures (ISO/IEC 23001-7). */
	public static byte[] mp4() {
		String file = new String(SeedVideos.named("h264.mp4"), StandardCharsets.ISO_8859_1);
		int entry = file.indexOf("avc1", file.indexOf("stsd"));
		return (file.substring(0, entry) + "encv" + file.substring(entry + 4)).getBytes(StandardCharsets.ISO_8859_1);
	}
}
