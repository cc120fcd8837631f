package org.hashaven.server.match;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.hashaven.hash.FrameHash;
import org.hashaven.hash.Hash256;
import org.hashaven.hash.Md5;
import org.hashaven.image.ByteSource;
import org.hashaven.server.metrics.ServiceMetrics;
import org.hashaven.server.metrics.Stage;
import org.hashaven.server.store.Bank;
import org.hashaven.server.store.Catalog;
import org.hashaven.server.store.Content;
import org.hashaven.server.store.Contents;
import org.jspecify.annotations.Nullable;

/** Looks hashes and uploads up: records from the index, their contents from the catalog. Thread-safe. */
public final class Lookups {

	private final IndexGateway index;
	private final Catalog catalog;
	private final BankDirectory banks;
	private final Traffic traffic;
	private final ServiceMetrics metrics;

	/**
	 * Which banks to look in, and whether disabled contents count.
	 *
	 * @param names
	 *            the banks' names; null for all
	 * @param coin
	 *            decides by the banks' ratios
	 * @param raw
	 *            whether everything counts: disabled contents, and banks of harmless pictures
	 */
	public record Scope(@Nullable Set<String> names, Coin coin, boolean raw) {

		private boolean includes(Bank bank) {
			return (names == null || names.contains(bank.name())) && coin.enables(bank) && (raw || !bank.testMode());
		}

		private boolean includes(Content content) {
			return raw || content.isEnabled(Instant.now().getEpochSecond());
		}
	}

	/**
	 * What an upload matches.
	 *
	 * @param matches
	 *            the contents
	 * @param undecided
	 *            whether it may not be taken for harmless although nothing blocks it
	 */
	public record UploadAnswer(List<BankMatch> matches, boolean undecided) {
	}

	public Lookups(IndexGateway index, Catalog catalog, BankDirectory banks, Traffic traffic, ServiceMetrics metrics) {
		this.index = index;
		this.catalog = catalog;
		this.banks = banks;
		this.traffic = traffic;
		this.metrics = metrics;
	}

	/** Looks a photo's hash up, as it is. */
	public List<BankMatch> match(Hash256 hash, Scope scope) throws IOException {
		Set<String> within = indexNames(scope);
		return within.isEmpty() ? List.of() : counted(resolved(timed(() -> index.match(hash, within)), scope), scope);
	}

	/** Looks a video's frames up, as they are. */
	public List<BankMatch> match(List<FrameHash> frames, Scope scope) throws IOException {
		Set<String> within = indexNames(scope);
		return within.isEmpty() ? List.of() : counted(resolved(timed(() -> index.match(frames, within)), scope), scope);
	}

	private List<Hit> timed(IndexLookup lookup) throws IOException {
		long start = System.nanoTime();
		List<Hit> hits = lookup.hits();
		metrics.timed(Stage.LOOKUP, System.nanoTime() - start);
		return hits;
	}

	/** Looks the MD5 of a file up. */
	public List<BankMatch> match(Md5 md5, Scope scope) throws IOException {
		Map<Long, Bank> within = banks.all().stream().filter(scope::includes).collect(Collectors.toMap(Bank::id, bank -> bank));
		List<BankMatch> matches = new ArrayList<>();
		for (Content content : catalog.read(connection -> Contents.withMd5(connection, md5))) {
			Bank bank = within.get(content.bankId());
			if (bank != null && scope.includes(content)) {
				metrics.matched(bank.name(), "block");
				matches.add(new BankMatch(bank, content, "-", null, Finding.SAME_FILE));
			}
		}
		return matches;
	}

