package org.hashaven.hash.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.hashaven.hash.FrameHash;
import org.hashaven.hash.Hash256;
import org.hashaven.hash.query.VideoView.Edges;
import org.hashaven.hash.query.VideoView.Transform;
import org.hashaven.hash.query.VideoView.Turning;
import org.junit.jupiter.api.Test;

/** What a view says of itself. */
class VideoViewTest {

	private static final Hash256 HASH = Hash256.ofWords(0x0123_4567_89ab_cdefL, 2, 3, 4);

	@Test
	void wordsForWhatWasDone() {
		assertThat(Transform.AS_IS.words()).isEmpty();
		assertThat(new Transform(Turning.NONE, Edges.BORDERS_CUT).words()).isEqualTo("borders-cut");
		assertThat(new Transform(Turning.MIRRORED, Edges.AS_THEY_ARE).words()).isEqualTo("mirrored");
		assertThat(new Transform(Turning.NONE, Edges.EXTENDED).words()).isEqualTo("edges-extended");
		assertThat(new Transform(Turning.MIRRORED_QUARTER_TURN, Edges.BORDERS_CUT).words()).isEqualTo("mirrored-quarter-turn borders-cut");
	}

	@Test
	void framesAreHeldToTheirLimits() {
		assertThatIllegalArgumentException().isThrownBy(() -> VideoView.asIs(List.of()));
		assertThatIllegalArgumentException()
				.isThrownBy(() -> VideoView.asIs(List.of(new FrameHash(1, HASH, 100), new FrameHash(0, HASH, 100))));
	}

	@Test
	void tellsNeitherHashesNorTimes() {
		String text = VideoView.asIs(List.of(new FrameHash(1_234, HASH, 100))).toString();
		assertThat(text).contains("NONE").doesNotContain("1234", "0123456789abcdef");
	}
}
