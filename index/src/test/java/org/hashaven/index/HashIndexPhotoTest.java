package org.hashaven.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.hashaven.hash.Hash256;
import org.hashaven.hash.MediaKind;
import org.hashaven.hash.Region;
import org.hashaven.hash.RegionGeometry;
import org.hashaven.hash.RegionSet;
import org.hashaven.hash.query.PhotoView.Part;
import org.hashaven.hash.query.PhotoView.Transform;
import org.hashaven.hash.query.PhotoView;
import org.hashaven.hash.query.RegionQuery;
import org.hashaven.hash.query.VideoView.Turning;
import org.hashaven.hash.record.HashRecord;
import org.hashaven.hash.record.MediaRecord;
import org.hashaven.index.PhotoMatch.Evidence;
import org.hashaven.index.hamming.Hashes;
import org.hashaven.index.lookup.PhotoSearch;
import org.hashaven.testdata.Seeds;
import org.hashaven.testdata.hashes.HashPopulation;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Photos looked up in several ways, and photos listed with regions: found, and gone with all their regions. */
class HashIndexPhotoTest {

	private static final String BANK = Bank.DEFAULT.name();
	private static final Transform MIRRORED = new Transform(Part.WHOLE, 100, Turning.MIRRORED, 0, false);

	@TempDir
	private Path temporary;

	private final long seed = Seeds.next();
	private final SplittableRandom random = new SplittableRandom(seed);

	private Path folder() {
		return temporary.resolve("index");
	}

	private Hash256 hash() {
		return Hash256.ofWords(random.nextLong(), random.nextLong(), random.nextLong(), random.nextLong());
	}

	private Hash256 near(Hash256 hash, int distanceBits) {
		long[] words = {hash.word(0), hash.word(1), hash.word(2), hash.word(3)};
		return Hashes.of(HashPopulation.near(words, distanceBits, random));
	}

	/** So many regions on a grid, each with a code of its own. */
	private List<Region> regions(int count) {
		RegionSet.Builder regions = new RegionSet.Builder();
		while (regions.size() < count) {
			int i = regions.size();
			int row = i / 4;
			RegionGeometry place = new RegionGeometry(-0.3 + 0.2 * (i % 4), -0.3 + 0.2 * row, 0.14);
			Region region = new Region(random.nextLong(), RegionGeometry.ofPacked(place.packed()));
			if (regions.accepts(region)) { // else too near to another code
				regions.add(region);
			}
		}
		return regions.build().list();
	}

	/** The same in an upload that shows the picture at half its size, so many of the least reliable bits of each changed. */
	private static List<RegionQuery> shown(List<Region> regions, int changedBits) {
		return regions.stream()
				.map(region -> query(region.code() ^ ((1L << changedBits) - 1), new RegionGeometry(region.place().x() / 2 + 0.1,
						region.place().y() / 2 - 0.2, region.place().size() / 2)))
				.toList();
	}

	/** A query whose lowest bits are the least reliable. */
	private static RegionQuery query(long code, RegionGeometry place) {
		float[] reliabilities = new float[Region.CODE_BITS];
		for (int bit = 0; bit < reliabilities.length; bit++) {
			reliabilities[bit] = bit;
		}
		return RegionQuery.of(code, reliabilities, place);
	}

	private static HashRecord photo(@Nullable String id, Hash256 hash, List<Region> regions) {
		return new HashRecord(id, hash, 100, MediaKind.PHOTO, null, null).withRegions(new RegionSet(regions, false));
	}

	/** An upload that shows the whole of what its regions point at. */
	private PhotoView ask(List<RegionQuery> regions) {
		return ask(0, regions);
	}

	/** An upload that shows, where its regions point, a picture at this distance from the listed one, which is not listed anew. */
	private PhotoView ask(int wholeBits, List<RegionQuery> regions) {
		return ask(wholeBits, regions, () -> {
			throw new IllegalStateException("must not be asked");
		});
	}

	/** The same, with the regions that the shown picture would be listed with. */
	private PhotoView ask(int wholeBits, List<RegionQuery> regions, Supplier<List<Region>> relisted) {
		return new PhotoView.Regions(Transform.AS_IS, (listed, placement) -> new PhotoView.Shown() {

			@Override
			public Hash256 hash() {
				return near(listed, wholeBits);
			}

			@Override
			public List<Region> regions() {
				return relisted.get();
			}
		}, () -> regions);
	}

