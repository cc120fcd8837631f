package org.hashaven.benchmarks;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.hashaven.hash.Hash256;
import org.hashaven.image.ImageDecoder;
import org.hashaven.image.RgbImage;
import org.hashaven.pdq.PdqHasher;
import org.hashaven.pdq.PdqWorkspace;
import org.hashaven.samples.distortions.Encoded;
import org.hashaven.testdata.oracles.NaivePdq;
import org.hashaven.samples.pictures.PictureGenerator;
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

/** From the bytes of a file to its hash, and the two halves of that: decoding and hashing. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(value = 1, jvmArgsAppend = "--enable-native-access=ALL-UNNAMED")
@Warmup(iterations = 2, time = 2)
@Measurement(iterations = 5, time = 2)
public class DecodeBenchmark {

	/** A 12-megapixel phone photo, or a picture of 960 × 720 as it is passed around. */
	@Param({"phone.jpg", "web.jpg", "web.png", "web.webp"})
	String file;

	private final ImageDecoder decoder = new ImageDecoder();
	private final PdqWorkspace workspace = new PdqWorkspace();
	private byte[] bytes;
	private RgbImage image;
	private String expected;

	/** Makes the file and asks the oracle for the hash of what is in it. */
	@Setup
	public void make() throws IOException {
		bytes = switch (file) {
			case "phone.jpg" -> Encoded.phonePhoto(1);
			case "web.jpg" -> Encoded.jpeg(PictureGenerator.photo(1, 960, 720), 85);
			case "web.png" -> Encoded.png(PictureGenerator.photo(1, 960, 720));
			default -> Encoded.encode(PictureGenerator.photo(1, 960, 720), Encoded.Format.WEBP, 85);
		};
		image = decoder.decode(bytes);
		expected = NaivePdq.hash(image.samples(), image.width(), image.height(), image.channels()).hashes().getFirst();
	}

	/** Bytes to hash. */
	@Benchmark
	public Hash256 decodeAndHash() throws IOException {
		return check(PdqHasher.hash(decoder.decode(bytes), workspace).hash());
	}

	/** Bytes to pixels. */
	@Benchmark
	public RgbImage decode() throws IOException {
		return decoder.decode(bytes);
	}

	/** Pixels to hash. */
	@Benchmark
	public Hash256 hash() {
		return check(PdqHasher.hash(image, workspace).hash());
	}

	private Hash256 check(Hash256 hash) {
		if (!hash.toHex().equals(expected)) {
			throw new IllegalStateException("wrong hash");
		}
		return hash;
	}
}
