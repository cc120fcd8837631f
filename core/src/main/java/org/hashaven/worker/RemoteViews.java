package org.hashaven.worker;

import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Queue;
import org.hashaven.hash.Hash256;
import org.hashaven.hash.Region;
import org.hashaven.hash.query.PhotoView;
import org.hashaven.hash.query.RegionQuery;
import org.jspecify.annotations.Nullable;

/** The program's end of a lookup: requests the views of a photo from the worker; for one thread and one pass. */
final class RemoteViews implements Iterable<PhotoView> {

	/**
	 * Batches double: the views of a photo that matches early are not computed in vain, and one that does not match takes few round trips.
	 */
	private static final int MAX_BATCH = 16;

	/** More than a photo has of them in all its appearances. */
	private static final int MAX_PROBES = 2_000;

	private final Wire wire;
	private int total;
	private final Queue<PhotoView> received = new ArrayDeque<>();
	private int regions;
	private int shown;
	private @Nullable IOException failure;
	private @Nullable IOException broken;

	RemoteViews(Wire wire) {
		this.wire = wire;
	}

	/**
	 * Whether the worker has failed to compute a view.
	 *
	 * @throws BrokenWorkerException
	 *             if it has died or violated the protocol
	 */
	boolean isEnded() throws IOException {
		if (broken != null) {
			throw new BrokenWorkerException(broken);
		}
		return failure != null;
	}

	/** Why it has failed. */
	@Nullable
	IOException failure() {
		return failure;
	}

	/** A request to the worker and its response. */
	@FunctionalInterface
	private interface Request<T> {
		T ask() throws IOException;
	}

	private <T> T ask(Request<T> request) {
		if (failure != null) {
			throw new UncheckedIOException(failure);
		}
		try {
			return request.ask();
		} catch (IOException | IllegalArgumentException e) {
			IOException why = failure;
			if (why == null) {
				why = new BrokenWorkerException(e);
				broken = why;
			}
			throw new UncheckedIOException(why);
		}
	}

	/** Waits for a response; a failure is kept for {@link #failure}. */
	private Message answer() throws IOException {
		Message answer = wire.receive();
		if (answer == Message.FAILED) {
			failure = Failure.read(wire.in());
			throw failure;
		}
		return answer;
	}

	private void expect(Message expected) throws IOException {
		if (answer() != expected) {
			throw new ProtocolException();
		}
	}

	@Override
	public Iterator<PhotoView> iterator() {
		return new Iterator<>() {

			private int batch = 1;
			private boolean ended;

			@Override
			public boolean hasNext() {
				if (received.isEmpty() && !ended) {
					ended = ask(() -> receive(batch));
					batch = Math.min(2 * batch, MAX_BATCH);
				}
				return !received.isEmpty();
			}

			@Override
			public PhotoView next() {
				if (!hasNext()) {
					throw new NoSuchElementException();
				}
				return received.remove();
			}
		};
	}

	/** Receives a batch; returns whether it is the last. */
	private boolean receive(int count) throws IOException {
		wire.begin(Message.NEXT).writeInt(count);
		wire.send();
		total += count;
		if (total > MAX_PROBES) {
			throw new ProtocolException();
		}
		for (int i = 0; i < count; i++) {
			switch (answer()) {
				case VIEW -> received
						.add(new PhotoView.Hashed(Values.readHow(wire.in()), Values.readHash(wire.in()), wire.in().readUnsignedByte()));
				case REGIONS -> {
					int view = regions++;
					received.add(new PhotoView.Regions(Values.readHow(wire.in()),
							(listed, placement) -> ask(() -> shown(view, listed, placement)), () -> ask(() -> queries(view))));
				}
				case NO_MORE -> {
					return true;
				}
				default -> throw new ProtocolException();
			}
		}
		return false;
	}

	private List<RegionQuery> queries(int view) throws IOException {
		wire.begin(Message.QUERIES).writeInt(view);
		wire.send();
		expect(Message.QUERIES);
		return Values.readQueries(wire.in());
	}

	private PhotoView.Shown shown(int view, Hash256 listed, PhotoView.Placement placement) throws IOException {
		DataOutputStream out = wire.begin(Message.SHOWN);
		out.writeInt(view);
		Values.write(out, listed);
		Values.write(out, placement);
		wire.send();
		expect(Message.SHOWN);
		Hash256 hash = Values.readHash(wire.in());
		int number = shown++;
		return new PhotoView.Shown() {

			@Override
			public Hash256 hash() {
				return hash;
			}

			@Override
			public List<Region> regions() {
				return ask(() -> listed(number));
			}
		};
	}

	private List<Region> listed(int number) throws IOException {
		wire.begin(Message.LISTED).writeInt(number);
		wire.send();
		expect(Message.LISTED);
		return Values.readRegions(wire.in());
	}
}
