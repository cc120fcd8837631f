package org.hashaven.cli.input;

import java.io.Closeable;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.hashaven.cli.session.Session;
import org.hashaven.cli.text.ErrorMessages;
import org.hashaven.cli.text.HavenException;
import org.hashaven.cli.text.TextLayout;
import org.hashaven.hash.Hash256;
import org.hashaven.hash.HashFormatException;
import org.hashaven.hash.ListFault;
import org.hashaven.hash.record.ListText;
import org.hashaven.hash.record.MediaReader;
import org.hashaven.hash.record.MediaRecord;
import org.hashaven.hash.record.WithdrawnHashes;
import org.jspecify.annotations.Nullable;

/**
 * A file of hashes, read photo by photo and video by video. It reports each entry that cannot be used and goes on.
 *
 * <p>
 * Hashes of other types than PDQ are counted and reported once, since a feed has thousands of them. Withdrawn ones are counted too, but to
 * leave them out is what the list asks for: they make no list unsound.
 */
public final class HashListReader implements Closeable {

	private static final int MAX_FAULTS_REPORTED = 10;

	private final Input.HashList list;
	private final Session session;
	private final RawName name;
	private final MediaReader reader;
	private final List<HashFormatException> held = new ArrayList<>();
	private boolean isList;
	private boolean ended;
	private long faults;
	private long reported;
	private long otherTypes;
	private long inactive;

	private HashListReader(Input.HashList list, Session session, RawName name, MediaReader reader) {
		this.list = list;
		this.session = session;
		this.name = name;
		this.reader = reader;
	}

	/** Opens a file. */
	public static HashListReader open(Input.HashList list, Session session) throws IOException, HavenException {
		RawName name = RawName.open(list.path());
		try {
			ErrorMessages.requireReadable(name.path());
			Set<Hash256> withdrawn;
			try (Reader text = text(name.path())) {
				withdrawn = WithdrawnHashes.read(text);
			}
			return new HashListReader(list, session, name, new MediaReader(text(name.path()), withdrawn));
		} catch (IOException | HavenException | RuntimeException e) {
			name.close();
			throw e;
		}
	}

	private static Reader text(Path file) throws IOException {
		// not Files.newInputStream: the JDK's channels make the system load its network library
		return ListText.open(new FileInputStream(file.toFile()));
	}

	/** The next photo or video; null after the last, or where the file cannot be read any further. */
	@Nullable
	public MediaRecord next() {
		while (!ended) {
			try {
				MediaRecord media = reader.next();
				if (media != null) {
					takeForList();
					return media;
				}
				ended = true;
				reportEnd();
			} catch (HashFormatException e) {
				note(e);
			} catch (IOException e) {
				ended = true;
				faults++;
				session.reportUnusable(list.shown(), e);
			}
		}
		return null;
	}

	private void note(HashFormatException why) {
		switch (why.fault()) {
			case INACTIVE -> inactive++;
			case TYPE -> {
				faults++;
				otherTypes++;
			}
			default -> {
				faults++;
				if (why.fault() != ListFault.HASH) {
					takeForList();
				}
				if (isList) {
					report(why);
				} else if (held.size() <= MAX_FAULTS_REPORTED) {
					held.add(why);
				}
			}
		}
	}

	/** A file of something else altogether is not reported line by line: until an entry looks like one of a list, faults wait. */
	private void takeForList() {
		isList = true;
		held.forEach(this::report);
		held.clear();
	}

	private void reportEnd() {
		if (!held.isEmpty()) {
			if (otherTypes + inactive > 0) {
				takeForList();
			} else {
				session.reportUnusable(list.shown(), new HavenException("reason.list"));
			}
		}
		reportCount("list.type", otherTypes);
		reportCount("list.inactive", inactive);
	}

	private void reportCount(String key, long count) {
		if (count > 0) {
			message(session.texts().count(key, count));
		}
	}

	private void report(HashFormatException why) {
		reported++;
		if (reported <= MAX_FAULTS_REPORTED) {
			session.reportUnusable(list.shown(), why);
		} else if (reported == MAX_FAULTS_REPORTED + 1) {
			message(session.texts().get("list.more"));
		}
	}

	private void message(String text) {
		session.say(TextLayout.visible(list.shown()) + ": " + text);
	}

	/** Whether every entry read so far could be used. */
	public boolean isSound() {
		return faults == 0;
	}

	@Override
	public void close() throws IOException {
		try (name) {
			reader.close();
		}
	}
}
