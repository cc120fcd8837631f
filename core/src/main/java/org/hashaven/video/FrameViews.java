package org.hashaven.video;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.hashaven.hash.FrameHash;
import org.hashaven.hash.Hash256;
import org.hashaven.hash.VideoView;

/** The frames kept of one video, in all the ways to see it. */
final class FrameViews {

	/** The hashes of one frame in some forms, the plain one among them, and their quality. */
	record Hashes(Map<Form, Hash256> forms, int quality) {

		Hash256 plain() {
			return Objects.requireNonNull(forms.get(Form.AS_IS));
		}
	}

	private final List<FrameHash> frames = new ArrayList<>();
	private final List<Integer> numbers = new ArrayList<>();
	private final Map<Form, List<FrameHash>> asTheyAre = new EnumMap<>(Form.class);
	private final Map<Form, List<FrameHash>> bordersCut = new EnumMap<>(Form.class);

	/** Adds a frame as it is. */
	void add(int number, int timeMs, Hashes hashes) {
		add(number, timeMs, hashes, asTheyAre);
	}

	/** Adds what lies within the borders of the frame that was added last. */
	void addCut(int number, int timeMs, Hashes hashes) {
		add(number, timeMs, hashes, bordersCut);
	}

	private void add(int number, int timeMs, Hashes hashes, Map<Form, List<FrameHash>> to) {
		hashes.forms().forEach((form, hash) -> {
			FrameHash frame = new FrameHash(timeMs, hash, hashes.quality());
			to.computeIfAbsent(form, any -> new ArrayList<>()).add(frame);
			if (form == Form.AS_IS) {
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
		for (Form form : Form.values()) {
			addView(form, false, asTheyAre, views);
			addView(form, true, bordersCut, views);
		}
		return views;
	}

	private static void addView(Form form, boolean cut, Map<Form, List<FrameHash>> from, List<VideoView> views) {
		List<FrameHash> seen = from.get(form);
		if (seen != null) {
			views.add(new VideoView(new VideoView.How(form.turning(), cut), seen));
		}
	}
}
