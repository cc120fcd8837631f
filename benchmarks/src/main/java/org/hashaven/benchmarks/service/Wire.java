package org.hashaven.benchmarks.service;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** One kept-alive HTTP/1.1 connection that sends one request after the other; for one thread. */
final class Wire implements Closeable {

	private static final int TIMEOUT_MS = 60_000;

	private final String host;
	private final Socket socket;
	private final InputStream in;
	private final byte[] buffer = new byte[1 << 16];
	private int position;
	private int end;
	private final OutputStream out;

	Wire(URI service) throws IOException {
		host = service.getHost() + ":" + service.getPort();
		socket = new Socket();
		socket.setTcpNoDelay(true);
		socket.setSoTimeout(TIMEOUT_MS);
		socket.connect(new InetSocketAddress(service.getHost(), service.getPort()), TIMEOUT_MS);
		in = socket.getInputStream();
		out = socket.getOutputStream();
	}

	/** An answer: its status and its body. */
	record Answer(int status, String body) {
	}

	Answer get(String path) throws IOException {
		return send("GET " + path + " HTTP/1.1\r\nHost: " + host + "\r\n\r\n", new byte[0]);
	}

	Answer post(String path, String type, byte[] body) throws IOException {
		return send("POST " + path + " HTTP/1.1\r\nHost: " + host + "\r\nContent-Type: " + type + "\r\nContent-Length: " + body.length
				+ "\r\n\r\n", body);
	}

	Answer delete(String path) throws IOException {
		return send("DELETE " + path + " HTTP/1.1\r\nHost: " + host + "\r\n\r\n", new byte[0]);
	}

	private Answer send(String head, byte[] body) throws IOException {
		byte[] headBytes = head.getBytes(StandardCharsets.ISO_8859_1);
		byte[] all = new byte[headBytes.length + body.length];
		System.arraycopy(headBytes, 0, all, 0, headBytes.length);
		System.arraycopy(body, 0, all, headBytes.length, body.length);
		out.write(all);
		String status = line();
		int length = 0;
		boolean chunked = false;
		for (String header = line(); !header.isEmpty(); header = line()) {
			String lower = header.toLowerCase(Locale.ROOT);
			if (lower.startsWith("content-length:")) {
				length = Integer.parseInt(lower.substring("content-length:".length()).strip());
			}
			chunked |= lower.startsWith("transfer-encoding:") && lower.contains("chunked");
		}
		String answer = chunked ? chunks() : text(length);
		return new Answer(Integer.parseInt(status.split(" ", 3)[1]), answer);
	}

	private String chunks() throws IOException {
		StringBuilder body = new StringBuilder();
		for (int size = Integer.parseInt(line().strip(), 16); size > 0; size = Integer.parseInt(line().strip(), 16)) {
			body.append(text(size));
			line();
		}
		line();
		return body.toString();
	}

	private String text(int length) throws IOException {
		byte[] bytes = new byte[length];
		for (int done = 0; done < length;) {
			if (position == end) {
				fill();
			}
			int count = Math.min(length - done, end - position);
			System.arraycopy(buffer, position, bytes, done, count);
			position += count;
			done += count;
		}
		return new String(bytes, StandardCharsets.UTF_8);
	}

	private String line() throws IOException {
		StringBuilder line = new StringBuilder(64);
		while (true) {
			for (int i = position; i < end; i++) {
				if (buffer[i] == '\n') {
					line.append(new String(buffer, position, i - position, StandardCharsets.ISO_8859_1));
					position = i + 1;
					return line.toString().stripTrailing();
				}
			}
			line.append(new String(buffer, position, end - position, StandardCharsets.ISO_8859_1));
			fill();
		}
	}

	private void fill() throws IOException {
		position = 0;
		end = Math.max(0, in.read(buffer));
		if (end == 0) {
			throw new EOFException();
		}
	}

	@Override
	public void close() throws IOException {
		socket.close();
	}
}
