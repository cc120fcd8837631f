package org.hashaven.benchmarks.leak;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.hashaven.benchmarks.leak.PatchPredictor.Example;
import org.hashaven.hash.Region;

/** One who holds a list, knows the code, and draws pictures from what is listed. */
final class Attacker {

	/** Of the prior that nothing is learned for: about what photographs have. */
	private static final double POWER = 1.5;

	private static final int CHAINS = 2;

	private final String name;
	private final PictureModel model;
	private final boolean isMean;
	private final Map<Listing, PatchPredictor> predictors = new EnumMap<>(Listing.class);

	private Attacker(String name, PictureModel model, boolean isMean) {
		this.name = name;
		this.model = model;
		this.isMean = isMean;
	}

	/** Returns the attacker who has no other photographs. */
	static Attacker untrained() {
		return new Attacker("1/f prior, likeliest picture", PictureModel.untrained(Prior.ofPower(POWER)), false);
	}

	/** Returns those who learn from photographs, and the one who does not. */
	static List<Attacker> all(List<Photo> photos) {
		ModelTrainer trainer = new ModelTrainer(photos);
		PictureModel model = trainer.model(trainer.examples(Listing.REGIONS));
		Attacker likeliest = new Attacker("learned, likeliest picture", model, false);
		Attacker mean = new Attacker("learned, mean of pictures", model, true);
		Attacker nearest = new Attacker("learned, nearest patches, mean", model, true);
		PatchPredictor ofPlace = new RidgePredictor(trainer.examples(Listing.PLACES), false);
		for (Attacker attacker : List.of(likeliest, mean, nearest)) {
			attacker.predictors.put(Listing.PLACES, ofPlace);
			attacker.predictors.put(Listing.PLAIN, ofPlace);
		}
		for (Listing listing : List.of(Listing.REGIONS, Listing.AXES)) {
			List<Example> examples = trainer.examples(listing);
			likeliest.predictors.put(listing, new RidgePredictor(examples, true));
			mean.predictors.put(listing, likeliest.predictor(listing));
			nearest.predictors.put(listing, new NearestPredictor(examples));
		}
		return List.of(untrained(), likeliest, mean, nearest);
	}

	private PatchPredictor predictor(Listing listing) {
		return predictors.getOrDefault(listing, PatchPredictor.NONE);
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
		Region region = listing.listed((listing == Listing.PLAIN ? photo.plain() : photo.regions()).get(number));
		double size = region.place().size();
		List<Likelihood.Factor> factors = new ArrayList<>();
		if (listing == Listing.PLAIN) {
			factors.add(new Likelihood.PlainSigns(region.code()));
		} else if (listing != Listing.PLACES) {
			factors.add(new Likelihood.ProductSigns(region.code(), size, model));
		}
		predictor(listing).predict(region).ifPresent(factors::add);
		return new Likelihood.OfPatch(new Patch(region.place(), photo.aspect(), Dct.SIDE, Dct.SIDE), model.scales(size), factors);
	}
}
