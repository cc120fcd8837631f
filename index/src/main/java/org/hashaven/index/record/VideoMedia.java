package org.hashaven.index.record;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.index.IndexableField;
import org.apache.lucene.util.BytesRef;
import org.hashaven.hash.FrameHash;
import org.hashaven.hash.Hash256;
import org.hashaven.hash.record.VideoRecord;
import org.hashaven.index.IndexException.Reason;
import org.hashaven.index.IndexException;
import org.jspecify.annotations.Nullable;

/** A video; its frames are its records. */
public record VideoMedia(VideoRecord record) implements Media {

	@Override
	public @Nullable String id() {
		return record.id();
	}

	@Override
	public int documents() {
		return record.frames().size();
	}

	/** For each frame the larger of the two qualities. */
	@Override
	public Media strengthenedBy(Media again) throws IndexException {
		if (!(again instanceof VideoMedia other) || other.documents() != documents()) {
			throw new IndexException(Reason.ID_TAKEN);
		}
		List<FrameHash> frames = new ArrayList<>(documents());
		boolean stronger = false;
		for (int i = 0; i < documents(); i++) {
			FrameHash frame = record.frames().get(i);
			FrameHash same = other.record().frames().get(i);
			if (same.timeMs() != frame.timeMs() || !same.hash().equals(frame.hash())) {
				throw new IndexException(Reason.ID_TAKEN);
			}
			stronger |= same.quality() > frame.quality();
			frames.add(same.quality() > frame.quality() ? same : frame);
		}
		return stronger ? with(frames) : this;
	}

	@Override
	public Optional<Media> without(Hash256 hash) {
		List<FrameHash> rest = record.frames().stream().filter(frame -> !frame.hash().equals(hash)).toList();
		return rest.isEmpty() ? Optional.empty() : Optional.of(with(rest));
	}

	private VideoMedia with(List<FrameHash> frames) {
		return new VideoMedia(new VideoRecord(record.id(), frames, record.bank(), null));
	}

	@Override
	public List<IndexableField> document(BytesRef id, int number, RecordFields fields) {
		return fields.of(id, record.frames().get(number));
	}
}
