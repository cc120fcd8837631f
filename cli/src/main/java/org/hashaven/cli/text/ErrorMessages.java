package org.hashaven.cli.text;

import java.io.File;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import org.hashaven.cli.evaluate.ExcludedPhotoException;
import org.hashaven.hash.HashFormatException;
import org.hashaven.image.ImageException;
import org.hashaven.index.IndexException;
import org.hashaven.video.VideoException;
import org.hashaven.video.VideoHash;
import org.hashaven.worker.WorkerException;

/** From what a library threw to a sentence for a person, in her language. */
public final class ErrorMessages {

	private ErrorMessages() {
	}

	/** Why something could not be done. */
	public static String of(Throwable failure, Messages texts) {
		return switch (failure) {
			case HavenException e -> e.text(texts);
			case ImageException e -> picture(e, texts);
			case VideoException e -> texts.get("video." + e.reason());
			case IndexException e -> texts.get("index." + e.reason());
			case HashFormatException e -> ofList(e, texts);
			case ExcludedPhotoException e -> texts.get("evaluate.out." + e.reason());
			case WorkerException e -> e.reason() == WorkerException.Reason.FAULT
					? texts.get("reason.bug", Objects.requireNonNullElse(e.getMessage(), ""))
					: texts.get("worker." + e.reason());
			case NoSuchFileException e -> texts.get("reason.missing");
			case AccessDeniedException e -> texts.get("reason.denied");
			case FileSystemLoopException e -> texts.get("reason.loop");
			case IOException e -> texts.get("reason.unreadable");
			case OutOfMemoryError e -> texts.get("reason.memory");
			default -> texts.get("reason.bug", failure.getClass().getSimpleName());
		};
	}

	private static String picture(ImageException failure, Messages texts) {
		String format = failure.format();
		return format == null ? texts.get("image." + failure.reason()) : texts.get("image.other", format);
	}

	/** Why something could not be judged, in a word for scripts, which stays the same. */
	public static String word(Throwable failure) {
		return switch (failure) {
			case ImageException e -> word(e.reason());
			case VideoException e -> word(e.reason());
			case WorkerException e -> word(e.reason());
			case NoSuchFileException e -> "missing";
			case AccessDeniedException e -> "denied";
			case HashFormatException e -> "not-a-list";
			case OutOfMemoryError e -> "memory";
			default -> "unreadable";
		};
	}

	/** How a video ended that was not read to its end. */
	public static String word(VideoHash.Ending ending) {
		return word((Enum<?>) ending);
	}

	private static String word(Enum<?> reason) {
		String word = reason.name().toLowerCase(Locale.ROOT).replace('_', '-');
		return word.equals("corrupt") ? "damaged" : word;
	}

	/** Line and column of a fault in a list, and what is expected there; never what is there. */
	private static String ofList(HashFormatException fault, Messages texts) {
		String expected = texts.get("list.fault." + fault.fault());
		return fault.column() == 0
				? texts.get("list.line", fault.offset(), expected)
				: texts.get("list.column", fault.offset(), fault.column(), expected);
	}

	/** Throws the reason why a file cannot be opened, where that can be told beforehand; opening it says no more than that it failed. */
	public static void requireReadable(Path path) throws IOException, HavenException {
		File file = path.toFile();
		if (!file.exists()) {
			throw new NoSuchFileException(null);
		}
		if (file.isDirectory()) {
			throw new HavenException("reason.folder");
		}
		if (!file.isFile()) {
			throw new HavenException("reason.special");
		}
		if (!file.canRead()) {
			throw new AccessDeniedException(null);
		}
	}
}
