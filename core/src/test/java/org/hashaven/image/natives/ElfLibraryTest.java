package org.hashaven.image.natives;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class ElfLibraryTest {

	private static final int DYNAMIC = 176;
	private static final int NAMES = 256;
	private static final int SIZE = 320;

	@Test
	void withoutDependency_named_isGoneAndTheOthersStay() throws IOException {
		byte[] library = library(DT_NEEDED, 1, DT_NEEDED, 12, DT_STRTAB, 0x1000 + NAMES);
		byte[] copy = ElfLibrary.withoutDependency(library, "libblas.so");
		ByteBuffer file = ByteBuffer.wrap(copy).order(ByteOrder.LITTLE_ENDIAN);
		assertThat(file.getLong(DYNAMIC)).isEqualTo(DT_NEEDED);
		assertThat(file.getLong(DYNAMIC + 8)).isEqualTo(12);
		assertThat(file.getLong(DYNAMIC + 16)).isEqualTo(DT_STRTAB);
		assertThat(file.getLong(DYNAMIC + 32)).isZero();
		assertThat(copy).hasSameSizeAs(library);
		assertThatIOException().isThrownBy(() -> ElfLibrary.withoutDependency(copy, "libblas.so")).withMessageContaining("libblas.so");
	}

	@Test
	void withoutDependency_functionsLookedUpWhenLoaded_throws() {
		assertThatIOException().isThrownBy(() -> ElfLibrary.withoutDependency(library(DT_NEEDED, 1, DT_FLAGS, 8), "libblas.so"));
		assertThatIOException().isThrownBy(() -> ElfLibrary.withoutDependency(library(DT_NEEDED, 1, DT_FLAGS_1, 1), "libblas.so"));
		assertThatIOException().isThrownBy(() -> ElfLibrary.withoutDependency(library(DT_NEEDED, 1, DT_BIND_NOW, 0), "libblas.so"));
	}

	@Test
	void withoutDependency_noLibrary_throws() {
		assertThatIOException().isThrownBy(() -> ElfLibrary.withoutDependency(new byte[0], "libblas.so"));
		assertThatIOException().isThrownBy(() -> ElfLibrary.withoutDependency(new byte[SIZE], "libblas.so"));
		byte[] cut = Arrays.copyOf(library(DT_NEEDED, 1, DT_STRTAB, 0x1000 + NAMES), DYNAMIC + 8);
		assertThatIOException().isThrownBy(() -> ElfLibrary.withoutDependency(cut, "libblas.so"));
	}

	private static final long DT_NEEDED = 1;
	private static final long DT_STRTAB = 5;
	private static final long DT_BIND_NOW = 24;
	private static final long DT_FLAGS = 30;
	private static final long DT_FLAGS_1 = 0x6FFFFFFB;

	/** A library with a loadable and a dynamic segment; the dynamic section has these pairs. */
	private static byte[] library(long... dynamic) {
		ByteBuffer file = ByteBuffer.allocate(SIZE).order(ByteOrder.LITTLE_ENDIAN);
		file.putInt(0, 0x464C457F).putShort(4, (short) 0x0102).putLong(32, 64).putShort(54, (short) 56).putShort(56, (short) 2);
		segment(file, 64, 1, 0, SIZE);
		segment(file, 120, 2, DYNAMIC, NAMES - DYNAMIC);
		for (int i = 0; i < dynamic.length; i++) {
			file.putLong(DYNAMIC + 8 * i, dynamic[i]);
		}
		file.put(NAMES, "\0libblas.so\0libm.so\0".getBytes(StandardCharsets.US_ASCII));
		return file.array();
	}

	private static void segment(ByteBuffer file, int header, int type, int offset, int size) {
		file.putInt(header, type).putLong(header + 8, offset).putLong(header + 16, 0x1000 + offset).putLong(header + 32, size);
	}
}
