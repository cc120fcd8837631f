package org.hashaven.samples.distortions;

import java.util.ArrayList;
import java.util.List;
import org.hashaven.samples.distortions.Crop.Side;
import org.hashaven.samples.distortions.Story.Ground;
import org.hashaven.samples.distortions.Tilted.Canvas;

/** The fixed distortions of each family. */
final class Catalogue {

	private Catalogue() {
	}

	/** The milder first. */
	static List<Distortion> of(Family family) {
		return switch (family) {
			case FILES -> files();
			case SIZES -> sizes();
			case TONES -> tones();
			case FILTERS -> filters();
			case DETAILS -> details();
			case TEXTS -> texts();
			case STICKERS -> stickers();
			case MOSAICS -> mosaics();
			case BORDERS -> borders();
			case SCREENSHOTS -> screenshots();
			case CHATS -> chats();
			case STORIES -> stories();
			case COLLAGES -> collages();
			case CROPS -> crops();
			case SIDE_CROPS -> sideCrops();
			case TURNS -> turns();
			case TILTS -> tilts();
			case BENDS -> bends();
			case SCREEN_PHOTOS -> screenPhotos();
			case MIXTURES -> mixtures();
		};
	}

	private static List<Distortion> files() {
		List<Distortion> list = new ArrayList<>();
		for (int quality : new int[]{90, 70, 50, 30, 10}) {
			list.add(jpeg(quality));
		}
		list.add(webp(80));
		list.add(webp(20));
		list.add(new Recoded(Encoded.Format.GIF, 100));
		return list;
	}

	private static List<Distortion> sizes() {
		return List.of(Scaled.percent(75), Scaled.percent(50), Scaled.percent(25), Scaled.percent(200), Scaled.thumbnail(128),
				Scaled.thumbnail(64), Scaled.widened(75), Scaled.widened(133), Reshaped.squeezed(1, 1), Reshaped.squeezed(16, 9));
	}

	private static List<Distortion> tones() {
		return List.of(Tone.brightness(20), Tone.brightness(-20), Tone.contrast(50), Tone.contrast(-50), Tone.gamma(0.5), Tone.gamma(2.0),
				Tone.posterized(6), Tint.grey(), Tint.saturation(50), Tint.saturation(200), Tint.sepia(), Tint.warm(), Tint.cold());
	}

	private static List<Distortion> filters() {
		return List.of(Filter.dusk(), Filter.faded(), Filter.noir(), Filter.sunny(), Filter.film(), Filter.vivid(), Filter.frost());
	}

	private static List<Distortion> details() {
		return List.of(Focus.blurred(3), Focus.blurred(8), MotionBlur.of(1), MotionBlur.of(3), Focus.sharpened(50), Focus.sharpened(200),
				new Noise(10),
				new Noise(30));
	}

	private static List<Distortion> texts() {
		return List.of(Lettering.watermark(30), Lettering.watermark(60), new TiledMark(30), new TiledMark(60), Marks.logo(),
				Marks.dateStamp(),
				Lettering.bigText(8), Lettering.bigText(15), new Meme("meme", 11));
	}

	private static List<Distortion> stickers() {
		return List.of(new Sticker(1), new Sticker(3), new Sticker(10), Emoji.overFaces(1, 3), Emoji.overFaces(3, 3), Emoji.anywhere(3, 1),
				Emoji.anywhere(5, 2), Marks.scribble(), Marks.arrows());
	}

	private static List<Distortion> mosaics() {
		return List.of(new Mosaic(3, false), new Mosaic(10, false), new Mosaic(3, true), new Mosaic(10, true));
	}

