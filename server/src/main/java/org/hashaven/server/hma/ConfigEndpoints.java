package org.hashaven.server.hma;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hashaven.server.http.ApiException;
import org.hashaven.server.http.Call;
import org.hashaven.server.http.Reply;
import org.hashaven.server.http.Route;
import org.hashaven.server.match.IndexGateway;
import org.hashaven.server.store.Catalog;
import org.hashaven.server.store.ChangeLog;
import org.hashaven.server.store.Contents;
import org.hashaven.server.store.Role;

/** {@code /c/signal_type…}, {@code /c/content_type} and {@code /m/index/status}: what there is and how much of it. */
final class ConfigEndpoints {

	private final SignalSettings settings;
	private final IndexGateway index;
	private final Catalog catalog;

	ConfigEndpoints(SignalSettings settings, IndexGateway index, Catalog catalog) {
		this.settings = settings;
		this.index = index;
		this.catalog = catalog;
	}

	List<Route> routes() {
		return List.of(new Route("GET", "/c/signal_type", Role.CURATE, "List signal types", this::signalTypes),
				new Route("PUT", "/c/signal_type/<signal_type_name>", Role.CURATE, "Enable or disable a signal type",
						this::updateSignalType),
				new Route("GET", "/c/signal_type/index", Role.CURATE, "State of the index by signal type", this::curatorsIndexStatus),
				new Route("GET", "/c/content_type", Role.CURATE, "List content types", this::contentTypes),
				new Route("GET", "/m/index/status", Role.MATCH, "State of the index by signal type", this::indexStatus));
	}

	private Reply signalTypes(Call call) {
		List<Object> types = new ArrayList<>();
		for (SignalType type : SignalType.values()) {
			Map<String, Object> shown = new LinkedHashMap<>();
			shown.put("name", type.word());
			shown.put("enabled_ratio", settings.ratio(type));
			types.add(shown);
		}
		return Reply.json(types);
	}

	private Reply contentTypes(Call call) {
		List<Object> types = new ArrayList<>();
		for (ContentType type : ContentType.values()) {
			Map<String, Object> shown = new LinkedHashMap<>();
			shown.put("name", type.word());
			shown.put("enabled", true);
			types.add(shown);
		}
		return Reply.json(types);
	}

	private Reply updateSignalType(Call call) throws IOException {
		SignalType type = SignalType.of(call.path("signal_type_name")).orElseThrow(() -> ApiException.notFound("No such signal type"));
		Object ratio = call.json().get("enabled_ratio");
		if (ratio == null) {
			throw ApiException.badRequest("enabled_ratio is required");
		}
		settings.setRatio(type, BankEndpoints.ratio(ratio), call.who());
		return Reply.empty(204);
	}

	private static List<SignalType> asked(Call call) {
		String word = call.query("signal_type");
		return word == null
				? List.of(SignalType.values())
				: List.of(SignalType.of(word).orElseThrow(() -> ApiException.badRequest("No such signal type")));
	}

	/** Photos and videos are counted together for both perceptual types: the index does not count them apart yet. */
	private long size(SignalType type) throws IOException {
		return type == SignalType.VIDEO_MD5 ? catalog.read(Contents::countMd5s) : index.mediaCount();
	}

	/** The index is never behind: what is acknowledged matches. */
	private Reply indexStatus(Call call) throws IOException {
		long builtTo = catalog.read(ChangeLog::lastChange);
		Map<String, Object> status = new LinkedHashMap<>();
		for (SignalType type : asked(call)) {
			Map<String, Object> one = new LinkedHashMap<>();
			one.put("present", true);
			one.put("built_to", builtTo);
			one.put("size", size(type));
			status.put(type.word(), one);
		}
		return Reply.json(status);
	}

	private Reply curatorsIndexStatus(Call call) throws IOException {
		long builtTo = catalog.read(ChangeLog::lastChange);
		Map<String, Object> status = new LinkedHashMap<>();
		for (SignalType type : asked(call)) {
			Map<String, Object> one = new LinkedHashMap<>();
			one.put("db_size", size(type));
			one.put("index_size", size(type));
			one.put("index_out_of_date", false);
			one.put("newest_db_item", builtTo);
			one.put("index_built_to", builtTo);
			status.put(type.word(), one);
		}
		return Reply.json(status);
	}
}
