package org.hashaven.worker;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.hashaven.image.ByteSource;
import org.hashaven.image.ImageException;
import org.hashaven.image.natives.NativeDecoders;
import org.hashaven.media.HashedMedia;
import org.hashaven.media.MediaOptions;
import org.hashaven.media.PhotoLookup;
import org.hashaven.video.VideoException;
import org.hashaven.video.VideoHash;
import org.hashaven.video.VideoProgress;
import org.jspecify.annotations.Nullable;

/** A running worker, as the program sees it: hashes as many files at a time as it has channels. For any thread. */
final class WorkerProcess implements Closeable {

	/** System property with the AOT cache for workers; without one they start more slowly. */
	private static final String CACHE_PROPERTY = "haven.worker.cache";

	/** System property with the highest compilation tier for workers: 1 for short runs, in which optimised code would not pay off. */
	private static final String TIER_PROPERTY = "haven.worker.tier";

	/** What starting a program needs. */
	private static final Set<String> ENVIRONMENT = Set.of("PATH", "LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH", "SystemRoot", "TEMP", "TMP",
			"LANG", "LC_ALL");

	/** CPU time that a worker without a file may use: its compiler may still be at work. */
	private static final long IDLE_CPU_NANOS = TimeUnit.SECONDS.toNanos(20);

	/** Longest time between two checks that counts: the whole program may have been stopped. */
	private static final long MAX_TICK_NANOS = TimeUnit.SECONDS.toNanos(1);

	/** Time limit for starting. */
	private static final long START_NANOS = TimeUnit.SECONDS.toNanos(60);

	private final Process process;
	private final Multiplexer multiplexer;
	private final Budget budget;
	private final long startNanos = System.nanoTime();
	private long lastCheckNanos = startNanos;
	private long busyCpuNanos;
	private final Deque<Integer> freeChannels = new ArrayDeque<>();
	private final Set<Call> calls = ConcurrentHashMap.newKeySet();
	private volatile @Nullable Sandbox sandbox;

	/** The hashing of one file, and the resources it may use. */
	private final class Call {

		private final long sizeBytes;
		private final long startCpuNanos = cpuNanos();
		private volatile boolean video;
		private volatile boolean overBudget;
		/** Wall-clock time so far, as the checks have counted it. */
		private long nanos;
		/** Whether the worker has hashed nothing else meanwhile, so that all it used was for this file. */
		private volatile boolean alone;

		Call(long sizeBytes, boolean alone) {
			this.sizeBytes = sizeBytes;
			this.alone = alone;
		}

		void progress() {
			video = true;
		}

		boolean isOverBudget(long tickNanos, long nowCpu) {
			nanos += tickNanos;
			overBudget = nanos > budget.nanos(video, sizeBytes) || nowCpu - startCpuNanos > budget.cpuNanos(video, sizeBytes);
			return overBudget;
		}
	}

	private WorkerProcess(Process process, int channels, Budget budget) {
		this.process = process;
		this.multiplexer = new Multiplexer(process.getInputStream(), process.getOutputStream(), channels);
		this.budget = budget;
		for (int channel = 0; channel < channels; channel++) {
			freeChannels.add(channel);
		}
	}

