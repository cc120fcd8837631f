package org.hashaven.hash;

/** What is wrong with an entry of a list: the key of a message in the user's language. */
public enum ListFault {
	/** A hash of 64 hexadecimal digits is expected. */
	HASH("a hash has " + Hash256.HEX_DIGITS + " hexadecimal digits"),
	/** An MD5 of 32 hexadecimal digits is expected. */
	MD5("an MD5 has " + Md5.HEX_DIGITS + " hexadecimal digits"),
	/** The entry is a hash of another type than PDQ, for instance an MD5, or its type is unknown. */
	TYPE("the type of this hash is not PDQ"),
	/** The list says that the hash is withdrawn, deleted or not active yet. */
	INACTIVE("this hash is withdrawn or not active"),
	/** The quality is no whole number, or out of range. */
	QUALITY("quality is a whole number from 0 to " + Quality.MAX),
	/** An id or a bank is empty, too long, or has control characters. */
	NAME("an id or a bank has 1..200 characters, none of them control characters"),
	/** An id or a bank is not valid text: half a surrogate pair, or bytes in another encoding. */
	ENCODING("an id or a bank is not valid Unicode text"),
	/** The kind is neither photo nor frame. */
	KIND("a kind is photo or frame"),
	/** The number of a video or the time of a frame is missing or out of range. */
	FRAME("a frame has a video, numbered from 1, and a time of at least 0 ms"),
	/** The frames of a video are not in the order of their times, or too many. */
	FRAME_ORDER("the frames of a video come in the order of their times"),
	/** The regions of a photo cannot be used. */
	REGIONS("the regions cannot be used"),
	/** A field begins with a quotation mark and does not end with one. */
	QUOTE("a quoted field does not end"),
	/** {@code sep=} is followed by something that separates nothing. */
	SEPARATOR("sep= is followed by one character, such as ; or a tab"),
	/** The text is not valid JSON, or a value has the wrong type. */
	JSON("not a JSON object"),
	/** A line, or one text in a JSON document, is longer than 16,384 characters. */
	TOO_LONG("a line has at most 16384 characters"),
	/** A list of MD5s has too many, or none. */
	COUNT("a list has 1..10000000 MD5s");

	private final String reason;

	ListFault(String reason) {
		this.reason = reason;
	}

	/** What is expected, in English, for programs that have no texts of their own. */
	public String reason() {
		return reason;
	}
}
