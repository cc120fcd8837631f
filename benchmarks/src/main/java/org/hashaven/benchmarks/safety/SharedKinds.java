package org.hashaven.benchmarks.safety;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import org.hashaven.benchmarks.search.Answers;
import org.hashaven.benchmarks.search.MillionRecords;
import org.hashaven.hash.record.HashRecord;
import org.hashaven.image.RgbImage;
import org.hashaven.index.Bank;
import org.hashaven.index.HashIndex;
import org.hashaven.pdq.PdqHasher;
import org.hashaven.pdq.PdqResult;
import org.hashaven.region.RegionHasher;
import org.hashaven.samples.distortions.Distortion;
import org.hashaven.samples.distortions.Distortions;
import org.hashaven.testdata.kinds.Kind;

/**
 * Pictures of one kind, which share a template and nothing else: some members are listed, other members are looked up.
 *
 * <pre>
 * SharedKinds [MEMBERS [PHOTOS_DIR|- [ALLOWED|- [SAMPLES [KIND...]]]]]          8 - - 0 all kinds
 * </pre>
 *
 * For each kind so many members are listed by one hash, and in another index with regions; as many others are looked up, and the listed
 * ones saved anew. SAMPLES further members are in a bank of common pictures. An upload that matches another member is a false match.
 * ALLOWED names exceptions: {@code KIND:one-hash} may be matched by a hash in either index, {@code KIND:regions} by regions, separated by
 * commas. Fails in the end when there are others, or when a listed member was not found.
 */
public final class SharedKinds {

	private static final String ONE_HASH = "one-hash";
	private static final String REGIONS = "regions";
	private static final Distortion SAVED_ANEW = Distortions.named("jpeg-50");

	private final int members;
	private final int samples;
	private final KindPictures pictures;
	private final AllowedKinds allowed;
	private final List<String> wrong = new ArrayList<>();

	private SharedKinds(int members, int samples, KindPictures pictures, AllowedKinds allowed) {
		this.members = members;
		this.samples = samples;
		this.pictures = pictures;
		this.allowed = allowed;
	}

	/** See the class. */
	public static void main(String[] args) throws IOException, InterruptedException, ExecutionException {
		Locale.setDefault(Locale.ROOT); // for the numbers printed below
		int members = args.length > 0 ? Integer.parseInt(args[0]) : 8;
		AllowedKinds allowed = new AllowedKinds(args.length > 2 ? args[2] : "-", ONE_HASH, REGIONS);
		try (KindPictures pictures = new KindPictures(args.length > 1 ? args[1] : "-")) {
			SharedKinds shared = new SharedKinds(members, args.length > 3 ? Integer.parseInt(args[3]) : 0, pictures, allowed);
			System.out.printf("%d members listed, %d others looked up; false: uploads matched, then pairs%n", members, members);
			System.out.printf("%-16s %14s %14s %22s %14s%n", "kind", "one hash: false", "own found", "with regions: by hash", "by regions");
			for (Kind kind : KindPictures.named(args, 4)) {
				shared.measure(kind);
			}
			System.out.println("exceptions that nothing needed: " + allowed.unused());
			Answers.require(shared.wrong.isEmpty(), String.join("; ", shared.wrong));
		}
	}

	private void measure(Kind kind) throws IOException, InterruptedException, ExecutionException {
		Way oneHash = measure(kind, ONE_HASH);
		Way regions = measure(kind, REGIONS);
		System.out.printf("%-16s %8d %6d %11d/%-2d %15d %6d %7d %6d %7d/%-2d%n", kind.word(), oneHash.uploadsByHash, oneHash.pairsByHash,
				oneHash.found, members, regions.uploadsByHash, regions.pairsByHash, regions.uploadsByRegions, regions.pairsByRegions,
				regions.found, members);
	}

	private Way measure(Kind kind, String way) throws IOException, InterruptedException, ExecutionException {
		Path folder = Files.createTempDirectory("shared-kinds");
		try (HashIndex index = HashIndex.create(folder.resolve("index"))) {
			List<HashRecord> records = pictures.forEach(kind, 0, members,
					(member, picture) -> record(KindPictures.image(picture), way.equals(REGIONS)));
			List<String> ids = index.add(Bank.DEFAULT.name(), records);
			pictures.listSamples(kind, samples, index);
			List<KindLookup> others = pictures.forEach(kind, members, 2 * members,
					(member, picture) -> KindLookup.of(index, KindPictures.image(picture)));
			List<KindLookup> own = pictures.forEach(kind, 0, members,
					(member, picture) -> KindLookup.of(index, KindPictures.image(SAVED_ANEW.apply(picture, member))));
			Way result = new Way(ids, others, own);
			requireNone(kind, ONE_HASH, result.uploadsByHash, way);
			requireNone(kind, REGIONS, result.uploadsByRegions, way);
			if (result.found < members) {
				wrong.add(kind.word() + ", " + way + ": " + (members - result.found) + " members were not found saved anew");
			}
			return result;
		} finally {
			MillionRecords.delete(folder);
		}
	}

	private void requireNone(Kind kind, String way, int uploads, String listedBy) {
		if (uploads > 0 && !allowed.allows(kind, way)) {
			wrong.add("%s, listed by %s: %d uploads matched another member by %s".formatted(kind.word(), listedBy, uploads, way));
		}
	}

	/** The record of a picture as a device makes it. */
	static HashRecord record(RgbImage image, boolean withRegions) {
		PdqResult plain = PdqHasher.hash(image);
		HashRecord record = HashRecord.ofPhoto(plain.hash(), plain.quality());
		return withRegions ? record.withRegions(RegionHasher.ofListed(image)) : record;
	}

	/** Counts for one way of listing. */
	private static final class Way {

		private int uploadsByHash;
		private int uploadsByRegions;
		private int pairsByHash;
		private int pairsByRegions;
		private int found;

		Way(List<String> ids, List<KindLookup> others, List<KindLookup> own) {
			for (KindLookup lookup : others) {
				uploadsByHash += lookup.byHash().isEmpty() ? 0 : 1;
				uploadsByRegions += lookup.byRegions().isEmpty() ? 0 : 1;
				pairsByHash += lookup.byHash().size();
				pairsByRegions += lookup.byRegions().size();
			}
			for (int i = 0; i < own.size(); i++) {
				found += own.get(i).matches(ids.get(i)) ? 1 : 0;
			}
		}
	}
}
