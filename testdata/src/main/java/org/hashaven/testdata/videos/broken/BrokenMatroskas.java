package org.hashaven.testdata.videos.broken;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.hashaven.testdata.broken.Blob;

/** Matroska and WebM files that are cut, claim too much or hold themselves. */
final class BrokenMatroskas {

	/**
	 * An element: its number, its length, its content.
	 *
	 * @param start
	 *            of its number
	 * @param length
	 *            where its length starts
	 * @param content
	 *            where its content starts
	 * @param end
	 *            behind its content
	 */
	private record Element(long id, int start, int length, int content, int end) {
	}

	private static final long EBML = 0x1a45dfa3L;
	private static final long SEGMENT = 0x18538067L;
	private static final long CLUSTER = 0x1f43b675L;
	private static final long TRACKS = 0x1654ae6bL;
	private static final long TRACK = 0xae;
	private static final long WIDTH = 0xb0;
	private static final long HEIGHT = 0xba;
	private static final long DURATION = 0x4489;
	private static final long SEEK_POSITION = 0x53ac;
	/** Elements that hold others: segment, index of the index, info, tracks, track, video, cluster, group, cues, tags and their like. */
	private static final Set<Long> PARENTS = Set.of(SEGMENT, CLUSTER, EBML, 0x114d9b74L, 0x4dbbL, 0x1549a966L, TRACKS, TRACK, 0xe0L,
			0xa0L, 0x1c53bb6bL, 0xbbL, 0xb7L, 0x1254c367L, 0x7373L, 0x67c8L);
	private static final int NESTED = 5_000;

	private BrokenMatroskas() {
	}

	static List<BrokenVideo> all() {
		List<BrokenVideo> all = new ArrayList<>();
		for (String seed : List.of("h264.mkv", "vp8.webm", "av1.mkv")) {
			all.addAll(cut(seed));
		}
		all.addAll(sizes("h264.mkv"));
		all.addAll(claims());
		return all;
	}

	/** Every element, parents before their children. */
	private static List<Element> elements(byte[] file) {
		List<Element> elements = new ArrayList<>();
		collect(file, 0, file.length, elements);
		return elements;
	}

	private static void collect(byte[] file, int from, int to, List<Element> elements) {
		int at = from;
		while (at < to) {
			int length = at + vintLength(file[at]);
			int content = length + vintLength(file[length]);
			long id = number(file, at, length);
			long size = number(file, length, content) & ~(1L << (7 * (content - length)));
			int end = (int) Math.min(to, content + size);
			elements.add(new Element(id, at, length, content, end));
			if (PARENTS.contains(id)) {
				collect(file, content, end, elements);
			}
			at = end;
		}
	}

	private static int vintLength(byte first) {
		return Integer.numberOfLeadingZeros(first & 255) - 23;
	}

	private static long number(byte[] file, int from, int to) {
		long number = 0;
		for (int i = from; i < to; i++) {
			number = number << 8 | (file[i] & 255);
		}
		return number;
	}

	private static List<BrokenVideo> cut(String seed) {
		byte[] file = SeedVideos.named(seed);
		List<Element> elements = elements(file);
		int firstCluster = elements.stream().filter(element -> element.id == CLUSTER).findFirst().orElseThrow().start;
		Set<Integer> places = new TreeSet<>();
		Set<Long> seen = new TreeSet<>();
		for (Element element : elements) {
			if (seen.add(element.id)) {
				places.addAll(List.of(element.start, element.content, (element.content + element.end) / 2));
			}
		}
		places.remove(0);
		List<BrokenVideo> all = new ArrayList<>();
		for (int place : places) {
			byte[] head = Arrays.copyOf(file, place);
			String name = seed + " cut at byte " + place;
			all.add(place <= firstCluster ? BrokenVideo.refused(name, ".mkv", head) : BrokenVideo.either(name, ".mkv", head));
		}
		return all;
	}

