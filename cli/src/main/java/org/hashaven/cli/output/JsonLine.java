package org.hashaven.cli.output;

import java.io.StringWriter;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** One JSON object on one line, being written. */
public final class JsonLine {

	private static final JsonFactory FACTORY = new JsonFactory();

	private final StringWriter text = new StringWriter();
	private final JsonGenerator generator = FACTORY.createGenerator(ObjectWriteContext.empty(), text);

	public JsonLine() {
		generator.writeStartObject();
	}

	/** Adds a text. */
	public JsonLine add(String name, String value) {
		generator.writeStringProperty(name, value);
		return this;
	}

	/** Adds a number. */
	public JsonLine add(String name, int value) {
		generator.writeNumberProperty(name, value);
		return this;
	}

	/** Adds a truth. */
	public JsonLine add(String name, boolean value) {
		generator.writeBooleanProperty(name, value);
		return this;
	}

	/** The finished line. */
	public String end() {
		generator.writeEndObject();
		generator.close();
		return text.toString();
	}
}