	private static List<PhotoMatch> found(HashIndex index, PhotoView... views) throws IOException {
		return index.match(new Query.Photo(List.of(views)), MatchOptions.DEFAULT).matches();
	}

	@Test
	void theFirstViewThatBlocksEndsTheLookup() throws IOException {
		Hash256 listed = hash();
		try (HashIndex index = HashIndex.create(folder())) {
			index.add(BANK, List.of(photo("a", listed, List.of())));
			List<PhotoView> views = List.of(new PhotoView.Hashed(Transform.AS_IS, hash(), 100),
					new PhotoView.Hashed(MIRRORED, near(listed, 30), 100));
			Iterable<PhotoView> thenNoMore = () -> new Iterator<>() {
				private int next;

				@Override
				public boolean hasNext() {
					return true;
				}

				@Override
				public PhotoView next() {
					if (next == views.size()) {
						throw new NoSuchElementException("nobody needs a third");
					}
					return views.get(next++);
				}
			};
			MatchResult<PhotoMatch> result = index.match(new Query.Photo(thenNoMore), MatchOptions.DEFAULT);
			assertThat(result.matches()).singleElement().satisfies(match -> {
				assertThat(match.id()).isEqualTo("a");
				assertThat(match.how()).isEqualTo(MIRRORED);
				assertThat(match.evidence()).isEqualTo(new Evidence.Hash(30));
			});
			assertThat(result.stats().hashes()).isEqualTo(2);
			assertThat(result.blocks()).isTrue();
		}
	}

	@Test
	void aMatchThatDoesNotCountDoesNotEndTheLookup() throws IOException {
		Hash256 disabled = hash();
		Hash256 listed = hash();
		try (HashIndex index = HashIndex.create(folder())) {
			index.add(BANK, List.of(photo("d", disabled, List.of()), photo("a", listed, List.of())));
			Query.Photo views = new Query.Photo(List.of(new PhotoView.Hashed(Transform.AS_IS, disabled, 100),
					new PhotoView.Hashed(MIRRORED, listed, 100), new PhotoView.Hashed(Transform.AS_IS, hash(), 100)));
			MatchOptions withoutD = MatchOptions.DEFAULT.withEndsAt(match -> match.blocks() && !match.id().equals("d"));

			MatchResult<PhotoMatch> result = index.match(views, withoutD);

			assertThat(result.matches()).extracting(PhotoMatch::id).containsExactly("d", "a");
			assertThat(result.stats().hashes()).isEqualTo(2);
			assertThat(index.match(views, MatchOptions.DEFAULT).matches()).extracting(PhotoMatch::id).containsExactly("d");
		}
	}

	@Test
	void whatIsHarmlessIsToldAndTheLookupGoesOn() throws IOException {
		Hash256 harmless = hash();
		Hash256 listed = hash();
		try (HashIndex index = HashIndex.create(folder())) {
			index.putBank(new Bank("known", 31, 50, Purpose.IGNORE));
			index.add("known", List.of(photo("h", harmless, List.of())));
			index.add(BANK, List.of(photo("a", listed, List.of())));
			List<PhotoMatch> matches = found(index, new PhotoView.Hashed(Transform.AS_IS, harmless, 100),
					new PhotoView.Hashed(MIRRORED, listed, 100));
			assertThat(matches).extracting(PhotoMatch::id).containsExactly("h", "a");
		}
	}

	@Test
	void aViewTooPlainForTheBankIsNoMatch() throws IOException {
		Hash256 listed = hash();
		try (HashIndex index = HashIndex.create(folder())) {
			index.add(BANK, List.of(photo("a", listed, List.of())));
			assertThat(found(index, new PhotoView.Hashed(Transform.AS_IS, listed, 49))).isEmpty();
			assertThat(found(index, new PhotoView.Hashed(Transform.AS_IS, listed, 50))).hasSize(1);
		}
	}

