package org.hashaven.index.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** The clock of erasure. */
class ErasureSchedulerTest {

	/** The next try is due after a sixteenth of the erasure time, 2 seconds here; what is written is due after a half, 16 seconds. */
	@Test
	void aWriteDoesNotPutOffTheTryAfterAFailure() throws InterruptedException {
		AtomicInteger tries = new AtomicInteger();
		CountDownLatch second = new CountDownLatch(2);
		AtomicReference<ErasureScheduler> clock = new AtomicReference<>();
		ErasureScheduler erasure = new ErasureScheduler(Duration.ofSeconds(32), () -> {
			clock.get().expect(); // something is written meanwhile
			second.countDown();
			return tries.incrementAndGet() > 1;
		});
		clock.set(erasure);
		erasure.start(true);
		assertThat(second.await(10, TimeUnit.SECONDS)).isTrue();
		erasure.close();
	}
}
