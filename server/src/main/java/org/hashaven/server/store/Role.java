package org.hashaven.server.store;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** What a key may do. */
public enum Role {
	/** Hash uploads. */
	HASH,
	/** Look hashes and uploads up. */
	MATCH,
	/** Read and change banks. */
	CURATE,
	/** Read everything that is listed, hashes and all, to follow the service. */
	REPLICATE,
	/** Read the figures of the service, and nothing else. */
	MONITOR,
	/** Everything. */
	ADMIN;

	/** The word for it in commands and messages. */
	public String word() {
		return name().toLowerCase(Locale.ROOT);
	}

	/**
	 * Reads roles separated by commas.
	 *
	 * @throws IllegalArgumentException
	 *             if there is none, or another word
	 */
	public static Set<Role> parse(String words) {
		Set<Role> roles = EnumSet.noneOf(Role.class);
		for (String word : words.split(",", -1)) {
			roles.add(valueOf(word.strip().toUpperCase(Locale.ROOT)));
		}
		return roles;
	}

	/** Their words, separated by commas. */
	public static String words(Set<Role> roles) {
		return EnumSet.copyOf(roles).stream().map(Role::word).collect(Collectors.joining(","));
	}
}