	/** A bug in image code, or a picture that needs too much memory, says nothing about the index. */
	@Test
	void match_photo_callersCodeFails_isThrownAsItIsAndTheIndexIsSound() throws IOException {
		Hash256 listed = hash();
		List<Region> regions = regions(16);
		List<RegionQuery> three = shown(List.of(regions.get(3), regions.get(8), regions.get(14)), 0);
		List<Throwable> faults = List.of(new ArrayIndexOutOfBoundsException("a bug"), new UncheckedIOException(new IOException("the file")),
				new OutOfMemoryError("a large picture"));
		try (HashIndex index = HashIndex.create(folder())) {
			index.add(BANK, List.of(photo("a", listed, regions)));
			for (Throwable fault : faults) {
				Iterable<PhotoView> view = () -> {
					throw raised(fault);
				};
				Iterable<PhotoView> made = List.of(new PhotoView.Regions(Transform.AS_IS, (hash, placement) -> {
					throw new AssertionError("not reached");
				}, () -> {
					throw raised(fault);
				}));
				Iterable<PhotoView> aligned = List.of(new PhotoView.Regions(Transform.AS_IS, (hash, placement) -> {
					throw raised(fault);
				}, () -> three));
				for (Iterable<PhotoView> views : List.of(view, made, aligned)) {
					assertThatThrownBy(() -> index.match(new Query.Photo(views), MatchOptions.DEFAULT)).isSameAs(fault);
				}
			}
			assertThat(found(index, new PhotoView.Hashed(Transform.AS_IS, listed, 100))).hasSize(1);
			assertThat(index.verify().clean()).isTrue();
		}
	}

	private static RuntimeException raised(Throwable fault) {
		if (fault instanceof Error error) {
			throw error;
		}
		throw (RuntimeException) fault;
	}

	@Test
	void photoSearch_seesTheIndexAsItWas() throws IOException {
		Hash256 listed = hash();
		try (HashIndex index = HashIndex.create(folder())) {
			index.add(BANK, List.of(photo("a", listed, List.of())));
			try (PhotoSearch search = index.searchPhoto(MatchOptions.DEFAULT)) {
				index.withdraw(List.of("a"));
				index.erase();
				assertThat(search.look(new PhotoView.Hashed(MIRRORED, hash(), 100))).isTrue();
				assertThat(search.look(new PhotoView.Hashed(Transform.AS_IS, listed, 100))).isFalse();
				assertThat(search.result().matches()).extracting(PhotoMatch::id).containsExactly("a");
			}
			assertThat(found(index, new PhotoView.Hashed(Transform.AS_IS, listed, 100))).isEmpty();
		}
	}

	@Test
	void regionsAreMadeOnlyForAnIndexThatHoldsSome() throws IOException {
		PhotoView never = new PhotoView.Regions(Transform.AS_IS, (listed, placement) -> {
			throw new IllegalStateException("must not be asked");
		}, () -> {
			throw new IllegalStateException("must not be asked");
		});
		try (HashIndex index = HashIndex.create(folder())) {
			index.add(BANK, List.of(photo("a", hash(), List.of())));
			assertThat(found(index, never)).isEmpty();
		}
	}

	@Test
	void match_photo_threeRegionsThatLieAlikeAndTheWhole_match() throws IOException {
		List<Region> regions = regions(16);
		try (HashIndex index = HashIndex.create(folder())) {
			index.add(BANK, List.of(photo("a", hash(), regions), photo("b", hash(), regions(16)), photo("c", hash(), List.of())));
			List<Region> three = List.of(regions.get(3), regions.get(8), regions.get(14));
			assertThat(found(index, ask(28, shown(three, 10)))).as(Seeds.describe(seed)).singleElement().satisfies(match -> {
				assertThat(match.id()).isEqualTo("a");
				assertThat(match.evidence()).isEqualTo(new Evidence.Regions(3, 100, 28, false));
				assertThat(match.how().part()).isEqualTo(Part.INSIDE);
				assertThat(match.how().percent()).isBetween(15, 30);
			});
			assertThat(found(index, ask(shown(three.subList(0, 2), 0)))).as("two").isEmpty();
			assertThat(found(index, ask(shown(three, 21)))).as("codes too far, %s", Seeds.describe(seed)).isEmpty();
			List<RegionQuery> scattered = List.of(shown(three, 0).get(0), query(regions.get(8).code(), regions.get(8).place()),
					shown(three, 0).get(2));
			assertThat(found(index, ask(scattered))).as("one of them elsewhere").isEmpty();
		}
	}

