package org.hashaven.server.v1;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hashaven.server.match.BankMatch;
import org.hashaven.server.match.Finding;
import org.hashaven.server.match.IndexGateway;
import org.hashaven.server.match.IndexGateway.BankRules;
import org.hashaven.server.policy.Verdict;
import org.hashaven.server.policy.Verdict.Judged;
import org.hashaven.server.policy.Verdict.Standing;
import org.jspecify.annotations.Nullable;

/** Verdicts as JSON. */
public final class VerdictJson {

	private static final double MS_PER_SECOND = 1_000;

	private final IndexGateway index;
	private final boolean failClosed;

	public VerdictJson(IndexGateway index, boolean failClosed) {
		this.index = index;
		this.failClosed = failClosed;
	}

	Map<String, @Nullable Object> of(Verdict verdict, Explanations explanations) throws IOException {
		Map<String, @Nullable Object> shown = new LinkedHashMap<>();
		shown.put("decision", verdict.decision().word());
		shown.put("reason", verdict.reason() == null ? null : verdict.reason().word());
		shown.put("action", verdict.keepsOff(failClosed) ? "block" : "allow");
		shown.put("policy", failClosed ? "fail_closed" : "fail_open");
		List<Object> matches = new ArrayList<>();
		if (!verdict.matches().isEmpty()) {
			Map<String, BankRules> rules = index.rules();
			for (Judged judged : verdict.matches()) {
				matches.add(match(judged, rules.get(judged.match().bank().indexName()), explanations));
			}
		}
		shown.put("matches", matches);
		shown.put("capped", verdict.capped());
		return shown;
	}

	/** A verdict whose matches are explained in each language, {@code {"en": …, "ko": …}}: for the page, which changes between them. */
	public Map<String, @Nullable Object> inAllLanguages(Verdict verdict) throws IOException {
		Map<String, @Nullable Object> shown = of(verdict, Explanations.of(false));
		Map<String, BankRules> rules = index.rules();
		List<Object> matches = new ArrayList<>();
		for (Judged judged : verdict.matches()) {
			Map<String, @Nullable Object> match = match(judged, rules.get(judged.match().bank().indexName()), Explanations.of(false));
			match.put("explanation", Map.of("en", Explanations.of(false).of(judged), "ko", Explanations.of(true).of(judged)));
			matches.add(match);
		}
		shown.put("matches", matches);
		return shown;
	}

	private Map<String, @Nullable Object> match(Judged judged, @Nullable BankRules rules, Explanations explanations) throws IOException {
		BankMatch match = judged.match();
		Finding finding = match.finding();
		Map<String, @Nullable Object> shown = new LinkedHashMap<>();
		shown.put("id", match.recordId());
		shown.put("content_id", match.content().id());
		shown.put("bank", match.bank().name());
		shown.put("purpose", rules == null ? null : rules.purpose());
		shown.put("distance", finding.distanceBits().isPresent() ? finding.distanceBits().getAsInt() : null);
		shown.put("radius", rules == null ? null : rules.radius());
		shown.put("quality", match.recordId() == null
				? null
				: index.quality(match.bank().indexName(), match.recordId()).stream().boxed().findFirst().orElse(null));
		shown.put("how", finding.how());
		shown.put("spans", finding.spans().stream().map(VerdictJson::span).toList());
		shown.put("listed_at", finding.timeMs().isPresent() ? finding.timeMs().getAsInt() / MS_PER_SECOND : null);
		shown.put("blocks", judged.standing() == Standing.BLOCKS);
		shown.put("standing", judged.standing().word());
		shown.put("explanation", explanations.of(judged));
		return shown;
	}

	private static Map<String, Object> span(Finding.Span span) {
		Map<String, Object> shown = new LinkedHashMap<>();
		shown.put("from", span.fromMs() / MS_PER_SECOND);
		shown.put("to", span.toMs() / MS_PER_SECOND);
		shown.put("listed_from", span.mediaFromMs() / MS_PER_SECOND);
		shown.put("listed_to", span.mediaToMs() / MS_PER_SECOND);
		return shown;
	}
}
