package org.hashaven.server;

import java.util.Objects;
import org.hashaven.server.http.Limits;
import org.hashaven.server.policy.PolicyOptions;
import org.hashaven.worker.Budget;

/**
 * How a service runs.
 *
 * @param host
 *            name or address to listen on; another than this computer's own only when there is a key
 * @param port
 *            0 for any that is free
 * @param limits
 *            what clients may use
 * @param budget
 *            what decoding one upload may use
 * @param policy
 *            what it does beyond looking things up
 * @param ops
 *            how it is run
 */
public record ServerOptions(String host, int port, Limits limits, Budget budget, PolicyOptions policy, OpsOptions ops) {

	/** The port that HMA's clients know. */
	public static final int DEFAULT_PORT = 5100;

	private static final int MAX_PORT = 65_535;

	/** This computer only, HMA's port, an upload at a time for each core. */
	public static final ServerOptions DEFAULT = new ServerOptions("127.0.0.1", DEFAULT_PORT, Limits.DEFAULT, Budget.DEFAULT,
			PolicyOptions.DEFAULT, OpsOptions.DEFAULT);

	/**
	 * @throws IllegalArgumentException
	 *             when the port is out of its limits
	 */
	public ServerOptions {
		Objects.requireNonNull(host, "host");
		Objects.requireNonNull(limits, "limits");
		Objects.requireNonNull(budget, "budget");
		Objects.requireNonNull(policy, "policy");
		Objects.requireNonNull(ops, "ops");
		if (port < 0 || port > MAX_PORT) {
			throw new IllegalArgumentException("port is 0.." + MAX_PORT + ", not " + port);
		}
	}

	/** These options with another host. */
	public ServerOptions withHost(String newHost) {
		return new ServerOptions(newHost, port, limits, budget, policy, ops);
	}

	/** These options with another port. */
	public ServerOptions withPort(int newPort) {
		return new ServerOptions(host, newPort, limits, budget, policy, ops);
	}

	/** These options with other limits. */
	public ServerOptions withLimits(Limits newLimits) {
		return new ServerOptions(host, port, newLimits, budget, policy, ops);
	}

	/** These options with another budget for decoding. */
	public ServerOptions withBudget(Budget newBudget) {
		return new ServerOptions(host, port, limits, newBudget, policy, ops);
	}

	/** These options with another policy. */
	public ServerOptions withPolicy(PolicyOptions newPolicy) {
		return new ServerOptions(host, port, limits, budget, newPolicy, ops);
	}

	/** These options, run otherwise. */
	public ServerOptions withOps(OpsOptions newOps) {
		return new ServerOptions(host, port, limits, budget, policy, newOps);
	}
}
