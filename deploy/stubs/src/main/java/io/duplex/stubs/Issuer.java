package io.duplex.stubs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.UUID;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.lang.JoseException;

/** Issues the development tokens: RS256, signed with a key that is made at the first start and never leaves its folder. */
final class Issuer {
    /** The {@code iss} of every token that is not asked to have another. */
    static final String NAME = "https://issuer.duplex.local";
    /** The {@code aud} of every token that is not asked to have another. */
    static final String AUDIENCE = "duplex";

    private final PublicJsonWebKey key;

    private Issuer(PublicJsonWebKey key) {
        this.key = key;
    }

    static Issuer open(Path folder) throws IOException, JoseException {
        Files.createDirectories(folder);
        Path file = folder.resolve("issuer.jwk");
        if (Files.notExists(file)) {
            write(newKey(), file);
        }
        return new Issuer(PublicJsonWebKey.Factory.newPublicJwk(Files.readString(file)));
    }

    private static PublicJsonWebKey newKey() throws JoseException {
        PublicJsonWebKey key = RsaJwkGenerator.generateJwk(2048);
        key.setKeyId(UUID.randomUUID().toString());
        key.setAlgorithm(AlgorithmIdentifiers.RSA_USING_SHA256);
        key.setUse("sig");
        return key;
    }

    /** Readable by the owner alone from the first byte, and there completely or not at all. */
    private static void write(PublicJsonWebKey key, Path file) throws IOException {
        Path fresh = Files.createTempFile(
                file.getParent(),
                "issuer",
                ".jwk",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(fresh, key.toJson(OutputControlLevel.INCLUDE_PRIVATE));
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
    }

    /** The public key, as a JSON Web Key Set (RFC 7517). */
    String keys() {
        return new JsonWebKeySet(key).toJson(OutputControlLevel.PUBLIC_ONLY);
    }

    /** What a token says of its bearer, and who says it to whom. */
    record Claims(String issuer, String audience, String subject, List<String> roles) {}

    /** A signed token; a negative life makes one that has already expired. */
    String token(Claims said, int seconds) throws JoseException {
        JwtClaims claims = new JwtClaims();
        claims.setIssuer(said.issuer());
        claims.setAudience(said.audience());
        claims.setSubject(said.subject());
        claims.setStringClaim("upn", said.subject());
        claims.setStringListClaim("groups", said.roles());
        claims.setIssuedAtToNow();
        claims.setExpirationTime(NumericDate.fromSeconds(NumericDate.now().getValue() + seconds));
        claims.setGeneratedJwtId();
        return sign(claims);
    }

    private String sign(JwtClaims claims) throws JoseException {
        JsonWebSignature signature = new JsonWebSignature();
        signature.setPayload(claims.toJson());
        signature.setKey(key.getPrivateKey());
        signature.setKeyIdHeaderValue(key.getKeyId());
        signature.setAlgorithmHeaderValue(AlgorithmIdentifiers.RSA_USING_SHA256);
        signature.setHeader("typ", "JWT");
        return signature.getCompactSerialization();
    }
}
