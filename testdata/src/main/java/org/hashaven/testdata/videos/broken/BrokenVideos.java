package org.hashaven.testdata.videos.broken;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.hashaven.testdata.broken.Mutator;

/** The fixed list of broken videos, and the endless one of mutated videos. */
public final class BrokenVideos {

	private static final Set<ByteBuffer> SOUND = SeedVideos.all().entrySet().stream()
			.filter(seed -> !seed.getKey().startsWith("sound-only"))
			.map(seed -> ByteBuffer.wrap(seed.getValue())).collect(Collectors.toSet());

	private BrokenVideos() {
	}

	/** All of them: over a thousand, the same at every run of one FFmpeg. */
	public static List<BrokenVideo> all() {
		List<BrokenVideo> all = new ArrayList<>();
		all.addAll(BrokenStrangers.all());
		all.addAll(BrokenMp4s.all());
		all.addAll(BrokenMatroskas.all());
		all.addAll(BrokenRiffs.all());
		all.addAll(BrokenStreams.all());
		all.addAll(BrokenGifs.all());
		all.addAll(Playlists.pointingTo(Path.of("decoy.mp4"), "http://127.0.0.1:9"));
		// What is written somewhere may be what was there.
		all.removeIf(broken -> SOUND.contains(ByteBuffer.wrap(broken.bytes())));
		return List.copyOf(all);
	}

	/** Damages the seed videos, their indexes above all. */
	public static Mutator mutator() {
		return new Mutator(List.copyOf(SeedVideos.all().values()), SeedVideos.HEADER_BYTES);
	}
}