	private static List<Distortion> borders() {
		return List.of(Framed.whiteBorder(1), Framed.whiteBorder(5), Framed.blackBorder(5), Mounted.even("coloured-border-10", 10, 0x2a5d8f,
				0x2a5d8f, 0), Mounted.even("gradient-border-15", 15, 0xf06a9b, 0x5b5be0, 0),
				Mounted.even("rounded-border-8", 8, 0xffffff,
						0xffffff, 8),
				new Mounted("unequal-border", 4, 20, 12, 2, 0xe9e2d8, 0xe9e2d8, 0), Mounted.polaroid(),
				Framed.letterbox(10), Framed.letterbox(25), Framed.pillarbox(10), Framed.pillarbox(25),
				new Backing("blurred-sides-9x16", 9, 16, 0.2), new Backing("blurred-sides-1x1", 1, 1, 0.2),
				new Backing("blurred-sides-16x9", 16, 9, 0), CaptionBar.above(20), CaptionBar.below(15));
	}

	private static List<Distortion> screenshots() {
		return List.of(new Screenshot(false), new Screenshot(true),
				new Viewer("screenshot-small", Screen.phone(2, false), 0, true),
				new Viewer("screenshot-tall", Screen.phone(5, true), 0, true),
				new Viewer("screenshot-bare", Screen.phone(6, true), 0, false),
				new Viewer("screenshot-zoomed", Screen.phone(4, true), 0.1, true),
				new Viewer("screenshot-lying", Screen.phone(3, true).lying(), 0, false),
				new Viewer("tablet", Screen.tablet(1, false, false), 0, true),
				new Viewer("tablet-lying", Screen.tablet(1, true, true), 0, true),
				new WebPage("browser-light", Screen.phone(4, false), 0), new WebPage("browser-dark", Screen.phone(6, true), 16),
				new FeedPost("post-light", Screen.phone(6, false), false), new FeedPost("post-dark", Screen.phone(5, true), true));
	}

	private static List<Distortion> chats() {
		return List.of(Chat.common(75, false, false), Chat.common(75, true, true), Chat.common(65, true, false),
				Chat.common(65, false, true), Chat.common(55, false, false), Chat.common(55, true, true));
	}

	private static List<Distortion> stories() {
		return List.of(Story.common("story-gradient", Ground.GRADIENT, 100, 0), Story.common("story-blurred", Ground.BLURRED, 100, 0),
				Story.common("story-small", Ground.COLOUR, 80, 0), Story.common("story-labels", Ground.BLACK, 100, 2),
				Story.common("story-zoomed", Ground.BLACK, 115, 0));
	}

	private static List<Distortion> collages() {
		return List.of(new Collage(false), new Collage(true), Tiles.pair("collage-gap", false, 0.5, 0, 100, 2, 0xffffff),
				Tiles.pair("collage-unequal", false, 0.62, 1, 100, 0, 0), Tiles.pair("collage-unequal-upright", true, 0.6, 0, 100, 1, 0),
				Tiles.pair("split-screen", false, 0.5, 0, 85, 0, 0), Tiles.pair("split-screen-upright", true, 0.5, 1, 85, 0.5, 0xffffff),
				Tiles.three("collage-of-three", 0, 100, 1.5, 0xffffff), Tiles.grid("grid-of-four", 2, 2, 2, 100, 0, 0),
				Tiles.grid("grid-of-four-gap", 2, 2, 1, 100, 1.5, 0xffffff));
	}

	private static List<Distortion> crops() {
		List<Distortion> list = new ArrayList<>();
		for (int percent : new int[]{2, 5, 10, 20}) {
			list.add(Crop.allSides(percent));
		}
		for (int percent : new int[]{5, 10, 20, 30}) {
			list.add(new CropAnywhere(percent));
		}
		return list;
	}

	private static List<Distortion> sideCrops() {
		List<Distortion> list = new ArrayList<>();
		for (Side side : Side.values()) {
			list.add(Crop.oneSide(side, 10));
			list.add(Crop.oneSide(side, 25));
		}
		list.add(new Crop("crop-top-and-bottom-10", 0, 10, 0, 10));
		list.add(new Crop("crop-left-and-top-10", 10, 10, 0, 0));
		list.addAll(List.of(Reshaped.cut(1, 1), Reshaped.cut(4, 5), Reshaped.cut(16, 9)));
		return list;
	}

