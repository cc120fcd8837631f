package org.hashaven.cli.output;

import java.util.List;
import java.util.Map;
import org.hashaven.cli.input.HashedInput;
import org.hashaven.cli.input.LowDetailReport;
import org.hashaven.cli.session.Console;
import org.hashaven.cli.session.Session;
import org.hashaven.cli.text.HavenException;
import org.hashaven.cli.text.Seconds;
import org.hashaven.cli.text.TextLayout;
import org.hashaven.hash.FrameHash;
import org.hashaven.hash.Hash256;
import org.hashaven.hash.Md5;
import org.hashaven.hash.Symmetry;
import org.hashaven.hash.record.HashRecord;
import org.hashaven.hash.record.RecordFormat;
import org.hashaven.hash.record.VideoRecord;
import org.hashaven.video.VideoHash;
import org.hashaven.video.VpdqFormat;
import org.hashaven.video.VpdqFrame;
import org.jspecify.annotations.Nullable;

/** How {@code haven hash} writes what it found; names and MD5s only where they were asked for. */
public interface HashPrinter {

	/**
	 * What is written beside hash and quality.
	 *
	 * @param forms
	 *            which of the eight forms of a photo it is
	 * @param md5
	 *            the MD5 of the file
	 * @param names
	 *            the file's name
	 */
	record Columns(boolean forms, boolean md5, boolean names) {

		/** The MD5 to write; empty where none was asked for or there is none. */
		String md5(HashedInput found) {
			Md5 known = found.md5();
			return md5 && known != null ? known.toHex() : "";
		}
	}

