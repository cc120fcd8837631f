package org.hashaven.testdata.http;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/**
 * Requests that are wrong in one way or several: method, path, percent-encoding, query, headers, framing, body, single bytes. Each carries
 * a canary of its own in places that a service may not keep. The same seed and number make the same request.
 */
public final class HostileRequests {

	/** What all canaries begin with. */
	public static final String CANARY = "canary";

	private static final String HASH = "f8f8f0cee0f4a84f06370a22038f63f0b36e2ed596621e1d33e6b39c4e9c9b22";

	private static final String[] METHODS = {"GET", "POST", "PUT", "DELETE", "HEAD", "OPTIONS", "PATCH", "TRACE", "CONNECT", "get", "G\0T",
			"PROPFIND", "PRI", "A".repeat(300), ""};

	private static final String[] SEGMENTS = {"HOSTILE", "HOSTILE", "1", "0", "-1", "9223372036854775808", "..", ".", "%2e%2e",
			"..%2f..%2f",
			"..;", "%00", "%0d%0aX-Split:%20yes", "%", "%z", "%ff%fe", "A%2FB", "A%5CB", "\u00e9\u2028", "*", "'%20OR%201=1--",
			"A".repeat(5_000),
			"%41".repeat(300), HASH, "pdq", "photo", "{}", "<bank_name>", "C:%5Cwindows"};

	private static final String[] PARAMETERS = {"signal", "signal_type", "banks", "since", "limit", "cursor", "seed", "url", "include_hash",
			"types", "bypass_coinflip", "page", "", "%00"};

	private static final String[] VALUES = {"pdq", "vpdq", "video_md5", HASH, HASH + "0", "0", "-1", "1e9", "9223372036854775807",
			"99999999999999999999", "true", "", "%", "%u0041", "%00", "file:///etc/passwd", "http://169.254.169.254/", ",".repeat(2_000),
			"&=&=",
			"[%22" + HASH + ",100,0.0%22]", "%F0%9F", "HOSTILE"};

	private static final String[] TYPES = {"application/json", "application/json", "application/x-ndjson", "application/ndjson",
			"multipart/form-data; boundary=x", "multipart/form-data; boundary=x", "multipart/form-data", "multipart/form-data; boundary=",
			"multipart/form-data; boundary=" + "b".repeat(300), "application/octet-stream", "image/jpeg",
			"application/json; charset=utf-16",
			"text/plain", "application/x-www-form-urlencoded", ";;;", "\u00ff"};

	private static final String[] HEADERS = {"Host: evil.example", "Host:", "X-Fold: a\r\n b", "X-Nul: a\0b", "No colon", "Space : before",
			": empty", "X-Long: " + "l".repeat(20_000), "Expect: 100-continue", "Expect: magic", "Connection: upgrade\r\nUpgrade: h2c",
			"Connection: Upgrade, HTTP2-Settings\r\nUpgrade: websocket", "Authorization: Basic !!!", "Authorization: Bearer ",
			"Authorization: Basic " + "QQ==".repeat(500), "Origin: null", "Origin: https://evil.example", "Accept-Language: ;;;q=x",
			"Accept-Language: ko;q=NaN,*;q=-1", "Accept-Encoding: gzip;q=0,br", "Range: bytes=0-0,-1", "If-None-Match: *", "TE: trailers",
			"Cookie: a=b; ;;=", "X-Forwarded-For: 127.0.0.1, ::1", "X-Http-Method-Override: DELETE", "\u00e9: \u00e9",
			"Content-Encoding: gzip"};

	private static final String[] LENGTHS = {"-1", "+5", "0x10", "99999999999999999999", "1 1", "", "1, 1", "NaN", "104857601",
			"2147483648"};

	private static final String[] CODINGS = {"chunked", "xchunked", "chunked, identity", "gzip, chunked", " chunked ", "CHUNKED",
			"chunked\r\nTransfer-Encoding: x",
			"\tchunked", "identity"};

