/** Durable, exact Hamming search on Lucene. */
module org.hashaven.index {
	requires java.logging;
	requires static transitive org.jspecify;
	requires transitive org.apache.lucene.core;
	requires transitive org.hashaven.hash;
	requires roaringbitmap;

	exports org.hashaven.index;
	exports org.hashaven.index.hamming;

	provides org.apache.lucene.codecs.KnnVectorsFormat
			with org.hashaven.index.hamming.HammingVectorsFormat, org.hashaven.index.regioncode.RegionVectorsFormat;
	provides org.apache.lucene.codecs.Codec with org.hashaven.index.hamming.HashCodec, org.hashaven.index.regioncode.RecordCodec;
}
