package org.hashaven.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import org.hashaven.testdata.broken.BrokenPicture;
import org.hashaven.testdata.broken.BrokenPictures;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every picture of the broken corpus is refused, for the right reason, with one plain line. */
class BrokenPicturesTest {

	static List<BrokenPicture> all() {
		return BrokenPictures.all();
	}

	@ParameterizedTest
	@MethodSource("all")
	void isRefusedForItsReason(BrokenPicture broken) {
		ImageException refusal = catchThrowableOfType(ImageException.class, () -> new ImageDecoder().decode(broken.bytes()));
		assertThat(refusal).as(broken.name()).isNotNull();
		assertThat(refusal.reason().name()).as("%s: %s", broken.name(), refusal.getMessage()).isEqualTo(broken.reason());
		assertThat(refusal.getMessage()).as(broken.name()).matches("[A-Z][^\\n\\r]{10,140}\\.");
	}
}
