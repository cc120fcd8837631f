package org.hashaven.view;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.hashaven.hash.query.PhotoView;
import org.hashaven.view.stage.ViewStage;

/** One way up a ladder: takes a step when the views of those before it are used up, and none before. */
final class LazyViewIterator implements Iterator<PhotoView> {

	private final Deque<PhotoView> made = new ArrayDeque<>();
	private final Deque<ViewStage> steps = new ArrayDeque<>();
	private final int most;
	private int given;

	/**
	 * @param most
	 *            views to give
	 */
	LazyViewIterator(ViewStage first, int most) {
		this.most = most;
		steps.add(first);
	}

	@Override
	public boolean hasNext() {
		while (made.isEmpty() && !steps.isEmpty() && given < most) {
			Deque<ViewStage> next = new ArrayDeque<>();
			steps.removeFirst().take(made, next);
			next.descendingIterator().forEachRemaining(steps::addFirst);
		}
		return !made.isEmpty() && given < most;
	}

	@Override
	public PhotoView next() {
		if (!hasNext()) {
			throw new NoSuchElementException("no more views");
		}
		given++;
		return made.removeFirst();
	}
}
