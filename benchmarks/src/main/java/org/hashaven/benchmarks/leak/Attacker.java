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
	private static final int CHAINS_TO_CHOOSE_FROM = 4;

	/** The trust of those who expect predictions to repeat each other. */
	private static final float CAUTION = 0.5f;

	/**
	 * How closely a region's direction is expected to follow the gradient of its patch; see {@link DirectionLogits}. The value that
	 * explains the photographs learned from best is far higher, but draws worse.
	 */
	private static final double CONCENTRATION = 4;

	private final String name;
	private final PictureModel model;
	private final Method method;

	/** See {@link Likelihood.Prediction}. */
	private final float trust;

	/** {@link #CONCENTRATION}, or 0 for those who do not use the gradient. */
	private final double concentration;

	private final Map<Listing, PatchPredictor> predictors = new EnumMap<>(Listing.class);

	/** See {@link Reconstruction}. */
	private enum Method {
		LIKELIEST, MEAN, MEAN_OF_BEST
	}

	private Attacker(String name, PictureModel model, Method method, float trust, double concentration) {
		this.name = name;
		this.model = model;
		this.method = method;
		this.trust = trust;
		this.concentration = concentration;
	}

	/** Returns the attacker who has no other photographs. Places alone tell this one nothing, nor do directions. */
	static Attacker untrained() {
		return untrained("1/f prior, likeliest picture", 0, Listing.HASH, Listing.REGIONS, Listing.PLAIN);
	}

	/** Returns the attacker who has no other photographs, but knows that a region is turned to where its patch grows lighter. */
	static Attacker untrainedByGradient() {
		return untrained("1/f prior, by gradient, likeliest", CONCENTRATION, Listing.LISTED, Listing.REGIONS);
	}

	private static Attacker untrained(String name, double concentration, Listing... listings) {
		Attacker untrained = new Attacker(name, PictureModel.untrained(Prior.ofPower(POWER)), Method.LIKELIEST, 1, concentration);
		for (Listing listing : listings) {
			untrained.predictors.put(listing, PatchPredictor.NONE);
		}
		return untrained;
	}

	/**
	 * Returns those who learn from photographs. A prediction of luma implies the direction of a region, so those who use the gradient use
	 * no prediction: both together count the direction twice and draw worse.
	 */
	static List<Attacker> trained(List<Photo> photos) {
		ModelTrainer trainer = new ModelTrainer(photos);
		List<Example> examples = trainer.examples();
		PictureModel model = trainer.model(examples);
		PatchPredictor ofPlace = new RidgePredictor(examples, false);
		PatchPredictor ofCode = new RidgePredictor(examples, true);
		PatchPredictor nearestCodes = new NearestPredictor(examples);
		Attacker likeliest = new Attacker("learned, likeliest picture", model, Method.LIKELIEST, 1, 0);
		Attacker mean = new Attacker("learned, mean of pictures", model, Method.MEAN, 1, 0);
		Attacker nearest = new Attacker("learned, nearest patches, mean", model, Method.MEAN, 1, 0);
		likeliest.predictors.putAll(Map.of(Listing.HASH, PatchPredictor.NONE, Listing.PLACES, ofPlace, Listing.REGIONS, ofCode));
		mean.predictors.putAll(likeliest.predictors);
		mean.predictors.putAll(Map.of(Listing.WHOLE_DIRECTIONS, ofCode, Listing.PLAIN, ofPlace));
		nearest.predictors.putAll(Map.of(Listing.REGIONS, nearestCodes, Listing.WHOLE_DIRECTIONS, nearestCodes));
		Attacker cautious = new Attacker("learned, cautious mean", model, Method.MEAN, CAUTION, 0);
		Attacker cautiousNearest = new Attacker("nearest patches, cautious mean", model, Method.MEAN, CAUTION, 0);
		cautious.predictors.putAll(Map.of(Listing.LISTED, ofCode, Listing.PLACES, ofPlace, Listing.REGIONS, ofCode));
		cautiousNearest.predictors.put(Listing.REGIONS, nearestCodes);
		Attacker likeliestByGradient = new Attacker("learned, by gradient, likeliest", model, Method.LIKELIEST, 1, CONCENTRATION);
		Attacker byGradient = new Attacker("learned, by gradient, mean", model, Method.MEAN, 1, CONCENTRATION);
		likeliestByGradient.predictors.put(Listing.LISTED, PatchPredictor.NONE);
		byGradient.predictors.putAll(Map.of(Listing.LISTED, PatchPredictor.NONE, Listing.REGIONS, PatchPredictor.NONE));
		Attacker best = new Attacker("learned, by gradient, best mean", model, Method.MEAN_OF_BEST, 1, CONCENTRATION);
		best.predictors.put(Listing.LISTED, PatchPredictor.NONE);
		return List.of(likeliest, mean, nearest, cautious, cautiousNearest, likeliestByGradient, byGradient, best);
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
		return switch (method) {
			case LIKELIEST -> reconstruction.likeliest();
			case MEAN -> reconstruction.mean(CHAINS);
			case MEAN_OF_BEST -> reconstruction.meanOfBest(CHAINS_TO_CHOOSE_FROM);
		};
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
		DirectionLogits directions = new DirectionLogits(listing.directions(), concentration);
		return new PatchLikelihood(region.place(), photo.aspect(), directions, model.scales(size), factors);
	}
}
