package org.hashaven.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.hashaven.pdq.PdqResult;
import org.hashaven.testdata.kinds.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Photos that were mirrored, cut out or put into something before they were uploaded, with one hash on the list and with regions. */
class StrongerIT {

	@TempDir
	private Path folder;

	private Program.Result haven(String... arguments) {
		return new Program(folder).run(arguments);
	}

	private void listPhoto(String... options) throws IOException {
		TestPictures.photo(folder.resolve("her-secret.jpg"), 1);
		TestPictures.photo(folder.resolve("other.jpg"), 2);
		String[] hash = new String[options.length + 4];
		System.arraycopy(new String[]{"hash", "--format", "jsonl", "her-secret.jpg"}, 0, hash, 0, 4);
		System.arraycopy(options, 0, hash, 4, options.length);
		Program.Result listed = haven(hash);
		assertThat(listed.status()).as(listed.err()).isZero();
		Files.writeString(folder.resolve("list.jsonl"), listed.out());
		haven("index", "create", "ix");
		Program.Result added = haven("index", "add", "ix", "list.jsonl");
		assertThat(added.status()).as(added.err()).isZero();
		Files.writeString(folder.resolve("id"), added.out().strip());
	}

	private String id() throws IOException {
		return Files.readString(folder.resolve("id"));
	}

	@Test
	void oneHashFindsItMirroredTurnedAndOnAPhone() throws IOException {
		listPhoto();
		for (String change : List.of("mirror", "rotate-90", "screenshot-dark", "letterbox-25", "inverted")) {
			TestPictures.altered(folder.resolve("upload.jpg"), 1, change);
			Program.Result found = haven("match", "--format", "csv", "ix", "upload.jpg");
			assertThat(found.lines()).as(change).hasSize(2);
			assertThat(found.lines().getLast()).as(change).startsWith("upload.jpg," + id() + ",default,")
					.matches(".*,(similar|identical) (mirrored|quarter-turn|inside [0-9]+%|borders-cut [0-9]+%|inverted).*");
			assertThat(found.status()).isZero();
		}
		TestPictures.altered(folder.resolve("upload.jpg"), 1, "mirror");
		assertThat(haven("match", "ix", "upload.jpg").out()).contains("similar, distance ", ", mirrored");
		assertThat(haven("match", "--lang", "ko", "ix", "upload.jpg").out()).contains("좌우 반전");
		assertThat(haven("match", "ix", "other.jpg").status()).isEqualTo(1);
	}

	@Test
	void regionsFindWhatIsCutOutOfIt() throws IOException {
		listPhoto("--stronger");
		for (String change : List.of("crop-anywhere-30", "sticker-10", "crop-top-25", "grid-of-four")) {
			TestPictures.altered(folder.resolve("upload.jpg"), 1, change);
			Program.Result found = haven("match", "--format", "csv", "ix", "upload.jpg");
			assertThat(found.lines()).as(change).hasSize(2);
			assertThat(found.lines().getLast()).as(change).startsWith("upload.jpg," + id() + ",default,");
		}
		TestPictures.altered(folder.resolve("upload.jpg"), 1, "crop-anywhere-30");
		assertThat(haven("match", "ix", "upload.jpg").out()).contains(" of its regions found, about ");
		assertThat(haven("match", "--lang", "ko", "ix", "upload.jpg").out()).contains("개가 일치하며");
		assertThat(haven("match", "--format", "jsonl", "ix", "upload.jpg").out()).contains("\"regions\":", "\"shown_percent\":",
				"\"how\":\"regions");
		assertThat(haven("index", "stats", "ix").out()).contains("photos and videos", "region hashes of photos");
		assertThat(haven("index", "verify", "ix").status()).isZero();
		assertThat(haven("match", "ix", "other.jpg").status()).isEqualTo(1);
		haven("index", "withdraw", "ix", id());
		assertThat(haven("match", "ix", "upload.jpg").status()).isEqualTo(1);
		assertThat(haven("index", "stats", "ix").out()).contains("0 region hashes of photos");
	}

