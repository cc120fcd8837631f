package org.hashaven.hash;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;

/** One line of JSON Lines as a record. */
final class JsonRecord {

	private static final JsonFactory JSON = JsonFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
			.streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(16).maxNumberLength(32).build()).build();

	private @Nullable Hash256 hash;
	private int quality = HashRecord.MAX_QUALITY;
	private MediaKind kind = MediaKind.PHOTO;
	private @Nullable String id;
	private @Nullable String bank;
	private @Nullable String name;
	private @Nullable Md5 md5;
	private final List<Region> regions = new ArrayList<>();
	private boolean regionsMayBePassedOn;
	private @Nullable Long video;
	private @Nullable Long ms;

	private JsonRecord() {
	}

	static ListLine parse(String line) throws HashFormatException {
		JsonRecord record = read(line);
		if (record.hash == null) {
			throw new HashFormatException(0, "no hash in this line");
		}
		try {
			return new ListLine(
					new HashRecord(record.id, record.hash, record.quality, record.kind, record.bank, record.name, record.md5,
							new RegionSet(record.regions, record.regionsMayBePassedOn)),
					record.place());
		} catch (IllegalArgumentException e) {
			throw new HashFormatException(0, String.valueOf(e.getMessage()));
		}
	}

	/** The MD5 in a line, which may have nothing else; null where it has none. */
	static @Nullable Md5 md5(String line) throws HashFormatException {
		return read(line).md5;
	}

	private static JsonRecord read(String line) throws HashFormatException {
		JsonRecord record = new JsonRecord();
		try (JsonParser json = JSON.createParser(ObjectReadContext.empty(), line)) {
			json.nextToken();
			while (json.nextToken() == JsonToken.PROPERTY_NAME) {
				String property = json.currentName();
				json.nextToken();
				record.read(property, json);
			}
			if (json.nextToken() != null) {
				throw new HashFormatException(0, "more than one JSON object in a line");
			}
			return record;
		} catch (JacksonException e) {
			// The parser's message may quote the line, and the line holds a hash.
			throw new HashFormatException(0, "not a JSON object");
		} catch (IllegalArgumentException e) {
			throw new HashFormatException(0, String.valueOf(e.getMessage()));
		}
	}

	private void read(String property, JsonParser json) throws HashFormatException {
		switch (property) {
			case "hash" -> hash = Hash256.fromHex(string(property, json));
			case "quality" -> {
				requireWhole("quality is a whole number from 0 to " + HashRecord.MAX_QUALITY, json);
				quality = json.getIntValue();
			}
			case "video" -> {
				requireWhole("video is a whole number", json);
				video = json.getLongValue();
			}
			case "ms" -> {
				requireWhole("ms is a whole number", json);
				ms = json.getLongValue();
			}
			case "kind" -> kind = MediaKind.ofWord(string(property, json));
			case "id" -> id = string(property, json);
			case "bank" -> bank = string(property, json);
			case "name" -> name = string(property, json);
			case "md5" -> md5 = Md5.fromHex(string(property, json));
			case "regions" -> readRegions(json);
			case RecordFormat.REGIONS_PASS_ON -> regionsMayBePassedOn = truth(property, json);
			default -> json.skipChildren();
		}
	}

	private void readRegions(JsonParser json) throws HashFormatException {
		if (json.currentToken() != JsonToken.START_ARRAY) {
			throw new HashFormatException(0, "regions are a list of texts");
		}
		while (json.nextToken() != JsonToken.END_ARRAY) {
			if (regions.size() == RegionSet.MAX_REGIONS) {
				throw new HashFormatException(0, "a photo has at most " + RegionSet.MAX_REGIONS + " regions");
			}
			regions.add(Region.fromText(string("a region", json)));
		}
	}

	private @Nullable FramePlace place() throws HashFormatException {
		if (video == null && ms == null) {
			return null;
		}
		if (video == null || ms == null) {
			throw new HashFormatException(0, "a frame has a video and a time in ms, or neither");
		}
		return FramePlace.of(video, ms);
	}

	private static void requireWhole(String otherwise, JsonParser json) throws HashFormatException {
		if (json.currentToken() != JsonToken.VALUE_NUMBER_INT) {
			throw new HashFormatException(0, otherwise);
		}
	}

	private static boolean truth(String property, JsonParser json) throws HashFormatException {
		JsonToken token = json.currentToken();
		if (token != JsonToken.VALUE_TRUE && token != JsonToken.VALUE_FALSE) {
			throw new HashFormatException(0, property + " is true or false");
		}
		return token == JsonToken.VALUE_TRUE;
	}

	private static String string(String property, JsonParser json) throws HashFormatException {
		if (json.currentToken() != JsonToken.VALUE_STRING) {
			throw new HashFormatException(0, property + " is a text");
		}
		return json.getString();
	}
}
