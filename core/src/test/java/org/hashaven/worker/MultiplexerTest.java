package org.hashaven.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.hashaven.testdata.Seeds;
import org.junit.jupiter.api.Test;

/** Wires over one pair of pipes keep their bytes apart, and end when the other side breaks a rule. */
class MultiplexerTest {

	private static final int CHANNELS = 4;

	@Test
	void wires_manyAtATime_deliverTheirBytesInOrder() throws Exception {
		PipedInputStream pipe = new PipedInputStream();
		PipedInputStream unused = new PipedInputStream();
		Multiplexer sender = new Multiplexer(unused, new PipedOutputStream(pipe), CHANNELS);
		Multiplexer receiver = new Multiplexer(pipe, OutputStream.nullOutputStream(), CHANNELS);
		Thread.ofPlatform().daemon().start(receiver::run);
		long seed = Seeds.next();
		try (ExecutorService threads = Executors.newCachedThreadPool()) {
			List<Future<byte[]>> received = IntStream.range(0, CHANNELS).mapToObj(channel -> threads.submit(() -> {
				Wire wire = receiver.wire(channel);
				wire.expect(Message.DATA);
				byte[] bytes = new byte[wire.in().readInt()];
				wire.in().readFully(bytes);
				return bytes;
			})).toList();
			List<Future<byte[]>> sent = IntStream.range(0, CHANNELS).mapToObj(channel -> threads.submit(() -> {
				SplittableRandom random = new SplittableRandom(seed + channel);
				byte[] bytes = new byte[random.nextInt(1 << 21)];
				random.nextBytes(bytes);
				DataOutputStream out = sender.wire(channel).begin(Message.DATA);
				out.writeInt(bytes.length);
				out.write(bytes);
				sender.wire(channel).send();
				return bytes;
			})).toList();
			for (int channel = 0; channel < CHANNELS; channel++) {
				assertThat(received.get(channel).get()).as(Seeds.describe(seed)).isEqualTo(sent.get(channel).get());
			}
		}
	}

	@Test
	void run_malformedFrames_endsEveryWire() {
		byte[] unknownChannel = {CHANNELS, 0, 0, 0, 1, 0};
		byte[] empty = {0, 0, 0, 0, 0};
		byte[] tooLong = {0, 0, 1, 0, 1};
		byte[] negative = {0, -1, -1, -1, -1};
		byte[] cut = {0, 0, 0, 0, 9, 1};
		for (byte[] frames : List.of(unknownChannel, empty, tooLong, negative, cut)) {
			Multiplexer multiplexer = new Multiplexer(new ByteArrayInputStream(frames), OutputStream.nullOutputStream(), CHANNELS);
			multiplexer.run();
			for (int channel = 0; channel < CHANNELS; channel++) {
				Wire wire = multiplexer.wire(channel);
				assertThatThrownBy(wire::receive).isInstanceOf(EOFException.class);
			}
		}
	}

	@Test
	void receive_unknownMessage_throws() throws IOException {
		byte[] frame = {0, 0, 0, 0, 1, 99};
		Multiplexer multiplexer = new Multiplexer(new ByteArrayInputStream(frame), OutputStream.nullOutputStream(), 1);
		multiplexer.run();
		assertThatThrownBy(() -> multiplexer.wire(0).receive()).isInstanceOf(ProtocolException.class);
	}
}
