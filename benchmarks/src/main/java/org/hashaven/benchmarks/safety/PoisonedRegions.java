package org.hashaven.benchmarks.safety;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import java.util.function.Predicate;
import org.hashaven.benchmarks.search.Answers;
import org.hashaven.benchmarks.search.MillionRecords;
import org.hashaven.hash.record.HashRecord;
import org.hashaven.index.Bank;
import org.hashaven.index.HashIndex;
import org.hashaven.index.IndexException;
import org.hashaven.samples.distortions.Distortion;
import org.hashaven.samples.distortions.Distortions;
import org.hashaven.testdata.kinds.Kind;

/**
 * An attack on a platform by a list: from examples of a kind of pictures, records are made whose regions are what the kind has in common,
 * so that one record would block every picture of the kind.
 *
 * <pre>
 * PoisonedRegions [EXAMPLES[,EXAMPLES...] [UNSEEN [PHOTOS_DIR|- [ALLOWED|- [CONTROL_PERCENT [SAMPLES [KIND...]]]]]]]          10,100 40 - - 60 0 all kinds
 * </pre>
 *
 * For each kind and number of examples the attacker makes a record by each {@link PoisonRecipe}, and lists all of them in one index.
 * Members of the kind that the attacker has not seen are looked up. The table says how many records were refused, how many unseen members
 * were blocked, how many matched by regions and by a hash, how many records were held back in the end, and how many lookups were not
 * finished. The control is a few honest records: mildly cropped copies of their pictures must be found, in an index of their own and beside
 * the poison. SAMPLES other members of the kind are in a bank of common pictures, as a platform would list them that knows the kind.
 * ALLOWED names exceptions as {@code KIND:regions} or {@code KIND:hash}, separated by commas. Fails in the end when other kinds had a
 * blocked member, or when fewer than CONTROL_PERCENT of the controls were found in an index of their own; members of some kinds are drawn
 * throughout and have hardly any regions to be found by.
 */
public final class PoisonedRegions {

	private static final String REGIONS = "regions";
	private static final String HASH = "hash";
	private static final int CONTROLS = 5;

	/** A crop that is too much for one hash, so that regions must find it. */
	private static final Distortion CROPPED = Distortions.chain("cropped", Distortions.crop(12, 4, 7, 10), Distortions.named("jpeg-50"));

	private final int unseen;
	private final int samples;
	private final KindPictures pictures;
	private final AllowedKinds allowed;
	private final Map<String, RecipeRow> recipes = new LinkedHashMap<>();
	private final List<String> wrong = new ArrayList<>();
	private int controls;
	private int controlsFound;

	private PoisonedRegions(int unseen, int samples, KindPictures pictures, AllowedKinds allowed) {
		this.unseen = unseen;
		this.samples = samples;
		this.pictures = pictures;
		this.allowed = allowed;
	}

	/** See the class. */
	public static void main(String[] args) throws IOException, InterruptedException, ExecutionException {
		Locale.setDefault(Locale.ROOT); // for the numbers printed below
		int unseen = args.length > 1 ? Integer.parseInt(args[1]) : 40;
		int samples = args.length > 5 ? Integer.parseInt(args[5]) : 0;
		AllowedKinds allowed = new AllowedKinds(args.length > 3 ? args[3] : "-", REGIONS, HASH);
		try (KindPictures pictures = new KindPictures(args.length > 2 ? args[2] : "-")) {
			PoisonedRegions attack = new PoisonedRegions(unseen, samples, pictures, allowed);
			for (String examples : (args.length > 0 ? args[0] : "10,100").split(",", -1)) {
				attack.run(Integer.parseInt(examples), KindPictures.named(args, 6));
			}
			int controlPercent = args.length > 4 ? Integer.parseInt(args[4]) : 60;
			System.out.println("exceptions that nothing needed: " + allowed.unused());
			if (attack.controlsFound * 100 < controlPercent * attack.controls) {
				attack.wrong.add("%d of %d controls were found".formatted(attack.controlsFound, attack.controls));
			}
			Answers.require(attack.wrong.isEmpty(), String.join("; ", attack.wrong));
		}
	}

	private void run(int examples, List<Kind> kinds) throws IOException, InterruptedException, ExecutionException {
		System.out.printf(
				"%n%d examples, %d unseen members looked up, %d common samples, %d controls: found alone, found beside the poison%n",
				examples, unseen, samples, CONTROLS);
		System.out.printf("%-16s %9s %8s %7s %7s %8s %8s %8s %5s %8s %6s %7s%n", "kind", "recurring", "accepted", "refused", "blocked",
				"regions", "hash", "held", "%", "unjudged", "alone", "beside");
		recipes.clear();
		PoisonRecipe.ALL.forEach(recipe -> recipes.put(recipe.name(), new RecipeRow()));
		for (Kind kind : kinds) {
			attack(kind, examples);
		}
		System.out.printf("%-16s %8s %7s  %s%n", "recipe", "accepted", "refused", "unseen members matched by regions");
		recipes.forEach((name, row) -> System.out.printf("%-16s %8d %7d  %d%n", name, row.accepted, row.refused, row.matched));
	}

