package org.hashaven.index.fault;

import java.io.EOFException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.IndexFormatTooNewException;
import org.apache.lucene.index.IndexFormatTooOldException;
import org.apache.lucene.index.IndexNotFoundException;
import org.apache.lucene.store.AlreadyClosedException;
import org.apache.lucene.store.LockObtainFailedException;
import org.apache.lucene.util.ThreadInterruptedException;
import org.hashaven.index.IndexException.Reason;
import org.hashaven.index.IndexException;

/**
 * What Lucene and the disk throw, said as an {@link IndexException}. Their own messages name paths and may quote content; they are dropped,
 * cause and all, so that no log can show them.
 */
public final class IndexErrors {

	private IndexErrors() {
	}

	/** Something to do with an index. */
	@FunctionalInterface
	public interface Job<T> {
		T run() throws IOException;
	}

	/**
	 * Runs a job that writes, with arguments already checked; what is no disk's fault, no file's and no interruption is ours and goes
	 * through.
	 */
	public static <T> T writing(Job<T> job) throws IndexException {
		try {
			return job.run();
		} catch (IOException e) {
			throw translate(e);
		} catch (IllegalStateException | ThreadInterruptedException e) {
			// Lucene's writer is closed, or refuses to commit, after an error it will not go on from: often it says which.
			throw e.getCause() instanceof IOException cause ? translate(cause) : new IndexException(Reason.STOPPED);
		}
	}

	/**
	 * Runs a job that only reads. Whatever goes wrong there, with arguments already checked, comes from bytes that are not what was
	 * written: numbers read from them lead outside arrays and mappings.
	 */
	public static <T> T reading(Job<T> job) throws IndexException {
		try {
			return job.run();
		} catch (IOException e) {
			throw translate(e);
		} catch (AlreadyClosedException e) {
			throw new IllegalStateException("the index is closed");
		} catch (CallerFault e) {
			throw e;
		} catch (RuntimeException | InternalError e) {
			// InternalError is how the JVM says that a mapped file has become shorter.
			throw new IndexException(Reason.CORRUPT);
		}
	}

	private static IndexException translate(IOException e) {
		if (e instanceof IndexException ours) {
			return ours;
		}
		return new IndexException(reason(e));
	}

	private static Reason reason(IOException e) {
		if (e instanceof LockObtainFailedException) {
			return Reason.LOCKED;
		}
		if (e instanceof AccessDeniedException) {
			return Reason.NO_ACCESS;
		}
		if (e instanceof IndexNotFoundException) {
			return Reason.MISSING;
		}
		if (e instanceof IndexFormatTooNewException) {
			return Reason.NEWER_VERSION;
		}
		boolean corrupt = e instanceof CorruptIndexException || e instanceof IndexFormatTooOldException || e instanceof EOFException
				|| e instanceof FileNotFoundException || e instanceof NoSuchFileException;
		if (!corrupt && e.getCause() instanceof IOException cause) {
			return reason(cause); // a merge passes its failure to the thread that waits for it
		}
		return corrupt ? Reason.CORRUPT : Reason.DISK;
	}
}
