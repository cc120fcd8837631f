package org.hashaven.cli.input;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.hashaven.cli.session.Session;
import org.hashaven.cli.text.Messages;
import org.hashaven.cli.text.TextLayout;
import org.hashaven.video.VideoHash;

/**
 * The photos and videos of one run that have too little detail to be protected well, and the words that tell their owner what that means
 * for her.
 */
public final class LowDetailReport {

	/** Below this PDQ's own authors, and the platforms that follow them, do not trust a hash. */
	public static final int LOWEST_USEFUL_QUALITY = VideoHash.GOOD_QUALITY;

	/** With fewer regions than these little is found by them. */
	private static final int MIN_REGIONS = 6;

	private final List<HashedInput> plain = new ArrayList<>();
	private final boolean regions;
	private final boolean listing;
	private int fewRegions;
	private int transparent;

	/**
	 * @param regions
	 *            whether regions were asked for
	 * @param listing
	 *            whether hashes are made to be listed
	 */
	public LowDetailReport(boolean regions, boolean listing) {
		this.regions = regions;
		this.listing = listing;
	}

	/** Keeps a photo or a video in mind when it is too plain. */
	public void note(HashedInput found) {
		if (isPlain(found)) {
			plain.add(found);
		}
		if (regions && found instanceof HashedInput.Photo photo && photo.record().regions().size() < MIN_REGIONS) {
			fewRegions++;
		}
		if (listing && found instanceof HashedInput.Photo photo && !photo.seen().isEmpty()) {
			transparent++;
		}
	}

	private static boolean isPlain(HashedInput found) {
		return switch (found) {
			case HashedInput.Photo photo -> Stream.concat(Stream.of(photo.record()), photo.seen().stream())
					.allMatch(record -> record.quality() < LOWEST_USEFUL_QUALITY);
			case HashedInput.Video video -> video.hash() != null && video.hash().isPlain();
		};
	}

	/** Says which they were, once, at the end, where it is read; by name, since they may have been hashed in a random order. */
	public void explain(Session session) {
		plain.sort(Comparator.comparing(HashedInput::shown));
		List<HashedInput> photos = plain.stream().filter(HashedInput.Photo.class::isInstance).toList();
		List<HashedInput> videos = plain.stream().filter(HashedInput.Video.class::isInstance).toList();
		explain(session, "plain", photos);
		explain(session, "plain.video", videos);
		if (transparent > 0) {
			session.say(session.texts().count("hash.transparent", transparent));
		}
		if (fewRegions > 0) {
			session.say(session.texts().count("hash.stronger.few", fewRegions));
		}
	}

	private static void explain(Session session, String key, List<HashedInput> plain) {
		if (plain.isEmpty()) {
			return;
		}
		Messages texts = session.texts();
		session.console().message("");
		session.say(texts.count(key + ".list", plain.size(), LOWEST_USEFUL_QUALITY));
		for (HashedInput found : plain) {
			session.console().message("  " + item(found, texts));
		}
		session.console().message(TextLayout.wrap(texts.get(key + ".meaning"), session.console().terminal().columns()));
		session.console().message(TextLayout.wrap(texts.get(key + ".advice"), session.console().terminal().columns()));
	}

	private static String item(HashedInput found, Messages texts) {
		String shown = TextLayout.visible(found.shown());
		return switch (found) {
			case HashedInput.Photo photo -> texts.get("plain.item", shown, photo.record().quality());
			case HashedInput.Video video -> shown;
		};
	}
}
