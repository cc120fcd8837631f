package org.hashaven.index.hamming;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.codecs.KnnVectorsReader;
import org.apache.lucene.index.ByteVectorValues;
import org.apache.lucene.index.DocIDMerger;
import org.apache.lucene.index.FieldInfo;
import org.apache.lucene.index.KnnVectorValues;
import org.apache.lucene.index.MergeState;
import org.hashaven.index.hamming.rows.HashSequence;
import org.jspecify.annotations.Nullable;

/** The live hashes of the segments being merged, in the order of the new segment. */
final class MergedHashes implements HashSequence {

	private final FieldInfo field;
	private final MergeState merge;

	MergedHashes(FieldInfo field, MergeState merge) {
		this.field = field;
		this.merge = merge;
	}

	@Override
	public Cursor cursor() throws IOException {
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
		return new MergedCursor(sources.isEmpty() ? null : DocIDMerger.of(sources, merge.needsIndexSort));
	}

	/** One segment going into the merge. */
	private static final class Source extends DocIDMerger.Sub {

		private final KnnVectorValues.DocIndexIterator documents;
		private final HashWords words;

		Source(MergeState.DocMap documentMap, ByteVectorValues values) {
			super(documentMap);
			this.documents = values.iterator();
			this.words = HashWords.of(values);
		}

		@Override
		public int nextDoc() throws IOException {
			return documents.nextDoc();
		}

		void words(long[] into) throws IOException {
			words.get(documents.index(), into);
		}
	}

	private static final class MergedCursor implements Cursor {

		private final @Nullable DocIDMerger<Source> merger;
		private @Nullable Source current;

		MergedCursor(@Nullable DocIDMerger<Source> merger) {
			this.merger = merger;
		}

		@Override
		public boolean next() throws IOException {
			current = merger == null ? null : merger.next();
			return current != null;
		}

		@Override
		public int document() {
			return current().mappedDocID;
		}

		@Override
		public void words(long[] words) throws IOException {
			current().words(words);
		}

		private Source current() {
			if (current == null) {
				throw new IllegalStateException("no hash here");
			}
			return current;
		}
	}
}
