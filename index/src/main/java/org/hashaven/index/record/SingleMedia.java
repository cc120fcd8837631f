package org.hashaven.index.record;

import java.util.List;
import java.util.Optional;
import org.apache.lucene.index.IndexableField;
import org.apache.lucene.util.BytesRef;
import org.hashaven.hash.Hash256;
import org.hashaven.hash.MediaKind;
import org.hashaven.hash.record.HashRecord;
import org.hashaven.index.IndexException.Reason;
import org.hashaven.index.IndexException;
import org.jspecify.annotations.Nullable;

/** A hash on its own, of a photo with its regions or of a frame of a video that is not known further. */
public record SingleMedia(HashRecord record) implements Media {

	@Override
	public @Nullable String id() {
		return record.id();
	}

	@Override
	public int documents() {
		return 1;
	}

	/**
	 * The larger of the two qualities; the regions that are there, or if there are none those that come. Regions keep their permission to
	 * be passed on or not, whatever comes later.
	 */
	@Override
	public Media strengthenedBy(Media again) throws IndexException {
		if (!(again instanceof SingleMedia single) || !single.record().hash().equals(record.hash())) {
			throw new IndexException(Reason.ID_TAKEN);
		}
		HashRecord other = single.record();
		boolean addsRegions = record.kind() == MediaKind.PHOTO && record.regions().isEmpty() && !other.regions().isEmpty();
		if (other.quality() <= record.quality() && !addsRegions) {
			return this;
		}
		HashRecord stronger = new HashRecord(record.id(), record.hash(), Math.max(record.quality(), other.quality()), record.kind(),
				record.bank(), null);
		return new SingleMedia(stronger.withRegions(addsRegions ? other.regions() : record.regions()));
	}

	@Override
	public Optional<Media> without(Hash256 hash) {
		return hash.equals(record.hash()) ? Optional.empty() : Optional.of(this);
	}

	@Override
	public List<IndexableField> document(BytesRef id, int number, RecordFields fields) {
		return fields.of(id, record);
	}
}