	/**
	 * Starts a process, which is not ready yet. The kernel kills it when the calling thread ends.
	 *
	 * @param mainClass
	 *            {@link Worker}, or a test's attack
	 */
	static WorkerProcess start(Class<?> mainClass, int channels, Budget budget, Sandbox.Layers layers) throws IOException {
		List<String> command = new ArrayList<>();
		command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
		command.add("-Xmx" + budget.memoryMb() / 2 + "m");
		// Nothing is written to disk: no performance data, no core dump, no crash report. Nothing of the JVM's own goes into the pipe: it has a
		// thread dump for a signal, and a banner for a crash.
		command.addAll(List.of("-XX:+UseSerialGC", "-XX:-UsePerfData", "-XX:-CreateCoredumpOnCrash", "-XX:ErrorFile=/dev/null",
				"-Xlog:disable", "-XX:-UseContainerSupport", "--enable-native-access=ALL-UNNAMED",
				"-Dorg.bytedeco.javacpp.nopointergc=true", "-XX:+DisplayVMOutputToStderr"));
		pass(command, "-D" + NativeDecoders.FOLDER_PROPERTY + "=", NativeDecoders.FOLDER_PROPERTY);
		pass(command, "-XX:AOTCache=", CACHE_PROPERTY);
		pass(command, "-XX:TieredStopAtLevel=", TIER_PROPERTY);
		command.addAll(List.of("-cp", System.getProperty("java.class.path"), mainClass.getName(), Integer.toString(budget.memoryMb()),
				layers.name(), Integer.toString(channels)));
		ProcessBuilder builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD);
		// The rest may hold secrets.
		builder.environment().keySet().retainAll(ENVIRONMENT);
		builder.environment().putAll(Map.of("OPENCV_LOG_LEVEL", "SILENT", "OPENBLAS_NUM_THREADS", "1"));
		WorkerProcess worker = new WorkerProcess(builder.start(), channels, budget);
		Thread.ofPlatform().daemon().name("haven-worker-reader").start(worker.multiplexer::run);
		return worker;
	}

	private static void pass(List<String> command, String option, String property) {
		String value = System.getProperty(property);
		if (value != null) {
			command.add(option + value);
		}
	}

	/**
	 * Waits until it is ready and returns its sandbox.
	 *
	 * @throws IOException
	 *             if it cannot start
	 */
	synchronized Sandbox greet() throws IOException {
		Sandbox known = sandbox;
		if (known == null) {
			Wire wire = multiplexer.wire(0);
			wire.expect(Message.HELLO);
			known = Sandbox.read(wire.in());
			sandbox = known;
		}
		return known;
	}

	/** The wire of a channel, for a test's attack. */
	Wire wire(int channel) {
		return multiplexer.wire(channel);
	}

	/** Whether it hashes one file at a time. */
	boolean hasOneChannel() {
		return multiplexer.channels() == 1;
	}

	long pid() {
		return process.pid();
	}

	/**
	 * Has it hash a file.
	 *
	 * @throws BrokenWorkerException
	 *             if this file has to be hashed again with no other: the worker died or had to be killed, or may have been short of memory
	 * @throws IOException
	 *             why the file could not be hashed
	 */
	HashedMedia hash(ByteSource file, MediaOptions options, @Nullable PhotoLookup lookup, VideoProgress progress) throws IOException {
		Call call;
		int channel;
		synchronized (freeChannels) {
			channel = freeChannels.remove();
			call = new Call(file.sizeBytes(), calls.isEmpty());
			calls.forEach(other -> other.alone = false);
			calls.add(call);
		}
		HashCall work = new HashCall(multiplexer.wire(channel), file, options, lookup, progress, call::progress);
		try {
			HashedMedia media = work.hash();
			boolean whole = switch (media) {
				case HashedMedia.Photo photo -> !photo.damaged();
				case HashedMedia.Video video -> video.hash().ending() == VideoHash.Ending.WHOLE;
			};
			if (!whole && !call.alone) {
				throw uncertain();
			}
			return media;
		} catch (ImageException | VideoException e) {
			throw call.alone || isCertain(e) ? e : uncertain();
		} catch (BrokenWorkerException e) {
			if (call.overBudget && call.alone) {
				throw new WorkerException(WorkerException.Reason.TOO_SLOW, "Hashing the file took more time than its budget.");
			}
			throw e;
		} catch (WorkerException e) {
			close(); // after running out of memory, a new process is safer
			throw call.alone ? e : new BrokenWorkerException(e);
		} finally {
			if (!work.isOver()) {
				close(); // before another file gets the channel
			}
			synchronized (freeChannels) {
				calls.remove(call);
				freeChannels.add(channel);
			}
		}
	}

	/** Decoders that run out of native memory say that a file is damaged; other files may have taken the memory. */
	private static boolean isCertain(IOException e) {
		return switch (e) {
			case ImageException image -> image.reason() != ImageException.Reason.CORRUPT;
			case VideoException video -> video.reason() != VideoException.Reason.DAMAGED;
			default -> true;
		};
	}

	private static BrokenWorkerException uncertain() {
		return new BrokenWorkerException(new IOException("perhaps other files took the memory"));
	}

	boolean isAlive() {
		return process.isAlive();
	}

	/** Kills it if it takes too long to start, or if a file exceeds its budget. */
	void check() {
		long now = System.nanoTime();
		long tickNanos = Math.min(now - lastCheckNanos, MAX_TICK_NANOS);
		lastCheckNanos = now;
		if (!isAlive() || (sandbox == null ? now - startNanos > START_NANOS : isOverBudget(tickNanos, cpuNanos()))) {
			close();
		}
	}

	private boolean isOverBudget(long tickNanos, long nowCpu) {
		if (calls.isEmpty()) {
			return nowCpu - busyCpuNanos > IDLE_CPU_NANOS;
		}
		busyCpuNanos = nowCpu;
		boolean over = false;
		for (Call call : calls) {
			over |= call.isOverBudget(tickNanos, nowCpu);
		}
		return over;
	}

	private long cpuNanos() {
		return process.info().totalCpuDuration().map(Duration::toNanos).orElse(0L);
	}

	@Override
	public void close() {
		process.destroyForcibly();
		multiplexer.end();
	}
}
