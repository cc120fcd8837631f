package org.hashaven.view.align;

import org.hashaven.hash.Hash256;
import org.hashaven.hash.query.PhotoView.Alignment;
import org.hashaven.hash.query.PhotoView.Part;
import org.hashaven.hash.query.PhotoView.Placement;
import org.hashaven.hash.query.PhotoView.Shown;
import org.hashaven.image.RgbImage;
import org.hashaven.view.stage.ViewMaker;

/** Cuts what an upload shows within the frame of a listed picture, for one thread. */
public final class FrameAlignment implements Alignment {

	/**
	 * Shapes that are tried, width to height: those of cameras, screens and crops, at most an eighth apart, which moves a hash by fewer
	 * bits than the rules of a match leave room for.
	 */
	private static final double[] SHAPES = {1.0 / 2, 9.0 / 16, 5.0 / 8, 2.0 / 3, 3.0 / 4, 4.0 / 5, 8.0 / 9, 1, 9.0 / 8, 5.0 / 4, 4.0 / 3,
			3.0 / 2, 8.0 / 5, 16.0 / 9, 2};

	private final RgbImage upload;
	private final ViewMaker maker;
	private final boolean mirrored;

	/**
	 * @param maker
	 *            of the upload
	 * @param mirrored
	 *            whether placements are those in the upload mirrored left to right
	 */
	public FrameAlignment(RgbImage upload, ViewMaker maker, boolean mirrored) {
		this.upload = upload;
		this.maker = maker;
		this.mirrored = mirrored;
	}

	@Override
	public Shown shown(Hash256 listed, Placement placement) {
		int least = Hash256.BITS + 1;
		Hash256 nearest = listed;
		double best = 1;
		for (double shape : SHAPES) {
			Frame frame = Frame.of(maker.pyramid().width(), maker.pyramid().height(), placement, shape, mirrored);
			Hash256 hash = maker.quad(Part.INSIDE, frame.quad(), frame.across(), frame.down(), frame.degrees(), mirrored).hash();
			int distance = hash.distance(listed);
			if (distance < least) {
				least = distance;
				nearest = hash;
				best = shape;
			}
		}
		return new ShownFrame(nearest, upload, Frame.of(upload.width(), upload.height(), placement, best, mirrored));
	}
}
