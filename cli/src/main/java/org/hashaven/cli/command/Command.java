package org.hashaven.cli.command;

import java.io.IOException;
import java.util.List;
import org.hashaven.cli.session.Session;
import org.hashaven.cli.session.Status;
import org.hashaven.cli.text.HavenException;
import org.hashaven.cli.text.Messages;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/**
 * One command of the program: says what words it takes, then does its work.
 *
 * <p>
 * Specs are built by hand, not from annotations: reading annotations by reflection takes longer than hashing a photo.
 */
public interface Command {

	/** The word it is called by. */
	String name();

	/** Adds its options and parameters; their descriptions come from {@link Messages}, under {@code haven.<name>.<option>}. */
	void declare(CommandSpec spec);

	/** The commands of a group; none for one that works itself. */
	default List<Command> members() {
		return List.of();
	}

	/** Does the work. */
	Status run(ParseResult line, Session session) throws IOException, HavenException, InterruptedException;
}
