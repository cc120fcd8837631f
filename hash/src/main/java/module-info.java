/** Hashes, records, list formats and queries: values without native code. */
module org.hashaven.hash {
	requires static transitive org.jspecify;
	requires tools.jackson.core;

	exports org.hashaven.hash;
	exports org.hashaven.hash.query;
	exports org.hashaven.hash.record;
}