	/** A frame or a template that many pictures share has as many regions as a copy has; the whole picture is another. */
	@Test
	void match_photo_wholeOfAnotherPicture_isNoMatchHoweverManyRegionsAgree() throws IOException {
		List<Region> regions = regions(16);
		try (HashIndex index = HashIndex.create(folder())) {
			index.add(BANK, List.of(photo("a", hash(), regions)));
			List<Region> four = List.of(regions.get(2), regions.get(5), regions.get(9), regions.get(15));
			for (int count : new int[]{3, 4, 16}) {
				List<RegionQuery> upload = shown(regions.subList(0, count), 0);
				assertThat(found(index, ask(28, upload))).hasSize(1);
				assertThat(found(index, ask(88, upload, () -> four))).hasSize(1);
				assertThat(found(index, ask(29, upload, () -> four.subList(0, 3)))).isEmpty();
				assertThat(found(index, ask(29, upload, () -> regions(16)))).as(Seeds.describe(seed)).isEmpty();
				assertThat(found(index, ask(89, upload))).isEmpty();
			}
		}
	}

	/** As forms do: a sample of the kind shows which regions many pictures have, and those point at no picture. */
	@Test
	void match_photo_regionsSharedWithACommonPicture_areNoEvidence() throws IOException {
		List<Region> regions = regions(16);
		List<Region> template = regions.subList(0, 8);
		List<Region> own = regions.subList(8, 16);
		try (HashIndex index = HashIndex.create(folder())) {
			index.putBank(new Bank("samples", 31, 50, Purpose.COMMON));
			index.putBank(new Bank("known", 31, 50, Purpose.IGNORE));
			Hash256 listed = hash();
			index.add(BANK, List.of(photo("a", listed, regions)));
			index.add("known", List.of(photo("harmless", hash(), template)));
			assertThat(found(index, ask(28, shown(template, 4)))).as("a bank to ignore weakens nothing").extracting(PhotoMatch::id)
					.contains("a");
			List<Region> pair = new ArrayList<>(regions(16));
			pair.set(0, template.get(0));
			pair.set(1, template.get(1));
			index.add("samples", List.of(photo("pair", hash(), pair)));
			assertThat(found(index, ask(28, shown(template.subList(0, 4), 4)))).as("two are not enough to be common")
					.extracting(PhotoMatch::id).contains("a");
			index.add("samples", List.of(photo("sample", hash(), template)));
			assertThat(found(index, ask(28, shown(template, 4)))).as(Seeds.describe(seed)).isEmpty();
			assertThat(found(index, ask(28, shown(regions.subList(0, 10), 4)))).as("two beside the template").isEmpty();
			assertThat(found(index, ask(28, shown(regions.subList(0, 11), 4)))).extracting(PhotoMatch::id).containsExactly("a");
			List<RegionQuery> all = shown(regions, 4);
			assertThat(found(index, ask(60, all, () -> template))).as("listed anew, the template alone").isEmpty();
			assertThat(found(index, ask(60, all, () -> own.subList(0, 4)))).extracting(PhotoMatch::id).containsExactly("a");
			assertThat(found(index, new PhotoView.Hashed(Transform.AS_IS, listed, 100))).as("hashes are not weakened").hasSize(1);
			MatchOptions onlyHers = MatchOptions.DEFAULT.withBanks(Set.of(BANK)).withResultCap(10);
			assertThat(index.match(new Query.Photo(List.of(ask(28, shown(template, 4)))), onlyHers).matches())
					.as("whichever banks are asked")
					.isEmpty();
			index.withdraw("samples", List.of("sample"));
			assertThat(found(index, ask(28, shown(template, 4)))).as("until it is withdrawn").extracting(PhotoMatch::id).contains("a");
		}
	}

	@Test
	void match_pictureInABankOfCommonOnes_isNeverAMatch() throws IOException {
		List<Region> regions = regions(16);
		Hash256 sample = hash();
		try (HashIndex index = HashIndex.create(folder())) {
			index.putBank(new Bank("samples", 31, 50, Purpose.COMMON));
			index.add("samples", List.of(photo("sample", sample, regions)));
			assertThat(index.match(sample, MatchOptions.DEFAULT).matches()).isEmpty();
			assertThat(found(index, new PhotoView.Hashed(Transform.AS_IS, sample, 100), ask(0, shown(regions, 0)))).isEmpty();
			assertThat(index.stats().banks()).extracting(bank -> bank.bank().purpose()).contains(Purpose.COMMON);
		}
		try (HashIndex index = HashIndex.openReadOnly(folder())) {
			assertThat(index.match(sample, MatchOptions.DEFAULT).matches()).isEmpty();
		}
	}