	/** The printer of a format. */
	static HashPrinter of(HashFormat format, Session session, Columns columns) {
		return switch (format) {
			case TEXT -> new Text(session, columns);
			case CSV -> new CommaSeparated(session.console(), columns);
			case JSONL -> new JsonLines(session.console(), columns);
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
	default void print(HashedInput found) throws HavenException {
		switch (found) {
			case HashedInput.Photo photo -> print(photo);
			case HashedInput.Video video -> print(video);
		}
	}

	/** Writes a photo's hash and what is seen of it, or its eight forms, one a line. */
	default void print(HashedInput.Photo photo) throws HavenException {
		if (photo.forms().isEmpty()) {
			print(photo, photo.record(), null);
			for (HashRecord seen : photo.seen()) {
				print(photo, seen, null);
			}
		} else {
			for (Map.Entry<Symmetry, Hash256> form : photo.forms().entrySet()) {
				print(photo, HashRecord.ofPhoto(form.getValue(), photo.record().quality()), form.getKey());
			}
		}
	}

	/** Writes one line. */
	void print(HashedInput.Photo photo, HashRecord record, @Nullable Symmetry form) throws HavenException;

	/** Writes a video's frames, one a line. */
	void print(HashedInput.Video video);

	/** For people: number of the input, hash, quality in words and figures; the frames of a video below it, each with its time. */
	final class Text implements HashPrinter {

		private static final int FORM_COLUMNS = 13;
		private static final int TIME_COLUMNS = 9;

		private final Session session;
		private final Columns columns;
		private int count;

		Text(Session session, Columns columns) {
			this.session = session;
			this.columns = columns;
		}

		@Override
		public void print(HashedInput.Photo photo) throws HavenException {
			count++;
			HashPrinter.super.print(photo);
		}

		@Override
		public void print(HashedInput.Photo photo, HashRecord record, @Nullable Symmetry form) {
			StringBuilder line = new StringBuilder(String.format("%4d  ", count));
			line.append(record.hash().toHex()).append("  ");
			if (form != null) {
				line.append(TextLayout.pad(form.pdqName(), FORM_COLUMNS));
			}
			line.append(quality(record.quality())).append(file(photo));
			session.console().line(line);
		}

		@Override
		public void print(HashedInput.Video video) {
			count++;
			List<FrameHash> frames = video.record().frames();
			session.console().line(String.format("%4d  ", count) + session.texts().count("hash.video", frames.size()) + file(video));
			for (FrameHash frame : frames) {
				String time = TextLayout.pad(Seconds.of(frame.timeMs()), TIME_COLUMNS);
				session.console().line("      " + time + frame.hash().toHex() + "  " + quality(frame.quality()));
			}
		}

		/** What was asked for of the file itself. */
		private String file(HashedInput found) {
			String md5 = columns.md5(found);
			String name = found.name();
			return (md5.isEmpty() ? "" : "  md5 " + md5) + (columns.names() && name != null ? "  " + TextLayout.visible(name) : "");
		}

		private String quality(int quality) {
			String key = quality < LowDetailReport.LOWEST_USEFUL_QUALITY ? "hash.quality.plain" : "hash.quality";
			return session.texts().get(key, String.format("%3d", quality));
		}
	}

	/** {@code hash,quality[,form][,md5][,name]}; a video's frames like photos. */
	final class CommaSeparated implements HashPrinter {

		private final Console console;
		private final Columns columns;

		CommaSeparated(Console console, Columns columns) {
			this.console = console;
			this.columns = columns;
		}

		@Override
		public void begin() {
			console.line(
					"hash,quality" + (columns.forms() ? ",form" : "") + (columns.md5() ? ",md5" : "") + (columns.names() ? ",name" : ""));
		}

		@Override
		public void print(HashedInput.Photo photo, HashRecord record, @Nullable Symmetry form) {
			print(record.hash(), record.quality(), form == null ? "" : form.pdqName(), photo);
		}

		@Override
		public void print(HashedInput.Video video) {
			for (FrameHash frame : video.record().frames()) {
				print(frame.hash(), frame.quality(), "", video);
			}
		}

		private void print(Hash256 hash, int quality, String form, HashedInput found) {
			StringBuilder line = new StringBuilder(hash.toHex()).append(',').append(quality);
			if (columns.forms()) {
				line.append(',').append(form);
			}
			if (columns.md5()) {
				line.append(',').append(columns.md5(found));
			}
			if (columns.names()) {
				line.append(',').append(RecordFormat.csvField(found.name()));
			}
			console.line(line);
		}
	}

	/**
	 * A record as {@link RecordFormat#JSONL} writes it; of the eight forms
	 * {@code {"hash":…,"quality":…,"kind":…,"form":…[,"md5":…][,"name":…]}}. The times of frames are given to a tenth of a second, which is
	 * what matching needs.
	 */
	final class JsonLines implements HashPrinter {

		private static final int MS_A_TENTH = 100;

		private final Console console;
		private final Columns columns;
		private long videos;

		JsonLines(Console console, Columns columns) {
			this.console = console;
			this.columns = columns;
		}

		@Override
		public void print(HashedInput.Photo photo, HashRecord record, @Nullable Symmetry form) {
			String name = columns.names() ? photo.name() : null;
			if (form == null) {
				HashRecord written = record.withMd5(columns.md5() ? photo.md5() : null);
				console.line(RecordFormat.JSONL.line(name == null ? written : written.withName(name), columns.names()));
				return;
			}
			JsonLine line = new JsonLine().add("hash", record.hash().toHex()).add("quality", record.quality())
					.add("kind", record.kind().word())
					.add("form", form.pdqName());
			String md5 = columns.md5(photo);
			if (!md5.isEmpty()) {
				line.add("md5", md5);
			}
			console.line(name == null ? line.end() : line.add("name", name).end());
		}

		@Override
		public void print(HashedInput.Video video) {
			videos++;
			List<FrameHash> frames = video.record().frames().stream()
					.map(frame -> new FrameHash(frame.timeMs() / MS_A_TENTH * MS_A_TENTH, frame.hash(), frame.quality())).toList();
			String name = columns.names() ? video.name() : null;
			VideoRecord plain = VideoRecord.ofFrames(frames).withMd5(columns.md5() ? video.md5() : null);
			VideoRecord record = name == null ? plain : plain.withName(name);
			for (int frame = 0; frame < frames.size(); frame++) {
				console.line(RecordFormat.JSONL.line(record, frame, videos, columns.names()));
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
		public void print(HashedInput.Photo photo, HashRecord record, @Nullable Symmetry form) throws HavenException {
			throw new HavenException("hash.vpdq.photo");
		}

		@Override
		public void print(HashedInput.Video video) {
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
