package org.hashaven.samples.pictures;

import org.jspecify.annotations.Nullable;

/**
 * What a thing is made of: two colours and the texture that goes from one to the other.
 *
 * @param dark
 *            colour where the texture's tone is 0
 * @param bright
 *            colour where it is 1
 * @param texture
 *            null for an even surface of the bright colour
 */
record Material(Colour dark, Colour bright, @Nullable Texture texture) {

	static Material even(Colour colour) {
		return new Material(colour, colour, null);
	}

	/** A colour and, by texture, its shades: contrast 0 has none, 1 goes down to black. */
	static Material of(Colour colour, double contrast, Texture texture) {
		return new Material(colour.lit(1 - contrast), colour.lit(1 + contrast / 3), texture);
	}

	void lay(Canvas canvas, int index, double x, double y, double cover, double light) {
		double tone = texture == null ? 1 : texture.at(x, y, canvas.frame().pixel());
		canvas.lay(index, cover, dark, bright, tone, light);
	}
}
