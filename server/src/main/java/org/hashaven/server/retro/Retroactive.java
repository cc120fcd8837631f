package org.hashaven.server.retro;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import org.hashaven.media.MediaHasher;
import org.hashaven.server.match.BankDirectory;
import org.hashaven.server.match.IndexGateway;
import org.hashaven.server.metrics.ServiceMetrics;
import org.hashaven.server.store.Catalog;
import org.jspecify.annotations.Nullable;

/** Retroactive matching as a whole: what is remembered, and who looks it up. */
public final class Retroactive implements Closeable {

	/** Not in the catalog's file, so that no backup keeps what is to be erased. */
	private static final String FOLDER = "service/recent";

	private final RecentUploads uploads;
	private final Follower follower;

	private Retroactive(RecentUploads uploads, Follower follower) {
		this.uploads = uploads;
		this.follower = follower;
	}

	/**
	 * Starts it; or, where nothing is to be remembered, erases what was remembered before.
	 *
	 * @param folder
	 *            of the index
	 * @param remember
	 *            how long; null for not at all
	 * @return null where nothing is to be remembered
	 */
	public static @Nullable Retroactive start(Path folder, @Nullable Duration remember, MediaHasher hasher, IndexGateway index,
			Catalog catalog, BankDirectory banks, ServiceMetrics metrics) throws IOException {
		if (remember == null) {
			RecentUploads.erase(folder.resolve(FOLDER));
			Follower.forget(catalog);
			return null;
		}
		RecentUploads uploads = new RecentUploads(folder.resolve(FOLDER), hasher, remember, InstantSource.system(), metrics);
		try {
			return new Retroactive(uploads, new Follower(index, catalog, banks, uploads, remember, metrics));
		} catch (IOException | RuntimeException e) {
			uploads.close();
			throw e;
		}
	}

	/** Where uploads are remembered. */
	public UploadMemory memory() {
		return uploads;
	}

	@Override
	public void close() throws IOException {
		follower.close();
		uploads.close();
	}
}
