package org.hashaven.index.video;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.hashaven.index.lookup.LookupRules;
import org.jspecify.annotations.Nullable;

/** The videos that one lookup has hit, each read from the index once; those beyond a limit each time they are asked for. */
public final class StoredVideos {

	// Of a minute each, some two megabytes.
	private static final int MAX_KEPT = 512;

	private final HitGroups groups;
	private final MediaNumbers numbers;
	private final LookupRules rules;
	private final Map<Integer, StoredVideo> kept = new ConcurrentHashMap<>();

	public StoredVideos(HitGroups groups, MediaNumbers numbers, LookupRules rules) {
		this.groups = groups;
		this.numbers = numbers;
		this.rules = rules;
	}

	/** The video of a group. */
	public StoredVideo get(int group) throws IOException {
		@Nullable
		StoredVideo known = kept.get(group);
		if (known != null) {
			return known;
		}
		int segment = numbers.segmentOf(groups.media(group));
		StoredVideo read = StoredVideo.read(numbers.reader(segment), groups.document(groups.begin(group)), rules);
		if (kept.size() < MAX_KEPT) {
			kept.put(group, read);
		}
		return read;
	}
}
