package org.hashaven.server.hma;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hashaven.hash.FrameHash;
import org.hashaven.server.http.ApiException;
import org.hashaven.server.http.Call;
import org.hashaven.server.http.Reply;
import org.hashaven.server.http.Route;
import org.hashaven.server.store.Role;
import org.jspecify.annotations.Nullable;

/** {@code /m/compare}: how far two hashes are apart. Nothing is looked up. */
final class CompareEndpoint {

	private static final int RADIUS_BITS = 31;
	private static final double VPDQ_MATCH_PERCENT = 80;

	private final SignalSettings settings;

	CompareEndpoint(SignalSettings settings) {
		this.settings = settings;
	}

	List<Route> routes() {
		return List.of(new Route("POST", "/m/compare", Role.MATCH, "Compare two hashes of a signal type", this::compare));
	}

	private Reply compare(Call call) {
		Map<String, Object> answer = new LinkedHashMap<>();
		for (Map.Entry<String, @Nullable Object> each : call.json().entrySet()) {
			if (!(each.getValue() instanceof List<?> pair) || pair.size() != 2) {
				throw ApiException.badRequest("Comparison hash list length must be exactly 2");
			}
			if (!(pair.get(0) instanceof String left) || !(pair.get(1) instanceof String right)) {
				throw ApiException.badRequest("hashes must be strings");
			}
			SignalType type = settings.requireEnabled(each.getKey());
			answer.put(type.word(), compare(type, left, right));
		}
		return Reply.json(answer);
	}

	private static List<Object> compare(SignalType type, String left, String right) {
		return switch (type) {
			case PDQ -> {
				int distanceBits = SignalText.pdq(left).distance(SignalText.pdq(right));
				yield List.of(distanceBits <= RADIUS_BITS, Map.of("distance", distanceBits));
			}
			case VIDEO_MD5 -> List.of(SignalText.md5(left).equals(SignalText.md5(right)), Map.of());
			case VPDQ -> {
				List<FrameHash> query = VpdqText.parse(left);
				List<FrameHash> compared = VpdqText.parse(right);
				double queryPercent = sharePercent(query, compared);
				Map<String, Object> shares = new HashMap<>();
				shares.put("query_match_percent", queryPercent);
				shares.put("compared_match_percent", sharePercent(compared, query));
				yield List.of(queryPercent >= VPDQ_MATCH_PERCENT, shares);
			}
		};
	}

	/** How many of a video's frames the other one has too; frames with little detail do not count. */
	private static double sharePercent(List<FrameHash> of, List<FrameHash> in) {
		List<FrameHash> clear = of.stream().filter(frame -> frame.quality() >= SignalText.MIN_QUALITY).toList();
		List<FrameHash> others = in.stream().filter(frame -> frame.quality() >= SignalText.MIN_QUALITY).toList();
		long matched = clear.stream()
				.filter(frame -> others.stream().anyMatch(other -> other.hash().distance(frame.hash()) <= RADIUS_BITS)).count();
		return clear.isEmpty() ? 0 : 100.0 * matched / clear.size();
	}
}
