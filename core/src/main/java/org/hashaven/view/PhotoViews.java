package org.hashaven.view;

import java.util.Iterator;
import org.hashaven.hash.query.PhotoView;
import org.hashaven.hash.query.PhotoView.Hashed;
import org.hashaven.hash.query.PhotoView.Transform;
import org.hashaven.image.RgbImage;
import org.hashaven.pdq.Appearances;
import org.hashaven.pdq.Appearances.Appearance;
import org.hashaven.pdq.PdqHasher;
import org.hashaven.pdq.PdqResult;
import org.hashaven.pdq.PdqWorkspace;

/**
 * The façade: the ways to look one upload up against lists that have one hash of a picture, the likeliest first.
 *
 * <p>
 * The first view is the plain hash, bit for bit that of {@link PdqHasher#hash(RgbImage)}. The others undo what may have been done to the
 * listed picture; see the package. Each is made when the iterator comes to it, so that a caller that stops at the first match pays for no
 * more. There are never more than {@value #MAX_VIEWS}, and three times as many of a picture that is partly transparent: then what is seen
 * of it on white and on black follows ({@link Appearances}).
 */
public final class PhotoViews implements Iterable<PhotoView> {

	/** Views of one opaque picture, at most. */
	public static final int MAX_VIEWS = 256;

	/** Stored colours, on white, on black. */
	private static final int MAX_APPEARANCES = 3;

	private final RgbImage image;
	private final PdqWorkspace workspace;

	private PhotoViews(RgbImage image, PdqWorkspace workspace) {
		this.image = image;
		this.workspace = workspace;
	}

	/** The views of a picture, made with scratch memory of their own. */
	public static PhotoViews of(RgbImage image) {
		return new PhotoViews(image, new PdqWorkspace());
	}

	/**
	 * The views of a picture.
	 *
	 * @param workspace
	 *            scratch memory, used by one thread at a time, and between two steps of an iterator free for other pictures
	 */
	public static PhotoViews of(RgbImage image, PdqWorkspace workspace) {
		return new PhotoViews(image, workspace);
	}

	/** Goes through the views, for one thread; each time from the first, and each is made anew. */
	@Override
	public Iterator<PhotoView> iterator() {
		return new LazyViewIterator((views, next) -> {
			PdqResult plain = PdqHasher.hash(image, workspace);
			views.add(new Hashed(Transform.AS_IS, plain.hash(), plain.quality()));
			next.add(new ViewSequence(image, plain, workspace));
			next.add((made, then) -> {
				for (Appearance seen : Appearances.of(image, plain, workspace)) {
					then.add((more, after) -> {
						more.add(new Hashed(Transform.AS_IS, seen.hash().hash(), seen.hash().quality()));
						after.add(new ViewSequence(seen.image(), seen.hash(), workspace));
					});
				}
			});
		}, image.isTransparent() ? MAX_APPEARANCES * MAX_VIEWS : MAX_VIEWS);
	}
}
