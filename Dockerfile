# syntax=docker/dockerfile:1
# Two stages: the first builds the binary from Cargo.lock and lays out a root folder, the second is that folder and nothing else:
# the binary, the libraries that it is linked to, certificates, and the notes that ship with it. No shell, no package manager.

FROM docker.io/library/rust:1.95-bookworm AS build
WORKDIR /src
COPY Cargo.toml Cargo.lock config.example.toml LICENSE ./
COPY .cargo .cargo
COPY src src
COPY migrations migrations
COPY tests/it tests/it
COPY benches benches
# What is downloaded and built stays for the next build.
RUN --mount=type=cache,target=/usr/local/cargo/registry --mount=type=cache,target=/src/target \
    cargo build --release --locked --bin clio && cp target/release/clio /clio
# Without symbols: a fault says its file and line all the same.
RUN mkdir -p /empty /image/usr/local/bin /image/usr/share/doc/clio /image/etc/ssl/certs \
    && strip -o /image/usr/local/bin/clio /clio \
    && ldd /clio | grep -o '/[^ ]*' | xargs -I{} cp --dereference --parents {} /image \
    && cp /etc/ssl/certs/ca-certificates.crt /image/etc/ssl/certs/ \
    && echo 'hosts: files dns' > /image/etc/nsswitch.conf \
    && echo 'clio:x:10001:10001::/data:/sbin/nologin' > /image/etc/passwd \
    && echo 'clio:x:10001:' > /image/etc/group \
    && cp LICENSE src/bot/pictures/fonts/OFL.txt /image/usr/share/doc/clio/ \
    && chmod -R u=rwX,go=rX /image

FROM scratch
COPY --from=build /image/ /
COPY --from=build --chown=10001:10001 /empty /data
COPY content /content
USER 10001:10001
VOLUME ["/content", "/data"]
# Where the health check asks, inside of the container alone; and where the database may lay aside what it sorts.
ENV CLIO_METRICS_LISTEN=127.0.0.1:9464 SSL_CERT_FILE=/etc/ssl/certs/ca-certificates.crt SQLITE_TMPDIR=/data
HEALTHCHECK --interval=30s --timeout=5s --start-period=30s CMD ["/usr/local/bin/clio", "healthcheck"]
ENTRYPOINT ["/usr/local/bin/clio"]
CMD ["run", "--content", "/content", "--data", "/data"]