	/** Members from 0 on are unseen, then come the controls, then the examples. */
	private void attack(Kind kind, int examples) throws IOException, InterruptedException, ExecutionException {
		int firstExample = unseen + CONTROLS;
		PoisonAttacker attacker = new PoisonAttacker(pictures.forEach(kind, firstExample, firstExample + examples,
				(member, picture) -> PoisonAttacker.Example.of(KindPictures.image(picture))), kind.word().hashCode() + examples);
		List<HashRecord> honest = pictures.forEach(kind, unseen, firstExample,
				(member, picture) -> SharedKinds.record(KindPictures.image(picture), true));
		Path folder = Files.createTempDirectory("poisoned-regions");
		try (HashIndex own = HashIndex.create(folder.resolve("own")); HashIndex index = HashIndex.create(folder.resolve("index"))) {
			pictures.listSamples(kind, samples, own);
			pictures.listSamples(kind, samples, index);
			int alone = controlsFound(kind, own, honest);
			Map<String, RecipeRow> accepted = new LinkedHashMap<>();
			int refusedBefore = refused();
			for (PoisonRecipe recipe : PoisonRecipe.ALL) {
				RecipeRow row = recipes.computeIfAbsent(recipe.name(), name -> new RecipeRow());
				list(attacker, recipe, index, row).ifPresent(id -> accepted.put(id, row));
			}
			List<KindLookup> lookups = pictures.forEach(kind, 0, unseen,
					(member, picture) -> KindLookup.of(index, KindPictures.image(picture)));
			accepted.forEach((id, row) -> row.matched += count(lookups, lookup -> lookup.byRegions().contains(id)));
			int blocked = count(lookups, KindLookup::blocks);
			int beside = controlsFound(kind, index, honest);
			int held = index.heldBack().size();
			int unjudged = count(lookups, lookup -> !lookup.complete());
			System.out.printf("%-16s %9d %8d %7d %7d %8d %8d %8d %5d %8d %6d %7d%n", kind.word(), attacker.recurringInHalf(),
					accepted.size(),
					refused() - refusedBefore,
					blocked, blockedBy(kind, REGIONS, lookups, KindLookup::byRegions), blockedBy(kind, HASH, lookups, KindLookup::byHash),
					held,
					100 * blocked / unseen, unjudged, alone, beside);
			controls += CONTROLS;
			controlsFound += alone;
		} finally {
			MillionRecords.delete(folder);
		}
	}

	/** Lists a poisoned record; gives no id when it cannot be made or the index refuses it. */
	private static Optional<String> list(PoisonAttacker attacker, PoisonRecipe recipe, HashIndex index, RecipeRow row) throws IOException {
		try {
			Optional<HashRecord> record = attacker.record(recipe);
			if (record.isEmpty()) {
				return Optional.empty();
			}
			String id = index.add(Bank.DEFAULT.name(), List.of(record.get())).getFirst();
			row.accepted++;
			return Optional.of(id);
		} catch (IllegalArgumentException | IndexException e) {
			row.refused++;
			return Optional.empty();
		}
	}

	private int refused() {
		return recipes.values().stream().mapToInt(row -> row.refused).sum();
	}

	private int blockedBy(Kind kind, String way, List<KindLookup> lookups, Function<KindLookup, Set<String>> ids) {
		int blocked = count(lookups, lookup -> !ids.apply(lookup).isEmpty());
		if (blocked > 0 && !allowed.allows(kind, way)) {
			wrong.add("%s, by %s: %d of %d unseen members were blocked".formatted(kind.word(), way, blocked, unseen));
		}
		return blocked;
	}

	private static int count(List<KindLookup> lookups, Predicate<KindLookup> which) {
		return (int) lookups.stream().filter(which).count();
	}

	/** Lists the honest records and looks cropped copies of their pictures up; counts those that matched their own record. */
	private int controlsFound(Kind kind, HashIndex index, List<HashRecord> honest)
			throws IOException, InterruptedException, ExecutionException {
		List<String> ids = index.add(Bank.DEFAULT.name(), honest);
		List<KindLookup> lookups = pictures.forEach(kind, unseen, unseen + CONTROLS,
				(member, picture) -> KindLookup.of(index, KindPictures.image(CROPPED.apply(picture, member))));
		int found = 0;
		for (int i = 0; i < ids.size(); i++) {
			found += lookups.get(i).matches(ids.get(i)) ? 1 : 0;
		}
		return found;
	}

	/** Counts for one recipe over all kinds. */
	private static final class RecipeRow {
		private int accepted;
		private int refused;
		private int matched;
	}
}
