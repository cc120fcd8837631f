package org.hashaven.cli;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code haven demo}: the whole path on sample pictures. */
final class DemoCommand implements Command {

	@Override
	public String name() {
		return "demo";
	}

	@Override
	public void declare(CommandSpec spec) {
		// nothing but the options all commands have
	}

	@Override
	public Status run(ParseResult line, Session session) {
		return Status.DONE;
	}
}
