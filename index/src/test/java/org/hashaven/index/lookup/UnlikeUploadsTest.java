package org.hashaven.index.lookup;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SplittableRandom;
import org.hashaven.hash.Hash256;
import org.hashaven.index.HeldBack;
import org.hashaven.index.hamming.Hashes;
import org.hashaven.index.record.MediaName;
import org.hashaven.testdata.Seeds;
import org.hashaven.testdata.hashes.HashPopulation;
import org.junit.jupiter.api.Test;

class UnlikeUploadsTest {

	private static final MediaName RECORD = new MediaName("bank", "a");

	private final long seed = Seeds.next();
	private final SplittableRandom random = new SplittableRandom(seed);
	private final UnlikeUploads watch = new UnlikeUploads();

	private long[] words() {
		return new long[]{random.nextLong(), random.nextLong(), random.nextLong(), random.nextLong()};
	}

	private Hash256 stranger() {
		return Hashes.of(words()); // about 128 bits from any other, never as few as 48
	}

	private boolean matchStrangers(int count) {
		boolean held = false;
		for (int i = 0; i < count; i++) {
			held = watch.matched(RECORD, stranger());
		}
		return held;
	}

	@Test
	void matched_unlikeUploads_holdsBackFromTheEighth() {
		assertThat(matchStrangers(7)).isFalse();
		assertThat(watch.heldBack()).isEmpty();
		assertThat(matchStrangers(1)).as(Seeds.describe(seed)).isTrue();
		assertThat(watch.heldBack()).containsExactly(new HeldBack("bank", "a", 8, 8));
		assertThat(watch.matched(new MediaName("other", "a"), stranger())).as("the same id in another bank").isFalse();
	}

	@Test
	void matched_copiesOfOnePicture_neverHoldsBack() {
		long[] picture = words();
		for (int i = 0; i < 1_000; i++) {
			assertThat(watch.matched(RECORD, Hashes.of(HashPopulation.near(picture, random.nextInt(25), random)))).isFalse();
		}
		assertThat(matchStrangers(20)).as("twenty odd ones among a thousand, %s", Seeds.describe(seed)).isFalse();
	}

	/** A poisoned record cannot be hidden behind one picture uploaded again and again. */
	@Test
	void matched_thirtyTwoUnlikeAmongManyAlike_holdsBack() {
		Hash256 picture = stranger();
		for (int i = 0; i < 1_000; i++) {
			watch.matched(RECORD, picture);
		}
		assertThat(matchStrangers(30)).isFalse();
		assertThat(matchStrangers(1)).as(Seeds.describe(seed)).isTrue();
	}

	@Test
	void matched_onceHeldBack_staysSo() {
		matchStrangers(8);
		Hash256 picture = stranger();
		for (int i = 0; i < 100; i++) {
			assertThat(watch.matched(RECORD, picture)).isTrue();
		}
	}

	@Test
	void release_neverHoldsBackAgain() {
		matchStrangers(8);
		watch.release(RECORD);
		assertThat(matchStrangers(100)).isFalse();
		assertThat(watch.heldBack()).isEmpty();
	}

	@Test
	void forget_beginsAnew() {
		matchStrangers(8);
		watch.forget(List.of(RECORD));
		assertThat(watch.heldBack()).isEmpty();
		assertThat(matchStrangers(7)).isFalse();
		assertThat(matchStrangers(1)).isTrue();
		watch.forgetIds(List.of("a"));
		assertThat(matchStrangers(7)).as(Seeds.describe(seed)).isFalse();
	}

	@Test
	void matched_moreRecordsThanAreWatched_forgetsTheOldest() {
		matchStrangers(8);
		for (int i = 0; i < UnlikeUploads.MAX_RECORDS; i++) {
			watch.matched(new MediaName("bank", "other-" + i), stranger());
		}
		assertThat(watch.heldBack()).isEmpty();
	}
}
