package org.hashaven.hash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.hashaven.testdata.Seeds;
import org.junit.jupiter.api.Test;

/** Places survive their 24 bits but for rounding, and tell nothing. */
class RegionGeometryTest {

	@Test
	void packedPlacesAreNearWhatTheyWere() {
		long seed = Seeds.next();
		SplittableRandom random = new SplittableRandom(seed);
		for (int round = 0; round < 2_000; round++) {
			RegionGeometry place = new RegionGeometry(random.nextDouble(-0.5, 0.5), random.nextDouble(-0.5, 0.5),
					random.nextDouble(RegionGeometry.MIN_SIZE, 1));
			RegionGeometry again = RegionGeometry.ofPacked(place.packed());
			assertThat(again.x()).as(Seeds.describe(seed)).isCloseTo(place.x(), within(1.0 / 256 + 1e-9));
			assertThat(again.y()).as(Seeds.describe(seed)).isCloseTo(place.y(), within(1.0 / 256 + 1e-9));
			assertThat(again.size() / place.size()).as(Seeds.describe(seed)).isBetween(0.94, 1.06);
			assertThat(again.packed()).isEqualTo(place.packed());
		}
	}

	/** A direction says which side is lighter: it is not in there, and where an earlier version wrote it, it is refused. */
	@Test
	void packed_direction_isNotInThere() {
		int packed = new RegionGeometry(0.1, 0.2, 0.3).packed();
		for (int direction = 1; direction < 32; direction++) {
			int old = packed | direction;
			assertThatThrownBy(() -> RegionGeometry.ofPacked(old)).isInstanceOf(IllegalArgumentException.class);
			assertThat(RegionGeometry.isPacked(old)).isFalse();
		}
	}

	@Test
	void limitsAreHeld() {
		assertThat(RegionGeometry.ofPacked(new RegionGeometry(0.5, -0.5, 1).packed()).size()).isEqualTo(1);
		assertThatThrownBy(() -> new RegionGeometry(0.6, 0, 0.5)).isInstanceOf(IllegalArgumentException.class);
		assertThatThrownBy(() -> new RegionGeometry(0, 0, RegionGeometry.MIN_SIZE / 2)).isInstanceOf(IllegalArgumentException.class);
		assertThatThrownBy(() -> RegionGeometry.ofPacked(1 << RegionGeometry.BITS)).isInstanceOf(IllegalArgumentException.class);
		assertThat(new RegionGeometry(0.1, 0.2, 0.3)).hasToString("RegionPlace[hidden]");
	}
}
