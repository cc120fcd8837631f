package org.hashaven.cli.input;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The order in which inputs are worked on. A shuffle leaves {@value #FILES} files in their order once in 20! ≈ 2.4e18 times, and repeats
 * another order as rarely.
 */
class InputFinderTest {

	private static final int FILES = 20;

	@TempDir
	private Path folder;
	private final List<String> files = new ArrayList<>();

	@BeforeEach
	void makeFiles() throws IOException {
		for (int i = 0; i < FILES; i++) {
			files.add(Files.createFile(folder.resolve(String.format(Locale.ROOT, "IMG_%02d.jpg", i))).toString());
		}
	}

	private static List<String> shuffled(List<String> names, String standardInput) throws IOException {
		InputStream in = new ByteArrayInputStream(standardInput.getBytes(StandardCharsets.UTF_8));
		return InputFinder.findShuffled(names, in).stream().map(Input::shown).toList();
	}

	private void assertShuffled(List<String> found) {
		assertThat(found).containsExactlyInAnyOrderElementsOf(files).isNotEqualTo(files);
	}

	@Test
	void find_folder_isInTheOrderOfNames() throws IOException {
		assertThat(InputFinder.find(List.of(folder.toString()), InputStream.nullInputStream(), false)).extracting(Input::shown)
				.isEqualTo(files);
	}

	@Test
	void findShuffled_folder_isInAnotherOrderEachTime() throws IOException {
		List<String> found = shuffled(List.of(folder.toString()), "");
		assertShuffled(found);
		assertThat(shuffled(List.of(folder.toString()), "")).isNotEqualTo(found);
	}

	/** As a shell expands {@code photos/*}. */
	@Test
	void findShuffled_filesOneByOne_areShuffled() throws IOException {
		assertShuffled(shuffled(files, ""));
	}

	@Test
	void findShuffled_severalFolders_areShuffledTogether() throws IOException {
		List<String> folders = new ArrayList<>();
		files.clear();
		for (int i = 0; i < FILES; i++) {
			Path one = Files.createDirectory(folder.resolve("folder" + (100 + i)));
			files.add(Files.createFile(one.resolve("IMG.jpg")).toString());
			folders.add(one.toString());
		}
		assertShuffled(shuffled(folders, ""));
	}

	@Test
	void findShuffled_namesOnStandardInput_keepTheirOrderAndComeLast() throws IOException {
		Path photo = Files.createDirectory(folder.resolve("other")).resolve("photo.jpg");
		List<String> expected = new ArrayList<>(List.of(photo.toString()));
		expected.addAll(files);
		assertThat(shuffled(List.of("-", photo.toString()), String.join("\n", files))).isEqualTo(expected);
	}

	@Test
	void findShuffled_folderOnStandardInput_isShuffled() throws IOException {
		assertShuffled(shuffled(List.of("-"), folder + "\n"));
	}
}
