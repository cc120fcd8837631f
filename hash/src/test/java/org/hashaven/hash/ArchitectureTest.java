package org.hashaven.hash;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The arrows of this module: hash ← record ← query; the JDK and a JSON parser beneath. */
@AnalyzeClasses(packages = "org.hashaven.hash", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

	@ArchTest
	static final ArchRule VALUES_NEED_THE_JDK_ALONE = classes().that().resideInAPackage("org.hashaven.hash").should()
			.onlyDependOnClassesThat().resideInAnyPackage("org.hashaven.hash", "org.jspecify..", "java..");

	@ArchTest
	static final ArchRule QUERIES_NEED_VALUES_AND_RECORDS = classes().that().resideInAPackage("org.hashaven.hash.query").should()
			.onlyDependOnClassesThat().resideInAnyPackage("org.hashaven.hash..", "org.jspecify..", "java..");

	@ArchTest
	static final ArchRule RECORDS_NEED_VALUES_AND_A_PARSER = classes().that().resideInAPackage("org.hashaven.hash.record").should()
			.onlyDependOnClassesThat()
			.resideInAnyPackage("org.hashaven.hash", "org.hashaven.hash.record", "tools.jackson.core..", "org.jspecify..", "java..");

	@ArchTest
	static final ArchRule LISTS_OPEN_NO_CONNECTION = noClasses().should().dependOnClassesThat()
			.resideInAnyPackage("java.net..", "javax.net..");
}
