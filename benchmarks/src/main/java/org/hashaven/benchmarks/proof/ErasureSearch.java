package org.hashaven.benchmarks.proof;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.apache.lucene.index.ByteVectorValues;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.FieldInfo;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.MMapDirectory;
import org.hashaven.benchmarks.search.Answers;
import org.hashaven.benchmarks.search.Queries;
import org.hashaven.hash.Hash256;
import org.hashaven.hash.record.HashRecord;
import org.hashaven.index.Bank;
import org.hashaven.index.HashIndex;
import org.hashaven.index.IndexOptions;
import org.hashaven.testdata.hashes.HashPopulation;

/**
 * After a withdrawal and the deadline no file of the index holds the withdrawn hashes. Every file is searched for their words at every
 * byte; every hash of every segment is read, in whatever order its bits are stored, those of withdrawn records too; and the folder has no
 * other files. The same search finds them all beforehand, so it can see.
 *
 * <pre>
 * ErasureSearch [records [withdrawn [seconds [seed]]]]          200000 2000 10
 * </pre>
 */
public final class ErasureSearch {

	private static final String BANK = Bank.DEFAULT.name();
	private static final int SEGMENTS = 4;

	private final Path folder;
	private final Duration erasureTime;
	private final List<long[]> hashes = new ArrayList<>();
	private final long[][] withdrawn;
	private final HashByteScanner needles;
	private final Set<Hash256> withdrawnHashes = new HashSet<>();

	ErasureSearch(Path folder, int records, int withdrawn, Duration erasureTime, long seed) {
		this.folder = folder;
		this.erasureTime = erasureTime;
		this.withdrawn = new long[withdrawn][];
		SplittableRandom random = new SplittableRandom(seed);
		for (int row = 0; row < records; row++) {
			hashes.add(HashPopulation.uniform(random));
		}
		for (int i = 0; i < withdrawn; i++) {
			int row = (int) ((long) i * records / withdrawn);
			this.withdrawn[i] = hashes.get(row);
			withdrawnHashes.add(Queries.of(hashes.get(row)));
		}
		needles = new HashByteScanner(this.withdrawn);
	}

	/** See the class. */
	public static void main(String[] args) throws IOException, InterruptedException {
		Arguments arguments = new Arguments(args);
		int records = arguments.next(200_000);
		int withdrawn = arguments.next(2_000);
		Duration erasureTime = Duration.ofSeconds(arguments.next(10));
		long seed = arguments.seed();
		try (Scratch scratch = new Scratch("erasure")) {
			System.out.println(new ErasureSearch(scratch.resolve("index"), records, withdrawn, erasureTime, seed).run());
		}
	}

	/**
	 * The whole life of an index.
	 *
	 * @return what was found, in a few words
	 * @throws IllegalStateException
	 *             when something is there that must not be, or the search is blind
	 */
	String run() throws IOException, InterruptedException {
		try (HashIndex index = HashIndex.create(folder, IndexOptions.DEFAULT.withErasureTime(erasureTime))) {
			add(index);
			requireSeen("before the withdrawal");
			withdraw(index);
			Thread.sleep(erasureTime);
			requireGone("after the deadline");
			Answers.require(index.stats().records() == hashes.size() - withdrawn.length, "records are lost");
			Answers.require(index.verify().clean(), "verify found faults");
		}
		requireGone("after closing");
		return "%d of %d hashes withdrawn: seen in the files before, in none %s afterwards".formatted(withdrawn.length, hashes.size(),
				erasureTime);
	}

	private void add(HashIndex index) throws IOException {
		int size = hashes.size() / SEGMENTS;
		for (int from = 0; from < hashes.size(); from += size) {
			List<HashRecord> batch = new ArrayList<>();
			for (int row = from; row < Math.min(from + size, hashes.size()); row++) {
				batch.add(HashRecord.ofPhoto(Queries.of(hashes.get(row)), 100).withIdAndBank(Integer.toString(row), BANK));
			}
			index.add(BANK, batch);
		}
	}

	/** One half by id, one half by hash. */
	private void withdraw(HashIndex index) throws IOException {
		List<String> ids = new ArrayList<>();
		for (int i = 0; i < withdrawn.length; i++) {
			if (i % 4 < 2) {
				ids.addAll(index.idsOf(Queries.of(withdrawn[i])));
			} else {
				Answers.require(index.withdrawHash(Queries.of(withdrawn[i])) == 1, "not one record of a hash");
			}
		}
		Answers.require(index.withdraw(ids) == ids.size(), "a record was not there to be withdrawn");
	}

	/** How many words of the withdrawn hashes are in any file. */
	private int searchFiles() throws IOException {
		BitSet found = new BitSet();
		for (Path file : Scratch.indexFiles(folder)) {
			needles.search(Files.readAllBytes(file), found);
		}
		return found.cardinality();
	}

	/** How many of the withdrawn hashes the segments hold, whether or not their documents are marked as deleted. */
	private int readFromSegments() throws IOException {
		int read = 0;
		try (Directory directory = new MMapDirectory(folder); DirectoryReader reader = DirectoryReader.open(directory)) {
			for (LeafReaderContext segment : reader.leaves()) {
				for (FieldInfo field : segment.reader().getFieldInfos()) {
					ByteVectorValues values = field.hasVectorValues() ? segment.reader().getByteVectorValues(field.name) : null;
					for (int ordinal = 0; values != null && ordinal < values.size(); ordinal++) {
						read += withdrawnHashes.contains(Hash256.ofBytes(values.vectorValue(ordinal))) ? 1 : 0;
					}
				}
			}
		}
		return read;
	}

	/** The files in the folder that are none of the index's: what is in them would be read by nobody. */
	private List<String> strayFiles() throws IOException {
		List<String> names = new ArrayList<>();
		Scratch.indexFiles(folder).forEach(file -> names.add(file.getFileName().toString()));
		try (Directory directory = new MMapDirectory(folder)) {
			names.removeAll(SegmentInfos.readLatestCommit(directory).files(true));
		}
		return names;
	}

	private void requireSeen(String when) throws IOException {
		int words = searchFiles();
		Answers.require(words == needles.distinctWords(), "the search is blind " + when + ": it sees " + words + " words");
		Answers.require(readFromSegments() == withdrawn.length, "not all were written " + when);
	}

	private void requireGone(String when) throws IOException {
		int words = searchFiles();
		Answers.require(words == 0, words + " words are there " + when);
		Answers.require(readFromSegments() == 0, "hashes are there " + when);
		Answers.require(strayFiles().isEmpty(), strayFiles() + " are there " + when);
	}
}
