package org.hashaven.benchmarks.leak;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.hashaven.benchmarks.leak.PatchPredictor.Example;

/** One who holds a list, knows the code, and draws pictures from what is listed. */
final class Attacker {

	/** Of the prior that nothing is learned for: about what photographs have. */
	private static final double POWER = 1.5;

	private static final int CHAINS = 2;

	/** The trust of those who expect predictions to repeat each other. */
	private static final float CAUTION = 0.5f;

	private final String name;
	private final PictureModel model;
	private final boolean isMean;

	/** See {@link Likelihood.Prediction}. */
	private final float trust;

	private final Map<Listing, PatchPredictor> predictors = new EnumMap<>(Listing.class);

	private Attacker(String name, PictureModel model, boolean isMean, float trust) {
		this.name = name;
		this.model = model;
		this.isMean = isMean;
		this.trust = trust;
	}

	/** Returns the attacker who has no other photographs. Places alone tell this one nothing, nor do directions. */
	static Attacker untrained() {
		Attacker untrained = new Attacker("1/f prior, likeliest picture", PictureModel.untrained(Prior.ofPower(POWER)), false, 1);
		for (Listing listing : List.of(Listing.HASH, Listing.REGIONS, Listing.PLAIN)) {
			untrained.predictors.put(listing, PatchPredictor.NONE);
		}
		return untrained;
	}

	/** Returns those who learn from photographs. */
	static List<Attacker> trained(List<Photo> photos) {
		ModelTrainer trainer = new ModelTrainer(photos);
		List<Example> examples = trainer.examples();
		PictureModel model = trainer.model(examples);
		PatchPredictor ofPlace = new RidgePredictor(examples, false);
		PatchPredictor ofCode = new RidgePredictor(examples, true);
		PatchPredictor nearestCodes = new NearestPredictor(examples);
		Attacker likeliest = new Attacker("learned, likeliest picture", model, false, 1);
		Attacker mean = new Attacker("learned, mean of pictures", model, true, 1);
		Attacker nearest = new Attacker("learned, nearest patches, mean", model, true, 1);
		likeliest.predictors.putAll(Map.of(Listing.HASH, PatchPredictor.NONE, Listing.PLACES, ofPlace, Listing.REGIONS, ofCode));
		mean.predictors.putAll(likeliest.predictors);
		mean.predictors.putAll(Map.of(Listing.WHOLE_DIRECTIONS, ofCode, Listing.PLAIN, ofPlace));
		nearest.predictors.putAll(Map.of(Listing.REGIONS, nearestCodes, Listing.WHOLE_DIRECTIONS, nearestCodes));
		Attacker cautious = new Attacker("learned, cautious mean", model, true, CAUTION);
		Attacker cautiousNearest = new Attacker("nearest patches, cautious mean", model, true, CAUTION);
		cautious.predictors.putAll(Map.of(Listing.PLACES, ofPlace, Listing.REGIONS, ofCode));
		cautiousNearest.predictors.put(Listing.REGIONS, nearestCodes);
		return List.of(likeliest, mean, nearest, cautious, cautiousNearest);
	}

	/** Whether this attacker draws from a listing; others draw the same from it. */
	boolean draws(Listing listing) {
		return predictors.containsKey(listing);
	}

	String name() {
		return name;
	}

	/**
	 * Draws a photo.
	 *
	 * @param regions
	 *            the numbers of those of its regions that are listed
	 * @return 64 × 64, to be brought to any mean and contrast
	 */
	float[] draw(Photo photo, Listing listing, List<Integer> regions) {
		List<Likelihood> likelihoods = new ArrayList<>();
		likelihoods.add(new Likelihood.OfHash(photo.hash(), model));
		if (listing != Listing.HASH) {
			regions.forEach(number -> likelihoods.add(ofPatch(photo, listing, number)));
		}
		Reconstruction reconstruction = new Reconstruction(model.prior(), likelihoods);
		return isMean ? reconstruction.mean(CHAINS) : reconstruction.likeliest();
	}

	private Likelihood ofPatch(Photo photo, Listing listing, int number) {
		KnownRegion region = listing.regions(photo).get(number);
		double size = region.place().size();
		List<Likelihood.Factor> factors = new ArrayList<>();
		if (listing == Listing.PLAIN) {
			factors.add(new Likelihood.PlainSigns(region.code()));
		} else if (listing != Listing.PLACES) {
			factors.add(new Likelihood.ProductSigns(region.code(), size, model));
		}
		predictors.getOrDefault(listing, PatchPredictor.NONE).predict(region).map(prediction -> prediction.withTrust(trust))
				.ifPresent(factors::add);
		Patch patch = new Patch(region.place(), photo.aspect(), Dct.SIDE, Dct.SIDE);
		return new PatchLikelihood(patch, listing.turns(), model.scales(size), factors);
	}
}
