/** An uploaded photo or video in, what it matches in an index out. */
module org.hashaven.matcher {
	requires static transitive org.jspecify;
	requires transitive org.hashaven.core;
	requires transitive org.hashaven.index;

	exports org.hashaven.matcher;
}
