package org.hashaven.index.region;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.hashaven.hash.Region;
import org.hashaven.hash.RegionGeometry;
import org.junit.jupiter.api.Test;

class RelistedTest {

	private static final long CODE = 0x0123_4567_89ab_cdefL;
	private static final Region LISTED = region(CODE, 0.2, -0.1, 0.2);

	private static Region region(long code, double x, double y, double size) {
		return new Region(code, RegionGeometry.ofPacked(new RegionGeometry(x, y, size).packed()));
	}

	private static int count(Region... shown) {
		return Relisted.count(List.of(shown), List.of(region(~CODE, -0.3, 0.3, 0.2), LISTED));
	}

	@Test
	void count_placeSizeAndCodeAlike_countsOnce() {
		assertThat(count(LISTED)).isEqualTo(1);
		assertThat(count(region(CODE ^ 0xF_FFFF, 0.2, -0.1, 0.2))).as("20 bits").isEqualTo(1);
		assertThat(count(region(CODE, 0.27, -0.1, 0.2))).as("0.07 beside it").isEqualTo(1);
		assertThat(count(region(CODE, 0.2, -0.1, 0.28))).as("1.4 times as large").isEqualTo(1);
		assertThat(count(region(CODE, 0.2, -0.1, 0.15))).as("0.75 times as large").isEqualTo(1);
		assertThat(count()).isZero();
	}

	@Test
	void count_placeSizeOrCodeUnlike_isZero() {
		assertThat(count(region(CODE ^ 0x1F_FFFF, 0.2, -0.1, 0.2))).as("21 bits").isZero();
		assertThat(count(region(CODE, 0.2, 0, 0.2))).as("0.1 below it").isZero();
		assertThat(count(region(CODE, 0.2, -0.1, 0.32))).as("1.6 times as large").isZero();
		assertThat(count(region(CODE, 0.2, -0.1, 0.12))).as("0.6 times as large").isZero();
	}
}
