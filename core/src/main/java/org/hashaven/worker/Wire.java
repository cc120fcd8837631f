package org.hashaven.worker;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** One end of the pipes between a program and its worker; for one thread. */
final class Wire {

	private static final int BUFFER_BYTES = 1 << 16;

	private static final Message[] MESSAGES = Message.values();

	private final DataInputStream in;
	private final DataOutputStream out;

	Wire(InputStream in, OutputStream out) {
		this.in = new DataInputStream(new BufferedInputStream(in, BUFFER_BYTES));
		this.out = new DataOutputStream(new BufferedOutputStream(out, BUFFER_BYTES));
	}

	/** For reading the values of a received message. */
	DataInputStream in() {
		return in;
	}

	/** Begins a message and returns the stream for its values. */
	DataOutputStream begin(Message message) throws IOException {
		Values.writeEnum(out, message);
		return out;
	}

	/** Sends the messages that were begun. */
	void send() throws IOException {
		out.flush();
	}

	/** Sends a message without values. */
	void send(Message message) throws IOException {
		begin(message);
		send();
	}

	/** Waits for a message; the caller reads its values. */
	Message receive() throws IOException {
		return Values.readEnum(in, MESSAGES);
	}

	/** Waits for a message, which must be this one. */
	void expect(Message message) throws IOException {
		if (receive() != message) {
			throw new ProtocolException();
		}
	}
}
