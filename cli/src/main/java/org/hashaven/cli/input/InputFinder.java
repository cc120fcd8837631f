package org.hashaven.cli.input;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.hashaven.cli.session.SystemRandom;
import org.hashaven.cli.text.HavenException;
import org.hashaven.hash.Hash256;
import org.hashaven.hash.HashFormatException;
import org.hashaven.hash.ListFault;
import org.hashaven.hash.Md5;
import org.hashaven.hash.record.HashRecordReader;
import org.hashaven.hash.record.ListText;

/**
 * From the names on the command line to the list of inputs.
 *
 * <p>
 * Folders are walked, files in the order of their names, each folder's own before those of the folders in it; hidden files, and links to
 * folders met on the way, are passed over, so that no walk is endless. {@code -} reads names from standard input, one a line. A file of
 * text is a list of hashes if its name ends like that of one, or if its ending is not that of a picture or a video and one of its first
 * entries is a hash; where hashes are allowed, 64 hexadecimal digits are a hash.
 */
public final class InputFinder {

	/** Longest name on standard input, in characters; no system has longer paths. */
	private static final int MAX_NAME_CHARS = 32_768;

	/** A hash with more wrong or missing characters than this is a word of its own. */
	private static final int MISTYPED_CHARS = 4;

	/** What is looked into of a file to tell a list: the longest line in UTF-16, and as many characters of it as tell a text. */
	private static final int HEAD_BYTES = 2 * HashRecordReader.MAX_LINE_CHARS;
	private static final int HEAD_CHARS = 512;
	private static final int HEAD_ENTRIES = 10;

	private static final Pattern HASH_WITHIN = Pattern.compile("[0-9a-fA-F]{" + (Md5.HEX_DIGITS - MISTYPED_CHARS) + "}");

	/** Whatever such a file holds, its faults are those of a list. */
	private static final Set<String> LIST_ENDINGS = Set.of("txt", "csv", "tsv", "jsonl", "ndjson", "json", "lst", "pdq");

	/** Not looked into twice: a folder has thousands of them. */
	private static final Set<String> MEDIA_ENDINGS = Set.of("jpg", "jpeg", "png", "webp", "gif", "bmp", "tif", "tiff", "heic", "heif",
			"avif", "mp4", "m4v", "mov", "mkv", "webm", "avi", "3gp", "ts", "mts", "m2ts", "mpg", "mpeg");

	/** The word that stands for names on standard input. */
	private static final String STANDARD_INPUT = "-";

	private final InputStream standardInput;
	private final boolean hashesAllowed;
	private final boolean shuffled;
	private final List<Input> inputs = new ArrayList<>();

	private InputFinder(InputStream standardInput, boolean hashesAllowed, boolean shuffled) {
		this.standardInput = standardInput;
		this.hashesAllowed = hashesAllowed;
		this.shuffled = shuffled;
	}

	/** The inputs behind names, in their order; only those named like a list have been looked into. */
	public static List<Input> find(List<String> names, InputStream standardInput, boolean hashesAllowed) throws IOException {
		InputFinder finder = new InputFinder(standardInput, hashesAllowed, false);
		for (String name : names) {
			if (name.equals(STANDARD_INPUT)) {
				finder.addNamesFromStandardInput();
			} else {
				finder.add(name);
			}
		}
		return finder.inputs;
	}

	/**
	 * The inputs behind names, hashes not allowed, in an order drawn at random: cameras number their files, so a list in the order of the
	 * files tells the order in which they were taken. Names on standard input come last and keep the order in which they are given there;
	 * the files of a folder named there are shuffled.
	 */
	public static List<Input> findShuffled(List<String> names, InputStream standardInput) throws IOException {
		InputFinder finder = new InputFinder(standardInput, false, true);
		for (String name : names) {
			if (!name.equals(STANDARD_INPUT)) {
				finder.add(name);
			}
		}
		SystemRandom.shuffle(finder.inputs);
		if (names.contains(STANDARD_INPUT)) {
			finder.addNamesFromStandardInput();
		}
		return finder.inputs;
	}

	private void addNamesFromStandardInput() throws IOException {
		Reader names = new BufferedReader(new InputStreamReader(standardInput, StandardCharsets.UTF_8));
		StringBuilder name = new StringBuilder();
		for (int c = names.read(); c >= 0; c = names.read()) {
			if (c == '\n') {
				addName(name);
			} else if (name.length() <= MAX_NAME_CHARS) {
				name.append((char) c);
			}
		}
		addName(name);
	}

	/** Takes a line as a name, and empties it. */
	private void addName(StringBuilder line) {
		if (line.indexOf("\ufeff") == 0) {
			line.deleteCharAt(0); // a byte order mark, as some editors put before the first name
		}
		int end = line.length() > 0 && line.charAt(line.length() - 1) == '\r' ? line.length() - 1 : line.length();
		if (end > MAX_NAME_CHARS) {
			inputs.add(new Input.Unusable(STANDARD_INPUT, new HavenException("reason.name")));
		} else if (end > 0) {
			add(line.substring(0, end));
		}
		line.setLength(0);
	}

