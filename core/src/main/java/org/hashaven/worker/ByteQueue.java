package org.hashaven.worker;

import java.io.InputStream;

/** A bounded queue of bytes between two threads; its reader sees a stream. */
final class ByteQueue extends InputStream {

	private static final int CAPACITY_BYTES = 1 << 18;

	private final byte[] ring = new byte[CAPACITY_BYTES];
	private int start;
	private int size;
	private boolean ended;

	/** Appends bytes and waits while the queue is full; drops them after {@link #end}. */
	synchronized void put(byte[] from, int count) {
		int done = 0;
		while (done < count) {
			await(() -> size == CAPACITY_BYTES);
			if (ended) {
				return;
			}
			int at = (start + size) % CAPACITY_BYTES;
			int part = Math.min(count - done, Math.min(CAPACITY_BYTES - size, CAPACITY_BYTES - at));
			System.arraycopy(from, done, ring, at, part);
			size += part;
			done += part;
			notifyAll();
		}
	}

	/** No bytes will follow. */
	synchronized void end() {
		ended = true;
		notifyAll();
	}

	@Override
	public synchronized int read(byte[] to, int offset, int count) {
		if (count == 0) {
			return 0;
		}
		await(() -> size == 0);
		if (size == 0) {
			return -1;
		}
		int part = Math.min(count, Math.min(size, CAPACITY_BYTES - start));
		System.arraycopy(ring, start, to, offset, part);
		start = (start + part) % CAPACITY_BYTES;
		size -= part;
		notifyAll();
		return part;
	}

	@Override
	public int read() {
		byte[] one = new byte[1];
		return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
	}

	@Override
	public synchronized int available() {
		return size;
	}

	/** A state of the queue. */
	@FunctionalInterface
	private interface Condition {
		boolean holds();
	}

	/** Waits while a condition holds; an interrupt is kept for later, since a half-read message would be lost. */
	private void await(Condition condition) {
		boolean interrupted = false;
		while (condition.holds() && !ended) {
			try {
				wait();
			} catch (InterruptedException e) {
				interrupted = true;
			}
		}
		if (interrupted) {
			Thread.currentThread().interrupt();
		}
	}
}
