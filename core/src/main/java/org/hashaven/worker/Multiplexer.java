package org.hashaven.worker;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;

/**
 * Several {@linkplain Wire wires} over one pair of pipes, so that one worker can hash several files at a time.
 *
 * <p>
 * A frame is the number of its channel in one byte, the number of its bytes in four, and the bytes, 1..{@value #MAX_FRAME_BYTES}. Both ends
 * take turns on a channel, so a slow reader holds up its own channel only.
 */
final class Multiplexer {

	private static final int MAX_FRAME_BYTES = 1 << 16;
	private static final int HEADER_BYTES = 5;

	private final DataInputStream in;
	private final OutputStream out;
	private final ByteQueue[] received;
	private final Wire[] wires;

	/**
	 * @param channels
	 *            number of wires, the same at both ends
	 */
	Multiplexer(InputStream in, OutputStream out, int channels) {
		this.in = new DataInputStream(in);
		this.out = out;
		received = new ByteQueue[channels];
		wires = new Wire[channels];
		for (int channel = 0; channel < channels; channel++) {
			received[channel] = new ByteQueue();
			wires[channel] = new Wire(received[channel], new ChannelOutput(channel));
		}
	}

	/** The number of wires. */
	int channels() {
		return wires.length;
	}

	/** The wire of a channel, 0 .. number of channels - 1. */
	Wire wire(int channel) {
		return wires[channel];
	}

	/** Delivers frames until the other end closes the pipe or violates the protocol; then every wire ends. */
	void run() {
		byte[] frame = new byte[MAX_FRAME_BYTES];
		try {
			for (int channel = in.read(); channel >= 0; channel = in.read()) {
				int bytes = in.readInt();
				if (channel >= received.length || bytes < 1 || bytes > MAX_FRAME_BYTES) {
					return;
				}
				in.readFully(frame, 0, bytes);
				received[channel].put(frame, bytes);
			}
		} catch (IOException e) {
			// the wires end, which their readers notice
		} finally {
			end();
		}
	}

	/** Ends every wire, whatever the other end still sends. */
	void end() {
		for (ByteQueue each : received) {
			each.end();
		}
	}

	/** What is written to one channel. */
	private final class ChannelOutput extends OutputStream {

		private final byte[] frame = new byte[HEADER_BYTES + MAX_FRAME_BYTES];
		private final int channel;

		ChannelOutput(int channel) {
			this.channel = channel;
		}

		@Override
		public void write(int value) throws IOException {
			write(new byte[]{(byte) value}, 0, 1);
		}

		@Override
		public void write(byte[] from, int offset, int count) throws IOException {
			for (int done = 0; done < count; done += MAX_FRAME_BYTES) {
				int bytes = Math.min(MAX_FRAME_BYTES, count - done);
				ByteBuffer.wrap(frame).put((byte) channel).putInt(bytes).put(from, offset + done, bytes);
				synchronized (out) {
					out.write(frame, 0, HEADER_BYTES + bytes);
					out.flush();
				}
			}
		}
	}
}
