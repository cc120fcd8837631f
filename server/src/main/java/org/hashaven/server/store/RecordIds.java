package org.hashaven.server.store;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The ids that suppliers give their records. Some take the hash itself. */
public final class RecordIds {

	private static final Pattern HASH = Pattern.compile(".*[0-9a-fA-F]{64}.*", Pattern.DOTALL);

	private RecordIds() {
	}

	/** The id where it may outlive its record; null for one that has a hash in it, which must not. */
	static @Nullable String lasting(@Nullable String recordId) {
		return recordId == null || HASH.matcher(recordId).matches() ? null : recordId;
	}
}
