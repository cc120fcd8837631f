package org.hashaven.cli.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** Which language is spoken. */
class LanguageTest {

	private static Language choose(Map<String, String> environment, String... arguments) {
		return Language.choose(arguments, environment);
	}

	@Test
	void whatIsAskedForComesFirst() {
		Map<String, String> english = Map.of("LC_ALL", "en_US.UTF-8");
		assertThat(choose(english, "hash", "--lang", "ko", "x.jpg")).isEqualTo(Language.KOREAN);
		assertThat(choose(english, "hash", "--lang=ko")).isEqualTo(Language.KOREAN);
		assertThat(choose(Map.of("LC_ALL", "ko_KR.UTF-8"), "--lang", "en")).isEqualTo(Language.ENGLISH);
	}

	@Test
	void afterTwoDashesAWordIsAName() {
		assertThat(choose(Map.of("LC_ALL", "C"), "hash", "--", "--lang=ko")).isEqualTo(Language.ENGLISH);
	}

	@Test
	void theLocaleIsReadInPosixOrder() {
		assertThat(choose(Map.of("LC_ALL", "ko_KR.UTF-8", "LANG", "en_US.UTF-8"))).isEqualTo(Language.KOREAN);
		assertThat(choose(Map.of("LC_ALL", "", "LC_MESSAGES", "ko_KR", "LANG", "en_US"))).isEqualTo(Language.KOREAN);
		assertThat(choose(Map.of("LC_MESSAGES", "C", "LANG", "ko_KR"))).isEqualTo(Language.ENGLISH);
		assertThat(choose(Map.of("LANG", "ko"))).isEqualTo(Language.KOREAN);
		assertThat(choose(Map.of("HAVEN_LOCALE", "ko_KR.UTF-8", "LC_ALL", "C.UTF-8"))).isEqualTo(Language.KOREAN);
		assertThat(choose(Map.of("LANG", "kok_IN.UTF-8"))).isEqualTo(Language.ENGLISH);
	}
}
