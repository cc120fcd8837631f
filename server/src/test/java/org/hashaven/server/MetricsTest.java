package org.hashaven.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hashaven.server.Service.Answer;
import org.hashaven.server.http.Limits;
import org.hashaven.server.store.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code /metrics}: what is counted, and what no label ever holds. */
class MetricsTest {

	private static final Pattern LABEL = Pattern.compile("([a-z_]+)=\"([^\"]*)\"");
	private static final String LOOKUP = "/m/lookup?signal_type=pdq&signal=" + AllPaths.HASH;

	@TempDir
	private Path folder;

	private static String scrape(Service service) {
		Answer answer = service.get("/metrics");
		assertThat(answer.status()).as(answer.text()).isEqualTo(200);
		assertThat(answer.headers().get("content-type")).containsExactly("text/plain; version=0.0.4; charset=utf-8");
		return answer.text();
	}

	/** The value of a line, by what it begins with. */
	private static double value(String metrics, String line) {
		return metrics.lines().filter(each -> each.startsWith(line + " ")).mapToDouble(each -> {
			return Double.parseDouble(each.substring(each.lastIndexOf(' ') + 1));
		}).findFirst().orElse(Double.NaN);
	}

	@Test
	void labels_holdNothingOfAClient_afterAllPathsWereAsked() {
		List<String> secrets;
		String metrics;
		try (Service service = Service.start(folder.resolve("index"))) {
			secrets = new ArrayList<>(AllPaths.ask(service));
			secrets.addAll(List.of("secretmethod", "secretpath", "secretquery", "secretkey", "secretname"));
			service.send(service.request("/secretpath?x=secretquery").header("Authorization", "Bearer secretkey").method("SECRETMETHOD",
					BodyPublishers.ofString("secretname")));
			service.send(service.request("/c/banks?x=secretquery").method("SECRETMETHOD", BodyPublishers.noBody()));
			metrics = scrape(service);
		}
		assertThat(secrets).hasSizeGreaterThan(8);
		for (String secret : secrets) {
			assertThat(metrics.toLowerCase(java.util.Locale.ROOT)).doesNotContain(secret);
		}
		Set<String> routes = new TreeSet<>();
		Matcher label = LABEL.matcher(metrics);
		while (label.find()) {
			assertThat(label.group(2)).as(label.group(1)).doesNotContain("?", "%");
			if (label.group(1).equals("route")) {
				routes.add(label.group(2));
			}
		}
		assertThat(routes).contains("none", "/c/bank/<bank_name>/content/<content_id>", "/m/lookup", "/h/hash");
	}

	@Test
	void figures_countWhatHappened() {
		try (Service service = Service.start(folder.resolve("index"))) {
			service.bank("BANK");
			service.add("BANK", AllPaths.HASH);
			service.upload("/c/bank/BANK/content", "photo", Pictures.photo(3));
			service.get(LOOKUP);
			service.get(LOOKUP);
			service.upload("/m/lookup", "photo", Pictures.photo(3));
			service.upload("/m/lookup", "photo", Pictures.photo(4));
			service.upload("/m/lookup", "video", Pictures.video());
			service.upload("/m/lookup", "photo", new byte[]{1, 2, 3});
			service.upload("/m/lookup", "photo", java.util.Arrays.copyOf(Pictures.photo(5), Pictures.photo(5).length / 2));
			service.delete("/c/bank/BANK/content/1");
			String metrics = scrape(service);
			assertThat(value(metrics, "haven_request_seconds_count{method=\"GET\",route=\"/m/lookup\",status=\"200\"}")).isEqualTo(2);
			assertThat(value(metrics, "haven_matches_total{bank=\"BANK\",purpose=\"block\"}")).isEqualTo(3);
			assertThat(value(metrics, "haven_unjudged_total{reason=\"undecided\"}")).isEqualTo(1);
			assertThat(metrics).containsPattern("haven_unjudged_total\\{reason=\"(?!undecided)[a-z_]+\"} 1\\.0");
			for (String stage : List.of("decode", "hash", "video", "lookup", "upload", "commit")) {
				assertThat(value(metrics, "haven_stage_seconds_count{stage=\"" + stage + "\"}")).as(stage).isPositive();
				assertThat(value(metrics, "haven_stage_seconds_sum{stage=\"" + stage + "\"}")).as(stage).isPositive();
			}
			assertThat(value(metrics, "haven_index_records")).isEqualTo(1);
			assertThat(value(metrics, "haven_index_withdrawn_on_disk")).as("erased at once or soon").isBetween(0.0, 1.0);
			assertThat(value(metrics, "haven_bank_records{bank=\"BANK\"}")).isEqualTo(1);
			assertThat(value(metrics, "haven_bank_enabled_ratio{bank=\"BANK\"}")).isEqualTo(1);
			assertThat(value(metrics, "haven_catalog_size_bytes")).isGreaterThan(4_096);
			assertThat(value(metrics, "haven_index_size_bytes")).isPositive();
			assertThat(value(metrics, "haven_uploads_active")).isZero();
			assertThat(metrics).contains("jvm_memory_used_bytes", "jvm_gc_", "jvm_threads_live_threads", "process_files_open");
		}
	}

	@Test
	void refusals_areCountedByReason() throws InterruptedException, ExecutionException {
		byte[] photo = Pictures.photo(1);
		Limits limits = Limits.DEFAULT.withUploads(1).withWaitingUploads(1);
		int busy = 0;
		try (Service service = Service.start(folder.resolve("index"), ServerOptions.DEFAULT.withPort(0).withLimits(limits));
				ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
			List<Future<Answer>> answers = new ArrayList<>();
			for (int i = 0; i < 20; i++) {
				answers.add(clients.submit(() -> service.upload("/h/hash", "photo", photo)));
			}
			for (Future<Answer> answer : answers) {
				busy += answer.get().status() == 503 ? 1 : 0;
			}
			assertThat(busy).isPositive();
			assertThat(value(scrape(service), "haven_refused_total{reason=\"places\",status=\"503\"}")).isEqualTo(busy);
		}
	}

	/** A key that only reads figures cannot test whether a hash is listed. */
	@Test
	void key_ofTheMonitor_readsFiguresOnly() throws IOException {
		Path index = folder.resolve("index");
		Service.start(index).close();
		String monitor;
		String match;
		try (KeyRing keys = KeyRing.open(index)) {
			monitor = keys.create("prometheus", Set.of(Role.MONITOR), null, null).orElseThrow();
			match = keys.create("uploads", Set.of(Role.MATCH), null, null).orElseThrow();
		}
		try (Service service = Service.start(index)) {
			assertThat(service.get("/metrics").status()).isEqualTo(401);
			assertThat(status(service, match, "/metrics")).isEqualTo(403);
			assertThat(status(service, monitor, "/metrics")).isEqualTo(200);
			assertThat(status(service, monitor, LOOKUP)).isEqualTo(403);
			assertThat(status(service, monitor, "/c/banks")).isEqualTo(403);
		}
	}

	private static int status(Service service, String key, String path) {
		return service.send(service.request(path).header("Authorization", "Bearer " + key).GET()).status();
	}
}
