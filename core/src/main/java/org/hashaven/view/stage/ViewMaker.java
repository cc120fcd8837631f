package org.hashaven.view.stage;

import java.util.ArrayList;
import java.util.List;
import org.hashaven.hash.Symmetry;
import org.hashaven.hash.query.PhotoView.Hashed;
import org.hashaven.hash.query.PhotoView.Part;
import org.hashaven.hash.query.PhotoView.Transform;
import org.hashaven.hash.query.VideoView.Turning;
import org.hashaven.pdq.PdqHasher;
import org.hashaven.pdq.PdqResult;
import org.hashaven.pdq.PdqWorkspace;
import org.hashaven.view.fill.Corners;
import org.hashaven.view.fill.MembraneInpainter;
import org.hashaven.view.fill.Patches;
import org.hashaven.view.fill.TimestampMask;
import org.hashaven.view.raster.Plane;
import org.hashaven.view.raster.Pyramid;
import org.hashaven.view.raster.Quad;
import org.hashaven.view.raster.QuadSampler;
import org.hashaven.view.raster.Window;
import org.hashaven.view.raster.WindowSampler;

/** Parts of one picture to views: samples, stretched to full contrast, hashed in the forms asked for; used by one thread at a time. */
public final class ViewMaker {

	/** By how much contrast is stretched, at most: beyond it what is left are the steps of its coding. */
	private static final float MOST_STRETCH = 3;
	private static final float FULL = 255;
	private static final int PERCENT = 100;
	/** Of a sample, to stand for all of it. */
	private static final float LEAST_SEEN = 0.12f;
	private static final List<Symmetry> AS_IS = List.of(Symmetry.IDENTITY);
	private static final List<Symmetry> BOTH_DIAGONALLY = List.of(Symmetry.IDENTITY, Symmetry.TRANSPOSE);

	private final Pyramid pyramid;
	private final PdqWorkspace workspace;
	private final WindowSampler windows = new WindowSampler();
	private final float[] samples = new float[PdqHasher.SAMPLES];

	public ViewMaker(Pyramid pyramid, PdqWorkspace workspace) {
		this.pyramid = pyramid;
		this.workspace = workspace;
	}

	public Pyramid pyramid() {
		return pyramid;
	}

	/** The part as it is. */
	public Hashed plain(Part part, Window window) {
		return window(part, window, window, false, false, AS_IS).getFirst();
	}

	/** The part as it is, what lies beyond another being its edge pixels. */
	public Hashed extended(Part part, Window window, Window shown) {
		return window(part, window, shown, false, false, AS_IS).getFirst();
	}

	/** The part extended and mirrored. */
	public Hashed extendedMirrored(Part part, Window window, Window shown) {
		return window(part, window, shown, true, false, AS_IS).getFirst();
	}

	/** The part from one corner: mirrored and flipped as told, and that with rows and columns exchanged. */
	public List<Hashed> bothDiagonally(Part part, Window window, boolean mirrored, boolean flipped) {
		return window(part, window, window, mirrored, flipped, BOTH_DIAGONALLY);
	}

	/** The part, its corners of such a radius filled. */
	Hashed rounded(Part part, Window window, double radius) {
		return rounded(part, window, radius, false, false, false).getFirst();
	}

	/** The part mirrored or flipped, and turned by a quarter if told, its corners filled. */
	List<Hashed> rounded(Part part, Window window, double radius, boolean mirrored, boolean flipped, boolean quarter) {
		windows.sample(pyramid, window, window, mirrored, flipped, samples);
		fillCorners(window, radius);
		return views(part, window.area(), 0, mirrored, flipped, quarter ? BOTH_DIAGONALLY : AS_IS);
	}

	private void fillCorners(Window window, double radius) {
		if (radius > 0) {
			Corners.fill(samples, radius / window.width() * PdqHasher.SAMPLE_SIDE, radius / window.height() * PdqHasher.SAMPLE_SIDE);
		}
	}

	/** As {@link #rounded}, and the lower right corner, where chats write the time, filled with what is above and below it. */
	Hashed dated(Part part, Window window, double radius) {
		windows.sample(pyramid, window, window, false, false, samples);
		fillCorners(window, radius);
		TimestampMask.fill(samples);
		return views(part, window.area(), 0, false, false, AS_IS).getFirst();
	}

