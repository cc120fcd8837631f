package org.hashaven.benchmarks.rivals;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;
import org.hashaven.testdata.hashes.HashPopulation;

/**
 * The files all rivals read: hashes, queries (one half planted at distances 0..31 from a row, the other half at random), and for each query
 * the row it was planted near, four bytes, the most significant first, -1 for none. The same again for the same kind and number.
 *
 * <pre>
 * HashFiles FOLDER RECORDS KIND QUERIES
 * </pre>
 *
 * A program of its own because it holds all hashes in memory, 32 bytes each, and the measurement should not.
 */
public final class HashFiles {

	/** What a query that was planted nowhere has in place of a row. */
	static final int NOWHERE = -1;

	private static final long SEED = 20;
	private static final int PLANTED_DISTANCES = 32;

	private final Path folder;

	HashFiles(Path folder) {
		this.folder = folder;
	}

	/** See the class. */
	public static void main(String[] args) throws IOException {
		int records = Integer.parseInt(args[1]);
		int queries = Integer.parseInt(args[3]);
		new HashFiles(Path.of(args[0])).write(HashPopulation.of(HashPopulation.Kind.valueOf(args[2]), records, SEED), queries);
	}

	private void write(HashPopulation population, int count) throws IOException {
		HashFile.write(hashes(), population.size(), population::hash);
		SplittableRandom random = new SplittableRandom(SEED + 1);
		int[] rows = new int[count];
		HashFile.write(queries(), count, query -> {
			rows[query] = query % 2 == 0 ? random.nextInt(population.size()) : NOWHERE;
			int distanceBits = random.nextInt(PLANTED_DISTANCES);
			return rows[query] == NOWHERE
					? HashPopulation.uniform(random)
					: HashPopulation.near(population.hash(rows[query]), distanceBits, random);
		});
		ByteBuffer planted = ByteBuffer.allocate(count * Integer.BYTES);
		planted.asIntBuffer().put(rows);
		Files.write(planted(), planted.array());
	}

	/** The file of hashes. */
	Path hashes() {
		return folder.resolve("hashes");
	}

	/** The file of queries. */
	Path queries() {
		return folder.resolve("queries");
	}

	private Path planted() {
		return folder.resolve("planted");
	}

	/** The row each query was planted near, or {@link #NOWHERE}. */
	int[] readPlanted() throws IOException {
		ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(planted()));
		int[] rows = new int[bytes.remaining() / Integer.BYTES];
		bytes.asIntBuffer().get(rows);
		return rows;
	}
}
