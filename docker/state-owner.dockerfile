# The job that gives keys, logs and data to the containers' user before the servers start. It runs as root, so it holds
# one script and nothing of the project.
ARG PYTHON_IMAGE=python:3.13-slim

FROM ${PYTHON_IMAGE}
COPY --chmod=755 docker/own_state.sh /usr/local/bin/own_state.sh
ENTRYPOINT ["/usr/local/bin/own_state.sh"]
CMD ["10001"]