	private static final String[] CHUNKS = {"0\r\n\r\n", "zz\r\nabc\r\n0\r\n\r\n", "ffffffffffffffff\r\nabc", "-1\r\nabc\r\n0\r\n\r\n",
			"5;ext=\"" + "e".repeat(9_000) + "\"\r\nhello\r\n0\r\n\r\n", "5\nhello\n0\n\n", "3\r\nhello\r\n0\r\n\r\n", "7fffffff\r\n",
			"1\r\na\r\n",
			"0\r\nTrailer: " + "t".repeat(20_000) + "\r\n\r\n", "00000000000000000001\r\na\r\n0\r\n\r\n"};

	private static final byte[][] MAGIC = {{(byte) 0xff, (byte) 0xd8, (byte) 0xff, (byte) 0xe0}, latin1("\u0089PNG\r\n\u001a\n"),
			latin1("GIF89a"),
			latin1("RIFF\u0010\0\0\0WEBPVP8 "), latin1("\0\0\0\u0018ftypisom"), latin1("\u001aE\u00df\u00a3"), latin1("BM"),
			latin1("\0\0\0\u0018ftypavif"),
			latin1("<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]><svg>&b;</svg>")};

	private static final int SMUGGLING_ONE_IN = 6;
	private static final int BYTES_WRONG_ONE_IN = 10;

	private final List<String> paths;
	private final long seed;

	/**
	 * A request.
	 *
	 * @param bytes
	 *            everything that is sent
	 * @param canary
	 *            the text that no other request has
	 * @param ambiguous
	 *            whether it says in two ways where it ends: then what follows must not be taken for a second one
	 */
	@SuppressWarnings("ArrayRecordComponent")
	public record Request(byte[] bytes, String canary, boolean ambiguous) {
	}

	/**
	 * @param paths
	 *            of the service, {@code <name>} for segments that vary
	 */
	public HostileRequests(List<String> paths, long seed) {
		this.paths = List.copyOf(paths);
		this.seed = seed;
	}

	private static byte[] latin1(String text) {
		return text.getBytes(StandardCharsets.ISO_8859_1);
	}

	private static byte[] utf8(String text) {
		return text.getBytes(StandardCharsets.UTF_8);
	}

	/** The request of a number. */
	public Request request(long number) {
		SplittableRandom random = new SplittableRandom(seed + number * 0x9e3779b97f4a7c15L);
		String canary = CANARY + String.format(Locale.ROOT, "%016x", random.nextLong());
		byte[] body = body(random, canary);
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		boolean wellFormed = random.nextBoolean(); // HTTP that every parser takes, so that what is behind the parser is reached
		boolean ambiguous = !wellFormed && random.nextInt(SMUGGLING_ONE_IN) == 0;
		boolean wrongMethod = !wellFormed && random.nextInt(4) == 0;
		String method = METHODS[random.nextInt(wrongMethod ? METHODS.length : 4)];
		String version = !wellFormed && random.nextInt(25) == 0
				? pick(random, "HTTP/1.0", "HTTP/2.0", "HTTP/9.9", "http/1.1", "HTTP/1.1 x", "")
				: "HTTP/1.1";
		out.writeBytes(utf8(method + " " + target(random, canary) + " " + version + "\r\n"));
		if (wellFormed || random.nextInt(20) > 0) {
			out.writeBytes(latin1("Host: 127.0.0.1\r\n"));
		}
		out.writeBytes(latin1("X-Canary: " + canary + "\r\nUser-Agent: " + canary + "\r\n"));
		for (int i = wellFormed ? 0 : random.nextInt(3); i > 0; i--) {
			out.writeBytes(latin1(pick(random, HEADERS) + "\r\n"));
		}
		if (random.nextInt(100) == 0) {
			out.writeBytes(latin1("X-Many: m\r\n".repeat(random.nextInt(3_000))));
		}
		if (ambiguous) {
			smuggle(out, random, canary);
		} else {
			frame(out, random, body, wellFormed ? 5 : random.nextInt(10));
		}
		byte[] bytes = out.toByteArray();
		if (!wellFormed && !ambiguous && random.nextInt(BYTES_WRONG_ONE_IN) == 0) {
			for (int i = 1 + random.nextInt(8); i > 0; i--) {
				bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
			}
		}
		return new Request(bytes, canary, ambiguous);
	}

	private static String pick(SplittableRandom random, String... of) {
		return of[random.nextInt(of.length)];
	}

