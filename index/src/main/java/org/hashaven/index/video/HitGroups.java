package org.hashaven.index.video;

import java.util.Arrays;
import java.util.List;
import org.apache.lucene.util.ArrayUtil;

/**
 * The hits of all frames of a looked-up video, media by media: in each group the hits of one media in the order of the frames.
 *
 * <p>
 * A hit takes 8 bytes here and 8 in its {@link FrameHits}, where its document is looked up.
 */
public final class HitGroups {

	// group, frame, hit of that frame: 30 + 20 + 14 bits, of which the limits of a lookup use fewer
	private static final int HIT_BITS = 14;
	private static final int FRAME_BITS = 20;

	private final List<FrameHits> frames;
	private final long[] media;
	private final long[] packed;
	private final int[] begin;

	public HitGroups(List<FrameHits> frames) {
		this.frames = frames;
		media = distinctMedia();
		packed = new long[Math.toIntExact(frames.stream().mapToLong(FrameHits::size).sum())];
		begin = new int[media.length + 1];
		int at = 0;
		for (int frame = 0; frame < frames.size(); frame++) {
			FrameHits hits = frames.get(frame);
			for (int hit = 0; hit < hits.size(); hit++) {
				int group = Arrays.binarySearch(media, hits.media(hit));
				packed[at++] = ((long) group << FRAME_BITS | frame) << HIT_BITS | hit;
				begin[group + 1]++;
			}
		}
		Arrays.parallelPrefix(begin, Integer::sum);
		Arrays.sort(packed);
	}

	private long[] distinctMedia() {
		long[] all = new long[1_024];
		int size = 0;
		for (FrameHits hits : frames) {
			for (int hit = 0; hit < hits.size(); hit++) {
				if (hit == 0 || hits.media(hit) != hits.media(hit - 1)) {
					all = ArrayUtil.grow(all, size + 1);
					all[size++] = hits.media(hit);
				}
			}
		}
		Arrays.sort(all, 0, size);
		int distinct = 0;
		for (int i = 0; i < size; i++) {
			if (i == 0 || all[i] != all[i - 1]) {
				all[distinct++] = all[i];
			}
		}
		return Arrays.copyOf(all, distinct);
	}

	/** Number of media hit. */
	public int groups() {
		return media.length;
	}

	/** The number of a group's media. */
	public long media(int group) {
		return media[group];
	}

	/** The group of a media that was hit. */
	public int groupOf(long number) {
		return Arrays.binarySearch(media, number);
	}

	/** The first hit of a group; that of the next group is where it ends. */
	public int begin(int group) {
		return begin[group];
	}

	/** The frame that made a hit. */
	public int frame(int hit) {
		return (int) (packed[hit] >>> HIT_BITS) & ((1 << FRAME_BITS) - 1);
	}

	/** The document that was hit, in the segment of the group's media. */
	public int document(int hit) {
		return frames.get(frame(hit)).document((int) packed[hit] & ((1 << HIT_BITS) - 1));
	}

	/** Number of hits. */
	public int size() {
		return packed.length;
	}
}
