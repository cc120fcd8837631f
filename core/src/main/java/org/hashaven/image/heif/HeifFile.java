package org.hashaven.image.heif;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hashaven.image.ImageException;
import org.hashaven.image.codec.Bytes;
import org.hashaven.image.codec.HeifBox;
import org.hashaven.image.codec.ImageErrors;
import org.jspecify.annotations.Nullable;

/**
 * The index of a HEIF file (ISO/IEC 23008-12), HEIC and AVIF alike: which items it has, what they are, and where their bytes lie.
 *
 * <pre>
 *   meta ┬ pitm  the item that is the picture
 *        ├ iinf  what each item is: hvc1, av01, grid ...
 *        ├ iloc  where its bytes are: in the file, or in idat
 *        ├ iref  dimg: the tiles of a grid, in reading order; auxl: what an item is the alpha of
 *        └ iprp ┬ ipco  properties: size, rotation, codec set-up ...
 *               └ ipma  which item has which
 * </pre>
 *
 * <p>
 * Parsed here and not by FFmpeg's demuxer: that one is a whole multimedia and network stack, hands out a grid's tiles without saying so,
 * and asserts on files that contradict themselves, which would take the JVM down.
 */
final class HeifFile {

	private static final int MAX_ITEMS = 1 << 14;

	private final Bytes bytes;
	private final int primary;
	private final List<HeifBox> properties;
	private final Map<Integer, HeifBox> infos = new HashMap<>();
	private final Map<Integer, Long> locations = new HashMap<>();
	private final Map<Integer, List<HeifBox>> propertiesOf = new HashMap<>();
	private final Map<Integer, List<Integer>> tilesOf = new HashMap<>();
	private final Map<Integer, List<Integer>> auxiliariesOf = new HashMap<>();
	private final Set<Integer> premultiplied = new HashSet<>();
	private final HeifBox iloc;
	private final @Nullable HeifBox idat;

	HeifFile(Bytes bytes) throws ImageException {
		this.bytes = bytes;
		List<HeifBox> meta = HeifBox.require(HeifBox.list(bytes, 0, bytes.length()), "meta").children(4);
		HeifBox pitm = HeifBox.require(meta, "pitm");
		this.primary = pitm.version() == 0 ? bytes.u16(pitm.start() + 4) : (int) bytes.u32(pitm.start() + 4);
		List<HeifBox> iprp = HeifBox.require(meta, "iprp").children(0);
		this.properties = HeifBox.require(iprp, "ipco").children(0);
		this.iloc = HeifBox.require(meta, "iloc");
		this.idat = HeifBox.find(meta, "idat");
		readInfos(HeifBox.require(meta, "iinf"));
		readLocations();
		for (HeifBox box : iprp) {
			if (box.is("ipma")) {
				readAssociations(box);
			}
		}
		HeifBox iref = HeifBox.find(meta, "iref");
		if (iref != null) {
			readReferences(iref);
		}
	}

	int primary() {
		return primary;
	}

	boolean isType(int item, String type) throws ImageException {
		HeifBox info = infos.get(item);
		return info != null && bytes.is(info.start() + 4 + (info.version() == 2 ? 2 : 4) + 2, type);
	}

	/** The item's properties in the order in which they apply. */
	List<HeifBox> properties(int item) {
		return propertiesOf.getOrDefault(item, List.of());
	}

	/** The items a grid is made of. */
	List<Integer> tiles(int item) {
		return tilesOf.getOrDefault(item, List.of());
	}

	/** The items that belong to a picture without being shown: its alpha, its depth, its gain map. */
	List<Integer> auxiliaries(int item) {
		return auxiliariesOf.getOrDefault(item, List.of());
	}

	/** Whether the item's colours are stored multiplied by its alpha. */
	boolean isPremultiplied(int item) {
		return premultiplied.contains(item);
	}

	private void readInfos(HeifBox iinf) throws ImageException {
		for (HeifBox info : iinf.children(iinf.version() == 0 ? 6 : 8)) {
			if (info.is("infe") && info.version() >= 2) {
				long at = info.start() + 4;
				infos.put(info.version() == 2 ? bytes.u16(at) : (int) bytes.u32(at), info);
			}
		}
	}

