package org.hashaven.server.retro;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.hashaven.hash.record.HashRecord;
import org.hashaven.hash.record.MediaRecord;
import org.hashaven.hash.record.VideoRecord;
import org.hashaven.index.IndexException;
import org.hashaven.server.match.Hit;
import org.hashaven.server.match.IndexGateway;

/**
 * An index for each day, in UTC: a day is forgotten by deleting its folder. Its first second decides when that is, so that no upload is
 * kept longer than was asked for, and the last of that day up to a day less. Thread-safe.
 */
final class DayIndexes implements Closeable {

	/** The one bank of each index. */
	static final String BANK = "recent";

	private static final System.Logger LOG = System.getLogger("org.hashaven.server");

	private static final IndexGateway.BankRules RULES = new IndexGateway.BankRules(IndexGateway.DEFAULT_RULES.radius(), 0, "block");

	/** Opens an index for writing, and makes one where there is none. */
	@FunctionalInterface
	interface Opener {
		IndexGateway open(Path folder) throws IOException;
	}

	private final Path folder;
	private final Opener opener;
	private final Duration keep;
	private final InstantSource clock;
	private final TreeMap<LocalDate, IndexGateway> days = new TreeMap<>();
	/** How many uploads each day has: counting them in the index reads it all. */
	private final Map<LocalDate, Long> counts = new ConcurrentHashMap<>();

	DayIndexes(Path folder, Opener opener, Duration keep, InstantSource clock) throws IOException {
		this.folder = folder;
		this.opener = opener;
		this.keep = keep;
		this.clock = clock;
		Files.createDirectories(folder);
		try {
			for (LocalDate day : onDisk(folder)) {
				if (isOld(day)) {
					delete(folder.resolve(day.toString()));
				} else {
					days.put(day, open(day));
				}
			}
		} catch (IOException | RuntimeException e) {
			close();
			throw e;
		}
	}

	private static List<LocalDate> onDisk(Path folder) throws IOException {
		List<LocalDate> found = new ArrayList<>();
		try (Stream<Path> entries = Files.list(folder)) {
			for (Path entry : entries.toList()) {
				try {
					found.add(LocalDate.parse(entry.getFileName().toString()));
				} catch (DateTimeException e) {
					// none of ours
				}
			}
		}
		return found;
	}

	private boolean isOld(LocalDate day) {
		return day.atStartOfDay(ZoneOffset.UTC).toInstant().plus(keep).isBefore(clock.instant());
	}

	/** Opens a day; one that cannot be read is forgotten, and that is said. */
	private IndexGateway open(LocalDate day) throws IOException {
		IndexGateway index = openOrForget(day);
		counts.put(day, index.mediaCount());
		return index;
	}

	private IndexGateway openOrForget(LocalDate day) throws IOException {
		Path of = folder.resolve(day.toString());
		try {
			return openOrMake(of);
		} catch (IndexException e) {
			if (e.reason() != IndexException.Reason.CORRUPT && e.reason() != IndexException.Reason.OLD_REGIONS) {
				throw e; // a disk that is full, for one, is no reason to forget
			}
			LOG.log(System.Logger.Level.ERROR, "the uploads of " + day + " cannot be read and are forgotten: " + e.reason());
			delete(of);
			return openOrMake(of);
		}
	}

	private IndexGateway openOrMake(Path of) throws IOException {
		IndexGateway index = opener.open(of);
		try {
			index.addBank(BANK);
			index.setRules(BANK, RULES);
			return index;
		} catch (IOException | RuntimeException e) {
			index.close();
			throw e;
		}
	}

	/** Adds uploads, whose ids are given, to the days they are of; durable when it returns. */
	synchronized void add(List<MediaRecord> uploads) throws IOException {
		Map<LocalDate, List<MediaRecord>> byDay = new HashMap<>();
		for (MediaRecord upload : uploads) {
			LocalDate day = LocalDate.ofInstant(RecentId.at(String.valueOf(upload.id())), ZoneOffset.UTC);
			byDay.computeIfAbsent(day, any -> new ArrayList<>()).add(upload);
		}
		for (Map.Entry<LocalDate, List<MediaRecord>> each : byDay.entrySet()) {
			IndexGateway index = days.get(each.getKey());
			if (index == null) {
				index = open(each.getKey());
				days.put(each.getKey(), index);
			}
			index.add(BANK, each.getValue());
			counts.merge(each.getKey(), (long) each.getValue().size(), Long::sum);
		}
	}

	/** What shows the same as a record, within a radius and with enough detail to say so. */
	synchronized List<Sighting> find(MediaRecord listed, int radius, int qualityFloor) throws IOException {
		List<Sighting> sightings = new ArrayList<>();
		for (IndexGateway index : days.values()) {
			for (Hit hit : hits(index, listed, radius)) {
				if (isClear(index, hit, qualityFloor)) {
					sightings.add(new Sighting(RecentId.reference(hit.recordId()), RecentId.at(hit.recordId()).getEpochSecond(),
							hit.finding().distanceBits()));
				}
			}
		}
		return sightings;
	}

	private static List<Hit> hits(IndexGateway index, MediaRecord listed, int radius) throws IOException {
		return switch (listed) {
			case HashRecord photo -> index.matchAll(List.of(photo.hash()), List.of(-1), Set.of(BANK), OptionalInt.of(radius)).getFirst();
			case VideoRecord video -> index.match(video.frames(), Set.of(BANK));
		};
	}

	private static boolean isClear(IndexGateway index, Hit hit, int qualityFloor) throws IOException {
		return index.stored(BANK, Set.of(hit.recordId())).stream().anyMatch(upload -> switch (upload) {
			case HashRecord photo -> photo.quality() >= qualityFloor;
			case VideoRecord video -> hit.finding().timeMs().isEmpty() || video.frames().stream()
					.anyMatch(frame -> frame.timeMs() == hit.finding().timeMs().getAsInt() && frame.quality() >= qualityFloor);
		});
	}

	/** Deletes the days that are too old. */
	synchronized void eraseOld() throws IOException {
		for (Map.Entry<LocalDate, IndexGateway> first = days.firstEntry(); first != null
				&& isOld(first.getKey()); first = days.firstEntry()) {
			days.remove(first.getKey());
			counts.remove(first.getKey());
			first.getValue().close();
		}
		for (LocalDate day : onDisk(folder)) {
			if (isOld(day)) {
				delete(folder.resolve(day.toString()));
			}
		}
	}

	/** How many photos and videos are remembered. */
	double count() {
		return counts.values().stream().mapToLong(Long::longValue).sum();
	}

	static void deleteAll(Path folder) throws IOException {
		if (Files.exists(folder)) {
			delete(folder);
		}
	}

	private static void delete(Path of) throws IOException {
		List<Path> files;
		try (Stream<Path> walk = Files.walk(of)) {
			files = walk.sorted(Comparator.reverseOrder()).toList();
		}
		for (Path file : files) {
			Files.delete(file);
		}
	}

	@Override
	public synchronized void close() throws IOException {
		IOException failure = null;
		for (IndexGateway index : days.values()) {
			try {
				index.close();
			} catch (IOException e) {
				failure = e;
			}
		}
		days.clear();
		if (failure != null) {
			throw failure;
		}
	}
}
