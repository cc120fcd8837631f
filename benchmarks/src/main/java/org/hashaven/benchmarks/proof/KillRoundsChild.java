package org.hashaven.benchmarks.proof;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.hashaven.benchmarks.search.Queries;
import org.hashaven.hash.FrameHash;
import org.hashaven.hash.Hash256;
import org.hashaven.hash.record.HashRecord;
import org.hashaven.hash.Region;
import org.hashaven.hash.RegionGeometry;
import org.hashaven.hash.RegionSet;
import org.hashaven.hash.record.VideoRecord;
import org.hashaven.index.Bank;
import org.hashaven.index.HashIndex;
import org.hashaven.index.IndexOptions;
import org.hashaven.index.Purpose;
import org.hashaven.testdata.hashes.HashPopulation;

/**
 * The process that gets killed: changes an index from several threads until it ends, and says on its standard output what each is about to
 * do and what the index has acknowledged. The number of the thread comes first, a dot last.
 *
 * <pre>
 *   0 add 12 40 1 .          about to add records 12 to 39, photos, with ids of their own
 *   0 ok .
 *   0 add 40 52 4 .          about to add records 40 to 51 as three videos of four frames each
 *   0 ok .
 *   1 new 7 9 1 .            about to add records 7 and 8, photos, without ids
 *   1 ok 81…3 0a…f .         the ids they were given
 *   2 withdraw n-7 n-19 .    about to withdraw these photos and videos of its bank
 *   0 hash 16 .              about to withdraw all records of this hash, photos and frames
 *   1 bank 31 .              about to give the thread's bank this radius
 *   2 compact .
 *   1 erase .
 *   0 snapshot snapshot-0 .
 * </pre>
 *
 * Record {@code n} of a thread has the hash {@link #hashNumber hashNumber(n)} of that thread: some have the same.
 */
final class KillRoundsChild {

	static final int THREADS = 3;
	static final String END = " .";
	static final String OK = " ok ";

	private static final int MANY = 5_000;
	private static final int DUPLICATE_EACH = 8;
	private static final int REGIONED_EACH = 5;
	private static final int REGIONS = 4;
	private static final int SECOND_MS = 1_000;
	private static final int QUALITY = 100;

	private final HashIndex index;
	private final Path folder;
	private final int thread;
	private final SplittableRandom random;
	private final List<Live> live = new ArrayList<>();
	private int next;

	private KillRoundsChild(HashIndex index, Path folder, int thread, long seed, int next) throws IOException {
		this.index = index;
		this.folder = folder;
		this.thread = thread;
		this.random = new SplittableRandom(seed + thread);
		this.next = next;
		for (String line : Files.readAllLines(liveFile(folder, thread))) {
			List<String> words = List.of(line.split(" "));
			live.add(new Live(words.getFirst(), words.stream().skip(1).map(Integer::valueOf).toList()));
		}
	}

	/** Folder, seed, and the number of the next record of each thread. The index is never closed: death comes first. */
	public static void main(String[] args) throws IOException {
		Path folder = Path.of(args[0]);
		// Erasing goes on in the background all the time, or hardly ever.
		Duration erasureTime = Duration.ofMillis(1L << new SplittableRandom(Long.parseLong(args[1])).nextInt(5, 20));
		HashIndex index = HashIndex.open(folder.resolve("index"), IndexOptions.DEFAULT.withErasureTime(erasureTime));
		for (int thread = 0; thread < THREADS; thread++) {
			KillRoundsChild child = new KillRoundsChild(index, folder, thread, Long.parseLong(args[1]), Integer.parseInt(args[2 + thread]));
			new Thread(child::work).start();
		}
	}

	static String bank(int thread) {
		return "thread-" + thread;
	}

	/**
	 * The id of a photo or a video that brings its own; a video is named by its first frame. All threads give the same ids, each in its own
	 * bank, where they stand for something else.
	 */
	static String id(int number) {
		return "n-" + number;
	}

	/** The number of the hash of a record. */
	static int hashNumber(int number) {
		return number % DUPLICATE_EACH == DUPLICATE_EACH - 1 ? number - number % DUPLICATE_EACH : number;
	}

	/** A hash, from its number alone. */
	static Hash256 hashOf(int thread, int hashNumber) {
		return Queries.of(HashPopulation.uniform(new SplittableRandom((long) thread << Integer.SIZE | hashNumber)));
	}

	/**
	 * The regions of the photo of a record, from its hash alone, by which it is told from others: every {@value #REGIONED_EACH}th has some.
	 */
	static RegionSet regions(int thread, int number) {
		int hash = hashNumber(number);
		SplittableRandom random = new SplittableRandom(~((long) thread << Integer.SIZE | hash));
		if (hash % REGIONED_EACH != 0) {
			return RegionSet.NONE;
		}
		RegionSet.Builder regions = new RegionSet.Builder();
		while (regions.size() < REGIONS) {
			int i = regions.size();
			RegionGeometry place = new RegionGeometry(0.1 * i - 0.3, 0.05 * i * i - 0.4, 0.2);
			Region region = new Region(random.nextLong(), RegionGeometry.ofPacked(place.packed()));
			if (regions.accepts(region)) { // else too near to another one
				regions.add(region);
			}
		}
		return regions.build();
	}

	/** The frames of a video that has these records, a second from one number to the next. */
	static List<FrameHash> frames(int thread, List<Integer> numbers) {
		return numbers.stream().map(number -> new FrameHash((number - numbers.getFirst()) * SECOND_MS, hashOf(thread, hashNumber(number)),
				QUALITY)).toList();
	}

