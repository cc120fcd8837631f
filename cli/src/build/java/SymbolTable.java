import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * The symbols of a Linux shared library that only debuggers and crash reports read. Loading needs the program segments of the file; the
 * symbol table comes after the last of them.
 */
final class SymbolTable {

	private static final int FILE_HEADER_BYTES = 64;
	private static final int SEGMENT_HEADER_BYTES = 56;

	private SymbolTable() {
	}

	/** Cuts everything off a library that no segment holds: the symbol table, and the section headers that tell where it is. */
	static void drop(Path library) throws IOException {
		try (FileChannel file = FileChannel.open(library, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
			ByteBuffer header = read(file, 0, FILE_HEADER_BYTES);
			if (header.getInt(0) != 0x464C457F || header.getShort(4) != 0x0102 || header.getShort(54) != SEGMENT_HEADER_BYTES) {
				throw new IOException(library + " is no ELF file of 64 bits, little endian");
			}
			int segments = header.getShort(56);
			ByteBuffer table = read(file, header.getLong(32), segments * SEGMENT_HEADER_BYTES);
			long end = 0;
			for (int i = 0; i < segments; i++) {
				end = Math.max(end, table.getLong(i * SEGMENT_HEADER_BYTES + 8) + table.getLong(i * SEGMENT_HEADER_BYTES + 32));
			}
			// No section headers: e_shoff, then e_shnum and e_shstrndx.
			header.putLong(40, 0).putShort(60, (short) 0).putShort(62, (short) 0);
			file.write(header, 0);
			file.truncate(end);
		}
	}

	private static ByteBuffer read(FileChannel file, long offset, int size) throws IOException {
		ByteBuffer bytes = ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
		while (bytes.hasRemaining()) {
			if (file.read(bytes, offset + bytes.position()) < 0) {
				throw new IOException("the file ends too early");
			}
		}
		return bytes.flip();
	}
}
