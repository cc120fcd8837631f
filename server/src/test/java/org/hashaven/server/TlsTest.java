package org.hashaven.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.hashaven.server.ServerException.Reason;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** TLS with certificates that the JDK makes. */
class TlsTest {

	private static final char[] PASSWORD = "changeit".toCharArray();

	@TempDir
	private Path folder;

	/** A key with its self-signed certificate. */
	private record Identity(Path store, Path certificate, Path key) {
	}

	private Identity identity(String name) throws IOException, InterruptedException, GeneralSecurityException {
		Path store = folder.resolve(name + ".p12");
		Process keytool = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "keytool").toString(), "-genkeypair", "-alias",
				"haven", "-keyalg", "EC", "-groupname", "secp256r1", "-dname", "CN=" + name, "-ext", "san=dns:localhost,ip:127.0.0.1",
				"-validity", "2", "-storetype", "PKCS12", "-keystore", store.toString(), "-storepass", new String(PASSWORD))
				.redirectErrorStream(true).start();
		assertThat(keytool.waitFor()).isZero();
		KeyStore keys = load(store);
		Path certificate = folder.resolve(name + ".crt");
		Path key = folder.resolve(name + ".key");
		Files.writeString(certificate, pem("CERTIFICATE", keys.getCertificate("haven").getEncoded()));
		Files.writeString(key, pem("PRIVATE KEY", keys.getKey("haven", PASSWORD).getEncoded()));
		return new Identity(store, certificate, key);
	}

	private static KeyStore load(Path store) throws IOException, GeneralSecurityException {
		KeyStore keys = KeyStore.getInstance("PKCS12");
		try (InputStream in = Files.newInputStream(store)) {
			keys.load(in, PASSWORD);
		}
		return keys;
	}

	private static String pem(String type, byte[] bytes) {
		return "-----BEGIN " + type + "-----\n" + Base64.getMimeEncoder(64, new byte[]{'\n'}).encodeToString(bytes) + "\n-----END " + type
				+ "-----\n";
	}

	private Service start(TlsFiles tls) {
		return Service.start(folder.resolve("index"), ServerOptions.DEFAULT.withPort(0).withOps(OpsOptions.DEFAULT.withTls(tls)));
	}

	/** Status of a request over TLS by a client that trusts one certificate and shows another or none. */
	private static int status(int port, Identity trusted, @Nullable Identity shown)
			throws IOException, InterruptedException, GeneralSecurityException {
		KeyStore roots = KeyStore.getInstance("PKCS12");
		roots.load(null, null);
		roots.setCertificateEntry("root", load(trusted.store).getCertificate("haven"));
		TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
		trust.init(roots);
		KeyManager[] keys = {};
		if (shown != null) {
			KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
			factory.init(load(shown.store), PASSWORD);
			keys = factory.getKeyManagers();
		}
		SSLContext context = SSLContext.getInstance("TLS");
		context.init(keys, trust.getTrustManagers(), null);
		try (HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).sslContext(context).build()) {
			return client
					.send(HttpRequest.newBuilder(URI.create("https://localhost:" + port + "/c/banks")).build(), BodyHandlers.ofString())
					.statusCode();
		}
	}

	@Test
	void pemAndPkcs12_areServed_andPlainHttpIsNot() throws IOException, InterruptedException, GeneralSecurityException {
		Identity server = identity("server");
		Identity other = identity("other");
		for (TlsFiles files : List.of(new TlsFiles(server.certificate, server.key, null, null),
				new TlsFiles(server.store, null, new String(PASSWORD), null))) {
			try (Service service = start(files)) {
				assertThat(status(service.port(), server, null)).isEqualTo(200);
				assertThatThrownBy(() -> service.get("/status")).isInstanceOf(java.io.UncheckedIOException.class);
				assertThatThrownBy(() -> status(service.port(), other, null)).isInstanceOf(IOException.class);
			}
		}
	}

	@Test
	void clientCertificates_areAskedFor() throws IOException, InterruptedException, GeneralSecurityException {
		Identity server = identity("server");
		Identity client = identity("client");
		Identity stranger = identity("stranger");
		try (Service service = start(new TlsFiles(server.certificate, server.key, null, client.certificate))) {
			assertThat(status(service.port(), server, client)).isEqualTo(200);
			assertThatThrownBy(() -> status(service.port(), server, null)).isInstanceOf(IOException.class);
			assertThatThrownBy(() -> status(service.port(), server, stranger)).isInstanceOf(IOException.class);
		}
	}

	@Test
	void filesThatAreNone_areOneError() throws IOException, InterruptedException, GeneralSecurityException {
		Identity server = identity("server");
		Path nonsense = Files.writeString(folder.resolve("nonsense"), "nonsense");
		for (TlsFiles files : List.of(new TlsFiles(nonsense, nonsense, null, null),
				new TlsFiles(folder.resolve("none"), server.key, null, null),
				new TlsFiles(server.store, null, "wrong", null), new TlsFiles(server.certificate, server.key, null, nonsense))) {
			assertThatThrownBy(() -> HavenServer.start(folder.resolve("index"),
					ServerOptions.DEFAULT.withPort(0).withOps(OpsOptions.DEFAULT.withTls(files))))
					.isInstanceOfSatisfying(ServerException.class, e -> assertThat(e.reason()).isEqualTo(Reason.TLS));
		}
	}

	@Test
	void renewedCertificate_isTaken() throws IOException, InterruptedException, GeneralSecurityException {
		Identity server = identity("server");
		Identity renewed = identity("renewed");
		Path certificate = Files.copy(server.certificate, folder.resolve("live.crt"));
		Path key = Files.copy(server.key, folder.resolve("live.key"));
		try (Service service = start(new TlsFiles(certificate, key, null, null, Duration.ofSeconds(1)))) {
			assertThat(status(service.port(), server, null)).isEqualTo(200);
			Files.writeString(certificate, "half written");
			Thread.sleep(2_500);
			assertThat(status(service.port(), server, null)).as("the one before stays").isEqualTo(200);
			Files.copy(renewed.certificate, certificate, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
			Files.copy(renewed.key, key, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
			Thread.sleep(2_500);
			assertThat(status(service.port(), renewed, null)).isEqualTo(200);
		}
	}
}
