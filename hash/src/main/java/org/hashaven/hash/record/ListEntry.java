package org.hashaven.hash.record;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hashaven.hash.Hash256;
import org.hashaven.hash.HashFormatException;
import org.hashaven.hash.ListFault;
import org.hashaven.hash.Md5;
import org.hashaven.hash.MediaKind;
import org.hashaven.hash.Quality;
import org.hashaven.hash.Region;
import org.hashaven.hash.RegionSet;
import org.jspecify.annotations.Nullable;

/**
 * One entry of a list, CSV or JSON or a plain hash: the texts of its fields and where they stand, and what they mean.
 *
 * <p>
 * Faults in the meaning of a text are found when it is asked for, so that an entry is always read to its end first.
 */
final class ListEntry {

	private static final String ACTIVE = "active";
	private static final Set<String> INACTIVE_WORDS = Set.of("withdrawn", "deleted", "removed", "revoked", "inactive", "disabled",
			"expired");
	private static final Set<String> TRUE_WORDS = Set.of("true", "1", "yes");
	private static final int MAX_NUMBER_CHARS = 18;

	/** A text of the entry, its place, and the rank of the name it stood under. */
	private record Value(String text, long line, int column, int rank) {
	}

	private final long line;
	private final Map<ListField, Value> values = new EnumMap<>(ListField.class);
	private final List<Region> regions = new ArrayList<>(0);
	private boolean passOn;
	private boolean vpdq;
	private @Nullable HashFormatException fault;

	/** An entry that begins in a line, counted from 1. */
	ListEntry(long line) {
		this.line = line;
	}

	/** The line in which it begins, from 1. */
	long line() {
		return line;
	}

	/**
	 * Keeps the text of a field, unless a name that counts more has given one.
	 *
	 * @return false if the same name has given one already
	 */
	boolean put(ListField.Name name, String text, long textLine, int column) {
		Value before = values.get(name.field());
		if (before != null && before.rank <= name.rank()) {
			return before.rank < name.rank();
		}
		values.put(name.field(), new Value(text, textLine, column, name.rank()));
		return true;
	}

	/** Keeps the text of a field that is known without a name. */
	void put(ListField field, String text, int column) {
		values.put(field, new Value(text, line, column, 0));
	}

	/** Takes a vPDQ line: the time of this frame is in seconds. */
	void setVpdq() {
		vpdq = true;
	}

	/** Adds a region. */
	void addRegion(Region region) throws HashFormatException {
		if (regions.size() == RegionSet.MAX_REGIONS) {
			throw new HashFormatException(ListFault.REGIONS, "a photo has at most " + RegionSet.MAX_REGIONS + " regions");
		}
		regions.add(region);
	}

	/** Allows the regions to be passed on. */
	void setPassOn(boolean allowed) {
		passOn = allowed;
	}

	/** Makes the entry unusable; the first fault counts. */
	void refuse(HashFormatException why) {
		fault = fault == null ? why : fault;
	}

	/** Whether a field has a text. */
	boolean has(ListField field) {
		return values.containsKey(field);
	}

	/** Whether the list says that this hash is not, or no longer, to be matched. */
	boolean isInactive() {
		return inactiveField() != null;
	}

	private @Nullable Value inactiveField() {
		Value status = values.get(ListField.HASH_STATUS);
		if (status != null && !ListField.plain(status.text).equals(ACTIVE)) {
			return status;
		}
		status = values.get(ListField.STATUS);
		if (status != null && INACTIVE_WORDS.contains(ListField.plain(status.text))) {
			return status;
		}
		Value withdrawn = values.get(ListField.WITHDRAWN);
		return withdrawn != null && TRUE_WORDS.contains(ListField.plain(withdrawn.text)) ? withdrawn : null;
	}

	/** The hash alone, whatever the status; null when the entry has none that is PDQ. */
	@Nullable
	Hash256 hash() {
		try {
			return otherType() == null && has(ListField.HASH) ? Hash256.fromHex(text(ListField.HASH, "")) : null;
		} catch (HashFormatException e) {
			return null;
		}
	}

	/**
	 * The entry as a record.
	 *
	 * @throws HashFormatException
	 *             when it is none, {@link ListFault#TYPE another type of hash} or {@link ListFault#INACTIVE inactive}, with its line and
	 *             column
	 */
	ListLine toLine() throws HashFormatException {
		requirePdq();
		Value inactive = inactiveField();
		if (inactive != null) {
			throw new HashFormatException(ListFault.INACTIVE).at(inactive.line, inactive.column);
		}
		if (fault != null) {
			throw fault;
		}
		Hash256 hash = parse(ListField.HASH, Hash256::fromHex);
		if (hash == null) {
			throw new HashFormatException(ListFault.HASH, "no hash in this line").at(line, 0);
		}
		Integer quality = parse(ListField.QUALITY, ListEntry::quality);
		MediaKind kind = parse(ListField.KIND, ListEntry::kind);
		String id = parse(ListField.ID, text -> nameText("id", text));
		String bank = parse(ListField.BANK, text -> nameText("bank", text));
		Md5 md5 = parse(ListField.MD5, Md5::fromHex);
		try {
			HashRecord record = new HashRecord(id, hash, quality == null ? Quality.MAX : quality,
					kind == null ? MediaKind.PHOTO : kind, bank, optional(ListField.NAME), md5, new RegionSet(regions, passOn));
			return new ListLine(record, place());
		} catch (IllegalArgumentException e) {
			// quality, id and bank are sound: only the regions can be at fault
			throw new HashFormatException(ListFault.REGIONS, String.valueOf(e.getMessage())).at(line, 0);
		}
	}

