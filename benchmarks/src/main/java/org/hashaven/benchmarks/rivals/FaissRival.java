package org.hashaven.benchmarks.rivals;

import java.io.IOException;
import java.util.Arrays;

/** One of Faiss's exact binary indexes, in memory. */
final class FaissRival implements Rival {

	private final FaissProcess faiss;
	private final String index;
	private final int size;

	/**
	 * @param faiss
	 *            where it lives; closed by whoever started it
	 * @param index
	 *            the name the process knows it by
	 * @param size
	 *            number of hashes
	 */
	FaissRival(FaissProcess faiss, String index, int size) {
		this.faiss = faiss;
		this.index = index;
		this.size = size;
	}

	@Override
	public String name() {
		return "faiss-" + index;
	}

	@Override
	public void build(Figures figures) throws IOException {
		String[] words = faiss.request("build " + index).split(" ", -1);
		figures.put(name(), Figures.BUILD_SECONDS, Double.parseDouble(words[0]));
		figures.put(name(), Figures.BYTES_A_RECORD, Double.parseDouble(words[1]) / size);
	}

	@Override
	public Asked ask(int from, int to, double seconds) throws IOException {
		return answers(from, faiss.request("ask " + index + " " + from + " " + to + " " + RADIUS + " " + seconds));
	}

	@Override
	public Asked askTogether(int from, int to) throws IOException {
		return answers(from, faiss.request("together " + index + " " + from + " " + to + " " + RADIUS));
	}

	private Asked answers(int from, String countLine) throws IOException {
		int count = Integer.parseInt(countLine);
		Asked asked = new Asked(from, new double[count], new long[count][]);
		for (int i = 0; i < count; i++) {
			String[] words = faiss.read().strip().split(" ", -1);
			asked.microseconds()[i] = Double.parseDouble(words[0]);
			asked.answers()[i] = Arrays.stream(words).skip(1).mapToLong(FaissRival::packed).sorted().toArray();
		}
		return asked;
	}

	private static long packed(String pair) {
		int colon = pair.indexOf(':');
		return Asked.packed(Integer.parseInt(pair, 0, colon, 10), Integer.parseInt(pair, colon + 1, pair.length(), 10));
	}

	@Override
	public void close() {
		// the process is closed by whoever started it
	}
}
