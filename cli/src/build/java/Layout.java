import java.nio.file.Path;

/**
 * Where jpackage puts things in an application folder of a platform. The build is run and tested on Linux; the other two are from
 * jpackage's documentation.
 *
 * @param root
 *            the folder that is handed on
 * @param app
 *            the jars and what the application brings along
 * @param java
 *            the runtime's launcher
 * @param share
 *            man pages and completion
 */
record Layout(Path root, Path app, Path java, Path share) {

	/** The layout below {@code destination}, jpackage's {@code --dest}. */
	static Layout of(String platform, Path destination) {
		if (platform.startsWith("macosx")) {
			Path contents = destination.resolve("haven.app/Contents");
			return new Layout(destination.resolve("haven.app"), contents.resolve("app"), contents.resolve("runtime/Contents/Home/bin/java"),
					contents.resolve("share"));
		}
		Path root = destination.resolve("haven");
		if (platform.startsWith("windows")) {
			return new Layout(root, root.resolve("app"), root.resolve("runtime/bin/java.exe"), root.resolve("share"));
		}
		return new Layout(root, root.resolve("lib/app"), root.resolve("lib/runtime/bin/java"), root.resolve("share"));
	}
}