	/** All of the picture, patches on it filled. */
	public Hashed patched(List<double[]> patches) {
		Window whole = pyramid.whole();
		windows.sample(pyramid, whole, whole, false, false, samples);
		Patches.fill(samples, patches);
		return views(Part.WHOLE, whole.area(), 0, false, false, AS_IS).getFirst();
	}

	/** All of the picture, from a plane that stands for one of its levels. */
	Hashed replaced(int level, Plane plane) {
		Window whole = pyramid.whole();
		windows.sample(plane, level, whole, whole, false, false, samples);
		return views(Part.WHOLE, whole.area(), 0, false, false, AS_IS).getFirst();
	}

	/**
	 * All of the picture, what is hidden on it filled.
	 *
	 * @param seen
	 *            1 where a pixel is seen, else 0
	 */
	Hashed uncovered(int level, Plane plane, Plane seen) {
		Window whole = pyramid.whole();
		float[] light = new float[seen.luma().length];
		for (int i = 0; i < light.length; i++) {
			light[i] = plane.luma()[i] * seen.luma()[i];
		}
		float[] shares = new float[samples.length];
		windows.sample(new Plane(seen.width(), seen.height(), light), level, whole, whole, false, false, samples);
		windows.sample(seen, level, whole, whole, false, false, shares);
		boolean[] hidden = new boolean[samples.length];
		for (int i = 0; i < samples.length; i++) {
			hidden[i] = shares[i] < LEAST_SEEN;
			samples[i] = hidden[i] ? 0 : samples[i] / shares[i];
		}
		MembraneInpainter.fill(samples, hidden);
		return views(Part.WHOLE, whole.area(), 0, false, false, AS_IS).getFirst();
	}

	/** A quadrangle. */
	public Hashed quad(Part part, Quad quad, double width, double height, double degrees, boolean mirrored) {
		QuadSampler.sample(pyramid, quad, Math.min(width, height), samples);
		return views(part, width * height, degrees, mirrored, false, List.of(mirrored ? Symmetry.FLIP_HORIZONTAL : Symmetry.IDENTITY))
				.getFirst();
	}

	private List<Hashed> window(Part part, Window window, Window shown, boolean mirrored, boolean flipped, List<Symmetry> forms) {
		windows.sample(pyramid, window, shown, mirrored, flipped, samples);
		return views(part, window.area(), 0, mirrored, flipped, forms);
	}

	private List<Hashed> views(Part part, double area, double degrees, boolean mirrored, boolean flipped, List<Symmetry> forms) {
		stretch();
		int percent = Math.clamp(Math.round(PERCENT * area / pyramid.whole().area()), 1, 9 * PERCENT);
		List<PdqResult> results = PdqHasher.hashSamples(samples, forms, workspace);
		List<Hashed> views = new ArrayList<>(forms.size());
		for (int i = 0; i < forms.size(); i++) {
			Turning turning = turning(mirrored, flipped, forms.get(i) == Symmetry.TRANSPOSE);
			views.add(new Hashed(new Transform(part, percent, turning, degrees, false), results.get(i).hash(), results.get(i).quality()));
		}
		return views;
	}

	/** Brings the samples to full contrast, as far as that may go; their hash stays what it is. */
	private void stretch() {
		float least = FULL;
		float most = 0;
		for (float sample : samples) {
			least = Math.min(least, sample);
			most = Math.max(most, sample);
		}
		float factor = most - least < FULL / MOST_STRETCH ? MOST_STRETCH : FULL / (most - least);
		for (int i = 0; i < samples.length; i++) {
			samples[i] = (samples[i] - least) * factor;
		}
	}

	private static Turning turning(boolean mirrored, boolean flipped, boolean exchanged) {
		if (exchanged) {
			return mirrored == flipped ? Turning.MIRRORED_QUARTER_TURN : Turning.QUARTER_TURN;
		}
		if (flipped) {
			return mirrored ? Turning.UPSIDE_DOWN : Turning.MIRRORED_UPSIDE_DOWN;
		}
		return mirrored ? Turning.MIRRORED : Turning.NONE;
	}

}
