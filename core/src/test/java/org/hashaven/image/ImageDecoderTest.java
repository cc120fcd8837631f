package org.hashaven.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.bytedeco.javacpp.Pointer;
import org.hashaven.testdata.broken.SeedPictures;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The façade: files and bytes, formats by content, many threads, nothing left in native memory. */
class ImageDecoderTest {

	private final ImageDecoder decoder = new ImageDecoder();

	@Test
	void choosesTheFormatByContentNotByName(@TempDir Path folder) throws IOException {
		for (Map.Entry<String, byte[]> seed : SeedPictures.all().entrySet()) {
			RgbImage expected = decoder.decode(seed.getValue());
			for (String name : List.of("picture.jpg", "picture.heic", "picture.txt", "picture")) {
				Pixels.assertSame(decoder.decode(Files.write(folder.resolve(name), seed.getValue())), expected);
			}
		}
	}

	@Test
	void tellsAFileThatIsNoPictureFromOneThatCannotBeRead(@TempDir Path folder) throws IOException {
		Path text = Files.writeString(folder.resolve("letter-to-anna.jpg"), "Dear Anna");
		assertThatThrownBy(() -> decoder.decode(text)).isInstanceOf(ImageException.class).hasMessageNotContaining("anna")
				.hasMessageNotContaining("Anna");
		assertThatThrownBy(() -> decoder.decode(folder.resolve("none.jpg"))).isInstanceOf(IOException.class)
				.isNotInstanceOf(ImageException.class);
		assertThatThrownBy(() -> decoder.decode(folder)).isInstanceOf(IOException.class).isNotInstanceOf(ImageException.class);
	}

	@Test
	void readsNothingOfAFileThatIsTooLarge(@TempDir Path folder) throws IOException {
		Path file = folder.resolve("large");
		try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
			sparse.setLength(3L << 30);
		}
		ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
		long before = threads.getCurrentThreadAllocatedBytes();
		assertThatThrownBy(() -> decoder.decode(file)).isInstanceOfSatisfying(ImageException.class,
				e -> assertThat(e.reason()).isEqualTo(ImageException.Reason.TOO_MANY_BYTES));
		assertThat(threads.getCurrentThreadAllocatedBytes() - before).isLessThan(4 << 20);
	}

	@Test
	void readsNoMoreOfAFileThanTheLimit(@TempDir Path folder) throws IOException {
		Path file = Files.write(folder.resolve("picture"), new byte[1001]);
		assertThatThrownBy(() -> new ImageDecoder(new ImageLimits(1000, 1000, 1000)).decode(file))
				.isInstanceOfSatisfying(ImageException.class, e -> assertThat(e.reason()).isEqualTo(ImageException.Reason.TOO_MANY_BYTES));
	}

	@Test
	void worksOnManyThreadsAndLeavesNothingInNativeMemory() throws Exception {
		List<byte[]> files = new ArrayList<>(SeedPictures.all().values());
		for (String name : List.of("single.heic", "grid.avif", "ten-bit-limited.avif")) {
			files.add(Pixels.golden(name));
		}
		List<RgbImage> expected = new ArrayList<>();
		for (byte[] file : files) {
			expected.add(decoder.decode(file));
		}
		System.gc();
		Pointer.deallocateReferences();
		long before = Pointer.totalBytes();
		try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
			List<Future<?>> runs = new ArrayList<>();
			for (int run = 0; run < 200; run++) {
				int which = run % files.size();
				runs.add(threads.submit(() -> {
					Pixels.assertSame(decoder.decode(files.get(which)), expected.get(which));
					return null;
				}));
			}
			for (Future<?> run : runs) {
				run.get();
			}
		}
		assertThat(Pointer.totalBytes()).as("bytes of native objects not closed").isLessThanOrEqualTo(before);
	}
}
