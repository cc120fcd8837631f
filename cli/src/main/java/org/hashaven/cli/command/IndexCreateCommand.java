package org.hashaven.cli.command;

import java.io.IOException;
import java.nio.file.Path;
import org.hashaven.cli.input.Folders;
import org.hashaven.cli.session.Session;
import org.hashaven.cli.session.Status;
import org.hashaven.cli.text.HavenException;
import org.hashaven.cli.text.OptionSpecs;
import org.hashaven.hash.Quality;
import org.hashaven.index.Bank;
import org.hashaven.index.HashIndex;
import org.hashaven.index.Purpose;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/**
 * {@code haven index create}: a new index with its default bank; or, with {@code --bank}, one more bank in an index that is there already,
 * or new rules for a bank it has.
 */
public final class IndexCreateCommand implements Command {

	@Override
	public String name() {
		return "create";
	}

	@Override
	public void declare(CommandSpec spec) {
		spec.addPositional(OptionSpecs.parameter(0, "DIR"));
		spec.addOption(OptionSpecs.text("--bank", "NAME"));
		spec.addOption(OptionSpecs.number("--radius", 0, Bank.MAX_RADIUS));
		spec.addOption(OptionSpecs.number("--quality-floor", 0, Quality.MAX));
		spec.addOption(OptionSpecs.choice("--purpose", Purpose.class));
	}

	@Override
	public Status run(ParseResult line, Session session) throws IOException, HavenException {
		Path folder = Folders.of(line.matchedPositionalValue(0, ""));
		String name = Folders.bankName(line.matchedOptionValue("--bank", Bank.DEFAULT.name()));
		Bank bank = new Bank(name, line.matchedOptionValue("--radius", Bank.DEFAULT_RADIUS),
				line.matchedOptionValue("--quality-floor", Bank.DEFAULT_QUALITY_FLOOR),
				line.matchedOptionValue("--purpose", Purpose.BLOCK));
		boolean exists = line.hasMatchedOption("--bank") && Folders.isIndex(folder);
		try (HashIndex index = exists ? HashIndex.open(folder) : HashIndex.create(folder)) {
			if (!bank.equals(Bank.DEFAULT)) {
				index.putBank(bank);
			}
		}
		session.console()
				.line(session.texts().get(exists ? "index.bank.put" : "index.created", bank.name(), bank.radius(), bank.qualityFloor(),
						session.texts().get("purpose." + bank.purpose())));
		return Status.DONE;
	}
}