	private void add(String name) {
		if (name.isEmpty()) {
			inputs.add(new Input.Unusable("\"\"", new HavenException("reason.empty"))); // or it would be the current folder
			return;
		}
		if (hashesAllowed && isHex(name.strip())) {
			try {
				inputs.add(new Input.Hash(name.strip(), Hash256.fromHex(name.strip())));
			} catch (HashFormatException e) {
				inputs.add(new Input.Unusable("…", e));
			}
			return;
		}
		if (isHiddenWord(name)) {
			inputs.add(new Input.Unusable("…", new HavenException(hashesAllowed ? "reason.hash" : "reason.missing")));
			return;
		}
		if (holdsHash(name)) {
			inputs.add(new Input.Unusable("…", new HavenException("reason.record")));
			return;
		}
		try {
			Path path = entryOf(Path.of(name));
			if (Files.isDirectory(path)) {
				int begin = inputs.size();
				walk(path);
				if (shuffled) {
					SystemRandom.shuffle(inputs.subList(begin, inputs.size()));
				}
			} else {
				addFile(path);
			}
		} catch (InvalidPathException e) {
			inputs.add(new Input.Unusable(name, new HavenException("reason.name")));
		}
	}

	/** Whether a word is a hash, written out. */
	public static boolean isHex(String name) {
		return name.length() == Hash256.HEX_DIGITS && name.chars().allMatch(c -> Character.digit(c, 16) >= 0);
	}

	/**
	 * Whether a word names no file and is a hash or an MD5, but for a few characters. A mistyped hash is still nearly a person's hash: not
	 * repeated in a message.
	 */
	public static boolean isHiddenWord(String name) {
		long digits = name.chars().filter(c -> Character.digit(c, 16) >= 0).count();
		return digits >= Md5.HEX_DIGITS - MISTYPED_CHARS && name.length() - digits <= MISTYPED_CHARS && !new File(name).exists();
	}

	/** Whether what should be a name is a line of a list, with a hash in it that must not be repeated in a message. */
	private static boolean holdsHash(String name) {
		return HASH_WITHIN.matcher(name).find() && !new File(name).exists();
	}

	private void addFile(Path path) {
		String shown = path.toString();
		String ending = shown.substring(shown.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
		inputs.add(isList(path, ending) ? new Input.HashList(shown, path) : new Input.Media(shown, path));
	}

	private static boolean isList(Path path, String ending) {
		boolean namedList = LIST_ENDINGS.contains(ending);
		if (MEDIA_ENDINGS.contains(ending) || !Files.isRegularFile(path)) {
			return namedList;
		}
		try (RawName name = RawName.open(path); InputStream in = new FileInputStream(name.path().toFile())) {
			byte[] head = in.readNBytes(HEAD_BYTES);
			return mayBeText(head) && (namedList || holdsEntry(head));
		} catch (IOException e) {
			return namedList; // why, the reader says
		}
	}

	/** Whether a file begins without the control characters that every picture and video has. */
	private static boolean mayBeText(byte[] head) throws IOException {
		Reader text = ListText.open(new ByteArrayInputStream(head));
		for (int i = 0; i < HEAD_CHARS; i++) {
			int c = text.read();
			if (c >= 0 && c < ' ' && !Character.isWhitespace(c)) {
				return false;
			}
		}
		return true;
	}

	/** Whether one of the first entries of a text is that of a list, and be it one that cannot be used. */
	private static boolean holdsEntry(byte[] head) throws IOException {
		try (HashRecordReader entries = new HashRecordReader(ListText.open(new ByteArrayInputStream(head)))) {
			for (int i = 0; i < HEAD_ENTRIES; i++) {
				try {
					return entries.next() != null;
				} catch (HashFormatException e) {
					if (e.fault() == ListFault.QUALITY || e.fault() == ListFault.TYPE || e.fault() == ListFault.INACTIVE) {
						return true;
					}
				}
			}
			return false;
		}
	}

	/** Java keeps the bytes of names that it finds like this, whatever this system's encoding is. */
	private void walk(Path folder) {
		List<Path> children = new ArrayList<>();
		try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder, entry -> !isHidden(entry))) {
			entries.forEach(children::add);
		} catch (IOException | DirectoryIteratorException e) {
			inputs.add(new Input.Unusable(folder.toString(), new AccessDeniedException(null)));
			return;
		}
		Collections.sort(children);
		for (Path child : children) {
			if (!Files.isDirectory(child)) {
				addFile(child);
			}
		}
		for (Path child : children) {
			if (Files.isDirectory(child, LinkOption.NOFOLLOW_LINKS)) {
				walk(child);
			}
		}
	}

	private static boolean isHidden(Path entry) {
		return entry.getFileName().toString().startsWith(".");
	}

	/** The entry that a name on the command line stands for, which Java reads as text: if there is but one, that which reads like it. */
	private static Path entryOf(Path path) {
		Path name = path.getFileName();
		if (name == null || !RawName.is(path.toString())) {
			return path;
		}
		Path parent = path.getParent();
		Path folder = parent == null ? Path.of("") : entryOf(parent);
		List<Path> alike = new ArrayList<>();
		try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder,
				entry -> entry.getFileName().toString().equals(name.toString()))) {
			entries.forEach(alike::add);
		} catch (IOException | DirectoryIteratorException e) {
			return path;
		}
		return alike.size() == 1 ? alike.getFirst() : path;
	}
}
