package org.hashaven.server.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The audit trail shows what was done to it, and the catalog that holds it keeps jobs apart. */
class AuditLogTest {

	@TempDir
	private Path folder;

	private Catalog catalog;

	@BeforeEach
	void open() throws IOException {
		catalog = Catalog.open(folder);
		for (int i = 0; i < 5; i++) {
			long id = i;
			catalog.write(connection -> {
				AuditLog.append(connection, "key", "did", "BANK", id);
				return id;
			});
		}
	}

	@AfterEach
	void close() throws IOException {
		catalog.close();
	}

	private void tamper(String sql) throws IOException {
		catalog.write(connection -> {
			Sql.execute(connection, "DROP TRIGGER audit_not_changed");
			Sql.execute(connection, "DROP TRIGGER audit_not_cut");
			Sql.execute(connection, sql);
			return sql;
		});
	}

	@Test
	void untouched_isIntact() throws IOException {
		assertThat(catalog.read(AuditLog::isIntact)).isTrue();
		assertThat(catalog.read(AuditLog::entries)).hasSize(5);
		assertThat(catalog.read(AuditLog::head)).hasSize(32);
	}

	@Test
	void change_isRefused() {
		for (String sql : List.of("UPDATE audit SET who = 'x'", "DELETE FROM audit WHERE seq = 3")) {
			assertThatThrownBy(() -> catalog.write(connection -> {
				Sql.execute(connection, sql);
				return sql;
			})).isInstanceOf(CatalogException.class);
		}
	}

	@Test
	void change_behindItsBack_shows() throws IOException {
		tamper("UPDATE audit SET who = 'x' WHERE seq = 3");
		assertThat(catalog.read(AuditLog::isIntact)).isFalse();
		assertThat(catalog.read(AuditLog::brokenAt)).isBetween(3L, 4L);
	}

	@Test
	void removal_behindItsBack_shows() throws IOException {
		tamper("DELETE FROM audit WHERE seq = 3");
		assertThat(catalog.read(AuditLog::isIntact)).isFalse();
		assertThat(catalog.read(AuditLog::brokenAt)).isBetween(3L, 4L);
	}

	@Test
	void write_jobThatFails_isUndoneAlone() throws InterruptedException, ExecutionException, IOException {
		try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
			List<Future<?>> jobs = new ArrayList<>();
			for (int i = 0; i < 200; i++) {
				boolean fails = i % 2 == 0;
				jobs.add(threads.submit(() -> catalog.write(connection -> {
					AuditLog.append(connection, "key", "together", null, null);
					if (fails) {
						throw new IOException("on purpose");
					}
					return 0;
				})));
			}
			int failed = 0;
			for (Future<?> job : jobs) {
				try {
					job.get();
				} catch (ExecutionException e) {
					assertThat(e).hasMessageContaining("on purpose");
					failed++;
				}
			}
			assertThat(failed).isEqualTo(100);
		}
		assertThat(catalog.read(AuditLog::entries)).hasSize(105);
		assertThat(catalog.read(AuditLog::isIntact)).isTrue();
	}

	@Test
	void files_areTheOwnersAlone() throws IOException {
		for (String file : List.of("catalog.db", "catalog.db-wal")) {
			assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("service").resolve(file))))
					.isEqualTo("rw-------");
		}
	}
}
