# syntax=docker/dockerfile:1
# Two stages: the first builds the binary from Cargo.lock, the second holds the binary and the notes that ship with it.

FROM rust:1.95-bookworm AS build
WORKDIR /src
COPY Cargo.toml Cargo.lock ./
COPY src src
COPY migrations migrations
COPY tests tests
COPY benches benches
COPY config.example.toml ./
RUN cargo build --release --locked --bin clio && cp target/release/clio /clio

FROM debian:bookworm-slim
RUN apt-get update \
    && apt-get install -y --no-install-recommends ca-certificates \
    && rm -rf /var/lib/apt/lists/* \
    && useradd --system --uid 10001 --home-dir / clio \
    && mkdir /data && chown clio /data
COPY --from=build /clio /usr/local/bin/clio
COPY content /content
USER clio
VOLUME ["/content", "/data"]
# Where the health check asks, inside of the container alone.
ENV CLIO_METRICS_LISTEN=127.0.0.1:9464
HEALTHCHECK --interval=30s --timeout=5s --start-period=30s CMD ["clio", "healthcheck"]
ENTRYPOINT ["clio"]
CMD ["run", "--content", "/content", "--data", "/data"]
