package org.hashaven.cli.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.hashaven.samples.distortions.Distortions;
import org.hashaven.samples.distortions.Family;
import org.junit.jupiter.api.Test;

class TrialTest {

	private static List<Trial> trials(int drawn, String... only) {
		return Trial.of(new Settings(0, drawn, 1, 1, Set.of(only)));
	}

	@Test
	void allAreTheCatalogueAndOneOfEachFamily() {
		assertThat(trials(3)).hasSize(Distortions.catalogue().size() + Family.values().length);
		assertThat(trials(3)).filteredOn(Trial::isDrawn).hasSize(Family.values().length).allMatch(trial -> trial.times() == 3);
		assertThat(trials(0)).hasSize(Distortions.catalogue().size()).noneMatch(Trial::isDrawn);
	}

	@Test
	void someAreAskedForByFamilyOrName() {
		List<Trial> some = trials(2, "crops", "mirror");
		assertThat(some).hasSize(Distortions.catalogue(Family.CROPS).size() + 2);
		assertThat(some).extracting(Trial::family).containsOnly(Family.CROPS, Family.TURNS);
		assertThat(some.getLast().name()).isEqualTo("mirror");
		assertThat(Trial.words()).contains("crops", "side-crops", "mirror", "jpeg-10").doesNotContain("crop");
	}

	@Test
	void drawnOnesFollowTheirSeed() {
		Trial drawn = trials(1, "crops").getLast();
		assertThat(drawn.isDrawn()).isTrue();
		assertThat(drawn.distortion(5).name()).isEqualTo(drawn.distortion(5).name()).isNotEqualTo(drawn.distortion(6).name());
		Trial fixed = trials(1, "crop-5").getFirst();
		assertThat(fixed.distortion(5).name()).isEqualTo("crop-5");
	}
}