	/** Every kind of element with lengths that cannot be: nothing, everything, unknown, unreadable. */
	private static List<BrokenVideo> sizes(String seed) {
		byte[] file = SeedVideos.named(seed);
		List<BrokenVideo> all = new ArrayList<>();
		Set<Long> seen = new TreeSet<>();
		for (Element element : elements(file)) {
			if (!seen.add(element.id)) {
				continue;
			}
			int bytes = element.content - element.length;
			long marker = 1L << (7 * bytes);
			for (long size : new long[]{marker, marker | (marker - 2), marker | (marker - 1), 0}) {
				byte[] changed = file.clone();
				put(changed, element.length, bytes, size);
				all.add(BrokenVideo.either("%s, element %x with length %x".formatted(seed, element.id, size), ".mkv", changed));
			}
		}
		return all;
	}

	private static void put(byte[] file, int at, int bytes, long value) {
		for (int i = 0; i < bytes; i++) {
			file[at + i] = (byte) (value >> (8 * (bytes - 1 - i)));
		}
	}

	private static List<BrokenVideo> claims() {
		Blob nested = new Blob().bytes(header());
		for (int i = 0; i < NESTED; i++) {
			nested.u32(i % 2 == 0 ? SEGMENT : CLUSTER).u8(0x01, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff);
		}
		return List.of(filled("a Matroska that claims the largest width", "h264.mkv", WIDTH, 0xff),
				filled("a Matroska that claims the largest height", "vp8.webm", HEIGHT, 0xff),
				filled("a Matroska of no width", "h264.mkv", WIDTH, 0),
				filled("a Matroska whose duration is no number", "h264.mkv", DURATION, 0xff),
				filled("a Matroska whose index of the index is itself", "h264.mkv", SEEK_POSITION, 0),
				filled("a Matroska whose index of the index is nowhere", "h264.mkv", SEEK_POSITION, 0xff),
				BrokenVideo.refused("a Matroska of 5,000 elements within each other", ".mkv", nested.toBytes()),
				BrokenVideo.refused("a Matroska of nothing but its head", ".mkv", header()),
				BrokenVideo.either("a WebM of VP8 that claims 16,383 x 16,383", ".webm", hugeVp8()));
	}

	private static byte[] header() {
		byte[] file = SeedVideos.named("h264.mkv");
		return Arrays.copyOf(file, elements(file).getFirst().end);
	}

	/** A file with another element at the end of its track. */
	static byte[] withInTrack(byte[] file, byte[] element) {
		List<Element> parents = elements(file).stream().filter(each -> each.id == SEGMENT || each.id == TRACKS || each.id == TRACK)
				.toList();
		Element track = parents.getLast();
		byte[] changed = new Blob().bytes(Arrays.copyOf(file, track.end)).bytes(element)
				.bytes(Arrays.copyOfRange(file, track.end, file.length)).toBytes();
		for (Element parent : parents) {
			int bytes = parent.content - parent.length;
			put(changed, parent.length, bytes, number(file, parent.length, parent.content) + element.length);
		}
		return changed;
	}

	/** With all bytes of the elements of one kind the same. */
	private static BrokenVideo filled(String name, String seed, long id, int value) {
		byte[] file = SeedVideos.named(seed);
		for (Element element : elements(file)) {
			if (element.id == id) {
				Arrays.fill(file, element.content, element.end, (byte) value);
			}
		}
		return BrokenVideo.either(name, ".mkv", file);
	}

	/** Key frames of VP8 say their size behind a start code, 14 bits each. */
	private static byte[] hugeVp8() {
		byte[] file = SeedVideos.named("vp8.webm");
		for (int i = 0; i + 7 <= file.length; i++) {
			if ((file[i] & 255) == 0x9d && file[i + 1] == 0x01 && file[i + 2] == 0x2a) {
				put(file, i + 3, 4, 0xff3fff3fL);
			}
		}
		return file;
	}
}
