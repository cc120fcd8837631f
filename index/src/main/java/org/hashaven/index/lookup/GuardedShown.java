package org.hashaven.index.lookup;

import java.util.List;
import org.hashaven.hash.Hash256;
import org.hashaven.hash.Region;
import org.hashaven.hash.query.PhotoView;
import org.hashaven.index.fault.CallerFault;

/** What an upload shows, hashed by the caller's code, whose exceptions are kept apart from the index's. */
public record GuardedShown(PhotoView.Shown shown) implements PhotoView.Shown {

	@Override
	public Hash256 hash() {
		return CallerFault.carrying(shown::hash);
	}

	@Override
	public List<Region> regions() {
		return CallerFault.carrying(shown::regions);
	}
}
