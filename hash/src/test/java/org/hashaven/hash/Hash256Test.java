package org.hashaven.hash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.util.Random;
import org.hashaven.hash.record.HashRecord;
import org.hashaven.testdata.Seeds;
import org.junit.jupiter.api.Test;

class Hash256Test {

	private static final String HEX = "b74a52ed891375b206bdb644d5a848172d52d6f916c3c96c39b38d90766e6593";

	@Test
	void textComesBackAsItWas() throws HashFormatException {
		assertThat(Hash256.fromHex(HEX).toHex()).isEqualTo(HEX);
		assertThat(Hash256.fromHex(HEX.toUpperCase(java.util.Locale.ROOT)).toHex()).isEqualTo(HEX);
		assertThat(Hash256.ofBytes(Hash256.fromHex(HEX).toBytes())).isEqualTo(Hash256.fromHex(HEX));
		assertThat(Hash256.ofWords(0, 0, 0, 0xfL).toHex()).isEqualTo("0".repeat(63) + "f");
	}

	@Test
	void agreesWithBigIntegers() throws HashFormatException {
		long seed = Seeds.next();
		Random random = new Random(seed);
		for (int n = 0; n < 500; n++) {
			BigInteger a = new BigInteger(256, random);
			BigInteger b = random.nextBoolean() ? new BigInteger(256, random) : a.flipBit(random.nextInt(256));
			Hash256 x = Hash256.fromHex("%064x".formatted(a));
			Hash256 y = Hash256.fromHex("%064x".formatted(b));
			String replay = Seeds.describe(seed);
			assertThat(x.distance(y)).as(replay).isEqualTo(a.xor(b).bitCount());
			assertThat(Integer.signum(x.compareTo(y))).as(replay).isEqualTo(a.compareTo(b));
			assertThat(x.equals(y)).as(replay).isEqualTo(a.equals(b));
			assertThat(x.weight()).as(replay).isEqualTo(a.bitCount());
			int bit = random.nextInt(256);
			assertThat(x.bit(bit)).as(replay).isEqualTo(a.testBit(bit));
		}
	}

	@Test
	void readsNothingButSixtyFourDigits() {
		assertFault("", 0);
		assertFault(HEX.substring(1), 63);
		assertFault(HEX + "0", 64);
		assertFault(" " + HEX.substring(1), 0);
		assertFault(HEX.substring(0, 63) + "g", 63);
		assertFault("0x" + HEX.substring(2), 1);
		assertFault(HEX.substring(0, 10) + "\uff11" + HEX.substring(11), 10);
		assertFault(HEX + "\n", 64);
	}

	private static void assertFault(String text, long offset) {
		assertThatThrownBy(() -> Hash256.fromHex(text)).isInstanceOfSatisfying(HashFormatException.class, e -> {
			assertThat(e.offset()).isEqualTo(offset);
			if (text.length() > 10) {
				assertThat(e).message().doesNotContain(text.substring(0, 10));
			}
		});
	}

	@Test
	void neverShowsItselfByAccident() throws HashFormatException {
		Hash256 hash = Hash256.fromHex(HEX);
		HashRecord record = HashRecord.ofPhoto(hash, 100).withIdAndBank("id-1", "ncii").withName("my name.jpg");
		assertThat(hash.toString() + record + "%s".formatted(hash)).doesNotContain(HEX.substring(0, 8)).doesNotContain("my name");
		assertThat(record.toString()).contains("id-1");
	}

	@Test
	void limitsAreHeld() {
		assertThatThrownBy(() -> Hash256.ofBytes(new byte[31])).isInstanceOf(IllegalArgumentException.class);
		assertThatThrownBy(() -> Hash256.ofWords(0, 0, 0, 0).bit(256)).isInstanceOf(IndexOutOfBoundsException.class);
		assertThatThrownBy(() -> Hash256.ofWords(0, 0, 0, 0).word(4)).isInstanceOf(IndexOutOfBoundsException.class);
		assertThatThrownBy(() -> HashRecord.ofPhoto(Hash256.ofWords(0, 0, 0, 0), 101)).isInstanceOf(IllegalArgumentException.class);
		assertThatThrownBy(() -> HashRecord.ofPhoto(Hash256.ofWords(0, 0, 0, 0), 1).withIdAndBank("a\nb", "x"))
				.isInstanceOf(IllegalArgumentException.class);
	}
}
