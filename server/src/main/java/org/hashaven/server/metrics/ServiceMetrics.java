package org.hashaven.server.metrics;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.FileDescriptorMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.Closeable;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.ToDoubleFunction;

/** All figures of one service. Thread-safe. */
public final class ServiceMetrics implements Closeable {

	private static final int MAX_BANKS = 2_000;

	private static final Duration[] BUCKETS = {Duration.ofNanos(100_000), Duration.ofNanos(250_000), Duration.ofNanos(500_000),
			Duration.ofMillis(1), Duration.ofNanos(2_500_000), Duration.ofMillis(5), Duration.ofMillis(10), Duration.ofMillis(25),
			Duration.ofMillis(50), Duration.ofMillis(100), Duration.ofMillis(250), Duration.ofMillis(500), Duration.ofSeconds(1),
			Duration.ofMillis(2_500), Duration.ofSeconds(5), Duration.ofSeconds(10), Duration.ofSeconds(30)};

	private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
	private final JvmGcMetrics collections = new JvmGcMetrics();

	public ServiceMetrics() {
		registry.config().meterFilter(MeterFilter.maximumAllowableTags("haven.matches", "bank", MAX_BANKS, MeterFilter.deny()))
				.meterFilter(MeterFilter.maximumAllowableTags("haven.retroactive", "bank", MAX_BANKS, MeterFilter.deny()));
		collections.bindTo(registry);
		new JvmMemoryMetrics().bindTo(registry);
		new JvmThreadMetrics().bindTo(registry);
		new ProcessorMetrics().bindTo(registry);
		new FileDescriptorMetrics().bindTo(registry);
		new UptimeMetrics().bindTo(registry);
	}

	/**
	 * Counts an answer and times it.
	 *
	 * @param method
	 *            of the route
	 * @param route
	 *            its template, never the path itself
	 * @param status
	 *            of the answer; 0 when the client left or its body was broken
	 */
	public void answered(String method, String route, int status, long nanos) {
		timer("haven.request", "Answers by route template, from the end of the headers",
				Tags.of("method", method, "route", route, "status", Integer.toString(status)), nanos);
	}

	/** Times a stage. */
	public void timed(Stage stage, long nanos) {
		timer("haven.stage", "Parts of the work on a request", Tags.of("stage", stage.word()), nanos);
	}

	private void timer(String name, String what, Tags tags, long nanos) {
		Timer.builder(name).description(what).tags(tags).serviceLevelObjectives(BUCKETS).register(registry).record(nanos,
				TimeUnit.NANOSECONDS);
	}

	/** Counts a record that matched. */
	public void matched(String bank, String purpose) {
		count("haven.matches", "Records that matched, by bank and its purpose", Tags.of("bank", bank, "purpose", purpose));
	}

	/** Counts a recent upload that shows a newly listed record. */
	public void matchedRetroactively(String bank) {
		count("haven.retroactive", "Recent uploads that show a newly listed record", Tags.of("bank", bank));
	}

	/** Counts an upload that could not be remembered. */
	public void forgotten() {
		count("haven.remember.dropped", "Uploads that could not be remembered", Tags.empty());
	}

	/** Counts a delivery to the webhook. */
	public void delivered(boolean acknowledged) {
		count("haven.webhook.deliveries", "Deliveries to the webhook", Tags.of("outcome", acknowledged ? "acknowledged" : "failed"));
	}

	/** Counts a request that was refused with 429 or 503. */
	public void refused(int status, Enum<?> reason) {
		count("haven.refused", "Requests refused with 429 or 503", Tags.of("status", Integer.toString(status), "reason", word(reason)));
	}

	/** Counts an upload of which could not be said whether it matches. */
	public void unjudged(Enum<?> reason) {
		unjudged(word(reason));
	}

	/** Likewise, where the reason is none of another enumeration. */
	public void unjudged(String reason) {
		count("haven.unjudged", "Uploads that could not be read or judged", Tags.of("reason", reason));
	}

	private void count(String name, String what, Tags tags) {
		Counter.builder(name).description(what).tags(tags).register(registry).increment();
	}

	private static String word(Enum<?> value) {
		return value.name().toLowerCase(Locale.ROOT);
	}

	/** Shows a value that is read when it is asked for. */
	public <T> void gauge(String name, String what, T of, ToDoubleFunction<T> value) {
		Gauge.builder(name, of, value).description(what).strongReference(true).register(registry);
	}

	/** A figure of each bank. */
	public MultiGauge perBank(String name, String what) {
		return MultiGauge.builder(name).description(what).register(registry);
	}

	/** Sets the figures of all banks, by their names. */
	public static void set(MultiGauge gauge, Map<String, ? extends Number> values) {
		gauge.register(values.entrySet().stream().map(each -> MultiGauge.Row.of(Tags.of("bank", each.getKey()), each.getValue())).toList(),
				true);
	}

	/** All figures as Prometheus reads them. */
	public String text() {
		return registry.scrape();
	}

	@Override
	public void close() {
		collections.close();
		registry.close();
	}
}
