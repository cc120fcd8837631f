package org.hashaven.samples.distortions;

import java.util.ArrayList;
import java.util.List;
import org.hashaven.samples.distortions.Crop.Side;

/** Distortions of each family with parameters left to chance, over the range that people use. */
final class ParameterSpace {

	private ParameterSpace() {
	}

	static Distortion drawn(Family family, RandomDraws chance) {
		return switch (family) {
			case FILES -> file(chance);
			case SIZES -> size(chance);
			case TONES -> tone(chance);
			case FILTERS -> Filter.drawn(chance);
			case DETAILS -> detail(chance);
			case TEXTS -> text(chance);
			case STICKERS -> sticker(chance);
			case MOSAICS -> mosaic(chance);
			case BORDERS -> border(chance);
			case SCREENSHOTS -> screenshot(chance);
			case CHATS -> Chat.drawn(chance);
			case STORIES -> Story.drawn(chance);
			case COLLAGES -> Tiles.drawn(chance);
			case CROPS -> crop(chance);
			case SIDE_CROPS -> sideCrop(chance);
			case TURNS -> turn(chance);
			case TILTS -> Tilted.drawn(chance);
			case BENDS -> bend(chance);
			case SCREEN_PHOTOS -> ScreenPhoto.drawn(chance);
			case MIXTURES -> mixture(chance);
		};
	}

	private static Distortion file(RandomDraws chance) {
		int quality = chance.between(8, 95);
		Distortion once = chance.coin() ? Catalogue.jpeg(quality) : Catalogue.webp(quality);
		return chance.coin() ? once : chain(once, Catalogue.jpeg(chance.between(20, 90)));
	}

	private static Distortion size(RandomDraws chance) {
		return switch (chance.between(0, 2)) {
			case 0 -> Scaled.percent(chance.outside(15, 92, 108, 250));
			case 1 -> Scaled.thumbnail(chance.between(64, 480));
			default -> Scaled.widened(chance.outside(65, 95, 105, 150));
		};
	}

	private static Distortion tone(RandomDraws chance) {
		return switch (chance.between(0, 4)) {
			case 0 -> Tone.brightness((int) chance.either(5, 25));
			case 1 -> Tone.contrast((int) chance.either(10, 60));
			case 2 -> Tone.gamma(chance.outside(45, 85, 120, 220) / 100.0);
			case 3 -> Tint.saturation(chance.outside(0, 80, 120, 250));
			default -> Tone.posterized(chance.between(5, 16));
		};
	}

	private static Distortion detail(RandomDraws chance) {
		return switch (chance.between(0, 3)) {
			case 0 -> Focus.blurred(chance.between(1, 9));
			case 1 -> MotionBlur.of(chance.within(0.4, 3.5));
			case 2 -> Focus.sharpened(chance.between(20, 250));
			default -> new Noise(chance.between(4, 32));
		};
	}

	private static Distortion text(RandomDraws chance) {
		return switch (chance.between(0, 4)) {
			case 0 -> Lettering.watermark(chance.between(15, 70));
			case 1 -> new TiledMark(chance.between(15, 70));
			case 2 -> Lettering.bigText(chance.between(5, 16));
			case 3 -> new Meme("meme-drawn", chance.within(6, 14));
			default -> chance.coin() ? Marks.logo() : Marks.dateStamp();
		};
	}

	private static Distortion sticker(RandomDraws chance) {
		return switch (chance.between(0, 4)) {
			case 0 -> chance.coin() ? Marks.scribble() : Marks.arrows();
			case 1, 2 -> new Sticker(chance.within(2, 12));
			default -> Emoji.drawn(chance);
		};
	}

	private static Distortion mosaic(RandomDraws chance) {
		return new Mosaic(chance.within(2, 12), chance.coin());
	}

	private static Distortion border(RandomDraws chance) {
		return switch (chance.between(0, 5)) {
			case 0 -> CaptionBar.drawn(chance);
			case 1 -> Backing.drawn(chance);
			case 2 -> letterOrPillarbox(chance);
			default -> Mounted.drawn(chance);
		};
	}

	private static Distortion letterOrPillarbox(RandomDraws chance) {
		double percent = chance.within(3, 45);
		boolean above = chance.coin();
		return new Mounted((above ? "letterbox-drawn-" : "pillarbox-drawn-") + RandomDraws.word(percent), above ? 0 : percent,
				above ? percent : 0,
				above ? 0 : percent, above ? percent : 0, 0, 0, 0);
	}

	private static Distortion screenshot(RandomDraws chance) {
		return switch (chance.between(0, 4)) {
			case 0, 1 -> Viewer.drawn(chance, Screen.anyPhone(chance), "screenshot");
			case 2 -> Viewer.drawn(chance, Screen.anyTablet(chance), "tablet");
			case 3 -> WebPage.drawn(chance);
			default -> FeedPost.drawn(chance);
		};
	}

	/** 3 to 22 percent of the width and of the height, at any place. */
	private static Distortion crop(RandomDraws chance) {
		double across = chance.within(3, 22);
		return Crop.drawn(chance, across, chance.coin() ? across : chance.within(3, 22));
	}

	private static Distortion sideCrop(RandomDraws chance) {
		return switch (chance.between(0, 3)) {
			case 0 -> new Reshaped("cut-drawn", chance.between(9, 21), chance.between(9, 16), chance.within(0, 1), false);
			case 1 -> twoSides(chance);
			default -> Crop.oneSide(chance.oneOf(Side.values()), chance.within(3, 28));
		};
	}

	private static Distortion twoSides(RandomDraws chance) {
		double[] sides = new double[4];
		int first = chance.between(0, 3);
		sides[first] = chance.within(3, 15);
		sides[(first + chance.between(1, 3)) % 4] = chance.within(3, 15);
		return Crop.sides(sides[0], sides[1], sides[2], sides[3]);
	}

	/** One of the eight, there is no more. */
	private static Distortion turn(RandomDraws chance) {
		List<Distortion> all = Catalogue.turns();
		return all.get(chance.between(0, all.size() - 1));
	}

	private static Distortion bend(RandomDraws chance) {
		return switch (chance.between(0, 2)) {
			case 0 -> lens(chance.either(0.02, 0.12));
			case 1 -> lens(chance.within(0.1, 0.35));
			default -> new PerspectiveWarp(chance.within(0.5, 6));
		};
	}

	private static Distortion lens(double bend) {
		return new Lens("lens-drawn-" + RandomDraws.word(100 * bend), bend);
	}

	/** Something in or around the picture, something that surrounds it, something with the file; one of them may be missing. */
	private static Distortion mixture(RandomDraws chance) {
		List<Distortion> links = new ArrayList<>();
		if (chance.between(0, 3) > 0) {
			links.add(drawn(
					chance.oneOf(Family.TONES, Family.FILTERS, Family.TEXTS, Family.STICKERS, Family.CROPS, Family.SIDE_CROPS, Family.TURNS,
							Family.TILTS, Family.MOSAICS),
					chance));
		}
		if (links.isEmpty() || chance.between(0, 2) > 0) {
			links.add(drawn(
					chance.oneOf(Family.BORDERS, Family.SCREENSHOTS, Family.SCREENSHOTS, Family.CHATS, Family.STORIES, Family.COLLAGES,
							Family.SCREEN_PHOTOS),
					chance));
		}
		links.add(drawn(chance.oneOf(Family.FILES, Family.SIZES), chance));
		return chain(links.toArray(new Distortion[0]));
	}

	private static Distortion chain(Distortion... links) {
		return new Chain(String.join(".", List.of(links).stream().map(Distortion::name).toList()), List.of(links));
	}
}
