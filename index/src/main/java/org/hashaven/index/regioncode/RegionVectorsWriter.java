package org.hashaven.index.regioncode;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.codecs.CodecUtil;
import org.apache.lucene.codecs.KnnFieldVectorsWriter;
import org.apache.lucene.codecs.KnnVectorsWriter;
import org.apache.lucene.index.FieldInfo;
import org.apache.lucene.index.IndexFileNames;
import org.apache.lucene.index.MergeState;
import org.apache.lucene.index.SegmentWriteState;
import org.apache.lucene.index.Sorter;
import org.apache.lucene.index.VectorEncoding;
import org.apache.lucene.store.IndexOutput;
import org.apache.lucene.util.ArrayUtil;
import org.apache.lucene.util.IORunnable;
import org.apache.lucene.util.IOUtils;
import org.jspecify.annotations.Nullable;

/** Writes the regions of one segment, at flush and at merge. See {@link RegionVectorsFormat} for the bytes. */
final class RegionVectorsWriter extends KnnVectorsWriter {

	private final SegmentWriteState state;
	private final int minTableRows;
	private final IndexOutput meta;
	private final IndexOutput data;
	private final List<RegionBuffer> buffers = new ArrayList<>();

	RegionVectorsWriter(SegmentWriteState state, int minTableRows) throws IOException {
		this.state = state;
		this.minTableRows = minTableRows;
		IndexOutput newMeta = null;
		IndexOutput newData = null;
		try {
			newMeta = create(RegionVectorsFormat.META_EXTENSION, RegionVectorsFormat.META_CODEC);
			newData = create(RegionVectorsFormat.DATA_EXTENSION, RegionVectorsFormat.DATA_CODEC);
		} catch (IOException | RuntimeException e) {
			IOUtils.closeWhileSuppressingExceptions(e, newMeta, newData);
			throw e;
		}
		meta = newMeta;
		data = newData;
	}

	private IndexOutput create(String extension, String codec) throws IOException {
		String name = IndexFileNames.segmentFileName(state.segmentInfo.name, state.segmentSuffix, extension);
		IndexOutput output = state.directory.createOutput(name, state.context);
		try {
			CodecUtil.writeIndexHeader(output, codec, RegionVectorsFormat.VERSION_CURRENT, state.segmentInfo.getId(),
					state.segmentSuffix);
			return output;
		} catch (IOException | RuntimeException e) {
			IOUtils.closeWhileSuppressingExceptions(e, output);
			throw e;
		}
	}

	@Override
	public KnnFieldVectorsWriter<?> addField(FieldInfo field) {
		requireRegions(field);
		RegionBuffer buffer = new RegionBuffer(field);
		buffers.add(buffer);
		return buffer;
	}

	private static void requireRegions(FieldInfo field) {
		if (field.getVectorEncoding() != VectorEncoding.BYTE || field.getVectorDimension() != RegionVector.BYTES) {
			throw new IllegalArgumentException("field " + field.name + " holds no regions: its vectors are not " + RegionVector.BYTES
					+ " bytes");
		}
	}

	@Override
	public void flush(int documents, Sorter.@Nullable DocMap sort) throws IOException {
		for (RegionBuffer buffer : buffers) {
			write(buffer.field(), buffer.inOrderOf(sort), documents);
		}
	}

	@Override
	public @Nullable IORunnable mergeOneField(FieldInfo field, MergeState merge) throws IOException {
		requireRegions(field);
		write(field, new MergedRegions(field, merge), merge.segmentInfo.maxDoc());
		return null; // nothing is left to do later
	}

