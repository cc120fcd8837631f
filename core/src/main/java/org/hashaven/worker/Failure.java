package org.hashaven.worker;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import org.hashaven.image.ImageException;
import org.hashaven.video.VideoException;

/** The values of {@link Message#FAILED}: why a worker could not hash a file. */
enum Failure {
	/** An {@link ImageException}. */
	IMAGE,
	/** A {@link VideoException}. */
	VIDEO,
	/** The program could not read the file. */
	UNREADABLE,
	/** It ran out of memory. */
	MEMORY,
	/** A bug. */
	FAULT;

	/** Encodes an exception. */
	static void write(DataOutputStream out, Throwable thrown) throws IOException {
		// The libraries wrap this one, but whether there is enough memory also depends on the other files in the worker.
		Throwable cause = thrown.getCause() instanceof OutOfMemoryError memory ? memory : thrown;
		switch (cause) {
			case ImageException e -> {
				Values.writeEnum(out, IMAGE);
				Values.writeEnum(out, e.reason());
				out.writeUTF(e.getMessage());
				String format = e.format();
				out.writeUTF(format == null ? "" : format);
			}
			case VideoException e -> {
				Values.writeEnum(out, VIDEO);
				Values.writeEnum(out, e.reason());
				out.writeUTF(e.getMessage());
			}
			case IOException e -> Values.writeEnum(out, UNREADABLE);
			case OutOfMemoryError e -> Values.writeEnum(out, MEMORY);
			default -> {
				Values.writeEnum(out, FAULT);
				out.writeUTF(thrown.getClass().getSimpleName());
			}
		}
	}

	/** Decodes an exception of the same kind. */
	static IOException read(DataInputStream in) throws IOException {
		return switch (Values.readEnum(in, values())) {
			case IMAGE -> {
				ImageException.Reason reason = Values.readEnum(in, ImageException.Reason.values());
				String message = Values.readText(in);
				String format = Values.readText(in);
				yield format.isEmpty() ? new ImageException(reason, message) : ImageException.otherFormat(format);
			}
			case VIDEO -> new VideoException(Values.readEnum(in, VideoException.Reason.values()), Values.readText(in));
			case UNREADABLE -> new IOException("the file cannot be read");
			case MEMORY -> new WorkerException(WorkerException.Reason.MEMORY, "Hashing the file took more memory than its budget.");
			case FAULT -> new WorkerException(WorkerException.Reason.FAULT, Values.readText(in));
		};
	}
}
