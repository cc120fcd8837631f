package org.hashaven.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Text in lines of a terminal's width. */
class ParagraphTest {

	@Test
	void linesAreFilledAndNotOverfilled() {
		assertThat(Paragraph.wrap("one two three four", 9)).isEqualTo("one two\nthree\nfour");
		assertThat(Paragraph.wrap("one two three four", 100)).isEqualTo("one two three four");
	}

	@Test
	void aWordLongerThanTheLineStaysWhole() {
		assertThat(Paragraph.wrap("a donaudampfschiff b", 5)).isEqualTo("a\ndonaudampfschiff\nb");
	}

	@Test
	void koreanCharactersTakeTwoColumns() {
		assertThat(Paragraph.width("해시 hash")).isEqualTo(9);
		assertThat(Paragraph.pad("거리", 6)).isEqualTo("거리  ");
		assertThat(Paragraph.wrap("사진 사진 사진", 9)).isEqualTo("사진 사진\n사진");
	}

	@Test
	void aBlockKeepsItsLinesAndTheirIndent() {
		assertThat(Paragraph.block("one two three\n\n  four five six", 11, 2))
				.isEqualTo("  one two\n  three\n\n    four\n    five\n    six");
		assertThat(Paragraph.block("- one two three", 9, 0)).isEqualTo("- one two\n  three");
		assertThat(Paragraph.block("", 80, 2)).isEmpty();
	}

	@Test
	void combiningMarksTakeNone() {
		assertThat(Paragraph.width("e\u0301")).isEqualTo(1);
	}

	@Test
	void namesFromOutsideCannotSteerTheTerminal() {
		assertThat(Paragraph.visible("a\u001b[2Jb\n\u202egpj.c")).isEqualTo("a\ufffd[2Jb\ufffd\ufffdgpj.c");
		assertThat(Paragraph.visible("우리 여름 \ud83c\udf1e.jpg")).isEqualTo("우리 여름 \ud83c\udf1e.jpg");
	}
}
