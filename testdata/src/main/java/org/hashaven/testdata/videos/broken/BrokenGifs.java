package org.hashaven.testdata.videos.broken;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.hashaven.testdata.broken.Blob;

/** GIFs that never end, make much of few bytes, or stop in the middle. */
final class BrokenGifs {

	private static final int MANY = 20_000;

	private BrokenGifs() {
	}

	static List<BrokenVideo> all() {
		List<BrokenVideo> all = new ArrayList<>();
		byte[] sound = SeedVideos.named("moving.gif");
		for (int place : new int[]{3, 6, 10, 13, 13 + 3 * 128, 13 + 3 * 256, 13 + 3 * 256 + 10, 13 + 3 * 256 + 30}) {
			all.add(BrokenVideo.refused("a GIF cut at byte " + place, ".gif", Arrays.copyOf(sound, place)));
		}
		all.add(BrokenVideo.either("a GIF cut in its middle", ".gif", Arrays.copyOf(sound, sound.length / 2)));
		all.add(BrokenVideo.either("a GIF of 20,000 frames that plays for ever", ".gif", frames(64, 64, MANY, 0, 0)));
		all.add(BrokenVideo.either("a GIF of 20,000 frames of 4,096 x 4,096 from a few bytes each", ".gif",
				frames(4_096, 4_096, MANY, 0, 1)));
		all.add(BrokenVideo.either("a GIF of 2,000 frames, each shown for eleven minutes", ".gif", frames(640, 480, 2_000, 0xffff, 1)));
		all.add(BrokenVideo.either("a GIF of 65,535 x 65,535", ".gif", frames(65_535, 65_535, 2, 10, 1)));
		all.add(BrokenVideo.either("a GIF whose frames lie outside", ".gif", outside()));
		all.add(BrokenVideo.refused("a GIF without a frame", ".gif", head(64, 64).u8(0x3b).toBytes()));
		return all;
	}

	/** Frames of one pixel on a canvas, in turn black and white. */
	private static byte[] frames(int width, int height, int count, int delay, int disposal) {
		Blob blob = head(width, height);
		blob.u8(0x21, 0xff, 11).text("NETSCAPE2.0").u8(3, 1).u16Little(0).u8(0);
		for (int i = 0; i < count; i++) {
			blob.u8(0x21, 0xf9, 4, disposal << 2).u16Little(delay).u8(0, 0);
			pixel(blob, i % width, i % 2);
		}
		return blob.u8(0x3b).toBytes();
	}

	private static byte[] outside() {
		Blob blob = head(64, 64);
		for (int i = 0; i < 100; i++) {
			pixel(blob, 65_000 - i, 1);
		}
		return blob.u8(0x3b).toBytes();
	}

	private static Blob head(int width, int height) {
		return new Blob().text("GIF89a").u16Little(width).u16Little(height).u8(0x80, 0, 0).u8(0, 0, 0).u8(255, 255, 255);
	}

	/** One frame of one pixel: codes of three bits, clear, the colour, end. */
	private static void pixel(Blob blob, int left, int colour) {
		blob.u8(0x2c).u16Little(left).u16Little(0).u16Little(1).u16Little(1).u8(0);
		int codes = 4 | colour << 3 | 5 << 6;
		blob.u8(2, 2, codes & 255, codes >> 8, 0);
	}
}
