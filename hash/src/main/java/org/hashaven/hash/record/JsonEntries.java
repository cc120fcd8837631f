package org.hashaven.hash.record;

import java.io.Closeable;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import org.hashaven.hash.HashFormatException;
import org.hashaven.hash.ListFault;
import org.hashaven.hash.Region;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamFactory;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.json.JsonFactory;

/**
 * The entries of a JSON document, or of one line of JSON Lines.
 *
 * <p>
 * A document is read as a stream: arrays of hashes or objects, nested or one after the other, objects one after the other, and objects that
 * hold such an array under one of the {@linkplain ListField#isContainer names} that services use. Of hostile input no more is in memory
 * than the known fields of one object, each of {@value LineReader#MAX_CHARS} characters at most; nesting is at most {@value #MAX_DEPTH}
 * deep.
 */
final class JsonEntries implements Closeable {

	private static final int MAX_DEPTH = 16;
	private static final int MAX_NAME_CHARS = 1_000;

	// No table of names: a list could fill it with names that come once.
	private static final JsonFactory JSON = JsonFactory.builder().disable(TokenStreamFactory.Feature.CANONICALIZE_PROPERTY_NAMES)
			.streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(MAX_DEPTH).maxStringLength(LineReader.MAX_CHARS)
					.maxNameLength(MAX_NAME_CHARS).build())
			.build();

	private final JsonParser json;
	private final ListField wanted;
	private final long linesBefore;
	private boolean ended;

	/**
	 * Reads from {@code in}, which is closed with this.
	 *
	 * @param wanted
	 *            what a bare text is: {@link ListField#HASH} or {@link ListField#MD5}
	 * @param linesBefore
	 *            number of lines of the list before {@code in}
	 */
	JsonEntries(Reader in, ListField wanted, long linesBefore) {
		this.json = JSON.createParser(ObjectReadContext.empty(), in);
		this.wanted = wanted;
		this.linesBefore = linesBefore;
	}

	/**
	 * Whether a text begins a document rather than JSON Lines: with an array, or with an object that does not end in its line or holds the
	 * entries of a list.
	 *
	 * @param head
	 *            the beginning of the text
	 */
	static boolean beginsDocument(CharSequence head) {
		int begin = 0;
		while (begin < head.length() && (head.charAt(begin) == ' ' || head.charAt(begin) == '\t')) {
			begin++;
		}
		if (begin == head.length() || head.charAt(begin) != '{') {
			return begin < head.length() && head.charAt(begin) == '[';
		}
		int end = begin;
		while (end < head.length() && head.charAt(end) != '\n' && head.charAt(end) != '\r') {
			end++;
		}
		boolean wholeLine = end < head.length() || head.length() < LineReader.MAX_CHARS;
		String line = head.subSequence(begin, end).toString();
		int depth = 0;
		try (JsonParser json = JSON.createParser(ObjectReadContext.empty(), line)) {
			for (JsonToken token = json.nextToken(); token != null; token = json.nextToken()) {
				if (token == JsonToken.START_ARRAY && depth == 1 && ListField.isContainer(String.valueOf(json.currentName()))) {
					return true;
				}
				depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
			}
			return false;
		} catch (JacksonException e) {
			// A line that is over while its object is not. The only line of a text that is cut off is one bad line.
			boolean cutOff = e.getLocation() != null && e.getLocation().getCharOffset() >= line.length();
			return cutOff && (end < head.length() || !wholeLine);
		}
	}

	/** One line of JSON Lines as an entry. */
	static ListEntry ofLine(String text, ListField wanted, long line) throws IOException {
		try (JsonEntries entries = new JsonEntries(new StringReader(text), wanted, line - 1)) {
			return entries.onlyObject();
		}
	}

	private ListEntry onlyObject() throws IOException {
		try {
			json.nextToken();
			ListEntry entry = new ListEntry(line());
			readFields(entry, false);
			if (json.nextToken() != null) {
				throw new HashFormatException(ListFault.JSON, "more than one JSON object in a line").at(line(), column());
			}
			return entry;
		} catch (JacksonException e) {
			throw fault(e);
		}
	}

	/**
	 * The next entry, null at the end.
	 *
	 * @throws HashFormatException
	 *             when it is none; the call after it goes on behind it, or ends if the text is not JSON
	 * @throws IOException
	 *             when reading fails
	 */
	@Nullable
	ListEntry next() throws IOException {
		try {
			while (!ended) {
				JsonToken token = json.nextToken();
				if (token == null) {
					ended = true;
				} else if (token == JsonToken.START_OBJECT) {
					ListEntry entry = new ListEntry(line());
					if (readFields(entry, true)) {
						return entry;
					}
				} else if (token == JsonToken.PROPERTY_NAME) {
					// behind the array of an object that holds entries
					String name = json.currentName();
					if (json.nextToken() != JsonToken.START_ARRAY || !ListField.isContainer(name)) {
						json.skipChildren();
					}
				} else if (token.isScalarValue()) {
					return scalar(token);
				}
			}
			return null;
		} catch (JacksonException e) {
			ended = true;
			throw fault(e);
		}
	}

	private ListEntry scalar(JsonToken token) throws HashFormatException {
		ListEntry entry = new ListEntry(line());
		if (token != JsonToken.VALUE_STRING) {
			ListFault expected = wanted == ListField.MD5 ? ListFault.MD5 : ListFault.HASH;
			throw new HashFormatException(expected).at(line(), column());
		}
		int column = column() + 1;
		entry.put(new ListField.Name(wanted, 0), json.getString().strip(), line(), column);
		return entry;
	}

	/**
	 * Reads an object to its end.
	 *
	 * @return false if it holds the entries of a list, the first of which is next
	 */
	private boolean readFields(ListEntry entry, boolean mayHoldEntries) {
		while (json.nextToken() == JsonToken.PROPERTY_NAME) {
			String key = json.currentName();
			JsonToken token = json.nextToken();
			if (mayHoldEntries && token == JsonToken.START_ARRAY && !entry.has(ListField.HASH) && ListField.isContainer(key)) {
				return false;
			}
			ListField.Name name = ListField.named(key);
			if (name == null) {
				json.skipChildren();
				continue;
			}
			try {
				readField(entry, name, token);
			} catch (HashFormatException e) {
				entry.refuse(e.at(line(), column()));
				json.skipChildren();
			}
		}
		return true;
	}

	private void readField(ListEntry entry, ListField.Name name, JsonToken token) throws HashFormatException {
		switch (name.field()) {
			case REGIONS -> readRegions(entry, token);
			case PASS_ON -> {
				if (!token.isBoolean()) {
					throw new HashFormatException(ListFault.JSON, RecordFormat.REGIONS_PASS_ON + " is true or false");
				}
				entry.setPassOn(token == JsonToken.VALUE_TRUE);
			}
			default -> {
				if (token == JsonToken.VALUE_NULL) {
					return; // as good as not there
				}
				boolean sound = token == JsonToken.VALUE_STRING || token.isNumeric()
						|| (token.isBoolean() && name.field() == ListField.WITHDRAWN);
				if (!sound) {
					throw new HashFormatException(ListFault.JSON, "a text or a number is expected");
				}
				TokenStreamLocation at = json.currentTokenLocation();
				int column = at.getColumnNr() + (token == JsonToken.VALUE_STRING ? 1 : 0);
				if (!entry.put(name, json.getString(), linesBefore + at.getLineNr(), column)) {
					throw new HashFormatException(ListFault.JSON, "a key stands twice in an object");
				}
			}
		}
	}

	private void readRegions(ListEntry entry, JsonToken token) throws HashFormatException {
		if (token != JsonToken.START_ARRAY) {
			throw new HashFormatException(ListFault.REGIONS, "regions are a list of texts");
		}
		HashFormatException fault = null;
		for (JsonToken region = json.nextToken(); region != JsonToken.END_ARRAY; region = json.nextToken()) {
			try {
				if (region != JsonToken.VALUE_STRING) {
					throw new HashFormatException(ListFault.REGIONS, "a region is a text");
				}
				entry.addRegion(Region.fromText(json.getString()));
			} catch (HashFormatException e) {
				fault = fault == null ? e : fault;
				json.skipChildren();
			}
		}
		if (fault != null) {
			throw fault;
		}
	}

	private long line() {
		return linesBefore + json.currentTokenLocation().getLineNr();
	}

	private int column() {
		return json.currentTokenLocation().getColumnNr();
	}

	/** The fault without the parser's message, which may quote the text. */
	private IOException fault(JacksonException e) {
		if (e instanceof JacksonIOException && e.getCause() instanceof IOException broken) {
			return broken;
		}
		TokenStreamLocation at = e.getLocation();
		return new HashFormatException(ListFault.JSON).at(linesBefore + (at == null ? 1 : at.getLineNr()),
				at == null ? 0 : at.getColumnNr());
	}

	@Override
	public void close() throws IOException {
		try {
			json.close();
		} catch (JacksonException e) {
			throw fault(e);
		}
	}
}
