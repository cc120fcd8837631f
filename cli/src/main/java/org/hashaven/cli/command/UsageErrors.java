package org.hashaven.cli.command;

import java.io.File;
import java.util.List;
import org.hashaven.cli.session.Session;
import org.hashaven.cli.text.Messages;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.TypeConversionException;
import picocli.CommandLine.UnmatchedArgumentException;

/** What was wrong with a command line, in the person's language, and where to read more. */
public final class UsageErrors {

	private UsageErrors() {
	}

	/** Says it. */
	public static void report(ParameterException failure, Session session) {
		Messages texts = session.texts();
		String what = switch (failure) {
			case UnmatchedArgumentException e -> unmatched(e, texts);
			case MissingParameterException e -> missing(e.getMissing(), texts);
			case OverwrittenOptionException e -> texts.get("use.twice", name(e.getOverwritten()));
			default -> invalid(failure, texts);
		};
		session.say(what);
		session.message("use.more", failure.getCommandLine().getCommandSpec().qualifiedName());
	}

	private static String unmatched(UnmatchedArgumentException failure, Messages texts) {
		String word = failure.getUnmatched().getFirst();
		boolean group = !failure.getCommandLine().getSubcommands().isEmpty();
		String what = texts.get(failure.isUnknownOption() ? "use.option" : group ? "use.command" : "use.extra", word);
		if (failure.isUnknownOption() && new File(word).exists()) {
			return what + " " + texts.get("use.dash", word);
		}
		List<String> similar = failure.getSuggestions();
		return similar.isEmpty() ? what : what + " " + texts.get("use.similar", similar.getFirst());
	}

	private static String missing(List<ArgSpec> missing, Messages texts) {
		ArgSpec first = missing.getFirst();
		return texts.get(first.isOption() ? "use.value" : "use.missing", name(first));
	}

	private static String invalid(ParameterException failure, Messages texts) {
		ArgSpec word = failure.getArgSpec();
		if (word == null) {
			return texts.get("use.wrong");
		}
		String allowed = failure.getCause() instanceof TypeConversionException e ? String.valueOf(e.getMessage()) : word.paramLabel();
		return texts.get("use.invalid", failure.getValue(), name(word), allowed);
	}

	private static String name(ArgSpec word) {
		return word instanceof OptionSpec option ? option.longestName() : word.paramLabel();
	}
}
