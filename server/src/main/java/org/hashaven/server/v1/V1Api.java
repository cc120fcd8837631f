package org.hashaven.server.v1;

import java.util.ArrayList;
import java.util.List;
import org.hashaven.server.curation.Curator;
import org.hashaven.server.http.Admission;
import org.hashaven.server.http.Route;
import org.hashaven.server.match.BankDirectory;
import org.hashaven.server.match.IndexGateway;
import org.hashaven.server.match.Lookups;
import org.hashaven.server.policy.Judge;
import org.hashaven.server.policy.PolicyOptions;
import org.hashaven.server.policy.Quarantine;
import org.hashaven.server.replica.PageReader;
import org.hashaven.server.retro.UploadMemory;
import org.hashaven.server.store.Catalog;

/** All paths under {@code /v1}. */
public final class V1Api {

	private final IndexGateway index;
	private final Catalog catalog;
	private final BankDirectory banks;
	private final Lookups lookups;
	private final Curator curator;
	private final Quarantine quarantine;
	private final UploadMemory memory;
	private final PolicyOptions policy;

	public V1Api(IndexGateway index, Catalog catalog, BankDirectory banks, Lookups lookups, Curator curator, Quarantine quarantine,
			UploadMemory memory, PolicyOptions policy) {
		this.index = index;
		this.catalog = catalog;
		this.banks = banks;
		this.lookups = lookups;
		this.curator = curator;
		this.quarantine = quarantine;
		this.memory = memory;
		this.policy = policy;
	}

	/** The routes. */
	public List<Route> routes(Admission admission) {
		Judge judge = new Judge(index, banks, lookups, quarantine, memory);
		List<Route> routes = new ArrayList<>();
		routes.addAll(new MatchRoutes(judge, new VerdictJson(index, policy.failClosed()), admission).routes());
		routes.addAll(new BankRoutes(curator, banks, index).routes());
		routes.addAll(new QuarantineRoutes(quarantine, banks, catalog).routes());
		routes.addAll(new DecisionRoutes(catalog, banks).routes());
		routes.addAll(new RetroactiveRoutes(catalog, banks).routes());
		routes.addAll(new RecordRoutes(curator, banks, catalog, index, lookups).routes());
		routes.addAll(new ChangeRoutes(banks, catalog, curator).routes());
		routes.addAll(new ReplicaRoutes(new PageReader(index, catalog), banks, curator).routes());
		return OpenApi.with(routes);
	}
}
