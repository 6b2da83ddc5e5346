FROM node:22-alpine AS build
WORKDIR /app
COPY package*.json ./
RUN npm ci
COPY . .
ARG SEALMETRICS_TOKEN
ENV REACT_APP_SEALMETRICS_SITE_ID=acme-portal
ENV REACT_APP_SEALMETRICS_TOKEN=$SEALMETRICS_TOKEN ⟪public-env-token⟫
RUN npm run build

FROM nginx:1.27-alpine
COPY --from=build /app/build /usr/share/nginx/html
HEALTHCHECK CMD wget -qO- http://localhost/ || exit 1
