package org.hashaven.server.v1;

import java.text.MessageFormat;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import org.hashaven.hash.query.PhotoView;
import org.hashaven.hash.query.VideoView;
import org.hashaven.server.match.Finding;
import org.hashaven.server.policy.Verdict;
import org.hashaven.server.store.Events;

/** One sentence about a match, in English or Korean. */
final class Explanations {

	private static final ResourceBundle.Control NO_FALLBACK = ResourceBundle.Control
			.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);
	private static final int HOURS_A_DAY = 24;
	private static final int HOURS_SHOWN = 2 * HOURS_A_DAY;
	private static final Explanations ENGLISH = new Explanations(Locale.ENGLISH);
	private static final Explanations KOREAN = new Explanations(Locale.KOREAN);

	private final ResourceBundle texts;
	private final Locale locale;

	private Explanations(Locale locale) {
		this.locale = locale;
		texts = ResourceBundle.getBundle("org.hashaven.server.v1.explanations", locale, NO_FALLBACK);
	}

	static Explanations of(boolean korean) {
		return korean ? KOREAN : ENGLISH;
	}

	String of(Verdict.Judged judged) {
		Finding finding = judged.match().finding();
		String kind = finding.isHeldBack() ? "regions" : finding.kind();
		String found = text(kind, finding.distanceBits().orElse(0), finding.percents().first(), finding.percents().second());
		List<String> seen = new ArrayList<>();
		if (finding.photo() != null) {
			add(seen, finding.photo());
		}
		if (finding.video() != null) {
			add(seen, finding.video());
		}
		String how = seen.isEmpty() ? found : text("seen", found, String.join(", ", seen));
		return text("sentence", how, text("standing." + judged.standing().word()));
	}

	/** One about a recent upload that shows what was listed later. */
	String of(Events.Event event) {
		long hours = Math.max(0, Duration.ofSeconds(event.at() - event.what().uploadedAt()).toHours());
		String age = hours < HOURS_SHOWN ? text("retroactive.hours", hours) : text("retroactive.days", hours / HOURS_A_DAY);
		String alike = event.what().distanceBits().isPresent()
				? text("retroactive.bits", event.what().distanceBits().getAsInt())
				: text("retroactive.video");
		return text("retroactive", age, alike);
	}

	private void add(List<String> seen, PhotoView.Transform how) {
		if (how.part() != PhotoView.Part.WHOLE) {
			seen.add(text("part." + how.part(), how.percent()));
		}
		if (how.turning() != VideoView.Turning.NONE) {
			seen.add(text("turning." + how.turning()));
		}
		if (how.isTilted()) {
			seen.add(text("tilted"));
		}
		if (how.inverted()) {
			seen.add(text("inverted"));
		}
	}

	private void add(List<String> seen, VideoView.Transform how) {
		if (how.turning() != VideoView.Turning.NONE) {
			seen.add(text("turning." + how.turning()));
		}
		if (how.edges() != VideoView.Edges.AS_THEY_ARE) {
			seen.add(text("edges." + how.edges()));
		}
	}

	private String text(String key, Object... values) {
		return new MessageFormat(texts.getString(key), locale).format(values);
	}
}
