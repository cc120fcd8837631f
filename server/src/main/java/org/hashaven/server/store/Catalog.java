package org.hashaven.server.store;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.function.LongConsumer;
import org.hashaven.server.store.CatalogException.Reason;
import org.sqlite.SQLiteConfig;

/**
 * The catalog of one service: one thread that writes, several connections that read. Thread-safe.
 *
 * <p>
 * It lies in a folder of its own beside the files of the index, which only its owner can open. Deleted values are overwritten
 * ({@code secure_delete}); copies of them in the write-ahead log go with its next checkpoint, see {@link CatalogWriter}.
 */
public final class Catalog implements Closeable {

	/** Folder of the catalog, in that of the index: Lucene leaves folders alone. */
	private static final String FOLDER = "service";

	private static final String FILE = "catalog.db";
	private static final int BUSY_TIMEOUT_MS = 10_000;
	private static final int READERS = Math.max(4, 2 * Runtime.getRuntime().availableProcessors());

	/** Work on a connection. */
	public interface Job<T> {
		T run(Connection connection) throws SQLException, IOException;
	}

	private final Path file;
	private final CatalogWriter writer;
	private final BlockingQueue<Connection> readers;

	private Catalog(Path file, CatalogWriter writer, BlockingQueue<Connection> readers) {
		this.file = file;
		this.writer = writer;
		this.readers = readers;
	}

	/**
	 * Opens the catalog beside an index, and makes it when it is not there.
	 *
	 * @param index
	 *            folder of the index
	 */
	public static Catalog open(Path index) throws IOException {
		return open(index, nanos -> {
		});
	}

	/**
	 * Opens it, likewise.
	 *
	 * @param commits
	 *            is given the time that each commit takes, in nanoseconds
	 */
	public static Catalog open(Path index, LongConsumer commits) throws IOException {
		Path file = ownerOnlyFile(index.resolve(FOLDER));
		try {
			Connection writing = connect(file, false);
			Schema.apply(writing);
			BlockingQueue<Connection> readers = new ArrayBlockingQueue<>(READERS);
			for (int i = 0; i < READERS; i++) {
				readers.add(connect(file, true));
			}
			return new Catalog(file, new CatalogWriter(writing, commits), readers);
		} catch (SQLException e) {
			throw new CatalogException(Reason.UNREADABLE, e);
		}
	}

	private static Path ownerOnlyFile(Path folder) throws CatalogException {
		try {
			boolean posix = folder.getFileSystem().supportedFileAttributeViews().contains("posix");
			Files.createDirectories(folder);
			Path file = folder.resolve(FILE);
			if (!Files.exists(file)) {
				Files.createFile(file);
			}
			if (posix) {
				Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
				// the log beside it gets the permissions of the database
				Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
			}
			return file;
		} catch (FileSystemException e) {
			throw new CatalogException(Reason.DISK, e);
		} catch (IOException e) {
			throw new CatalogException(Reason.DISK, e);
		}
	}

	private static Connection connect(Path file, boolean readOnly) throws SQLException {
		SQLiteConfig config = new SQLiteConfig();
		config.setJournalMode(SQLiteConfig.JournalMode.WAL);
		config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
		config.enforceForeignKeys(true);
		config.setBusyTimeout(BUSY_TIMEOUT_MS);
		config.setPragma(SQLiteConfig.Pragma.SECURE_DELETE, "true");
		config.setReadOnly(readOnly);
		return DriverManager.getConnection("jdbc:sqlite:" + file, config.toProperties());
	}

	/**
	 * Runs a job in the writing thread, together with those of other callers in one transaction, and returns when it is durable. A job that
	 * throws is undone alone.
	 *
	 * @throws IOException
	 *             what the job threw, or a {@link CatalogException}
	 */
	public <T> T write(Job<T> job) throws IOException {
		return writer.run(job);
	}

	/** Runs a job that only reads; it sees what was written before. */
	public <T> T read(Job<T> job) throws IOException {
		Connection connection = take();
		try {
			return job.run(connection);
		} catch (SQLException e) {
			throw new CatalogException(Reason.DISK, e);
		} finally {
			readers.add(connection);
		}
	}

	private Connection take() throws CatalogException {
		try {
			return readers.take();
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
			throw new CatalogException(Reason.CLOSED, e);
		}
	}

	/** Bytes of the file and of the write-ahead log beside it. */
	public long sizeBytes() {
		return size(file) + size(file.resolveSibling(FILE + "-wal"));
	}

	private static long size(Path of) {
		try {
			return Files.size(of);
		} catch (IOException e) {
			return 0; // there is no log
		}
	}

	/**
	 * Copies the catalog as it is now into the folder of a copy of the index, for its owner alone; durable when it returns. Neither readers
	 * nor the writer wait, and nothing that was deleted is in the copy.
	 */
	public void copyTo(Path index) throws IOException {
		Path copy = ownerOnlyFile(index.resolve(FOLDER));
		read(connection -> Sql.update(connection, "VACUUM INTO ?", copy.toString()));
		force(copy);
		force(copy.resolveSibling("."));
	}

	private static void force(Path of) throws IOException {
		try (FileChannel channel = FileChannel.open(of, StandardOpenOption.READ)) {
			channel.force(true);
		}
	}

	/** Waits for the jobs that were handed in, then closes the file. */
	@Override
	public void close() throws IOException {
		writer.stop();
		try {
			for (int i = 0; i < READERS; i++) {
				take().close();
			}
			writer.closeConnection();
		} catch (SQLException e) {
			throw new CatalogException(Reason.DISK, e);
		}
	}
}
