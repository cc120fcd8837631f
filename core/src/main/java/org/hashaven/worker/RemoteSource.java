package org.hashaven.worker;

import java.io.IOException;
import org.hashaven.image.ByteSource;

/** The file that a worker hashes: it requests the bytes from the program and never has a descriptor. */
final class RemoteSource implements ByteSource {

	/** Size of a request: a round trip through the pipes costs as much as copying some tens of kilobytes. */
	static final int BLOCK_BYTES = 1 << 18;

	private final Wire wire;
	private final long sizeBytes;
	private final byte[] block = new byte[BLOCK_BYTES];
	private long blockStart;
	private int blockBytes;

	RemoteSource(Wire wire, long sizeBytes) {
		this.wire = wire;
		this.sizeBytes = sizeBytes;
	}

	@Override
	public long sizeBytes() {
		return sizeBytes;
	}

	@Override
	public int read(long position, byte[] to, int offset, int count) throws IOException {
		if (position < blockStart || position >= blockStart + blockBytes) {
			fetch(position);
		}
		int from = (int) (position - blockStart);
		int read = Math.min(count, blockBytes - from);
		if (read <= 0) {
			return -1;
		}
		System.arraycopy(block, from, to, offset, read);
		return read;
	}

	private void fetch(long position) throws IOException {
		blockStart = position;
		blockBytes = 0;
		wire.begin(Message.READ).writeLong(position);
		wire.send();
		switch (wire.receive()) {
			case DATA -> {
				int bytes = wire.in().readInt();
				wire.in().readFully(block, 0, bytes);
				blockBytes = bytes;
			}
			case UNREADABLE -> throw new IOException("the file cannot be read");
			default -> throw new ProtocolException();
		}
	}

	@Override
	public void close() {
		// the other side closes it
	}
}
