package org.hashaven.video.luma;

import org.bytedeco.ffmpeg.avutil.AVFrame;

/**
 * Where the picture lies in the frames of a video that has bars around it, of any even colour, at any of the four sides.
 *
 * <pre>
 *   frame → lines from each side inwards, as long as they are even → depth of this frame → Side: what most frames agree on → window
 * </pre>
 *
 * <p>
 * A line, row or column, is part of a border when its pixels lie near the colour of the outermost line: in the mean within
 * {@value #MEAN_LEVELS} levels, which allows for the noise of compression, and but for one in {@value #OUTLIERS} within
 * {@value #FAR_LEVELS}. One frame says little: a dark scene looks like borders. So each side is judged by all frames seen so far
 * ({@link Side}), which needs no second pass and no memory of the frames.
 */
public final class BorderFinder {

	private static final int MEAN_LEVELS = 4;
	private static final int FAR_LEVELS = 20;
	private static final int OUTLIERS = 32;
	/** At least one in this many pixels of a sharp edge differs from the border. */
	private static final int SHARP = 4;
	/** Lines behind the first that is not even: an edge may lie between pixels, or be blurred over some. */
	private static final int EDGE_LINES = 2;
	/** Maximum number of pixels by which a column is judged. */
	private static final int ROWS = 64;
	/** Smallest content, as a divisor of the frame's width and height: a film in an upright phone's picture is one in 3.2. */
	private static final int SMALLEST = 5;

	private final LumaPlane plane = new LumaPlane();
	private int width;
	private int height;
	private Side[] sides = new Side[0];
	private int[] line = new int[0];
	private int[] columns = new int[0];

	/** Looks at the next frame, and gives what lies within the borders as far as they are known; the whole frame if there are none. */
	public Window content(AVFrame frame) {
		Window whole = Window.of(frame);
		if (!plane.take(frame)) {
			return whole;
		}
		if (width != frame.width() || height != frame.height()) {
			width = frame.width();
			height = frame.height();
			sides = new Side[]{new Side(height), new Side(height), new Side(width), new Side(width)};
			line = new int[Math.max(width, ROWS)];
			columns = new int[width * ROWS];
		}
		look();
		int top = sides[0].depth();
		int left = sides[2].depth();
		Window content = new Window(left, top, width - left - sides[3].depth(), height - top - sides[1].depth());
		boolean likely = content.width() * SMALLEST >= width && content.height() * SMALLEST >= height;
		return likely ? content : whole;
	}

	/** One way to look at a side: the pixels of its lines, from the border inwards. */
	private interface Lines {

		/** Copies the pixels of a line; gives their number. */
		int read(int depth);
	}

	/** Takes what this frame says, which is nothing where it is even all over. */
	private void look() {
		Edge top = edge(height, this::readRow);
		Edge bottom = edge(height, depth -> readRow(height - 1 - depth));
		if (top.depth + bottom.depth >= height) {
			return;
		}
		int rows = copyRows(top.depth, height - bottom.depth);
		Edge left = edge(width, depth -> readColumn(depth, rows));
		Edge right = edge(width, depth -> readColumn(width - 1 - depth, rows));
		if (left.depth + right.depth >= width) {
			return;
		}
		Edge[] edges = {top, bottom, left, right};
		for (int side = 0; side < edges.length; side++) {
			sides[side].take(edges[side]);
		}
	}

	private int readRow(int y) {
		plane.read(y);
		for (int x = 0; x < width; x++) {
			line[x] = plane.level(x);
		}
		return width;
	}

	/** Copies some of the rows between these two, spread evenly; gives their number. */
	private int copyRows(int from, int to) {
		int rows = Math.min(ROWS, to - from);
		for (int row = 0; row < rows; row++) {
			plane.read(from + (int) ((row + 0.5) * (to - from) / rows));
			for (int x = 0; x < width; x++) {
				columns[row * width + x] = plane.level(x);
			}
		}
		return rows;
	}

	private int readColumn(int x, int rows) {
		for (int row = 0; row < rows; row++) {
			line[row] = columns[row * width + x];
		}
		return rows;
	}

	/** How many even lines there are, and whether they end at once. */
	private record Edge(int depth, boolean sharp) {
	}

	private Edge edge(int lines, Lines from) {
		int pixels = from.read(0);
		long sum = 0;
		for (int i = 0; i < pixels; i++) {
			sum += line[i];
		}
		int colour = Math.round((float) sum / pixels);
		int depth = 0;
		while (depth < lines && isEven(from.read(depth), colour)) {
			depth++;
		}
		boolean sharp = depth < lines && far(from.read(Math.min(depth + EDGE_LINES, lines - 1)), colour) * SHARP >= pixels;
		return new Edge(depth, sharp);
	}

	private boolean isEven(int pixels, int colour) {
		long sum = 0;
		for (int i = 0; i < pixels; i++) {
			sum += Math.abs(line[i] - colour);
		}
		return sum <= (long) MEAN_LEVELS * pixels && far(pixels, colour) * OUTLIERS <= pixels;
	}

	private int far(int pixels, int colour) {
		int far = 0;
		for (int i = 0; i < pixels; i++) {
			far += Math.abs(line[i] - colour) > FAR_LEVELS ? 1 : 0;
		}
		return far;
	}

	/**
	 * What the frames say of one side: how many there were of each depth. The border is as deep as all but one in {@value #EXCEPTIONS} of
	 * them allow, where an edge was sharp in at least one: it ends at the same line in bright scenes and in dark ones.
	 */
	private static final class Side {

		private static final int EXCEPTIONS = 8;
		/** Depths so near are the same. */
		private static final int NEAR = 2;
		/** A border thinner than one in this many lines is not cut. */
		private static final int THINNEST = 100;

		private final int[] frames;
		private final boolean[] sharp;
		private int all;

		Side(int lines) {
			frames = new int[lines + 1];
			sharp = new boolean[lines + 1];
		}

		void take(Edge edge) {
			frames[edge.depth]++;
			sharp[edge.depth] |= edge.sharp;
			all++;
		}

		int depth() {
			int depth = 0;
			int seen = frames[0];
			while (depth < frames.length - 1 && (long) seen * EXCEPTIONS < all) {
				seen += frames[++depth];
			}
			if (depth < NEAR || depth * THINNEST < frames.length) {
				return 0;
			}
			for (int near = depth - NEAR; near <= Math.min(depth + NEAR, frames.length - 1); near++) {
				if (sharp[near]) {
					return depth;
				}
			}
			return 0;
		}
	}
}
