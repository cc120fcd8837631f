package org.hashaven.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.hashaven.hash.record.HashRecord;
import org.hashaven.index.hamming.Hashes;
import org.hashaven.testdata.hashes.HashPopulation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Who may look into the folders that an index makes: their owner and nobody else, where the file system knows owners. */
@DisabledOnOs(OS.WINDOWS)
class HashIndexPermissionsTest {

	private static final HashRecord RECORD = HashRecord.ofPhoto(Hashes.of(HashPopulation.filled(0)), 100);

	@TempDir
	private Path temporary;

	private static Set<PosixFilePermission> permissions(String text) {
		return PosixFilePermissions.fromString(text);
	}

	private static void write(HashIndex index) throws IOException {
		for (int i = 0; i < 12; i++) {
			index.add(Bank.DEFAULT.name(), List.of(RECORD));
		}
		index.compact();
		index.add(Bank.DEFAULT.name(), List.of(RECORD));
	}

	private static void assertClosed(Path folder) throws IOException {
		assertThat(Files.getPosixFilePermissions(folder)).isEqualTo(permissions("rwx------"));
		try (Stream<Path> files = Files.list(folder)) {
			assertThat(files).isNotEmpty()
					.allSatisfy(file -> assertThat(Files.getPosixFilePermissions(file)).as(file.getFileName().toString())
							.isEqualTo(permissions("rw-------")));
		}
	}

	@Test
	void anIndexAndItsSnapshotsAreTheirOwners() throws IOException {
		Path folder = temporary.resolve("platform/index");
		try (HashIndex index = HashIndex.create(folder)) {
			write(index);
			index.snapshot(temporary.resolve("snapshot"));
			assertClosed(folder);
		}
		assertClosed(temporary.resolve("snapshot"));
		try (HashIndex copy = HashIndex.open(temporary.resolve("snapshot"))) {
			write(copy);
		}
		assertClosed(temporary.resolve("snapshot"));
		assertThat(Files.getPosixFilePermissions(folder.getParent())).as("only the index's own folder")
				.contains(PosixFilePermission.OWNER_READ)
				.isEqualTo(Files.getPosixFilePermissions(Files.createDirectory(temporary.resolve("any"))));
	}

	@Test
	void aFolderThatWasThereBeforeKeepsItsPermissions_butItsFilesAreClosed() throws IOException {
		Path folder = Files.createDirectory(temporary.resolve("shared"));
		Files.setPosixFilePermissions(folder, permissions("rwxr-x---"));
		try (HashIndex index = HashIndex.create(folder)) {
			write(index);
			try (Stream<Path> files = Files.list(folder)) {
				assertThat(files).isNotEmpty()
						.allSatisfy(file -> assertThat(Files.getPosixFilePermissions(file)).isEqualTo(permissions("rw-------")));
			}
		}
		assertThat(Files.getPosixFilePermissions(folder)).isEqualTo(permissions("rwxr-x---"));
	}
}