	/** Listing anew is expensive, and not needed once something is to be blocked. */
	@Test
	void match_photo_listedTwice_aSureMatchEndsTheLookup() throws IOException {
		List<Region> regions = regions(16);
		Hash256 listed = hash();
		try (HashIndex index = HashIndex.create(folder())) {
			index.add(BANK, List.of(photo("near", near(listed, 60), regions), photo("sure", listed, regions)));
			PhotoView upload = new PhotoView.Regions(Transform.AS_IS, (hash, placement) -> new PhotoView.Shown() {

				@Override
				public Hash256 hash() {
					return listed;
				}

				@Override
				public List<Region> regions() {
					throw new IllegalStateException("must not be asked");
				}
			}, () -> shown(regions, 0));
			assertThat(found(index, upload)).extracting(PhotoMatch::id).containsExactly("sure");
		}
	}

	/** As a record of a frame does: it has the regions, and the pictures in it have nothing in common. */
	@Test
	void match_photo_recordThatMatchesUnlikeUploads_isHeldBackAndSaysSo() throws IOException {
		List<Region> regions = regions(16);
		Hash256 listed = hash();
		try (HashIndex index = HashIndex.create(folder())) {
			index.add(BANK, List.of(photo("frame", listed, regions)));
			MatchResult<PhotoMatch> result = MatchResult.none();
			for (int upload = 0; upload < 8; upload++) {
				assertThat(index.heldBack()).isEmpty();
				result = index.match(new Query.Photo(List.of(ask(80, shown(regions, 0), () -> regions))), MatchOptions.DEFAULT);
				assertThat(result.blocks()).as("upload %d, %s", upload, Seeds.describe(seed)).isEqualTo(upload < 7);
			}
			assertThat(result.matches()).singleElement().satisfies(match -> assertThat(match.isHeldBack()).isTrue());
			assertThat(result.isUndecided()).as("not said to be harmless").isTrue();
			assertThat(index.heldBack()).containsExactly(new HeldBack(BANK, "frame", 8, 8));
			MatchResult<PhotoMatch> byHash = index.match(new Query.Photo(
					List.of(ask(80, shown(regions, 0), () -> regions), new PhotoView.Hashed(Transform.AS_IS, listed, 100))),
					MatchOptions.DEFAULT);
			assertThat(byHash.blocks()).as("by its hash it matches as before").isTrue();
			assertThat(byHash.matches()).singleElement().satisfies(match -> assertThat(match.evidence()).isEqualTo(new Evidence.Hash(0)));
			index.release(BANK, "frame");
			assertThat(index.match(new Query.Photo(List.of(ask(80, shown(regions, 0), () -> regions))), MatchOptions.DEFAULT).blocks())
					.isTrue();
			assertThat(index.withdrawHash(listed)).isEqualTo(1);
			index.add(BANK, List.of(photo("frame", hash(), regions)));
			for (int upload = 0; upload < 8; upload++) {
				index.match(new Query.Photo(List.of(ask(80, shown(regions, 0), () -> regions))), MatchOptions.DEFAULT);
			}
			assertThat(index.heldBack()).as("a release is gone with its record").hasSize(1);
			assertThat(index.withdraw(List.of("frame"))).isEqualTo(1);
			assertThat(index.heldBack()).isEmpty();
		}
	}

	@Test
	void match_photo_moreToListAnewThanTheBudgetAllows_answerIsNotComplete() throws IOException {
		List<Region> regions = regions(16);
		int[] relisted = new int[1];
		try (HashIndex index = HashIndex.create(folder())) {
			List<HashRecord> flood = new ArrayList<>();
			for (int i = 0; i < 100; i++) {
				flood.add(photo(null, hash(), regions));
			}
			index.add(BANK, flood);
			MatchResult<PhotoMatch> result = index.match(new Query.Photo(List.of(ask(80, shown(regions, 0), () -> {
				relisted[0]++;
				return List.of();
			}))), MatchOptions.DEFAULT);
			assertThat(result.matches()).isEmpty();
			assertThat(result.complete()).isFalse();
			assertThat(relisted[0]).isBetween(2, 20);
		}
	}

