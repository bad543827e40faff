# syntax=docker/dockerfile:1
# The image of Sokonova: one binary with its roles (serve, worker, migrate …) and the built site beside it.
#
#   docker build --build-arg COMMIT="$(git rev-parse --short HEAD)" -t sokonova .
#
# `serve` needs about 25 seconds to end (SHUTDOWN_DELAY_SECONDS + SHUTDOWN_GRACE_SECONDS): run it with --stop-timeout 30.

FROM node:22-bookworm-slim AS packages
WORKDIR /src
COPY package.json package-lock.json .npmrc ./
RUN npm ci --ignore-scripts --no-audit --no-fund

FROM rust:1.95-bookworm AS tools
# The image's own toolchain, whatever rust-toolchain.toml calls it.
ENV RUSTUP_TOOLCHAIN=1.95.0
# The versions are those of xtask/src/tools.rs; the second must equal `wasm-bindgen` in Cargo.toml. They run once a build, so
# they are compiled quickly rather than well.
ENV CARGO_PROFILE_RELEASE_LTO=off CARGO_PROFILE_RELEASE_OPT_LEVEL=1 CARGO_PROFILE_RELEASE_CODEGEN_UNITS=16
RUN rustup target add wasm32-unknown-unknown \
    && cargo install cargo-leptos --version 0.3.10 --locked --features no_downloads \
    && cargo install wasm-bindgen-cli --version 0.2.130

FROM rust:1.95-bookworm AS build
ENV RUSTUP_TOOLCHAIN=1.95.0 CARGO_TARGET_DIR=/target
RUN rustup target add wasm32-unknown-unknown
COPY --from=tools /usr/local/cargo/bin/cargo-leptos /usr/local/cargo/bin/wasm-bindgen /usr/local/cargo/bin/
# tailwindcss and wasm-opt are scripts of node_modules/.bin, which cargo-leptos looks into.
COPY --from=packages /usr/local/bin/node /usr/local/bin/
WORKDIR /src
COPY --from=packages /src/node_modules node_modules
COPY . .
# Shown as the release by logs, traces and Sentry.
ARG COMMIT=""
# Caches are gone when the step ends, so what the image needs is copied out of them. hash.txt tells the binary the names of
# the site's files and has to lie beside it.
RUN --mount=type=cache,target=/usr/local/cargo/registry --mount=type=cache,target=/target,sharing=locked \
    SOKONOVA_COMMIT="$COMMIT" LEPTOS_SITE_ROOT=/out/site cargo leptos build --split --release --precompress \
    && cp /target/release/sokonova /target/release/hash.txt /out/

FROM debian:bookworm-slim AS runtime
# Certificates for Sentry, OTLP, S3 and pictures fetched from elsewhere.
# hadolint ignore=DL3008
RUN apt-get update \
    && apt-get install --yes --no-install-recommends ca-certificates \
    && rm -rf /var/lib/apt/lists/* \
    && useradd --system --uid 10001 --user-group --no-create-home --shell /usr/sbin/nologin sokonova \
    && install --directory --owner sokonova --group sokonova /media
COPY --from=build /out /app
WORKDIR /app
USER 10001:10001
# Everything else has to be given: see docs/CONFIGURATION.md. 9464 (metrics) is for the inner network only.
ENV APP_ENV=production SITE_ADDR=0.0.0.0:3000 METRICS_ADDR=0.0.0.0:9464 LEPTOS_SITE_ROOT=/app/site MEDIA_DIR=/media
EXPOSE 3000 9464
# Liveness of `serve`, without curl. Not `doctor`: that fails while Postgres or Redis are away, and a restart mends neither.
# For `worker`, which has no /healthz, use --no-healthcheck or ask its metrics.
HEALTHCHECK --interval=10s --timeout=3s --start-period=10s --retries=3 \
    CMD ["bash", "-c", "exec 3<>/dev/tcp/127.0.0.1/3000 && printf 'GET /healthz HTTP/1.0\\r\\n\\r\\n' >&3 && read -r _ status _ <&3 && [ \"$status\" = 200 ]"]
ENTRYPOINT ["/app/sokonova"]
CMD ["serve"]
