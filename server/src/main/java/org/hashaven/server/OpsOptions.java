package org.hashaven.server;

/**
 * How a service is run, beside what it serves.
 *
 * @param hooksFailOpen
 *            whether the hooks let in what they could not judge
 */
public record OpsOptions(boolean hooksFailOpen) {

	/** What could not be judged is kept out. */
	public static final OpsOptions DEFAULT = new OpsOptions(false);

	/** These options with another answer of the hooks. */
	public OpsOptions withHooksFailOpen(boolean newHooksFailOpen) {
		return new OpsOptions(newHooksFailOpen);
	}
}
