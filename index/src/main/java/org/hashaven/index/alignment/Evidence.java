package org.hashaven.index.alignment;

/**
 * How much a set of pairs says: its distinct scenes, each by its rarity. Pairs come and go in any order.
 *
 * <p>
 * It is the smaller of two sums: over the different scenes of the query, each by its weight, and over the different scenes of the media,
 * one each. A camera that stands still on either side is one scene, however many frames pair up.
 */
final class Evidence {

	private final Frames query;
	private final Frames media;
	private final double[] sceneWeights;
	private final int[] pairsOfQueryScene;
	private final int[] pairsOfMediaScene;
	private double querySum;
	private int mediaCount;
	private int pairs;

	/**
	 * @param sceneWeights
	 *            of the query's scenes, by their rarity, 0..1
	 */
	Evidence(Frames query, double[] sceneWeights, Frames media) {
		this.query = query;
		this.sceneWeights = sceneWeights;
		this.media = media;
		pairsOfQueryScene = new int[query.sceneCount()];
		pairsOfMediaScene = new int[media.sceneCount()];
	}

	void add(int queryFrame, int mediaFrame) {
		pairs++;
		int queryScene = query.scene(queryFrame);
		if (pairsOfQueryScene[queryScene]++ == 0) {
			querySum += sceneWeights[queryScene];
		}
		if (pairsOfMediaScene[media.scene(mediaFrame)]++ == 0) {
			mediaCount++;
		}
	}

	void addAll(Pairs pairs) {
		for (int pair = 0; pair < pairs.size(); pair++) {
			add(pairs.query(pair), pairs.media(pair));
		}
	}

	void remove(int queryFrame, int mediaFrame) {
		pairs--;
		int queryScene = query.scene(queryFrame);
		if (--pairsOfQueryScene[queryScene] == 0) {
			querySum -= sceneWeights[queryScene];
		}
		if (--pairsOfMediaScene[media.scene(mediaFrame)] == 0) {
			mediaCount--;
		}
	}

	/** How many pairs are in. */
	int pairs() {
		return pairs;
	}

	/** What the pairs that are in say together. */
	double value() {
		return Math.min(querySum, mediaCount);
	}
}
