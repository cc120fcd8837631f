package org.hashaven.samples.distortions;

/** Small talk for chats, posts and pages. */
final class Phrases {

	private static final String[] NAMES = {"Mina", "jay_k", "Soo", "old.friend", "Nick 2", "team chat", "user_4711", "Hana P.", "cousin",
			"DJ"};
	private static final String[] SHORT = {"ok", "lol", "who is this?", "see you", "where?", "just now", "no way", "haha", "send more",
			"?!"};
	private static final String[] LONG = {"did you see what they posted", "look at this one", "I found it in the other group",
			"it was on that page again",
			"nobody told me about it", "please take it down", "we can talk about it tomorrow", "have a look and tell me"};
	private static final String[] SHOUTS = {"WHEN YOU SEE IT", "NOBODY:", "ONE DOES NOT", "SUCH WOW", "NOT AGAIN", "EVERY MONDAY",
			"WAIT FOR IT"};

	private Phrases() {
	}

	static String name(RandomDraws chance) {
		return chance.oneOf(NAMES);
	}

	static String line(RandomDraws chance) {
		return chance.oneOf(chance.coin() ? SHORT : LONG);
	}

	static String sentence(RandomDraws chance) {
		return chance.oneOf(LONG);
	}

	static String shout(RandomDraws chance) {
		return chance.oneOf(SHOUTS);
	}

	/** A time of day. */
	static String time(RandomDraws chance) {
		return "%d:%02d".formatted(chance.between(1, 23), chance.between(0, 59));
	}

	/** A number as posts have it. */
	static String count(RandomDraws chance) {
		return chance.coin() ? Integer.toString(chance.between(2, 999)) : chance.between(1, 99) + "." + chance.between(1, 9) + "K";
	}
}
