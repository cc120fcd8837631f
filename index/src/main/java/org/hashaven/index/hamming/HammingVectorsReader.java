package org.hashaven.index.hamming;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
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
import org.apache.lucene.util.IOUtils;
import org.hashaven.hash.Hash256;
import org.hashaven.index.hamming.rows.Parity;
import org.hashaven.index.hamming.rows.RowGroups;
import org.hashaven.index.hamming.rows.Rows;
import org.hashaven.index.hamming.table.BitPermutation;
import org.hashaven.index.hamming.table.SlotLayout;
import org.hashaven.index.hamming.table.Tables;
import org.hashaven.index.mmap.MappedFile;
import org.hashaven.index.mmap.OrdinalDocuments;
import org.jspecify.annotations.Nullable;

/** Opens the hashes of one segment. See {@link HammingVectorsFormat} for the bytes and for what is checked. */
final class HammingVectorsReader extends KnnVectorsReader {

	private final IndexInput data;
	private final Map<String, HammingSegment> fields = new HashMap<>();

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

	private HammingSegment readField(IndexInput meta, int documentCount) throws IOException {
		int count = meta.readInt();
		int rowCount = meta.readInt();
		require(count >= 0 && count <= documentCount, "count of hashes", meta);
		require(rowCount >= 0 && rowCount <= count, "count of rows", meta);
		Parity parity = Parity.ofByte(meta.readByte()).orElseThrow(() -> new CorruptIndexException("wrong parity", meta));
		BitPermutation arrangement = readArrangement(meta);
		Rows rows = new Rows(part(meta, meta.readLong(), (long) rowCount * Hash256.BYTES), rowCount);
		OrdinalDocuments documents = readDocuments(meta, documentCount, count);
		RowGroups groups = readGroups(meta, rowCount, count);
		Tables tables = readTables(meta, rowCount);
		return new HammingSegment(count, documents, rows, groups, arrangement, parity, tables);
	}

	private static BitPermutation readArrangement(IndexInput meta) throws IOException {
		byte kind = meta.readByte();
		require(kind == 0 || kind == 1, "arrangement", meta);
		if (kind == 0) {
			return BitPermutation.AS_IS;
		}
		byte[] sources = new byte[Hash256.BITS];
		meta.readBytes(sources, 0, sources.length);
		return BitPermutation.of(sources);
	}

	private OrdinalDocuments readDocuments(IndexInput meta, int documentCount, int count) throws IOException {
		long offset = meta.readLong();
		if (offset == HammingVectorsFormat.NONE) {
			require(count == documentCount, "count of hashes", meta);
			return OrdinalDocuments.EVERY;
		}
		OrdinalDocuments documents = OrdinalDocuments.listed(part(meta, offset, (long) count * Integer.BYTES));
		require(documents.ascendBelow(documentCount, count), "order of documents", meta);
		return documents;
	}

	private @Nullable RowGroups readGroups(IndexInput meta, int rows, int count) throws IOException {
		long offset = meta.readLong();
		if (offset == HammingVectorsFormat.NONE) {
			require(rows == count, "count of rows", meta);
			return null;
		}
		RowGroups groups = new RowGroups(part(meta, offset, RowGroups.sizeBytes(rows, count)), rows, count);
		require(groups.agree(), "groups", meta);
		return groups;
	}

	private @Nullable Tables readTables(IndexInput meta, int rows) throws IOException {
		byte bucketBits = meta.readByte();
		long offset = meta.readLong();
		if (bucketBits == 0 && offset == HammingVectorsFormat.NONE) {
			return null;
		}
		require(bucketBits >= 1 && bucketBits <= SlotLayout.SLOT_BITS && rows > 0, "tables", meta);
		SlotLayout layout = new SlotLayout(rows, bucketBits);
		Tables tables = Tables.of(layout, part(meta, offset, layout.sizeBytes()));
		require(tables.divideAllRows(), "directory", meta);
		return tables;
	}

	private MemorySegment part(IndexInput meta, long offset, long sizeBytes) throws IOException {
		require(offset >= 0 && offset <= data.length() - CodecUtil.footerLength() - sizeBytes, "place outside the data", meta);
		return MappedFile.part(data, offset, sizeBytes);
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
		HammingSegment segment = fields.get(field);
		return segment == null ? null : new HammingVectorValues(segment);
	}

	@Override
	public void search(String field, float[] target, KnnCollector collector, AcceptDocs accepted) {
		throw new UnsupportedOperationException("hashes are bytes");
	}

	/** Nearest-k, exact; see {@link NearestSearch}. */
	@Override
	public void search(String field, byte[] target, KnnCollector collector, AcceptDocs accepted) throws IOException {
		HammingSegment segment = fields.get(field);
		if (segment != null) {
			NearestSearch.search(segment, Hash256.ofBytes(target), collector, accepted.bits());
		}
	}

	@Override
	public Map<String, Long> getOffHeapByteSize(FieldInfo field) {
		HammingSegment segment = fields.get(field.name);
		return segment == null ? Map.of() : Map.of(HammingVectorsFormat.DATA_EXTENSION, segment.sizeBytes());
	}

	@Override
	public void close() throws IOException {
		data.close();
	}
}
