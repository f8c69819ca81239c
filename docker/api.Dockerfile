# The API with the web client it serves. Build from the root: docker build -f docker/api.Dockerfile .
FROM node:24-slim AS build
WORKDIR /kring
COPY . .
RUN npm ci --include=dev --no-audit --no-fund
RUN NX_DAEMON=false npx nx run-many -t build

# What runs needs neither the tools nor the packages of the web client.
FROM node:24-slim AS packages
WORKDIR /kring
COPY . .
RUN npm ci --omit=dev --workspace @kring/api --no-audit --no-fund

FROM node:24-slim
WORKDIR /kring
ENV NODE_ENV=production HOST=0.0.0.0 PORT=3000 KRING_DATA_DIR=/data
RUN mkdir /data && chown node:node /data
COPY --from=packages /kring/package.json ./
COPY --from=packages /kring/node_modules ./node_modules
COPY --from=build /kring/libs ./libs
COPY --from=build /kring/apps/api/package.json ./apps/api/
COPY --from=build /kring/apps/api/dist ./apps/api/dist
COPY --from=build /kring/apps/web/dist ./apps/web/dist
USER node
VOLUME /data
EXPOSE 3000
HEALTHCHECK --interval=10s --timeout=5s --start-period=60s --retries=3 \
  CMD ["node", "-e", "fetch('http://127.0.0.1:3000/health/ready').then((answer) => process.exit(answer.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "--disable-proto=delete", "--enable-source-maps", "apps/api/dist/main.js"]
