package org.hashaven.testdata.videos.broken;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.hashaven.testdata.broken.Blob;
import org.hashaven.samples.videos.Mp4Boxes;
import org.hashaven.samples.videos.Mp4Boxes.Box;

/** MP4 and MOV files that are cut, claim too much, point to themselves or to other files. */
final class BrokenMp4s {

	private static final long[] WILD_SIZES = {0, 1, 0x7fffffffL, 0xffffffffL};
	private static final long[] WILD_COUNTS = {0, 0x7fffffffL, 0x80000000L, 0xffffffffL};
	/** Tables: version and flags, then the number of entries. */
	private static final Set<String> TABLES = Set.of("elst", "dref", "stsd", "stts", "ctts", "stsc", "stco", "stss");
	private static final int NESTED = 5_000;

	private BrokenMp4s() {
	}

	static List<BrokenVideo> all() {
		List<BrokenVideo> all = new ArrayList<>();
		for (String seed : List.of("h264.mp4", "index-first.mp4", "pieces.mp4", "hidden-start.mov")) {
			all.addAll(cut(seed));
		}
		for (String seed : List.of("h264.mp4", "pieces.mp4")) {
			all.addAll(sizes(seed));
			all.addAll(counts(seed));
		}
		all.addAll(claims());
		all.addAll(circles());
		all.addAll(elsewhere());
		return all;
	}

	/** Cut before, in and behind the head of every kind of box, and in its middle. */
	private static List<BrokenVideo> cut(String seed) {
		byte[] file = SeedVideos.named(seed);
		int index = Mp4Boxes.of(file, "moov").getFirst().start();
		Set<Integer> places = new TreeSet<>();
		Set<String> seen = new TreeSet<>();
		for (Box box : Mp4Boxes.of(file)) {
			if (seen.add(box.type())) {
				places.addAll(List.of(box.start(), box.body(), (box.start() + box.end()) / 2));
			}
		}
		places.remove(0);
		List<BrokenVideo> all = new ArrayList<>();
		for (int place : places) {
			byte[] head = Arrays.copyOf(file, place);
			String name = seed + " cut at byte " + place;
			all.add(place <= index + 8 ? BrokenVideo.refused(name, ".mp4", head) : BrokenVideo.either(name, ".mp4", head));
		}
		return all;
	}

	/** Every kind of box with sizes that cannot be. */
	private static List<BrokenVideo> sizes(String seed) {
		byte[] file = SeedVideos.named(seed);
		List<BrokenVideo> all = new ArrayList<>();
		Set<String> seen = new TreeSet<>();
		for (Box box : Mp4Boxes.of(file)) {
			for (long size : seen.add(box.type()) ? WILD_SIZES : new long[0]) {
				byte[] changed = file.clone();
				Mp4Boxes.put(changed, box.start(), size);
				all.add(BrokenVideo.either("%s, %s of size %d".formatted(seed, box.type(), size), ".mp4", changed));
			}
		}
		return all;
	}

	/** Every table with numbers of entries that cannot be, and sizes of samples that cannot be. */
	private static List<BrokenVideo> counts(String seed) {
		byte[] file = SeedVideos.named(seed);
		List<BrokenVideo> all = new ArrayList<>();
		for (Box box : Mp4Boxes.of(file)) {
			int place = box.type().equals("stsz") ? box.body() + 8 : box.body() + 4;
			boolean table = TABLES.contains(box.type()) || box.type().equals("stsz");
			for (long count : table ? WILD_COUNTS : new long[0]) {
				byte[] changed = file.clone();
				Mp4Boxes.put(changed, place, count);
				all.add(BrokenVideo.either("%s, %s of %d entries".formatted(seed, box.type(), count), ".mp4", changed));
			}
		}
		for (long size : WILD_SIZES) {
			all.add(patched(seed + ", samples of " + size + " bytes each", seed, "stsz", 4, size));
			all.add(patched(seed + ", a first frame of " + size + " ticks", seed, "stts", 12, size));
			all.add(patched(seed + ", a time scale of " + size, seed, "mdhd", 12, size));
			all.add(patched(seed + ", a film's time scale of " + size, seed, "mvhd", 12, size));
		}
		return all;
	}

	private static BrokenVideo patched(String name, String seed, String type, int offset, long value) {
		byte[] changed = SeedVideos.named(seed);
		for (Box box : Mp4Boxes.of(changed, type)) {
			if (box.body() + offset + 4 <= box.end()) {
				Mp4Boxes.put(changed, box.body() + offset, value);
			}
		}
		return BrokenVideo.either(name, ".mp4", changed);
	}

