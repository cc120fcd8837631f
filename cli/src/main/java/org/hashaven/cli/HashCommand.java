package org.hashaven.cli;

import java.io.IOException;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code haven hash}: the hashes of pictures, made on this device. */
final class HashCommand implements Command {

	@Override
	public String name() {
		return "hash";
	}

	@Override
	public void declare(CommandSpec spec) {
		spec.addOption(Words.choice("--format", OutputFormat.class));
		spec.addOption(Words.flag("--names"));
		spec.addOption(Words.flag("--dihedral"));
		spec.addPositional(Words.parameters(0, "PATH"));
	}

	@Override
	public Status run(ParseResult line, Session session) throws IOException, HavenException, InterruptedException {
		boolean dihedral = line.matchedOptionValue("--dihedral", false);
		boolean names = line.matchedOptionValue("--names", false);
		OutputFormat format = line.matchedOptionValue("--format", OutputFormat.TEXT);
		List<Input> inputs = InputFinder.find(line.matchedPositionalValue(0, List.of()), session.console().in(), false);
		if (inputs.isEmpty()) {
			throw new HavenException("hash.nothing");
		}
		HashPrinter printer = HashPrinter.of(format, session, names, dihedral);
		printer.begin();
		int unusable = new InputRunner(session, new PictureHasher(dihedral)).run(inputs, printer::print);
		return unusable == 0 ? Status.DONE : Status.PARTIAL;
	}
}
