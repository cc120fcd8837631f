package org.hashaven.video;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.hashaven.hash.FrameHash;
import org.hashaven.hash.Hash256;
import org.hashaven.hash.VideoView;
import org.hashaven.hash.VideoView.Turning;
import org.hashaven.pdq.Dihedral;

/** The frames kept of one video, in all the ways to see it. */
final class FrameViews {

	/** The hashes of one frame in some forms, the plain one among them, and their quality. */
	record Hashes(Map<Dihedral, Hash256> forms, int quality) {

		Hash256 plain() {
			return Objects.requireNonNull(forms.get(Dihedral.ORIGINAL));
		}
	}

	private static final List<Dihedral> LIKELIEST_FIRST = List.of(Dihedral.ORIGINAL, Dihedral.FLIP_Y, Dihedral.ROTATE180,
			Dihedral.ROTATE90, Dihedral.ROTATE270, Dihedral.FLIP_X, Dihedral.FLIP_PLUS1, Dihedral.FLIP_MINUS1);

	private final List<FrameHash> frames = new ArrayList<>();
	private final List<Integer> numbers = new ArrayList<>();
	private final Map<Dihedral, List<FrameHash>> asTheyAre = new EnumMap<>(Dihedral.class);
	private final Map<Dihedral, List<FrameHash>> bordersCut = new EnumMap<>(Dihedral.class);

	/** Adds a frame as it is. */
	void add(int number, int timeMs, Hashes hashes) {
		add(number, timeMs, hashes, asTheyAre);
	}

	/** Adds what lies within the borders of the frame that was added last. */
	void addCut(int number, int timeMs, Hashes hashes) {
		add(number, timeMs, hashes, bordersCut);
	}

	private void add(int number, int timeMs, Hashes hashes, Map<Dihedral, List<FrameHash>> to) {
		hashes.forms().forEach((form, hash) -> {
			FrameHash frame = new FrameHash(timeMs, hash, hashes.quality());
			to.computeIfAbsent(form, any -> new ArrayList<>()).add(frame);
			if (form == Dihedral.ORIGINAL) {
				frames.add(frame);
				numbers.add(number);
			}
		});
	}

	/** The frames as they are and cut, in the order of their times. */
	List<FrameHash> frames() {
		return frames;
	}

	/** For each of them, which of the decoded frames it was. */
	List<Integer> numbers() {
		return numbers;
	}

	/** The ways to see the video, the likeliest first. */
	List<VideoView> views() {
		List<VideoView> views = new ArrayList<>();
		for (Dihedral form : LIKELIEST_FIRST) {
			addView(form, false, asTheyAre, views);
			addView(form, true, bordersCut, views);
		}
		return views;
	}

	private static void addView(Dihedral form, boolean cut, Map<Dihedral, List<FrameHash>> from, List<VideoView> views) {
		List<FrameHash> seen = from.get(form);
		if (seen != null) {
			views.add(new VideoView(new VideoView.How(turning(form), cut), seen));
		}
	}

	private static Turning turning(Dihedral form) {
		return switch (form) {
			case ORIGINAL -> Turning.NONE;
			case FLIP_Y -> Turning.MIRRORED;
			case ROTATE180 -> Turning.UPSIDE_DOWN;
			case ROTATE90, ROTATE270 -> Turning.QUARTER_TURN;
			case FLIP_X -> Turning.MIRRORED_UPSIDE_DOWN;
			case FLIP_PLUS1, FLIP_MINUS1 -> Turning.MIRRORED_QUARTER_TURN;
		};
	}
}
