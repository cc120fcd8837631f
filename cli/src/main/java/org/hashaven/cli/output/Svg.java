package org.hashaven.cli.output;

import java.util.Locale;

/** A drawing for a page, part by part; its colours are classes of the page's style sheet, so that it follows light and dark. */
public final class Svg {

	private final StringBuilder parts = new StringBuilder();

	/**
	 * @param label
	 *            a description for screen readers
	 */
	public Svg(String style, double width, double height, String label) {
		parts.append("<svg class=\"").append(style).append("\" viewBox=\"0 0 ").append(figure(width)).append(' ').append(figure(height))
				.append("\" role=\"img\" aria-label=\"").append(escape(label)).append("\">");
	}

	public Svg box(String style, double x, double y, double width, double height) {
		parts.append("<rect class=\"").append(style).append("\" x=\"").append(figure(x)).append("\" y=\"").append(figure(y))
				.append("\" width=\"").append(figure(Math.max(0, width))).append("\" height=\"").append(figure(height)).append("\"/>");
		return this;
	}

	public Svg line(String style, double x1, double y1, double x2, double y2) {
		parts.append("<line class=\"").append(style).append("\" x1=\"").append(figure(x1)).append("\" y1=\"").append(figure(y1))
				.append("\" x2=\"").append(figure(x2)).append("\" y2=\"").append(figure(y2)).append("\"/>");
		return this;
	}

	public Svg dot(String style, double x, double y, double radius) {
		parts.append("<circle class=\"").append(style).append("\" cx=\"").append(figure(x)).append("\" cy=\"").append(figure(y))
				.append("\" r=\"").append(figure(radius)).append("\"/>");
		return this;
	}

	/** A filled outline: x, y, x, y, … */
	public Svg area(String style, double... corners) {
		parts.append("<polygon class=\"").append(style).append("\" points=\"");
		for (int i = 0; i < corners.length; i++) {
			parts.append(i == 0 ? "" : i % 2 == 0 ? " " : ",").append(figure(corners[i]));
		}
		parts.append("\"/>");
		return this;
	}

	public Svg text(String style, double x, double y, String text) {
		parts.append("<text class=\"").append(style).append("\" x=\"").append(figure(x)).append("\" y=\"").append(figure(y)).append("\">")
				.append(escape(text)).append("</text>");
		return this;
	}

	/** All of it. */
	public String end() {
		return parts + "</svg>";
	}

	private static String figure(double number) {
		return number == Math.rint(number) ? Long.toString((long) number) : String.format(Locale.ROOT, "%.1f", number);
	}

	/** A text as HTML and SVG have it. */
	public static String escape(String text) {
		return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;");
	}
}
