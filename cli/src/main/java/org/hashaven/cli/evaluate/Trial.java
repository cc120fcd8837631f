package org.hashaven.cli.evaluate;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.hashaven.samples.distortions.Distortion;
import org.hashaven.samples.distortions.Distortions;
import org.hashaven.samples.distortions.Family;
import org.jspecify.annotations.Nullable;

/**
 * One row of the report: a distortion, or all those drawn from a family.
 *
 * @param family
 *            where it belongs
 * @param fixed
 *            the distortion; null for drawn ones
 * @param times
 *            how often each photograph goes through it
 */
public record Trial(Family family, @Nullable Distortion fixed, int times) {

	/** The trials that settings ask for, family by family, the drawn ones last in each. */
	static List<Trial> of(Settings settings) {
		List<Trial> trials = new ArrayList<>();
		for (Family family : Family.values()) {
			boolean whole = settings.only().isEmpty() || settings.only().contains(family.word());
			for (Distortion distortion : Distortions.catalogue(family)) {
				if (whole || settings.only().contains(distortion.name())) {
					trials.add(new Trial(family, distortion, 1));
				}
			}
			if (whole && settings.drawn() > 0) {
				trials.add(new Trial(family, null, settings.drawn()));
			}
		}
		return List.copyOf(trials);
	}

	/** Every word that {@link Settings#only} may have. */
	public static Set<String> words() {
		Set<String> words = new TreeSet<>();
		for (Family family : Family.values()) {
			words.add(family.word());
		}
		Distortions.catalogue().forEach(distortion -> words.add(distortion.name()));
		return words;
	}

	/** Its name; that of a family for drawn ones. */
	public String name() {
		return fixed == null ? family.word() : fixed.name();
	}

	/** Whether its parameters are drawn. */
	public boolean isDrawn() {
		return fixed == null;
	}

	/** The distortion itself. */
	Distortion distortion(long seed) {
		return fixed == null ? Distortions.drawn(family, seed) : fixed;
	}
}
