package org.hashaven.server.hma;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hashaven.server.http.Admission;
import org.hashaven.server.http.ApiException;
import org.hashaven.server.http.Call;
import org.hashaven.server.http.Reply;
import org.hashaven.server.http.Route;
import org.hashaven.server.match.Signals;
import org.hashaven.server.store.Role;

/** {@code /h/hash}: uploads to hashes. */
final class HashEndpoints {

	/** vPDQ only where it is asked for: clients look each hash up with a GET, whose URL it would burst. */
	private static final Set<SignalType> USUAL = Set.of(SignalType.PDQ, SignalType.VIDEO_MD5);

	private final UploadHasher hasher;
	private final SignalSettings settings;
	private final Admission admission;

	HashEndpoints(UploadHasher hasher, SignalSettings settings, Admission admission) {
		this.hasher = hasher;
		this.settings = settings;
		this.admission = admission;
	}

	List<Route> routes() {
		return List.of(new Route("GET", "/h/hash", Role.HASH, "Hash content from a URL (switched off)", call -> {
			throw fetchingIsOff();
		}), new Route("POST", "/h/hash", Role.HASH, "Hash an uploaded file",
				call -> admission.admit(call, this::hash)));
	}

	/** The answer to all requests that name a URL to fetch. */
	static ApiException fetchingIsOff() {
		return new ApiException(403, "Fetching by URL is switched off, missing role; upload the file instead");
	}

	private Reply hash(Call call) throws IOException {
		Upload upload = Upload.read(call, USUAL, settings);
		Signals signals = hasher.hash(upload);
		Map<String, String> texts = new LinkedHashMap<>(SignalText.of(signals));
		texts.keySet().removeIf(type -> !upload.signalTypes().contains(SignalType.of(type).orElseThrow()));
		if (!signals.photos().isEmpty() && signals.photos().getFirst().quality() < SignalText.MIN_QUALITY) {
			texts.put(SignalType.PDQ.word(), ""); // as HMA does where there is too little detail
		}
		return Reply.json(texts);
	}
}
