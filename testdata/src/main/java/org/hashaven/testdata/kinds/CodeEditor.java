package org.hashaven.testdata.kinds;

import org.hashaven.samples.distortions.RandomDraws;
import org.hashaven.samples.distortions.Sheet;
import org.hashaven.samples.pictures.Picture;

/** A dark code editor on a desktop: the bars and the file tree are the same, the code is not. */
final class CodeEditor {

	private static final int WIDTH = 1600;
	private static final int HEIGHT = 900;
	private static final int SIDE_PX = 340;
	private static final int LINE_PX = 26;
	private static final int TERMINAL_TOP = 690;
	private static final int[] COLOURS = {0xd4d4d4, 0x569cd6, 0xce9178, 0x6a9955, 0xdcdcaa, 0x4ec9b0};

	private CodeEditor() {
	}

	static Picture draw(Member member) {
		RandomDraws content = member.content();
		return Sheet.painted(WIDTH, HEIGHT, 0x1e1e1e, sheet -> {
			code(sheet, content);
			terminal(sheet, content);
			titleBar(sheet);
			activityBar(sheet);
			fileTree(sheet, member.template());
			sheet.box(SIDE_PX, 34, WIDTH - SIDE_PX, 40, 0x2d2d2d);
			sheet.box(SIDE_PX, 34, 230, 40, 0x1e1e1e);
			sheet.text(Words.word(content) + ".java", SIDE_PX + 44, 60, 14, 0xffffff);
			sheet.text("x", SIDE_PX + 204, 60, 14, 0xc0c0c0);
			sheet.box(0, HEIGHT - 28, WIDTH, 28, 0x0a72c4);
			sheet.text("main   0 errors  0 warnings", 20, HEIGHT - 8, 13, 0xffffff);
			sheet.text("Ln %d, Col %d    Tab size 4   UTF-8   LF   Java".formatted(content.between(1, 99), content.between(1, 80)), 1150,
					HEIGHT - 8, 13, 0xffffff);
		});
	}

	private static void code(Sheet sheet, RandomDraws content) {
		int first = content.between(1, 300);
		int indent = 1;
		for (int y = 100, line = 0; y < TERMINAL_TOP; y += LINE_PX, line++) {
			Glyphs.rightAligned(sheet, Integer.toString(first + line), SIDE_PX + 50, y, 13, 0x858585);
			indent = Math.clamp(indent + content.between(-1, 1), 0, 5);
			double x = SIDE_PX + 72 + 34 * indent;
			double minimapX = WIDTH - 110 + 6 * indent;
			for (int token = content.between(0, 6); token > 0; token--) {
				String text = Words.word(content) + content.oneOf("", "", "(", ")", ";", ".", " =");
				int rgb = COLOURS[content.between(0, COLOURS.length - 1)];
				sheet.text(text, x, y, 14, rgb);
				x += Sheet.textWidth(text, 14) + 12;
				sheet.box((int) minimapX, 80 + line * 4, 10, 2, rgb);
				minimapX += 12;
			}
		}
		sheet.box(WIDTH - 120, 80, 2, TERMINAL_TOP - 80, 0x303030);
	}

	private static void terminal(Sheet sheet, RandomDraws content) {
		sheet.box(SIDE_PX, TERMINAL_TOP, WIDTH - SIDE_PX, HEIGHT - TERMINAL_TOP, 0x181818);
		sheet.box(SIDE_PX, TERMINAL_TOP, WIDTH - SIDE_PX, 2, 0x404040);
		sheet.text("PROBLEMS    OUTPUT    DEBUG CONSOLE    TERMINAL    PORTS", SIDE_PX + 24, TERMINAL_TOP + 28, 12, 0xa0a0a0);
		sheet.box(SIDE_PX + 396, TERMINAL_TOP + 36, 96, 2, 0x3a9af0);
		for (int line = 0; line < 5; line++) {
			sheet.text("dev@laptop:~/work$", SIDE_PX + 24, TERMINAL_TOP + 66 + 26 * line, 14, 0x4ec970);
			sheet.text(Words.line(content, 50), SIDE_PX + 260, TERMINAL_TOP + 66 + 26 * line, 14, 0xd4d4d4);
		}
	}

	private static void titleBar(Sheet sheet) {
		sheet.box(0, 0, WIDTH, 34, 0x3c3c3c);
		sheet.disc(20, 17, 7, 0xf05a50);
		sheet.disc(44, 17, 7, 0xf0b83a);
		sheet.disc(68, 17, 7, 0x5ac850);
		sheet.text("File   Edit   Selection   View   Go   Run   Terminal   Help", 100, 24, 13, 0xcccccc);
		sheet.roundBox(640, 6, 420, 22, 6, 0x4a4a4a);
		Glyphs.centered(sheet, "workspace", 850, 23, 12, 0xcccccc);
	}

	private static void activityBar(Sheet sheet) {
		sheet.box(0, 34, 60, HEIGHT - 34, 0x333333);
		Glyphs.outline(sheet, 18, 54, 20, 26, 3, 0xffffff);
		Glyphs.outline(sheet, 26, 62, 20, 26, 3, 0xffffff);
		Glyphs.magnifier(sheet, 30, 130, 15, 0x9a9a9a);
		sheet.ring(22, 178, 6, 3, 0x9a9a9a);
		sheet.ring(22, 206, 6, 3, 0x9a9a9a);
		sheet.ring(40, 184, 6, 3, 0x9a9a9a);
		sheet.line(22, 184, 22, 200, 3, 0x9a9a9a);
		Glyphs.triangle(sheet, 30, 250, 14, 0x9a9a9a);
		Glyphs.gear(sheet, 30, HEIGHT - 66, 16, 0x9a9a9a);
		sheet.disc(30, HEIGHT - 120, 14, 0x9a9a9a);
	}

	private static void fileTree(Sheet sheet, RandomDraws template) {
		sheet.box(60, 34, SIDE_PX - 60, HEIGHT - 62, 0x252526);
		sheet.text("EXPLORER", 80, 62, 12, 0xbbbbbb);
		for (int line = 0; line < 28; line++) {
			int depth = template.between(0, 3);
			int y = 96 + 28 * line;
			boolean folder = depth < 2;
			sheet.box(88 + 18 * depth, y - 13, 14, 12, folder ? 0xc8a860 : 0x5a9ad0);
			sheet.text(Words.word(template) + (folder ? "" : ".java"), 110 + 18 * depth, y, 13, 0xcccccc);
		}
	}
}
