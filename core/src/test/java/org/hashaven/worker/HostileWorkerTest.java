package org.hashaven.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.hashaven.hash.Hash256;
import org.hashaven.hash.query.PhotoView;
import org.hashaven.image.ByteSource;
import org.hashaven.media.MediaOptions;
import org.hashaven.media.PhotoLookup;
import org.hashaven.video.VideoProgress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whatever a worker sends, the program gets one exception, in time. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class HostileWorkerTest {

	private static final PhotoLookup LOOKUP = views -> views.forEach(view -> {
		// all of them
	});

	private static final List<Attack> ATTACKS = List.of(Attack.values());

	@TempDir
	private Path folder;

	/** What the worker does with the first file. */
	enum Attack {
		/** Bytes for a channel that has no reader. */
		FLOOD {
			@Override
			void run(Multiplexer pipes) throws IOException {
				DataOutputStream out = pipes.wire(1).begin(Message.DATA);
				out.write(new byte[1 << 22]);
				pipes.wire(1).send();
			}
		},
		/** Progress for ever. */
		PROGRESS {
			@Override
			void run(Multiplexer pipes) throws IOException {
				while (true) {
					pipes.wire(0).begin(Message.PROGRESS).writeDouble(0.5);
					pipes.wire(0).send();
					pipes.wire(0).receive();
					pause();
				}
			}
		},
		/** Nothing. */
		SILENCE {
			@Override
			void run(Multiplexer pipes) {
				while (true) {
					pause();
				}
			}
		},
		/** A share that is no number. */
		NO_NUMBER {
			@Override
			void run(Multiplexer pipes) throws IOException {
				pipes.wire(0).begin(Message.PROGRESS).writeDouble(Double.NaN);
				pipes.wire(0).send();
			}
		},
		/** More frames than there are bytes. */
		FRAMES {
			@Override
			void run(Multiplexer pipes) throws IOException {
				pipes.wire(0).begin(Message.VIDEO).writeInt(1_000_000);
				pipes.wire(0).send();
			}
		},
		/** A photo that was not looked up. */
		NO_LOOKUP {
			@Override
			void run(Multiplexer pipes) throws IOException {
				DataOutputStream out = pipes.wire(0).begin(Message.PHOTO);
				Values.write(out, Hash256.ofWords(1, 2, 3, 4));
				out.writeByte(100);
				out.writeInt(0);
				out.writeInt(0);
				out.writeInt(0);
				out.writeBoolean(false);
				pipes.wire(0).send();
			}
		},
		/** Views for ever. */
		VIEWS {
			@Override
			void run(Multiplexer pipes) throws IOException {
				pipes.wire(0).send(Message.LOOKUP);
				while (true) {
					pipes.wire(0).expect(Message.NEXT);
					for (int count = pipes.wire(0).in().readInt(); count > 0; count--) {
						DataOutputStream out = pipes.wire(0).begin(Message.VIEW);
						Values.write(out, PhotoView.Transform.AS_IS);
						Values.write(out, Hash256.ofWords(1, 2, 3, 4));
						out.writeByte(0);
					}
					pipes.wire(0).send();
				}
			}
		},
		/** Its own end. */
		DEATH {
			@Override
			void run(Multiplexer pipes) {
				Runtime.getRuntime().halt(3);
			}
		};

		abstract void run(Multiplexer pipes) throws IOException;

		private static void pause() {
			try {
				Thread.sleep(10);
			} catch (InterruptedException e) {
				Thread.currentThread().interrupt();
			}
		}
	}

	/** A worker of two channels that does this with its first file; arguments as {@link Worker#main}. */
	static final class HostileWorker {

		private HostileWorker() {
		}

		public static void main(String[] args) throws IOException {
			Worker.run(args, (pipes, sandbox) -> {
				sandbox.write(pipes.wire(0).begin(Message.HELLO));
				pipes.wire(0).send();
				Thread.ofPlatform().daemon().start(() -> attack(pipes.wire(0), pipes));
				pipes.run();
			});
			Runtime.getRuntime().halt(0);
		}

		private static void attack(Wire wire, Multiplexer pipes) {
			try {
				wire.expect(Message.HASH);
				Values.readOptions(wire.in());
				wire.in().readBoolean();
				long attack = wire.in().readLong();
				ATTACKS.get((int) attack).run(pipes);
			} catch (IOException e) {
				// the program has had enough
			}
		}
	}

	@ParameterizedTest
	@EnumSource
	void hash_hostileWorker_endsWithAnExceptionAndTheWorkerIsGone(Attack attack) throws IOException, InterruptedException {
		// The size of the file says which attack.
		Path file = Files.write(folder.resolve("file"), new byte[ATTACKS.indexOf(attack)]);
		Budget budget = new Budget(1, 0, Budget.MIN_MEMORY_MB);
		PhotoLookup lookup = attack == Attack.NO_LOOKUP || attack == Attack.VIEWS ? LOOKUP : null;
		try (WorkerProcess worker = WorkerProcess.start(HostileWorker.class, 2, budget, Sandbox.Layers.ALL);
				ByteSource source = ByteSource.ofFile(file)) {
			worker.greet();
			Thread supervisor = Thread.ofPlatform().daemon().start(() -> supervise(worker));
			assertThatThrownBy(() -> worker.hash(source, MediaOptions.UPLOAD, lookup, VideoProgress.NONE))
					.isInstanceOfAny(BrokenWorkerException.class, WorkerException.class);
			supervisor.interrupt();
			ProcessHandle.of(worker.pid()).ifPresent(process -> process.onExit().orTimeout(10, TimeUnit.SECONDS).join());
			long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
			while (worker.isAlive() && System.nanoTime() < end) { // the JDK's own view of it is a moment behind the system's
				TimeUnit.MILLISECONDS.sleep(10);
			}
			assertThat(worker.isAlive()).isFalse();
		}
	}

	private static void supervise(WorkerProcess worker) {
		while (!Thread.currentThread().isInterrupted()) {
			worker.check();
			try {
				Thread.sleep(Duration.ofMillis(100));
			} catch (InterruptedException e) {
				return;
			}
		}
	}

	@Test
	void hash_fileShorterThanItWas_failsAsInProcess() throws IOException {
		Path file = Files.write(folder.resolve("short.png"), new byte[100]);
		try (WorkerPool pool = new WorkerPool(2, Budget.DEFAULT)) {
			assertThatThrownBy(() -> pool.hash(new ShorterSource(file), MediaOptions.DEFAULT, null, VideoProgress.NONE))
					.isInstanceOf(IOException.class).isNotInstanceOf(WorkerException.class);
		}
	}

	/** A file that has lost its end since it was opened. */
	private static final class ShorterSource implements ByteSource {

		private final ByteSource file;

		ShorterSource(Path path) throws IOException {
			file = ByteSource.ofFile(path);
		}

		@Override
		public long sizeBytes() {
			return 2 * file.sizeBytes();
		}

		@Override
		public int read(long position, byte[] to, int offset, int count) throws IOException {
			return file.read(position, to, offset, count);
		}

		@Override
		public void close() throws IOException {
			file.close();
		}
	}
}
