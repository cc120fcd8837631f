package org.hashaven.cli.command;

import java.io.IOException;
import org.hashaven.cli.input.Folders;
import org.hashaven.cli.session.Session;
import org.hashaven.cli.session.Status;
import org.hashaven.cli.text.HavenException;
import org.hashaven.cli.text.Messages;
import org.hashaven.cli.text.OptionSpecs;
import org.hashaven.cli.text.TextLayout;
import org.hashaven.index.HashIndex;
import org.hashaven.index.VerifyReport;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code haven index verify}: reads every file and every record and says what is wrong. */
public final class IndexVerifyCommand implements Command {

	@Override
	public String name() {
		return "verify";
	}

	@Override
	public void declare(CommandSpec spec) {
		spec.addPositional(OptionSpecs.parameter(0, "DIR"));
	}

	@Override
	public Status run(ParseResult line, Session session) throws IOException, HavenException {
		Messages texts = session.texts();
		try (HashIndex index = HashIndex.openReadOnly(Folders.of(line.matchedPositionalValue(0, "")))) {
			VerifyReport report = index.verify();
			report.faults().forEach(fault -> session.message("verify." + fault.kind(), TextLayout.visible(fault.subject())));
			String verdict = report.clean() ? "verify.clean" : "verify.damaged";
			session.console().line(report.records() == 0
					? texts.get(verdict + ".none")
					: texts.get(verdict, texts.count("count.records", report.records()), texts.count("count.segments", report.segments())));
			return report.clean() ? Status.DONE : Status.FAILED;
		}
	}
}
