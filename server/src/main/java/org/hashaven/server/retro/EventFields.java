package org.hashaven.server.retro;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.hashaven.server.store.Events;
import org.jspecify.annotations.Nullable;

/** An event as JSON: the same fields by webhook and on request. */
public final class EventFields {

	private EventFields() {
	}

	/**
	 * The fields of an event.
	 *
	 * @param bank
	 *            its name; null when it is gone
	 */
	public static Map<String, @Nullable Object> of(Events.Event event, @Nullable String bank) {
		Events.New what = event.what();
		Map<String, @Nullable Object> fields = new LinkedHashMap<>();
		fields.put("seq", event.seq());
		fields.put("type", what.kind().name().toLowerCase(Locale.ROOT));
		fields.put("at", event.at());
		fields.put("bank", bank);
		fields.put("id", what.recordId());
		fields.put("content_id", what.contentId());
		if (what.kind() == Events.Kind.RETROACTIVE) {
			fields.put("ref", what.reference());
			fields.put("uploaded_at", what.uploadedAt());
			fields.put("distance", what.distanceBits().isPresent() ? what.distanceBits().getAsInt() : null);
		}
		return fields;
	}
}