	/** Looks an upload up in all its views. */
	public UploadAnswer match(ByteSource file, Scope scope) throws IOException {
		Set<String> within = indexNames(scope);
		if (within.isEmpty()) {
			index.hash(file); // what cannot be read is not passed off as harmless
			return new UploadAnswer(List.of(), false);
		}
		Map<Hit, Optional<BankMatch>> known = new HashMap<>();
		Predicate<Hit> counts = hit -> known.computeIfAbsent(hit, each -> resolvedUnchecked(each, scope))
				.filter(match -> !traffic.isQuarantined(match)).isPresent();
		long start = System.nanoTime();
		UploadHits found;
		try {
			found = index.match(file, within, counts);
		} catch (CatalogFailure e) {
			throw e.failure;
		}
		traffic.seen(distinct(known.values().stream().flatMap(Optional::stream).toList()));
		metrics.timed(Stage.UPLOAD, System.nanoTime() - start);
		if (found.undecided()) {
			metrics.unjudged("undecided");
		}
		List<BankMatch> matches = found.hits().stream().flatMap(hit -> known.getOrDefault(hit, Optional.empty()).stream()).toList();
		return new UploadAnswer(distinct(matches), found.undecided());
	}

	/** Counts a lookup as one upload, and leaves out what is quarantined; a raw lookup shows everything and counts for nothing. */
	private List<BankMatch> counted(List<BankMatch> matches, Scope scope) {
		if (scope.raw) {
			return matches;
		}
		traffic.seen(matches);
		return matches.stream().filter(match -> !traffic.isQuarantined(match)).toList();
	}

	/**
	 * The bank and the content of a hit, disabled or not.
	 *
	 * @return empty when it is being withdrawn
	 */
	public Optional<BankMatch> resolve(Hit hit) throws IOException {
		return resolved(hit, new Scope(null, Coin.BYPASSED, true));
	}

	/** A lookup in the index. */
	private interface IndexLookup {
		List<Hit> hits() throws IOException;
	}

	private Set<String> indexNames(Scope scope) {
		return banks.all().stream().filter(scope::includes).map(Bank::indexName).collect(Collectors.toSet());
	}

	private List<BankMatch> resolved(List<Hit> hits, Scope scope) throws IOException {
		List<BankMatch> matches = new ArrayList<>();
		for (Hit hit : hits) {
			resolved(hit, scope).ifPresent(matches::add);
		}
		return distinct(matches);
	}

	/** The first match of each content: one may have several records, as a photo that is partly transparent has. */
	private static List<BankMatch> distinct(List<BankMatch> matches) {
		Set<Long> seen = new HashSet<>();
		return matches.stream().filter(match -> seen.add(match.content().id())).toList();
	}

	private Optional<BankMatch> resolved(Hit hit, Scope scope) throws IOException {
		Bank bank = banks.ofIndexName(hit.bank()).orElse(null);
		if (bank == null) {
			return Optional.empty();
		}
		if (hit.harmless() && !scope.raw) {
			metrics.matched(bank.name(), "ignore");
			return Optional.empty();
		}
		Optional<Content> found = content(bank, hit.recordId()).filter(scope::includes);
		if (found.isPresent()) {
			metrics.matched(bank.name(), hit.harmless() ? "ignore" : "block");
		}
		return found.map(content -> new BankMatch(bank, content, hit.distance(), hit.recordId(), hit.finding()));
	}

	/** The content of a record; one that was in the index before the service was gets a number now. */
	public Optional<Content> content(Bank bank, String recordId) throws IOException {
		Optional<Content> known = catalog.read(connection -> Contents.ofRecord(connection, bank.id(), recordId));
		if (known.isPresent() || catalog.read(connection -> Contents.knowsRecord(connection, bank.id(), recordId))) {
			return known;
		}
		// in the job, after which no withdrawal of it can be finished: one that was withdrawn meanwhile is not to come back
		return catalog.write(connection -> index.holds(bank.indexName(), recordId)
				? Contents.adopt(connection, bank.id(), recordId)
				: Optional.empty());
	}

	private Optional<BankMatch> resolvedUnchecked(Hit hit, Scope scope) {
		try {
			return resolved(hit, scope);
		} catch (IOException e) {
			throw new CatalogFailure(e);
		}
	}

	/** Carries a failure of the catalog through the index. */
	private static final class CatalogFailure extends RuntimeException {

		private static final long serialVersionUID = 1L;

		private final IOException failure;

		CatalogFailure(IOException failure) {
			super(failure.getMessage());
			this.failure = failure;
		}
	}
}
