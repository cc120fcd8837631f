package org.hashaven.server.hma;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hashaven.hash.record.HashRecord;
import org.hashaven.hash.record.MediaRecord;
import org.hashaven.hash.record.VideoRecord;
import org.hashaven.server.curation.CurationException;
import org.hashaven.server.curation.Curator;
import org.hashaven.server.http.Admission;
import org.hashaven.server.http.ApiException;
import org.hashaven.server.http.Call;
import org.hashaven.server.http.Json;
import org.hashaven.server.http.Reply;
import org.hashaven.server.http.Route;
import org.hashaven.server.match.BankDirectory;
import org.hashaven.server.match.IndexGateway;
import org.hashaven.server.match.Signals;
import org.hashaven.server.store.Bank;
import org.hashaven.server.store.Catalog;
import org.hashaven.server.store.Content;
import org.hashaven.server.store.Contents;
import org.hashaven.server.store.Role;
import org.jspecify.annotations.Nullable;

/** {@code /c/bank/<name>/content…} and {@code …/signal}: what is in a bank. */
final class ContentEndpoints {

	private static final Duration LONGEST_DISABLING = Duration.ofDays(5 * 365);

	private final Curator curator;
	private final BankDirectory banks;
	private final Catalog catalog;
	private final IndexGateway index;
	private final UploadHasher hasher;
	private final SignalSettings settings;
	private final Admission admission;

	ContentEndpoints(Curator curator, BankDirectory banks, Catalog catalog, IndexGateway index, UploadHasher hasher,
			SignalSettings settings, Admission admission) {
		this.curator = curator;
		this.banks = banks;
		this.catalog = catalog;
		this.index = index;
		this.hasher = hasher;
		this.settings = settings;
		this.admission = admission;
	}

	List<Route> routes() {
		String bank = "/c/bank/<bank_name>";
		String content = bank + "/content/<content_id>";
		return List.of(new Route("POST", bank + "/content", Role.CURATE, "Add an uploaded file to a bank", this::addUpload),
				new Route("POST", bank + "/signal", Role.CURATE, "Add hashes to a bank", this::addSignals),
				new Route("GET", content, Role.CURATE, "Show a content of a bank", this::show),
				new Route("PUT", content, Role.CURATE, "Disable a content, or set its note", this::update),
				new Route("DELETE", content, Role.CURATE, "Withdraw a content", this::delete));
	}

	private Reply addUpload(Call call) throws IOException {
		Bank bank = BankEndpoints.require(banks, call);
		if (call.queryText("url") != null) {
			if (call.isJson()) {
				Annotations.of(call.json()); // what is wrong with them is said first, as HMA does
			}
			throw HashEndpoints.fetchingIsOff();
		}
		if (!call.isMultipart()) {
			throw ApiException.badRequest("Neither `url` nor multipart file upload was received");
		}
		return admission.admit(call, admitted -> addAdmitted(bank, admitted));
	}

	private Reply addAdmitted(Bank bank, Call call) throws IOException {
		Upload upload = Upload.read(call, Set.of(SignalType.values()), settings);
		Annotations annotations = Annotations.of(upload.form());
		return add(bank, hasher.hash(upload), annotations, call);
	}

	private Reply addSignals(Call call) throws IOException {
		Bank bank = BankEndpoints.require(banks, call);
		Map<String, @Nullable Object> body = call.json();
		String note = Annotations.note(body.remove("note"));
		Map<SignalType, String> texts = new EnumMap<>(SignalType.class);
		for (Map.Entry<String, @Nullable Object> each : body.entrySet()) {
			SignalType type = SignalType.of(each.getKey())
					.orElseThrow(() -> ApiException.badRequest("No such signal type; known are pdq, video_md5 and vpdq"));
			if (!(each.getValue() instanceof String text)) {
				throw ApiException.badRequest("Invalid " + type.word() + " signal: not a string");
			}
			texts.put(type, text);
		}
		return add(bank, SignalText.parse(texts), new Annotations(note, null), call);
	}

	private Reply add(Bank bank, Signals signals, Annotations annotations, Call call) throws IOException {
		if (signals.isEmpty()) {
			throw ApiException.badRequest("No signals given");
		}
		try {
			long id = curator.add(bank.name(), signals, annotations.note(), annotations.metadata(), call.who());
			Map<String, Object> answer = new LinkedHashMap<>();
			answer.put("id", id);
			answer.put("signals", SignalText.of(signals));
			return Reply.json(answer);
		} catch (CurationException e) {
			throw BankEndpoints.failure(e);
		}
	}

