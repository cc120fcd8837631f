package org.hashaven.cli.command;

import java.io.IOException;
import org.hashaven.cli.input.Folders;
import org.hashaven.cli.session.Session;
import org.hashaven.cli.session.Status;
import org.hashaven.cli.text.HavenException;
import org.hashaven.cli.text.Messages;
import org.hashaven.cli.text.OptionSpecs;
import org.hashaven.index.Bank;
import org.hashaven.index.HashIndex;
import org.hashaven.index.IndexStats;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code haven index stats}: what an index holds. */
public final class IndexStatsCommand implements Command {

	@Override
	public String name() {
		return "stats";
	}

	@Override
	public void declare(CommandSpec spec) {
		spec.addPositional(OptionSpecs.parameter(0, "DIR"));
	}

	@Override
	public Status run(ParseResult line, Session session) throws IOException, HavenException {
		Messages texts = session.texts();
		try (HashIndex index = HashIndex.openReadOnly(Folders.of(line.matchedPositionalValue(0, "")))) {
			IndexStats stats = index.stats();
			session.console().line(texts.get("stats.media", stats.media()));
			session.console().line(texts.get("stats.records", stats.records()));
			session.console().line(texts.get("stats.regions", stats.regions()));
			session.console().line(texts.get("stats.withdrawn", stats.withdrawnOnDisk()));
			session.console().line(texts.get("stats.size", stats.sizeBytes(), texts.count("count.segments", stats.segments()),
					stats.formatVersion()));
			for (IndexStats.BankStats bankStats : stats.banks()) {
				Bank bank = bankStats.bank();
				session.console().line(texts.get("stats.bank", bank.name(), texts.get("purpose." + bank.purpose()), bank.radius(),
						bank.qualityFloor(), bankStats.records(), bankStats.belowFloor()));
			}
		}
		return Status.DONE;
	}
}
