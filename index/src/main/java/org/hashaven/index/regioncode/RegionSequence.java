package org.hashaven.index.regioncode;

import java.io.IOException;
import org.apache.lucene.index.FieldInfo;
import org.apache.lucene.codecs.KnnVectorsWriter;
import org.apache.lucene.index.ByteVectorValues;
import org.apache.lucene.index.KnnVectorValues;
import org.apache.lucene.index.MergeState;
import org.apache.lucene.search.DocIdSetIterator;

/** The vectors that make a new segment, in the order of their documents; gone through once for each thing that is written. */
@FunctionalInterface
interface RegionSequence {

	/** Takes one vector, good until the next. */
	@FunctionalInterface
	interface Visitor {
		void visit(int document, byte[] vector) throws IOException;
	}

	/** Shows all vectors to a visitor. */
	void each(Visitor visitor) throws IOException;

	/** The live vectors of the segments being merged. */
	static RegionSequence merged(FieldInfo field, MergeState merge) {
		return visitor -> {
			ByteVectorValues values = KnnVectorsWriter.MergedVectorValues.mergeByteVectorValues(field, merge);
			KnnVectorValues.DocIndexIterator documents = values.iterator();
			for (int document = documents.nextDoc(); document != DocIdSetIterator.NO_MORE_DOCS; document = documents.nextDoc()) {
				byte[] vector = values.vectorValue(documents.index());
				RegionVector.requireHeader(vector);
				visitor.visit(document, vector);
			}
		};
	}
}
