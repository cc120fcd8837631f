package org.hashaven.hash.record;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.hashaven.hash.MediaKind;
import org.jspecify.annotations.Nullable;

/**
 * What a column of CSV or a key of JSON holds: the one place that knows their names.
 *
 * <p>
 * Names are compared without regard to case, spaces, {@code _} and {@code -}: {@code hashValue}, {@code hash_value} and {@code Hash Value}
 * are one name. Where an entry has several names of one field, the one that stands first here counts: {@code pdq} says more than
 * {@code hash}.
 */
enum ListField {
	/** The hash, unless {@link #SIGNAL_TYPE} or {@link #TYPE} says that it is something else. */
	HASH("pdq pdqhash hash hashvalue signalstr indicator"),
	/** PDQ's quality. */
	QUALITY("quality pdqquality hashquality"),
	/** The name of the file. */
	NAME("name"),
	/** The id of the record. */
	ID("id"),
	/** The word of a {@link MediaKind}. */
	KIND("kind"),
	/** The bank. */
	BANK("bank"),
	/** Number of a video in the list. */
	VIDEO("video"),
	/** Time of a frame, in ms. */
	MS("ms"),
	/** The MD5 of the file. */
	MD5("md5 md5hash"),
	/** The regions of a photo: an array, in JSON alone. */
	REGIONS("regions"),
	/** Whether the regions may be passed on: true or false, in JSON alone. */
	PASS_ON("regionsmaybepassedon"),
	/** Which hash function made the hash, as HMA, ThreatExchange and StopNCII call it. */
	SIGNAL_TYPE("signaltype hashtype indicatortype algorithm"),
	/** The hash function, or what was hashed. */
	TYPE("type"),
	/** StopNCII's status: only {@code Active} is to be matched. */
	HASH_STATUS("hashstatus"),
	/** A status of any list: its word may say that the hash was withdrawn. */
	STATUS("status state"),
	/** Whether the hash was withdrawn. */
	WITHDRAWN("shoulddelete deleted isdeleted withdrawn iswithdrawn");

	/**
	 * A name of a field.
	 *
	 * @param rank
	 *            0 for the name that counts most
	 */
	record Name(ListField field, int rank) {
	}

	/** Keys of JSON whose array holds the entries of a list: StopNCII's, ThreatExchange's, and plain words. */
	private static final List<String> CONTAINERS = List.of("hashrecords", "data", "hashes", "records");

	private static final int MAX_NAME_CHARS = 40;
	private static final Map<String, Name> NAMES = names();

	/** Plain names, separated by spaces. */
	private final String names;

	ListField(String names) {
		this.names = names;
	}

	private static Map<String, Name> names() {
		Map<String, Name> names = new HashMap<>();
		for (ListField field : values()) {
			List<String> plainNames = List.of(field.names.split(" "));
			for (int rank = 0; rank < plainNames.size(); rank++) {
				names.put(plainNames.get(rank), new Name(field, rank));
			}
		}
		return names;
	}

	/** The field of a column or key, null when it is of no use here. */
	static @Nullable Name named(String name) {
		Name exact = NAMES.get(name); // our own lists are long, and their names are plain already
		return exact != null || name.length() > MAX_NAME_CHARS ? exact : NAMES.get(plain(name));
	}

	/** Whether a key of JSON holds the entries of a list, where its value is an array. */
	static boolean isContainer(String name) {
		return name.length() <= MAX_NAME_CHARS && CONTAINERS.contains(plain(name));
	}

	/** A name or a word without what people write differently: case, spaces, punctuation. */
	static String plain(String name) {
		StringBuilder plain = new StringBuilder(name.length());
		for (int i = 0; i < name.length(); i++) {
			if (Character.isLetterOrDigit(name.charAt(i))) {
				plain.append(name.charAt(i));
			}
		}
		return plain.toString().toLowerCase(Locale.ROOT);
	}
}
