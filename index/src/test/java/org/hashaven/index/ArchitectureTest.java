package org.hashaven.index;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Set;

/** The arrows of this module: hash ← index.hamming ← index.regioncode ← index, and Lucene beneath. */
@AnalyzeClasses(packages = "org.hashaven", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

	private static DescribedPredicate<JavaClass> areAny(String... names) {
		Set<String> wanted = Set.of(names);
		return describe("are " + wanted, type -> {
			String name = type.getFullName().replaceFirst("\\$.*", "");
			return wanted.contains(name.substring(name.lastIndexOf('.') + 1));
		});
	}

	@ArchTest
	static final ArchRule INDEX_NEEDS_HASHES_LUCENE_AND_THE_JDK = classes().that().resideInAPackage("org.hashaven.index..").should()
			.onlyDependOnClassesThat().resideInAnyPackage("org.hashaven.index..", "org.hashaven.hash..", "org.apache.lucene..",
					"org.roaringbitmap..", "org.jspecify..", "java..");

	@ArchTest
	static final ArchRule THE_FORMATS_KNOW_NO_RECORDS_AND_BANKS = noClasses().that()
			.resideInAnyPackage("org.hashaven.index.hamming..", "org.hashaven.index.regioncode", "org.hashaven.index.mmap",
					"org.hashaven.index.region",
					"org.hashaven.index.alignment")
			.should()
			.dependOnClassesThat().resideInAnyPackage("org.hashaven.index", "org.hashaven.index.record");

	@ArchTest
	static final ArchRule ROOMS_ARE_FREE_OF_CIRCLES = slices().matching("org.hashaven.index.(*)..").should().beFreeOfCycles();

	@ArchTest
	static final ArchRule NO_ROOM_CALLS_UP_INTO_THE_FACADE = noClasses().that().resideInAPackage("org.hashaven.index.*..").should()
			.dependOnClassesThat(areAny("HashIndex", "RecordLoader"));

	@ArchTest
	static final ArchRule ROWS_AND_TABLES_KNOW_NO_LUCENE_FORMAT = noClasses().that()
			.resideInAnyPackage("org.hashaven.index.hamming.rows", "org.hashaven.index.hamming.table").should().dependOnClassesThat(
					areAny("HammingVectorsFormat", "HammingVectorsReader", "HammingVectorsWriter", "HammingQuery", "HammingSegment"));

	@ArchTest
	static final ArchRule ROWS_STAND_BELOW_TABLES = noClasses().that().resideInAPackage("org.hashaven.index.hamming.rows").should()
			.dependOnClassesThat().resideInAnyPackage("org.hashaven.index.hamming.table");

	@ArchTest
	static final ArchRule VALUES_STAND_ALONE = noClasses().that(not(areAny("HashIndex", "RecordLoader"))).and()
			.resideInAPackage("org.hashaven.index").should().dependOnClassesThat().resideInAnyPackage("org.hashaven.index.record",
					"org.hashaven.index.store", "org.hashaven.index.lookup", "org.hashaven.index.video", "org.hashaven.index.fault",
					"org.hashaven.index.verify");

	@ArchTest
	static final ArchRule USERS_OF_THE_INDEX_SEE_NO_LUCENE = noClasses().that().resideInAPackage("org.hashaven.index").and().arePublic()
			.and().doNotHaveSimpleName("HashIndex").should().dependOnClassesThat().resideInAPackage("org.apache.lucene..");
}