	private void write(FieldInfo field, RegionSequence vectors, int documents) throws IOException {
		long headers = data.getFilePointer();
		Starts starts = new Starts();
		vectors.forEach((document, vector) -> {
			starts.add(RegionVector.count(vector[0]));
			data.writeByte(vector[0]);
		});
		meta.writeInt(field.number);
		meta.writeInt(starts.photos);
		meta.writeInt(starts.rows);
		meta.writeLong(headers);
		meta.writeLong(starts.write(data));
		meta.writeLong(starts.photos == documents ? RegionVectorsFormat.NONE : writeDocuments(vectors));
		List<CodeTableBuilder> tables = new ArrayList<>();
		int bucketBits = starts.rows < minTableRows ? 0 : CodeSlot.bucketBits(starts.rows);
		if (bucketBits > 0) {
			for (CodeSlot slot : CodeSlot.both(bucketBits, starts.rows)) {
				tables.add(new CodeTableBuilder(slot));
			}
		}
		meta.writeLong(writeCodes(vectors, tables));
		meta.writeLong(writePlaces(vectors));
		meta.writeByte((byte) bucketBits);
		meta.writeLong(bucketBits == 0 ? RegionVectorsFormat.NONE : writeTables(vectors, tables));
	}

	/** The first row of every {@value RegionSegment#START_PHOTOS}th photo. */
	private static final class Starts {

		private int[] starts = new int[1];
		private int photos;
		private int rows;

		void add(int count) {
			photos++;
			if (rows > Integer.MAX_VALUE - count) {
				throw new IllegalStateException("a segment has " + Integer.MAX_VALUE + " regions at most");
			}
			rows += count;
			if (photos % RegionSegment.START_PHOTOS == 0) {
				int block = photos / RegionSegment.START_PHOTOS;
				starts = ArrayUtil.grow(starts, block + 1);
				starts[block] = rows;
			}
		}

		long write(IndexOutput data) throws IOException {
			long offset = data.getFilePointer();
			for (int block = 0; block <= photos / RegionSegment.START_PHOTOS; block++) {
				data.writeInt(starts[block]);
			}
			return offset;
		}
	}

	private long writeDocuments(RegionSequence vectors) throws IOException {
		long offset = data.getFilePointer();
		vectors.forEach((document, vector) -> data.writeInt(document));
		return offset;
	}

	private long writeCodes(RegionSequence vectors, List<CodeTableBuilder> tables) throws IOException {
		long offset = data.alignFilePointer(RegionVectorsFormat.ALIGNMENT_BYTES);
		vectors.forEach((document, vector) -> {
			int count = RegionVector.count(vector[0]);
			for (int region = 0; region < count; region++) {
				long code = RegionVector.code(vector, region);
				data.writeLong(code);
				for (CodeTableBuilder table : tables) {
					table.count(code);
				}
			}
		});
		return offset;
	}

	private long writePlaces(RegionSequence vectors) throws IOException {
		long offset = data.getFilePointer();
		vectors.forEach((document, vector) -> {
			int count = RegionVector.count(vector[0]);
			for (int region = 0; region < count; region++) {
				data.writeBytes(vector, RegionVector.placeOffset(region), RegionVector.PLACE_BYTES);
			}
		});
		return offset;
	}

	private long writeTables(RegionSequence vectors, List<CodeTableBuilder> tables) throws IOException {
		long offset = data.alignFilePointer(RegionVectorsFormat.ALIGNMENT_BYTES);
		for (CodeTableBuilder table : tables) {
			table.endCount();
			vectors.forEach((document, vector) -> {
				int count = RegionVector.count(vector[0]);
				for (int region = 0; region < count; region++) {
					table.place(RegionVector.code(vector, region));
				}
			});
			table.write(data);
		}
		return offset;
	}

	@Override
	public void finish() throws IOException {
		meta.writeInt(RegionVectorsFormat.END_OF_FIELDS);
		CodecUtil.writeFooter(meta);
		CodecUtil.writeFooter(data);
	}

	@Override
	public void close() throws IOException {
		IOUtils.close(meta, data);
	}

	@Override
	public long ramBytesUsed() {
		return buffers.stream().mapToLong(RegionBuffer::ramBytesUsed).sum();
	}
}
