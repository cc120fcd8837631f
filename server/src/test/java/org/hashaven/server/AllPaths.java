package org.hashaven.server;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** Requests to all paths of a service, right and wrong ones, with hashes in every place where a client may put them. */
final class AllPaths {

	static final String HASH = "f8f8f0cee0f4a84f06370a22038f63f0b36e2ed596621e1d33e6b39c4e9c9b22";
	static final String MD5 = "cab08b36195edb1a1231d2d09fa450e0";

	private static final Pattern HEX = Pattern.compile("[0-9a-f]{64}");

	private AllPaths() {
	}

	/** Sends them, and returns the hashes that were in them or in their answers. */
	static List<String> ask(Service service) {
		List<String> secrets = new ArrayList<>(List.of(HASH, MD5, HASH.substring(0, 20)));
		for (JsonNode path : service.get("/site-map").json()) {
			String filled = path.asString().replace("<bank_name>", "BANK").replaceAll("<[a-z_]+>", "1");
			for (String signal : List.of(HASH, MD5, HASH + "0", "[\"" + HASH + ",100,0.0\"]")) {
				for (String type : List.of("pdq", "video_md5", "vpdq", HASH)) {
					service.get(filled + "?signal_type=" + type + "&types=" + type + "&signal=" + Service.encoded(signal));
				}
			}
			for (String body : List.of("{\"name\":\"BANK\",\"pdq\":\"" + HASH + "\"}", "{\"pdq\":\"" + HASH + "\"}",
					"{\"hash\":\"" + HASH + "\"}", "{\"pdq\":[\"" + HASH + "\",\"" + HASH + "x\"]}", "{\"video_md5\":\"" + MD5 + "\"}",
					"{\"" + HASH + "\":1}", "[\"" + HASH + "\"", "{\"vpdq\":\"[\\\"" + HASH + ",100,0.0,\\\"]\"}")) {
				service.post(filled, body);
				service.put(filled, body);
			}
			service.upload(filled, "photo", HASH.getBytes(StandardCharsets.UTF_8));
			secrets.addAll(hashes(service.upload(filled, "photo", Pictures.photo(7)).text()));
			service.get("/" + HASH + filled);
			service.delete(filled + "/" + HASH);
		}
		service.delete("/c/bank/BANK/content/" + HASH);
		service.delete("/c/bank/BANK");
		return secrets;
	}

	private static List<String> hashes(String text) {
		return HEX.matcher(text).results().map(MatchResult::group).toList();
	}
}
