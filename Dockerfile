# The service with its map, on ASP.NET's runtime image, as a user without rights.
# No Docker engine was at hand: no image was built of it. Tests read its entry point and start the program as a container would be.
FROM node:20.19-bookworm-slim AS node

FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
# The service's build makes the map too, and needs Node for it.
COPY --from=node /usr/local/bin/node /usr/local/bin/node
COPY --from=node /usr/local/lib/node_modules /usr/local/lib/node_modules
RUN ln -s /usr/local/lib/node_modules/npm/bin/npm-cli.js /usr/local/bin/npm \
 && ln -s /usr/local/lib/node_modules/npm/bin/npx-cli.js /usr/local/bin/npx
WORKDIR /source
COPY . .
RUN dotnet publish src/CentriFamiglia.Coverage.Service --configuration Release --output /app

FROM mcr.microsoft.com/dotnet/aspnet:10.0
WORKDIR /app
COPY --from=build /app .
# Beside the program, where it looks for the data that fill a new store.
COPY --from=build /source/geodata ./geodata
USER $APP_UID
ENV DOTNET_EnableDiagnostics=0
EXPOSE 5080
# Any verb can follow the image's name: docker compose run --rm coverage import /dati/sedi.csv
ENTRYPOINT ["./coverage"]
# The address inside the container; without --senza-accesso or a store that can only be read it is refused.
CMD ["serve", "--urls", "http://0.0.0.0:5080"]
