package org.hashaven.worker;

import java.io.IOException;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.nio.file.Path;
import java.util.List;
import org.hashaven.hash.query.PhotoView;
import org.hashaven.image.ByteSource;
import org.hashaven.image.natives.NativeDecoders;
import org.hashaven.media.MediaOptions;
import org.hashaven.media.PhotoLookup;
import org.hashaven.video.VideoProgress;
import org.jspecify.annotations.Nullable;

/** The training run for an application's AOT cache of workers: a worker in this process, outside of the sandbox, hashes sample files. */
public final class WorkerTraining {

	/** Views that most lookups get to. */
	private static final int PROBES = 40;

	private WorkerTraining() {
	}

	/**
	 * Hashes files as a worker does.
	 *
	 * @throws IOException
	 *             if one cannot be hashed
	 */
	public static void run(List<Path> files) throws IOException {
		new WorkerTraining().hash(files);
	}

	private void hash(List<Path> files) throws IOException {
		NativeDecoders.loadAll();
		Sandbox.rehearse();
		PipedInputStream requests = new PipedInputStream();
		PipedInputStream responses = new PipedInputStream();
		Multiplexer worker = new Multiplexer(requests, new PipedOutputStream(responses), 1);
		Multiplexer program = new Multiplexer(responses, new PipedOutputStream(requests), 1);
		Thread.ofPlatform().daemon().start(worker::run);
		Thread.ofPlatform().daemon().start(program::run);
		Thread.ofPlatform().daemon().start(() -> {
			try {
				Worker.serve(worker.wire(0));
			} catch (IOException e) {
				program.end();
			}
		});
		for (Path file : files) {
			try (ByteSource source = ByteSource.ofFile(file)) {
				hash(program.wire(0), source, MediaOptions.DEFAULT, null);
				hash(program.wire(0), source, MediaOptions.DEFAULT.withRegions(true), null);
				hash(program.wire(0), source, MediaOptions.UPLOAD, WorkerTraining::look);
			}
		}
	}

	private static void hash(Wire wire, ByteSource file, MediaOptions options, @Nullable PhotoLookup lookup) throws IOException {
		new HashCall(wire, file, options, lookup, VideoProgress.NONE, WorkerTraining::ignore).hash();
	}

	private static void ignore() {
		// the kind of a sample is known
	}

	private static void look(Iterable<PhotoView> views) {
		int count = 0;
		for (PhotoView view : views) {
			boolean noRegions = view instanceof PhotoView.Regions regions && regions.regions().get().isEmpty();
			if (noRegions || ++count == PROBES) {
				return;
			}
		}
	}
}
