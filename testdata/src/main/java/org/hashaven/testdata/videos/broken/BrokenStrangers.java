package org.hashaven.testdata.videos.broken;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.hashaven.testdata.broken.Blob;

/** Files that hold no moving picture, whatever their names say. */
final class BrokenStrangers {

	private BrokenStrangers() {
	}

	static List<BrokenVideo> all() {
		byte[] noise = new byte[50_000];
		SplittableRandom random = new SplittableRandom(1);
		for (int at = 0; at < noise.length; at += 8) {
			ByteBuffer.wrap(noise).putLong(at, random.nextLong());
		}
		List<BrokenVideo> all = new ArrayList<>();
		for (String extension : List.of(".mp4", ".mov", ".mkv", ".webm", ".avi", ".3gp", ".ts", ".gif", ".webp")) {
			all.add(BrokenVideo.refused("an empty " + extension, extension, new byte[0]));
			all.add(BrokenVideo.refused("one byte named " + extension, extension, new byte[1]));
			all.add(BrokenVideo.refused("a text named " + extension, extension, text("Dear diary,\nnothing moved today.\n")));
			all.add(BrokenVideo.refused("zeros named " + extension, extension, new byte[10_000]));
			all.add(BrokenVideo.refused("noise named " + extension, extension, noise));
		}
		for (String seed : List.of("sound-only.mp4", "sound-only.mkv", "sound-only.ts")) {
			all.add(BrokenVideo.refused(seed, seed.substring(seed.lastIndexOf('.')), SeedVideos.named(seed)));
		}
		all.add(BrokenVideo.refused("a web page named .mp4", ".mp4", text("<!DOCTYPE html><html><video src='a.mp4'></html>")));
		all.add(BrokenVideo.refused("subtitles named .mp4", ".mp4", text("1\n00:00:01,000 --> 00:00:02,000\nHello\n")));
		all.add(BrokenVideo.refused("a program named .mp4", ".mp4", new Blob().u8(0x7f).text("ELF").zeros(1_000).toBytes()));
		return all;
	}

	private static byte[] text(String text) {
		return new Blob().text(text).toBytes();
	}
}
