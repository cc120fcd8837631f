package org.hashaven.index.hamming;

import org.apache.lucene.codecs.FilterCodec;
import org.apache.lucene.codecs.KnnVectorsFormat;
import org.apache.lucene.codecs.lucene104.Lucene104Codec;

/**
 * Lucene's codec with {@link HammingVectorsFormat} for vectors. Lucene finds it by its name, so that an index written with it opens
 * wherever this module is on the class path.
 */
public final class HashCodec extends FilterCodec {

	/** The name that segments carry; it stands for the Lucene codec beneath as well, so a later one gets a new name. */
	public static final String NAME = "Hashaven104";

	private final KnnVectorsFormat vectors;

	/** Called by Lucene through {@link java.util.ServiceLoader}, and to set up an index. */
	public HashCodec() {
		this(new HammingVectorsFormat());
	}

	/** Writes vectors with a format set up otherwise. */
	HashCodec(HammingVectorsFormat vectors) {
		super(NAME, new Lucene104Codec());
		this.vectors = vectors;
	}

	@Override
	public KnnVectorsFormat knnVectorsFormat() {
		return vectors;
	}
}
