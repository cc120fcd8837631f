package org.hashaven.cli.evaluate;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.hashaven.hash.Hash256;
import org.hashaven.image.RgbImage;
import org.hashaven.index.Bank;
import org.hashaven.pdq.PdqHasher;
import org.hashaven.pdq.PdqResult;
import org.hashaven.pdq.PdqWorkspace;
import org.hashaven.samples.distortions.Distortion;
import org.hashaven.samples.distortions.Distortions;
import org.hashaven.samples.pictures.Picture;

/** All that is done to one photograph: each trial's distortions, each looked up by each engine. For any thread. */
final class DistortionRun {

	/** Larger photographs are made this large first, as platforms do; the listed hashes are of the large ones. */
	private static final int LONG_SIDE = 1_600;

	private static final ThreadLocal<PdqWorkspace> WORKSPACES = ThreadLocal.withInitial(PdqWorkspace::new);

	/** One upload: which trial it was of, and what became of it. */
	record Upload(int trial, String distortion, int distanceBits, boolean plain, List<Answer> answers) {
	}

	/** What became of one photograph. */
	record Outcome(List<Upload> uploads, Histogram others) {
	}

	private final List<Trial> trials;
	private final List<Engine> engines;
	private final Photographs photographs;
	private final long seed;
	private final Runnable step;

	/**
	 * @param step
	 *            told after each upload, by any thread
	 */
	DistortionRun(List<Trial> trials, List<Engine> engines, Photographs photographs, long seed, Runnable step) {
		this.trials = trials;
		this.engines = engines;
		this.photographs = photographs;
		this.seed = seed;
		this.step = step;
	}

	Outcome run(int photo) throws IOException {
		Picture picture = Distortions.atMost(LONG_SIDE).apply(picture(photographs.open(photographs.file(photo))), 0);
		List<Upload> uploads = new ArrayList<>();
		Histogram others = new Histogram();
		for (int i = 0; i < trials.size(); i++) {
			Trial trial = trials.get(i);
			for (int time = 0; time < trial.times(); time++) {
				long own = Seeds.mix(seed, photo, trial.name().hashCode(), time);
				Distortion distortion = trial.distortion(own);
				RgbImage upload = image(distortion.apply(picture, Seeds.mix(own, 1)));
				uploads.add(look(i, distortion.name(), photo, upload, others));
				step.run();
			}
		}
		return new Outcome(uploads, others);
	}

	private Upload look(int trial, String distortion, int photo, RgbImage upload, Histogram others) throws IOException {
		PdqResult plain = PdqHasher.hash(upload, WORKSPACES.get());
		Hash256 hash = plain.hash();
		for (int i = 0; i < photographs.count(); i++) {
			if (i != photo) {
				others.add(hash.distance(photographs.hash(i)));
			}
		}
		List<Answer> answers = new ArrayList<>();
		for (Engine engine : engines) {
			answers.add(engine.look(upload));
		}
		return new Upload(trial, distortion, hash.distance(photographs.hash(photo)),
				plain.quality() < Bank.DEFAULT_QUALITY_FLOOR, answers);
	}

	private static Picture picture(RgbImage image) {
		return image.channels() == 1
				? Picture.ofGrey(image.width(), image.height(), image.samples())
				: Picture.ofRgb(image.width(), image.height(), image.samples());
	}

	private static RgbImage image(Picture picture) {
		return picture.channels() == 1
				? RgbImage.ofGrey(picture.width(), picture.height(), picture.samples())
				: RgbImage.ofRgb(picture.width(), picture.height(), picture.samples());
	}
}