	/** Sizes of pictures that would fill the memory. */
	private static List<BrokenVideo> claims() {
		byte[] claimed = SeedVideos.named("h264.mp4");
		Box description = Mp4Boxes.of(claimed, "stsd").getFirst();
		// version, flags and count; size, type, six reserved bytes, data reference; sixteen more; width and height
		ByteBuffer.wrap(claimed).putShort(description.body() + 8 + 32, (short) 16_384).putShort(description.body() + 8 + 34,
				(short) 16_384);
		byte[] missing = SeedVideos.named("h264.mp4");
		String text = new String(missing, StandardCharsets.ISO_8859_1);
		System.arraycopy("XXXX".getBytes(StandardCharsets.ISO_8859_1), 0, missing, text.indexOf("avc1"), 4);
		return List.of(BrokenVideo.either("an MP4 whose index claims 16,384 x 16,384", ".mp4", claimed),
				BrokenVideo.refused("an MP4 whose coded pictures claim 16,384 x 16,384", ".mp4", HugeH264.mp4(16_384, 16_384)),
				BrokenVideo.refused("an MP4 whose coded pictures claim 65,536 x 16", ".mp4", HugeH264.mp4(65_536, 16)),
				BrokenVideo.refused("a stream of H.264 that claims 16,384 x 16,384", ".h264", HugeH264.stream(16_384, 16_384)),
				BrokenVideo.either("an MP4 of an unknown codec", ".mp4", missing));
	}

	/** What points to itself or holds itself. */
	private static List<BrokenVideo> circles() {
		byte[] toIndex = SeedVideos.named("h264.mp4");
		int index = Mp4Boxes.of(toIndex, "moov").getFirst().start();
		Box chunks = Mp4Boxes.of(toIndex, "stco").getFirst();
		for (int at = chunks.body() + 8; at < chunks.end(); at += 4) {
			Mp4Boxes.put(toIndex, at, index);
		}
		Blob nested = new Blob().bytes(ftyp());
		for (int left = NESTED; left > 0; left--) {
			nested.u32(8L * left).text(left % 2 == 0 ? "moov" : "udta");
		}
		byte[] oneChunk = SeedVideos.named("index-first.mp4");
		for (Box box : Mp4Boxes.of(oneChunk, "stco")) {
			// A million chunks, all the same one: the table goes far beyond its box.
			Mp4Boxes.put(oneChunk, box.body() + 4, 1_000_000);
		}
		Blob edits = new Blob().u32(0).u32(60_000);
		for (int i = 0; i < 60_000; i++) {
			edits.u32(1_000_000).u32(0).u32(0x10000);
		}
		return List.of(BrokenVideo.either("an MP4 whose frames lie in its index", ".mp4", toIndex),
				BrokenVideo.refused("an MP4 of 5,000 boxes within each other", ".mp4", nested.toBytes()),
				BrokenVideo.either("an MP4 with one chunk a million times", ".mp4", oneChunk),
				BrokenVideo.either("an MOV that shows itself 60,000 times by its edit list", ".mov",
						Mp4Boxes.withBody(SeedVideos.named("hidden-start.mov"), "elst", edits.toBytes())),
				BrokenVideo.refused("an MP4 that is its own index", ".mp4", selfSized()));
	}

	private static byte[] selfSized() {
		return new Blob().bytes(ftyp()).u32(16).text("moov").u32(0).text("moov").zeros(64).toBytes();
	}

	private static Blob ftyp() {
		return new Blob().box("ftyp", new Blob().text("isom").u32(512).text("isommp42").toBytes());
	}

	/** Pictures said to lie in another file or at another host. */
	private static List<BrokenVideo> elsewhere() {
		Blob near = new Blob().u32(0).u32(1).fullBox("url ", 0, 0, new Blob().text("decoy.mp4").u8(0).toBytes());
		Blob far = new Blob().u32(0).u32(1).fullBox("url ", 0, 0, new Blob().text("http://127.0.0.1:9/decoy.mp4").u8(0).toBytes());
		Blob alias = new Blob().u32(0).u32(1).fullBox("alis", 0, 0, alias("decoy.mp4"));
		// FFmpeg reads none of these as long as nobody allows it to; the pictures then still are where they were, in the file itself.
		return List.of(BrokenVideo.either("an MP4 whose pictures lie in another file", ".mp4", withReference("h264.mp4", near)),
				BrokenVideo.either("an MP4 whose pictures lie at a host", ".mp4", withReference("h264.mp4", far)),
				BrokenVideo.either("an MOV whose pictures lie in another file", ".mov", withReference("hidden-start.mov", alias)));
	}

	private static byte[] withReference(String seed, Blob reference) {
		return Mp4Boxes.withBody(SeedVideos.named(seed), "dref", reference.toBytes());
	}

	/** A Macintosh alias record with the name of a file and the ways to it. */
	private static byte[] alias(String file) {
		Blob blob = new Blob().zeros(4).u16(150).u16(2).u16(0);
		blob.u8(4).text("disk").zeros(23).zeros(12).u8(file.length()).text(file).zeros(63 - file.length());
		blob.zeros(16).u16(0).u16(0).zeros(16);
		blob.u16(2).u16(file.length()).text(file).zeros(file.length() & 1);
		blob.u16(18).u16(file.length() + 1).text("/" + file).zeros((file.length() + 1) & 1);
		return blob.u16(0xffff).u16(0).toBytes();
	}
}
