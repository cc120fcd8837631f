package org.hashaven.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import org.hashaven.server.Service.Answer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code POST /h/hash}, {@code POST /m/lookup}: files, good and bad. */
class UploadsTest {

	@TempDir
	private Path folder;

	private Service service;

	@BeforeEach
	void start() {
		service = Service.start(folder.resolve("index"));
		service.bank("BANK");
	}

	@AfterEach
	void stop() {
		service.close();
	}

	@Test
	void hash_photo_givesPdqAlone() {
		Answer answer = service.upload("/h/hash", "photo", Pictures.photo(1));
		assertThat(answer.text()).matches("\\{\"pdq\":\"[0-9a-f]{64}\"}");
		assertThat(service.upload("/h/hash?types=pdq", "photo", Pictures.photo(1)).text()).isEqualTo(answer.text());
		assertThat(service.upload("/h/hash?types=video_md5", "photo", Pictures.photo(1)).status()).isEqualTo(400);
		assertThat(service.upload("/h/hash?types=,", "photo", Pictures.photo(1)).status()).isEqualTo(400);
	}

	@Test
	void hash_video_givesMd5_andVpdqWhereItIsAskedFor() {
		byte[] video = Pictures.video();
		assertThat(service.upload("/h/hash", "video", video).text()).matches("\\{\"video_md5\":\"[0-9a-f]{32}\"}");
		String vpdq = service.upload("/h/hash?types=vpdq", "video", video).json().path("vpdq").asString();
		assertThat(vpdq).matches("\\[(\"[0-9a-f]{64},\\d+,\\d+\\.\\d{3}\",?)+]");
		assertThat(service.get("/m/lookup?signal_type=vpdq&signal=" + Service.encoded(vpdq)).status()).isEqualTo(200);
	}

	@Test
	void lookup_mirroredPhoto_isFound() {
		service.upload("/c/bank/BANK/content", "photo", Pictures.photo(3));
		assertThat(service.upload("/m/lookup", "photo", Pictures.mirrored(3)).json().path("pdq").path("BANK").size()).isEqualTo(1);
		assertThat(service.upload("/m/lookup", "photo", Pictures.photo(4)).text()).isEqualTo("{\"pdq\":{}}");
	}

	/** The first view shows a record that is disabled; another view shows one that is not. */
	@Test
	void lookup_disabledRecordInFront_doesNotHideOneThatCounts() {
		service.upload("/c/bank/BANK/content", "photo", Pictures.photo(3));
		service.upload("/c/bank/BANK/content", "photo", Pictures.mirrored(3));
		service.put("/c/bank/BANK/content/1", "{\"disable_until_ts\":0}");
		assertThat(service.upload("/m/lookup", "photo", Pictures.photo(3)).json().path("pdq").path("BANK").path(0)
				.path("bank_content_id").asLong()).isEqualTo(2);
		service.put("/c/bank/BANK/content/2", "{\"disable_until_ts\":0}");
		assertThat(service.upload("/m/lookup", "photo", Pictures.photo(3)).text()).isEqualTo("{\"pdq\":{}}");
	}

	@Test
	void lookup_bypass_looksInBanksThatAreOff() {
		service.upload("/c/bank/BANK/content", "photo", Pictures.photo(3));
		service.put("/c/bank/BANK", "{\"enabled\":false}");
		assertThat(service.upload("/m/lookup", "photo", Pictures.photo(3)).text()).isEqualTo("{\"pdq\":{}}");
		assertThat(service.upload("/m/lookup?bypass_coinflip=true", "photo", Pictures.photo(3)).json().path("pdq").path("BANK").size())
				.isEqualTo(1);
		assertThat(service.upload("/m/lookup?bypass_coinflip=true&banks=OTHER", "photo", Pictures.photo(3)).text())
				.isEqualTo("{\"pdq\":{}}");
	}

	@Test
	void lookup_video_isFoundByMd5AndByItsPictures() {
		byte[] video = Pictures.video();
		Answer added = service.upload("/c/bank/BANK/content", "video", video);
		assertThat(added.status()).as(added.text()).isEqualTo(200);
		Answer found = service.upload("/m/lookup", "video", video);
		assertThat(found.json().path("video_md5").path("BANK").path(0).path("distance").asString()).isEqualTo("-");
		assertThat(found.json().path("vpdq").path("BANK").path(0).path("bank_content_id").asLong()).isEqualTo(1);
	}

	/** HMA takes any bytes for a video; a picture in the field of a video is looked at all the same. */
	@Test
	void lookup_pictureInTheFieldOfAVideo_isJudged() {
		service.upload("/c/bank/BANK/content", "photo", Pictures.photo(3));
		Answer answer = service.upload("/m/lookup", "video", Pictures.photo(3));
		assertThat(answer.status()).isEqualTo(200);
		assertThat(answer.json().path("vpdq").path("BANK").size()).isEqualTo(1);
	}

	@Test
	void lookup_whatCannotBeJudged_isNeverAnEmptyAnswer() {
		byte[] photo = Pictures.photo(5);
		for (byte[] bad : new byte[][]{"no picture".getBytes(StandardCharsets.UTF_8), {}, Arrays.copyOf(photo, 200)}) {
			for (String field : new String[]{"photo", "video"}) {
				Answer answer = service.upload("/m/lookup", field, bad);
				assertThat(answer.status()).as(answer.text()).isBetween(400, 499);
				assertThat(answer.message()).isNotEmpty();
			}
		}
		Answer damaged = service.upload("/m/lookup", "photo", Arrays.copyOf(photo, photo.length / 2));
		assertThat(damaged.status()).as("what there is of it matches nothing").isEqualTo(422);
		service.put("/c/bank/BANK", "{\"enabled\":false}");
		assertThat(service.upload("/m/lookup", "photo", new byte[]{1}).status()).as("no bank takes part").isEqualTo(400);
	}

	@Test
	void addFile_whatCannotBeRead_is400() {
		byte[] photo = Pictures.photo(5);
		assertThat(service.upload("/c/bank/BANK/content", "photo", Arrays.copyOf(photo, photo.length / 2)).status()).isEqualTo(400);
		assertThat(service.upload("/c/bank/BANK/content", "video", new byte[]{1, 2, 3}).status()).isEqualTo(400);
		assertThat(service.upload("/c/bank/BANK/content?types=video_md5", "video", new byte[]{1, 2, 3}).status()).isEqualTo(200);
	}

	@Test
	void form_malformed_is400() {
		String boundary = Service.boundary();
		String file = "--" + boundary + "\r\nContent-Disposition: form-data; name=\"photo\"; filename=\"x\"\r\n\r\nabc";
		for (String body : new String[]{"", "abc", file, file + "\r\n--" + boundary, "--" + boundary + "--\r\n",
				file + "\r\n" + file + "\r\n--" + boundary + "--\r\n", file.replace("photo", "file") + "\r\n--" + boundary + "--\r\n"}) {
			Answer answer = service.postForm("/h/hash", body.getBytes(StandardCharsets.UTF_8));
			assertThat(answer.status()).as(body + answer.text()).isEqualTo(400);
		}
		assertThat(service.post("/h/hash", "{}").status()).isEqualTo(400);
	}
}
