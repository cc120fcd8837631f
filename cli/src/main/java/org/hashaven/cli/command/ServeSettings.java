package org.hashaven.cli.command;

import java.io.IOException;
import java.io.Reader;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import org.hashaven.cli.input.Folders;
import org.hashaven.cli.session.Workers;
import org.hashaven.cli.text.HavenException;
import org.hashaven.cli.text.OptionSpecs;
import org.hashaven.cli.text.TextLayout;
import org.hashaven.worker.Budget;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/**
 * The settings of {@code haven serve}. Each is looked for on the command line ({@code --port 80}), then in the environment
 * ({@code HAVEN_SERVE_PORT}), then in the file that {@code --config} or {@code HAVEN_SERVE_CONFIG} names ({@code port=80}). A name that is
 * none of them is an error, so that a slip of the pen does not go unnoticed.
 */
final class ServeSettings {

	/** What becomes of files that could not be judged: kept out or let in. */
	private enum Unjudged {
		CLOSED, OPEN
	}

	private static final String PREFIX = "HAVEN_SERVE_";
	private static final String CONFIG = "config";
	private static final String HOOKS = "hook-unjudged";
	private static final String V1 = "v1-unjudged";
	private static final String PASSWORD = "tls-password";
	private static final String REMEMBER = "remember";
	private static final String WEBHOOK = "webhook";
	private static final String WEBHOOK_SECRET = "webhook-secret";
	private static final String FOLLOW = "follow";
	private static final String FOLLOW_KEY = "follow-key";
	private static final String DAYS = "d";
	private static final int DEFAULT_PORT = 5100;
	private static final int MAX_PORT = 65_535;
	private static final int MAX_THREADS = 256;
	private static final int MAX_REMEMBER_DAYS = 365;

	/** All settings. The secrets are none of the command line's, which every user of the computer can read. */
	private static final List<String> NAMES = List.of("host", "port", "threads", Workers.CPU, Workers.MEMORY, HOOKS, V1, "backups",
			"tls-certificate", "tls-key", "tls-clients", PASSWORD, REMEMBER, WEBHOOK, WEBHOOK_SECRET, FOLLOW, FOLLOW_KEY);

	private final Map<String, String> values = new TreeMap<>();
	/** Where each value comes from, for messages. */
	private final Map<String, String> sources = new TreeMap<>();

	private ServeSettings() {
	}

	static void declare(CommandSpec spec) {
		spec.addOption(OptionSpecs.text("--config", "FILE"));
		spec.addOption(OptionSpecs.number("--port", 0, MAX_PORT));
		spec.addOption(OptionSpecs.text("--host", "HOST"));
		spec.addOption(OptionSpecs.number("--threads", 1, MAX_THREADS));
		Workers.declare(spec);
		spec.addOption(OptionSpecs.choice("--" + HOOKS, Unjudged.class));
		spec.addOption(OptionSpecs.choice("--" + V1, Unjudged.class));
		spec.addOption(OptionSpecs.text("--backups", "FOLDER"));
		spec.addOption(OptionSpecs.text("--tls-certificate", "FILE"));
		spec.addOption(OptionSpecs.text("--tls-key", "FILE"));
		spec.addOption(OptionSpecs.text("--tls-clients", "FILE"));
		spec.addOption(OptionSpecs.text("--" + REMEMBER, "DAYS"));
		spec.addOption(OptionSpecs.text("--" + WEBHOOK, "URL"));
		spec.addOption(OptionSpecs.text("--" + FOLLOW, "URL"));
	}

	/** Reads them all. */
	static ServeSettings of(ParseResult line, Map<String, String> environment) throws IOException, HavenException {
		ServeSettings settings = new ServeSettings();
		String file = line.matchedOptionValue("--" + CONFIG, environment.get(PREFIX + "CONFIG"));
		if (file != null) {
			settings.takeFile(Folders.of(file), TextLayout.visible(file));
		}
		settings.takeEnvironment(environment);
		for (String name : NAMES) {
			Object value = line.matchedOptionValue("--" + name, (Object) null);
			if (value != null) {
				settings.put(name, value instanceof Enum<?> word ? word.name() : value.toString(), "--" + name);
			}
		}
		return settings;
	}

	private void takeFile(Path file, String shown) throws IOException, HavenException {
		Properties properties = new Properties();
		try (Reader reader = Files.newBufferedReader(file)) {
			properties.load(reader);
		} catch (IOException | IllegalArgumentException e) {
			throw new HavenException("serve.config.unreadable", shown);
		}
		for (String name : properties.stringPropertyNames()) {
			require(name, name, shown);
			put(name, properties.getProperty(name).strip(), shown);
		}
	}

