package org.hashaven.benchmarks.rivals;

import java.io.IOException;
import org.apache.lucene.codecs.FilterCodec;
import org.apache.lucene.codecs.KnnVectorsFormat;
import org.apache.lucene.codecs.KnnVectorsReader;
import org.apache.lucene.codecs.KnnVectorsWriter;
import org.apache.lucene.codecs.hnsw.FlatVectorsFormat;
import org.apache.lucene.codecs.lucene104.Lucene104Codec;
import org.apache.lucene.codecs.lucene99.Lucene99FlatVectorsFormat;
import org.apache.lucene.codecs.lucene99.Lucene99HnswVectorsFormat;
import org.apache.lucene.codecs.lucene99.Lucene99HnswVectorsReader;
import org.apache.lucene.codecs.lucene99.Lucene99HnswVectorsWriter;
import org.apache.lucene.index.SegmentReadState;
import org.apache.lucene.index.SegmentWriteState;
import org.hashaven.hash.Hash256;

/**
 * Lucene's codec with Lucene's HNSW graph over hashes of 32 bytes, its own defaults for the graph and {@link HammingScorer} for the
 * distance. Not registered with Lucene: readers come from the writer.
 */
final class HnswCodec extends FilterCodec {

	private final KnnVectorsFormat graphs = new Graphs();

	HnswCodec() {
		super("HnswRival", new Lucene104Codec());
	}

	@Override
	public KnnVectorsFormat knnVectorsFormat() {
		return graphs;
	}

	/** Hashes as Lucene stores vectors, with a graph beside them. */
	private static final class Graphs extends KnnVectorsFormat {

		private final FlatVectorsFormat flat = new Lucene99FlatVectorsFormat(new HammingScorer());

		Graphs() {
			super("HnswRivalGraphs");
		}

		@Override
		public KnnVectorsWriter fieldsWriter(SegmentWriteState state) throws IOException {
			return new Lucene99HnswVectorsWriter(state, Lucene99HnswVectorsFormat.DEFAULT_MAX_CONN,
					Lucene99HnswVectorsFormat.DEFAULT_BEAM_WIDTH, flat, flat.fieldsWriter(state),
					Lucene99HnswVectorsFormat.DEFAULT_NUM_MERGE_WORKER, null);
		}

		@Override
		public KnnVectorsReader fieldsReader(SegmentReadState state) throws IOException {
			return new Lucene99HnswVectorsReader(state, flat.fieldsReader(state));
		}

		@Override
		public int getMaxDimensions(String field) {
			return Hash256.BYTES;
		}
	}
}
