package org.hashaven.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RateLimitTest {

	private static final long SECOND = 1_000_000_000L;

	/** The clock of the JVM may be negative, and may overflow. */
	@ParameterizedTest
	@ValueSource(longs = {0, -5 * SECOND, Long.MAX_VALUE - SECOND / 2})
	void requestsOfOneSecond_mayComeAtOnce_andThenEvenly(long start) {
		RateLimit limit = new RateLimit(10, start);
		assertThat(LongStream.range(0, 15).filter(each -> limit.lets(start)).count()).isEqualTo(10);
		assertThat(limit.lets(start + SECOND / 10 - 1)).isFalse();
		assertThat(limit.lets(start + SECOND / 10)).isTrue();
		assertThat(limit.lets(start + SECOND / 10)).isFalse();
		long late = start + 100 * SECOND;
		assertThat(LongStream.range(0, 15).filter(each -> limit.lets(late)).count()).as("what was not used is not saved").isEqualTo(10);
	}

	@Test
	void steadyRequests_atTheRate_allPass_andAtTwiceTheRate_half() {
		RateLimit limit = new RateLimit(100, 0);
		assertThat(LongStream.range(0, 1_000).filter(each -> limit.lets(each * SECOND / 100)).count()).isEqualTo(1_000);
		RateLimit other = new RateLimit(100, 0);
		assertThat(LongStream.range(0, 2_000).filter(each -> other.lets(each * SECOND / 200)).count()).isBetween(1_090L, 1_100L);
	}
}
