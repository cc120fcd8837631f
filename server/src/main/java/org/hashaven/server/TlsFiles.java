package org.hashaven.server;

import io.helidon.common.configurable.Resource;
import io.helidon.common.pki.Keys;
import io.helidon.common.tls.Tls;
import io.helidon.common.tls.TlsClientAuth;
import io.helidon.common.tls.TlsConfig;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Collections;
import java.util.ArrayList;
import java.util.List;
import org.hashaven.server.ServerException.Reason;
import org.jspecify.annotations.Nullable;

/**
 * The files of TLS.
 *
 * @param certificate
 *            the chain in PEM, or a PKCS #12 file that holds chain and key
 * @param key
 *            private key in PEM, PKCS #8; null where the certificate is a PKCS #12 file
 * @param password
 *            of the key or of the PKCS #12 file; null for none
 * @param clients
 *            PEM certificates of those who issue clients' certificates, one of which every client must then have; null for none
 * @param checkPeriod
 *            how often it is looked whether the files were renewed
 */
public record TlsFiles(Path certificate, @Nullable Path key, @Nullable String password, @Nullable Path clients, Duration checkPeriod) {

	/** Files that are looked at once a minute. */
	public TlsFiles(Path certificate, @Nullable Path key, @Nullable String password, @Nullable Path clients) {
		this(certificate, key, password, clients, Duration.ofMinutes(1));
	}

	/**
	 * Reads the files.
	 *
	 * @throws ServerException
	 *             {@link Reason#TLS}
	 */
	Tls read() throws ServerException {
		try {
			TlsConfig.Builder tls = TlsConfig.builder().enabledProtocols(List.of("TLSv1.3", "TLSv1.2"));
			if (key == null) {
				takeKeystore(tls);
			} else {
				takePem(tls, key);
			}
			if (clients != null) {
				Keys trusted = Keys.builder().pem(pem -> pem.certificates(Resource.create(clients))).build();
				tls.trust(trusted.certs()).clientAuth(TlsClientAuth.REQUIRED);
			}
			return tls.build();
		} catch (RuntimeException | IOException | GeneralSecurityException e) {
			throw new ServerException(Reason.TLS); // its message may quote the file
		}
	}

	private void takePem(TlsConfig.Builder tls, Path keyFile) throws ServerException {
		Keys keys = Keys.builder().pem(pem -> {
			pem.key(Resource.create(keyFile)).certChain(Resource.create(certificate));
			if (password != null) {
				pem.keyPassphrase(password);
			}
		}).build();
		if (keys.privateKey().isEmpty() || keys.certChain().isEmpty()) {
			throw new ServerException(Reason.TLS);
		}
		tls.privateKey(keys).privateKeyCertChain(keys);
	}

	/** Takes the first key, whatever its alias. */
	private void takeKeystore(TlsConfig.Builder tls) throws IOException, GeneralSecurityException {
		char[] secret = password == null ? new char[0] : password.toCharArray();
		KeyStore store = KeyStore.getInstance("PKCS12");
		try (InputStream in = Files.newInputStream(certificate)) {
			store.load(in, secret);
		}
		for (String alias : Collections.list(store.aliases())) {
			if (store.getKey(alias, secret) instanceof PrivateKey found) {
				List<X509Certificate> chain = new ArrayList<>();
				for (Certificate each : store.getCertificateChain(alias)) {
					chain.add((X509Certificate) each);
				}
				tls.privateKey(found).privateKeyCertChain(chain);
				return;
			}
		}
		throw new ServerException(Reason.TLS);
	}

	/** When each file last changed; a file that is not there at the moment is left out. */
	List<FileTime> times() {
		List<FileTime> times = new ArrayList<>();
		for (Path file : new Path[]{certificate, key, clients}) {
			try {
				if (file != null) {
					times.add(Files.getLastModifiedTime(file));
				}
			} catch (IOException e) {
				// it is being replaced
			}
		}
		return times;
	}

	/** Without the password. */
	@Override
	public String toString() {
		return "TlsFiles[" + certificate + "]";
	}
}