	private String target(SplittableRandom random, String canary) {
		StringBuilder target = new StringBuilder();
		for (String segment : paths.get(random.nextInt(paths.size())).substring(1).split("/", -1)) {
			boolean varies = segment.startsWith("<");
			target.append('/').append(varies || random.nextInt(30) == 0 ? pick(random, SEGMENTS) : segment);
		}
		switch (random.nextInt(20)) {
			case 0 -> target.append('/').append(canary);
			case 1 -> target.insert(0, pick(random, "/..", "//", "/./", "http://evil.example", "/%2e%2e/%2e%2e/etc/passwd", "\\..\\", "*"));
			case 2 -> target.append(pick(random, ";a=b", "#f", "%23", "?", "%3f", "/", "%20", "\0", "\t"));
			default -> {
				// the path as it is
			}
		}
		for (int i = random.nextInt(4); i > 0; i--) {
			target.append(target.indexOf("?") < 0 ? '?' : '&').append(pick(random, PARAMETERS)).append('=')
					.append(random.nextInt(5) == 0 ? canary : pick(random, VALUES));
		}
		if (random.nextInt(200) == 0) {
			target.append("?q=").append("q".repeat(70_000));
		}
		return target.toString();
	}

	private static byte[] body(SplittableRandom random, String canary) {
		return switch (random.nextInt(9)) {
			case 0 -> new byte[0];
			case 1, 2, 3 -> utf8(json(random, canary));
			case 4 -> utf8((json(random, canary) + "\n").repeat(1 + random.nextInt(20)));
			case 5, 6 -> multipart(random, canary);
			case 7 -> picture(random);
			default -> bytes(random, random.nextInt(3_000));
		};
	}

	private static String json(SplittableRandom random, String canary) {
		String hash = random.nextBoolean() ? HASH : canary;
		return switch (random.nextInt(24)) {
			case 0 -> "[".repeat(20_000);
			case 1 -> "{\"a\":".repeat(5_000);
			case 2 -> "{\"hash\":\"" + hash + "\",\"hash\":1}";
			case 3 -> "{\"radius\":1e999999,\"hash\":\"" + hash + "\"}";
			case 4 -> "{\"hash\":\"\\ud800\",\"ref\":\"" + canary + "\"}";
			case 5 -> "{\"" + canary + "\":NaN}";
			case 6 -> "{\"enabled_ratio\":" + "9".repeat(2_000) + "}";
			case 7 -> "{\"name\":\"" + canary + "\"}";
			case 8 -> "{\"name\":\"HOSTILE\",\"enabled_ratio\":0.5}";
			case 9 -> "{\"pdq\":\"" + hash + "\"}";
			case 10 -> "{\"vpdq\":\"[\\\"" + hash + ",100,0.0\\\"]\"}";
			case 11 -> "{\"video_md5\":\"" + hash + "\"}";
			case 12 -> "[{\"hash\":\"" + hash + "\",\"quality\":" + random.nextInt(-2, 200) + ",\"ref\":\"" + canary + "\"}]";
			case 13 -> "[{\"id\":\"x" + random.nextInt(100) + "\",\"hash\":\"" + HASH + "\"}]";
			case 14 -> "[{\"frames\":[{\"hash\":\"" + hash + "\",\"ms\":" + random.nextLong() + ",\"quality\":80}]}]";
			case 15 -> "{\"ids\":[\"x1\",null,1],\"hashes\":[\"" + hash + "\"],\"banks\":[\"" + canary + "\"]}";
			case 16 -> "{\"bank\":\"HOSTILE\",\"id\":\"" + canary + "\",\"decision\":\"blocked\"}";
			case 17 -> "{\"purpose\":\"ignore\",\"radius\":" + random.nextInt(-5, 100) + ",\"test_mode\":\"yes\"}";
			case 18 -> "{\"disable_until_ts\":" + random.nextLong() + "}";
			case 19 -> "null";
			case 20 -> "\"" + canary + "\"";
			case 21 -> "{\"hash\":\"" + hash + "\"";
			case 22 -> "[" + "{},".repeat(10_001) + "{}]";
			default -> "{\"a\":\"" + "a".repeat(random.nextInt(20_000)) + "\"}";
		};
	}

