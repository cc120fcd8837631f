package org.hashaven.server.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.hashaven.hash.HashFormatException;
import org.hashaven.hash.Md5;
import org.hashaven.server.store.CatalogException.Reason;
import org.hashaven.server.store.Quarantines.Counts;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Catalogs of other versions: older ones keep everything, newer ones are left alone. */
class MigrationTest {

	@TempDir
	private Path folder;

	private Path file;

	@BeforeEach
	void makeVersion1() throws IOException, SQLException {
		file = Files.createDirectories(folder.resolve("service")).resolve("catalog.db");
		run("catalog-v1.sql");
	}

	private void run(String resource) throws IOException, SQLException {
		String script;
		try (InputStream in = Objects.requireNonNull(MigrationTest.class.getResourceAsStream(resource))) {
			script = new String(in.readAllBytes(), StandardCharsets.UTF_8);
		}
		try (Connection connection = connect()) {
			for (String statement : script.split(";\n", -1)) {
				if (!statement.isBlank()) {
					Sql.execute(connection, statement);
				}
			}
		}
	}

	private Connection connect() throws SQLException {
		return DriverManager.getConnection("jdbc:sqlite:" + file);
	}

	/** Opened twice: the second opening finds the tables of today. */
	@Test
	void open_version1_keepsEverything() throws IOException, HashFormatException {
		Catalog.open(folder).close();
		try (Catalog catalog = Catalog.open(folder)) {
			assertThat(catalog.read(Banks::live)).containsExactlyInAnyOrder(new Bank(1, "HOTLINE", "HOTLINE", 0.25, false),
					new Bank(2, "RENAMED", "OLD_NAME", 1, false));
			Optional<Content> content = catalog.read(connection -> Contents.find(connection, 1, 1));
			assertThat(content)
					.contains(new Content(1, 1, 1, "first", "{\"a\":1}"));
			List<String> records = catalog.read(connection -> Contents.records(connection, 1));
			assertThat(records).containsExactly("1", "1.1");
			Md5 md5 = Md5.fromHex("cab08b36195edb1a1231d2d09fa450e0");
			List<Content> withMd5 = catalog.read(connection -> Contents.withMd5(connection, md5));
			assertThat(withMd5).containsExactly(new Content(2, 1, 0, null, null));
			assertThat(catalog.read(Contents::unsettled)).extracting(Content::id).containsExactly(4L);
			List<Change> changes = catalog.read(connection -> ChangeLog.since(connection, 0, 100));
			assertThat(changes).extracting(Change::kind)
					.containsExactly("bank_added", "added", "added", "withdrawn");
			assertThat(catalog.read(AuditLog::entries)).hasSize(5).last().extracting(AuditLog.Entry::what, AuditLog.Entry::contentId)
					.containsExactly("content-withdrawn", 3L);
			assertThat(catalog.read(AuditLog::brokenAt)).isZero();
			ApiKey key = catalog.read(ApiKeys::list).getFirst();
			assertThat(key.digest()).isEqualTo(ApiKeys.digest("haven_of-version-1"));
			assertThat(key.roles()).isEqualTo(Set.of(Role.HASH, Role.MATCH));
			assertThat(key.expiresAt()).isEqualTo(4_102_444_800L);
			assertThat(catalog.read(SignalTypes::ratios)).isEqualTo(Map.of("video_md5", 0.5));
		}
	}

	@Test
	void open_version1_takesWhatIsNew() throws IOException {
		try (Catalog catalog = Catalog.open(folder)) {
			long added = catalog.write(connection -> {
				Quarantines.hold(connection, 1, "1", new Counts(200, 20, 0, 0));
				Decisions.add(connection, "uploads", new Decisions.Report("HOTLINE", "1", 1, "blocked", null, null));
				Banks.update(connection, new Bank(1, "HOTLINE", "HOTLINE", 0.25, true));
				AuditLog.append(connection, "curator", "content-withdrawn", "HOTLINE", 1L);
				Contents.finishWithdrawal(connection, 1, 1);
				return Contents.addPending(connection, 1, null, null, null);
			});
			assertThat(added).as("numbers of contents that are gone are not given again").isEqualTo(10);
			assertThat(catalog.read(Quarantines::list)).as("withdrawn with its content").isEmpty();
			List<Decisions.Decision> decisions = catalog.read(connection -> Decisions.since(connection, 0, 10));
			assertThat(decisions).hasSize(1);
			assertThat(catalog.read(Banks::live)).filteredOn(Bank::testMode).extracting(Bank::name).containsExactly("HOTLINE");
			assertThat(catalog.read(connection -> ChangeLog.latest(connection, 1)).getFirst().recordId()).isEqualTo("1");
			assertThat(catalog.read(AuditLog::brokenAt)).as("the trail goes on from the older version's").isZero();
		}
	}

	@Test
	void open_version2_keepsPolicy_takesEvents_andItsRecordsAreNotNew() throws IOException, SQLException {
		run("catalog-v2-additions.sql");
		try (Catalog catalog = Catalog.open(folder)) {
			assertThat(catalog.read(Quarantines::list)).hasSize(1);
			List<Decisions.Decision> decisions = catalog.read(connection -> Decisions.since(connection, 0, 10));
			assertThat(decisions).hasSize(1);
			assertThat(catalog.read(Banks::live)).filteredOn(Bank::testMode).extracting(Bank::name).containsExactly("RENAMED");
			catalog.write(connection -> Checkpoints.begin(connection, "test", ChangeLog.last(connection)));
			long checkpoint = catalog.read(connection -> Checkpoints.of(connection, "test"));
			assertThat(checkpoint).isEqualTo(5);
			List<ChangeLog.Listing> listed = catalog.read(connection -> ChangeLog.newlyListed(connection, checkpoint, 10));
			assertThat(listed).isEmpty();
			Events.New event = new Events.New(Events.Kind.RETROACTIVE, 1, 1, "1", "post-1", 1_764_000_000L, OptionalInt.of(3));
			catalog.write(connection -> {
				Events.add(connection, event);
				Contents.finishWithdrawal(connection, 1, 2);
				return true;
			});
			List<Events.Event> events = catalog.read(connection -> Events.since(connection, 0, 10));
			assertThat(events).extracting(Events.Event::what).containsExactly(event);
		}
	}

	@Test
	void open_newerVersion_isRefusedAndLeftAlone() throws IOException, SQLException {
		try (Connection connection = connect()) {
			Sql.execute(connection, "PRAGMA user_version = 1000");
		}
		assertThatThrownBy(() -> Catalog.open(folder)).isInstanceOfSatisfying(CatalogException.class,
				e -> assertThat(e.reason()).isEqualTo(Reason.NEWER)).hasMessage("the catalog was written by a newer version");
		try (Connection connection = connect()) {
			assertThat(Sql.number(connection, "PRAGMA user_version")).isEqualTo(1_000);
			assertThat(Sql.number(connection, "SELECT count(*) FROM sqlite_schema WHERE name = 'quarantine'")).isZero();
		}
	}

	@Test
	void open_whatIsNoCatalog_isDamaged() throws IOException {
		Files.writeString(file, "no database".repeat(100));
		assertThatThrownBy(() -> Catalog.open(folder)).isInstanceOfSatisfying(CatalogException.class,
				e -> assertThat(e.reason()).isEqualTo(Reason.UNREADABLE));
	}
}
