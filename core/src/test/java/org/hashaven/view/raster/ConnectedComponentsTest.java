package org.hashaven.view.raster;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.SplittableRandom;
import org.hashaven.testdata.Seeds;
import org.junit.jupiter.api.Test;

/** Blobs found by runs are those found pixel by pixel. */
class ConnectedComponentsTest {

	@Test
	void equalsFillingPixelByPixel() {
		long seed = Seeds.next();
		SplittableRandom random = new SplittableRandom(seed);
		for (int round = 0; round < 200; round++) {
			int width = random.nextInt(1, 40);
			int height = random.nextInt(1, 40);
			double share = random.nextDouble();
			boolean[] ink = new boolean[width * height];
			for (int i = 0; i < ink.length; i++) {
				ink[i] = random.nextDouble() < share;
			}
			assertThat(ConnectedComponents.boxes(ink, width, height)).as(Seeds.describe(seed)).usingRecursiveFieldByFieldElementComparator()
					.containsExactlyInAnyOrderElementsOf(filled(ink.clone(), width, height));
		}
	}

	private static List<int[]> filled(boolean[] ink, int width, int height) {
		List<int[]> boxes = new ArrayList<>();
		for (int start = 0; start < ink.length; start++) {
			if (ink[start]) {
				int[] box = {width, height, 0, 0, 0};
				Deque<Integer> open = new ArrayDeque<>(List.of(start));
				ink[start] = false;
				while (!open.isEmpty()) {
					int at = open.removeLast();
					int x = at % width;
					int y = at / width;
					box[0] = Math.min(box[0], x);
					box[1] = Math.min(box[1], y);
					box[2] = Math.max(box[2], x + 1);
					box[3] = Math.max(box[3], y + 1);
					box[4]++;
					visit(ink, at - 1, x > 0, open);
					visit(ink, at + 1, x + 1 < width, open);
					visit(ink, at - width, y > 0, open);
					visit(ink, at + width, y + 1 < height, open);
				}
				boxes.add(box);
			}
		}
		return boxes;
	}

	private static void visit(boolean[] ink, int at, boolean inside, Deque<Integer> open) {
		if (inside && ink[at]) {
			ink[at] = false;
			open.add(at);
		}
	}
}
