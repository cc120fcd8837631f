package org.hashaven.cli.text;

/**
 * A command cannot go on, or an input cannot be used, for a reason that a person can be told: a key of {@link Messages} with its arguments.
 */
public final class HavenException extends Exception {

	private static final long serialVersionUID = 1L;

	private final String key;
	private final transient Object[] arguments;

	public HavenException(String key, Object... arguments) {
		super(key);
		this.key = key;
		this.arguments = arguments.clone();
	}

	/** The reason as a sentence. */
	public String text(Messages texts) {
		return texts.get(key, arguments);
	}
}
