package org.hashaven.testdata.videos.broken;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.hashaven.testdata.broken.Blob;
import org.hashaven.samples.videos.Mp4Boxes;
import org.hashaven.samples.videos.Mp4Boxes.Box;

/** H.264 whose own header, not only its container, claims huge pictures in a few bytes. */
final class HugeH264 {

	private static final int START_CODE = 1;
	private static final int MACROBLOCK = 16;

	private HugeH264() {
	}

	/** As an MP4: the sound one with another sequence header. */
	static byte[] mp4(int width, int height) {
		byte[] file = SeedVideos.named("h264.mp4");
		Box description = Mp4Boxes.of(file, "stsd").getFirst();
		byte[] body = Arrays.copyOfRange(file, description.body(), description.end());
		int setUp = find(body, "avcC") + 4;
		int oldLength = ByteBuffer.wrap(body).getShort(setUp + 6);
		byte[] header = header(width, height);
		Blob changed = new Blob().bytes(Arrays.copyOf(body, setUp + 6)).u16(header.length).bytes(header);
		byte[] bytes = changed.bytes(Arrays.copyOfRange(body, setUp + 8 + oldLength, body.length)).toBytes();
		int grown = bytes.length - body.length;
		// The entry behind the table's head, and the set-up inside it.
		Mp4Boxes.put(bytes, 8, Mp4Boxes.number(bytes, 8) + grown);
		Mp4Boxes.put(bytes, setUp - 8, Mp4Boxes.number(bytes, setUp - 8) + grown);
		return Mp4Boxes.withBody(file, "stsd", bytes);
	}

	/** As a bare stream: sequence header, picture header, the sound file's first picture. */
	static byte[] stream(int width, int height) {
		byte[] file = SeedVideos.named("h264.mp4");
		int setUp = find(file, "avcC") + 4;
		ByteBuffer buffer = ByteBuffer.wrap(file);
		int pictureHeader = setUp + 8 + buffer.getShort(setUp + 6) + 1;
		int pictureHeaderLength = buffer.getShort(pictureHeader);
		int picture = Mp4Boxes.of(file, "mdat").getFirst().body();
		return new Blob().u32(START_CODE).bytes(header(width, height)).u32(START_CODE)
				.bytes(Arrays.copyOfRange(file, pictureHeader + 2, pictureHeader + 2 + pictureHeaderLength)).u32(START_CODE)
				.bytes(Arrays.copyOfRange(file, picture + 4, picture + 4 + buffer.getInt(picture))).toBytes();
	}

	private static int find(byte[] file, String type) {
		return new String(file, StandardCharsets.ISO_8859_1).indexOf(type);
	}

	/** A sequence header of the baseline profile. */
	private static byte[] header(int width, int height) {
		Bits bits = new Bits();
		// number, frame number's length, order of pictures by decoding, one reference, no gaps
		bits.exponential(0).exponential(11).exponential(2).exponential(1).bit(0);
		bits.exponential(width / MACROBLOCK - 1).exponential(height / MACROBLOCK - 1);
		// whole frames, direct inference, no cropping, nothing for the display, the end
		bits.bit(1).bit(1).bit(0).bit(0).bit(1);
		return new Blob().u8(0x67, 66, 0xc0, 62).bytes(bits.escaped()).toBytes();
	}

	/** Bits in the order of H.264. */
	private static final class Bits {

		private final StringBuilder bits = new StringBuilder();

		Bits bit(int bit) {
			bits.append(bit);
			return this;
		}

		/** An Exp-Golomb number. */
		Bits exponential(int value) {
			String binary = Integer.toBinaryString(value + 1);
			bits.append("0".repeat(binary.length() - 1)).append(binary);
			return this;
		}

		/** As bytes; a 3 keeps two zeros from looking like a start code. */
		byte[] escaped() {
			String padded = bits + "0".repeat((8 - bits.length() % 8) % 8);
			Blob blob = new Blob();
			int zeros = 0;
			for (int at = 0; at < padded.length(); at += 8) {
				int value = Integer.parseInt(padded.substring(at, at + 8), 2);
				if (zeros >= 2 && value <= 3) {
					blob.u8(3);
					zeros = 0;
				}
				blob.u8(value);
				zeros = value == 0 ? zeros + 1 : 0;
			}
			return blob.toBytes();
		}
	}
}
