package org.hashaven.matcher;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The arrows that meet here: hash ← core and hash ← index, neither of which knows the other; both ← matcher. */
@AnalyzeClasses(packages = "org.hashaven", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

	@ArchTest
	static final ArchRule MATCHER_NEEDS_CORE_AND_INDEX = classes().that().resideInAPackage("org.hashaven.matcher..").should()
			.onlyDependOnClassesThat().resideInAnyPackage("org.hashaven.hash..", "org.hashaven.image", "org.hashaven.pdq",
					"org.hashaven.media", "org.hashaven.video", "org.hashaven.view", "org.hashaven.index", "org.hashaven.matcher..",
					"org.jspecify..", "java..");

	@ArchTest
	static final ArchRule INDEX_KNOWS_NO_DECODERS = noClasses().that().resideInAPackage("org.hashaven.index..").should()
			.dependOnClassesThat().resideInAnyPackage("org.hashaven.image..", "org.hashaven.pdq..", "org.hashaven.video..",
					"org.hashaven.region..", "org.hashaven.view..", "org.hashaven.media..", "org.hashaven.worker..", "org.bytedeco..");

	@ArchTest
	static final ArchRule DECODERS_KNOW_NO_INDEX = noClasses().that()
			.resideInAnyPackage("org.hashaven.image..", "org.hashaven.pdq..", "org.hashaven.video..", "org.hashaven.region..",
					"org.hashaven.view..", "org.hashaven.media..", "org.hashaven.worker..")
			.should().dependOnClassesThat().resideInAPackage("org.hashaven.index..");

	@ArchTest
	static final ArchRule NOTHING_BELOW_KNOWS_THE_MATCHER = noClasses().that().resideOutsideOfPackage("org.hashaven.matcher..").should()
			.dependOnClassesThat().resideInAPackage("org.hashaven.matcher..");
}
