package org.hashaven.cli;

import org.hashaven.hash.Hash256;
import org.hashaven.hash.HashRecord;
import org.hashaven.hash.RecordFormat;
import org.hashaven.pdq.Dihedral;
import org.jspecify.annotations.Nullable;

/** How {@code haven hash} writes what it found; names only where they were asked for. */
interface HashPrinter {

	/** The printer of a format. */
	static HashPrinter of(OutputFormat format, Session session, boolean names, boolean forms) {
		return switch (format) {
			case TEXT -> new Text(session, names);
			case CSV -> new CommaSeparated(session.console(), names, forms);
			case JSONL -> new JsonLines(session.console(), names);
		};
	}

	/** Writes what stands above the first hash. */
	default void begin() {
	}

	/** Writes one hash, or its eight forms, one a line. */
	default void print(Found found) {
		if (found.forms().isEmpty()) {
			print(found, found.record().hash(), null);
		} else {
			found.forms().forEach((form, hash) -> print(found, hash, form));
		}
	}

	/** Writes one line. */
	void print(Found found, Hash256 hash, @Nullable Dihedral form);

	/** For people: number of the input, hash, quality in words and figures. */
	final class Text implements HashPrinter {

		private static final int FORM_COLUMNS = 13;

		private final Session session;
		private final boolean names;
		private int count;

		Text(Session session, boolean names) {
			this.session = session;
			this.names = names;
		}

		@Override
		public void print(Found found) {
			count++;
			HashPrinter.super.print(found);
		}

		@Override
		public void print(Found found, Hash256 hash, @Nullable Dihedral form) {
			StringBuilder line = new StringBuilder(String.format("%4d  ", count));
			line.append(hash.toHex()).append("  ");
			if (form != null) {
				line.append(Paragraph.pad(form.word(), FORM_COLUMNS));
			}
			line.append(quality(found));
			String name = found.name();
			if (names && name != null) {
				line.append("  ").append(Paragraph.visible(name));
			}
			session.console().line(line);
		}

		private String quality(Found found) {
			int quality = found.record().quality();
			String key = quality < PlainPictures.LOWEST_USEFUL_QUALITY ? "hash.quality.plain" : "hash.quality";
			return session.texts().get(key, String.format("%3d", quality));
		}
	}

	/** {@code hash,quality[,form][,name]}. */
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
		public void print(Found found, Hash256 hash, @Nullable Dihedral form) {
			StringBuilder line = new StringBuilder(hash.toHex()).append(',').append(found.record().quality());
			if (forms) {
				line.append(',').append(form == null ? "" : form.word());
			}
			if (names) {
				line.append(',').append(RecordFormat.csvField(found.name()));
			}
			console.line(line);
		}
	}

	/** A record as {@link RecordFormat#JSONL} writes it; of the eight forms {@code {"hash":…,"quality":…,"kind":…,"form":…[,"name":…]}}. */
	final class JsonLines implements HashPrinter {

		private final Console console;
		private final boolean names;

		JsonLines(Console console, boolean names) {
			this.console = console;
			this.names = names;
		}

		@Override
		public void print(Found found, Hash256 hash, @Nullable Dihedral form) {
			HashRecord record = found.record();
			String name = names ? found.name() : null;
			if (form == null) {
				console.line(RecordFormat.JSONL.line(name == null ? record : record.withName(name), names));
				return;
			}
			JsonLine line = new JsonLine().add("hash", hash.toHex()).add("quality", record.quality()).add("kind", record.kind().word())
					.add("form", form.word());
			console.line(name == null ? line.end() : line.add("name", name).end());
		}
	}
}
