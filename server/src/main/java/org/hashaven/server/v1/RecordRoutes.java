package org.hashaven.server.v1;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hashaven.hash.FrameHash;
import org.hashaven.hash.Hash256;
import org.hashaven.hash.record.HashRecord;
import org.hashaven.hash.record.MediaRecord;
import org.hashaven.hash.record.VideoRecord;
import org.hashaven.server.curation.AddedRecord;
import org.hashaven.server.curation.CurationException;
import org.hashaven.server.curation.Curator;
import org.hashaven.server.curation.NewRecord;
import org.hashaven.server.http.ApiException;
import org.hashaven.server.http.Call;
import org.hashaven.server.http.Reply;
import org.hashaven.server.http.Route;
import org.hashaven.server.match.BankDirectory;
import org.hashaven.server.match.IndexGateway;
import org.hashaven.server.match.Lookups;
import org.hashaven.server.store.Bank;
import org.hashaven.server.store.Catalog;
import org.hashaven.server.store.Content;
import org.hashaven.server.store.Contents;
import org.hashaven.server.store.Contents.Listed;
import org.hashaven.server.store.Role;
import org.jspecify.annotations.Nullable;

/** {@code /v1/banks/<name>/records…} and {@code /v1/withdraw}: what is listed. */
final class RecordRoutes {

	/** Most records in one request. */
	static final int MAX_RECORDS = 10_000;

	private static final int MAX_LINE_BYTES = 4 << 20;
	private static final int MAX_WITHDRAWALS = 10_000;
	private static final int MAX_PAGE = 1_000;
	private static final int MAX_QUALITY = 100;

	private final Curator curator;
	private final BankDirectory banks;
	private final Catalog catalog;
	private final IndexGateway index;
	private final Lookups lookups;

	RecordRoutes(Curator curator, BankDirectory banks, Catalog catalog, IndexGateway index, Lookups lookups) {
		this.curator = curator;
		this.banks = banks;
		this.catalog = catalog;
		this.index = index;
		this.lookups = lookups;
	}

	List<Route> routes() {
		String records = "/v1/banks/<bank_name>/records";
		String record = records + "/<record_id>";
		return List.of(new Route("POST", records, Role.CURATE, "Add photos and videos by their hashes", this::add),
				new Route("GET", records, Role.CURATE, "List records by page", this::list),
				new Route("GET", record, Role.CURATE, "Show a record, with its hash if asked for", this::show),
				new Route("DELETE", record, Role.CURATE, "Withdraw a record", this::delete),
				new Route("POST", "/v1/withdraw", Role.CURATE, "Withdraw records by id or by exact hash", this::withdraw));
	}

	private Reply add(Call call) throws IOException {
		Bank bank = BankRoutes.require(banks, call);
		List<NewRecord> batch = new ArrayList<>();
		for (Map<String, @Nullable Object> object : call.objects(MAX_RECORDS, MAX_LINE_BYTES)) {
			batch.add(record(object, batch.size() + 1));
		}
		try {
			List<Object> shown = new ArrayList<>();
			for (AddedRecord each : curator.addAll(bank.name(), batch, call.who())) {
				Map<String, @Nullable Object> answer = new LinkedHashMap<>();
				answer.put("index", shown.size());
				answer.put("id", each.id());
				answer.put("content_id", each.contentId());
				answer.put("status", each.status().word());
				shown.add(answer);
			}
			return Reply.json(Map.of("records", shown));
		} catch (CurationException e) {
			throw BankRoutes.failure(e);
		}
	}

	private static NewRecord record(Map<String, @Nullable Object> object, int number) {
		Fields fields = new Fields(object, "object " + number + ": ", Set.of("id", "hash", "quality", "frames", "md5", "note"));
		String id = fields.text("id");
		try {
			HashRecord.requireText("id", id);
		} catch (IllegalArgumentException e) {
			throw fields.wrong("id has 1.." + HashRecord.MAX_TEXT_CHARS + " characters, none of them control characters");
		}
		if (fields.has("frames") == fields.has("hash")) {
			throw fields.wrong("a photo has a hash, a video has frames");
		}
		MediaRecord media = fields.has("frames")
				? video(fields, number)
				: HashRecord.ofPhoto(fields.hash("hash"), fields.number("quality", MAX_QUALITY, 0, MAX_QUALITY));
		return new NewRecord(id, media, fields.text("note"), fields.md5("md5"));
	}

	private static VideoRecord video(Fields fields, int number) {
		List<FrameHash> frames = new ArrayList<>();
		if (fields.value("frames") instanceof List<?> list) {
			for (Object each : list) {
				if (!(each instanceof Map<?, ?> map)) {
					throw fields.wrong("a frame is an object with hash, quality and ms");
				}
				Map<String, @Nullable Object> object = new LinkedHashMap<>();
				map.forEach((key, value) -> object.put(String.valueOf(key), value));
				Fields frame = new Fields(object, "object " + number + ", frame " + (frames.size() + 1) + ": ",
						Set.of("hash", "quality", "ms"));
				frames.add(new FrameHash(frame.number("ms", 0, 0, Integer.MAX_VALUE), frame.hash("hash"),
						frame.number("quality", MAX_QUALITY, 0, MAX_QUALITY)));
			}
		}
		try {
			return VideoRecord.ofFrames(frames);
		} catch (IllegalArgumentException e) {
			throw fields.wrong("frames must be a list, not empty, in the order of their times");
		}
	}

