package org.hashaven.cli.text;

import org.hashaven.hash.query.PhotoView.Transform;
import org.hashaven.hash.query.PhotoView.Part;
import org.hashaven.hash.query.VideoView;
import org.hashaven.hash.query.VideoView.Turning;

/** What was done to an upload, in words for people. */
public final class TransformText {

	private TransformText() {
	}

	/** The words, parted by commas; none for an upload as it is. */
	public static String of(Transform how, Messages texts) {
		StringBuilder words = new StringBuilder();
		if (how.part() != Part.WHOLE) {
			add(words, texts.get("match.part." + how.part(), how.percent()));
		}
		if (how.turning() != Turning.NONE) {
			add(words, texts.get("match.turning." + how.turning()));
		}
		if (how.isTilted()) {
			add(words, texts.get("match.tilted"));
		}
		if (how.inverted()) {
			add(words, texts.get("match.inverted"));
		}
		return words.toString();
	}

	/** How the pictures of a video were seen; empty as they are. */
	public static String of(VideoView.Transform how, Messages texts) {
		StringBuilder words = new StringBuilder();
		if (how.turning() != Turning.NONE) {
			add(words, texts.get("match.turning." + how.turning()));
		}
		if (how.edges() != VideoView.Edges.AS_THEY_ARE) {
			add(words, texts.get("match.edges." + how.edges()));
		}
		return words.toString();
	}

	private static void add(StringBuilder words, String more) {
		words.append(words.isEmpty() ? "" : ", ").append(more);
	}
}
