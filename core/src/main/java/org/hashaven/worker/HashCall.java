package org.hashaven.worker;

import java.io.DataOutputStream;
import java.io.IOException;
import org.hashaven.hash.record.VideoRecord;
import org.hashaven.image.ByteSource;
import org.hashaven.media.HashedMedia;
import org.hashaven.media.MediaOptions;
import org.hashaven.media.PhotoLookup;
import org.hashaven.video.VideoLimits;
import org.hashaven.video.VideoProgress;
import org.jspecify.annotations.Nullable;

/** The program's end of hashing one file: serves the worker's requests until the result arrives. */
final class HashCall {

	private final Wire wire;
	private final ByteSource file;
	private final MediaOptions options;
	private final @Nullable PhotoLookup lookup;
	private final VideoProgress progress;
	private final Runnable progressed;
	private final byte[] block = new byte[RemoteSource.BLOCK_BYTES];

	private @Nullable HashedMedia media;
	private @Nullable IOException failure;
	private @Nullable RuntimeException fault;
	private @Nullable IOException unreadable;
	private boolean looked;
	private boolean over;

	/**
	 * @param progressed
	 *            called when the worker reports progress, which it does for videos only
	 */
	HashCall(Wire wire, ByteSource file, MediaOptions options, @Nullable PhotoLookup lookup, VideoProgress progress, Runnable progressed) {
		this.wire = wire;
		this.file = file;
		this.options = options;
		this.lookup = lookup;
		this.progress = progress;
		this.progressed = progressed;
	}

	/** Whether the worker has finished with this file and can take another. */
	boolean isOver() {
		return over;
	}

	/**
	 * Has the worker hash the file.
	 *
	 * @throws BrokenWorkerException
	 *             if the worker has died or violated the protocol
	 * @throws IOException
	 *             why the file could not be hashed, or what the lookup threw
	 */
	HashedMedia hash() throws IOException {
		try {
			DataOutputStream out = wire.begin(Message.HASH);
			Values.write(out, options);
			out.writeBoolean(lookup != null);
			out.writeLong(file.sizeBytes());
			wire.send();
			while (goesOn(wire.receive())) {
				// all work is in the condition
			}
		} catch (IOException | IllegalArgumentException e) {
			throw new BrokenWorkerException(e);
		}
		if (media != null) {
			return media;
		}
		if (fault != null) {
			throw fault;
		}
		throw unreadable != null ? unreadable : failure != null ? failure : new ProtocolException();
	}

	/** Serves a request; returns false after the result. */
	private boolean goesOn(Message message) throws IOException {
		switch (message) {
			case READ -> read(wire.in().readLong());
			case PROGRESS -> {
				return tell(wire.in().readDouble());
			}
			case LOOKUP -> {
				return look();
			}
			case PHOTO -> media = requested(Values.readPhoto(wire.in()));
			case VIDEO -> media = new HashedMedia.Video(Values.readVideo(wire.in(), maxFrames()));
			case FAILED -> failure = Failure.read(wire.in());
			default -> throw new ProtocolException();
		}
		over = media != null || failure != null;
		return !over;
	}

	/** A photo, which must be what was asked for and no more. */
	private HashedMedia.Photo requested(HashedMedia.Photo photo) throws IOException {
		boolean regions = !photo.record().regions().isEmpty() || photo.seen().stream().anyMatch(seen -> !seen.regions().isEmpty());
		if (looked != (lookup != null) || (regions && !options.regions()) || photo.forms().isEmpty() == options.allForms()
				|| (photo.damaged() && !options.damaged())) {
			throw new ProtocolException();
		}
		return photo;
	}

	/** No frame takes less than a byte, and no part of a file is read more often than this. */
	private int maxFrames() {
		return (int) Math.min(VideoRecord.MAX_FRAMES, 2L * VideoLimits.MAX_READS * file.sizeBytes());
	}

	private boolean tell(double share) throws IOException {
		if (!(share >= 0 && share <= 1)) {
			throw new ProtocolException();
		}
		progressed.run();
		boolean wanted;
		try {
			wanted = progress.readSoFar(share) && !Thread.currentThread().isInterrupted();
		} catch (RuntimeException e) {
			fault = e;
			return false;
		}
		wire.send(wanted ? Message.GO_ON : Message.STOP);
		return true;
	}

	private void read(long position) throws IOException {
		if (position < 0) {
			throw new ProtocolException();
		}
		int count;
		try {
			count = position < file.sizeBytes() ? file.readFully(position, block, block.length) : 0;
		} catch (IOException e) {
			unreadable = e;
			wire.send(Message.UNREADABLE);
			return;
		}
		DataOutputStream out = wire.begin(Message.DATA);
		out.writeInt(count);
		out.write(block, 0, count);
		wire.send();
	}

	private boolean look() throws IOException {
		if (lookup == null || looked) {
			throw new ProtocolException();
		}
		looked = true;
		RemoteViews views = new RemoteViews(wire);
		try {
			lookup.look(views);
		} catch (IOException e) {
			failure = e;
		} catch (RuntimeException e) {
			fault = e;
		}
		if (views.isEnded()) {
			// The lookup is incomplete whatever it returned: the worker's failure is the result.
			fault = null;
			failure = views.failure();
			over = true;
		} else if (failure == null && fault == null) {
			wire.send(Message.DONE);
			return true;
		}
		return false;
	}
}
