# The server in a container: packages of production only, nobody's account but its own, nothing written outside its volumes.
FROM node:24-bookworm-slim AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
# .npmrc runs no install script
RUN npm ci --omit=dev --loglevel=error
COPY . .
# the pages are built here; what only builds or only the browser runs stays out of the image, and so does a second Node
RUN node node_modules/vite/bin/vite.js build --logLevel=error \
  && rm -rf node_modules/node-linux-* node_modules/.bin node_modules/vite node_modules/rolldown node_modules/@rolldown \
    node_modules/@vitejs node_modules/lightningcss* node_modules/react-dom node_modules/survey-react-ui \
    node_modules/@codemirror node_modules/@lezer client \
  && find node_modules -name '*.map' -delete

FROM node:24-bookworm-slim
WORKDIR /app
ENV NODE_ENV=production \
  DATA_DIR=/data \
  KEYRING=/keys/keyring.json \
  LEDGER=/keys/ledger.jsonl \
  PORT=3000
# the base, the keys and the backups in three places: whoever copies one has not the others
RUN install -d -m 700 -o node -g node /data /keys /backups
COPY --from=build --chown=root:root /app /app
USER 1000:1000
VOLUME ["/data", "/keys", "/backups"]
EXPOSE 3000
HEALTHCHECK --interval=30s --timeout=10s --start-period=60s \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/readyz`).then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
ENTRYPOINT ["node", "--disable-warning=ExperimentalWarning", "--disable-proto=delete", "--max-semi-space-size=8"]
CMD ["api/commands/start.ts"]
