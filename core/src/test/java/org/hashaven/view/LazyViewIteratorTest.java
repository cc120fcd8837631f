package org.hashaven.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.hashaven.hash.Hash256;
import org.hashaven.hash.query.PhotoView;
import org.hashaven.hash.query.PhotoView.Hashed;
import org.hashaven.hash.query.PhotoView.Transform;
import org.hashaven.view.stage.ViewStage;
import org.junit.jupiter.api.Test;

/** Steps are taken in their order, each when it is needed and not before. */
class LazyViewIteratorTest {

	private final List<Integer> taken = new ArrayList<>();

	private ViewStage making(int number, int views) {
		return (made, next) -> {
			taken.add(number);
			for (int i = 0; i < views; i++) {
				made.add(view(number));
			}
		};
	}

	private static Hashed view(int number) {
		return new Hashed(Transform.AS_IS, Hash256.ofWords(0, 0, 0, number), 100);
	}

	@Test
	void takesNoStepBeforeItsTime() {
		LazyViewIterator climb = new LazyViewIterator((made, next) -> {
			made.add(view(0));
			next.add(making(1, 2));
			next.add(making(2, 1));
		}, 10);
		assertThat(climb.next()).isEqualTo(view(0));
		assertThat(taken).isEmpty();
		climb.next();
		climb.next();
		assertThat(taken).containsExactly(1);
		assertThat(climb.next()).isEqualTo(view(2));
		assertThat(climb.hasNext()).isFalse();
	}

	@Test
	void stepsOfAStepComeBeforeThoseThatWait() {
		LazyViewIterator climb = new LazyViewIterator((made, next) -> {
			next.add((views, then) -> {
				then.add(making(1, 1));
				then.add(making(2, 0));
				then.add(making(3, 1));
			});
			next.add(making(4, 1));
		}, 10);
		List<PhotoView> views = new ArrayList<>();
		climb.forEachRemaining(views::add);
		assertThat(views).containsExactly(view(1), view(3), view(4));
		assertThat(taken).containsExactly(1, 2, 3, 4);
	}

	@Test
	void stopsAtItsMost() {
		LazyViewIterator climb = new LazyViewIterator(making(1, 5), 3);
		List<PhotoView> views = new ArrayList<>();
		climb.forEachRemaining(views::add);
		assertThat(views).hasSize(3);
	}
}
