package org.hashaven.index.hamming;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.apache.lucene.codecs.CodecUtil;
import org.apache.lucene.codecs.KnnVectorsReader;
import org.apache.lucene.index.ByteVectorValues;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.FieldInfo;
import org.apache.lucene.index.FloatVectorValues;
import org.apache.lucene.index.IndexFileNames;
import org.apache.lucene.index.SegmentReadState;
import org.apache.lucene.index.VectorEncoding;
import org.apache.lucene.search.AcceptDocs;
import org.apache.lucene.search.KnnCollector;
import org.apache.lucene.store.ChecksumIndexInput;
import org.apache.lucene.store.DataInput;
import org.apache.lucene.store.FileDataHint;
import org.apache.lucene.store.FileTypeHint;
import org.apache.lucene.store.IndexInput;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.IOUtils;
import org.hashaven.hash.Hash256;
import org.jspecify.annotations.Nullable;

/** Opens the hashes of one segment. See {@link HammingVectorsFormat} for the bytes and for what is checked. */
final class HammingVectorsReader extends KnnVectorsReader {

	private final IndexInput data;
	private final Map<String, HammingVectorValues> fields = new HashMap<>();

	HammingVectorsReader(SegmentReadState state) throws IOException {
		data = state.directory.openInput(fileName(state, HammingVectorsFormat.DATA_EXTENSION),
				state.context.withHints(FileTypeHint.DATA, FileDataHint.KNN_VECTORS));
		try {
			checkHeader(data, HammingVectorsFormat.DATA_CODEC, state);
			CodecUtil.retrieveChecksum(data);
			readMeta(state);
		} catch (IOException | RuntimeException e) {
			IOUtils.closeWhileSuppressingExceptions(e, data);
			throw e;
		}
	}

	private static String fileName(SegmentReadState state, String extension) {
		return IndexFileNames.segmentFileName(state.segmentInfo.name, state.segmentSuffix, extension);
	}

	private static void checkHeader(DataInput input, String codec, SegmentReadState state) throws IOException {
		CodecUtil.checkIndexHeader(input, codec, HammingVectorsFormat.VERSION_START, HammingVectorsFormat.VERSION_CURRENT,
				state.segmentInfo.getId(), state.segmentSuffix);
	}

	private void readMeta(SegmentReadState state) throws IOException {
		try (ChecksumIndexInput meta = state.directory.openChecksumInput(fileName(state, HammingVectorsFormat.META_EXTENSION))) {
			Throwable fault = null;
			try {
				checkHeader(meta, HammingVectorsFormat.META_CODEC, state);
				for (int number = meta.readInt(); number != HammingVectorsFormat.END_OF_FIELDS; number = meta.readInt()) {
					FieldInfo field = state.fieldInfos.fieldInfo(number);
					require(field != null && field.getVectorEncoding() == VectorEncoding.BYTE
							&& field.getVectorDimension() == Hash256.BYTES, "a field without hashes", meta);
					fields.put(field.name, readField(meta, state.segmentInfo.maxDoc()));
				}
			} catch (IOException | RuntimeException e) {
				fault = e;
			} finally {
				CodecUtil.checkFooter(meta, fault);
			}
		}
	}

	private HammingVectorValues readField(IndexInput meta, int documentCount) throws IOException {
		int count = meta.readInt();
		long columnsOffset = meta.readLong();
		long documentsOffset = meta.readLong();
		require(count >= 0 && count <= documentCount, "count of hashes", meta);
		require(columnsOffset % HammingVectorsFormat.COLUMN_ALIGNMENT_BYTES == 0, "place of the columns", meta);
		requireInside(columnsOffset, (long) count * Hash256.BYTES, meta);
		HashColumns columns = HashColumns.open(data, columnsOffset, count);
		if (documentsOffset == HammingVectorsFormat.EVERY_DOCUMENT) {
			require(count == documentCount, "count of hashes", meta);
			return new HammingVectorValues(columns, OrdinalDocuments.EVERY);
		}
		requireInside(documentsOffset, (long) count * Integer.BYTES, meta);
		OrdinalDocuments documents = OrdinalDocuments
				.listed(HashColumns.map(data, documentsOffset, (long) count * Integer.BYTES));
		require(documents.ascendBelow(documentCount, count), "order of documents", meta);
		return new HammingVectorValues(columns, documents);
	}

	private void requireInside(long offset, long sizeBytes, IndexInput meta) throws IOException {
		require(offset >= 0 && offset <= data.length() - CodecUtil.footerLength() - sizeBytes, "place outside the data", meta);
	}

	private static void require(boolean condition, String what, DataInput meta) throws CorruptIndexException {
		if (!condition) {
			throw new CorruptIndexException("wrong " + what, meta);
		}
	}

	@Override
	public void checkIntegrity() throws IOException {
		CodecUtil.checksumEntireFile(data);
	}

	@Override
	public @Nullable FloatVectorValues getFloatVectorValues(String field) {
		return null; // the writer takes no such field
	}

	@Override
	public @Nullable ByteVectorValues getByteVectorValues(String field) {
		HammingVectorValues values = fields.get(field);
		return values == null ? null : values.copy();
	}

	@Override
	public void search(String field, float[] target, KnnCollector collector, AcceptDocs accepted) {
		throw new UnsupportedOperationException("hashes are bytes");
	}

	/** Nearest-k, exact: every accepted hash is offered to the collector, unless the collector says that it has seen enough. */
	@Override
	public void search(String field, byte[] target, KnnCollector collector, AcceptDocs accepted) throws IOException {
		HammingVectorValues values = fields.get(field);
		if (values == null) {
			return;
		}
		Hash256 query = Hash256.ofBytes(target);
		Bits bits = accepted.bits();
		for (int ordinal = 0; ordinal < values.size() && !collector.earlyTerminated(); ordinal++) {
			int document = values.ordToDoc(ordinal);
			if (bits == null || bits.get(document)) {
				collector.incVisitedCount(1);
				collector.collect(document, HammingQuery.score(values.columns().distanceBits(ordinal, query)));
			}
		}
	}

	@Override
	public Map<String, Long> getOffHeapByteSize(FieldInfo field) {
		HammingVectorValues values = fields.get(field.name);
		return values == null ? Map.of() : Map.of(HammingVectorsFormat.DATA_EXTENSION, (long) values.size() * Hash256.BYTES);
	}

	@Override
	public void close() throws IOException {
		data.close();
	}
}
