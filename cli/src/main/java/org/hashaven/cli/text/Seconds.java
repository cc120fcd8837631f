package org.hashaven.cli.text;

/** Times in a video as people read them. */
public final class Seconds {

	private static final int MS_A_TENTH = 100;
	private static final int TENTHS_A_MINUTE = 600;
	private static final int MINUTES_AN_HOUR = 60;

	private Seconds() {
	}

	/** Minutes, seconds and tenths, {@code 1:02.5}; hours before them where there are any. */
	public static String of(int timeMs) {
		int tenths = timeMs / MS_A_TENTH;
		int minutes = tenths / TENTHS_A_MINUTE;
		String seconds = String.format("%04.1f", tenths % TENTHS_A_MINUTE / 10.0);
		return minutes < MINUTES_AN_HOUR
				? minutes + ":" + seconds
				: String.format("%d:%02d:%s", minutes / MINUTES_AN_HOUR, minutes % MINUTES_AN_HOUR, seconds);
	}
}
