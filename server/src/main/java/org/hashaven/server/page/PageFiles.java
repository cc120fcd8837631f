package org.hashaven.server.page;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.hashaven.server.http.Call;
import org.hashaven.server.http.Reply;
import org.hashaven.server.http.Route;

/** The files of the page. Its browser may load nothing else, run nothing but its one script, and show it in no frame. */
final class PageFiles {

	private static final Map<String, String> HEADERS = Map.of("Content-Security-Policy",
			"default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src data:; form-action 'none'; "
					+ "base-uri 'none'; frame-ancestors 'none'",
			"Referrer-Policy", "no-referrer", "X-Frame-Options", "DENY", "Cross-Origin-Opener-Policy", "same-origin",
			"Cross-Origin-Resource-Policy", "same-origin", "Permissions-Policy", "camera=(), geolocation=(), microphone=()");

	private PageFiles() {
	}

	static List<Route> routes() {
		return List.of(new Route("GET", "/", null, "The moderator's page", PageFiles::page),
				file("page.css", "text/css; charset=utf-8"), file("page.js", "text/javascript; charset=utf-8"),
				file("en.json", "application/json"), file("ko.json", "application/json"));
	}

	private static Route file(String name, String contentType) {
		byte[] content = read(name);
		return new Route("GET", "/page/" + name, null, "A file of the page", call -> new Reply(200, contentType, content, HEADERS));
	}

	private static Reply page(Call call) {
		String html = new String(read("page.html"), StandardCharsets.UTF_8).replace("@LANG@", language(call.acceptLanguage()));
		return new Reply(200, "text/html; charset=utf-8", html.getBytes(StandardCharsets.UTF_8), HEADERS);
	}

	/** Korean where it is wished for before English. */
	static String language(String acceptLanguage) {
		try {
			Locale best = Locale.lookup(Locale.LanguageRange.parse(acceptLanguage), List.of(Locale.ENGLISH, Locale.KOREAN));
			return Optional.ofNullable(best).orElse(Locale.ENGLISH).getLanguage();
		} catch (IllegalArgumentException e) {
			return "en";
		}
	}

	private static byte[] read(String name) {
		try (InputStream in = PageFiles.class.getResourceAsStream(name)) {
			if (in == null) {
				throw new IllegalStateException("no resource " + name);
			}
			return in.readAllBytes();
		} catch (IOException e) {
			throw new IllegalStateException(e);
		}
	}
}
