package org.hashaven.worker;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.hashaven.hash.Hash256;
import org.hashaven.hash.Region;
import org.hashaven.hash.query.PhotoView;
import org.hashaven.hash.query.RegionQuery;
import org.hashaven.media.PhotoLookup;

/** The worker's end of a lookup: computes the views of a photo one by one, as the program requests them. */
final class ServedLookup implements PhotoLookup {

	private final Wire wire;
	private final List<PhotoView.Regions> regions = new ArrayList<>();
	private final List<PhotoView.Shown> shown = new ArrayList<>();

	ServedLookup(Wire wire) {
		this.wire = wire;
	}

	@Override
	public void look(Iterable<PhotoView> views) throws IOException {
		wire.send(Message.LOOKUP);
		Iterator<PhotoView> rest = views.iterator();
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
					PhotoView.Alignment alignment = regions.get(in.readInt()).alignment();
					Hash256 listed = Values.readHash(in);
					PhotoView.Shown part = alignment.shown(listed, Values.readPlacement(in));
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

	/** Sends some views; fewer at the end, which is then sent too. */
	private void sendNext(Iterator<PhotoView> rest, int count) throws IOException {
		for (int i = 0; i < count; i++) {
			if (!rest.hasNext()) {
				wire.begin(Message.NO_MORE);
				return;
			}
			send(rest.next());
		}
	}

	private void send(PhotoView next) throws IOException {
		switch (next) {
			case PhotoView.Hashed view -> {
				DataOutputStream out = wire.begin(Message.VIEW);
				Values.write(out, view.how());
				Values.write(out, view.hash());
				out.writeByte(view.quality());
			}
			case PhotoView.Regions view -> {
				regions.add(view);
				Values.write(wire.begin(Message.REGIONS), view.how());
			}
		}
	}
}
