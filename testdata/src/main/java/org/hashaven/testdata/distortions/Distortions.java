package org.hashaven.testdata.distortions;

import java.util.ArrayList;
import java.util.List;
import org.hashaven.testdata.distortions.Crop.Side;

/** The catalogue of distortions: each family with the parameters we measure by. */
public final class Distortions {

	private static final List<Distortion> CATALOGUE = List.copyOf(all());

	private Distortions() {
	}

	/** All of them, family by family, the milder first. */
	public static List<Distortion> catalogue() {
		return CATALOGUE;
	}

	/**
	 * The one of this name.
	 *
	 * @throws IllegalArgumentException
	 *             when the catalogue has none
	 */
	public static Distortion named(String name) {
		return CATALOGUE.stream().filter(distortion -> distortion.name().equals(name)).findFirst()
				.orElseThrow(() -> new IllegalArgumentException("the catalogue has no " + name));
	}

	private static List<Distortion> all() {
		List<Distortion> all = new ArrayList<>();
		all.addAll(files());
		all.addAll(sizes());
		all.addAll(tones());
		all.addAll(details());
		all.addAll(overlays());
		all.addAll(frames());
		all.addAll(cuts());
		all.addAll(turns());
		return all;
	}

	private static List<Distortion> files() {
		List<Distortion> list = new ArrayList<>();
		for (int quality : new int[]{90, 70, 50, 30, 10}) {
			list.add(new Recoded(Encoded.Format.JPEG, quality));
		}
		list.add(new Recoded(Encoded.Format.WEBP, 80));
		list.add(new Recoded(Encoded.Format.WEBP, 20));
		list.add(new Recoded(Encoded.Format.GIF, 100));
		return list;
	}

	private static List<Distortion> sizes() {
		return List.of(Scaled.percent(75), Scaled.percent(50), Scaled.percent(25), Scaled.percent(200), Scaled.thumbnail(128),
				Scaled.thumbnail(64), Scaled.widened(75), Scaled.widened(133));
	}

	private static List<Distortion> tones() {
		return List.of(Tone.brightness(20), Tone.brightness(-20), Tone.contrast(50), Tone.contrast(-50), Tone.gamma(0.5), Tone.gamma(2.0),
				Tone.posterized(6), Tone.inverted(), Tint.grey(), Tint.saturation(50), Tint.saturation(200), Tint.sepia(), Tint.warm(),
				Tint.cold());
	}

	private static List<Distortion> details() {
		return List.of(Focus.blurred(3), Focus.blurred(8), Focus.sharpened(50), Focus.sharpened(200), new Noise(10), new Noise(30));
	}

	private static List<Distortion> overlays() {
		return List.of(Lettering.watermark(30), Lettering.watermark(60), Lettering.bigText(8), Lettering.bigText(15), new Mosaic(3),
				new Mosaic(10), new Sticker(1), new Sticker(3), new Sticker(10));
	}

	private static List<Distortion> frames() {
		return List.of(Framed.whiteBorder(1), Framed.whiteBorder(5), Framed.blackBorder(5), Framed.letterbox(10), Framed.letterbox(25),
				Framed.pillarbox(10), Framed.pillarbox(25), new CaptionBar(20), new Screenshot(false), new Screenshot(true),
				new Collage(false), new Collage(true));
	}

	private static List<Distortion> cuts() {
		List<Distortion> list = new ArrayList<>();
		for (int percent : new int[]{2, 5, 10, 20}) {
			list.add(Crop.allSides(percent));
		}
		for (Side side : Side.values()) {
			list.add(Crop.oneSide(side, 10));
			list.add(Crop.oneSide(side, 25));
		}
		return list;
	}

	private static List<Distortion> turns() {
		return List.of(new Tilted(1), new Tilted(-1), new Tilted(3), new Tilted(5), new Tilted(-5), new Leaned(1), new Leaned(3),
				Turned.MIRROR,
				Turned.FLIP, Turned.ROTATE_90, Turned.ROTATE_180, Turned.ROTATE_270, Turned.TRANSPOSE, Turned.ANTITRANSPOSE,
				new Chain("reposted",
						List.of(new Recoded(Encoded.Format.JPEG, 70), Scaled.percent(50), Tone.brightness(20), Crop.allSides(2),
								new Recoded(Encoded.Format.JPEG, 50))),
				new Chain("screenshot-again", List.of(new Screenshot(true), new Recoded(Encoded.Format.JPEG, 80), new Screenshot(false))));
	}
}
