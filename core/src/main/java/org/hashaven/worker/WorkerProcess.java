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
import org.hashaven.image.NativeDecoders;
import org.hashaven.media.HashedMedia;
import org.hashaven.media.MediaOptions;
import org.hashaven.media.PhotoLookup;
import org.hashaven.video.VideoProgress;
import org.jspecify.annotations.Nullable;

/** A running worker, as the program sees it: hashes as many files at a time as it has channels. For any thread. */
final class WorkerProcess implements Closeable {

	/** System property with the AOT cache for workers; without one they start more slowly. */
	private static final String CACHE_PROPERTY = "haven.worker.cache";

	/** System property with the highest compilation tier for workers: 1 for short runs, in which optimised code would not pay off. */
	private static final String TIER_PROPERTY = "haven.worker.tier";

	/** Time limit for starting. */
	private static final long START_NANOS = TimeUnit.SECONDS.toNanos(60);

	private final Process process;
	private final Multiplexer multiplexer;
	private final Budget budget;
	private final long startNanos = System.nanoTime();
	private final Deque<Integer> freeChannels = new ArrayDeque<>();
	private final Set<Call> calls = ConcurrentHashMap.newKeySet();
	private volatile @Nullable Sandbox sandbox;

	/** The hashing of one file, and the resources it may use. */
	private final class Call {

		private final long sizeBytes;
		private final long startCpuNanos = cpuNanos();
		private volatile boolean video;
		private volatile long lastNanos = System.nanoTime();
		private volatile boolean overBudget;
		/** Whether the worker has hashed nothing else meanwhile, so that all it used was for this file. */
		private volatile boolean alone;

		Call(long sizeBytes, boolean alone) {
			this.sizeBytes = sizeBytes;
			this.alone = alone;
		}

		void progress() {
			video = true;
			lastNanos = System.nanoTime();
		}

		boolean isOverBudget(long now, long nowCpu) {
			overBudget = now - lastNanos > budget.nanos(video, sizeBytes) || nowCpu - startCpuNanos > budget.cpuNanos(video, sizeBytes);
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
		// Nothing is written to disk: no performance data, no core dump, no crash report.
		command.addAll(List.of("-XX:+UseSerialGC", "-XX:-UsePerfData", "-XX:-CreateCoredumpOnCrash", "-XX:ErrorFile=/dev/null",
				"-Xlog:disable", "-XX:-UseContainerSupport", "--enable-native-access=ALL-UNNAMED",
				"-Dorg.bytedeco.javacpp.nopointergc=true"));
		pass(command, "-D" + NativeDecoders.FOLDER_PROPERTY + "=", NativeDecoders.FOLDER_PROPERTY);
		pass(command, "-XX:AOTCache=", CACHE_PROPERTY);
		pass(command, "-XX:TieredStopAtLevel=", TIER_PROPERTY);
		command.addAll(List.of("-cp", System.getProperty("java.class.path"), mainClass.getName(), Integer.toString(budget.memoryMb()),
				layers.name(), Integer.toString(channels)));
		ProcessBuilder builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD);
		builder.environment().keySet().removeIf(name -> name.endsWith("JAVA_OPTIONS") || name.equals("JAVA_TOOL_OPTIONS"));
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
	 *             if it died, or had to be killed, and it is not certain that this file was the cause
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
		HashCall work = new HashCall(multiplexer.wire(channel), file, lookup, progress, call::progress);
		try {
			return work.hash(options);
		} catch (BrokenWorkerException e) {
			if (call.overBudget && call.alone) {
				throw new WorkerException(WorkerException.Reason.TOO_SLOW, "Hashing the file took more time than its budget.");
			}
			throw e;
		} catch (WorkerException e) {
			close(); // after running out of memory, a new process is safer
			throw call.alone ? e : new BrokenWorkerException(e);
		} finally {
			synchronized (freeChannels) {
				calls.remove(call);
				freeChannels.add(channel);
			}
			if (!work.isOver()) {
				close();
			}
		}
	}

	boolean isAlive() {
		return process.isAlive();
	}

	/** Kills it if it takes too long to start, or if a file exceeds its budget. */
	void check() {
		long now = System.nanoTime();
		if (sandbox == null ? now - startNanos > START_NANOS : isOverBudget(now, cpuNanos())) {
			close();
		}
	}

	private boolean isOverBudget(long now, long nowCpu) {
		boolean over = false;
		for (Call call : calls) {
			over |= call.isOverBudget(now, nowCpu);
		}
		return over;
	}

	private long cpuNanos() {
		return process.info().totalCpuDuration().map(Duration::toNanos).orElse(0L);
	}

	@Override
	public void close() {
		process.destroyForcibly();
	}
}
