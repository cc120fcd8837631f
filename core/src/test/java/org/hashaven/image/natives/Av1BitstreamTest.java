package org.hashaven.image.natives;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.hashaven.image.ImageException;
import org.hashaven.image.Pixels;
import org.hashaven.testdata.Seeds;
import org.hashaven.testdata.broken.Blob;
import org.hashaven.testdata.broken.HeifWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What AV1 says of itself, and that no codec sees what it must not. */
class Av1BitstreamTest {

	/** Bits to bytes, the highest first. */
	private static final class Bits {

		private final StringBuilder bits = new StringBuilder();

		Bits put(long value, int count) {
			for (int i = count - 1; i >= 0; i--) {
				bits.append((value >> i) & 1);
			}
			return this;
		}

		byte[] toBytes() {
			while (bits.length() % 8 != 0) {
				bits.append('0');
			}
			byte[] bytes = new byte[bits.length() / 8];
			for (int i = 0; i < bytes.length; i++) {
				bytes[i] = (byte) Integer.parseInt(bits.substring(8 * i, 8 * i + 8), 2);
			}
			return bytes;
		}
	}

	private static Blob unit(int type, byte[] body) {
		Blob unit = new Blob().u8((type << 3) | 2);
		int size = body.length;
		while (size > 127) {
			unit.u8((size & 127) | 128);
			size >>= 7;
		}
		return unit.u8(size).bytes(body);
	}

	private static byte[] reduced(int width, int height) {
		return unit(1, new Bits().put(0, 3).put(1, 1).put(1, 1).put(0, 5).put(15, 4).put(15, 4).put(width - 1, 16).put(height - 1, 16)
				.put(0, 40).toBytes()).toBytes();
	}

	/** With everything that may be in front of the sizes. */
	private static byte[] full(int width, int height) {
		Bits bits = new Bits().put(1, 3).put(0, 1).put(0, 1);
		bits.put(1, 1).put(7, 32).put(9, 32).put(1, 1).put(0b00101, 5); // timing, an interval in five bits
		bits.put(1, 1).put(11, 5).put(3, 32).put(4, 5).put(5, 5); // decoder model, delays of twelve bits
		bits.put(1, 1).put(1, 5); // display delay, two points
		bits.put(0, 12).put(8, 5).put(1, 1).put(1, 1).put(0, 24).put(1, 1).put(1, 1).put(9, 4);
		bits.put(0, 12).put(3, 5).put(0, 1).put(0, 1);
		return unit(1, bits.put(13, 4).put(12, 4).put(width - 1, 14).put(height - 1, 13).put(0, 20).toBytes()).toBytes();
	}

	@Test
	void sizesOfSequenceHeaders() {
		Av1Bitstream small = Av1Bitstream.of(new Blob().bytes(unit(2, new byte[0])).bytes(reduced(640, 480)).toBytes());
		assertThat(List.of(small.maxWidth(), small.maxHeight(), small.frames())).containsExactly(640, 480, 0);
		Av1Bitstream large = Av1Bitstream.of(new Blob().bytes(full(16_000, 8_000)).bytes(reduced(640, 480)).toBytes());
		assertThat(List.of(large.maxWidth(), large.maxHeight())).as("the largest").containsExactly(16_000, 8_000);
		assertThat(large.isSound()).isTrue();
		Av1Bitstream record = Av1Bitstream.ofConfiguration(new Blob().u8(0x81, 0, 12, 0).bytes(reduced(64, 48)).toBytes());
		assertThat(record.maxWidth()).isEqualTo(64);
	}

	@Test
	void framesAreCounted() {
		Blob packet = new Blob().bytes(reduced(64, 64));
		for (int i = 0; i < 300; i++) {
			packet.bytes(unit(i % 2 == 0 ? 3 : 6, new byte[i]));
		}
		assertThat(Av1Bitstream.of(packet.toBytes()).frames()).isEqualTo(300);
	}

	@Test
	void whateverTheBytesAre_itEnds() {
		long seed = Seeds.next();
		SplittableRandom random = new SplittableRandom(seed);
		for (int i = 0; i < 20_000; i++) {
			byte[] bytes = random.nextInt(2) == 0 ? full(4_000, 3_000) : new byte[random.nextInt(60)];
			for (int flips = random.nextInt(12); flips > 0 && bytes.length > 0; flips--) {
				bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
			}
			byte[] cut = Arrays.copyOf(bytes, random.nextInt(bytes.length + 1));
			assertThatCode(() -> Av1Bitstream.of(cut)).as(Seeds.describe(seed)).doesNotThrowAnyException();
		}
	}

	/** The boxes say 64 × 64: libaom would take gigabytes for what the sequence header says. */
	@ParameterizedTest
	@ValueSource(booleans = {true, false})
	void aPictureThatIsCodedLargerThanItsFileSays_isRefused(boolean inRecord) {
		byte[] bomb = reduced(16_384, 16_384);
		byte[] small = reduced(64, 64);
		byte[] record = new Blob().u8(0x81, 0, 12, 0).bytes(inRecord ? bomb : small).toBytes();
		byte[] item = new Blob().bytes(inRecord ? small : bomb).bytes(unit(6, new byte[100])).toBytes();
		HeifWriter file = new HeifWriter("avif").item(1, "av01", item).size(1, 64, 64).property(1,
				new Blob().box("av1C", record).toBytes());
		assertContradicts(file);
	}

	@Test
	void aPictureOfManyFrames_isRefused() {
		Blob item = new Blob().bytes(reduced(64, 64));
		for (int i = 0; i < 300; i++) {
			item.bytes(unit(6, new byte[20]));
		}
		byte[] record = new Blob().u8(0x81, 0, 12, 0).toBytes();
		assertContradicts(new HeifWriter("avif").item(1, "av01", item.toBytes()).size(1, 64, 64)
				.property(1, new Blob().box("av1C", record).toBytes()));
	}

	private static void assertContradicts(HeifWriter file) {
		assertThatThrownBy(() -> Pixels.decode(file.toBytes())).isInstanceOf(ImageException.class)
				.hasMessageStartingWith("The picture contradicts itself");
	}
}
