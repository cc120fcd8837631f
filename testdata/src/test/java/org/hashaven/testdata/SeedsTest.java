package org.hashaven.testdata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class SeedsTest {

	private final @Nullable String before = System.getProperty(Seeds.PROPERTY);

	@AfterEach
	void restore() {
		if (before == null) {
			System.clearProperty(Seeds.PROPERTY);
		} else {
			System.setProperty(Seeds.PROPERTY, before);
		}
	}

	@Test
	void freshSeedsDiffer() {
		System.clearProperty(Seeds.PROPERTY);
		assertThat(Seeds.next()).isNotEqualTo(Seeds.next());
	}

	@Test
	void theDescribedPropertyReplaysTheSeed() {
		long seed = Long.MIN_VALUE;
		String[] setting = Seeds.describe(seed).split("-D", 2)[1].split("=", 2);
		System.setProperty(setting[0], setting[1]);
		assertThat(Seeds.next()).isEqualTo(seed);
	}

	@Test
	void aSeedThatIsNoNumberIsRefused() {
		System.setProperty(Seeds.PROPERTY, "seven");
		assertThatThrownBy(Seeds::next).isInstanceOf(IllegalArgumentException.class).hasMessageContaining(Seeds.PROPERTY);
	}
}
