package org.hashaven.server.hma;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hashaven.image.ByteSource;
import org.hashaven.image.ImageException;
import org.hashaven.server.http.Admission;
import org.hashaven.server.http.ApiException;
import org.hashaven.server.http.Call;
import org.hashaven.server.http.Reply;
import org.hashaven.server.http.Route;
import org.hashaven.server.match.BankMatch;
import org.hashaven.server.match.Coin;
import org.hashaven.server.match.FileMd5;
import org.hashaven.server.match.Lookups;
import org.hashaven.server.match.Lookups.Scope;
import org.hashaven.server.match.Lookups.UploadAnswer;
import org.hashaven.server.store.Role;
import org.hashaven.video.VideoException;
import org.hashaven.worker.WorkerException;
import org.jspecify.annotations.Nullable;

/** {@code /m/raw_lookup} and {@code /m/lookup}: hashes and uploads to matches. */
final class MatchEndpoints {

	private static final int UNPROCESSABLE = 422;

	private final Lookups lookups;
	private final SignalSettings settings;
	private final Admission admission;

	MatchEndpoints(Lookups lookups, SignalSettings settings, Admission admission) {
		this.lookups = lookups;
		this.settings = settings;
		this.admission = admission;
	}

	List<Route> routes() {
		return List.of(new Route("GET", "/m/raw_lookup", Role.MATCH, "Look up a hash; disabled contents and banks count", this::rawLookup),
				// a client that takes every JSON object for banks must not take an error for them
				new Route("GET", "/m/lookup", Role.MATCH, "Look up a hash", this::lookup, call -> call.query("url") == null),
				new Route("POST", "/m/lookup", Role.MATCH, "Look up an uploaded file",
						call -> admission.admit(call, this::lookupUpload)));
	}

	private Reply rawLookup(Call call) throws IOException {
		String signal = required(call, "signal");
		SignalType type = settings.requireEnabled(required(call, "signal_type"));
		List<BankMatch> matches = lookup(type, signal, new Scope(banks(call), Coin.BYPASSED, true));
		boolean distances = call.queryFlag("include_distance");
		List<Object> ids = new ArrayList<>();
		for (BankMatch match : matches) {
			ids.add(distances ? shown(match) : (Object) match.content().id());
		}
		return Reply.json(Map.of("matches", ids));
	}

	private Reply lookup(Call call) throws IOException {
		if (call.queryText("url") != null) {
			throw HashEndpoints.fetchingIsOff();
		}
		String signal = call.queryText("signal");
		String type = call.queryText("signal_type");
		if (signal == null || type == null) {
			throw ApiException.badRequest("Either url or both signal and signal_type are required");
		}
		// bypass_coinflip is documented but has no effect here in HMA: a bank that was switched off stays so
		return Reply.json(byBank(lookup(settings.requireEnabled(type), signal, new Scope(banks(call), coin(call), false))));
	}

	private List<BankMatch> lookup(SignalType type, String signal, Scope scope) throws IOException {
		return switch (type) {
			case PDQ -> lookups.match(SignalText.pdq(signal), scope);
			case VIDEO_MD5 -> lookups.match(SignalText.md5(signal), scope);
			case VPDQ -> lookups.match(VpdqText.parse(signal), scope);
		};
	}

	private Reply lookupUpload(Call call) throws IOException {
		Upload upload = Upload.read(call, Set.of(SignalType.values()), settings);
		Coin coin = "true".equals(call.query("bypass_coinflip")) ? Coin.BYPASSED : coin(call);
		Scope scope = new Scope(banks(call), coin, false);
		Map<String, Object> answer = new LinkedHashMap<>();
		boolean identical = false;
		if (upload.signalTypes().contains(SignalType.VIDEO_MD5)) {
			List<BankMatch> matches = lookups.match(FileMd5.of(upload.content()), scope);
			identical = !matches.isEmpty();
			answer.put(SignalType.VIDEO_MD5.word(), byBank(matches));
		}
		SignalType perceptual = upload.contentType() == ContentType.PHOTO ? SignalType.PDQ : SignalType.VPDQ;
		if (upload.signalTypes().contains(perceptual)) {
			answer.put(perceptual.word(), byBank(lookUp(upload, scope, identical)));
		}
		return Reply.json(answer);
	}

	/**
	 * What is seen in an upload.
	 *
	 * @param identical
	 *            whether the file itself is listed: then it need not be readable
	 * @throws ApiException
	 *             422 when it cannot be judged: no answer is ever given that a client could take for "no match"
	 */
	private List<BankMatch> lookUp(Upload upload, Scope scope, boolean identical) throws IOException {
		try (ByteSource source = ByteSource.ofBytes(upload.content())) {
			UploadAnswer answer = lookups.match(source, scope);
			if (answer.undecided() && !identical) {
				throw new ApiException(UNPROCESSABLE, "the upload could not be judged: it is damaged, its lookup was too costly, or it "
						+ "matches a record that is held back; a person should look at it");
			}
			return answer.matches();
		} catch (ImageException | VideoException | WorkerException e) {
			if (identical) {
				return List.of();
			}
			throw e;
		}
	}

	private static Map<String, List<Map<String, Object>>> byBank(List<BankMatch> matches) {
		Map<String, List<Map<String, Object>>> banks = new LinkedHashMap<>();
		for (BankMatch match : matches) {
			banks.computeIfAbsent(match.bank().name(), name -> new ArrayList<>()).add(shown(match));
		}
		return banks;
	}

	private static Map<String, Object> shown(BankMatch match) {
		Map<String, Object> shown = new LinkedHashMap<>();
		shown.put("bank_content_id", match.content().id());
		shown.put("distance", match.distance());
		return shown;
	}

	private static Coin coin(Call call) {
		String seed = call.query("seed");
		return seed == null ? Coin.toss() : Coin.ofSeed(seed);
	}

	private static @Nullable Set<String> banks(Call call) {
		String names = call.queryText("banks");
		return names == null ? null : Set.copyOf(List.of(names.split(",", -1)).stream().distinct().toList());
	}

	private static String required(Call call, String name) {
		String value = call.queryText(name);
		if (value == null) {
			throw ApiException.badRequest(name + " is required");
		}
		return value;
	}
}
