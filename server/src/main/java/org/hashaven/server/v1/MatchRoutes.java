package org.hashaven.server.v1;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import org.hashaven.hash.Hash256;
import org.hashaven.image.ByteSource;
import org.hashaven.server.http.Admission;
import org.hashaven.server.http.ApiException;
import org.hashaven.server.http.Call;
import org.hashaven.server.http.Form;
import org.hashaven.server.http.Json;
import org.hashaven.server.http.Reply;
import org.hashaven.server.http.Route;
import org.hashaven.server.match.FileMd5;
import org.hashaven.server.policy.Judge;
import org.hashaven.server.policy.Verdict;
import org.hashaven.server.store.Role;
import org.jspecify.annotations.Nullable;

/** {@code /v1/match/…}: hashes and uploads to decisions. */
final class MatchRoutes {

	/** Most hashes in one request. */
	static final int MAX_HASHES = 10_000;

	private static final int MAX_LINE_BYTES = 8_192;
	private static final int MAX_BANKS = 1_000;
	private static final int MAX_RADIUS_BITS = 64;
	private static final int MAX_QUALITY = 100;
	private static final int CHUNK = 256;
	private static final int MAX_REFERENCE_CHARS = 200;

	private final Judge judge;
	private final VerdictJson json;
	private final Admission admission;

	/** A hash of a request. */
	private record Item(Hash256 hash, int quality, @Nullable Set<String> banks, OptionalInt radius, @Nullable String ref) {

		boolean isLike(Item other) {
			return Objects.equals(banks, other.banks) && radius.equals(other.radius);
		}
	}

	MatchRoutes(Judge judge, VerdictJson json, Admission admission) {
		this.judge = judge;
		this.json = json;
		this.admission = admission;
	}

	List<Route> routes() {
		return List.of(new Route("POST", "/v1/match/hashes", Role.MATCH, "Look up hashes, one or thousands", this::hashes),
				new Route("POST", "/v1/match/upload", Role.MATCH, "Look up an uploaded photo or video",
						call -> admission.admit(call, this::upload)));
	}

	private Reply hashes(Call call) throws IOException {
		List<Item> items = new ArrayList<>();
		for (Map<String, @Nullable Object> object : call.objects(MAX_HASHES, MAX_LINE_BYTES)) {
			items.add(item(object, items.size() + 1));
		}
		Explanations explanations = Explanations.of(call.prefersKorean());
		List<Verdict> first = judge(items, 0); // what fails at once is an error with a status of its own
		return Reply.lines(out -> {
			List<Verdict> verdicts = first;
			for (int from = 0; from < items.size(); from += verdicts.size()) {
				verdicts = from == 0 ? first : judgeOrSayWhyNot(items, from);
				for (int i = 0; i < verdicts.size(); i++) {
					Map<String, @Nullable Object> line = new LinkedHashMap<>();
					line.put("index", from + i);
					line.put("ref", items.get(from + i).ref);
					line.putAll(shown(verdicts.get(i), explanations));
					out.write(Json.write(line));
					out.write('\n');
				}
				out.flush();
			}
		});
	}

	/** Judges the next items that are looked up alike, at most {@value #CHUNK}. */
	private List<Verdict> judge(List<Item> items, int from) throws IOException {
		Item first = items.get(from);
		int to = from + 1;
		while (to < items.size() && to - from < CHUNK && items.get(to).isLike(first)) {
			to++;
		}
		List<Item> alike = items.subList(from, to);
		return judge.judge(new Judge.Batch(alike.stream().map(Item::hash).toList(), alike.stream().map(Item::quality).toList(),
				alike.stream().map(item -> Optional.ofNullable(item.ref)).toList(), first.banks, first.radius));
	}

	/** The status has been sent: a failure is an answer to the next hash, so that no line is missing. */
	private List<Verdict> judgeOrSayWhyNot(List<Item> items, int from) {
		try {
			return judge(items, from);
		} catch (IOException e) {
			return List.of(Verdict.unavailable());
		}
	}

	private Map<String, @Nullable Object> shown(Verdict verdict, Explanations explanations) throws IOException {
		try {
			return json.of(verdict, explanations);
		} catch (IOException e) {
			return json.of(Verdict.unavailable(), explanations); // asks the index for nothing
		}
	}

	private static Item item(Map<String, @Nullable Object> object, int number) {
		Fields fields = new Fields(object, "object " + number + ": ", Set.of("hash", "quality", "banks", "radius", "ref"));
		int radius = fields.number("radius", -1, 0, MAX_RADIUS_BITS);
		return new Item(fields.hash("hash"), fields.number("quality", -1, 0, MAX_QUALITY), fields.texts("banks", MAX_BANKS),
				radius < 0 ? OptionalInt.empty() : OptionalInt.of(radius), reference(fields.text("ref")));
	}

	private Reply upload(Call call) throws IOException {
		byte[] content = content(call);
		String names = call.queryText("banks");
		Set<String> banks = names == null ? null : Arrays.stream(names.split(",", -1)).collect(Collectors.toSet());
		String reference = reference(call.queryText("ref"));
		try (ByteSource source = ByteSource.ofBytes(content)) {
			return Reply.json(json.of(judge.judge(source, FileMd5.of(content), banks, reference), Explanations.of(call.prefersKorean())));
		}
	}

	private static @Nullable String reference(@Nullable String text) {
		if (text != null
				&& (text.codePointCount(0, text.length()) > MAX_REFERENCE_CHARS || text.chars().anyMatch(Character::isISOControl))) {
			throw ApiException.badRequest("ref must be at most " + MAX_REFERENCE_CHARS + " characters without control characters");
		}
		return text;
	}

	private static byte[] content(Call call) throws IOException {
		if (!call.isMultipart()) {
			byte[] content = call.bytes();
			if (content.length == 0) {
				throw ApiException.badRequest("the body is empty: send the file, or a form with it");
			}
			return content;
		}
		Form form = call.form();
		if (form.files().size() != 1) {
			throw ApiException.badRequest("the form must have exactly one file");
		}
		return form.files().getFirst().content();
	}
}
