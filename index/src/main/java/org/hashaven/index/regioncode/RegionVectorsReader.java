package org.hashaven.index.regioncode;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.util.HashMap;
import java.util.Map;
import org.apache.lucene.codecs.CodecUtil;
import org.apache.lucene.codecs.hnsw.FlatVectorsReader;
import org.apache.lucene.codecs.hnsw.FlatVectorsScorer;
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
import org.apache.lucene.util.RamUsageEstimator;
import org.apache.lucene.util.hnsw.RandomVectorScorer;
import org.hashaven.index.mmap.MappedFile;
import org.hashaven.index.mmap.OrdinalDocuments;
import org.jspecify.annotations.Nullable;

/**
 * Opens the regions of one segment. See {@link RegionVectorsFormat} for the bytes and for what is checked.
 *
 * <p>
 * A flat reader, which tells Lucene's CheckIndex not to expect an answer from a nearest-neighbour search.
 */
final class RegionVectorsReader extends FlatVectorsReader {

	private static final long SHALLOW_BYTES = RamUsageEstimator.shallowSizeOfInstance(RegionVectorsReader.class);

	private final IndexInput data;
	private final Map<String, RegionSegment> fields = new HashMap<>();

	RegionVectorsReader(SegmentReadState state) throws IOException {
		data = state.directory.openInput(fileName(state, RegionVectorsFormat.DATA_EXTENSION),
				state.context.withHints(FileTypeHint.DATA, FileDataHint.KNN_VECTORS));
		try {
			checkHeader(data, RegionVectorsFormat.DATA_CODEC, state);
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
		CodecUtil.checkIndexHeader(input, codec, RegionVectorsFormat.VERSION_START, RegionVectorsFormat.VERSION_CURRENT,
				state.segmentInfo.getId(), state.segmentSuffix);
	}

	private void readMeta(SegmentReadState state) throws IOException {
		try (ChecksumIndexInput meta = state.directory.openChecksumInput(fileName(state, RegionVectorsFormat.META_EXTENSION))) {
			Throwable fault = null;
			try {
				checkHeader(meta, RegionVectorsFormat.META_CODEC, state);
				for (int number = meta.readInt(); number != RegionVectorsFormat.END_OF_FIELDS; number = meta.readInt()) {
					require(number >= 0, "field number", meta);
					FieldInfo field = state.fieldInfos.fieldInfo(number);
					require(field != null && field.getVectorEncoding() == VectorEncoding.BYTE
							&& field.getVectorDimension() == RegionVector.BYTES, "a field without regions", meta);
					fields.put(field.name, readField(meta, state.segmentInfo.maxDoc()));
				}
			} catch (IOException | RuntimeException e) {
				fault = e;
			} finally {
				CodecUtil.checkFooter(meta, fault);
			}
		}
	}

	private RegionSegment readField(IndexInput meta, int documentCount) throws IOException {
		int photos = meta.readInt();
		int rows = meta.readInt();
		require(photos >= 0 && photos <= documentCount, "count of photos", meta);
		require(rows >= 0, "count of regions", meta);
		MemorySegment headers = part(meta, meta.readLong(), photos);
		MemorySegment starts = part(meta, meta.readLong(), RegionSegment.startsBytes(photos));
		OrdinalDocuments documents = readDocuments(meta, documentCount, photos);
		MemorySegment codes = part(meta, meta.readLong(), (long) rows * Long.BYTES);
		MemorySegment places = part(meta, meta.readLong(), (long) rows * RegionVector.PLACE_BYTES);
		CodeTables tables = readTables(meta, rows);
		RegionSegment segment = new RegionSegment(photos, rows, documents, headers, starts, codes, places, tables);
		require(segment.headersAgree(), "headers or starts", meta);
		return segment;
	}

	private OrdinalDocuments readDocuments(IndexInput meta, int documentCount, int photos) throws IOException {
		long offset = meta.readLong();
		if (offset == RegionVectorsFormat.NONE) {
			require(photos == documentCount, "count of photos", meta);
			return OrdinalDocuments.EVERY;
		}
		OrdinalDocuments documents = OrdinalDocuments.listed(part(meta, offset, (long) photos * Integer.BYTES));
		require(documents.ascendBelow(documentCount, photos), "order of documents", meta);
		return documents;
	}

	private @Nullable CodeTables readTables(IndexInput meta, int rows) throws IOException {
		byte bucketBits = meta.readByte();
		long offset = meta.readLong();
		if (bucketBits == 0 && offset == RegionVectorsFormat.NONE) {
			return null;
		}
		require(bucketBits >= 1 && bucketBits <= CodeSlot.MAX_BUCKET_BITS && rows > 0, "tables", meta);
		CodeTables tables = CodeTables.of(bucketBits, rows, part(meta, offset, CodeTables.sizeBytes(bucketBits, rows)));
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
		RegionSegment segment = fields.get(field);
		return segment == null ? null : new RegionVectorValues(segment);
	}

	@Override
	public void search(String field, float[] target, KnnCollector collector, AcceptDocs accepted) {
		throw noNearest();
	}

	@Override
	public void search(String field, byte[] target, KnnCollector collector, AcceptDocs accepted) {
		throw noNearest();
	}

	@Override
	public FlatVectorsScorer getFlatVectorScorer(String field) {
		throw noNearest();
	}

	@Override
	public RandomVectorScorer getRandomVectorScorer(String field, float[] target) {
		throw noNearest();
	}

	@Override
	public RandomVectorScorer getRandomVectorScorer(String field, byte[] target) {
		throw noNearest();
	}

	private static UnsupportedOperationException noNearest() {
		return new UnsupportedOperationException("regions have no nearest neighbours: search them with RegionSearcher");
	}

	@Override
	public Map<String, Long> getOffHeapByteSize(FieldInfo field) {
		RegionSegment segment = fields.get(field.name);
		return segment == null ? Map.of() : Map.of(RegionVectorsFormat.DATA_EXTENSION, segment.sizeBytes());
	}

	@Override
	public long ramBytesUsed() {
		return SHALLOW_BYTES;
	}

	@Override
	public void close() throws IOException {
		data.close();
	}
}
