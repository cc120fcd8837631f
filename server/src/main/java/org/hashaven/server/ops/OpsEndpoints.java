package org.hashaven.server.ops;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.hashaven.server.http.Call;
import org.hashaven.server.http.Reply;
import org.hashaven.server.http.Route;
import org.hashaven.server.store.Role;

/** {@code /metrics}. */
public final class OpsEndpoints {

	private static final String PROMETHEUS_TEXT = "text/plain; version=0.0.4; charset=utf-8";

	private final Gauges gauges;

	public OpsEndpoints(Gauges gauges) {
		this.gauges = gauges;
	}

	/** The routes. */
	public List<Route> routes() {
		return List.of(new Route("GET", "/metrics", Role.MONITOR, "Figures for Prometheus", this::metrics));
	}

	private Reply metrics(Call call) throws IOException {
		return new Reply(200, PROMETHEUS_TEXT, gauges.text().getBytes(StandardCharsets.UTF_8));
	}
}
