package org.hashaven.view.stage;

import java.util.Deque;
import org.hashaven.hash.query.PhotoView;

/** A step of the ladder, taken when the views before it have all been used. */
@FunctionalInterface
public interface ViewStage {

	/**
	 * Makes views, or finds out which steps come next.
	 *
	 * @param views
	 *            takes those made
	 * @param next
	 *            takes the steps to take after this one, before those that were waiting
	 */
	void take(Deque<PhotoView> views, Deque<ViewStage> next);
}