	/** Where the parent says which photos and videos of a thread are live: id and numbers of the records in each line. */
	static Path liveFile(Path folder, int thread) {
		return folder.resolve("live-" + thread);
	}

	/** A photo or a video that can be withdrawn, with the numbers of its records. */
	private record Live(String id, List<Integer> numbers) {

		/** The numbers of its records but for those of a hash. */
		List<Integer> without(int hash) {
			return numbers.stream().filter(number -> hashNumber(number) != hash).toList();
		}
	}

	private void work() {
		try {
			while (true) {
				int choice = random.nextInt(40);
				switch (choice) {
					case 0 -> compact();
					case 1 -> putBank();
					case 2 -> snapshot();
					case 3 -> erase();
					case 4, 5, 6 -> withdrawHash();
					case 7, 8, 9, 10, 11, 12 -> withdraw(live.size() > 2 * MANY ? MANY : random.nextInt(20));
					case 13, 14, 15, 16, 17, 18, 19, 20, 21 -> add(1 + random.nextInt(10), 2 + random.nextInt(12), random.nextBoolean());
					default -> add(1 + random.nextInt(choice == 22 ? MANY : 50), 1, random.nextBoolean());
				}
			}
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		} finally {
			Runtime.getRuntime().halt(1); // which the parent takes for what it is
		}
	}

	private void compact() throws IOException {
		say("compact");
		index.compact();
		say("ok");
	}

	private void erase() throws IOException {
		say("erase");
		index.erase();
		say("ok");
	}

	private void putBank() throws IOException {
		int radius = random.nextInt(Bank.MAX_RADIUS + 1);
		say("bank " + radius);
		index.putBank(new Bank(bank(thread), radius, 0, Purpose.BLOCK));
		say("ok");
	}

	private void snapshot() throws IOException {
		Path snapshot = folder.resolve("snapshot-" + thread);
		if (!Files.exists(snapshot)) { // the parent takes it away
			say("snapshot " + snapshot.getFileName());
			index.snapshot(snapshot);
			say("ok");
		}
	}

	private void withdrawHash() throws IOException {
		if (!live.isEmpty()) {
			List<Live> videos = live.stream().filter(media -> media.numbers().size() > 1).toList();
			List<Live> from = videos.isEmpty() || random.nextBoolean() ? live : videos;
			List<Integer> numbers = from.get(random.nextInt(from.size())).numbers();
			int hash = hashNumber(numbers.get(random.nextInt(numbers.size())));
			say("hash " + hash);
			int records = live.stream().mapToInt(media -> media.numbers().size() - media.without(hash).size()).sum();
			require(index.withdrawHash(hashOf(thread, hash)) == records);
			live.replaceAll(media -> new Live(media.id(), media.without(hash)));
			live.removeIf(media -> media.numbers().isEmpty());
			say("ok");
		}
	}

	private void withdraw(int count) throws IOException {
		if (count > 0 && count < live.size()) {
			int from = random.nextInt(live.size() - count);
			List<String> ids = live.subList(from, from + count).stream().map(Live::id).toList();
			say("withdraw " + String.join(" ", ids));
			require(index.withdraw(bank(thread), ids) == ids.size());
			live.subList(from, from + count).clear();
			say("ok");
		}
	}

	/** Adds photos, or videos of more than one frame. */
	private void add(int count, int frames, boolean withIds) throws IOException {
		int end = next + count * frames;
		List<List<Integer>> media = media(next, end, frames);
		say((withIds ? "add " : "new ") + next + " " + end + " " + frames);
		List<String> ids = frames == 1 ? addPhotos(media, withIds) : add(media, withIds);
		for (int i = 0; i < count; i++) {
			live.add(new Live(ids.get(i), media.get(i)));
		}
		next = end;
		say(withIds ? "ok" : "ok " + String.join(" ", ids));
	}

	/** The records of some photos, or videos of more than one frame, one after the other. */
	static List<List<Integer>> media(int from, int to, int frames) {
		List<List<Integer>> media = new ArrayList<>();
		for (int first = from; first < to; first += frames) {
			media.add(IntStream.range(first, first + frames).boxed().toList());
		}
		return media;
	}

	private List<String> addPhotos(List<List<Integer>> photos, boolean withIds) throws IOException {
		List<HashRecord> batch = new ArrayList<>();
		for (List<Integer> photo : photos) {
			int number = photo.getFirst();
			HashRecord record = HashRecord.ofPhoto(hashOf(thread, hashNumber(number)), QUALITY).withRegions(regions(thread, number));
			batch.add(withIds ? record.withIdAndBank(id(number), bank(thread)) : record);
		}
		return index.add(bank(thread), batch);
	}

	private List<String> add(List<List<Integer>> videos, boolean withIds) throws IOException {
		List<VideoRecord> batch = new ArrayList<>();
		for (List<Integer> video : videos) {
			VideoRecord record = VideoRecord.ofFrames(frames(thread, video));
			batch.add(withIds ? record.withIdAndBank(id(video.getFirst()), bank(thread)) : record);
		}
		return index.add(bank(thread), batch);
	}

	/** One line at once, whatever the other threads say. Ends the process when nobody listens any more. */
	private void say(String words) {
		System.out.print(thread + " " + words + END + "\n");
		if (System.out.checkError()) {
			throw new IllegalStateException("nobody listens");
		}
	}

	private static void require(boolean right) {
		if (!right) {
			throw new IllegalStateException("a live record was not withdrawn");
		}
	}
}
