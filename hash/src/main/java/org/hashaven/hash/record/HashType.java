package org.hashaven.hash.record;

import java.util.Set;
import java.util.regex.Pattern;

/** Which hash function made a hash, by the words that lists use for it. */
enum HashType {
	/** PDQ of a picture. */
	PDQ,
	/** MD5 of a file. */
	MD5,
	/** Another hash function; some have as many digits as PDQ. */
	OTHER,
	/** The word says nothing of a hash function. */
	UNKNOWN;

	private static final Set<String> PDQ_WORDS = Set.of("pdq", "imagepdq", "photopdq", "hashpdq", "pdqhash", "pdq256");
	private static final Set<String> MD5_WORDS = Set.of("md5", "videomd5", "imagemd5", "photomd5", "hashmd5", "md5hash", "filemd5");
	private static final Set<String> PICTURE_WORDS = Set.of("photo", "image", "picture", "frame");
	private static final Pattern OTHER_WORDS = Pattern
			.compile(
					"(image|photo|video)?[adpw]hash[0-9]*|.*(pdq|md5|sha[0-9]|tmk|photodna|pdna|tlsh|ssdeep|blake[0-9]|crc[0-9]|neuralhash|netclean).*");
	private static final int MAX_WORD_CHARS = 40;

	/** The type that a word names, in any case and with any punctuation. */
	static HashType ofWord(String word) {
		if (word.length() > MAX_WORD_CHARS) {
			return UNKNOWN;
		}
		String plain = ListField.plain(word);
		if (PDQ_WORDS.contains(plain)) {
			return PDQ;
		}
		if (MD5_WORDS.contains(plain)) {
			return MD5;
		}
		return OTHER_WORDS.matcher(plain).matches() ? OTHER : UNKNOWN;
	}

	/** Whether a word says that a picture was hashed, not how. */
	static boolean isPicture(String word) {
		return word.length() <= MAX_WORD_CHARS && (PICTURE_WORDS.contains(ListField.plain(word)) || word.startsWith("image/"));
	}
}
