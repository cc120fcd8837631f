package org.hashaven.server.hook;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hashaven.image.ByteSource;
import org.hashaven.server.http.Admission;
import org.hashaven.server.http.ApiException;
import org.hashaven.server.http.Call;
import org.hashaven.server.http.Reply;
import org.hashaven.server.http.Route;
import org.hashaven.server.match.Coin;
import org.hashaven.server.match.Lookups;
import org.hashaven.server.match.Lookups.Scope;
import org.hashaven.server.match.Lookups.UploadAnswer;
import org.hashaven.server.store.Role;

/**
 * {@code POST /hooks/pict-rs}: pict-rs's external validation. The body is the file; 200 lets it in, 406 keeps it out.
 *
 * <pre>
 *   {"verdict": "no_match"}                                        200
 *   {"verdict": "match"}                                           406
 *   {"verdict": "not_judged", "policy": "open",   "reason": …}     200
 *   {"verdict": "not_judged", "policy": "closed", "reason": …}     406
 * </pre>
 *
 * A key that may not match, and a body beyond the limit, are refused as everywhere.
 */
public final class HookEndpoints {

	/** The largest file that pict-rs takes unless it is set up otherwise. It sends no length, so this much memory is set aside for each. */
	private static final long MAX_BYTES = 40L << 20;

	private static final int OK = 200;
	private static final int NOT_ACCEPTABLE = 406;
	private static final Set<Integer> REFUSALS = Set.of(401, 403, 413);

	private final Lookups lookups;
	private final Admission admission;
	private final boolean failsOpen;

	/**
	 * @param failsOpen
	 *            whether what could not be judged is let in
	 */
	public HookEndpoints(Lookups lookups, Admission admission, boolean failsOpen) {
		this.lookups = lookups;
		this.admission = admission;
		this.failsOpen = failsOpen;
	}

	/** The routes. */
	public List<Route> routes() {
		return List.of(new Route("POST", "/hooks/pict-rs", Role.MATCH, "Validate a file for pict-rs: 200 or 406",
				call -> admission.admit(call, MAX_BYTES, this::validate), this::error));
	}

	private Reply validate(Call call) throws IOException {
		byte[] content = call.bytes(MAX_BYTES);
		try (ByteSource source = ByteSource.ofBytes(content)) {
			UploadAnswer answer = lookups.match(source, new Scope(null, Coin.toss(), false));
			if (answer.undecided()) {
				throw new ApiException(422, "the upload is damaged, its lookup was too costly, or it matches a record that is held back");
			}
			return answer.matches().isEmpty()
					? Reply.json(OK, Map.of("verdict", "no_match"))
					: Reply.json(NOT_ACCEPTABLE,
							Map.of("verdict", "match"));
		}
	}

	private Reply error(Call call, int status, String message) {
		if (REFUSALS.contains(status)) {
			return Reply.error(status, message);
		}
		Map<String, Object> answer = new LinkedHashMap<>();
		answer.put("verdict", "not_judged");
		answer.put("policy", failsOpen ? "open" : "closed");
		answer.put("reason", message);
		return Reply.json(failsOpen ? OK : NOT_ACCEPTABLE, answer);
	}
}
