package org.hashaven.index.hamming;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
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
import org.hashaven.hash.Hash256;
import org.hashaven.index.hamming.rows.HashSequence;
import org.hashaven.index.hamming.rows.RowStore;
import org.hashaven.index.hamming.rows.Rows;
import org.hashaven.index.hamming.table.DistinctRows;
import org.hashaven.index.hamming.table.SegmentStatistics;
import org.hashaven.index.hamming.table.SlotLayout;
import org.hashaven.index.hamming.table.SlotTableWriter;
import org.jspecify.annotations.Nullable;

/** Writes the hashes of one segment, at flush and at merge. See {@link HammingVectorsFormat} for the bytes. */
final class HammingVectorsWriter extends KnnVectorsWriter {

	private final SegmentWriteState state;
	private final int minTableRows;
	private final IndexOutput meta;
	private final IndexOutput data;
	private final List<HashBuffer> buffers = new ArrayList<>();

	HammingVectorsWriter(SegmentWriteState state, int minTableRows) throws IOException {
		this.state = state;
		this.minTableRows = minTableRows;
		IndexOutput newMeta = null;
		IndexOutput newData = null;
		try {
			newMeta = create(HammingVectorsFormat.META_EXTENSION, HammingVectorsFormat.META_CODEC);
			newData = create(HammingVectorsFormat.DATA_EXTENSION, HammingVectorsFormat.DATA_CODEC);
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
			CodecUtil.writeIndexHeader(output, codec, HammingVectorsFormat.VERSION_CURRENT, state.segmentInfo.getId(),
					state.segmentSuffix);
			return output;
		} catch (IOException | RuntimeException e) {
			IOUtils.closeWhileSuppressingExceptions(e, output);
			throw e;
		}
	}

	@Override
	public KnnFieldVectorsWriter<?> addField(FieldInfo field) {
		requireHashes(field);
		HashBuffer buffer = new HashBuffer(field);
		buffers.add(buffer);
		return buffer;
	}

	private static void requireHashes(FieldInfo field) {
		if (field.getVectorEncoding() != VectorEncoding.BYTE) {
			throw new IllegalArgumentException("field " + field.name + " holds no hashes: its vectors are not of bytes");
		}
		HashWords.requireHashes(field.name, field.getVectorDimension());
	}

	@Override
	public void flush(int documents, Sorter.@Nullable DocMap sort) throws IOException {
		for (HashBuffer buffer : buffers) {
			write(buffer.field(), buffer.inOrderOf(sort), documents);
		}
	}

	@Override
	public @Nullable IORunnable mergeOneField(FieldInfo field, MergeState merge) throws IOException {
		requireHashes(field);
		write(field, new MergedHashes(field, merge), merge.segmentInfo.maxDoc());
		return null; // nothing is left to do later
	}

	private void write(FieldInfo field, HashSequence hashes, int documents) throws IOException {
		SegmentStatistics census = SegmentStatistics.of(hashes);
		try (RowStore all = RowStore.of(census.count(), census.arranged(hashes), state)) {
			boolean withTables = census.count() >= minTableRows;
			DistinctRows.Grouping grouping = withTables ? DistinctRows.group(all.rows()) : null;
			if (grouping == null) {
				write(field, hashes, documents, census, all.rows(), null);
			} else {
				try (RowStore distinct = distinct(all.rows(), grouping)) {
					write(field, hashes, documents, census, distinct.rows(), grouping.rowOfOrdinal());
				}
			}
		}
	}

	private RowStore distinct(Rows all, DistinctRows.Grouping grouping) throws IOException {
		int[] rowOfOrdinal = grouping.rowOfOrdinal();
		int[] next = new int[2]; // the next row and the ordinal from which on it is first met
		return RowStore.of(grouping.rows(), words -> {
			while (rowOfOrdinal[next[1]] < next[0]) {
				next[1]++;
			}
			all.get(next[1], words);
			next[0]++;
		}, state);
	}

	private void write(FieldInfo field, HashSequence hashes, int documents, SegmentStatistics census, Rows rows,
			int @Nullable [] rowOfOrdinal)
			throws IOException {
		meta.writeInt(field.number);
		meta.writeInt(census.count());
		meta.writeInt(rows.size());
		meta.writeByte(census.parity().toByte());
		byte[] sources = census.arrangement().sources();
		meta.writeByte((byte) (sources == null ? 0 : 1));
		if (sources != null) {
			meta.writeBytes(sources, sources.length);
		}
		meta.writeLong(writeRows(rows));
		meta.writeLong(census.count() == documents ? HammingVectorsFormat.NONE : writeDocuments(hashes));
		meta.writeLong(rowOfOrdinal == null ? HammingVectorsFormat.NONE : writeGroups(rowOfOrdinal, rows.size()));
		if (census.count() < minTableRows) {
			meta.writeByte((byte) 0);
			meta.writeLong(HammingVectorsFormat.NONE);
		} else {
			SlotLayout layout = SlotLayout.of(rows.size());
			meta.writeByte((byte) layout.bucketBits());
			meta.writeLong(data.alignFilePointer(HammingVectorsFormat.ALIGNMENT_BYTES));
			SlotTableWriter.write(rows, layout, data);
		}
	}

	private long writeRows(Rows rows) throws IOException {
		long offset = data.alignFilePointer(HammingVectorsFormat.ALIGNMENT_BYTES);
		long[] words = new long[Hash256.WORDS];
		for (int row = 0; row < rows.size(); row++) {
			rows.get(row, words);
			for (long word : words) {
				data.writeLong(word);
			}
		}
		return offset;
	}

	private long writeDocuments(HashSequence hashes) throws IOException {
		long offset = data.getFilePointer();
		for (HashSequence.Cursor cursor = hashes.cursor(); cursor.next();) {
			data.writeInt(cursor.document());
		}
		return offset;
	}

	private long writeGroups(int[] rowOfOrdinal, int rows) throws IOException {
		long offset = data.getFilePointer();
		int[] starts = new int[rows + 1];
		for (int row : rowOfOrdinal) {
			data.writeInt(row);
			starts[row + 1]++;
		}
		Arrays.parallelPrefix(starts, Integer::sum);
		for (int start : starts) {
			data.writeInt(start);
		}
		int[] ordinals = new int[rowOfOrdinal.length];
		for (int ordinal = 0; ordinal < ordinals.length; ordinal++) {
			ordinals[starts[rowOfOrdinal[ordinal]]++] = ordinal;
		}
		for (int ordinal : ordinals) {
			data.writeInt(ordinal);
		}
		return offset;
	}

	@Override
	public void finish() throws IOException {
		meta.writeInt(HammingVectorsFormat.END_OF_FIELDS);
		CodecUtil.writeFooter(meta);
		CodecUtil.writeFooter(data);
	}

	@Override
	public void close() throws IOException {
		IOUtils.close(meta, data);
	}

	@Override
	public long ramBytesUsed() {
		return buffers.stream().mapToLong(HashBuffer::ramBytesUsed).sum();
	}
}
