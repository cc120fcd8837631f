package org.hashaven.index;

import java.io.IOException;
import java.util.Collection;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FilterDirectory;
import org.apache.lucene.store.FilterIndexOutput;
import org.apache.lucene.store.IOContext;
import org.apache.lucene.store.IndexOutput;

/** A disk with room for so many bytes and syncs, then none until it grows; a real folder beneath. */
final class SmallDisk extends FilterDirectory {

	private final AtomicLong room;
	private final AtomicLong syncs;

	SmallDisk(Directory directory, long room, long syncs) {
		super(directory);
		this.room = new AtomicLong(room);
		this.syncs = new AtomicLong(syncs);
	}

	private static void take(AtomicLong budget, long amount) throws IOException {
		if (budget.addAndGet(-amount) < 0) {
			throw new IOException("No space left on device: /secret/path");
		}
	}

	/** Whether it has refused since it last grew. */
	boolean hasRefused() {
		return room.get() < 0 || syncs.get() < 0;
	}

	/** Makes room for everything. */
	void grow() {
		room.set(Long.MAX_VALUE);
		syncs.set(Long.MAX_VALUE);
	}

	/** Leaves room for so many bytes and syncs. */
	void shrink(long newRoom, long newSyncs) {
		room.set(newRoom);
		syncs.set(newSyncs);
	}

	@Override
	public void sync(Collection<String> names) throws IOException {
		take(syncs, 1);
		in.sync(names);
	}

	@Override
	public IndexOutput createOutput(String name, IOContext context) throws IOException {
		take(room, 1);
		IndexOutput output = in.createOutput(name, context);
		return new FilterIndexOutput("small disk", name, output) {
			@Override
			public void writeByte(byte b) throws IOException {
				take(room, 1);
				super.writeByte(b);
			}

			@Override
			public void writeBytes(byte[] bytes, int offset, int length) throws IOException {
				take(room, length);
				super.writeBytes(bytes, offset, length);
			}
		};
	}
}
