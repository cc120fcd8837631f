package org.hashaven.hash.record;

import java.io.Closeable;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.hashaven.hash.FrameHash;
import org.hashaven.hash.Hash256;
import org.hashaven.hash.HashFormatException;
import org.hashaven.hash.ListFault;
import org.jspecify.annotations.Nullable;

/**
 * Reads photos and videos from a list: the records of a {@link HashRecordReader}, the frames of a video put together.
 *
 * <p>
 * Lines with the same number in {@code video}, one after the other, are the frames of one video; {@code ms} is when each is shown. vPDQ's
 * lines are the frames of one video until time runs back, which begins the next. The id, the bank, the name and the MD5 of a video are
 * those of its first line. A frame of which no line says where it stands is taken as a photo: it can be matched, but not aligned in time.
 *
 * <p>
 * A line that cannot be used gives a {@link HashFormatException} with its number, after which reading goes on with the next line; a video
 * is then what its other lines say.
 */
public final class MediaReader implements Closeable {

	private final HashRecordReader lines;
	private final List<FrameHash> frames = new ArrayList<>();
	private @Nullable HashRecord first;
	private long video;
	private @Nullable HashRecord waiting;
	private @Nullable FramePlace waitingPlace;

	/** Reads from {@code in}, which is closed with this reader. */
	public MediaReader(Reader in) {
		this(in, Set.of());
	}

	/**
	 * Reads from {@code in}, which is closed with this reader, all but some hashes.
	 *
	 * @param withdrawn
	 *            hashes that are not to be matched, see {@link WithdrawnHashes}: each is an {@link ListFault#INACTIVE} fault
	 */
	public MediaReader(Reader in, Set<Hash256> withdrawn) {
		this.lines = new HashRecordReader(in, withdrawn);
	}

	/**
	 * The next photo or video, null at the end.
	 *
	 * @throws HashFormatException
	 *             when the next line is not a record, or a frame out of order; the call after it goes on behind that line
	 * @throws IOException
	 *             when reading fails
	 */
	public @Nullable MediaRecord next() throws IOException {
		while (true) {
			HashRecord record = nextLine();
			FramePlace place = waitingPlace;
			if (first != null && (record == null || place == null || beginsAnother(place))) {
				waiting = record;
				return ended(first);
			}
			if (record == null) {
				return null;
			}
			if (place == null) {
				return record;
			}
			requireOrder(place);
			first = first == null ? record : first;
			video = place.video();
			frames.add(new FrameHash(place.timeMs(), record.hash(), record.quality()));
		}
	}

	/** The line that waits, or else the next. */
	private @Nullable HashRecord nextLine() throws IOException {
		HashRecord record = waiting;
		if (record == null) {
			record = lines.next();
			waitingPlace = lines.place();
		}
		waiting = null;
		return record;
	}

	private boolean beginsAnother(FramePlace place) {
		boolean back = place.video() == FramePlace.UNNUMBERED && place.timeMs() < frames.getLast().timeMs();
		return place.video() != video || back;
	}

	private void requireOrder(FramePlace place) throws HashFormatException {
		if (!frames.isEmpty() && place.timeMs() < frames.getLast().timeMs()) {
			throw new HashFormatException(ListFault.FRAME_ORDER).at(lines.line(), 0);
		}
		if (frames.size() == VideoRecord.MAX_FRAMES) {
			throw new HashFormatException(ListFault.FRAME_ORDER, "a video has at most " + VideoRecord.MAX_FRAMES + " frames")
					.at(lines.line(), 0);
		}
	}

	private MediaRecord ended(HashRecord firstFrame) {
		VideoRecord record = new VideoRecord(firstFrame.id(), frames, firstFrame.bank(), firstFrame.name(), firstFrame.md5());
		frames.clear();
		first = null;
		return record;
	}

	@Override
	public void close() throws IOException {
		lines.close();
	}
}
