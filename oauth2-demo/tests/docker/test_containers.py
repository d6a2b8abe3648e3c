"""The containers are hardened, seen from inside and from the engine (promise 24), and apart from each other."""

from __future__ import annotations

import pytest

from oauth2_demo.tests.support.stack import (
    CONTAINERS,
    NODE_SERVER,
    OAUTH2_SERVER,
    PYTHON_SERVER,
    docker,
    inside,
    inspect,
    run,
)

pytestmark = [pytest.mark.docker, pytest.mark.usefixtures("stack")]


def _status(container: str, process: str) -> dict[str, str]:
    lines = inside(container, "cat", f"/proc/{process}/status").splitlines()
    return dict(line.replace("\t", " ").split(": ", 1) for line in lines if ": " in line.replace("\t", " "))


@pytest.mark.parametrize("process", ["1", "self"])
@pytest.mark.parametrize("container", CONTAINERS)
def test_main_process_and_every_exec_run_without_root_and_without_capabilities(container: str, process: str) -> None:
    status = _status(container, process)
    assert "0" not in status["Uid"].split()
    assert "0" not in status["Gid"].split()
    for capabilities in ("CapInh", "CapPrm", "CapEff", "CapBnd", "CapAmb"):
        assert int(status[capabilities], 16) == 0, capabilities
    assert status["NoNewPrivs"].strip() == "1"
    assert status["Seccomp"].strip() == "2"


@pytest.mark.parametrize("container", CONTAINERS)
def test_the_root_file_system_is_read_only(container: str) -> None:
    refused = run("docker", "exec", container, "touch", "/workspace", "/opt/x", "/etc/x", "/usr/local/bin/x")
    assert refused.stderr.count("Read-only file system") >= 3


@pytest.mark.parametrize("container", CONTAINERS)
def test_nothing_in_the_writable_folder_can_be_executed(container: str) -> None:
    script = "printf '#!/bin/sh\\n' >/tmp/x && chmod +x /tmp/x && /tmp/x"
    assert "Permission denied" in run("docker", "exec", container, "sh", "-c", script).stderr


@pytest.mark.parametrize("container", CONTAINERS)
def test_processes_memory_and_processor_are_limited(container: str) -> None:
    limits = inspect(container)["HostConfig"]
    assert limits["PidsLimit"] == 256
    memory, processors = limits["Memory"], limits["NanoCpus"]
    assert isinstance(memory, int)
    assert 0 < memory <= 2**31
    assert isinstance(processors, int)
    assert processors > 0


@pytest.mark.parametrize("container", CONTAINERS)
def test_no_container_can_reach_the_engine_or_the_host(container: str) -> None:
    known = inspect(container)
    assert known["HostConfig"]["Privileged"] is False
    assert known["HostConfig"]["PidMode"] == ""
    assert known["HostConfig"]["NetworkMode"] != "host"
    assert "docker.sock" not in docker("inspect", container)


@pytest.mark.parametrize("container", CONTAINERS)
def test_the_exec_user_is_a_number_that_is_not_root(container: str) -> None:
    assert inspect(container)["Config"]["User"] == "10001:10001"


@pytest.mark.parametrize("container", [PYTHON_SERVER, OAUTH2_SERVER])
def test_the_python_servers_reach_each_other_and_nothing_outside(container: str) -> None:
    probe = (
        "import socket, urllib.request as r\n"
        "for ready in ('http://oauth2-web-server:8081/health/ready', 'http://mcp-server:8080/health/ready'):\n"
        "    print(r.urlopen(ready, timeout=10).status)\n"
        "try:\n    socket.create_connection(('1.1.1.1', 443), timeout=3)\n    print('outside reached')\n"
        "except OSError as error:\n    print('no way out')\n"
    )
    assert inside(container, "python", "-c", probe).splitlines() == ["200", "200", "no way out"]


def test_third_party_servers_see_neither_the_oauth2_server_nor_keys_and_log() -> None:
    assert docker("inspect", "--format", "{{len .Mounts}}", NODE_SERVER).strip() == "0"
    probe = (
        "fetch('http://oauth2-web-server:8081/').then(() => console.log('reached'), (e) => console.log(e.cause.code))"
    )
    assert inside(NODE_SERVER, "node", "-e", probe).strip() in {"ENOTFOUND", "EAI_AGAIN"}
