package org.hashaven.cli.text;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.TypeConversionException;

/** The kinds of words commands take, as picocli's specs. */
public final class OptionSpecs {

	private OptionSpecs() {
	}

	/** An option without a value. */
	public static OptionSpec flag(String... names) {
		return OptionSpec.builder(names).arity("0").type(boolean.class).build();
	}

	/** An option with a text. */
	public static OptionSpec text(String name, String label) {
		return OptionSpec.builder(name).arity("1").type(String.class).paramLabel(label).build();
	}

	/** An option with a number within limits. */
	public static OptionSpec number(String name, int min, int max) {
		return numberSpec(name, min, max).build();
	}

	/** The option {@code --key} that several commands have, with a number within limits; its text is under the key alone. */
	public static OptionSpec sharedNumber(String key, int min, int max) {
		return numberSpec("--" + key, min, max).descriptionKey(key).build();
	}

	private static OptionSpec.Builder numberSpec(String name, int min, int max) {
		return OptionSpec.builder(name).arity("1").type(Integer.class).paramLabel("N").converters(new NumberConverter(min, max));
	}

	/** An option with one of a few words, the first being the default. */
	public static <E extends Enum<E>> OptionSpec choice(String name, Class<E> words) {
		List<String> choices = choices(words);
		return OptionSpec.builder(name).arity("1").type(words).paramLabel(String.join("|", choices)).completionCandidates(choices)
				.converters(new ChoiceConverter<>(words)).build();
	}

	private static <E extends Enum<E>> List<String> choices(Class<E> words) {
		return Arrays.stream(words.getEnumConstants()).map(OptionSpecs::word).toList();
	}

	private static String word(Enum<?> constant) {
		return constant.name().toLowerCase(Locale.ROOT);
	}

	/** The one parameter at a place. */
	public static PositionalParamSpec parameter(int index, String label) {
		return PositionalParamSpec.builder().index(Integer.toString(index)).arity("1").required(true).type(String.class)
				.paramLabel(label).descriptionKey(label).build();
	}

	/** One or more parameters from a place on. */
	public static PositionalParamSpec parameters(int index, String label) {
		return list(index, label, "1..*");
	}

	/** Any number of parameters, even none. */
	public static PositionalParamSpec anyParameters(String label) {
		return list(0, label, "0..*");
	}

	private static PositionalParamSpec list(int index, String label, String arity) {
		return PositionalParamSpec.builder().index(index + "..*").arity(arity).required(arity.startsWith("1")).type(List.class)
				.auxiliaryTypes(String.class).paramLabel(label)
				.descriptionKey(label).build();
	}

	/** The option every command has to choose the language; it is in effect before it is read here, see {@link Language#choose}. */
	public static OptionSpec language() {
		List<String> codes = Arrays.stream(Language.values()).map(Language::code).toList();
		ITypeConverter<Language> converter = code -> {
			Language language = Language.ofCode(code);
			if (language == null) {
				throw new TypeConversionException(String.join("|", codes));
			}
			return language;
		};
		return OptionSpec.builder("--lang").arity("1").type(Language.class).paramLabel(String.join("|", codes)).completionCandidates(codes)
				.descriptionKey("lang").converters(converter).build();
	}

	private record NumberConverter(int min, int max) implements ITypeConverter<Integer> {
		@Override
		public Integer convert(String value) {
			try {
				int number = Integer.parseInt(value);
				if (number < min || number > max) {
					throw new TypeConversionException(min + ".." + max);
				}
				return number;
			} catch (NumberFormatException e) {
				throw new TypeConversionException(min + ".." + max);
			}
		}
	}

	private record ChoiceConverter<E extends Enum<E>>(Class<E> words) implements ITypeConverter<E> {
		@Override
		public E convert(String value) {
			for (E word : words.getEnumConstants()) {
				if (word(word).equals(value)) {
					return word;
				}
			}
			throw new TypeConversionException(String.join("|", choices(words)));
		}
	}
}
