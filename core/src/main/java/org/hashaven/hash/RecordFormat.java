package org.hashaven.hash;

import java.io.StringWriter;
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
 * {@code id}, {@code bank}, {@code name}. Both are UTF-8. {@link HashRecordReader} reads both.
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
	},
	/** JSON Lines, without a header. */
	JSONL {
		@Override
		public @Nullable String header(boolean names) {
			return null;
		}

		@Override
		public String line(HashRecord record, boolean names) {
			StringWriter line = new StringWriter();
			try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), line)) {
				json.writeStartObject();
				writeIfKnown(json, "id", record.id());
				json.writeStringProperty("hash", record.hash().toHex());
				json.writeNumberProperty("quality", record.quality());
				json.writeStringProperty("kind", record.kind().word());
				writeIfKnown(json, "bank", record.bank());
				writeIfKnown(json, "name", names ? record.name() : null);
				json.writeEndObject();
			}
			return line.toString();
		}
	};

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
