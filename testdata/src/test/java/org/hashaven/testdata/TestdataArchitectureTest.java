package org.hashaven.testdata;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The rules that keep the generated pictures the same everywhere, and these two modules beneath all others. */
final class TestdataArchitectureTest {

	/** Of {@link Math} these alone are exact; the others may differ in the last bit from machine to machine. */
	private static final Set<String> EXACT = Set.of("abs", "ceil", "clamp", "floor", "max", "min", "multiplyExact", "signum", "sqrt");

	private final JavaClasses classes = new ClassFileImporter().withImportOption(new DoNotIncludeTests())
			.importPackages("org.hashaven.testdata", "org.hashaven.samples");

	@Test
	void picturesAreMadeOfExactArithmeticAlone() {
		noClasses().that().resideInAPackage("..pictures..").should().accessTargetWhere(inexactArithmetic()).check(classes);
	}

	@Test
	void picturesNeedNothingButTheLibraryOfJava() {
		noClasses().that().resideInAPackage("..pictures..").should().dependOnClassesThat()
				.resideInAnyPackage("org.bytedeco..", "java.awt..", "javax..", "java.util.random..").check(classes);
	}

	@Test
	void theModulesUseNoneOfThoseThatAreTestedWithThem() {
		noClasses().should().dependOnClassesThat()
				.resideInAnyPackage("org.hashaven.hash..", "org.hashaven.image..", "org.hashaven.pdq..", "org.hashaven.video..",
						"org.hashaven.index..",
						"org.hashaven.cli..")
				.check(classes);
	}

	@Test
	void samplesShipWithTheProgramAndUseNothingOfTheTests() {
		noClasses().that().resideInAPackage("org.hashaven.samples..").should().dependOnClassesThat()
				.resideInAPackage("org.hashaven.testdata..").check(classes);
	}

	private static DescribedPredicate<JavaAccess<?>> inexactArithmetic() {
		return DescribedPredicate.describe("arithmetic or chance that may differ between machines or JDKs", access -> {
			String owner = access.getTargetOwner().getName();
			return (owner.equals("java.lang.Math") && !EXACT.contains(access.getName())) || owner.equals("java.util.Random")
					|| owner.equals("java.util.SplittableRandom") || owner.equals("java.util.concurrent.ThreadLocalRandom");
		});
	}
}
