package org.hashaven.cli.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.hashaven.hash.Hash256;
import org.hashaven.pdq.PdqHasher;
import org.hashaven.pdq.PdqResult;
import org.junit.jupiter.api.Test;

class DistractorsTest {

	private static Distractors strangers(int count, long seed) {
		return new Distractors(count, seed, done -> {
			// nobody watches
		});
	}

	@Test
	void eachIsHandedOnInOrder() throws IOException {
		List<Integer> steps = new ArrayList<>();
		Distractors strangers = new Distractors(9_000, 1, steps::add);
		List<Integer> numbers = new ArrayList<>();
		strangers.each(number -> number, numbers::add);
		assertThat(numbers).hasSize(9_000).isSorted().doesNotHaveDuplicates();
		assertThat(steps).isSorted().endsWith(9_000);
		assertThat(strangers.count()).isEqualTo(9_000);
	}

	@Test
	void theSeedAndTheNumberMakeThePicture() {
		assertThat(strangers(5, 1).hash(3)).isEqualTo(strangers(9, 1).hash(3)).isNotEqualTo(strangers(5, 2).hash(3))
				.isNotEqualTo(strangers(5, 1).hash(4));
	}

	@Test
	void thePictureHasTheHash() {
		for (int i = 0; i < 20; i++) {
			PdqResult ofPicture = PdqHasher.hash(strangers(20, 7).picture(i, Distractors.SIDE));
			assertThat(ofPicture.hash().distance(strangers(20, 7).hash(i))).isLessThanOrEqualTo(6);
			assertThat(ofPicture.quality()).isGreaterThan(30);
			assertThat(PdqHasher.hash(strangers(20, 7).picture(i, 256)).quality()).isGreaterThan(30);
		}
	}

	@Test
	void theyLieAsFarApartAsPhotographsDo() {
		List<Hash256> hashes = new ArrayList<>();
		for (int i = 0; i < 400; i++) {
			hashes.add(strangers(400, 3).hash(i));
		}
		double sum = 0;
		double squares = 0;
		int pairs = 0;
		for (int i = 0; i < hashes.size(); i++) {
			for (int j = 0; j < i; j++) {
				int distanceBits = hashes.get(i).distance(hashes.get(j));
				sum += distanceBits;
				squares += (double) distanceBits * distanceBits;
				pairs++;
			}
		}
		double mean = sum / pairs;
		assertThat(mean).isBetween(127.0, 129.0);
		// Bits that fall as coins do have exactly 8; photographs a little more.
		assertThat(Math.sqrt(squares / pairs - mean * mean)).isBetween(8.02, 9.5);
	}
}
