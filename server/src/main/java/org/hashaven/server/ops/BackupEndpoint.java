package org.hashaven.server.ops;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import org.hashaven.server.curation.Curator;
import org.hashaven.server.http.ApiException;
import org.hashaven.server.http.Call;
import org.hashaven.server.http.Reply;
import org.hashaven.server.http.Route;
import org.hashaven.server.match.IndexGateway;
import org.hashaven.server.store.AuditLog;
import org.hashaven.server.store.Catalog;
import org.hashaven.server.store.Role;
import org.jspecify.annotations.Nullable;

/** {@code POST /admin/backup}: a backup of the running service, in the folder that its operator has set. A client cannot name a place. */
public final class BackupEndpoint {

	private static final System.Logger LOG = System.getLogger("org.hashaven.server");
	private static final DateTimeFormatter NAME = DateTimeFormatter.ofPattern("'haven-'uuuuMMdd'T'HHmmss.SSS'Z'").withZone(ZoneOffset.UTC);
	private static final int CREATED = 201;
	private static final int CONFLICT = 409;

	private final IndexGateway index;
	private final Catalog catalog;
	private final Curator curator;
	private final @Nullable Path folder;
	private final ReentrantLock underWay = new ReentrantLock();

	public BackupEndpoint(IndexGateway index, Catalog catalog, Curator curator, @Nullable Path folder) {
		this.index = index;
		this.catalog = catalog;
		this.curator = curator;
		this.folder = folder;
	}

	/** The routes. */
	public List<Route> routes() {
		return List.of(new Route("POST", "/admin/backup", Role.ADMIN, "Make a backup in the folder set for that", this::backUp));
	}

	private Reply backUp(Call call) throws IOException {
		Path to = folder;
		if (to == null) {
			throw new ApiException(CONFLICT, "no folder for backups is set");
		}
		if (!underWay.tryLock()) {
			throw new ApiException(CONFLICT, "a backup is under way");
		}
		try {
			return Reply.json(CREATED, make(to, call.who()));
		} finally {
			underWay.unlock();
		}
	}

	private Map<String, Object> make(Path to, String who) throws IOException {
		long start = System.nanoTime();
		String name = NAME.format(Instant.now());
		try {
			Backup.make(index, catalog, curator, to.resolve(name));
		} catch (FileSystemException e) {
			LOG.log(System.Logger.Level.ERROR, "the backup could not be written: " + e.getClass().getSimpleName());
			throw new ApiException(503, "the backup could not be written; check the folder, its permissions and the space on its disk");
		}
		long ms = (System.nanoTime() - start) / 1_000_000;
		catalog.write(connection -> {
			AuditLog.append(connection, who, "backup-made " + name, null, null);
			return name;
		});
		LOG.log(System.Logger.Level.INFO, "backup " + name + " made in " + ms + " ms");
		Map<String, Object> answer = new LinkedHashMap<>();
		answer.put("backup", name);
		answer.put("ms", ms);
		return answer;
	}
}
