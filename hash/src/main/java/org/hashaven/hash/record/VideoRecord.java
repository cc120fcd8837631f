package org.hashaven.hash.record;

import java.util.List;
import org.hashaven.hash.FrameHash;
import org.hashaven.hash.Md5;
import org.jspecify.annotations.Nullable;

/**
 * A video's record: the hashes of its frames; in an index or a published list also an id and a bank.
 *
 * <p>
 * Like a {@link HashRecord}, it carries nothing that names the file it was made from, unless the person at the keyboard asked for
 * {@code name} or {@code md5}.
 *
 * @param id
 *            names the video in logs, matches and withdrawals, within the limits of {@link HashRecord#requireText}; null until one is given
 * @param frames
 *            the frames in the order of their times, 1..{@value #MAX_FRAMES}; several may have the same time
 * @param bank
 *            the list it belongs to, same limits as the id; null until it is put into one
 * @param name
 *            the file's name, only where it was asked for; null otherwise
 * @param md5
 *            the MD5 of the file, only where it was asked for; null otherwise
 */
public record VideoRecord(@Nullable String id, List<FrameHash> frames, @Nullable String bank, @Nullable String name,
		@Nullable Md5 md5) implements MediaRecord {

	/** Most frames of one video: every frame of more than four hours at 60 frames a second. */
	public static final int MAX_FRAMES = 1_000_000;

	/**
	 * Takes a copy of the list.
	 *
	 * @throws IllegalArgumentException
	 *             when number or order of the frames, id or bank are out of their limits
	 */
	public VideoRecord {
		frames = List.copyOf(frames);
		requireFrames(frames);
		HashRecord.requireText("id", id);
		HashRecord.requireText("bank", bank);
	}

	/** A record without the MD5 of its file. */
	public VideoRecord(@Nullable String id, List<FrameHash> frames, @Nullable String bank, @Nullable String name) {
		this(id, frames, bank, name, null);
	}

	/** A video's hashes, as the device makes them: without id, bank or name. */
	public static VideoRecord ofFrames(List<FrameHash> frames) {
		return new VideoRecord(null, frames, null, null);
	}

	@Override
	public VideoRecord withIdAndBank(String newId, String newBank) {
		return new VideoRecord(newId, frames, newBank, name, md5);
	}

	/** This record with the name of its file. */
	public VideoRecord withName(String newName) {
		return new VideoRecord(id, frames, bank, newName, md5);
	}

	/** This record with the MD5 of its file, or without. */
	public VideoRecord withMd5(@Nullable Md5 newMd5) {
		return new VideoRecord(id, frames, bank, name, newMd5);
	}

	/**
	 * Holds the frames of one video to their limits.
	 *
	 * @throws IllegalArgumentException
	 *             when there are none, more than {@value #MAX_FRAMES}, or one before an earlier one
	 */
	public static void requireFrames(List<FrameHash> frames) {
		if (frames.isEmpty() || frames.size() > MAX_FRAMES) {
			throw new IllegalArgumentException("a video has 1.." + MAX_FRAMES + " frames, not " + frames.size());
		}
		int beforeMs = 0;
		for (FrameHash frame : frames) {
			if (frame.timeMs() < beforeMs) {
				throw new IllegalArgumentException("the frames of a video come in the order of their times");
			}
			beforeMs = frame.timeMs();
		}
	}

	/** The id and the bank, which may be logged; neither hashes nor times nor name nor MD5. */
	@Override
	public String toString() {
		return "VideoRecord[id=" + id + ", bank=" + bank + "]";
	}
}
