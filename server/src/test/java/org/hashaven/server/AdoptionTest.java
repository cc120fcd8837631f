package org.hashaven.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.hashaven.hash.Hash256;
import org.hashaven.hash.HashFormatException;
import org.hashaven.hash.MediaKind;
import org.hashaven.hash.record.HashRecord;
import org.hashaven.index.Bank;
import org.hashaven.index.HashIndex;
import org.hashaven.index.Purpose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** An index that {@code haven index} made is served as it is. */
class AdoptionTest {

	private static final String HASH = "f8f8f0cee0f4a84f06370a22038f63f0b36e2ed596621e1d33e6b39c4e9c9b22";
	private static final String LOOKUP = "/m/lookup?signal_type=pdq&signal=" + HASH;

	@TempDir
	private Path folder;

	private static HashRecord record(String id) throws HashFormatException {
		return new HashRecord(id, Hash256.fromHex(HASH), 100, MediaKind.PHOTO, null, null);
	}

	@Test
	void olderIndex_isServed_withIdsThatStay() throws IOException, HashFormatException {
		Path path = folder.resolve("index");
		try (HashIndex index = HashIndex.create(path)) {
			index.putBank(new Bank("hotline 2", 31, 50, Purpose.BLOCK));
			index.putBank(new Bank("9-lives", 31, 50, Purpose.BLOCK));
			index.putBank(new Bank("harmless", 31, 50, Purpose.IGNORE));
			index.add("default", List.of(record("3"), record("abc")));
			index.add("hotline 2", List.of(record("3")));
			index.add("harmless", List.of(record("h")));
		}
		String first;
		try (Service service = Service.start(path)) {
			assertThat(service.get("/c/banks").json().findValuesAsString("name"))
					.containsExactlyInAnyOrder("DEFAULT", "HOTLINE_2", "_9_LIVES", "HARMLESS");
			first = service.get(LOOKUP).text();
			assertThat(service.get(LOOKUP).json().propertyNames()).as("harmless matches are not matches")
					.containsExactlyInAnyOrder("DEFAULT", "HOTLINE_2");
			assertThat(service.get(LOOKUP).json().path("DEFAULT").size()).isEqualTo(2);
			assertThat(service.get("/m/raw_lookup?signal_type=pdq&signal=" + HASH).json().path("matches").size()).isEqualTo(4);
		}
		try (Service service = Service.start(path)) {
			assertThat(service.get(LOOKUP).text()).as("the same after a restart").isEqualTo(first);
			long id = service.get(LOOKUP).json().path("HOTLINE_2").path(0).path("bank_content_id").asLong();
			assertThat(service.delete("/c/bank/HOTLINE_2/content/" + id).text()).isEqualTo("{\"deleted\":1}");
			assertThat(service.get(LOOKUP).json().propertyNames()).containsExactly("DEFAULT");
			assertThat(service.get(LOOKUP).json().path("DEFAULT").size()).as("the same id of another bank stays").isEqualTo(2);
		}
	}

	/** Ids of lists may be small numbers, like those that the service gives. */
	@Test
	void olderRecord_withTheNumberOfANewContent_isNotTakenForIt() throws IOException, HashFormatException {
		Path path = folder.resolve("index");
		try (HashIndex index = HashIndex.create(path)) {
			index.add("default", List.of(record("1"), record("2")));
		}
		String other = Hash256.fromHex(HASH).complement().toHex();
		try (Service service = Service.start(path)) {
			long id = service.add("DEFAULT", HASH);
			assertThat(service.get(LOOKUP).json().path("DEFAULT").size()).isEqualTo(3);
			service.delete("/c/bank/DEFAULT/content/" + id);
			assertThat(service.get(LOOKUP).json().path("DEFAULT").size()).as("the older ones stay").isEqualTo(2);
			service.add("DEFAULT", other);
			assertThat(service.get("/m/lookup?signal_type=pdq&signal=" + other).json().path("DEFAULT").size()).isEqualTo(1);
		}
	}

	/** More than two batches of them: the catalog numbers each once, whatever asks first. */
	@Test
	void olderRecords_moreThanABatch_areAllNumberedOnce() throws IOException, HashFormatException {
		int count = 20_001;
		Path path = folder.resolve("index");
		try (HashIndex index = HashIndex.create(path)) {
			List<HashRecord> records = new ArrayList<>();
			for (int i = 0; i < count; i++) {
				Hash256 hash = Hash256.ofWords(i * 0x9e3779b97f4a7c15L, ~i, i, 1);
				records.add(new HashRecord("r" + i, hash, 100, MediaKind.PHOTO, null, null));
			}
			index.add("default", records);
		}
		Set<String> ids = new HashSet<>();
		Set<Long> contents = new HashSet<>();
		for (int start = 0; start < 2; start++) {
			try (Service service = Service.start(path)) {
				JsonNode page;
				long since = 0;
				int adds = 0;
				do {
					page = service.get("/v1/changes?limit=10000&since=" + since).json();
					since = page.path("next").asLong();
					for (JsonNode change : page.path("changes")) {
						if (change.path("kind").asString().equals("added")) {
							adds++;
							ids.add(change.path("id").asString());
							contents.add(change.path("content_id").asLong());
						}
					}
				} while (page.path("more").asBoolean());
				assertThat(adds).isEqualTo(count);
			}
		}
		assertThat(ids).hasSize(count);
		assertThat(contents).as("the same numbers after a restart").hasSize(count);
	}
}
