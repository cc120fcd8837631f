package org.hashaven.benchmarks.video;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.hashaven.hash.query.VideoView;
import org.hashaven.index.MatchedSpan;
import org.hashaven.index.Purpose;
import org.hashaven.index.VideoMatch;
import org.hashaven.samples.videos.SharedSpan;
import org.junit.jupiter.api.Test;

class RecallRowTest {

	/** The copy shows the original's seconds 10 to 20 from its second 30 on, twice as fast. */
	private static final List<SharedSpan> SHARED = List.of(new SharedSpan(10_000_000, 30_000_000, 10_000_000, 2));

	@Test
	void countsWhatIsFoundInPlaceAndWrong() {
		RecallRow row = new RecallRow("any");
		row.take("a", SHARED, List.of(match("a", 30_000, 35_000, 10_000, 20_000)), List.of());
		row.take("a", SHARED, List.of(match("a", 30_000, 35_000, 10_000, 15_000), match("b", 0, 0, 0, 0)), List.of(match("c", 0, 0, 0, 0)));
		row.take("a", SHARED, List.of(), List.of(match("a", 0, 0, 0, 0)));
		assertThat(row.found()).isEqualTo(2);
		assertThat(row.wrong()).isEqualTo(2);
		assertThat(row.toString().split(" +")).containsExactly("any", "2/3", "1", "1", "1", "1", "0.50");
	}

	private static VideoMatch match(String id, int queryFromMs, int queryToMs, int mediaFromMs, int mediaToMs) {
		MatchedSpan span = new MatchedSpan(queryFromMs, queryToMs, mediaFromMs, mediaToMs);
		return new VideoMatch(id, "default", Purpose.BLOCK, VideoMatch.Reason.PART, VideoView.Transform.AS_IS, List.of(span), 0.5, 0.5, 3);
	}
}
