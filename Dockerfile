# One of the applications as an image:
#   docker build --build-arg MODULE=command-side -t okr-ledger-command-side .
# MODULE is command-side, query-side or standalone. The first stage is the same for all of them.

FROM eclipse-temurin:25-jdk AS build
WORKDIR /source
COPY . .
# A side has a plain jar for standalone and a runnable one, -exec, for itself; the runnable one sorts first.
RUN ./mvnw -q -DskipTests package \
    && mkdir /applications \
    && for module in command-side query-side standalone; do \
         set -- "$module"/target/okr-ledger-"$module"*.jar && cp "$1" "/applications/$module.jar"; \
       done

FROM eclipse-temurin:25-jre
ARG MODULE
RUN useradd --system --create-home --home-dir /var/lib/okr-ledger okr-ledger
USER okr-ledger
WORKDIR /var/lib/okr-ledger
COPY --from=build /applications/${MODULE}.jar /opt/okr-ledger.jar
# Inside a container loopback reaches nobody; what is published is decided where it is run.
ENV SERVER_ADDRESS=0.0.0.0 SERVER_PORT=8080
EXPOSE 8080
# The image has no HTTP client, but its shell can open a connection.
HEALTHCHECK --interval=10s --timeout=5s --start-period=60s --retries=3 CMD ["bash", "-c", \
    "exec 3<>/dev/tcp/127.0.0.1/8080 && printf 'GET /actuator/health HTTP/1.0\\r\\n\\r\\n' >&3 && head -n 1 <&3 | grep -q ' 200'"]
ENTRYPOINT ["java", "-XX:MaxRAMPercentage=75", "-XX:+ExitOnOutOfMemoryError", "-jar", "/opt/okr-ledger.jar"]
