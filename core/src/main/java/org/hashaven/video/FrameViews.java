package org.hashaven.video;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.hashaven.hash.FrameHash;
import org.hashaven.hash.Hash256;
import org.hashaven.hash.Symmetry;
import org.hashaven.hash.query.VideoView;
import org.hashaven.hash.query.VideoView.Edges;
import org.hashaven.video.luma.CropAllowance;

/** The frames kept of one video, in all the ways to see it. */
final class FrameViews {

	/** The hashes of one frame in some forms, the plain one among them, and their quality. */
	record Hashes(Map<Symmetry, Hash256> forms, int quality) {

		Hash256 plain() {
			return Objects.requireNonNull(forms.get(Symmetry.IDENTITY));
		}
	}

	/** Those that a cropped upload is looked up in. */
	static final List<Symmetry> LIKELY = List.of(Symmetry.IDENTITY, Symmetry.FLIP_HORIZONTAL);
	/** The others, the likeliest first. */
	private static final List<Symmetry> UNLIKELY = List.of(Symmetry.ROTATE_180, Symmetry.ROTATE_LEFT, Symmetry.ROTATE_RIGHT,
			Symmetry.FLIP_VERTICAL, Symmetry.TRANSPOSE, Symmetry.TRANSVERSE);

	private final List<FrameHash> frames = new ArrayList<>();
	private final List<Integer> numbers = new ArrayList<>();
	private final Map<CropAllowance, Map<Symmetry, List<FrameHash>>> seen = new EnumMap<>(CropAllowance.class);

	/** Adds a frame. */
	void add(int number, int timeMs, Map<CropAllowance, Hashes> hashes) {
		hashes.forEach((extent, each) -> add(extent, number, timeMs, each));
	}

	private void add(CropAllowance extent, int number, int timeMs, Hashes hashes) {
		hashes.forms().forEach((form, hash) -> {
			FrameHash frame = new FrameHash(timeMs, hash, hashes.quality());
			seen.computeIfAbsent(extent, any -> new EnumMap<>(Symmetry.class)).computeIfAbsent(form, any -> new ArrayList<>()).add(frame);
			if (form == Symmetry.IDENTITY && extent.edges() != Edges.EXTENDED) {
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
		addViews(LIKELY, EnumSet.of(CropAllowance.WHOLE, CropAllowance.CONTENT), views);
		addViews(LIKELY, EnumSet.of(CropAllowance.WIDER, CropAllowance.WIDEST), views);
		addViews(UNLIKELY, EnumSet.allOf(CropAllowance.class), views);
		return views;
	}

	private void addViews(List<Symmetry> forms, Set<CropAllowance> extents, List<VideoView> views) {
		for (Symmetry form : forms) {
			for (CropAllowance extent : extents) {
				List<FrameHash> of = seen.getOrDefault(extent, Map.of()).get(form);
				if (of != null) {
					views.add(new VideoView(new VideoView.Transform(VideoView.Turning.of(form), extent.edges()), of));
				}
			}
		}
	}
}
