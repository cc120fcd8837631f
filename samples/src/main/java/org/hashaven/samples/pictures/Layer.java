package org.hashaven.samples.pictures;

/** One thing in a scene, laid over what is behind it. */
interface Layer {

	void paint(Canvas canvas);
}
