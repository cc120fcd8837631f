package org.hashaven.samples.videos;

/**
 * How a moving picture is put into a file.
 *
 * @param keyFrameEvery
 *            frames from one key frame to the next
 * @param bFrames
 *            how many may stand between two others
 * @param rotation
 *            degrees by which a player turns the pictures against the clock, noted beside them
 * @param aspectWidth
 *            how wide a pixel is shown, against its height
 * @param aspectHeight
 *            how high a pixel is shown
 * @param startUs
 *            time of the first frame in the file: with a negative one an edit list hides what is before 0, with a positive one the file
 *            starts late
 * @param droppedPackets
 *            so many coded frames are left away at the start, the first key frame among them
 * @param sound
 *            whether there is a tone beside the pictures
 */
public record VideoSettings(Container container, VideoCodec codec, Fidelity fidelity, int keyFrameEvery, int bFrames, boolean tenBit,
		int rotation, int aspectWidth, int aspectHeight, long startUs, int droppedPackets, boolean sound) {

	/** How much of the detail is kept. */
	public enum Fidelity {
		/** What the eye does not miss. */
		GOOD,
		/** About what x264 leaves at CRF 35 to 40. */
		LOW
	}

	private static final int USUAL_KEY_FRAME_EVERY = 50;

	/** Good quality, a key frame every two seconds, nothing special. */
	public static VideoSettings of(Container container, VideoCodec codec) {
		return new VideoSettings(container, codec, Fidelity.GOOD, USUAL_KEY_FRAME_EVERY, 0, false, 0, 1, 1, 0, 0, false);
	}

	public VideoSettings withFidelity(Fidelity newFidelity) {
		return new VideoSettings(container, codec, newFidelity, keyFrameEvery, bFrames, tenBit, rotation, aspectWidth, aspectHeight,
				startUs, droppedPackets, sound);
	}

	public VideoSettings withKeyFrameEvery(int frames) {
		return new VideoSettings(container, codec, fidelity, frames, bFrames, tenBit, rotation, aspectWidth, aspectHeight, startUs,
				droppedPackets, sound);
	}

	public VideoSettings withBFrames(int count) {
		return new VideoSettings(container, codec, fidelity, keyFrameEvery, count, tenBit, rotation, aspectWidth, aspectHeight, startUs,
				droppedPackets, sound);
	}

	public VideoSettings withTenBit() {
		return new VideoSettings(container, codec, fidelity, keyFrameEvery, bFrames, true, rotation, aspectWidth, aspectHeight, startUs,
				droppedPackets, sound);
	}

	public VideoSettings withRotation(int degrees) {
		return new VideoSettings(container, codec, fidelity, keyFrameEvery, bFrames, tenBit, degrees, aspectWidth, aspectHeight, startUs,
				droppedPackets, sound);
	}

	public VideoSettings withPixelAspect(int width, int height) {
		return new VideoSettings(container, codec, fidelity, keyFrameEvery, bFrames, tenBit, rotation, width, height, startUs,
				droppedPackets, sound);
	}

	public VideoSettings withStartUs(long newStartUs) {
		return new VideoSettings(container, codec, fidelity, keyFrameEvery, bFrames, tenBit, rotation, aspectWidth, aspectHeight,
				newStartUs, droppedPackets, sound);
	}

	public VideoSettings withoutFirstPackets(int count) {
		return new VideoSettings(container, codec, fidelity, keyFrameEvery, bFrames, tenBit, rotation, aspectWidth, aspectHeight, startUs,
				count, sound);
	}

	public VideoSettings withSound() {
		return new VideoSettings(container, codec, fidelity, keyFrameEvery, bFrames, tenBit, rotation, aspectWidth, aspectHeight, startUs,
				droppedPackets, true);
	}
}
