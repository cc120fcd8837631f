package org.hashaven.index.hamming;

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
import org.hashaven.hash.Hash256;
import org.jspecify.annotations.Nullable;

/** Writes the hashes of one segment, at flush and at merge. See {@link HammingVectorsFormat} for the bytes. */
final class HammingVectorsWriter extends KnnVectorsWriter {

	private final SegmentWriteState state;
	private final IndexOutput meta;
	private final IndexOutput data;
	private final List<HashBuffer> buffers = new ArrayList<>();

	HammingVectorsWriter(SegmentWriteState state) throws IOException {
		this.state = state;
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
		long columnsOffset = data.alignFilePointer(HammingVectorsFormat.COLUMN_ALIGNMENT_BYTES);
		for (int column = 0; column < Hash256.WORDS; column++) {
			for (HashSequence.Cursor cursor = hashes.cursor(); cursor.next();) {
				data.writeLong(cursor.word(column));
			}
		}
		long documentsOffset = data.getFilePointer();
		int count = Math.toIntExact((documentsOffset - columnsOffset) / Hash256.BYTES);
		if (count < documents) {
			for (HashSequence.Cursor cursor = hashes.cursor(); cursor.next();) {
				data.writeInt(cursor.document());
			}
		}
		meta.writeInt(field.number);
		meta.writeInt(count);
		meta.writeLong(columnsOffset);
		meta.writeLong(count < documents ? documentsOffset : HammingVectorsFormat.EVERY_DOCUMENT);
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
