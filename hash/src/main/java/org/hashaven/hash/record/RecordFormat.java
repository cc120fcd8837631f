package org.hashaven.hash.record;

import java.io.StringWriter;
import org.hashaven.hash.FrameHash;
import org.hashaven.hash.MediaKind;
import org.hashaven.hash.Region;
import org.hashaven.hash.RegionSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/**
 * A text form of records, one line each, without line ends.
 *
 * <p>
 * CSV: columns {@code hash,quality} and, where names were asked for, {@code name}; RFC 4180 quotes, control characters in a name as U+FFFD
 * so that a record is one line. JSON Lines: an object with {@code hash}, {@code quality}, {@code kind} and, where they are known,
 * {@code id}, {@code regions} (an array of strings, see {@link Region#toText}), {@value #REGIONS_PASS_ON} if it is true, {@code bank},
 * {@code md5} and {@code name}; a video has one line for each frame. Both are UTF-8. {@link HashRecordReader} reads both.
 */
public enum RecordFormat {
	/** Comma-separated values with a header line. */
	CSV {
		@Override
		public String header(boolean names) {
			return names ? "hash,quality,name" : "hash,quality";
		}

		@Override
		public String line(HashRecord record, boolean names) {
			String line = record.hash().toHex() + "," + record.quality();
			return names ? line + "," + csvField(record.name()) : line;
		}

		@Override
		public String line(VideoRecord video, int frame, long number, boolean names) {
			FrameHash shown = video.frames().get(frame);
			return line(new HashRecord(null, shown.hash(), shown.quality(), MediaKind.FRAME, null, video.name()), names);
		}
	},
	/** JSON Lines, without a header. */
	JSONL {
		@Override
		public @Nullable String header(boolean names) {
			return null;
		}

		@Override
		public String line(HashRecord record, boolean names) {
			return line(record, null, names);
		}

		@Override
		public String line(VideoRecord video, int frame, long number, boolean names) {
			FrameHash shown = video.frames().get(frame);
			HashRecord record = new HashRecord(video.id(), shown.hash(), shown.quality(), MediaKind.FRAME, video.bank(), video.name(),
					video.md5(), RegionSet.NONE);
			return line(record, new FramePlace(number, shown.timeMs()), names);
		}

		private void writeRegions(JsonGenerator json, HashRecord record) {
			if (!record.regions().isEmpty()) {
				json.writeArrayPropertyStart("regions");
				record.regions().list().forEach(region -> json.writeString(region.toText()));
				json.writeEndArray();
				if (record.regions().mayBePassedOn()) {
					json.writeBooleanProperty(REGIONS_PASS_ON, true);
				}
			}
		}

		private String line(HashRecord record, @Nullable FramePlace place, boolean names) {
			StringWriter line = new StringWriter();
			try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), line)) {
				json.writeStartObject();
				writeIfKnown(json, "id", record.id());
				json.writeStringProperty("hash", record.hash().toHex());
				json.writeNumberProperty("quality", record.quality());
				json.writeStringProperty("kind", record.kind().word());
				if (place != null) {
					json.writeNumberProperty("video", place.video());
					json.writeNumberProperty("ms", place.timeMs());
				}
				writeRegions(json, record);
				writeIfKnown(json, "bank", record.bank());
				writeIfKnown(json, "md5", record.md5() == null ? null : record.md5().toHex());
				writeIfKnown(json, "name", names ? record.name() : null);
				json.writeEndObject();
			}
			return line.toString();
		}
	};

	/** JSON property: whether the recipient may pass the regions on. */
	static final String REGIONS_PASS_ON = "regions_may_be_passed_on";

	private static final JsonFactory JSON = new JsonFactory();

	/** The first line of a file, null where the format has none. */
	public abstract @Nullable String header(boolean names);

	/**
	 * A record as one line.
	 *
	 * @param names
	 *            whether the file's name, if the record has it, is written; without it nothing in the line names the file
	 */
	public abstract String line(HashRecord record, boolean names);

	/**
	 * A frame of a video as one line. CSV has its hash and quality; JSON Lines also {@code video} and {@code ms}, by which
	 * {@link MediaReader} puts the video together again.
	 *
	 * @param frame
	 *            index in the video's frames
	 * @param number
	 *            of the video in the list, from 1
	 * @param names
	 *            whether the file's name, if the video has it, is written
	 */
	public abstract String line(VideoRecord video, int frame, long number, boolean names);

	/** A field of a CSV line, quoted where it must be; empty for null. */
	public static String csvField(@Nullable String text) {
		if (text == null) {
			return "";
		}
		StringBuilder field = new StringBuilder(text.length());
		boolean quoted = text.startsWith(" ") || text.endsWith(" ");
		for (int i = 0; i < text.length(); i++) {
			char c = text.charAt(i);
			quoted |= c == ',' || c == '"';
			field.append(c == '"' ? "\"\"" : Character.isISOControl(c) ? "\ufffd" : String.valueOf(c));
		}
		return quoted ? "\"" + field + "\"" : field.toString();
	}

	private static void writeIfKnown(JsonGenerator json, String name, @Nullable String value) {
		if (value != null) {
			json.writeStringProperty(name, value);
		}
	}
}
