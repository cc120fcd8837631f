package org.hashaven.samples.distortions;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * All that we do to pictures: a catalogue of fixed distortions, and around it a space of others.
 *
 * <p>
 * The catalogue has round parameters, and whoever builds an engine looks at it while building. The space is for measuring: what is drawn
 * from a seed nobody has tuned for.
 */
public final class Distortions {

	private static final Map<Family, List<Distortion>> CATALOGUE = new EnumMap<>(Family.class);

	static {
		for (Family family : Family.values()) {
			CATALOGUE.put(family, List.copyOf(Catalogue.of(family)));
		}
	}

	private Distortions() {
	}

	/** All fixed ones, family by family, the milder first. */
	public static List<Distortion> catalogue() {
		return CATALOGUE.values().stream().flatMap(List::stream).toList();
	}

	/** The fixed ones of a family. */
	public static List<Distortion> catalogue(Family family) {
		return List.copyOf(CATALOGUE.getOrDefault(family, List.of()));
	}

	/**
	 * The fixed one of this name.
	 *
	 * @throws IllegalArgumentException
	 *             when the catalogue has none
	 */
	public static Distortion named(String name) {
		return CATALOGUE.values().stream().flatMap(List::stream).filter(distortion -> distortion.name().equals(name)).findFirst()
				.orElseThrow(() -> new IllegalArgumentException("the catalogue has no " + name));
	}

	/** One of a family with parameters drawn from a seed; its name tells the main ones, and need not be unique. */
	public static Distortion drawn(Family family, long seed) {
		return ParameterSpace.drawn(family, new RandomDraws(seed));
	}

	/** So many percent cut off each side. */
	public static Distortion crop(double left, double top, double right, double bottom) {
		return Crop.sides(left, top, right, bottom);
	}

	/** Turned against the clock by so many degrees, the canvas kept, its corners black. */
	public static Distortion rotation(double degrees) {
		return Tilted.by(degrees);
	}

	/** Made smaller, so that the longer side has at most so many pixels. */
	public static Distortion atMost(int longSide) {
		return Scaled.thumbnail(longSide);
	}

	/** Several one after the other. */
	public static Distortion chain(String name, Distortion... links) {
		return new Chain(name, Arrays.asList(links));
	}
}
