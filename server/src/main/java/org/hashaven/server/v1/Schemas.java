package org.hashaven.server.v1;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The fields of requests and answers, as OpenAPI describes them. A field's type has {@code []} behind it for a list, {@code ?} for null.
 */
final class Schemas {

	private static final String JSON = "application/json";
	private static final String LINES = "application/x-ndjson";

	private static final Map<String, String> OBJECTS = Map.ofEntries(Map.entry("Error", "message:string"),
			Map.entry("HashQuery", "hash:string quality:integer? banks:string[]? radius:integer? ref:string?"),
			Map.entry("HashVerdict",
					"index:integer ref:string? decision:string reason:string? action:string policy:string matches:Match[] capped:boolean"),
			Map.entry("Verdict", "decision:string reason:string? action:string policy:string matches:Match[] capped:boolean"),
			Map.entry("Match",
					"id:string? content_id:integer bank:string purpose:string distance:integer? radius:integer quality:integer? how:string"
							+ " spans:Span[] listed_at:number? blocks:boolean standing:string explanation:string"),
			Map.entry("Span", "from:number to:number listed_from:number listed_to:number"),
			Map.entry("Bank", "name:string purpose:string radius:integer quality_floor:integer enabled_ratio:number test_mode:boolean"),
			Map.entry("Banks", "banks:Bank[]"),
			Map.entry("BankRules", "purpose:string? radius:integer? quality_floor:integer? enabled_ratio:number? test_mode:boolean?"),
			Map.entry("NewRecord", "id:string? hash:string? quality:integer? frames:Frame[]? md5:string? note:string?"),
			Map.entry("Frame", "ms:integer hash:string quality:integer"),
			Map.entry("AddedRecord", "index:integer id:string? content_id:integer? status:string"),
			Map.entry("AddedRecords", "records:AddedRecord[]"),
			Map.entry("ListedRecord", "id:string? content_id:integer bank:string disable_until_ts:integer note:string?"),
			Map.entry("RecordPage", "records:ListedRecord[] next:integer?"),
			Map.entry("Record",
					"id:string content_id:integer bank:string disable_until_ts:integer note:string? kind:string quality:integer?"
							+ " hash:string? frame_count:integer? frames:Frame[]?"),
			Map.entry("Withdrawal", "ids:string[]? hashes:string[]? banks:string[]?"), Map.entry("Withdrawn", "withdrawn:integer"),
			Map.entry("Change", "seq:integer at:integer kind:string bank_id:integer bank:string? content_id:integer? id:string?"),
			Map.entry("Changes", "changes:Change[] next:integer more:boolean"),
			Map.entry("Quarantined",
					"bank:string id:string content_id:integer? at:integer uploads:integer matched:integer earlier_uploads:integer earlier_matched:integer"),
			Map.entry("RetroactiveMatch",
					"seq:integer type:string at:integer bank:string? id:string? content_id:integer ref:string uploaded_at:integer"
							+ " distance:integer? explanation:string"),
			Map.entry("RetroactiveMatches", "retroactive:RetroactiveMatch[] next:integer more:boolean"),
			Map.entry("Quarantine", "quarantine:Quarantined[]"), Map.entry("Released", "released:boolean"),
			Map.entry("Release", "bank:string id:string"),
			Map.entry("Report", "bank:string id:string decision:string reason:string? reference:string?"),
			Map.entry("Reported", "seq:integer"),
			Map.entry("BankState", "id:integer name:string index_name:string enabled_ratio:number test_mode:boolean radius:integer"
					+ " quality_floor:integer purpose:string"),
			Map.entry("ContentState", "id:integer bank_id:integer disable_until_ts:integer note:string? metadata:string? md5:string?"
					+ " records:string"),
			Map.entry("Gone", "id:integer bank_id:integer"),
			Map.entry("ReplicaPage", "banks:BankState[] deleted_banks:integer[] contents:ContentState[] gone:Gone[] next:integer"
					+ " next_at:integer more:boolean"),
			Map.entry("Decision",
					"seq:integer at:integer who:string bank:string id:string? content_id:integer decision:string reason:string?"
							+ " reference:string?"),
			Map.entry("Decisions", "decisions:Decision[] next:integer"));

