package org.hashaven.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.hashaven.hash.HashFormatException;
import org.hashaven.server.Service.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** The description of {@code /v1} and the service agree: every route and every field, both ways. */
class V1OpenApiTest {

	private static final String HASH = V1MatchTest.HASH;
	private static final String RECORDS = "/v1/banks/{bank_name}/records";

	@TempDir
	private Path folder;

	private final Set<String> operations = new TreeSet<>();
	private final Set<String> fields = new TreeSet<>();
	private JsonNode document = new ObjectMapper().createObjectNode();

	private void check(String method, String template, Answer answer) {
		assertThat(answer.status()).as(method + " " + template + ": " + answer.text()).isBetween(200, 299);
		operations.add(method + " " + template);
		JsonNode content = document.get("paths").get(template).get(method).at("/responses/2XX/content");
		String type = content.propertyNames().iterator().next();
		answer.text().lines().forEach(line -> check(new ObjectMapper().readTree(line), content.get(type).get("schema")));
	}

	private void check(JsonNode value, JsonNode schema) {
		if (schema.has("$ref")) {
			String name = schema.get("$ref").asString().replaceAll(".*/", "");
			JsonNode object = document.at("/components/schemas/" + name);
			assertThat(value.isObject()).as(name).isTrue();
			assertThat(object.get("properties").propertyNames()).as(name).containsAll(value.propertyNames());
			object.get("required").forEach(field -> assertThat(value.has(field.asString())).as(name + " " + field).isTrue());
			for (Map.Entry<String, JsonNode> each : value.properties()) {
				fields.add(name + "." + each.getKey());
				check(each.getValue(), object.get("properties").get(each.getKey()));
			}
		} else if (schema.has("oneOf")) {
			if (!value.isNull()) {
				check(value, schema.get("oneOf").get(0));
			}
		} else {
			switch (schema.get("type").asString()) {
				case "array" -> value.forEach(each -> check(each, schema.get("items")));
				case "string" -> assertThat(value.isString()).as("a string").isTrue();
				case "integer" -> assertThat(value.isIntegralNumber()).as("a whole number").isTrue();
				case "number" -> assertThat(value.isNumber()).as("a number").isTrue();
				default -> assertThat(value.isBoolean()).as("a boolean").isTrue();
			}
		}
	}

	@Test
	void document_hasEveryRouteAndField_andNoOther() throws HashFormatException {
		try (Service service = Service.start(folder.resolve("index"), RetroactiveTest.REMEMBERING)) {
			document = service.get("/v1/openapi.json").json();
			check("put", "/v1/banks/{bank_name}", service.put("/v1/banks/A", "{\"radius\":30}"));
			check("get", "/v1/banks/{bank_name}", service.get("/v1/banks/A"));
			check("get", "/v1/banks", service.get("/v1/banks"));
			String video = "{\"id\":\"v\",\"frames\":[{\"hash\":\"" + V1MatchTest.at(60) + "\",\"ms\":0}]}";
			check("post", RECORDS, service.post("/v1/banks/A/records", "[{\"id\":\"a\",\"hash\":\"" + HASH + "\"}," + video + "]"));
			service.upload("/c/bank/A/content?types=vpdq", "video", Pictures.video());
			service.post("/v1/match/hashes", "{\"hash\":\"" + "06".repeat(32) + "\",\"ref\":\"r\"}");
			V1MatchTest.add(service, "A", "later", "06".repeat(32));
			RetroactiveTest.found(service, 1);
			check("get", "/v1/retroactive", service.get("/v1/retroactive"));
			check("get", RECORDS, service.get("/v1/banks/A/records"));
			check("get", RECORDS + "/{record_id}", service.get("/v1/banks/A/records/a?include_hash=true"));
			check("get", RECORDS + "/{record_id}", service.get("/v1/banks/A/records/v?include_hash=true"));
			check("post", "/v1/match/hashes", service.post("/v1/match/hashes", "{\"hash\":\"" + HASH + "\",\"ref\":\"r\"}"));
			check("post", "/v1/match/upload",
					service.send(service.request("/v1/match/upload").POST(BodyPublishers.ofByteArray(Pictures.video()))));
			check("post", "/v1/decisions", service.post("/v1/decisions", "{\"bank\":\"A\",\"id\":\"a\",\"decision\":\"blocked\"}"));
			check("get", "/v1/decisions", service.get("/v1/decisions"));
			String far = "{\"hash\":\"" + "01".repeat(32) + "\"}";
			String copied = V1MatchTest.at(16);
			String copiedLater = "f9f9" + "06".repeat(30);
			String flood = IntStream.range(0, 500)
					.mapToObj(i -> i < 300 ? far : "{\"hash\":\"" + (i < 400 ? copied : copiedLater) + "\"}")
					.collect(Collectors.joining(",", "[", "]"));
			check("post", "/v1/match/hashes", service.post("/v1/match/hashes", flood));
			check("get", "/v1/quarantine", service.get("/v1/quarantine"));
			check("post", "/v1/quarantine/{bank_name}/{record_id}/release", service.post("/v1/quarantine/A/a/release", "{}"));
			check("post", "/v1/quarantine/release", service.post("/v1/quarantine/release", "{\"bank\":\"A\",\"id\":\"later\"}"));
			check("delete", RECORDS + "/{record_id}", service.delete("/v1/banks/A/records/a"));
			check("post", "/v1/withdraw", service.post("/v1/withdraw", "{\"ids\":[\"v\"]}"));
			check("get", "/v1/changes", service.get("/v1/changes"));
			check("get", "/v1/replica", service.get("/v1/replica"));
		}
		Set<String> described = new TreeSet<>();
		document.get("paths").properties()
				.forEach(path -> path.getValue().propertyNames().forEach(method -> described.add(method + " " + path.getKey())));
		operations.add("get /v1/openapi.json");
		assertThat(operations).isEqualTo(described);
		Set<String> requests = Set.of("Error", "HashQuery", "BankRules", "NewRecord", "Withdrawal", "Report", "Release");
		Set<String> describedFields = new TreeSet<>();
		document.at("/components/schemas").properties().stream().filter(each -> !requests.contains(each.getKey()))
				.forEach(each -> each.getValue().get("properties").propertyNames()
						.forEach(field -> describedFields.add(each.getKey() + "." + field)));
		assertThat(fields).as("every field of an answer was seen").isEqualTo(describedFields);
	}
}
