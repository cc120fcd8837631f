package org.hashaven.cli.command;

import java.io.IOException;
import org.hashaven.cli.input.Folders;
import org.hashaven.cli.session.Session;
import org.hashaven.cli.session.Status;
import org.hashaven.cli.text.HavenException;
import org.hashaven.cli.text.Messages;
import org.hashaven.cli.text.OptionSpecs;
import org.hashaven.index.HashIndex;
import org.hashaven.index.IndexStats;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code haven index compact}: rewrites an index so that nothing of withdrawn records stays on the disk. */
public final class IndexCompactCommand implements Command {

	@Override
	public String name() {
		return "compact";
	}

	@Override
	public void declare(CommandSpec spec) {
		spec.addPositional(OptionSpecs.parameter(0, "DIR"));
	}

	@Override
	public Status run(ParseResult line, Session session) throws IOException, HavenException {
		try (HashIndex index = HashIndex.open(Folders.of(line.matchedPositionalValue(0, "")))) {
			long beforeBytes = index.stats().sizeBytes();
			index.compact();
			IndexStats after = index.stats();
			Messages texts = session.texts();
			session.console().line(
					texts.get("index.compacted", texts.count("count.records", after.records()), beforeBytes, after.sizeBytes()));
		}
		return Status.DONE;
	}
}