	private Content require(Bank bank, Call call) throws IOException {
		long id = id(call);
		return catalog.read(connection -> Contents.find(connection, bank.id(), id))
				.orElseThrow(() -> ApiException.notFound("content '" + id + "' not found"));
	}

	private static long id(Call call) {
		try {
			return Long.parseUnsignedLong(call.path("content_id"));
		} catch (NumberFormatException e) {
			throw ApiException.notFound("content not found");
		}
	}

	private Reply show(Call call) throws IOException {
		Bank bank = BankEndpoints.require(banks, call);
		Content content = require(bank, call);
		Map<String, @Nullable Object> shown = new LinkedHashMap<>();
		shown.put("id", content.id());
		shown.put("disable_until_ts", content.disableUntilTs());
		shown.put("original_media_uri", null);
		shown.put("bank", BankEndpoints.shown(bank));
		if ("true".equalsIgnoreCase(call.query("include_signals"))) {
			shown.put("signals", signals(bank, content));
		}
		String includeMetadata = call.query("include_metadata");
		if (content.metadata() != null && (includeMetadata == null || includeMetadata.equalsIgnoreCase("true"))) {
			shown.put("metadata", metadata(content.metadata()));
		}
		if (content.note() != null) {
			shown.put("note", content.note());
		}
		return Reply.json(shown);
	}

	private static Map<String, @Nullable Object> metadata(String text) {
		Map<String, @Nullable Object> metadata = new LinkedHashMap<>();
		metadata.put("content_id", null);
		metadata.put("content_uri", null);
		metadata.put("json", null);
		metadata.put("collab", null);
		if (Json.read(text) instanceof Map<?, ?> object) {
			object.forEach((key, value) -> metadata.put(String.valueOf(key), value));
		}
		return metadata;
	}

	private Map<String, String> signals(Bank bank, Content content) throws IOException {
		Map<String, String> texts = new LinkedHashMap<>();
		Set<String> recordIds = new HashSet<>(catalog.read(connection -> Contents.records(connection, content.id())));
		if (!recordIds.isEmpty()) {
			for (MediaRecord media : index.stored(bank.indexName(), recordIds)) {
				switch (media) {
					case HashRecord photo -> texts.putIfAbsent(SignalType.PDQ.word(), photo.hash().toHex());
					case VideoRecord video -> texts.put(SignalType.VPDQ.word(), VpdqText.of(video.frames()));
				}
			}
		}
		catalog.read(connection -> Contents.md5(connection, content.id())).ifPresent(md5 -> texts.put(SignalType.VIDEO_MD5.word(), md5));
		return texts;
	}

	private Reply update(Call call) throws IOException {
		Bank bank = BankEndpoints.require(banks, call);
		Content content = require(bank, call);
		Map<String, @Nullable Object> body = call.json();
		long disableUntil = body.containsKey("disable_until_ts") ? disableUntil(body.get("disable_until_ts")) : content.disableUntilTs();
		String note = body.containsKey("note") ? Annotations.note(body.get("note")) : content.note();
		Content changed = new Content(content.id(), content.bankId(), disableUntil, note, content.metadata());
		curator.update(bank, changed, call.who());
		Map<String, @Nullable Object> shown = new LinkedHashMap<>();
		shown.put("id", changed.id());
		shown.put("disable_until_ts", changed.disableUntilTs());
		shown.put("collab_metadata", Map.of());
		shown.put("original_media_uri", null);
		shown.put("bank", BankEndpoints.shown(bank));
		shown.put("user_metadata", changed.metadata() == null ? null : Json.read(changed.metadata()));
		shown.put("note", changed.note());
		return Reply.json(shown);
	}

	private static long disableUntil(@Nullable Object value) {
		long seconds;
		try {
			seconds = value instanceof Number number ? number.longValue() : Long.parseLong(String.valueOf(value).strip());
		} catch (NumberFormatException e) {
			throw ApiException.badRequest("disable_until_ts must be a whole number");
		}
		if (seconds < 0) {
			throw ApiException.badRequest("disable_until_ts must be a non-negative integer");
		}
		if (seconds > Instant.now().plus(LONGEST_DISABLING).getEpochSecond()) {
			throw ApiException.badRequest("disable_until_ts must be less than 5 years in the future");
		}
		return seconds;
	}

	private Reply delete(Call call) throws IOException {
		Bank bank = BankEndpoints.require(banks, call);
		try {
			return Reply.json(Map.of("deleted", curator.withdraw(bank.name(), id(call), call.who()) ? 1 : 0));
		} catch (CurationException e) {
			throw BankEndpoints.failure(e);
		}
	}
}
