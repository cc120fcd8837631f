package org.hashaven.cli.text;

import java.util.stream.Collectors;

/** Running text in lines of a terminal's width, where Korean characters take two columns. */
public final class TextLayout {

	/** Hangul, Chinese characters, kana, full-width forms and emoji. */
	private static final int[][] WIDE = {{0x1100, 0x115f}, {0x2e80, 0xa4cf}, {0xac00, 0xd7a3}, {0xf900, 0xfaff}, {0xfe30, 0xfe6f},
			{0xff00, 0xff60}, {0xffe0, 0xffe6}, {0x1f300, 0x1faff}, {0x20000, 0x3fffd}};

	private TextLayout() {
	}

	/** Breaks a text at its spaces. */
	public static String wrap(String text, int columns) {
		StringBuilder lines = new StringBuilder(text.length() + 16);
		int used = 0;
		for (String word : text.split(" ", -1)) {
			int width = width(word);
			if (used > 0 && used + 1 + width > columns) {
				lines.append('\n');
				used = 0;
			} else if (used > 0) {
				lines.append(' ');
				used++;
			}
			lines.append(word);
			used += width;
		}
		return lines.toString();
	}

	/**
	 * A text of one or more lines, each indented and broken at its spaces. What follows a line's own leading spaces, or its "- ", is
	 * aligned in the lines it is broken into.
	 */
	public static String block(String text, int columns, int indent) {
		return text.lines().map(line -> hang(line, columns, indent)).collect(Collectors.joining("\n"));
	}

	private static String hang(String line, int columns, int indent) {
		int start = 0;
		while (start < line.length() && line.charAt(start) == ' ') {
			start++;
		}
		start += line.startsWith("- ", start) ? 2 : 0;
		int room = Math.max(1, columns - indent - start);
		String wrapped = wrap(line.substring(start), room).replace("\n", "\n" + " ".repeat(indent + start));
		return line.isEmpty() ? line : " ".repeat(indent) + line.substring(0, start) + wrapped;
	}

	/** A text filled up with spaces to a width. */
	public static String pad(String text, int columns) {
		return text + " ".repeat(Math.max(0, columns - width(text)));
	}

	/** A name that came from outside, safe to show: a control character could move the cursor, or hide or fake what a terminal shows. */
	public static String visible(String name) {
		StringBuilder visible = new StringBuilder(name.length());
		name.codePoints().forEach(c -> visible.appendCodePoint(isHarmless(c) ? c : '\ufffd'));
		return visible.toString();
	}

	private static boolean isHarmless(int c) {
		boolean turnsWriting = (c >= 0x202a && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069);
		return !Character.isISOControl(c) && !turnsWriting;
	}

	/** The columns a text takes on a terminal. */
	public static int width(String text) {
		return text.codePoints().map(TextLayout::width).sum();
	}

	/** Two columns for the wide ones, none for combining marks. */
	private static int width(int c) {
		int type = Character.getType(c);
		if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK || type == Character.FORMAT) {
			return 0;
		}
		for (int[] range : WIDE) {
			if (c >= range[0] && c <= range[1]) {
				return 2;
			}
		}
		return 1;
	}
}
