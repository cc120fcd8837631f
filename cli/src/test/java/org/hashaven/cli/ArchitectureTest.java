package org.hashaven.cli;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The arrows of this module: text ← session ← input ← output ← command ← the program itself; measuring stands apart. */
@AnalyzeClasses(packages = "org.hashaven.cli", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

	@ArchTest
	static final ArchRule ROOMS_ARE_LAYERS = layeredArchitecture().consideringOnlyDependenciesInLayers()
			.layer("program").definedBy("org.hashaven.cli")
			.layer("command").definedBy("org.hashaven.cli.command")
			.layer("output").definedBy("org.hashaven.cli.output")
			.layer("input").definedBy("org.hashaven.cli.input")
			.layer("session").definedBy("org.hashaven.cli.session")
			.layer("text").definedBy("org.hashaven.cli.text")
			.whereLayer("program").mayNotBeAccessedByAnyLayer()
			.whereLayer("command").mayOnlyBeAccessedByLayers("program")
			.whereLayer("output").mayOnlyBeAccessedByLayers("command", "program")
			.whereLayer("input").mayOnlyBeAccessedByLayers("output", "command", "program")
			.whereLayer("session").mayOnlyBeAccessedByLayers("input", "output", "command", "program");

	@ArchTest
	static final ArchRule MEASURING_KNOWS_NO_COMMAND_LINE = noClasses().that().resideInAPackage("org.hashaven.cli.evaluate").should()
			.dependOnClassesThat().resideInAnyPackage("org.hashaven.cli", "org.hashaven.cli.command", "org.hashaven.cli.output",
					"org.hashaven.cli.input", "org.hashaven.cli.session", "org.hashaven.cli.text");
}