	/** Request, answer and parameters of each route; {@code -} for none. */
	private static final Map<String, String> ROUTES = Map.ofEntries(Map.entry("POST /v1/match/hashes", "HashQuery[] HashVerdict"),
			Map.entry("POST /v1/match/upload", "file Verdict banks ref"), Map.entry("GET /v1/banks", "- Banks"),
			Map.entry("GET /v1/banks/<bank_name>", "- Bank"), Map.entry("PUT /v1/banks/<bank_name>", "BankRules Bank"),
			Map.entry("POST /v1/banks/<bank_name>/records", "NewRecord[] AddedRecords"),
			Map.entry("GET /v1/banks/<bank_name>/records", "- RecordPage cursor limit"),
			Map.entry("GET /v1/banks/<bank_name>/records/<record_id>", "- Record include_hash"),
			Map.entry("DELETE /v1/banks/<bank_name>/records/<record_id>", "- Withdrawn"),
			Map.entry("POST /v1/withdraw", "Withdrawal Withdrawn"), Map.entry("GET /v1/changes", "- Changes since limit"),
			Map.entry("GET /v1/replica", "- ReplicaPage since at limit"),
			Map.entry("GET /v1/retroactive", "- RetroactiveMatches since limit"),
			Map.entry("GET /v1/quarantine", "- Quarantine"),
			Map.entry("POST /v1/quarantine/release", "Release Released"),
			Map.entry("POST /v1/quarantine/<bank_name>/<record_id>/release", "- Released"),
			Map.entry("POST /v1/decisions", "Report Reported"), Map.entry("GET /v1/decisions", "- Decisions since limit"));

	private Schemas() {
	}

	static Map<String, Object> all() {
		Map<String, Object> all = new TreeMap<>();
		OBJECTS.forEach((name, fields) -> all.put(name, object(fields)));
		return all;
	}

	private static Map<String, Object> object(String fields) {
		Map<String, Object> properties = new LinkedHashMap<>();
		for (String field : fields.split(" ", -1)) {
			int colon = field.indexOf(':');
			properties.put(field.substring(0, colon), type(field.substring(colon + 1)));
		}
		List<String> required = java.util.Arrays.stream(fields.split(" ", -1)).filter(field -> !field.endsWith("?"))
				.map(field -> field.substring(0, field.indexOf(':'))).toList();
		return Map.of("type", "object", "additionalProperties", false, "properties", properties, "required", required);
	}

	private static Map<String, Object> type(String word) {
		if (word.endsWith("?")) {
			return Map.of("oneOf", List.of(type(word.substring(0, word.length() - 1)), Map.of("type", "null")));
		}
		if (word.endsWith("[]")) {
			return Map.of("type", "array", "items", type(word.substring(0, word.length() - 2)));
		}
		return OBJECTS.containsKey(word) ? reference(word) : Map.of("type", word);
	}

	private static Map<String, Object> reference(String name) {
		return Map.of("$ref", "#/components/schemas/" + name);
	}

	static Map<String, Object> json(String name) {
		return Map.of(JSON, Map.of("schema", reference(name)));
	}

	private static List<String> words(String route) {
		return List.of(ROUTES.getOrDefault(route, "- -").split(" ", -1));
	}

	static List<String> query(String route) {
		return words(route).stream().skip(2).toList();
	}

	static Map<String, Object> request(String route) {
		String name = words(route).getFirst();
		return switch (name) {
			case "-" -> Map.of();
			case "file" -> Map.of("application/octet-stream", Map.of(), "multipart/form-data", Map.of());
			default -> name.endsWith("[]")
					? Map.of(JSON, Map.of("schema", type(name)), LINES,
							Map.of("schema", reference(name.substring(0, name.length() - 2))))
					: json(name);
		};
	}

	static Map<String, Object> answer(String route) {
		String name = words(route).get(1);
		if (name.equals("-")) {
			return Map.of(JSON, Map.of());
		}
		return route.endsWith("/match/hashes") ? Map.of(LINES, Map.of("schema", reference(name))) : json(name);
	}
}
