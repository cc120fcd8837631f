package org.hashaven.server;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The arrows within the service, and that nothing below it opens a connection. */
@AnalyzeClasses(packages = "org.hashaven", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

	@ArchTest
	static final ArchRule ARROWS = layeredArchitecture().consideringOnlyDependenciesInLayers().layer("facade")
			.definedBy("org.hashaven.server").layer("hma").definedBy("org.hashaven.server.hma").layer("v1")
			.definedBy("org.hashaven.server.v1").layer("policy").definedBy("org.hashaven.server.policy").layer("http")
			.definedBy("org.hashaven.server.http").layer("curation").definedBy("org.hashaven.server.curation").layer("replica")
			.definedBy("org.hashaven.server.replica").layer("retro")
			.definedBy("org.hashaven.server.retro").layer("webhook").definedBy("org.hashaven.server.webhook").layer("match")
			.definedBy("org.hashaven.server.match").layer("store").definedBy("org.hashaven.server.store").layer("page")
			.definedBy("org.hashaven.server.page").layer("ops")
			.definedBy("org.hashaven.server.ops").layer("hook").definedBy("org.hashaven.server.hook").whereLayer("facade")
			.mayNotBeAccessedByAnyLayer().whereLayer("hma").mayOnlyBeAccessedByLayers("facade").whereLayer("page")
			.mayOnlyBeAccessedByLayers("facade").whereLayer("hook").mayOnlyBeAccessedByLayers("facade").whereLayer("replica")
			.mayOnlyBeAccessedByLayers("facade", "v1").whereLayer("webhook")
			.mayOnlyBeAccessedByLayers("facade").whereLayer("ops").mayOnlyBeAccessedByLayers("facade", "page").whereLayer("v1")
			.mayOnlyBeAccessedByLayers("facade", "page").whereLayer("policy")
			.mayOnlyBeAccessedByLayers("facade", "v1", "page", "ops").whereLayer("http")
			.mayOnlyBeAccessedByLayers("facade", "hma", "v1", "page", "ops", "hook", "webhook", "replica").whereLayer("retro")
			.mayOnlyBeAccessedByLayers("facade", "v1", "policy", "webhook").whereLayer("curation")
			.mayOnlyBeAccessedByLayers("facade", "hma", "v1", "ops", "replica").whereLayer("match")
			.mayOnlyBeAccessedByLayers("facade", "hma", "v1", "policy", "curation", "retro", "webhook", "replica", "page", "ops", "hook");

	@ArchTest
	static final ArchRule ONE_CLASS_CALLS_THE_INDEX = noClasses().that().resideInAPackage("org.hashaven.server..").and()
			.doNotHaveSimpleName("IndexGateway").should().dependOnClassesThat()
			.haveNameMatching("org\\.hashaven\\.(index\\.(?!IndexException).*|matcher\\..*)");

	@ArchTest
	static final ArchRule ONLY_THE_SERVICE_KNOWS_THE_NETWORK = noClasses().that().resideOutsideOfPackage("org.hashaven.server..").should()
			.dependOnClassesThat().resideInAnyPackage("io.helidon..", "java.net.http..", "java.sql..", "org.sqlite..");

	@ArchTest
	static final ArchRule TWO_PACKAGES_CALL_OUT = noClasses().that().resideInAPackage("org.hashaven.server..").and()
			.resideOutsideOfPackages("org.hashaven.server.webhook", "org.hashaven.server.replica").should().dependOnClassesThat()
			.resideInAPackage("java.net.http..");

	@ArchTest
	static final ArchRule NOTHING_BELOW_KNOWS_THE_SERVICE = noClasses().that().resideOutsideOfPackage("org.hashaven.server..").should()
			.dependOnClassesThat().resideInAPackage("org.hashaven.server..");

	@ArchTest
	static final ArchRule THE_CATALOG_KNOWS_NO_PERCEPTUAL_HASH = noClasses().that().resideInAPackage("org.hashaven.server.store").should()
			.dependOnClassesThat().haveNameMatching("org\\.hashaven\\.(?!server\\.store\\.|hash\\.Md5).*");
}
