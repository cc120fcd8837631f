package org.hashaven.testdata.videos.broken;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.hashaven.testdata.broken.Blob;

/** AVI and WebP files that are cut or claim too much. */
final class BrokenRiffs {

	/**
	 * A chunk: four letters, four bytes of size with the low one first, its data.
	 *
	 * @param tag
	 *            of a list, both its own and what it is a list of
	 */
	private record Chunk(String tag, int start, int data, int end) {
	}

	private static final long[] WILD_SIZES = {0, 1, 0x7fffffffL, 0x80000000L, 0xffffffffL};

	private BrokenRiffs() {
	}

	static List<BrokenVideo> all() {
		List<BrokenVideo> all = new ArrayList<>();
		for (String seed : List.of("mpeg4.avi", "mjpeg.avi", "moving.webp")) {
			String extension = seed.substring(seed.indexOf('.'));
			byte[] file = SeedVideos.named(seed);
			for (int place : places(file)) {
				byte[] head = Arrays.copyOf(file, place);
				String name = seed + " cut at byte " + place;
				boolean nothing = place <= firstPicture(file);
				all.add(nothing ? BrokenVideo.refused(name, extension, head) : BrokenVideo.either(name, extension, head));
			}
			all.addAll(sizes(seed, extension));
		}
		all.addAll(claims());
		return all;
	}

	private static List<Chunk> chunks(byte[] file) {
		List<Chunk> chunks = new ArrayList<>();
		collect(file, 0, file.length, chunks);
		return chunks;
	}

	private static void collect(byte[] file, int from, int to, List<Chunk> chunks) {
		int at = from;
		while (at + 8 <= to) {
			String tag = new String(file, at, 4, StandardCharsets.ISO_8859_1);
			int size = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).getInt(at + 4);
			int end = Math.min(to, at + 8 + size);
			boolean list = tag.equals("RIFF") || tag.equals("LIST");
			chunks.add(new Chunk(list ? tag + new String(file, at + 8, 4, StandardCharsets.ISO_8859_1) : tag, at, at + 8, end));
			if (list) {
				collect(file, at + 12, end, chunks);
			}
			at = end + (size & 1);
		}
	}

	private static int firstPicture(byte[] file) {
		return chunks(file).stream().filter(chunk -> chunk.tag.equals("00dc") || chunk.tag.equals("ANMF")).findFirst().orElseThrow().data;
	}

	private static Set<Integer> places(byte[] file) {
		Set<Integer> places = new TreeSet<>();
		Set<String> seen = new TreeSet<>();
		for (Chunk chunk : chunks(file)) {
			if (seen.add(chunk.tag)) {
				places.addAll(List.of(chunk.start, chunk.start + 4, chunk.data, (chunk.data + chunk.end) / 2));
			}
		}
		places.remove(0);
		return places;
	}

	private static List<BrokenVideo> sizes(String seed, String extension) {
		byte[] file = SeedVideos.named(seed);
		List<BrokenVideo> all = new ArrayList<>();
		Set<String> seen = new TreeSet<>();
		for (Chunk chunk : chunks(file)) {
			for (long size : seen.add(chunk.tag) ? WILD_SIZES : new long[0]) {
				byte[] changed = file.clone();
				little(changed).putInt(chunk.start + 4, (int) size);
				all.add(BrokenVideo.either("%s, %s of size %d".formatted(seed, chunk.tag, size), extension, changed));
			}
		}
		return all;
	}

	private static ByteBuffer little(byte[] file) {
		return ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
	}

	private static Chunk first(byte[] file, String tag) {
		return chunks(file).stream().filter(chunk -> chunk.tag.equals(tag)).findFirst().orElseThrow();
	}

	private static List<BrokenVideo> claims() {
		byte[] huge = SeedVideos.named("mpeg4.avi");
		int format = first(huge, "strf").data;
		little(huge).putInt(format + 4, 16_384).putInt(format + 8, 16_384);
		byte[] largest = SeedVideos.named("mpeg4.avi");
		little(largest).putInt(format + 4, Integer.MAX_VALUE).putInt(format + 8, Integer.MIN_VALUE);
		byte[] jpeg = SeedVideos.named("mjpeg.avi");
		for (int i = 0; i + 9 < jpeg.length; i++) {
			if ((jpeg[i] & 255) == 0xff && (jpeg[i + 1] & 255) == 0xc0 && jpeg[i + 2] == 0 && jpeg[i + 3] == 17) {
				little(jpeg).putInt(i + 5, -1);
			}
		}
		byte[] rate = SeedVideos.named("mpeg4.avi");
		int header = first(rate, "strh").data;
		little(rate).putInt(header + 20, 0).putInt(header + 24, -1);
		byte[] canvas = SeedVideos.named("moving.webp");
		int extended = first(canvas, "VP8X").data;
		little(canvas).putInt(extended + 4, 0xff003fff).putShort(extended + 8, (short) 0x3f);
		return List.of(BrokenVideo.either("an AVI that claims 16,384 x 16,384", ".avi", huge),
				BrokenVideo.either("an AVI that claims what numbers hold", ".avi", largest),
				BrokenVideo.either("an AVI of JPEGs that claim 65,535 x 65,535", ".avi", jpeg),
				BrokenVideo.either("an AVI of endless frames a second", ".avi", rate),
				BrokenVideo.either("a WebP that claims 16,384 x 16,384", ".webp", canvas),
				BrokenVideo.refused("an AVI of nothing but its head", ".avi", new Blob().text("RIFF").u32Little(4).text("AVI ").toBytes()));
	}
}