	/**
	 * The MD5 that the entry lists: that of a field {@code md5}, or its hash if its type is MD5; null when it has none.
	 *
	 * @throws HashFormatException
	 *             when it has one that is none
	 */
	@Nullable
	Md5 md5() throws HashFormatException {
		if (fault != null) {
			throw fault;
		}
		if (has(ListField.MD5)) {
			return parse(ListField.MD5, Md5::fromHex);
		}
		Value type = type();
		boolean isMd5 = type != null && HashType.ofWord(type.text) == HashType.MD5;
		return isMd5 ? parse(ListField.HASH, Md5::fromHex) : null;
	}

	private @Nullable Value type() {
		Value type = values.get(ListField.SIGNAL_TYPE);
		return type == null ? values.get(ListField.TYPE) : type;
	}

	private void requirePdq() throws HashFormatException {
		Value other = otherType();
		if (other != null) {
			throw new HashFormatException(ListFault.TYPE).at(other.line, other.column);
		}
	}

	/**
	 * The field that says that this is no PDQ hash, null if there is none. A hash of another function may have 64 digits too: what is not
	 * known to be PDQ is not taken for it.
	 */
	private @Nullable Value otherType() {
		Value signalType = values.get(ListField.SIGNAL_TYPE);
		if (signalType != null && HashType.ofWord(signalType.text) != HashType.PDQ) {
			return signalType;
		}
		Value type = values.get(ListField.TYPE);
		boolean otherWord = type != null && HashType.ofWord(type.text) != HashType.PDQ && !HashType.isPicture(type.text);
		return otherWord ? type : null;
	}

	private @Nullable FramePlace place() throws HashFormatException {
		Value ms = values.get(ListField.MS);
		Value at = ms == null ? values.get(ListField.VIDEO) : ms;
		if (at == null) {
			return null;
		}
		try {
			return vpdq ? FramePlace.ofSeconds(at.text) : FramePlace.of(optional(ListField.VIDEO), optional(ListField.MS));
		} catch (HashFormatException e) {
			throw e.at(at.line, at.column);
		}
	}

	private @Nullable String optional(ListField field) {
		Value value = values.get(field);
		return value == null ? null : value.text;
	}

	private String text(ListField field, String otherwise) {
		String text = optional(field);
		return text == null ? otherwise : text;
	}

	/** Makes something of a text. */
	private interface Parser<T> {
		T parse(String text) throws HashFormatException;
	}

	private <T> @Nullable T parse(ListField field, Parser<T> parser) throws HashFormatException {
		Value value = values.get(field);
		if (value == null) {
			return null;
		}
		try {
			return parser.parse(value.text);
		} catch (HashFormatException e) {
			throw e.at(value.line, value.column + (int) e.offset());
		}
	}

	/** A quality as people's tools write it: 100, 100.0, and with a decimal comma 100,0. */
	private static int quality(String text) throws HashFormatException {
		int digits = 0;
		while (digits < text.length() && isDigit(text.charAt(digits))) {
			digits++;
		}
		boolean whole = digits > 0 && text.length() <= MAX_NUMBER_CHARS;
		for (int i = digits + 1; i < text.length(); i++) {
			whole &= text.charAt(i) == '0';
		}
		if (digits < text.length()) {
			whole &= digits + 1 < text.length() && (text.charAt(digits) == '.' || text.charAt(digits) == ',');
		}
		long quality = whole ? Long.parseLong(text, 0, digits, 10) : -1;
		if (quality < 0 || quality > Quality.MAX) {
			throw new HashFormatException(ListFault.QUALITY);
		}
		return (int) quality;
	}

	private static boolean isDigit(char c) {
		return c >= '0' && c <= '9';
	}

	private static MediaKind kind(String text) throws HashFormatException {
		try {
			return MediaKind.ofWord(text);
		} catch (IllegalArgumentException e) {
			throw new HashFormatException(ListFault.KIND);
		}
	}

	/** An id or the name of a bank. U+FFFD stands for bytes that could not be read: two such ids may be one by accident. */
	private static String nameText(String what, String text) throws HashFormatException {
		if (!HashRecord.isWellFormed(text) || text.indexOf('\ufffd') >= 0) {
			throw new HashFormatException(ListFault.ENCODING);
		}
		try {
			HashRecord.requireText(what, text);
			return text;
		} catch (IllegalArgumentException e) {
			throw new HashFormatException(ListFault.NAME, String.valueOf(e.getMessage()));
		}
	}

	/** Fixed words: its texts are sensitive. */
	@Override
	public String toString() {
		return "ListEntry[hidden]";
	}
}
