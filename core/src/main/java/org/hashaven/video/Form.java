package org.hashaven.video;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import org.hashaven.hash.query.VideoView.Turning;

/** One of the eight ways to mirror and turn an upright picture, the likeliest that an upload needs first. */
enum Form {
	AS_IS(Turning.NONE, false, false, false), MIRRORED(Turning.MIRRORED, true, false, false), UPSIDE_DOWN(Turning.UPSIDE_DOWN, true, true,
			false), LEFT(Turning.QUARTER_TURN, true, false, true), RIGHT(Turning.QUARTER_TURN, false, true, true), MIRRORED_UPSIDE_DOWN(
					Turning.MIRRORED_UPSIDE_DOWN, false, true, false), MIRRORED_LEFT(Turning.MIRRORED_QUARTER_TURN, false, false,
							true), MIRRORED_RIGHT(Turning.MIRRORED_QUARTER_TURN, true, true, true);

	/** Those that a cropped upload is looked up in. */
	static final Set<Form> LIKELY = Collections.unmodifiableSet(EnumSet.of(AS_IS, MIRRORED));

	private final Turning turning;
	private final boolean reversesX;
	private final boolean reversesY;
	private final boolean transposed;

	Form(Turning turning, boolean reversesX, boolean reversesY, boolean transposed) {
		this.turning = turning;
		this.reversesX = reversesX;
		this.reversesY = reversesY;
		this.transposed = transposed;
	}

	/** What the world is told of it. */
	Turning turning() {
		return turning;
	}

	/** Whether left and right are exchanged. */
	boolean reversesX() {
		return reversesX;
	}

	/** Whether top and bottom are. */
	boolean reversesY() {
		return reversesY;
	}

	/** Whether rows and columns are, after that. */
	boolean transposed() {
		return transposed;
	}
}