	static List<Distortion> turns() {
		return List.of(Turned.MIRROR, Turned.FLIP, Turned.ROTATE_90, Turned.ROTATE_180, Turned.ROTATE_270, Turned.TRANSPOSE,
				Turned.ANTITRANSPOSE, Tone.inverted());
	}

	private static List<Distortion> tilts() {
		return List.of(Tilted.by(1), Tilted.by(-1), Tilted.by(3), Tilted.by(5), Tilted.by(-5), Tilted.by(2, Canvas.EXPANDED, 0xffffff),
				Tilted.by(5, Canvas.EXPANDED, 0), Tilted.by(-2, Canvas.INSIDE, 0), Tilted.by(5, Canvas.INSIDE, 0));
	}

	private static List<Distortion> bends() {
		return List.of(new PerspectiveWarp(1), new PerspectiveWarp(3), new PerspectiveWarp(6), new Lens("barrel", 0.06),
				new Lens("pincushion", -0.06),
				new Lens("fisheye", 0.3));
	}

	private static List<Distortion> screenPhotos() {
		return List.of(new ScreenPhoto("screen-photo", 0.6, 0), new ScreenPhoto("screen-photo-bezel", 1.5, 5),
				new ScreenPhoto("screen-photo-near", 1.2, -1.5));
	}

	private static List<Distortion> mixtures() {
		return List.of(
				new Chain("reposted", List.of(jpeg(70), Scaled.percent(50), Tone.brightness(20), Crop.allSides(2), jpeg(50))),
				new Chain("screenshot-again", List.of(new Screenshot(true), jpeg(80), new Screenshot(false))),
				new Chain("screenshot-in-chat", List.of(new Screenshot(false), jpeg(70), Chat.common(75, false, true), jpeg(80))),
				new Chain("chat-screenshot-cut", List.of(Chat.common(75, true, false), new Crop("crop-bars", 0, 12, 0, 9), jpeg(70))),
				new Chain("mirror-crop-5", List.of(Turned.MIRROR, Crop.allSides(5))),
				new Chain("mirror-border", List.of(Turned.MIRROR, Framed.whiteBorder(5), jpeg(60))),
				new Chain("screenshot-sticker", List.of(new Screenshot(true), Emoji.anywhere(2, 1))),
				new Chain("sticker-screenshot", List.of(new Sticker(3), new Viewer("inner", Screen.phone(5, true), 0, true), jpeg(70))),
				new Chain("crop-text-jpeg", List.of(Crop.allSides(5), Lettering.bigText(8), jpeg(50))),
				new Chain("filter-border", List.of(Filter.dusk(), Framed.whiteBorder(5))),
				new Chain("filter-crop-logo", List.of(Filter.sunny(), Crop.sides(0, 4, 4, 3), Marks.logo(), jpeg(70))),
				new Chain("meme-screenshot", List.of(new Meme("inner", 9), new Screenshot(false), jpeg(70))),
				new Chain("rotate-screenshot", List.of(Turned.ROTATE_90, new Screenshot(true))),
				new Chain("collage-screenshot", List.of(new Collage(true), new Screenshot(true), jpeg(80))),
				new Chain("story-mirrored", List.of(Turned.MIRROR, Story.common("inner", Ground.BLURRED, 100, 1), jpeg(60))),
				new Chain("tilt-sticker", List.of(Tilted.by(2), new Sticker(2))),
				new Chain("screen-photo-thumbnail", List.of(new ScreenPhoto("inner", 0.8, 2), Scaled.thumbnail(200), jpeg(60))));
	}

	static Distortion jpeg(int quality) {
		return new Recoded(Encoded.Format.JPEG, quality);
	}

	static Distortion webp(int quality) {
		return new Recoded(Encoded.Format.WEBP, quality);
	}
}