	private void takeEnvironment(Map<String, String> environment) throws HavenException {
		for (Map.Entry<String, String> each : environment.entrySet()) {
			String variable = each.getKey();
			if (variable.startsWith(PREFIX) && !variable.equals(PREFIX + "CONFIG")) {
				String name = variable.substring(PREFIX.length()).toLowerCase(Locale.ROOT).replace('_', '-');
				require(name, variable, PREFIX + "…");
				put(name, each.getValue().strip(), variable);
			}
		}
	}

	private static void require(String name, String shown, String source) throws HavenException {
		if (!NAMES.contains(name)) {
			throw new HavenException("serve.config.unknown", source, TextLayout.visible(shown), String.join(", ", NAMES));
		}
	}

	private void put(String name, String value, String source) {
		values.put(name, value);
		sources.put(name, source);
	}

	private @Nullable String text(String name) {
		String value = values.get(name);
		return value == null || value.isEmpty() ? null : value;
	}

	private HavenException wrong(String name) {
		return new HavenException("serve.config.value", sources.getOrDefault(name, ""), TextLayout.visible(values.getOrDefault(name, "")),
				name);
	}

	private int number(String name, int min, int max, int otherwise) throws HavenException {
		String value = text(name);
		if (value == null) {
			return otherwise;
		}
		try {
			int number = Integer.parseInt(value);
			if (number >= min && number <= max) {
				return number;
			}
		} catch (NumberFormatException e) {
			// said below
		}
		throw wrong(name);
	}

	private @Nullable Path path(String name) throws HavenException {
		String value = text(name);
		return value == null ? null : Folders.of(value);
	}

	String host() {
		String host = text("host");
		return host == null ? "127.0.0.1" : host;
	}

	int port() throws HavenException {
		return number("port", 0, MAX_PORT, DEFAULT_PORT);
	}

	/** Uploads at a time; 0 for the usual. */
	int threads() throws HavenException {
		return number("threads", 1, MAX_THREADS, 0);
	}

	Budget budget() throws HavenException {
		Budget usual = Budget.DEFAULT;
		return new Budget(number(Workers.CPU, 1, Budget.MAX_CPU_SECONDS, usual.cpuSeconds()),
				text(Workers.CPU) == null ? usual.cpuSecondsPerMb() : 0,
				number(Workers.MEMORY, Budget.MIN_MEMORY_MB, Budget.MAX_MEMORY_MB, usual.memoryMb()));
	}

	boolean hooksFailOpen() throws HavenException {
		return unjudged(HOOKS, Unjudged.CLOSED) == Unjudged.OPEN;
	}

	/** Whether {@code /v1} says to block what it could not judge. */
	boolean v1FailsClosed() throws HavenException {
		return unjudged(V1, Unjudged.OPEN) == Unjudged.CLOSED;
	}

	private Unjudged unjudged(String name, Unjudged otherwise) throws HavenException {
		String word = text(name);
		if (word == null) {
			return otherwise;
		}
		for (Unjudged each : Unjudged.values()) {
			if (each.name().equalsIgnoreCase(word)) {
				return each;
			}
		}
		throw wrong(name);
	}

	@Nullable
	Path backups() throws HavenException {
		return path("backups");
	}

	@Nullable
	Path tlsCertificate() throws HavenException {
		Path certificate = path("tls-certificate");
		if (certificate == null && (text("tls-key") != null || text("tls-clients") != null)) {
			throw new HavenException("serve.config.tls");
		}
		return certificate;
	}

	@Nullable
	Path tlsKey() throws HavenException {
		return path("tls-key");
	}

	@Nullable
	Path tlsClients() throws HavenException {
		return path("tls-clients");
	}

	@Nullable
	String tlsPassword() {
		return text(PASSWORD);
	}

	/** How long uploads are remembered; null for not. */
	@Nullable
	Duration remember() throws HavenException {
		String days = text(REMEMBER);
		if (days == null) {
			return null;
		}
		values.put(REMEMBER, days.endsWith(DAYS) ? days.substring(0, days.length() - DAYS.length()) : days);
		return Duration.ofDays(number(REMEMBER, 1, MAX_REMEMBER_DAYS, 0));
	}

	/** Where events are sent; null for nowhere. */
	@Nullable
	URI webhook() throws HavenException {
		return address(WEBHOOK, "serve.config.webhook");
	}

	private @Nullable URI address(String name, String error) throws HavenException {
		String address = text(name);
		try {
			return address == null ? null : new URI(address);
		} catch (URISyntaxException e) {
			throw new HavenException(error);
		}
	}

	/** The primary that is followed; null for none. */
	@Nullable
	URI follow() throws HavenException {
		return address(FOLLOW, "serve.config.follow");
	}

	/** The key for it; empty when it is not there. */
	String followKey() {
		String key = text(FOLLOW_KEY);
		return key == null ? "" : key;
	}

	/** What signs them; empty when it is not there. */
	String webhookSecret() {
		String secret = text(WEBHOOK_SECRET);
		return secret == null ? "" : secret;
	}
}
