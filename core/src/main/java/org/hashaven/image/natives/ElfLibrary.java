package org.hashaven.image.natives;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * A Linux shared library in memory: ELF, 64 bits, little endian, as JavaCPP's jars have it. The names are those of the ELF specification.
 *
 * <pre>
 *   file header   e_phoff at 32, e_phentsize at 54, e_phnum at 56
 *   segment       p_type at 0, p_offset at 8, p_vaddr at 16, p_filesz at 32
 *   dynamic       pairs of d_tag and d_val; the first DT_NULL ends them
 * </pre>
 */
final class ElfLibrary {

	private static final int MAGIC = 0x464C457F; // 0x7F 'E' 'L' 'F'
	private static final int CLASS_64_LITTLE_ENDIAN = 0x0102;

	private static final int PT_LOAD = 1;
	private static final int PT_DYNAMIC = 2;

	private static final int DT_NULL = 0;
	private static final int DT_NEEDED = 1;
	private static final int DT_STRTAB = 5;
	private static final int DT_BIND_NOW = 24;
	private static final int DT_FLAGS = 30;
	private static final int DT_FLAGS_1 = 0x6FFFFFFB;

	/** In DT_FLAGS. */
	private static final int DF_BIND_NOW = 8;
	/** In DT_FLAGS_1. */
	private static final int DF_1_NOW = 1;

	private static final int DYNAMIC_BYTES = 16;

	private final ByteBuffer file;

	private ElfLibrary(byte[] content) throws IOException {
		file = ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN);
		if (content.length < 64 || file.getInt(0) != MAGIC || file.getShort(4) != CLASS_64_LITTLE_ENDIAN) {
			throw new IOException("not a shared library of 64 bits, little endian");
		}
	}

	/**
	 * Returns a copy that no longer asks for another library. What it would call there is not missed until it is called: the linker looks
	 * functions up at their first call.
	 *
	 * @throws IOException
	 *             if it does not name that library, or has its functions looked up when it is loaded
	 */
	static byte[] withoutDependency(byte[] library, String dependency) throws IOException {
		byte[] copy = library.clone();
		try {
			new ElfLibrary(copy).drop(dependency);
		} catch (IndexOutOfBoundsException e) {
			throw new IOException("not a whole shared library", e);
		}
		return copy;
	}

	private void drop(String dependency) throws IOException {
		int dynamic = offset(segment(PT_DYNAMIC, 0), 8);
		int names = 0;
		int end = dynamic;
		for (; file.getLong(end) != DT_NULL; end += DYNAMIC_BYTES) {
			long value = file.getLong(end + 8);
			switch ((int) file.getLong(end)) {
				case DT_STRTAB -> names = fileOffset(value);
				case DT_BIND_NOW -> requireLazy(false);
				case DT_FLAGS -> requireLazy((value & DF_BIND_NOW) == 0);
				case DT_FLAGS_1 -> requireLazy((value & DF_1_NOW) == 0);
				default -> {
					// of no concern here
				}
			}
		}
		for (int entry = dynamic; entry < end; entry += DYNAMIC_BYTES) {
			if (file.getLong(entry) == DT_NEEDED && name(names + Math.toIntExact(file.getLong(entry + 8))).equals(dependency)) {
				// The entries after it move up, the one that ends them too.
				System.arraycopy(file.array(), entry + DYNAMIC_BYTES, file.array(), entry, end - entry);
				return;
			}
		}
		throw new IOException("it does not ask for " + dependency);
	}

	private static void requireLazy(boolean lazy) throws IOException {
		if (!lazy) {
			throw new IOException("its functions are looked up when it is loaded");
		}
	}

	/** Where the header of the first segment of a type is that holds an address, which counts for {@link #PT_LOAD} only. */
	private int segment(int type, long address) throws IOException {
		int header = offset(0, 32);
		for (int i = file.getShort(56); i > 0; i--, header += file.getShort(54)) {
			long offset = address - file.getLong(header + 16);
			boolean holdsAddress = offset >= 0 && offset < file.getLong(header + 32);
			if (file.getInt(header) == type && (holdsAddress || type != PT_LOAD)) {
				return header;
			}
		}
		throw new IOException("a segment is missing");
	}

	private int fileOffset(long address) throws IOException {
		int segment = segment(PT_LOAD, address);
		return Math.toIntExact(address - file.getLong(segment + 16) + file.getLong(segment + 8));
	}

	private int offset(int header, int field) {
		return Math.toIntExact(file.getLong(header + field));
	}

	private String name(int start) {
		int end = start;
		while (file.get(end) != 0) {
			end++;
		}
		return new String(file.array(), start, end - start, StandardCharsets.US_ASCII);
	}
}
