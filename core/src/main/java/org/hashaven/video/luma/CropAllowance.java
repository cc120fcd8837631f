package org.hashaven.video.luma;

import org.hashaven.hash.query.VideoView.Edges;

/**
 * How much of a frame is hashed. An upload may have been cropped; extended by the pixels at its edges its picture lies again about where it
 * lay, and PDQ, which knows a picture's large shapes, hardly sees that they are not the true ones.
 */
public enum CropAllowance {
	/** The frame as it is. */
	WHOLE(Edges.AS_THEY_ARE, 0),
	/** What lies within its borders, if it has any. */
	CONTENT(Edges.BORDERS_CUT, 0),
	/** That with a fortieth more at each side: as if a twentieth had been cropped. */
	WIDER(Edges.EXTENDED, 40),
	/** That with a twentieth more. */
	WIDEST(Edges.EXTENDED, 20);

	private final Edges edges;
	private final int parts;

	CropAllowance(Edges edges, int parts) {
		this.edges = edges;
		this.parts = parts;
	}

	/** How it is reported. */
	public Edges edges() {
		return edges;
	}

	/** Pixels to add at either end of a side. */
	int extraOf(int pixels) {
		return parts == 0 ? 0 : pixels / parts;
	}
}
