package org.hashaven.server.policy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hashaven.server.match.BankMatch;
import org.hashaven.server.match.Hit;
import org.hashaven.server.match.Lookups;
import org.hashaven.server.match.Traffic;
import org.hashaven.server.policy.Verdict.Decision;
import org.hashaven.server.policy.Verdict.Judged;
import org.hashaven.server.policy.Verdict.Reason;
import org.hashaven.server.policy.Verdict.Standing;
import org.jspecify.annotations.Nullable;

/**
 * The hits of one upload, weighed one after the other.
 *
 * <p>
 * A harmless picture suppresses a match of the same upload if it is <b>nearer</b> to it in bits, both compared as whole pictures. An
 * equally near one does not, so that a list of harmless pictures cannot unblock the listed picture itself; and it says nothing about
 * matches by regions or of videos, which are of parts of the upload.
 */
final class Assessment {

	private final Lookups lookups;
	private final Traffic traffic;
	private final Map<Hit, Optional<BankMatch>> known = new LinkedHashMap<>();
	private int harmlessBits = Integer.MAX_VALUE;

	Assessment(Lookups lookups, Traffic traffic) {
		this.lookups = lookups;
		this.traffic = traffic;
	}

	/** Whether a hit blocks the upload, given those before it. */
	boolean blocks(Hit hit) throws IOException {
		BankMatch match = resolve(hit).orElse(null);
		return match != null && standing(hit, match) == Standing.BLOCKS;
	}

	/** Carries a failure of the catalog through the index. */
	boolean blocksUnchecked(Hit hit) {
		try {
			return blocks(hit);
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	private Optional<BankMatch> resolve(Hit hit) throws IOException {
		Optional<BankMatch> match = known.get(hit);
		if (match == null) {
			match = lookups.resolve(hit);
			known.put(hit, match);
		}
		if (hit.harmless() && match.filter(Assessment::isEnabled).filter(each -> !each.bank().testMode()).isPresent()) {
			harmlessBits = Math.min(harmlessBits, hit.finding().distanceBits().orElse(Integer.MAX_VALUE));
		}
		return match;
	}

	private static boolean isEnabled(BankMatch match) {
		return match.bank().enabledRatio() > 0 && match.content().isEnabled(Instant.now().getEpochSecond());
	}

	private Standing standing(Hit hit, BankMatch match) {
		if (!isEnabled(match)) {
			return Standing.DISABLED;
		}
		if (match.bank().testMode()) {
			return Standing.TEST_MODE;
		}
		if (hit.harmless()) {
			return Standing.IGNORES;
		}
		if (traffic.isQuarantined(match)) {
			return Standing.QUARANTINED;
		}
		if (hit.finding().isHeldBack()) {
			return Standing.HELD_BACK;
		}
		return harmlessBits < hit.finding().distanceBits().orElse(0) ? Standing.SUPPRESSED : Standing.BLOCKS;
	}

	/**
	 * The verdict, and the upload counted.
	 *
	 * @param files
	 *            matches by the MD5 of the file
	 * @param unjudged
	 *            why the upload may not be taken for harmless, whatever it matches; null when it was judged
	 */
	Verdict verdict(List<BankMatch> files, List<Hit> hits, @Nullable Reason unjudged) throws IOException {
		List<Judged> judged = new ArrayList<>();
		for (BankMatch file : files) {
			judged.add(new Judged(file,
					!isEnabled(file) ? Standing.DISABLED : file.bank().testMode() ? Standing.TEST_MODE : Standing.BLOCKS));
		}
		for (Hit hit : hits) {
			resolve(hit); // the nearest harmless one, before any is judged
		}
		List<BankMatch> counted = new ArrayList<>();
		for (Hit hit : hits) {
			BankMatch match = resolve(hit).orElse(null);
			if (match != null) {
				Standing standing = standing(hit, match);
				judged.add(new Judged(match, standing));
				if (standing == Standing.BLOCKS || standing == Standing.QUARANTINED) {
					counted.add(match);
				}
			}
		}
		traffic.seen(counted);
		boolean capped = judged.size() > Judge.MAX_MATCHES;
		List<Judged> shown = capped ? judged.subList(0, Judge.MAX_MATCHES) : judged;
		Reason reason = unjudged != null
				? unjudged
				: has(judged, Standing.HELD_BACK) ? Reason.HELD_BACK : has(judged, Standing.QUARANTINED) ? Reason.QUARANTINED : null;
		if (has(judged, Standing.BLOCKS)) {
			return new Verdict(Decision.BLOCK, null, shown, capped);
		}
		if (reason != null) {
			return new Verdict(Decision.UNDECIDED, reason, shown, capped);
		}
		boolean harmless = has(judged, Standing.IGNORES);
		return new Verdict(harmless ? Decision.IGNORE : Decision.NONE, null, shown, capped);
	}

	private static boolean has(List<Judged> judged, Standing standing) {
		return judged.stream().anyMatch(each -> each.standing() == standing);
	}
}
