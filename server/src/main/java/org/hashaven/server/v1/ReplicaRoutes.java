package org.hashaven.server.v1;

import java.io.IOException;
import java.util.List;
import org.hashaven.server.curation.Curator;
import org.hashaven.server.http.ApiException;
import org.hashaven.server.http.Call;
import org.hashaven.server.http.Reply;
import org.hashaven.server.http.Route;
import org.hashaven.server.match.BankDirectory;
import org.hashaven.server.replica.PageReader;
import org.hashaven.server.store.Bank;
import org.hashaven.server.store.Role;

/** {@code /v1/replica}: everything that changed since a checkpoint, hashes and all, for services that follow this one. */
final class ReplicaRoutes {

	private static final int MAX_PAGE = 10_000;
	private static final int USUAL_PAGE = 1_000;

	private final PageReader pages;
	private final BankDirectory banks;
	private final Curator curator;

	ReplicaRoutes(PageReader pages, BankDirectory banks, Curator curator) {
		this.pages = pages;
		this.banks = banks;
		this.curator = curator;
	}

	List<Route> routes() {
		return List.of(new Route("GET", "/v1/replica", Role.REPLICATE, "Hand changes with their hashes to a replica", this::page));
	}

	private Reply page(Call call) throws IOException {
		long since = call.queryNumber("since", 0, 0, Long.MAX_VALUE);
		long at = call.queryNumber("at", 0, 0, Long.MAX_VALUE);
		long limit = call.queryNumber("limit", USUAL_PAGE, 1, MAX_PAGE);
		if (!pages.knows(since, at)) {
			throw new ApiException(409, "the checkpoint is not one of this service");
		}
		for (Bank bank : banks.all()) {
			curator.adoptAll(bank);
		}
		return Reply.json(pages.read(since, limit));
	}
}
