package org.hashaven.index;

import java.util.Comparator;

/**
 * A record that is held back: its regions matched uploads that are unlike each other, as those of a frame or a form do. It blocks nothing
 * by its regions until a person has looked at it and {@linkplain HashIndex#release released} or withdrawn it; by its hash it matches as
 * before.
 *
 * @param bank
 *            the name of its bank
 * @param id
 *            its id
 * @param uploads
 *            how many uploads its regions matched before it was held back, since the index was opened
 * @param unlike
 *            how many of them are unlike each other
 */
public record HeldBack(String bank, String id, long uploads, int unlike) implements Comparable<HeldBack> {

	private static final Comparator<HeldBack> ORDER = Comparator.comparing(HeldBack::bank).thenComparing(HeldBack::id)
			.thenComparingLong(HeldBack::uploads).thenComparingInt(HeldBack::unlike);

	@Override
	public int compareTo(HeldBack other) {
		return ORDER.compare(this, other);
	}
}
