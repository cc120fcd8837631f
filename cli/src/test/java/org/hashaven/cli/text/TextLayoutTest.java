package org.hashaven.cli.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Text in lines of a terminal's width. */
class TextLayoutTest {

	@Test
	void linesAreFilledAndNotOverfilled() {
		assertThat(TextLayout.wrap("one two three four", 9)).isEqualTo("one two\nthree\nfour");
		assertThat(TextLayout.wrap("one two three four", 100)).isEqualTo("one two three four");
	}

	@Test
	void aWordLongerThanTheLineStaysWhole() {
		assertThat(TextLayout.wrap("a donaudampfschiff b", 5)).isEqualTo("a\ndonaudampfschiff\nb");
	}

	@Test
	void koreanCharactersTakeTwoColumns() {
		assertThat(TextLayout.width("해시 hash")).isEqualTo(9);
		assertThat(TextLayout.pad("거리", 6)).isEqualTo("거리  ");
		assertThat(TextLayout.wrap("사진 사진 사진", 9)).isEqualTo("사진 사진\n사진");
	}

	@Test
	void aBlockKeepsItsLinesAndTheirIndent() {
		assertThat(TextLayout.block("one two three\n\n  four five six", 11, 2))
				.isEqualTo("  one two\n  three\n\n    four\n    five\n    six");
		assertThat(TextLayout.block("- one two three", 9, 0)).isEqualTo("- one two\n  three");
		assertThat(TextLayout.block("", 80, 2)).isEmpty();
	}

	@Test
	void combiningMarksTakeNone() {
		assertThat(TextLayout.width("e\u0301")).isEqualTo(1);
	}

	@Test
	void namesFromOutsideCannotSteerTheTerminal() {
		assertThat(TextLayout.visible("a\u001b[2Jb\n\u202egpj.c")).isEqualTo("a\ufffd[2Jb\ufffd\ufffdgpj.c");
		assertThat(TextLayout.visible("우리 여름 \ud83c\udf1e.jpg")).isEqualTo("우리 여름 \ud83c\udf1e.jpg");
	}
}
