package org.hashaven.hash;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The eight symmetries as a group, and applied to the corners and cells of a picture. */
class SymmetryTest {

	/** Applies a symmetry to a picture as its Javadoc says. */
	private static int[][] apply(Symmetry symmetry, int[][] picture) {
		int height = picture.length;
		int width = picture[0].length;
		int[][] result = symmetry.transposes() ? new int[width][height] : new int[height][width];
		for (int y = 0; y < height; y++) {
			for (int x = 0; x < width; x++) {
				int toX = symmetry.reversesX() ? width - 1 - x : x;
				int toY = symmetry.reversesY() ? height - 1 - y : y;
				result[symmetry.transposes() ? toX : toY][symmetry.transposes() ? toY : toX] = picture[y][x];
			}
		}
		return result;
	}

	private static final int[][] PICTURE = {{1, 2, 3}, {4, 5, 6}};

	@Test
	void names_sayWhatHappens() {
		assertThat(apply(Symmetry.ROTATE_RIGHT, PICTURE)).isDeepEqualTo(new int[][]{{4, 1}, {5, 2}, {6, 3}});
		assertThat(apply(Symmetry.ROTATE_LEFT, PICTURE)).isDeepEqualTo(new int[][]{{3, 6}, {2, 5}, {1, 4}});
		assertThat(apply(Symmetry.ROTATE_180, PICTURE)).isDeepEqualTo(new int[][]{{6, 5, 4}, {3, 2, 1}});
		assertThat(apply(Symmetry.FLIP_HORIZONTAL, PICTURE)).isDeepEqualTo(new int[][]{{3, 2, 1}, {6, 5, 4}});
		assertThat(apply(Symmetry.FLIP_VERTICAL, PICTURE)).isDeepEqualTo(new int[][]{{4, 5, 6}, {1, 2, 3}});
		assertThat(apply(Symmetry.TRANSPOSE, PICTURE)).isDeepEqualTo(new int[][]{{1, 4}, {2, 5}, {3, 6}});
		assertThat(apply(Symmetry.TRANSVERSE, PICTURE)).isDeepEqualTo(new int[][]{{6, 3}, {5, 2}, {4, 1}});
	}

	@Test
	void then_isOneAfterTheOther() {
		for (Symmetry first : Symmetry.values()) {
			for (Symmetry next : Symmetry.values()) {
				assertThat(apply(first.then(next), PICTURE)).as(first + " then " + next)
						.isDeepEqualTo(apply(next, apply(first, PICTURE)));
			}
		}
	}

	@Test
	void inverse_undoes() {
		for (Symmetry symmetry : Symmetry.values()) {
			assertThat(symmetry.then(symmetry.inverse())).isEqualTo(Symmetry.IDENTITY);
			assertThat(symmetry.inverse().then(symmetry)).isEqualTo(Symmetry.IDENTITY);
		}
	}

	@Test
	void pdqNames_areThoseOfTheReferenceInItsOrder() {
		List<String> names = Stream.of(Symmetry.values()).map(Symmetry::pdqName).toList();
		assertThat(names).containsExactly("original", "rotate90", "rotate180", "rotate270", "flip-x", "flip-y", "flip-plus1",
				"flip-minus1");
	}

	/** What each value of the tag asks a viewer to do (EXIF 2.32, 4.6.4 A). */
	@Test
	void ofExif_isWhatTheTagAsksFor() {
		assertThat(Arrays.stream(new int[]{1, 2, 3, 4, 5, 6, 7, 8}).mapToObj(Symmetry::ofExif)).containsExactly(Symmetry.IDENTITY,
				Symmetry.FLIP_HORIZONTAL, Symmetry.ROTATE_180, Symmetry.FLIP_VERTICAL, Symmetry.TRANSPOSE, Symmetry.ROTATE_RIGHT,
				Symmetry.TRANSVERSE, Symmetry.ROTATE_LEFT);
		for (Symmetry symmetry : Symmetry.values()) {
			assertThat(Symmetry.ofExif(symmetry.exif())).isEqualTo(symmetry);
		}
		assertThat(List.of(0, 9, -1, 255)).allMatch(value -> Symmetry.ofExif(value) == Symmetry.IDENTITY);
	}
}
