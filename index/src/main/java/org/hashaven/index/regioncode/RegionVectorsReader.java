package org.hashaven.index.regioncode;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.util.HashMap;
import java.util.List;
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
import org.hashaven.hash.RegionSet;
import org.hashaven.index.hamming.MappedFile;
import org.jspecify.annotations.Nullable;

/** Opens the regions of one segment. See {@link RegionVectorsFormat} for the bytes and for what is checked. */
final class RegionVectorsReader extends KnnVectorsReader {

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
		CodecUtil.checkIndexHeader(input, codec, RegionVectorsFormat.VERSION, RegionVectorsFormat.VERSION, state.segmentInfo.getId(),
				state.segmentSuffix);
	}

	private void readMeta(SegmentReadState state) throws IOException {
		try (ChecksumIndexInput meta = state.directory.openChecksumInput(fileName(state, RegionVectorsFormat.META_EXTENSION))) {
			Throwable fault = null;
			try {
				checkHeader(meta, RegionVectorsFormat.META_CODEC, state);
				for (int number = meta.readInt(); number != RegionVectorsFormat.END_OF_FIELDS; number = meta.readInt()) {
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
		require(rows >= photos && rows <= (long) photos * RegionSet.MAX_REGIONS, "count of regions", meta);
		long documentsAt = meta.readLong();
		MemorySegment documents = documentsAt == RegionVectorsFormat.NONE ? null : part(meta, documentsAt, (long) photos * Integer.BYTES);
		require(documents != null || photos == documentCount, "count of photos", meta);
		MemorySegment headers = part(meta, meta.readLong(), photos);
		MemorySegment starts = part(meta, meta.readLong(), (photos + 1L) * Integer.BYTES);
		MemorySegment codes = part(meta, meta.readLong(), (long) rows * Long.BYTES);
		MemorySegment places = part(meta, meta.readLong(), (long) rows * RegionSegment.PLACE_BYTES);
		RegionSegment segment = new RegionSegment(photos, rows, documents, headers, starts, codes, places, readTables(meta, rows));
		checkPhotos(segment, documentCount, meta);
		return segment;
	}

	private static void checkPhotos(RegionSegment segment, int documentCount, IndexInput meta) throws IOException {
		int before = -1;
		int start = 0;
		for (int photo = 0; photo < segment.photos(); photo++) {
			int document = segment.document(photo);
			int count = RegionVector.count(segment.header(photo));
			require(document > before && document < documentCount, "order of documents", meta);
			require(segment.start(photo) == start && count >= 1 && count <= RegionSet.MAX_REGIONS, "number of regions of a photo", meta);
			before = document;
			start += count;
		}
		require(segment.start(segment.photos()) == start && start == segment.rows(), "number of regions", meta);
	}

	private RegionSegment.@Nullable Slots readTables(IndexInput meta, int rows) throws IOException {
		int bits = meta.readByte();
		long offset = meta.readLong();
		if (bits == 0 && offset == RegionVectorsFormat.NONE) {
			return null;
		}
		require(bits >= 1 && bits <= RegionSegment.Slots.MAX_BITS && rows > 0, "tables", meta);
		long directoryBytes = ((1L << bits) + 1) * Integer.BYTES;
		long rowsBytes = (long) rows * Integer.BYTES;
		MemorySegment[] directories = new MemorySegment[RegionSegment.SLOTS];
		MemorySegment[] postings = new MemorySegment[RegionSegment.SLOTS];
		long at = offset;
		for (int slot = 0; slot < RegionSegment.SLOTS; slot++) {
			directories[slot] = part(meta, at, directoryBytes);
			postings[slot] = part(meta, at + directoryBytes, rowsBytes);
			at += directoryBytes + rowsBytes;
			checkDirectory(directories[slot], bits, rows, meta);
			checkRows(postings[slot], rows, meta);
		}
		return new RegionSegment.Slots(bits, List.of(directories), List.of(postings), new ProbeSequence(bits));
	}

	private static void checkDirectory(MemorySegment directory, int bits, int rows, IndexInput meta) throws IOException {
		int before = 0;
		for (long bucket = 0; bucket <= 1L << bits; bucket++) {
			int position = directory.getAtIndex(MappedFile.INT, bucket);
			require(position >= before && position <= rows && (bucket > 0 || position == 0), "directory", meta);
			before = position;
		}
		require(before == rows, "directory", meta);
	}

	private static void checkRows(MemorySegment postings, int rows, IndexInput meta) throws IOException {
		int worst = 0;
		for (long at = 0; at < rows; at++) {
			// The larger of the two as unsigned numbers would need a branch; a negative row has its highest bit set.
			int row = postings.getAtIndex(MappedFile.INT, at);
			worst |= row | (rows - 1 - row);
		}
		require(worst >= 0, "row in a table", meta);
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
		throw new UnsupportedOperationException("regions are bytes");
	}

	/** Has no answer: sets of regions have no distance. {@link RegionSearcher} looks regions up. */
	@Override
	public void search(String field, byte[] target, KnnCollector collector, AcceptDocs accepted) {
		// nothing to collect: Lucene's own check of an index asks this way
	}

	@Override
	public Map<String, Long> getOffHeapByteSize(FieldInfo field) {
		return fields.containsKey(field.name) ? Map.of(RegionVectorsFormat.DATA_EXTENSION, data.length()) : Map.of();
	}

	@Override
	public void close() throws IOException {
		data.close();
	}
}
