package org.hashaven.index.hamming;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.zip.CRC32;
import org.apache.lucene.store.IOContext;
import org.apache.lucene.store.IndexInput;
import org.apache.lucene.store.IndexOutput;
import org.hashaven.testdata.Seeds;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HugePageDirectoryTest {

	@TempDir
	private Path folder;

	/** Single bytes and pieces of all sizes up to more than two huge pages. */
	@Test
	void writesWhatItIsGiven() throws IOException {
		long seed = Seeds.next();
		Random random = new Random(seed);
		try (HugePageDirectory directory = new HugePageDirectory(folder)) {
			for (int file = 0; file < 12; file++) {
				ByteArrayOutputStream expected = new ByteArrayOutputStream();
				CRC32 checksum = new CRC32();
				String name = "file" + file;
				try (IndexOutput output = directory.createOutput(name, IOContext.DEFAULT)) {
					for (int piece = 0; piece < file; piece++) {
						byte[] bytes = new byte[random.nextInt(1 << random.nextInt(1, 23))];
						random.nextBytes(bytes);
						output.writeByte((byte) piece);
						output.writeBytes(bytes, bytes.length);
						expected.write(piece);
						expected.write(bytes);
					}
					checksum.update(expected.toByteArray());
					assertThat(output.getChecksum()).as(Seeds.describe(seed)).isEqualTo(checksum.getValue());
					assertThat(output.getFilePointer()).as(Seeds.describe(seed)).isEqualTo(expected.size());
				}
				assertThat(Files.readAllBytes(folder.resolve(name))).as(Seeds.describe(seed)).isEqualTo(expected.toByteArray());
				try (IndexInput input = directory.openInput(name, IOContext.DEFAULT)) {
					assertThat(input.length()).isEqualTo(expected.size());
				}
			}
		}
	}

	@Test
	void writesOverNoFile() throws IOException {
		Files.write(folder.resolve("there"), new byte[]{1});
		try (HugePageDirectory directory = new HugePageDirectory(folder)) {
			assertThatThrownBy(() -> directory.createOutput("there", IOContext.DEFAULT)).isInstanceOf(FileAlreadyExistsException.class);
			assertThat(Files.readAllBytes(folder.resolve("there"))).containsExactly(1);
			directory.deleteFile("there");
			directory.createOutput("there", IOContext.DEFAULT).close();
			assertThat(folder.resolve("there")).isEmptyFile();
		}
	}

	@Test
	void goesOnWhenTheThreadIsInterrupted() throws IOException {
		try (HugePageDirectory directory = new HugePageDirectory(folder)) {
			try (IndexOutput output = directory.createOutput("file", IOContext.DEFAULT)) {
				Thread.currentThread().interrupt();
				output.writeBytes(new byte[5_000_000], 5_000_000);
			}
			assertThat(Thread.interrupted()).isTrue();
			assertThat(folder.resolve("file")).hasSize(5_000_000);
		}
	}
}
