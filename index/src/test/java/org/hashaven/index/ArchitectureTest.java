package org.hashaven.index;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The arrows of this module: hash ← index.hamming ← index.regioncode ← index, and Lucene beneath. */
@AnalyzeClasses(packages = "org.hashaven", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

	@ArchTest
	static final ArchRule INDEX_NEEDS_HASHES_LUCENE_AND_THE_JDK = classes().that().resideInAPackage("org.hashaven.index..").should()
			.onlyDependOnClassesThat().resideInAnyPackage("org.hashaven.index..", "org.hashaven.hash..", "org.apache.lucene..",
					"org.roaringbitmap..", "org.jspecify..", "java..");

	@ArchTest
	static final ArchRule THE_FORMATS_KNOW_NO_RECORDS_AND_BANKS = noClasses().that()
			.resideInAnyPackage("org.hashaven.index.hamming", "org.hashaven.index.regioncode", "org.hashaven.index.mmap").should()
			.dependOnClassesThat().resideInAPackage("org.hashaven.index");

	@ArchTest
	static final ArchRule USERS_OF_THE_INDEX_SEE_NO_LUCENE = noClasses().that().resideInAPackage("org.hashaven.index").and().arePublic()
			.and().doNotHaveSimpleName("HashIndex").should().dependOnClassesThat().resideInAPackage("org.apache.lucene..");
}
