package org.hashaven.index.regioncode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import org.hashaven.hash.Region;
import org.hashaven.hash.RegionGeometry;
import org.hashaven.hash.RegionSet;
import org.hashaven.testdata.Seeds;
import org.junit.jupiter.api.Test;

class RegionVectorTest {

	private final long seed = Seeds.next();
	private final SplittableRandom random = new SplittableRandom(seed);

	private RegionSet set(int size) {
		while (true) {
			RegionSet.Builder builder = new RegionSet.Builder();
			for (int tries = 0; tries < 10_000 && builder.size() < size; tries++) {
				RegionGeometry place = new RegionGeometry(random.nextDouble(-0.45, 0.45), random.nextDouble(-0.45, 0.45),
						random.nextDouble(0.05, 0.15));
				Region region = new Region(random.nextLong(), RegionGeometry.ofPacked(place.packed()));
				if (builder.accepts(region)) {
					builder.add(region);
				}
			}
			if (builder.size() == size && !builder.build().isEmpty()) {
				return builder.build();
			}
		}
	}

	@Test
	void toSet_vectorOfASet_isTheSet() {
		for (int size = RegionSet.MIN_REGIONS; size <= RegionSet.MAX_REGIONS; size++) {
			RegionSet set = set(size).withMayBePassedOn(random.nextBoolean());

			assertThat(RegionVector.toSet(RegionVector.of(set))).as(Seeds.describe(seed)).isEqualTo(set);
		}
	}

	@Test
	void of_set_isLaidOutAsSpecified() {
		RegionSet set = set(4).withMayBePassedOn(true);
		Region second = set.list().get(1);

		byte[] vector = RegionVector.of(set);

		assertThat(vector).hasSize(177);
		assertThat(vector[0]).isEqualTo((byte) 0x84);
		assertThat(vector[12]).isEqualTo((byte) (second.code() >>> 56));
		assertThat(vector[19]).isEqualTo((byte) second.code());
		assertThat(vector[20]).isEqualTo((byte) (second.place().packed() >>> 16));
		assertThat(vector[22]).isEqualTo((byte) second.place().packed());
		assertThat(Arrays.copyOfRange(vector, 45, 177)).containsOnly(0);
	}

	@Test
	void of_noRegions_throws() {
		assertThatIllegalArgumentException().isThrownBy(() -> RegionVector.of(RegionSet.NONE));
	}

	@Test
	void toSet_malformedVector_throws() {
		byte[] vector = RegionVector.of(set(5));
		List<Consumer<byte[]>> faults = List.of(v -> v[0] = 0, v -> v[0] = 3, v -> v[0] = 17, v -> v[0] |= 0x20, v -> v[0] |= 0x40,
				v -> v[11] |= (byte) 0xE0, v -> v[176] = 1, v -> v[56] = 1, v -> System.arraycopy(v, 1, v, 12, 11));
		for (int fault = 0; fault < faults.size(); fault++) {
			byte[] malformed = vector.clone();
			if (fault == 5) {
				malformed[10] |= 0x03; // the size takes bits of two bytes
			}
			faults.get(fault).accept(malformed);
			assertThatIllegalArgumentException().as("fault %d, %s", fault, Seeds.describe(seed))
					.isThrownBy(() -> RegionVector.toSet(malformed));
		}
		for (int length : new int[]{0, 1, 176, 178}) {
			assertThatIllegalArgumentException().isThrownBy(() -> RegionVector.toSet(Arrays.copyOf(vector, length)));
		}
	}

	@Test
	void toSet_anyBytes_isTotal() {
		for (int i = 0; i < 20_000; i++) {
			byte[] bytes = new byte[RegionVector.BYTES];
			random.nextBytes(bytes);
			bytes[0] &= (byte) 0x9F;
			Arrays.fill(bytes, RegionVector.sizeBytes(bytes[0]) <= bytes.length ? RegionVector.sizeBytes(bytes[0]) : 0, bytes.length,
					(byte) 0);
			assertThatCode(() -> {
				try {
					RegionVector.toSet(bytes);
				} catch (IllegalArgumentException e) {
					assertThat(e).hasMessageNotContaining("null");
				}
			}).as(Seeds.describe(seed)).doesNotThrowAnyException();
		}
	}
}
