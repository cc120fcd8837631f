package org.hashaven.pdq;

import java.util.concurrent.TimeUnit;
import org.hashaven.hash.Symmetry;
import org.hashaven.image.RgbImage;
import org.hashaven.samples.pictures.Picture;
import org.hashaven.samples.pictures.PictureGenerator;
import org.hashaven.testdata.oracles.NaivePdq;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Hashing of decoded pixels: each stage, the whole, and the plain port of the reference beside them. In the hasher's package, because the
 * stages are.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(2)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class HashingBenchmark {

	/** Width and height of the picture in pixels. */
	@Param("512")
	int side;

	private RgbImage image;
	private PdqWorkspace workspace;
	private String expected;

	/** Draws the picture and asks the oracle for its hash. */
	@Setup
	public void draw() {
		Picture picture = PictureGenerator.photo(7, side, side);
		image = RgbImage.ofRgb(side, side, picture.samples());
		workspace = new PdqWorkspace();
		expected = NaivePdq.hash(image.samples(), side, side, 3).hashes().getFirst();
		whole();
	}

	/** The plain port: the oracle. */
	@Benchmark
	public String plainPort() {
		return check(NaivePdq.hash(image.samples(), side, side, 3).hashes().getFirst());
	}

	/** One hash, from pixels. */
	@Benchmark
	public String whole() {
		return check(PdqHasher.hash(image, workspace).hash().toHex());
	}

	/** All eight orientations, from pixels. */
	@Benchmark
	public String dihedral() {
		return check(PdqHasher.hashDihedral(image, workspace).hash(Symmetry.IDENTITY).toHex());
	}

	/** Luma alone. */
	@Benchmark
	public float luma() {
		for (int column = 0; column < side; column += ScratchLayout.STRIP) {
			RgbToLuma.pick(image, column, workspace.pixels);
			for (int n = 0; n < ScratchLayout.STRIP; n++) {
				RgbToLuma.luma(image, workspace.pixels, n, workspace.strip);
			}
		}
		return workspace.strip[0];
	}

	/** Luma, box filters and sampling. */
	@Benchmark
	public float downsample() {
		Downsampler.downsample(image, workspace);
		return workspace.samples[0];
	}

	/** The cosine transform. */
	@Benchmark
	public float dct() {
		return Dct64To16.transform(workspace.samples, workspace)[0];
	}

	/** Median and bits. */
	@Benchmark
	public String threshold() {
		return check(MedianThreshold.hash(workspace.coefficients, workspace).toHex());
	}

	/** Quality. */
	@Benchmark
	public int quality() {
		return GradientQuality.of(workspace.samples);
	}

	private String check(String hash) {
		if (!hash.equals(expected)) {
			throw new IllegalStateException("wrong hash");
		}
		return hash;
	}
}
