package org.hashaven.testdata.broken;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Writes HEIF files out of coded items, sound ones and such that contradict themselves. */
public final class HeifWriter {

	private record Item(String type, byte[] data, List<byte[]> properties) {
	}

	private final String brand;
	private final Map<Integer, Item> items = new LinkedHashMap<>();
	private final Blob references = new Blob();
	private int primary = 1;

	/**
	 * @param brand
	 *            {@code heic} or {@code avif}
	 */
	public HeifWriter(String brand) {
		this.brand = brand;
	}

	/** An item and what it is: {@code hvc1}, {@code av01}, {@code grid}. */
	public HeifWriter item(int id, String type, byte[] data) {
		items.put(id, new Item(type, data, new ArrayList<>()));
		return this;
	}

	/** A property of an item: a whole box. */
	public HeifWriter property(int id, byte[] box) {
		Objects.requireNonNull(items.get(id), "no such item").properties().add(box);
		return this;
	}

	/** The item's size. */
	public HeifWriter size(int id, long width, long height) {
		return property(id, new Blob().fullBox("ispe", 0, 0, new Blob().u32(width).u32(height).toBytes()).toBytes());
	}

	/** Turns the item by quarters anti-clockwise. */
	public HeifWriter rotation(int id, int quarters) {
		return property(id, new Blob().box("irot", new byte[]{(byte) quarters}).toBytes());
	}

	/** Mirrors the item: 0 top to bottom, 1 left to right. */
	public HeifWriter mirror(int id, int mode) {
		return property(id, new Blob().box("imir", new byte[]{(byte) mode}).toBytes());
	}

	/** Shows a part of the item, its centre moved off the item's centre by whole pixels. */
	public HeifWriter crop(int id, int width, int height, int moveX, int moveY) {
		Blob clap = new Blob().u32(width).u32(1).u32(height).u32(1).u32(moveX).u32(1).u32(moveY).u32(1);
		return property(id, new Blob().box("clap", clap.toBytes()).toBytes());
	}

	/** A grid of tiles. */
	public HeifWriter grid(int id, int rows, int columns, int width, int height, int... tiles) {
		Blob refersTo = new Blob().u16(id).u16(tiles.length);
		for (int tile : tiles) {
			refersTo.u16(tile);
		}
		references.box("dimg", refersTo.toBytes());
		return item(id, "grid", new Blob().u8(0, 0, rows - 1, columns - 1).u16(width).u16(height).toBytes());
	}

	/** The item that is the picture; 1 if it is not said. */
	public HeifWriter primary(int id) {
		this.primary = id;
		return this;
	}

	public byte[] toBytes() {
		Blob head = new Blob().box("ftyp", new Blob().text(brand).u32(0).text("mif1").text(brand).toBytes());
		// The index holds positions in the file, so its own length must be known first: all its fields have fixed sizes.
		int dataStart = head.size() + meta(0).length + 8;
		Blob data = new Blob();
		items.values().forEach(item -> data.bytes(item.data()));
		return head.bytes(meta(dataStart)).box("mdat", data.toBytes()).toBytes();
	}

	private byte[] meta(int dataStart) {
		Blob infos = new Blob().u16(items.size());
		Blob locations = new Blob().u8(0x44, 0).u16(items.size());
		Blob properties = new Blob();
		Blob associations = new Blob().u32(items.size());
		int offset = dataStart;
		int index = 1;
		for (Map.Entry<Integer, Item> entry : items.entrySet()) {
			Item item = entry.getValue();
			int id = entry.getKey();
			infos.fullBox("infe", 2, 0, new Blob().u16(id).u16(0).text(item.type()).u8(0).toBytes());
			locations.u16(id).u16(0).u16(1).u32(offset).u32(item.data().length);
			associations.u16(id).u8(item.properties().size());
			for (byte[] property : item.properties()) {
				properties.bytes(property);
				associations.u8(0x80 | index++);
			}
			offset += item.data().length;
		}
		Blob iprp = new Blob().box("ipco", properties.toBytes()).fullBox("ipma", 0, 0, associations.toBytes());
		Blob meta = new Blob().fullBox("hdlr", 0, 0, new Blob().u32(0).text("pict").zeros(13).toBytes());
		meta.fullBox("pitm", 0, 0, new Blob().u16(primary).toBytes());
		meta.fullBox("iloc", 0, 0, locations.toBytes());
		meta.fullBox("iinf", 0, 0, infos.toBytes());
		meta.fullBox("iref", 0, 0, references.toBytes());
		meta.box("iprp", iprp.toBytes());
		return new Blob().fullBox("meta", 0, 0, meta.toBytes()).toBytes();
	}
}