	@Test
	void match_photo_placement_saysWhereTheListedPictureLies() throws IOException {
		List<Region> regions = regions(16);
		try (HashIndex index = HashIndex.create(folder())) {
			Hash256 listed = hash();
			index.add(BANK, List.of(photo("before", hash(), List.of()), photo("a", listed, regions)));
			List<PhotoView.Placement> asked = new ArrayList<>();
			PhotoView.Shown far = new PhotoView.Shown() {

				@Override
				public Hash256 hash() {
					return listed.complement();
				}

				@Override
				public List<Region> regions() {
					return List.of();
				}
			};
			index.match(new Query.Photo(List.of(new PhotoView.Regions(Transform.AS_IS, (hash, placement) -> {
				assertThat(hash).isEqualTo(listed);
				asked.add(placement);
				return far;
			}, () -> shown(regions, 3)))), MatchOptions.DEFAULT);
			assertThat(asked).singleElement().satisfies(placement -> {
				assertThat(placement.scale()).isBetween(0.45, 0.55);
				assertThat(placement.angle()).isBetween(-0.1, 0.1);
				assertThat(placement.x()).isBetween(0.08, 0.12);
				assertThat(placement.y()).isBetween(-0.22, -0.18);
			});
		}
	}

	@Test
	void aPhotoIsCountedOnceAndItsRegionsApart() throws IOException {
		try (HashIndex index = HashIndex.create(folder())) {
			index.add(BANK, List.of(photo("a", hash(), regions(16)), photo(null, hash(), regions(4)), photo("c", hash(), List.of())));
			IndexStats stats = index.stats();
			assertThat(stats.media()).isEqualTo(3);
			assertThat(stats.records()).isEqualTo(3);
			assertThat(stats.regions()).isEqualTo(20);
			assertThat(stats.banks().getFirst().records()).isEqualTo(3);
			assertThat(index.verify().records()).isEqualTo(3);
			assertThat(index.verify().faults()).isEmpty();
		}
	}

	@Test
	void match_photo_banksRules_holdForRegions() throws IOException {
		List<Region> regions = regions(16);
		try (HashIndex index = HashIndex.create(folder())) {
			index.putBank(new Bank("strict", 10, 50, Purpose.BLOCK));
			index.putBank(new Bank("wide", 60, 50, Purpose.BLOCK));
			index.add("strict", List.of(photo("s", hash(), regions)));
			index.add("wide", List.of(photo("w", hash(), regions)));
			index.add(BANK, List.of(
					new HashRecord("plain", hash(), 49, MediaKind.PHOTO, null, null).withRegions(new RegionSet(regions, false))));
			int strictest = 88 * 10 / 31;
			assertThat(found(index, ask(strictest, shown(regions, 2)))).extracting(PhotoMatch::id).containsExactlyInAnyOrder("s", "w");
			assertThat(found(index, ask(strictest + 1, shown(regions, 2), () -> regions))).extracting(PhotoMatch::id).containsExactly("w");
			assertThat(index.match(new Query.Photo(List.of(ask(shown(regions, 3)))), MatchOptions.DEFAULT.withBanks(Set.of("strict")))
					.matches())
					.extracting(PhotoMatch::id).containsExactly("s");
		}
	}

	@Test
	void match_photo_budgetSpent_answerIsNotComplete() throws IOException {
		List<Region> regions = regions(16);
		try (HashIndex index = HashIndex.create(folder())) {
			List<HashRecord> flood = new ArrayList<>();
			for (int i = 0; i < 2_000; i++) {
				flood.add(photo(null, hash(), regions));
			}
			index.add(BANK, flood);
			MatchResult<PhotoMatch> result = index.match(new Query.Photo(List.of(ask(200, shown(regions, 5)))), MatchOptions.DEFAULT);
			assertThat(result.matches()).isEmpty();
			assertThat(result.complete()).as("what was not looked at is never said to be no match").isFalse();
			assertThat(index.match(new Query.Photo(List.of(ask(200, shown(regions(16), 5)))), MatchOptions.DEFAULT).complete()).isTrue();
		}
	}

