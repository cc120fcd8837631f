package org.hashaven.hash;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Which column of a CSV line holds what, -1 where none does. */
record CsvColumns(int hash, int quality, int name, int id, int kind, int bank, int video, int ms, int md5) {

	/** {@code hash,quality,name} without a header, as the reference's tools print it. */
	static final CsvColumns PLAIN = new CsvColumns(0, 1, 2, -1, -1, -1, -1, -1, -1);

	/** The columns that a header names, null when the line is none: a header has {@code hash} among its columns. */
	static @Nullable CsvColumns ofHeader(String line) throws HashFormatException {
		return ofHeader(line, "hash");
	}

	/** The columns that the header of a list of MD5s names, null when the line is none: it has {@code md5} among its columns. */
	static @Nullable CsvColumns ofMd5Header(String line) throws HashFormatException {
		return ofHeader(line, "md5");
	}

	private static @Nullable CsvColumns ofHeader(String line, String key) throws HashFormatException {
		String lowerCase = line.toLowerCase(Locale.ROOT);
		if (!lowerCase.contains(key)) {
			return null;
		}
		List<String> names = split(lowerCase).stream().map(String::strip).toList();
		// A record whose file is called "hash" or "md5" is no header: a header has no hashes.
		if (!names.contains(key) || names.stream().anyMatch(CsvColumns::isHash)) {
			return null;
		}
		return new CsvColumns(names.indexOf("hash"), names.indexOf("quality"), names.indexOf("name"), names.indexOf("id"),
				names.indexOf("kind"), names.indexOf("bank"), names.indexOf("video"), names.indexOf("ms"), names.indexOf("md5"));
	}

	private static boolean isHash(String name) {
		return name.length() == Hash256.HEX_DIGITS || (name.length() == Md5.HEX_DIGITS && name.chars().allMatch(HexFormat::isHexDigit));
	}

	/** The MD5 in a line, null where it has none. */
	@Nullable
	Md5 md5(String line) throws HashFormatException {
		return md5(split(line));
	}

	private @Nullable Md5 md5(List<String> fields) throws HashFormatException {
		String text = field(fields, md5);
		return text == null ? null : Md5.fromHex(text);
	}

	ListLine parse(String line) throws HashFormatException {
		List<String> fields = split(line);
		if (this.equals(PLAIN) && isVpdq(fields)) {
			HashRecord record = new HashRecord(null, Hash256.fromHex(fields.get(2).strip()), quality(fields.get(1)), MediaKind.FRAME, null,
					null);
			return new ListLine(record, FramePlace.ofSeconds(fields.get(3).strip()));
		}
		String text = field(fields, hash);
		if (text == null) {
			throw new HashFormatException(0, "no hash in this line");
		}
		String qualityText = field(fields, quality);
		String kindText = field(fields, kind);
		try {
			HashRecord record = new HashRecord(field(fields, id), Hash256.fromHex(text),
					qualityText == null ? HashRecord.MAX_QUALITY : quality(qualityText),
					kindText == null ? MediaKind.PHOTO : MediaKind.ofWord(kindText), field(fields, bank), field(fields, name))
					.withMd5(md5(fields));
			return new ListLine(record, FramePlace.of(field(fields, video), field(fields, ms)));
		} catch (IllegalArgumentException e) {
			throw new HashFormatException(0, String.valueOf(e.getMessage()));
		}
	}

	/** A line of vPDQ has the hash third, behind two numbers. */
	private static boolean isVpdq(List<String> fields) {
		return fields.size() == 4 && fields.get(0).strip().length() < Hash256.HEX_DIGITS
				&& fields.get(2).strip().length() == Hash256.HEX_DIGITS;
	}

	private static @Nullable String field(List<String> fields, int column) {
		if (column < 0 || column >= fields.size()) {
			return null;
		}
		String field = fields.get(column).strip();
		return field.isEmpty() ? null : field;
	}

	private static int quality(String text) throws HashFormatException {
		try {
			int quality = Integer.parseInt(text.strip());
			if (quality >= 0 && quality <= HashRecord.MAX_QUALITY) {
				return quality;
			}
		} catch (NumberFormatException e) {
			// said below, without the text
		}
		throw new HashFormatException(0, "quality is a whole number from 0 to " + HashRecord.MAX_QUALITY);
	}

	/** The fields of a line, RFC 4180 quotes taken off. */
	private static List<String> split(String line) throws HashFormatException {
		List<String> fields = new ArrayList<>();
		StringBuilder field = new StringBuilder();
		boolean quoted = false;
		for (int i = 0; i < line.length(); i++) {
			char c = line.charAt(i);
			if (c == '"' && quoted && i + 1 < line.length() && line.charAt(i + 1) == '"') {
				field.append('"');
				i++;
			} else if (c == '"' && (quoted || field.isEmpty())) {
				quoted = !quoted;
			} else if (c == ',' && !quoted) {
				fields.add(field.toString());
				field.setLength(0);
			} else {
				field.append(c);
			}
		}
		if (quoted) {
			throw new HashFormatException(line.length(), "a quoted field does not end");
		}
		fields.add(field.toString());
		return fields;
	}
}
