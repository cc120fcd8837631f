package org.hashaven.testdata.broken;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** The fixed list of broken pictures: the same bytes at every run. */
public final class BrokenPictures {

	private BrokenPictures() {
	}

	public static List<BrokenPicture> all() {
		List<BrokenPicture> all = new ArrayList<>();
		all.addAll(strangers());
		all.addAll(BrokenJpegs.all());
		all.addAll(BrokenPngs.all());
		all.addAll(BrokenRasters.all());
		all.addAll(BrokenHeifs.all());
		all.addAll(cut());
		return List.copyOf(all);
	}

	/** What is no picture at all. */
	private static List<BrokenPicture> strangers() {
		return List.of(stranger("an empty file", new Blob()), stranger("one byte", new Blob().u8(0xff)),
				stranger("two bytes of a JPEG", new Blob().u8(0xff, 0xd8)), stranger("a kilobyte of zeros", new Blob().zeros(1024)),
				stranger("a text", new Blob().text("Dear diary,\n")),
				stranger("a web page", new Blob().text("<!DOCTYPE html><html></html>")),
				named("a drawing", new Blob().text("<svg xmlns='http://www.w3.org/2000/svg'/>")),
				stranger("a script that an older converter would run", new Blob().text("push graphic-context\nimage over 0,0 0,0 '|ls'\n")),
				stranger("a sound", new Blob().text("RIFF").u32Little(4).text("WAVE")),
				stranger("a film",
						new Blob().box("ftyp", new Blob().text("isom").u32(512).text("isommp42").toBytes()).box("moov", new byte[0])),
				named("a Photoshop file", new Blob().text("8BPS\0\1")));
	}

	private static BrokenPicture named(String name, Blob blob) {
		return new BrokenPicture(name, BrokenPicture.UNSUPPORTED, blob.toBytes());
	}

	private static BrokenPicture stranger(String name, Blob blob) {
		return new BrokenPicture(name, BrokenPicture.UNKNOWN_FORMAT, blob.toBytes());
	}

	/**
	 * Every sound file, cut off at several places behind its signature. A progressive JPEG is not cut near its end, where no more is lost
	 * than the eye can see.
	 */
	private static List<BrokenPicture> cut() {
		List<BrokenPicture> cut = new ArrayList<>();
		for (Map.Entry<String, byte[]> seed : SeedPictures.all().entrySet()) {
			for (int percent : seed.getKey().startsWith("progressive") ? new int[]{3, 10, 25, 50} : new int[]{3, 10, 25, 50, 75, 95}) {
				byte[] file = seed.getValue();
				int length = Math.max(16, file.length * percent / 100);
				cut.add(new BrokenPicture(seed.getKey() + " cut at " + percent + " %", BrokenPicture.CORRUPT, Arrays.copyOf(file, length)));
			}
		}
		return cut;
	}
}
