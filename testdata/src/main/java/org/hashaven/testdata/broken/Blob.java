package org.hashaven.testdata.broken;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/** Bytes being put together, for writing files field by field. */
public final class Blob {

	private final ByteArrayOutputStream out = new ByteArrayOutputStream();

	/** One byte for each value. */
	public Blob u8(int... values) {
		for (int value : values) {
			out.write(value);
		}
		return this;
	}

	/** Two bytes, the high one first. */
	public Blob u16(int value) {
		return u8(value >> 8, value);
	}

	/** Two bytes, the low one first. */
	public Blob u16Little(int value) {
		return u8(value, value >> 8);
	}

	/** Four bytes, the highest first. */
	public Blob u32(long value) {
		return u16((int) (value >> 16)).u16((int) value);
	}

	/** Four bytes, the lowest first. */
	public Blob u32Little(long value) {
		return u16Little((int) value).u16Little((int) (value >> 16));
	}

	/** The characters' lowest bytes. */
	public Blob text(String text) {
		return bytes(text.getBytes(StandardCharsets.ISO_8859_1));
	}

	public Blob bytes(byte[] bytes) {
		out.writeBytes(bytes);
		return this;
	}

	public Blob bytes(Blob other) {
		return bytes(other.toBytes());
	}

	public Blob zeros(int count) {
		return bytes(new byte[count]);
	}

	/** A PNG chunk with its length and checksum. */
	public Blob pngChunk(String type, byte[] data) {
		CRC32 crc = new CRC32();
		crc.update(type.getBytes(StandardCharsets.ISO_8859_1));
		crc.update(data);
		return u32(data.length).text(type).bytes(data).u32(crc.getValue());
	}

	/** A JPEG segment with its length. */
	public Blob jpegSegment(int marker, byte[] data) {
		return u8(0xff, marker).u16(data.length + 2).bytes(data);
	}

	/** A RIFF chunk with its length, padded to even. */
	public Blob riffChunk(String tag, byte[] data) {
		return text(tag).u32Little(data.length).bytes(data).zeros(data.length & 1);
	}

	/** A box of the ISO base media file format with its length. */
	public Blob box(String type, byte[] body) {
		return u32(body.length + 8L).text(type).bytes(body);
	}

	/** Such a box whose body begins with a version and flags. */
	public Blob fullBox(String type, int version, int flags, byte[] body) {
		return box(type, new Blob().u8(version).u8(flags >> 16, flags >> 8, flags).bytes(body).toBytes());
	}

	public int size() {
		return out.size();
	}

	public byte[] toBytes() {
		return out.toByteArray();
	}

	/** The bytes packed as PNG wants them. */
	public static byte[] deflate(byte[] bytes) {
		try (Deflater deflater = new Deflater()) {
			deflater.setInput(bytes);
			deflater.finish();
			ByteArrayOutputStream packed = new ByteArrayOutputStream();
			byte[] buffer = new byte[1 << 16];
			while (!deflater.finished()) {
				packed.write(buffer, 0, deflater.deflate(buffer));
			}
			return packed.toByteArray();
		}
	}
}