	@Test
	void export_regions_comeBackWithTheirConsent() throws IOException {
		List<Region> regions = regions(16);
		HashRecord passedOn = new HashRecord("a", hash(), 100, MediaKind.PHOTO, BANK, null).withRegions(new RegionSet(regions, true));
		HashRecord kept = new HashRecord("b", hash(), 60, MediaKind.PHOTO, BANK, null).withRegions(new RegionSet(regions(4), false));
		HashRecord gone = new HashRecord("c", hash(), 100, MediaKind.PHOTO, BANK, null);
		try (HashIndex index = HashIndex.create(folder())) {
			index.putBank(new Bank("other", 31, 50, Purpose.BLOCK));
			index.add(BANK, List.of(passedOn, kept, gone));
			index.add("other", List.of(new HashRecord("d", hash(), 100, MediaKind.PHOTO, null, null)));
			index.withdraw(List.of("c"));
			List<MediaRecord> exported = new ArrayList<>();
			index.export(Set.of(BANK), exported::add);
			assertThat(exported).containsExactly(passedOn, kept);
		}
	}

	@Test
	void withdrawnByIdAPhotoAndItsRegionsNeverMatchAgain() throws IOException {
		List<Region> regions = regions(16);
		Hash256 listed = hash();
		try (HashIndex index = HashIndex.create(folder())) {
			index.add(BANK, List.of(photo("a", listed, regions), photo("b", hash(), regions(16))));
			assertThat(index.withdraw(List.of("a"))).isEqualTo(1);
			assertThat(found(index, new PhotoView.Hashed(Transform.AS_IS, listed, 100), ask(shown(regions, 0)))).isEmpty();
			assertThat(index.stats().regions()).isEqualTo(16);
			assertThat(index.verify().faults()).isEmpty();
		}
	}

	@Test
	void withdrawnByHashAPhotoLosesItsRegionsToo() throws IOException {
		List<Region> regions = regions(16);
		Hash256 listed = hash();
		try (HashIndex index = HashIndex.create(folder())) {
			index.add(BANK, List.of(photo(null, listed, regions), photo(null, listed, regions), photo("b", hash(), regions(16))));
			assertThat(index.withdrawHash(listed)).isEqualTo(2);
			assertThat(found(index, ask(shown(regions, 0)))).isEmpty();
			assertThat(index.stats().regions()).isEqualTo(16);
			assertThat(index.verify().faults()).isEmpty();
		}
	}

	@Test
	void regionsLastThroughClosingMergingAndCopying() throws IOException {
		List<Region> regions = regions(16);
		Path copy = temporary.resolve("copy");
		try (HashIndex index = HashIndex.create(folder())) {
			index.add(BANK, List.of(photo("a", hash(), regions)));
			index.add(BANK, List.of(photo("b", hash(), regions(16))));
			index.compact();
			index.snapshot(copy);
		}
		for (Path place : List.of(folder(), copy)) {
			try (HashIndex index = HashIndex.openReadOnly(place)) {
				assertThat(found(index, ask(shown(regions, 8)))).extracting(PhotoMatch::id).containsExactly("a");
			}
		}
	}

	@Test
	void regionsWithdrawnAreErasedFromEveryFile() throws IOException {
		List<Region> regions = regions(16);
		try (HashIndex index = HashIndex.create(folder(), IndexOptions.DEFAULT.withErasureTime(Duration.ofHours(1)))) {
			List<HashRecord> others = new ArrayList<>();
			for (int i = 0; i < 40; i++) {
				others.add(photo("other-" + i, hash(), regions(16)));
			}
			index.add(BANK, others);
			Hash256 listed = hash();
			index.add(BANK, List.of(photo("her-picture-0815", listed, regions)));
			index.compact();
			FileSearch search = new FileSearch(listed, "her-picture-0815");
			assertThat(holdsCode(regions.get(7))).as("it is found while it is there, %s", Seeds.describe(seed)).isTrue();
			assertThat(search.idIn(folder())).isTrue();
			index.withdraw(List.of("her-picture-0815"));
			index.erase();
			for (Region region : regions) {
				assertThat(holdsCode(region)).as(Seeds.describe(seed)).isFalse();
			}
			assertThat(search.idIn(folder())).isFalse();
			assertThat(index.verify().faults()).isEmpty();
		}
	}

	/** Whether any file of the index holds the code of a region, in either order of its bytes. */
	private boolean holdsCode(Region region) throws IOException {
		try (Stream<Path> files = Files.list(folder())) {
			for (Path file : files.toList()) {
				ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file));
				for (int at = 0; at + Long.BYTES <= bytes.capacity(); at++) {
					long value = bytes.getLong(at);
					if (value == region.code() || Long.reverseBytes(value) == region.code()) {
						return true;
					}
				}
			}
		}
		return false;
	}
}