	/** Spreadsheets of one program show the same for the most part, and an innocent one is taken for another that is listed. */
	@Test
	void samplesOfAKindKeepItsOtherPicturesFromMatching() throws IOException {
		haven("index", "create", "ix");
		for (int member = 0; member < 4; member++) {
			TestPictures.ofKind(Kind.SPREADSHEET, folder.resolve("listed/" + member + ".jpg"), member);
			TestPictures.ofKind(Kind.SPREADSHEET, folder.resolve("samples/" + member + ".jpg"), 100 + member);
			TestPictures.ofKind(Kind.SPREADSHEET, folder.resolve("uploads/" + member + ".jpg"), 200 + member);
		}
		add("listed", "default");
		Program.Result before = haven("match", "--format", "csv", "ix", "uploads");
		assertThat(before.status()).as(before.out() + before.err()).isZero();
		assertThat(haven("index", "create", "ix", "--bank", "ours", "--purpose", "common").out()).contains("purpose common");
		add("samples", "ours");
		Program.Result after = haven("match", "--format", "csv", "ix", "uploads");
		assertThat(after.out()).doesNotContain(",ours,").doesNotContain("regions");
		assertThat(after.status()).as(after.out() + after.err()).isEqualTo(1);
		assertThat(haven("match", "ix", "samples/0.jpg").status()).as("never a match itself").isEqualTo(1);
		assertThat(haven("match", "ix", "listed/0.jpg").status()).as("by its hash it is found as before").isZero();
	}

	private void add(String pictures, String bank) throws IOException {
		Program.Result list = haven("hash", "--stronger", "--format", "jsonl", pictures);
		assertThat(list.status()).as(list.err()).isZero();
		Files.writeString(folder.resolve("list.jsonl"), list.out());
		assertThat(haven("index", "add", "ix", "--bank", bank, "list.jsonl").status()).isZero();
	}

	@Test
	void aListWithRegionsNamesNothing() throws IOException {
		listPhoto("--stronger");
		String list = Files.readString(folder.resolve("list.jsonl"));
		assertThat(list.lines()).hasSize(1);
		assertThat(list).matches(
				"\\{\"hash\":\"[0-9a-f]{64}\",\"quality\":[0-9]+,\"kind\":\"photo\",\"regions\":\\[(\"[0-9a-f]{22}\",?){6,16}\\]\\}\n");
		PdqResult plain = TestPictures.hash(folder.resolve("her-secret.jpg"));
		assertThat(list).startsWith("{\"hash\":\"" + plain.hash().toHex() + "\"");
	}

	@Test
	void withoutBeingAskedForThereAreNone() throws IOException {
		listPhoto();
		assertThat(Files.readString(folder.resolve("list.jsonl"))).doesNotContain("regions");
		for (List<String> wrong : List.of(List.of("hash", "--stronger", "her-secret.jpg"),
				List.of("hash", "--stronger", "--format", "csv", "her-secret.jpg"),
				List.of("hash", "--stronger", "--dihedral", "--format", "jsonl", "her-secret.jpg"))) {
			Program.Result refused = haven(wrong.toArray(String[]::new));
			assertThat(refused.status()).isEqualTo(2);
			assertThat(refused.err()).isEqualTo(
					"haven: --stronger requires --format jsonl, the only format with a place for region hashes, and cannot be combined with --dihedral\n");
			assertThat(refused.out()).isEmpty();
		}
	}

	@Test
	void aListWhereNamesShouldBeIsNotRepeated() throws IOException {
		listPhoto("--stronger");
		String list = Files.readString(folder.resolve("list.jsonl"));
		String hex = TestPictures.hash(folder.resolve("her-secret.jpg")).hash().toHex();
		String region = list.substring(list.indexOf("[\"") + 2, list.indexOf("[\"") + 20);
		for (String command : List.of("match ix -", "index add ix -", "hash -", "hash --format jsonl -")) {
			Program.Result result = new Program(folder).reading(list).run(command.split(" ", -1));
			assertThat(result.err()).as(command).contains("this is a line of a list, not a name").doesNotContain(hex.substring(0, 12),
					region);
			assertThat(result.out()).as(command).isEqualTo(
					command.startsWith("match") ? "…  could not be judged completely; this is not \"no match\"\n" : "");
		}
		assertThat(haven("match", "ix", list.strip()).err()).contains("…: this is a line of a list").doesNotContain(hex.substring(0, 12));
	}

	@Test
	void whatGetsNoPartsIsSaid() throws IOException {
		TestPictures.flat(folder.resolve("wall.png"));
		Program.Result result = haven("hash", "--stronger", "--format", "jsonl", "wall.png");
		assertThat(result.err()).contains("One photo has too few distinctive parts for crop-resistant protection");
		assertThat(haven("hash", "--format", "jsonl", "wall.png").err()).doesNotContain("crop-resistant protection");
	}

	@Test
	void photosAreListedWithRegionsAtOnceToo() throws IOException {
		TestPictures.photo(folder.resolve("her-secret.jpg"), 1);
		haven("index", "create", "ix");
		haven("index", "add", "--stronger", "ix", "her-secret.jpg");
		TestPictures.altered(folder.resolve("upload.jpg"), 1, "crop-anywhere-30");
		assertThat(haven("match", "ix", "upload.jpg").status()).isZero();
	}
}
