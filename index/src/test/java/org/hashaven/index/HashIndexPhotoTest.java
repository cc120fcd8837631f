package org.hashaven.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.SplittableRandom;
import org.hashaven.hash.Hash256;
import org.hashaven.hash.HashRecord;
import org.hashaven.hash.MediaKind;
import org.hashaven.hash.PhotoProbe;
import org.hashaven.hash.PhotoProbe.How;
import org.hashaven.hash.PhotoProbe.Part;
import org.hashaven.hash.Region;
import org.hashaven.hash.RegionPlace;
import org.hashaven.hash.VideoView.Turning;
import org.hashaven.index.PhotoMatch.Evidence;
import org.hashaven.index.hamming.Hashes;
import org.hashaven.testdata.Seeds;
import org.hashaven.testdata.hashes.HashPopulation;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Photos looked up in several ways, and photos listed with regions: found, and gone with all their regions. */
class HashIndexPhotoTest {

	private static final String BANK = Bank.DEFAULT.name();
	private static final How MIRRORED = new How(Part.WHOLE, 100, Turning.MIRRORED, 0, false);

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

	/** So many regions on a grid, each with a hash of its own. */
	private List<Region> regions(int count) {
		List<Region> regions = new ArrayList<>();
		for (int i = 0; i < count; i++) {
			int row = i / 6;
			regions.add(new Region(hash(), new RegionPlace(-0.4 + 0.15 * (i % 6), -0.4 + 0.15 * row, 0.14, 0.5)));
		}
		return regions;
	}

	/** The same in an upload that shows the picture at half its size, each hash so many bits away. */
	private List<Region> shown(List<Region> regions, int distanceBits) {
		return regions.stream().map(region -> new Region(near(region.hash(), distanceBits),
				new RegionPlace(region.place().x() / 2 + 0.1, region.place().y() / 2 - 0.2, region.place().size() / 2, 0.5))).toList();
	}

	private static HashRecord photo(@Nullable String id, Hash256 hash, List<Region> regions) {
		return new HashRecord(id, hash, 100, MediaKind.PHOTO, null, null).withRegions(regions);
	}

	private static PhotoProbe ask(List<Region> regions) {
		return ask(Hash256.ofWords(5, 6, 7, 8), regions);
	}

	private static PhotoProbe ask(Hash256 whole, List<Region> regions) {
		return new PhotoProbe.Regions(How.AS_IS, whole, () -> regions);
	}

	private static List<PhotoMatch> found(HashIndex index, PhotoProbe... probes) throws IOException {
		return index.matchPhoto(List.of(probes), MatchOptions.DEFAULT).matches();
	}

	@Test
	void theFirstViewThatBlocksEndsTheLookup() throws IOException {
		Hash256 listed = hash();
		try (HashIndex index = HashIndex.create(folder())) {
			index.add(BANK, List.of(photo("a", listed, List.of())));
			List<PhotoProbe> views = List.of(new PhotoProbe.View(How.AS_IS, hash(), 100),
					new PhotoProbe.View(MIRRORED, near(listed, 30), 100));
			Iterable<PhotoProbe> thenNoMore = () -> new Iterator<>() {
				private int next;

				@Override
				public boolean hasNext() {
					return true;
				}

				@Override
				public PhotoProbe next() {
					if (next == views.size()) {
						throw new NoSuchElementException("nobody needs a third");
					}
					return views.get(next++);
				}
			};
			PhotoMatchResult result = index.matchPhoto(thenNoMore, MatchOptions.DEFAULT);
			assertThat(result.matches()).singleElement().satisfies(match -> {
				assertThat(match.id()).isEqualTo("a");
				assertThat(match.how()).isEqualTo(MIRRORED);
				assertThat(match.evidence()).isEqualTo(new Evidence.Hash(30));
			});
			assertThat(result.hashes()).isEqualTo(2);
			assertThat(result.blocks()).isTrue();
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
			List<PhotoMatch> matches = found(index, new PhotoProbe.View(How.AS_IS, harmless, 100),
					new PhotoProbe.View(MIRRORED, listed, 100));
			assertThat(matches).extracting(PhotoMatch::id).containsExactly("h", "a");
		}
	}

	@Test
	void aViewTooPlainForTheBankIsNoMatch() throws IOException {
		Hash256 listed = hash();
		try (HashIndex index = HashIndex.create(folder())) {
			index.add(BANK, List.of(photo("a", listed, List.of())));
			assertThat(found(index, new PhotoProbe.View(How.AS_IS, listed, 49))).isEmpty();
			assertThat(found(index, new PhotoProbe.View(How.AS_IS, listed, 50))).hasSize(1);
		}
	}

	@Test
	void regionsAreMadeOnlyForAnIndexThatHoldsSome() throws IOException {
		PhotoProbe never = new PhotoProbe.Regions(How.AS_IS, hash(), () -> {
			throw new IllegalStateException("nobody should ask");
		});
		try (HashIndex index = HashIndex.create(folder())) {
			index.add(BANK, List.of(photo("a", hash(), List.of())));
			assertThat(found(index, never)).isEmpty();
		}
	}

