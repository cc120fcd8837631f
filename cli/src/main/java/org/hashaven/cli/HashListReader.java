package org.hashaven.cli;

import java.io.Closeable;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.hashaven.hash.HashFormatException;
import org.hashaven.hash.ListedMedia;
import org.hashaven.hash.MediaReader;
import org.jspecify.annotations.Nullable;

/** A file of hashes, read photo by photo and video by video, which tells the person about each line that is none and goes on. */
final class HashListReader implements Closeable {

	private static final int MAX_FAULTS_REPORTED = 10;

	private final Input.HashList list;
	private final Session session;
	private final MediaReader reader;
	private final List<HashFormatException> held = new ArrayList<>();
	private boolean anyRecord;
	private long faults;
	private long reported;

	private HashListReader(Input.HashList list, Session session, MediaReader reader) {
		this.list = list;
		this.session = session;
		this.reader = reader;
	}

	/** Opens a file. */
	static HashListReader open(Input.HashList list, Session session) throws IOException, HavenException {
		Reasons.requireReadable(list.path());
		// not Files.newBufferedReader: the JDK's channels make the system load its network library
		FileInputStream in = new FileInputStream(list.path().toFile());
		return new HashListReader(list, session, new MediaReader(new InputStreamReader(in, StandardCharsets.UTF_8)));
	}

	/** The next photo or video; null after the last, or where the file cannot be read any further. */
	@Nullable
	ListedMedia next() {
		while (true) {
			try {
				ListedMedia media = reader.next();
				if (media == null && !anyRecord && faults > 0) {
					session.reportUnusable(list.shown(), new HavenException("reason.list"));
				} else if (media != null && !anyRecord) {
					anyRecord = true;
					held.forEach(this::report);
				}
				return media;
			} catch (HashFormatException e) {
				faults++;
				note(e);
			} catch (IOException e) {
				faults++;
				session.reportUnusable(list.shown(), e);
				return null;
			}
		}
	}

	/** A file of something else altogether is not reported line by line: until there is a record, faults wait. */
	private void note(HashFormatException why) {
		if (anyRecord) {
			report(why);
		} else if (held.size() <= MAX_FAULTS_REPORTED) {
			held.add(why);
		}
	}

	private void report(HashFormatException why) {
		reported++;
		if (reported <= MAX_FAULTS_REPORTED) {
			session.reportUnusable(list.shown(), why);
		} else if (reported == MAX_FAULTS_REPORTED + 1) {
			session.console().message("haven: " + Paragraph.visible(list.shown()) + ": " + session.texts().get("list.more"));
		}
	}

	/** Whether every line read so far was a record. */
	boolean isSound() {
		return faults == 0;
	}

	@Override
	public void close() throws IOException {
		reader.close();
	}
}
