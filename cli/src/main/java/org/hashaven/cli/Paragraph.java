package org.hashaven.cli;

/** Running text in lines of a terminal's width, where Korean characters take two columns. */
final class Paragraph {

	private Paragraph() {
	}

	/** Breaks a text at its spaces. */
	static String wrap(String text, int columns) {
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

	/** A text filled up with spaces to a width. */
	static String pad(String text, int columns) {
		return text + " ".repeat(Math.max(0, columns - width(text)));
	}

	/** The columns a text takes on a terminal. */
	static int width(String text) {
		return text.codePoints().map(Paragraph::width).sum();
	}

	/** Two columns for Hangul, Chinese characters, kana, full-width forms and emoji; none for combining marks. */
	private static int width(int c) {
		int type = Character.getType(c);
		if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK || type == Character.FORMAT) {
			return 0;
		}
		boolean wide = c >= 0x1100 && c <= 0x115f || c >= 0x2e80 && c <= 0xa4cf || c >= 0xac00 && c <= 0xd7a3 || c >= 0xf900 && c <= 0xfaff
				|| c >= 0xfe30 && c <= 0xfe6f || c >= 0xff00 && c <= 0xff60 || c >= 0xffe0 && c <= 0xffe6 || c >= 0x1f300 && c <= 0x1faff
				|| c >= 0x20000 && c <= 0x3fffd;
		return wide ? 2 : 1;
	}
}
