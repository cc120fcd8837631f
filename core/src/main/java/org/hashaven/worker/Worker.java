package org.hashaven.worker;

import java.io.EOFException;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.hashaven.image.natives.NativeDecoders;
import org.hashaven.media.HashedMedia;
import org.hashaven.media.InProcessHasher;
import org.hashaven.media.MediaOptions;
import org.hashaven.media.PhotoLookup;
import org.hashaven.worker.linux.LinuxCalls;
import org.hashaven.worker.linux.Processor;

/**
 * The main class of a worker process: loads the decoders, enters the {@link Sandbox}, and hashes files for the program at the other end of
 * its standard streams until they are closed. {@link Message} is the protocol.
 */
public final class Worker {

	private static final int MB = 1 << 20;

	/** What runs in the sandbox: hashing, or a test's attack. */
	interface Sandboxed {
		void run(Multiplexer pipes, Sandbox sandbox) throws IOException;
	}

	private Worker() {
	}

	/**
	 * Runs a worker.
	 *
	 * @param args
	 *            memory in MB, the name of a constant of {@link Sandbox.Layers}, number of channels
	 */
	public static void main(String[] args) throws IOException {
		run(args, new Hashing());
		// An orderly shutdown of the JVM could need classes that are not loaded.
		Runtime.getRuntime().halt(0);
	}

	/** Enters the sandbox and runs this in it. */
	static void run(String[] args, Sandboxed then) throws IOException {
		InputStream in = new FileInputStream(FileDescriptor.in);
		OutputStream out = new FileOutputStream(FileDescriptor.out);
		System.setOut(System.err);
		// Both take their time, one in the linker, one in Java.
		if (Processor.HERE != null) {
			Thread.ofPlatform().daemon().start(LinuxCalls::load);
		}
		NativeDecoders.loadAll();
		ClassPath.open();
		Sandbox sandbox = Sandbox.enter(Sandbox.Layers.valueOf(args[1]), (long) Integer.parseInt(args[0]) * MB);
		then.run(new Multiplexer(in, out, Integer.parseInt(args[2])), sandbox);
	}

	/** Hashes files until the pipes are closed; a class, not a lambda, which would take milliseconds of a start. */
	private static final class Hashing implements Sandboxed {

		@Override
		public void run(Multiplexer pipes, Sandbox sandbox) throws IOException {
			Wire first = pipes.wire(0);
			sandbox.write(first.begin(Message.HELLO));
			first.send();
			for (int channel = 0; channel < pipes.channels(); channel++) {
				Wire wire = pipes.wire(channel);
				Thread.ofPlatform().daemon().start(() -> serveOrEnd(wire));
			}
			pipes.run();
		}

		/** The program waits on every channel: without this thread the process must not go on. */
		private static void serveOrEnd(Wire wire) {
			try {
				serve(wire);
			} catch (IOException | RuntimeException | Error e) {
				Runtime.getRuntime().halt(1);
			}
		}
	}

	/** Hashes files until the wire ends. */
	static void serve(Wire wire) throws IOException {
		InProcessHasher hasher = new InProcessHasher();
		while (true) {
			try {
				wire.expect(Message.HASH);
			} catch (EOFException e) {
				return;
			}
			answer(wire, hasher);
			wire.send();
		}
	}

	private static void answer(Wire wire, InProcessHasher hasher) throws IOException {
		MediaOptions options = Values.readOptions(wire.in());
		PhotoLookup lookup = wire.in().readBoolean() ? new ServedLookup(wire) : null;
		RemoteSource file = new RemoteSource(wire, wire.in().readLong());
		try {
			HashedMedia media = hasher.hash(file, options, lookup, share -> mayGoOn(wire, share));
			switch (media) {
				case HashedMedia.Photo photo -> Values.write(wire.begin(Message.PHOTO), photo);
				case HashedMedia.Video video -> Values.write(wire.begin(Message.VIDEO), video.hash());
			}
		} catch (ProtocolException e) {
			throw e;
		} catch (IOException | RuntimeException | Error e) {
			Failure.write(wire.begin(Message.FAILED), e);
		}
	}

	private static boolean mayGoOn(Wire wire, double share) {
		try {
			wire.begin(Message.PROGRESS).writeDouble(share);
			wire.send();
			return wire.receive() == Message.GO_ON;
		} catch (IOException e) {
			return false; // the next message fails, too
		}
	}
}
