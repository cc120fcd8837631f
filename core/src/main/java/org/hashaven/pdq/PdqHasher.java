package org.hashaven.pdq;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.hashaven.hash.Hash256;
import org.hashaven.hash.Symmetry;
import org.hashaven.image.RgbImage;

/**
 * The façade: pixels in, PDQ hash and quality out, bit for bit what the C++ reference gives for the same pixels.
 *
 * <p>
 * PDQ: luma → two rounds of box filters → 64 × 64 samples → the 16 × 16 lowest frequencies of their cosine transform → one bit for each
 * that lies above the median. Pictures of more than {@value #MAX_SIDE} pixels in a direction are first sampled to {@value #MAX_SIDE} ×
 * {@value #MAX_SIDE} by nearest neighbour; what then has fewer than {@value #MIN_SIDE} has the zero hash and quality 0. All arithmetic is
 * in single-precision floats in the reference's order, which is what makes the bits agree; see {@link Downsampler} for how that is fast.
 *
 * <p>
 * Reference: facebook/ThreatExchange, pdq/cpp, and its paper "TMK+PDQF" (Facebook, 2019).
 */
public final class PdqHasher {

	/** Fewer pixels than this in a direction: no hash. */
	public static final int MIN_SIDE = 5;

	/** More pixels than this in a direction: sampled down first. */
	public static final int MAX_SIDE = 512;

	/** Samples in either direction that a picture is brought to before its transform. */
	public static final int SAMPLE_SIDE = Downsampler.SIDE;

	/** Samples of a picture. */
	public static final int SAMPLES = SAMPLE_SIDE * SAMPLE_SIDE;

	private static final Hash256 ZERO = Hash256.ofWords(0, 0, 0, 0);

	private PdqHasher() {
	}

	/** Hashes one picture, with scratch memory of its own; for many pictures keep a {@link PdqWorkspace} for each thread. */
	public static PdqResult hash(RgbImage image) {
		return hash(image, new PdqWorkspace());
	}

	/**
	 * Hashes one picture.
	 *
	 * @param image
	 *            of any size
	 * @param workspace
	 *            scratch memory, used by one thread at a time
	 */
	public static PdqResult hash(RgbImage image, PdqWorkspace workspace) {
		RgbImage sampled = NearestSampler.sample(image);
		if (isTooSmall(sampled)) {
			return new PdqResult(ZERO, 0);
		}
		if (sampled.width() == Downsampler.SIDE && sampled.height() == Downsampler.SIDE) {
			// The reference takes a 64 × 64 picture as already sampled down; its dihedral form does not.
			Downsampler.copy(sampled, workspace);
		} else {
			Downsampler.downsample(sampled, workspace);
		}
		float[] coefficients = Dct64To16.transform(workspace.samples, workspace);
		return new PdqResult(MedianThreshold.hash(coefficients, workspace), GradientQuality.of(workspace.samples));
	}

	/**
	 * Hashes a picture that its caller has brought to 64 × 64 samples of luma, as a video's frames are.
	 *
	 * @param samples
	 *            {@value #SAMPLES} values, 0..255, row after row
	 * @param workspace
	 *            scratch memory, used by one thread at a time
	 */
	public static PdqResult hashSamples(float[] samples, PdqWorkspace workspace) {
		requireSamples(samples);
		float[] coefficients = Dct64To16.transform(samples, workspace);
		return new PdqResult(MedianThreshold.hash(coefficients, workspace), GradientQuality.of(samples));
	}

	/**
	 * Hashes 64 × 64 samples of luma in several forms, from one transform.
	 *
	 * @param samples
	 *            {@value #SAMPLES} values, 0..255, row after row
	 * @param forms
	 *            which, in the order of the hashes that are given back
	 * @param workspace
	 *            scratch memory, used by one thread at a time
	 * @return one for each form, all with the same quality
	 */
	public static List<PdqResult> hashSamples(float[] samples, List<Symmetry> forms, PdqWorkspace workspace) {
		requireSamples(samples);
		float[] coefficients = Dct64To16.transform(samples, workspace);
		int quality = GradientQuality.of(samples);
		List<PdqResult> results = new ArrayList<>(forms.size());
		for (Symmetry form : forms) {
			float[] turned = form == Symmetry.IDENTITY ? coefficients : Dct64To16.apply(form, coefficients, workspace.turned);
			results.add(new PdqResult(MedianThreshold.hash(turned, workspace), quality));
		}
		return results;
	}

	private static void requireSamples(float[] samples) {
		if (samples.length != SAMPLES) {
			throw new IllegalArgumentException("%d samples, not %d".formatted(samples.length, SAMPLES));
		}
	}

	/** The hashes of a picture in all eight orientations, with scratch memory of its own. */
	public static DihedralHashes hashDihedral(RgbImage image) {
		return hashDihedral(image, new PdqWorkspace());
	}

	/**
	 * The hashes of a picture in all eight orientations, from one transform.
	 *
	 * @param image
	 *            of any size
	 * @param workspace
	 *            scratch memory, used by one thread at a time
	 */
	public static DihedralHashes hashDihedral(RgbImage image, PdqWorkspace workspace) {
		Map<Symmetry, Hash256> hashes = new EnumMap<>(Symmetry.class);
		RgbImage sampled = NearestSampler.sample(image);
		if (isTooSmall(sampled)) {
			for (Symmetry form : Symmetry.values()) {
				hashes.put(form, ZERO);
			}
			return new DihedralHashes(hashes, 0);
		}
		Downsampler.downsample(sampled, workspace);
		float[] coefficients = Dct64To16.transform(workspace.samples, workspace);
		for (Symmetry form : Symmetry.values()) {
			float[] turned = Dct64To16.apply(form, coefficients, workspace.turned);
			hashes.put(form, MedianThreshold.hash(turned, workspace));
		}
		return new DihedralHashes(hashes, GradientQuality.of(workspace.samples));
	}

	/** Asked after sampling, as in the reference: a picture of 1 × 600 pixels is stretched to 512 × 512 and has a hash. */
	private static boolean isTooSmall(RgbImage sampled) {
		return sampled.width() < MIN_SIDE || sampled.height() < MIN_SIDE;
	}
}
