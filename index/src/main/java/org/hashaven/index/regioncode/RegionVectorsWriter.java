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
import org.apache.lucene.util.IORunnable;
import org.apache.lucene.util.IOUtils;
import org.jspecify.annotations.Nullable;

/** Writes the regions of one segment, at flush and at merge. See {@link RegionVectorsFormat} for the bytes. */
final class RegionVectorsWriter extends KnnVectorsWriter {

	/** A bucket has this many rows on average, up to twice as many. */
	private static final int BUCKET_ROWS_LOG2 = 2;

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
			CodecUtil.writeIndexHeader(output, codec, RegionVectorsFormat.VERSION, state.segmentInfo.getId(), state.segmentSuffix);
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
			throw new IllegalArgumentException("field " + field.name + " holds no regions");
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
		write(field, RegionSequence.merged(field, merge), merge.segmentInfo.maxDoc());
		return null; // nothing is left to do later
	}

	/** How many photos and regions a sequence has. */
	private static final class Counts {

		private int photos;
		private int rows;

		static Counts of(RegionSequence sequence) throws IOException {
			Counts counts = new Counts();
			sequence.each((document, vector) -> {
				counts.photos++;
				counts.rows = Math.addExact(counts.rows, RegionVector.count(vector[0]));
			});
			return counts;
		}
	}

	private void write(FieldInfo field, RegionSequence sequence, int documents) throws IOException {
		Counts counts = Counts.of(sequence);
		meta.writeInt(field.number);
		meta.writeInt(counts.photos);
		meta.writeInt(counts.rows);
		if (counts.photos == documents) {
			meta.writeLong(RegionVectorsFormat.NONE);
		} else {
			begin();
			sequence.each((document, vector) -> data.writeInt(document));
		}
		begin();
		sequence.each((document, vector) -> data.writeByte(vector[0]));
		begin();
		writeStarts(sequence);
		begin();
		sequence.each((document, vector) -> {
			for (int region = 0; region < RegionVector.count(vector[0]); region++) {
				data.writeLong(RegionVector.code(vector, region));
			}
		});
		begin();
		sequence.each((document, vector) -> {
			for (int region = 0; region < RegionVector.count(vector[0]); region++) {
				int place = RegionVector.place(vector, region);
				data.writeByte((byte) (place >>> 16));
				data.writeByte((byte) (place >>> 8));
				data.writeByte((byte) place);
			}
		});
		if (counts.rows < minTableRows) {
			meta.writeByte((byte) 0);
			meta.writeLong(RegionVectorsFormat.NONE);
		} else {
			int bits = Math.clamp(Integer.SIZE - 1 - Integer.numberOfLeadingZeros(counts.rows) - BUCKET_ROWS_LOG2, 1,
					RegionSegment.Slots.MAX_BITS);
			meta.writeByte((byte) bits);
			begin();
			for (int slot = 0; slot < RegionSegment.SLOTS; slot++) {
				writeTable(sequence, counts.rows, bits, RegionSegment.Slots.shift(slot, bits));
			}
		}
	}

	private void begin() throws IOException {
		meta.writeLong(data.alignFilePointer(RegionVectorsFormat.ALIGNMENT_BYTES));
	}

	private void writeStarts(RegionSequence sequence) throws IOException {
		int[] start = new int[1];
		sequence.each((document, vector) -> {
			data.writeInt(start[0]);
			start[0] += RegionVector.count(vector[0]);
		});
		data.writeInt(start[0]);
	}

	/** Sorts rows into buckets by counting. */
	private void writeTable(RegionSequence sequence, int rows, int bits, int shift) throws IOException {
		int mask = (1 << bits) - 1;
		int[] next = new int[(1 << bits) + 1];
		eachCode(sequence, (row, code) -> next[((int) (code >>> shift) & mask) + 1]++);
		for (int bucket = 0; bucket < 1 << bits; bucket++) {
			next[bucket + 1] += next[bucket];
		}
		for (int position : next) {
			data.writeInt(position);
		}
		int[] sorted = new int[rows];
		eachCode(sequence, (row, code) -> sorted[next[(int) (code >>> shift) & mask]++] = row);
		for (int row : sorted) {
			data.writeInt(row);
		}
	}

	/** Takes a row's code. */
	@FunctionalInterface
	private interface CodeVisitor {
		void visit(int row, long code);
	}

	private static void eachCode(RegionSequence sequence, CodeVisitor visitor) throws IOException {
		int[] row = new int[1];
		sequence.each((document, vector) -> {
			for (int region = 0; region < RegionVector.count(vector[0]); region++) {
				visitor.visit(row[0]++, RegionVector.code(vector, region));
			}
		});
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
