package org.hashaven.testdata.videos.broken;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.hashaven.testdata.broken.Blob;

/** MPEG transport streams that are cut, have holes or say nonsense. */
final class BrokenStreams {

	private static final int PACKET = 188;
	private static final int SYNC = 0x47;

	private BrokenStreams() {
	}

	static List<BrokenVideo> all() {
		List<BrokenVideo> all = new ArrayList<>();
		for (String seed : List.of("h264.ts", "mpeg2.ts")) {
			all.addAll(cut(seed));
			all.addAll(damaged(seed));
		}
		all.add(BrokenVideo.refused("a transport stream of 20,000 empty packets", ".ts", empty()));
		return all;
	}

	/** Cut in and behind each of the first packets: tables of programs and of streams, first pictures. */
	private static List<BrokenVideo> cut(String seed) {
		byte[] file = SeedVideos.named(seed);
		List<BrokenVideo> all = new ArrayList<>();
		for (int packet = 0; packet < 6; packet++) {
			for (int within : new int[]{1, 4, 60, PACKET}) {
				byte[] head = Arrays.copyOf(file, packet * PACKET + within);
				all.add(BrokenVideo.either(seed + " cut at byte " + head.length, ".ts", head));
			}
		}
		return all;
	}

	private static List<BrokenVideo> damaged(String seed) {
		byte[] file = SeedVideos.named(seed);
		byte[] holes = holes(file);
		byte[] noSync = file.clone();
		for (int at = 0; at < noSync.length; at += PACKET) {
			noSync[at] = 0;
		}
		byte[] section = file.clone();
		byte[] clock = file.clone();
		for (int at = 0; at + PACKET <= file.length; at += PACKET) {
			boolean starts = (file[at + 1] & 0x40) != 0;
			if (starts && file[at + 4] == 0) {
				// The length of a table: the largest.
				section[at + 6] |= 0x0f;
				section[at + 7] = (byte) 0xff;
			}
			int payload = at + 4 + ((file[at + 3] & 0x20) == 0 ? 0 : 1 + (file[at + 4] & 255));
			if (starts && payload + 14 <= at + PACKET && file[payload + 2] == 1) {
				// Times that jump from end to end.
				Arrays.fill(clock, payload + 10, payload + 14, (byte) (at / PACKET % 2 == 0 ? 0xff : 0x01));
			}
		}
		return List.of(BrokenVideo.either(seed + " with one packet in five missing", ".ts", holes),
				BrokenVideo.either(seed + " without its sync bytes", ".ts", noSync),
				BrokenVideo.either(seed + " with tables of the largest length", ".ts", section),
				BrokenVideo.either(seed + " with times that jump", ".ts", clock));
	}

	private static byte[] empty() {
		Blob packets = new Blob();
		for (int i = 0; i < 20_000; i++) {
			packets.u8(SYNC, 0x1f, 0xff, 0x10).zeros(PACKET - 4);
		}
		return packets.toBytes();
	}

	private static byte[] holes(byte[] file) {
		SplittableRandom random = new SplittableRandom(5);
		Blob left = new Blob();
		for (int at = 0; at + PACKET <= file.length; at += PACKET) {
			if (random.nextInt(5) > 0) {
				left.bytes(Arrays.copyOfRange(file, at, at + PACKET));
			}
		}
		return left.toBytes();
	}
}
