package org.hashaven.server.policy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import org.hashaven.hash.Hash256;
import org.hashaven.hash.Md5;
import org.hashaven.hash.MediaKind;
import org.hashaven.hash.record.HashRecord;
import org.hashaven.hash.record.MediaRecord;
import org.hashaven.image.ByteSource;
import org.hashaven.image.ImageException;
import org.hashaven.server.match.BankDirectory;
import org.hashaven.server.match.BankMatch;
import org.hashaven.server.match.Coin;
import org.hashaven.server.match.Hit;
import org.hashaven.server.match.IndexGateway;
import org.hashaven.server.match.Lookups;
import org.hashaven.server.match.Lookups.Scope;
import org.hashaven.server.match.Traffic;
import org.hashaven.server.match.UploadFindings;
import org.hashaven.server.policy.Verdict.Decision;
import org.hashaven.server.policy.Verdict.Reason;
import org.hashaven.server.retro.UploadMemory;
import org.hashaven.server.store.Bank;
import org.hashaven.video.VideoException;
import org.hashaven.worker.WorkerException;
import org.jspecify.annotations.Nullable;

/** Looks hashes and uploads up and says what they come to. Thread-safe. */
public final class Judge {

	/** Most matches of one upload that are shown. */
	public static final int MAX_MATCHES = 100;

	private static final int HIGHEST_QUALITY = 100;

	private final IndexGateway index;
	private final BankDirectory banks;
	private final Lookups lookups;
	private final Traffic traffic;
	private final UploadMemory memory;

	/**
	 * Hashes that are looked up alike.
	 *
	 * @param hashes
	 *            the hashes
	 * @param qualities
	 *            one for each, -1 where it is unknown
	 * @param banks
	 *            names; null for all
	 * @param references
	 *            what the caller calls each upload, by which it is remembered; empty for those that are not to be
	 * @param radius
	 *            in place of the banks' own
	 */
	public record Batch(List<Hash256> hashes, List<Integer> qualities, List<Optional<String>> references, @Nullable Set<String> banks,
			OptionalInt radius) {

		/** Fixed: no hash may reach a log by accident. */
		@Override
		public String toString() {
			return "Batch[hidden]";
		}
	}

	public Judge(IndexGateway index, BankDirectory banks, Lookups lookups, Traffic traffic, UploadMemory memory) {
		this.index = index;
		this.banks = banks;
		this.lookups = lookups;
		this.traffic = traffic;
		this.memory = memory;
	}

	private Set<String> indexNames(@Nullable Set<String> names, Coin coin) {
		return banks.all().stream().filter(bank -> (names == null || names.contains(bank.name())) && coin.enables(bank))
				.map(Bank::indexName).collect(Collectors.toSet());
	}

	/** Judges hashes as they are, in their order. */
	public List<Verdict> judge(Batch batch) throws IOException {
		try (UploadMemory.Upload upload = memory.begin()) {
			List<Verdict> verdicts = verdicts(batch);
			for (int i = 0; i < verdicts.size(); i++) {
				Optional<String> reference = batch.references.get(i);
				if (reference.isPresent() && verdicts.get(i).decision() != Decision.BLOCK) {
					upload.remember(
							List.of(new HashRecord(null, batch.hashes.get(i), quality(batch.qualities.get(i)), MediaKind.PHOTO, null,
									null)),
							reference.get());
				}
			}
			return verdicts;
		}
	}

	/** One that is unknown is above every floor, as in a lookup. */
	private static int quality(int known) {
		return known < 0 ? HIGHEST_QUALITY : known;
	}

	private List<Verdict> verdicts(Batch batch) throws IOException {
		Set<String> within = indexNames(batch.banks, Coin.toss());
		List<Verdict> verdicts = new ArrayList<>();
		List<List<Hit>> all = within.isEmpty()
				? batch.hashes.stream().map(hash -> List.<Hit>of()).toList()
				: index.matchAll(batch.hashes, batch.qualities, within, batch.radius);
		for (List<Hit> hits : all) {
			verdicts.add(new Assessment(lookups, traffic).verdict(List.of(), hits, null));
		}
		return verdicts;
	}

	/**
	 * Judges an upload in all its views.
	 *
	 * @param md5
	 *            of its file
	 * @param names
	 *            banks; null for all
	 * @param reference
	 *            what the caller calls it, by which it is remembered unless it is to be blocked; null when it is not to be
	 */
	public Verdict judge(ByteSource file, Md5 md5, @Nullable Set<String> names, @Nullable String reference) throws IOException {
		try (UploadMemory.Upload upload = memory.begin()) {
			List<MediaRecord> media = new ArrayList<>();
			Verdict verdict = verdict(file, md5, names, media);
			if (reference != null && verdict.decision() != Decision.BLOCK) {
				upload.remember(media, reference);
			}
			return verdict;
		}
	}

	private Verdict verdict(ByteSource file, Md5 md5, @Nullable Set<String> names, List<MediaRecord> media) throws IOException {
		Coin coin = Coin.toss();
		Set<String> within = indexNames(names, coin);
		List<BankMatch> files = lookups.match(md5, new Scope(names, coin, false));
		Assessment assessment = new Assessment(lookups, traffic);
		try {
			if (within.isEmpty()) {
				media.addAll(IndexGateway.records(index.hash(file))); // what cannot be read is not passed off as harmless
				return assessment.verdict(files, List.of(), null);
			}
			UploadFindings found = index.judge(file, within, assessment::blocksUnchecked);
			media.addAll(found.media());
			return assessment.verdict(files, found.hits(),
					found.unfinished() ? Reason.TOO_COSTLY : found.damaged() ? Reason.DAMAGED : null);
		} catch (UncheckedIOException e) {
			throw e.getCause();
		} catch (ImageException | VideoException e) {
			return unreadable(assessment, files);
		} catch (WorkerException e) {
			return switch (e.reason()) {
				case CRASHED, TOO_SLOW, MEMORY -> unreadable(assessment, files);
				default -> throw e;
			};
		}
	}

	private static Verdict unreadable(Assessment assessment, List<BankMatch> files) throws IOException {
		return assessment.verdict(files, List.of(), Reason.UNREADABLE);
	}
}
