package org.hashaven.cli;

import java.util.List;
import java.util.Map;
import org.hashaven.hash.FrameHash;
import org.hashaven.hash.Hash256;
import org.hashaven.hash.HashRecord;
import org.hashaven.hash.RecordFormat;
import org.hashaven.hash.VideoRecord;
import org.hashaven.pdq.Dihedral;
import org.hashaven.video.VideoHash;
import org.hashaven.video.VpdqFormat;
import org.hashaven.video.VpdqFrame;
import org.jspecify.annotations.Nullable;

/** How {@code haven hash} writes what it found; names only where they were asked for. */
interface HashPrinter {

	/** The printer of a format. */
	static HashPrinter of(HashFormat format, Session session, boolean names, boolean forms) {
		return switch (format) {
			case TEXT -> new Text(session, names);
			case CSV -> new CommaSeparated(session.console(), names, forms);
			case JSONL -> new JsonLines(session.console(), names);
			case VPDQ -> new Vpdq(session.console());
		};
	}

	/** Writes what stands above the first hash. */
	default void begin() {
	}

	/**
	 * Writes the hashes of a photo or a video.
	 *
	 * @throws HavenException
	 *             when the format has no place for it
	 */
	default void print(Found found) throws HavenException {
		switch (found) {
			case Found.Photo photo -> print(photo);
			case Found.Video video -> print(video);
		}
	}

	/** Writes a photo's hash, or its eight forms, one a line. */
	default void print(Found.Photo photo) throws HavenException {
		if (photo.forms().isEmpty()) {
			print(photo, photo.record().hash(), null);
		} else {
			for (Map.Entry<Dihedral, Hash256> form : photo.forms().entrySet()) {
				print(photo, form.getValue(), form.getKey());
			}
		}
	}

	/** Writes one line. */
	void print(Found.Photo photo, Hash256 hash, @Nullable Dihedral form) throws HavenException;

	/** Writes a video's frames, one a line. */
	void print(Found.Video video);

	/** For people: number of the input, hash, quality in words and figures; the frames of a video below it, each with its time. */
	final class Text implements HashPrinter {

		private static final int FORM_COLUMNS = 13;
		private static final int TIME_COLUMNS = 9;

		private final Session session;
		private final boolean names;
		private int count;

		Text(Session session, boolean names) {
			this.session = session;
			this.names = names;
		}

		@Override
		public void print(Found.Photo photo) throws HavenException {
			count++;
			HashPrinter.super.print(photo);
		}

		@Override
		public void print(Found.Photo photo, Hash256 hash, @Nullable Dihedral form) {
			StringBuilder line = new StringBuilder(String.format("%4d  ", count));
			line.append(hash.toHex()).append("  ");
			if (form != null) {
				line.append(Paragraph.pad(form.word(), FORM_COLUMNS));
			}
			line.append(quality(photo.record().quality())).append(name(photo));
			session.console().line(line);
		}

		@Override
		public void print(Found.Video video) {
			count++;
			List<FrameHash> frames = video.record().frames();
			session.console().line(String.format("%4d  ", count) + session.texts().count("hash.video", frames.size()) + name(video));
			for (FrameHash frame : frames) {
				String time = Paragraph.pad(Seconds.of(frame.timeMs()), TIME_COLUMNS);
				session.console().line("      " + time + frame.hash().toHex() + "  " + quality(frame.quality()));
			}
		}

		private String name(Found found) {
			String name = found.name();
			return names && name != null ? "  " + Paragraph.visible(name) : "";
		}

		private String quality(int quality) {
			String key = quality < PlainMedia.LOWEST_USEFUL_QUALITY ? "hash.quality.plain" : "hash.quality";
			return session.texts().get(key, String.format("%3d", quality));
		}
	}

	/** {@code hash,quality[,form][,name]}; a video's frames like photos. */
	final class CommaSeparated implements HashPrinter {

		private final Console console;
		private final boolean names;
		private final boolean forms;

		CommaSeparated(Console console, boolean names, boolean forms) {
			this.console = console;
			this.names = names;
			this.forms = forms;
		}

		@Override
		public void begin() {
			console.line("hash,quality" + (forms ? ",form" : "") + (names ? ",name" : ""));
		}

		@Override
		public void print(Found.Photo photo, Hash256 hash, @Nullable Dihedral form) {
			print(hash, photo.record().quality(), form == null ? "" : form.word(), photo.name());
		}

		@Override
		public void print(Found.Video video) {
			for (FrameHash frame : video.record().frames()) {
				print(frame.hash(), frame.quality(), "", video.name());
			}
		}

		private void print(Hash256 hash, int quality, String form, @Nullable String name) {
			StringBuilder line = new StringBuilder(hash.toHex()).append(',').append(quality);
			if (forms) {
				line.append(',').append(form);
			}
			if (names) {
				line.append(',').append(RecordFormat.csvField(name));
			}
			console.line(line);
		}
	}

	/**
	 * A record as {@link RecordFormat#JSONL} writes it; of the eight forms {@code {"hash":…,"quality":…,"kind":…,"form":…[,"name":…]}}. The
	 * times of frames are given to a tenth of a second, which is what matching needs.
	 */
	final class JsonLines implements HashPrinter {

		private static final int MS_A_TENTH = 100;

		private final Console console;
		private final boolean names;
		private long videos;

		JsonLines(Console console, boolean names) {
			this.console = console;
			this.names = names;
		}

		@Override
		public void print(Found.Photo photo, Hash256 hash, @Nullable Dihedral form) {
			HashRecord record = photo.record();
			String name = names ? photo.name() : null;
			if (form == null) {
				console.line(RecordFormat.JSONL.line(name == null ? record : record.withName(name), names));
				return;
			}
			JsonLine line = new JsonLine().add("hash", hash.toHex()).add("quality", record.quality()).add("kind", record.kind().word())
					.add("form", form.word());
			console.line(name == null ? line.end() : line.add("name", name).end());
		}

		@Override
		public void print(Found.Video video) {
			videos++;
			List<FrameHash> frames = video.record().frames().stream()
					.map(frame -> new FrameHash(frame.timeMs() / MS_A_TENTH * MS_A_TENTH, frame.hash(), frame.quality())).toList();
			String name = names ? video.name() : null;
			VideoRecord record = VideoRecord.ofFrames(frames);
			for (int frame = 0; frame < frames.size(); frame++) {
				console.line(RecordFormat.JSONL.line(name == null ? record : record.withName(name), frame, videos, names));
			}
		}
	}

	/** {@code frame,quality,hash,seconds}. */
	final class Vpdq implements HashPrinter {

		private final Console console;

		Vpdq(Console console) {
			this.console = console;
		}

		@Override
		public void print(Found.Photo photo, Hash256 hash, @Nullable Dihedral form) throws HavenException {
			throw new HavenException("hash.vpdq.photo");
		}

		@Override
		public void print(Found.Video video) {
			List<FrameHash> frames = video.record().frames();
			VideoHash hash = video.hash();
			for (int i = 0; i < frames.size(); i++) {
				FrameHash frame = frames.get(i);
				int number = hash == null ? i : hash.numbers().get(i);
				console.line(VpdqFormat.line(new VpdqFrame(number, frame.quality(), frame.hash(), frame.timeMs())));
			}
		}
	}
}