	/** Notes where each item's entry is; {@link #data} reads it when it is wanted. */
	private void readLocations() throws ImageException {
		int version = iloc.version();
		long at = iloc.start() + 6;
		long count = version < 2 ? bytes.u16(at) : bytes.u32(at);
		at += version < 2 ? 2 : 4;
		int extentBytes = indexBytes() + offsetBytes() + lengthBytes();
		for (long i = 0; i < Math.min(count, MAX_ITEMS); i++) {
			int item = version < 2 ? bytes.u16(at) : (int) bytes.u32(at);
			at += version < 2 ? 2 : 4;
			locations.put(item, at);
			at += (version == 0 ? 2 : 4) + baseBytes();
			at += 2 + (long) bytes.u16(at) * extentBytes;
		}
	}

	private int offsetBytes() throws ImageException {
		return bytes.u8(iloc.start() + 4) >> 4;
	}

	private int lengthBytes() throws ImageException {
		return bytes.u8(iloc.start() + 4) & 15;
	}

	private int baseBytes() throws ImageException {
		return bytes.u8(iloc.start() + 5) >> 4;
	}

	private int indexBytes() throws ImageException {
		return iloc.version() == 0 ? 0 : bytes.u8(iloc.start() + 5) & 15;
	}

	private void readAssociations(HeifBox ipma) throws ImageException {
		boolean wide = (ipma.flags() & 1) != 0;
		long count = bytes.u32(ipma.start() + 4);
		long at = ipma.start() + 8;
		for (long i = 0; i < Math.min(count, MAX_ITEMS); i++) {
			int item = ipma.version() == 0 ? bytes.u16(at) : (int) bytes.u32(at);
			at += ipma.version() == 0 ? 2 : 4;
			int associations = bytes.u8(at++);
			List<HeifBox> own = new ArrayList<>();
			for (int j = 0; j < associations; j++) {
				int index = wide ? bytes.u16(at) & 0x7fff : bytes.u8(at) & 0x7f;
				at += wide ? 2 : 1;
				if (index > properties.size()) {
					throw ImageErrors.corrupt("The HEIF file's index contradicts itself.");
				}
				if (index > 0) {
					own.add(properties.get(index - 1));
				}
			}
			propertiesOf.putIfAbsent(item, own);
		}
	}

	private void readReferences(HeifBox iref) throws ImageException {
		boolean wide = iref.version() != 0;
		int idBytes = wide ? 4 : 2;
		for (HeifBox reference : iref.children(4)) {
			long at = reference.start();
			int from = wide ? (int) bytes.u32(at) : bytes.u16(at);
			int count = bytes.u16(at + idBytes);
			List<Integer> to = new ArrayList<>();
			for (int i = 0; i < count; i++) {
				long id = at + idBytes + 2 + (long) i * idBytes;
				to.add(wide ? (int) bytes.u32(id) : bytes.u16(id));
			}
			if (reference.is("dimg")) {
				tilesOf.putIfAbsent(from, to);
			} else if (reference.is("auxl")) {
				to.forEach(item -> auxiliariesOf.computeIfAbsent(item, none -> new ArrayList<>()).add(from));
			} else if (reference.is("prem")) {
				premultiplied.add(from);
			}
		}
	}

	/** The item's bytes, its extents joined. */
	byte[] data(int item) throws ImageException {
		Long entry = locations.get(item);
		if (entry == null) {
			throw ImageErrors.corrupt("The HEIF file has an item without data.");
		}
		long at = entry;
		boolean inIdat = false;
		if (iloc.version() > 0) {
			int construction = bytes.u16(at) & 15;
			inIdat = construction == 1;
			if (construction > 1) {
				throw ImageErrors.unsupported("The HEIF file's data is stored in a way that is not supported.");
			}
			at += 2;
		}
		if (bytes.u16(at) != 0) {
			throw ImageErrors.unsupported("The HEIF file's data is in another file.");
		}
		HeifBox holder = inIdat && idat != null ? idat : new HeifBox(bytes, 0, 0, bytes.length());
		long base = holder.start() + number(at + 2, baseBytes());
		at += 2 + baseBytes();
		int extents = bytes.u16(at);
		at += 2;
		HeifData data = new HeifData(bytes, holder);
		for (int i = 0; i < extents; i++) {
			at += indexBytes();
			long offset = number(at, offsetBytes());
			long length = number(at + offsetBytes(), lengthBytes());
			at += offsetBytes() + lengthBytes();
			data.add(base + offset, length);
		}
		return data.join();
	}

	private long number(long at, int size) throws ImageException {
		return switch (size) {
			case 0 -> 0;
			case 4 -> bytes.u32(at);
			// Cut to 62 bits: sums of two cannot wrap, and no file is that long.
			case 8 -> bytes.u64(at) & (Long.MAX_VALUE >> 1);
			default -> throw ImageErrors.corrupt("The HEIF file's index contradicts itself.");
		};
	}
}