	@Test
	void fourRegionsThatLieAlikeAreAMatchAndThreeAreNone() throws IOException {
		List<Region> regions = regions(31);
		try (HashIndex index = HashIndex.create(folder())) {
			index.add(BANK, List.of(photo("a", hash(), regions), photo("b", hash(), regions(31)), photo("c", hash(), List.of())));
			List<Region> four = List.of(regions.get(3), regions.get(16), regions.get(25), regions.get(29));
			assertThat(found(index, ask(shown(four, 31)))).singleElement().satisfies(match -> {
				assertThat(match.id()).isEqualTo("a");
				assertThat(match.evidence()).isInstanceOfSatisfying(Evidence.Regions.class,
						evidence -> assertThat(evidence.count()).isEqualTo(4));
				assertThat(match.how().part()).isEqualTo(Part.INSIDE);
				assertThat(match.how().percent()).isBetween(15, 30);
			});
			assertThat(found(index, ask(shown(four, 32)))).as("beyond the radius, %s", Seeds.describe(seed)).isEmpty();
			assertThat(found(index, ask(shown(four.subList(0, 3), 0)))).isEmpty();
			List<Region> scattered = List.of(shown(four, 0).get(0), regions.get(16), shown(four, 0).get(2), shown(four, 0).get(3));
			assertThat(found(index, ask(scattered))).as("one of them elsewhere").isEmpty();
		}
	}

	@Test
	void whereOneIsSaidToBeAllOfTheOtherTheirHashesHaveASay() throws IOException {
		List<Region> regions = regions(31);
		Hash256 listed = hash();
		try (HashIndex index = HashIndex.create(folder())) {
			index.add(BANK, List.of(photo("before", hash(), List.of()), photo("a", listed, regions), photo("after", hash(), regions(31))));
			List<Region> frame = List.of(regions.get(0), regions.get(5), regions.get(24), regions.get(29), regions.get(30));
			assertThat(found(index, ask(near(listed, 72), frame))).as("a frame and a picture much like it").hasSize(1);
			assertThat(found(index, ask(near(listed, 73), frame))).as("the frame of another picture, %s", Seeds.describe(seed)).isEmpty();
			assertThat(found(index, ask(near(listed, 150), regions.subList(0, 11)))).isEmpty();
			assertThat(found(index, ask(near(listed, 150), regions.subList(0, 12)))).as("too many for a frame").hasSize(1);
			assertThat(found(index, ask(near(listed, 150), shown(frame, 0)))).as("a part of the upload").hasSize(1);
		}
	}

	@Test
	void aRegionIsNoHashOfAPhoto() throws IOException {
		List<Region> regions = regions(31);
		Hash256 listed = hash();
		try (HashIndex index = HashIndex.create(folder())) {
			index.add(BANK, List.of(photo("a", listed, regions)));
			assertThat(index.match(regions.get(5).hash(), MatchOptions.DEFAULT).matches()).isEmpty();
			assertThat(index.idsOf(regions.get(5).hash())).isEmpty();
			assertThat(index.match(listed, MatchOptions.DEFAULT).matches()).extracting(Match::id).containsExactly("a");
			assertThat(index.nearest(listed, 10)).hasSize(1);
		}
	}

	@Test
	void aPhotoIsCountedOnceAndItsRegionsApart() throws IOException {
		try (HashIndex index = HashIndex.create(folder())) {
			index.add(BANK, List.of(photo("a", hash(), regions(31)), photo(null, hash(), regions(4)), photo("c", hash(), List.of())));
			IndexStats stats = index.stats();
			assertThat(stats.media()).isEqualTo(3);
			assertThat(stats.records()).isEqualTo(3);
			assertThat(stats.regions()).isEqualTo(35);
			assertThat(stats.banks().getFirst().records()).isEqualTo(3);
			assertThat(index.verify().records()).isEqualTo(3);
			assertThat(index.verify().faults()).isEmpty();
		}
	}

	@Test
	void banksRulesHoldForRegions() throws IOException {
		List<Region> regions = regions(31);
		try (HashIndex index = HashIndex.create(folder())) {
			index.putBank(new Bank("strict", 10, 50, Purpose.BLOCK));
			index.putBank(new Bank("wide", 60, 50, Purpose.BLOCK));
			index.add("strict", List.of(photo("s", hash(), regions)));
			index.add("wide", List.of(photo("w", hash(), regions)));
			index.add(BANK, List.of(new HashRecord("plain", hash(), 49, MediaKind.PHOTO, null, null).withRegions(regions)));
			assertThat(found(index, ask(shown(regions, 10)))).extracting(PhotoMatch::id).containsExactlyInAnyOrder("s", "w");
			assertThat(found(index, ask(shown(regions, 31)))).extracting(PhotoMatch::id).containsExactly("w");
			assertThat(found(index, ask(shown(regions, 32)))).as("several agree, yet no hit is looser than a single hash").isEmpty();
			assertThat(index.matchPhoto(List.of(ask(shown(regions, 3))), MatchOptions.DEFAULT.withBanks(Set.of("strict"))).matches())
					.extracting(PhotoMatch::id).containsExactly("s");
		}
	}

