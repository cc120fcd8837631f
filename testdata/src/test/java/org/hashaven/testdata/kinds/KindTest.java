package org.hashaven.testdata.kinds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.hashaven.samples.pictures.Picture;
import org.hashaven.samples.pictures.PictureGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Members of a kind share its template and nothing else. */
final class KindTest {

	/** Levels by which a pixel must change beside its neighbour to be on an edge. */
	private static final int EDGE_LEVELS = 40;

	/** Levels within which two pixels are the same: scans add light and noise of their own. */
	private static final int SAME_LEVELS = 30;

	@ParameterizedTest
	@EnumSource(Kind.class)
	void picture_sameMember_isTheSame(Kind kind) {
		Picture again = kind.picture(3);

		assertThat(kind.picture(3)).isEqualTo(again);
	}

	/** More edges of one member are in another at the same place than in a picture that has nothing to do with it. */
	@ParameterizedTest
	@EnumSource(Kind.class)
	void picture_otherMember_sharesTemplateAndDiffersInContent(Kind kind) {
		Picture one = kind.picture(1).toGrey();
		Picture other = kind.picture(2).toGrey();
		Picture unrelated = PictureGenerator.photo(77, one.width(), one.height()).toGrey();

		assertThat(List.of(other.width(), other.height())).containsExactly(one.width(), one.height());
		assertThat(sharedEdges(one, other)).isGreaterThan(0.08).isGreaterThan(2 * sharedEdges(one, unrelated)).isLessThan(0.97);
		assertThat(differing(one, other)).isGreaterThan(0.015);
	}

	@Test
	void picture_suppliedPhotographs_areShownOnce() {
		Picture dark = PictureGenerator.photo(5, 200, 200);
		PhotoSource source = PhotoSource.of(List.of(dark));

		assertThat(source.photo(0, 100, 100)).isNotEqualTo(PhotoSource.GENERATED.photo(0, 100, 100));
		assertThat(source.photo(1, 100, 100)).isEqualTo(PhotoSource.GENERATED.photo(1, 100, 100));
		assertThat(Kind.MEME.picture(0, source)).isNotEqualTo(Kind.MEME.picture(0));
	}

	@Test
	void picture_negativeMember_throws() {
		assertThatThrownBy(() -> Kind.FORM.picture(-1)).isInstanceOf(IllegalArgumentException.class);
	}

	@ParameterizedTest
	@EnumSource(Kind.class)
	void ofWord_itsOwnWord_isTheKind(Kind kind) {
		assertThat(Kind.ofWord(kind.word())).isEqualTo(kind);
	}

	/** The part of the edges of one picture that another has at the same place and of the same height. */
	private static double sharedEdges(Picture one, Picture other) {
		long edges = 0;
		long shared = 0;
		for (int y = 0; y < one.height(); y++) {
			for (int x = 1; x < one.width(); x++) {
				int step = one.sample(x, y, 0) - one.sample(x - 1, y, 0);
				if (Math.abs(step) > EDGE_LEVELS) {
					edges++;
					shared += Math.abs(step - (other.sample(x, y, 0) - other.sample(x - 1, y, 0))) < SAME_LEVELS ? 1 : 0;
				}
			}
		}
		return (double) shared / edges;
	}

	private static double differing(Picture one, Picture other) {
		long differing = 0;
		for (int y = 0; y < one.height(); y++) {
			for (int x = 0; x < one.width(); x++) {
				differing += Math.abs(one.sample(x, y, 0) - other.sample(x, y, 0)) > SAME_LEVELS ? 1 : 0;
			}
		}
		return (double) differing / one.width() / one.height();
	}
}
