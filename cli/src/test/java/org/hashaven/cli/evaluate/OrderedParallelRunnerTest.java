package org.hashaven.cli.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class OrderedParallelRunnerTest {

	/** Writes down what it is given. */
	private static final class Log implements OrderedParallelRunner.Sink<Integer, String> {

		private final List<String> lines = new ArrayList<>();

		@Override
		public void done(Integer thing, String result) {
			lines.add(result);
		}

		@Override
		public void failed(Integer thing, Throwable why) {
			lines.add(thing + " failed: " + why.getMessage());
		}
	}

	@Test
	void resultsComeInOrderAndFailuresInTheirPlace() throws IOException, InterruptedException {
		Log log = new Log();
		try (OrderedParallelRunner crew = new OrderedParallelRunner()) {
			crew.work(IntStream.range(0, 300).boxed().toList(), number -> {
				if (number % 7 == 3) {
					throw new IOException("bad");
				}
				return "done " + number;
			}, log);
		}
		assertThat(log.lines).hasSize(300);
		for (int i = 0; i < 300; i++) {
			assertThat(log.lines.get(i)).isEqualTo(i % 7 == 3 ? i + " failed: bad" : "done " + i);
		}
	}

	@Test
	void aMissingLibraryEndsTheWork() {
		try (OrderedParallelRunner crew = new OrderedParallelRunner()) {
			assertThatThrownBy(() -> crew.work(List.of(1, 2, 3), number -> {
				throw new UnsatisfiedLinkError("no decoder");
			}, new Log())).isInstanceOf(UnsatisfiedLinkError.class);
		}
	}
}
