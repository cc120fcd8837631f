package org.hashaven.worker;

import java.io.DataOutputStream;
import java.io.IOException;
import org.hashaven.image.ByteSource;
import org.hashaven.media.HashedMedia;
import org.hashaven.media.MediaOptions;
import org.hashaven.media.PhotoLookup;
import org.hashaven.video.VideoProgress;
import org.jspecify.annotations.Nullable;

/** The program's end of hashing one file: serves the worker's requests until the result arrives. */
final class HashCall {

	private final Wire wire;
	private final ByteSource file;
	private final @Nullable PhotoLookup lookup;
	private final VideoProgress progress;
	private final Runnable progressed;
	private final byte[] block = new byte[RemoteSource.BLOCK_BYTES];

	private @Nullable HashedMedia media;
	private @Nullable IOException failure;
	private @Nullable RuntimeException fault;
	private @Nullable IOException unreadable;
	private boolean over;

	/**
	 * @param progressed
	 *            called when the worker reports progress, which it does for videos only
	 */
	HashCall(Wire wire, ByteSource file, @Nullable PhotoLookup lookup, VideoProgress progress, Runnable progressed) {
		this.wire = wire;
		this.file = file;
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
	HashedMedia hash(MediaOptions options) throws IOException {
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
				progressed.run();
				boolean wanted = progress.readSoFar(wire.in().readDouble()) && !Thread.currentThread().isInterrupted();
				wire.send(wanted ? Message.GO_ON : Message.STOP);
			}
			case LOOKUP -> {
				return look();
			}
			case PHOTO -> media = Values.readPhoto(wire.in());
			case VIDEO -> media = new HashedMedia.Video(Values.readVideo(wire.in()));
			case FAILED -> failure = Failure.read(wire.in());
			default -> throw new ProtocolException();
		}
		over = media != null || failure != null;
		return !over;
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
		if (lookup == null) {
			throw new ProtocolException();
		}
		RemoteProbes probes = new RemoteProbes(wire);
		try {
			lookup.look(probes);
		} catch (IOException e) {
			failure = e;
		} catch (RuntimeException e) {
			fault = e;
		}
		if (probes.isEnded()) {
			// The lookup is incomplete whatever it returned: the worker's failure is the result.
			fault = null;
			failure = probes.failure();
			over = true;
		} else if (failure == null && fault == null) {
			wire.send(Message.DONE);
			return true;
		}
		return false;
	}
}