	private Reply list(Call call) throws IOException {
		Bank bank = BankRoutes.require(banks, call);
		long after = call.queryNumber("cursor", 0, 0, Long.MAX_VALUE);
		long limit = call.queryNumber("limit", MAX_PAGE, 1, MAX_PAGE);
		curator.adoptAll(bank);
		List<Listed> found = catalog.read(connection -> Contents.page(connection, bank.id(), after, limit));
		List<Object> shown = new ArrayList<>();
		for (Listed each : found) {
			shown.add(shown(bank, each.content(), each.recordId()));
		}
		Map<String, @Nullable Object> page = new LinkedHashMap<>();
		page.put("records", shown);
		page.put("next", found.size() < limit ? null : found.getLast().content().id());
		return Reply.json(page);
	}

	private static Map<String, @Nullable Object> shown(Bank bank, Content content, @Nullable String recordId) {
		Map<String, @Nullable Object> shown = new LinkedHashMap<>();
		shown.put("id", recordId);
		shown.put("content_id", content.id());
		shown.put("bank", bank.name());
		shown.put("disable_until_ts", content.disableUntilTs());
		shown.put("note", content.note());
		return shown;
	}

	private Content require(Bank bank, String recordId) throws IOException {
		return lookups.content(bank, recordId).orElseThrow(() -> ApiException.notFound("there is no such record"));
	}

	private Reply show(Call call) throws IOException {
		Bank bank = BankRoutes.require(banks, call);
		String recordId = call.path("record_id");
		MediaRecord media = index.stored(bank.indexName(), Set.of(requireId(recordId))).stream().findFirst()
				.orElseThrow(() -> ApiException.notFound("there is no such record"));
		Map<String, @Nullable Object> shown = shown(bank, require(bank, recordId), recordId);
		boolean hashes = call.queryFlag("include_hash");
		switch (media) {
			case HashRecord photo -> {
				shown.put("kind", "photo");
				shown.put("quality", photo.quality());
				if (hashes) {
					shown.put("hash", photo.hash().toHex());
				}
			}
			case VideoRecord video -> {
				shown.put("kind", "video");
				shown.put("frame_count", video.frames().size());
				if (hashes) {
					shown.put("frames", video.frames().stream().map(RecordRoutes::frame).toList());
				}
			}
		}
		return Reply.json(shown);
	}

	private static Map<String, Object> frame(FrameHash frame) {
		Map<String, Object> shown = new LinkedHashMap<>();
		shown.put("ms", frame.timeMs());
		shown.put("hash", frame.hash().toHex());
		shown.put("quality", frame.quality());
		return shown;
	}

	private static String requireId(String recordId) {
		try {
			HashRecord.requireText("id", recordId);
			return recordId;
		} catch (IllegalArgumentException e) {
			throw ApiException.notFound("there is no such record");
		}
	}

	private Reply delete(Call call) throws IOException {
		Bank bank = BankRoutes.require(banks, call);
		String recordId = requireId(call.path("record_id"));
		if (!index.holds(bank.indexName(), recordId) || !withdraw(bank, require(bank, recordId), call.who())) {
			throw ApiException.notFound("there is no such record");
		}
		return Reply.json(Map.of("withdrawn", 1));
	}

	private boolean withdraw(Bank bank, Content content, String who) throws IOException {
		try {
			return curator.withdraw(bank.name(), content.id(), who);
		} catch (CurationException e) {
			throw BankRoutes.failure(e);
		}
	}

	/** A photo or video that was listed with a hash goes as a whole: all its records, in every bank or in those asked for. */
	private Reply withdraw(Call call) throws IOException {
		Fields fields = new Fields(call.json(), "", Set.of("ids", "hashes", "banks"));
		Set<String> ids = new LinkedHashSet<>();
		Set<String> given = fields.texts("ids", MAX_WITHDRAWALS);
		if (given != null) {
			given.forEach(id -> ids.add(requireId(id)));
		}
		Set<String> hashes = fields.texts("hashes", MAX_WITHDRAWALS);
		List<Hash256> exact = new ArrayList<>();
		if (hashes != null) {
			hashes.forEach(text -> exact.add(fields.hash("hashes", text)));
		}
		if (given == null && hashes == null) {
			throw fields.wrong("ids or hashes are required");
		}
		Set<String> names = fields.texts("banks", MAX_PAGE);
		for (Hash256 hash : exact) {
			ids.addAll(index.idsOf(hash));
		}
		int withdrawn = 0;
		for (String id : ids) {
			for (Bank bank : holders(id, names)) {
				boolean asked = (given != null && given.contains(id)) || exact.stream().anyMatch(hash -> holds(bank, id, hash));
				Content content = asked ? lookups.content(bank, id).orElse(null) : null;
				withdrawn += content != null && withdraw(bank, content, call.who()) ? 1 : 0;
			}
		}
		return Reply.json(Map.of("withdrawn", withdrawn));
	}

	private List<Bank> holders(String id, @Nullable Set<String> names) throws IOException {
		List<String> holding = index.banksOf(id);
		return banks.all().stream().filter(bank -> holding.contains(bank.indexName()) && (names == null || names.contains(bank.name())))
				.toList();
	}

	private boolean holds(Bank bank, String id, Hash256 hash) {
		try {
			return index.stored(bank.indexName(), Set.of(id)).stream().anyMatch(media -> switch (media) {
				case HashRecord photo -> photo.hash().equals(hash);
				case VideoRecord video -> video.frames().stream().anyMatch(frame -> frame.hash().equals(hash));
			});
		} catch (IOException e) {
			throw new java.io.UncheckedIOException(e);
		}
	}
}