	private static byte[] multipart(SplittableRandom random, String canary) {
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		String name = pick(random, "photo", "video", "file", "text", "metadata", "", canary, "a".repeat(2_000));
		out.writeBytes(latin1("--x\r\nContent-Disposition: form-data; name=\"" + name + "\"; filename=\""
				+ pick(random, canary, "../../" + canary, "a\0b", "f".repeat(3_000), "") + "\"\r\n"));
		if (random.nextInt(10) == 0) {
			out.writeBytes(latin1("X-Part: p\r\n".repeat(random.nextInt(2_000))));
		}
		out.writeBytes(latin1("\r\n"));
		out.writeBytes(random.nextBoolean() ? picture(random) : bytes(random, random.nextInt(500)));
		if (random.nextInt(10) == 0) {
			out.writeBytes(latin1("\r\n--x\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nb".repeat(random.nextInt(2_000))));
		}
		if (random.nextInt(4) > 0) {
			out.writeBytes(latin1("\r\n--x--\r\n"));
		}
		return out.toByteArray();
	}

	private static byte[] picture(SplittableRandom random) {
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		out.writeBytes(MAGIC[random.nextInt(MAGIC.length)]);
		out.writeBytes(bytes(random, random.nextInt(2_000)));
		return out.toByteArray();
	}

	private static byte[] bytes(SplittableRandom random, int count) {
		byte[] bytes = new byte[count];
		random.nextBytes(bytes);
		return bytes;
	}

	/** The rest of the headers and the body, most of them right. */
	private static void frame(ByteArrayOutputStream out, SplittableRandom random, byte[] body, int how) {
		out.writeBytes(utf8("Content-Type: " + pick(random, TYPES) + "\r\n"));
		switch (how) {
			case 0 -> {
				out.writeBytes(latin1("Content-Length: " + pick(random, LENGTHS) + "\r\n\r\n"));
				out.writeBytes(body);
			}
			case 1 -> {
				out.writeBytes(latin1("Content-Length: " + (body.length + 1 + random.nextInt(1_000)) + "\r\n\r\n"));
				out.writeBytes(body);
			}
			case 2 -> {
				out.writeBytes(latin1("Transfer-Encoding: " + pick(random, CODINGS) + "\r\n\r\n" + pick(random, CHUNKS)));
			}
			case 3, 4 -> {
				out.writeBytes(latin1("Transfer-Encoding: chunked\r\n\r\n"));
				for (int from = 0; from < body.length;) {
					int count = Math.min(body.length - from, 1 + random.nextInt(4_096));
					out.writeBytes(latin1(Integer.toHexString(count) + "\r\n"));
					out.write(body, from, count);
					out.writeBytes(latin1("\r\n"));
					from += count;
				}
				out.writeBytes(latin1("0\r\n\r\n"));
			}
			default -> {
				out.writeBytes(latin1("Content-Length: " + body.length + "\r\n\r\n"));
				out.writeBytes(body);
			}
		}
	}

	/** Two lengths that differ, or a length and chunks, with another request where the one or the other ends. */
	private static void smuggle(ByteArrayOutputStream out, SplittableRandom random, String canary) {
		String second = "GET /status?smuggled=" + canary + " HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n";
		out.writeBytes(latin1("Content-Type: application/json\r\n"));
		out.writeBytes(latin1(switch (random.nextInt(6)) {
			case 0 -> "Content-Length: " + (5 + second.length()) + "\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n" + second;
			case 1 -> "Transfer-Encoding: chunked\r\nContent-Length: 4\r\n\r\n" + Integer.toHexString(second.length()) + "\r\n" + second
					+ "\r\n0\r\n\r\n";
			case 2 -> "Content-Length: 2\r\nContent-Length: " + (2 + second.length()) + "\r\n\r\n{}" + second;
			case 3 -> "Content-Length: " + (2 + second.length()) + "\r\nContent-Length: 2\r\n\r\n{}" + second;
			case 4 -> "Transfer-Encoding: xchunked\r\nContent-Length: 5\r\n\r\n0\r\n\r\n" + second;
			default -> "Content-Length: 0\r\nTransfer-Encoding: chunked\r\n\r\n" + Integer.toHexString(second.length()) + "\r\n" + second
					+ "\r\n0\r\n\r\n";
		}));
	}
}
