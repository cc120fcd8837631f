package org.hashaven.samples.pictures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

final class PictureTest {

	private static final Picture RED_GREEN_BLUE_WHITE = Picture.ofRgb(2, 2, new byte[]{-1, 0, 0, 0, -1, 0, 0, 0, -1, -1, -1, -1});

	@Test
	void samplesLieRowByRow() {
		assertThat(RED_GREEN_BLUE_WHITE.sample(1, 0, 1)).isEqualTo(255);
		assertThat(RED_GREEN_BLUE_WHITE.sample(0, 1, 2)).isEqualTo(255);
		assertThat(RED_GREEN_BLUE_WHITE.sample(0, 1, 0)).isZero();
		assertThatThrownBy(() -> RED_GREEN_BLUE_WHITE.sample(2, 0, 0)).isInstanceOf(IndexOutOfBoundsException.class);
	}

	@Test
	void greyWeighsTheColours() {
		assertThat(RED_GREEN_BLUE_WHITE.toGrey().samples()).containsExactly(77, 149, 29, 255);
	}

	@Test
	void greyAndBackGivesEqualChannels() {
		Picture grey = Picture.ofGrey(3, 1, new byte[]{1, 2, -3});
		assertThat(grey.toRgb().samples()).containsExactly(1, 1, 1, 2, 2, 2, -3, -3, -3);
		assertThat(grey.toRgb().toGrey()).isEqualTo(grey);
	}

	@Test
	void sizesAndBytesMustAgree() {
		assertThatThrownBy(() -> Picture.ofRgb(2, 2, new byte[11])).isInstanceOf(IllegalArgumentException.class);
		assertThatThrownBy(() -> Picture.ofGrey(0, 0, new byte[0])).isInstanceOf(IllegalArgumentException.class);
	}

	@Test
	void equalityIsOfMeasuresAndSamples() {
		assertThat(Picture.ofGrey(1, 2, new byte[]{1, 2})).isEqualTo(Picture.ofGrey(1, 2, new byte[]{1, 2}))
				.isNotEqualTo(Picture.ofGrey(2, 1, new byte[]{1, 2})).isNotEqualTo(Picture.ofGrey(1, 2, new byte[]{1, 3}));
	}
}