	@Test
	void withdrawnByIdAPhotoAndItsRegionsNeverMatchAgain() throws IOException {
		List<Region> regions = regions(31);
		Hash256 listed = hash();
		try (HashIndex index = HashIndex.create(folder())) {
			index.add(BANK, List.of(photo("a", listed, regions), photo("b", hash(), regions(31))));
			assertThat(index.withdraw(List.of("a"))).isEqualTo(1);
			assertThat(found(index, new PhotoProbe.View(How.AS_IS, listed, 100), ask(regions))).isEmpty();
			assertThat(index.stats().regions()).isEqualTo(31);
			assertThat(index.verify().faults()).isEmpty();
		}
	}

	@Test
	void withdrawnByHashAPhotoLosesItsRegionsToo() throws IOException {
		List<Region> regions = regions(31);
		Hash256 listed = hash();
		try (HashIndex index = HashIndex.create(folder())) {
			index.add(BANK, List.of(photo(null, listed, regions), photo(null, listed, regions), photo("b", hash(), regions(31))));
			assertThat(index.withdrawHash(listed)).isEqualTo(2);
			assertThat(found(index, ask(regions))).isEmpty();
			assertThat(index.stats().regions()).isEqualTo(31);
			assertThat(index.verify().faults()).isEmpty();
		}
	}

	@Test
	void theSamePhotoAgainHasTheRegionsGivenLast() throws IOException {
		List<Region> first = regions(20);
		List<Region> second = regions(31);
		Hash256 listed = hash();
		try (HashIndex index = HashIndex.create(folder())) {
			index.add(BANK, List.of(photo("a", listed, first)));
			index.add(BANK, List.of(photo("a", listed, second)));
			assertThat(found(index, ask(first))).isEmpty();
			assertThat(found(index, ask(second))).hasSize(1);
			assertThat(index.stats().regions()).isEqualTo(31);
			index.add(BANK, List.of(photo("a", listed, List.of())));
			assertThat(found(index, ask(second))).isEmpty();
			assertThat(index.stats().regions()).isZero();
			assertThat(index.verify().faults()).isEmpty();
		}
	}

	@Test
	void regionsLastThroughClosingMergingAndCopying() throws IOException {
		List<Region> regions = regions(31);
		Path copy = temporary.resolve("copy");
		try (HashIndex index = HashIndex.create(folder())) {
			index.add(BANK, List.of(photo("a", hash(), regions)));
			index.add(BANK, List.of(photo("b", hash(), regions(31))));
			index.compact();
			index.snapshot(copy);
		}
		for (Path place : List.of(folder(), copy)) {
			try (HashIndex index = HashIndex.openReadOnly(place)) {
				assertThat(found(index, ask(shown(regions, 20)))).extracting(PhotoMatch::id).containsExactly("a");
			}
		}
	}

	@Test
	void regionsWithdrawnAreErasedFromEveryFile() throws IOException {
		List<Region> regions = regions(31);
		try (HashIndex index = HashIndex.create(folder(), IndexOptions.DEFAULT.withErasureTime(Duration.ofHours(1)))) {
			List<HashRecord> others = new ArrayList<>();
			for (int i = 0; i < 40; i++) {
				others.add(photo("other-" + i, hash(), regions(31)));
			}
			index.add(BANK, others);
			index.add(BANK, List.of(photo("her-picture-0815", hash(), regions)));
			index.compact();
			FileSearch search = new FileSearch(regions.get(7).hash(), "her-picture-0815");
			assertThat(search.hashIn(folder())).as("it is found while it is there, %s", Seeds.describe(seed)).isTrue();
			assertThat(search.idIn(folder())).isTrue();
			index.withdraw(List.of("her-picture-0815"));
			index.erase();
			for (Region region : regions) {
				assertThat(new FileSearch(region.hash(), "her-picture-0815").hashIn(folder())).as(Seeds.describe(seed)).isFalse();
			}
			assertThat(search.idIn(folder())).isFalse();
			assertThat(index.verify().faults()).isEmpty();
		}
	}

	@Test
	void thousandsOfPhotosWithTheSameRegionsAreAllFound() throws IOException {
		List<Region> regions = regions(31);
		try (HashIndex index = HashIndex.create(folder())) {
			List<HashRecord> same = new ArrayList<>();
			for (int i = 0; i < 2_000; i++) {
				same.add(photo(null, hash(), regions));
			}
			index.add(BANK, same);
			PhotoMatchResult result = index.matchPhoto(List.of(ask(shown(regions, 5))), MatchOptions.DEFAULT);
			assertThat(result.matches()).hasSize(2_000);
			assertThat(result.capped()).isFalse();
			assertThat(index.matchPhoto(List.of(ask(shown(regions, 5))), MatchOptions.DEFAULT.withResultCap(10)))
					.satisfies(cut -> assertThat(cut.matches()).hasSize(10)).satisfies(cut -> assertThat(cut.capped()).isTrue());
		}
	}
}
