package org.hashaven.index.regioncode;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.codecs.KnnVectorsReader;
import org.apache.lucene.index.ByteVectorValues;
import org.apache.lucene.index.DocIDMerger;
import org.apache.lucene.index.FieldInfo;
import org.apache.lucene.index.KnnVectorValues;
import org.apache.lucene.index.MergeState;

/** The live region vectors of the segments being merged, in the order of the new segment. */
final class MergedRegions implements RegionSequence {

	private final FieldInfo field;
	private final MergeState merge;

	MergedRegions(FieldInfo field, MergeState merge) {
		this.field = field;
		this.merge = merge;
	}

	@Override
	public void forEach(Visitor visitor) throws IOException {
		List<Source> sources = new ArrayList<>();
		for (int i = 0; i < merge.knnVectorsReaders.length; i++) {
			FieldInfo sourceField = merge.fieldInfos[i].fieldInfo(field.name);
			KnnVectorsReader reader = merge.knnVectorsReaders[i];
			if (reader != null && sourceField != null && sourceField.hasVectorValues()) {
				ByteVectorValues values = reader.getByteVectorValues(field.name);
				if (values != null) {
					sources.add(new Source(merge.docMaps[i], values));
				}
			}
		}
		if (sources.isEmpty()) {
			return;
		}
		DocIDMerger<Source> merger = DocIDMerger.of(sources, merge.needsIndexSort);
		for (Source source = merger.next(); source != null; source = merger.next()) {
			visitor.visit(source.mappedDocID, source.vector());
		}
	}

	/** One segment going into the merge. */
	private static final class Source extends DocIDMerger.Sub {

		private final ByteVectorValues values;
		private final KnnVectorValues.DocIndexIterator documents;

		Source(MergeState.DocMap documentMap, ByteVectorValues values) {
			super(documentMap);
			this.values = values;
			this.documents = values.iterator();
		}

		@Override
		public int nextDoc() throws IOException {
			return documents.nextDoc();
		}

		byte[] vector() throws IOException {
			byte[] vector = values.vectorValue(documents.index());
			if (!(values instanceof RegionVectorValues)) {
				RegionVector.requireValid(vector); // written by another format, which takes any bytes
			}
			return vector;
		}
	}
}
