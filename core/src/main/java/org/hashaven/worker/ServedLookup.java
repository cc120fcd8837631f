package org.hashaven.worker;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.hashaven.hash.Hash256;
import org.hashaven.hash.query.PhotoQuery;
import org.hashaven.hash.Region;
import org.hashaven.hash.query.RegionQuery;
import org.hashaven.media.PhotoLookup;

/** The worker's end of a lookup: computes the views of a photo one by one, as the program requests them. */
final class ServedLookup implements PhotoLookup {

	private final Wire wire;
	private final List<PhotoQuery.Regions> regions = new ArrayList<>();
	private final List<PhotoQuery.Shown> shown = new ArrayList<>();

	ServedLookup(Wire wire) {
		this.wire = wire;
	}

	@Override
	public void look(Iterable<PhotoQuery> probes) throws IOException {
		wire.send(Message.LOOKUP);
		Iterator<PhotoQuery> rest = probes.iterator();
		while (true) {
			DataInputStream in = wire.in();
			switch (wire.receive()) {
				case NEXT -> sendNext(rest, in.readInt());
				// What can fail is computed before the message begins.
				case QUERIES -> {
					List<RegionQuery> queries = regions.get(in.readInt()).regions().get();
					Values.writeQueries(wire.begin(Message.QUERIES), queries);
				}
				case SHOWN -> {
					PhotoQuery.Alignment alignment = regions.get(in.readInt()).alignment();
					Hash256 listed = Values.readHash(in);
					PhotoQuery.Shown part = alignment.shown(listed, Values.readPlacement(in));
					shown.add(part);
					Hash256 hash = part.hash();
					Values.write(wire.begin(Message.SHOWN), hash);
				}
				case LISTED -> {
					List<Region> listed = shown.get(in.readInt()).regions();
					Values.writeRegions(wire.begin(Message.LISTED), listed);
				}
				case DONE -> {
					return;
				}
				default -> throw new ProtocolException();
			}
			wire.send();
		}
	}

	/** Sends some probes; fewer at the end, which is then sent too. */
	private void sendNext(Iterator<PhotoQuery> rest, int count) throws IOException {
		for (int i = 0; i < count; i++) {
			if (!rest.hasNext()) {
				wire.begin(Message.NO_MORE);
				return;
			}
			send(rest.next());
		}
	}

	private void send(PhotoQuery next) throws IOException {
		switch (next) {
			case PhotoQuery.View view -> {
				DataOutputStream out = wire.begin(Message.VIEW);
				Values.write(out, view.how());
				Values.write(out, view.hash());
				out.writeByte(view.quality());
			}
			case PhotoQuery.Regions probe -> {
				regions.add(probe);
				Values.write(wire.begin(Message.REGIONS), probe.how());
			}
		}
	}
}
