"""A cluster of processes of their own: a worker is killed meanwhile, and the answer still comes."""

import os
import signal
import socket
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest
from spark_engine import QUICK, need_spark
from terminal import environment

import graph

pytestmark = [
    pytest.mark.spark,
    pytest.mark.nightly,
    pytest.mark.skipif(sys.platform == "win32", reason="processes are killed by a signal"),
]
MINUTES = 60
PATIENCE = 5 * MINUTES


class Cluster:
    """A standalone master with two workers, each a process that can be killed."""

    def __init__(self, folder):
        import pyspark

        self.home = Path(pyspark.__file__).parent
        self.environment = {**environment(), "SPARK_HOME": str(self.home)}
        self.folder = folder
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        self.master = f"spark://127.0.0.1:{port}"
        given = ("--host", "127.0.0.1", "--port", str(port), "--webui-port", "0")
        self.processes = [self.start("master.Master", *given)]
        self.wait_for(port)
        for number in range(2):
            work = ("--work-dir", str(folder / f"work{number}"), "--webui-port", "0")
            size = ("--cores", "1", "--memory", "1g", "--host", "127.0.0.1")
            self.processes.append(self.start("worker.Worker", *work, *size, self.master))

    def start(self, name, *words):
        program = [str(self.home / "bin" / "spark-class"), f"org.apache.spark.deploy.{name}"]
        with (self.folder / f"{name}.log").open("ab") as log:
            return subprocess.Popen(
                [*program, *words],
                env=self.environment,
                stdout=log,
                stderr=log,
                start_new_session=True,
            )

    def wait_for(self, port):
        deadline = time.monotonic() + PATIENCE
        while time.monotonic() < deadline:
            try:
                socket.create_connection(("127.0.0.1", port), 1).close()
            except OSError:
                time.sleep(0.5)
            else:
                return
        pytest.fail((self.folder / "master.Master.log").read_text())

    def kill(self, process):
        """Kill a process with all that it started."""
        if process.poll() is None:
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()

    def close(self):
        for process in self.processes:
            self.kill(process)


@pytest.fixture
def cluster(tmp_path):
    need_spark()
    started = Cluster(tmp_path)
    yield started
    started.close()


def test_a_worker_is_killed_and_the_answer_still_comes(cluster):
    from graph.spark.network import SparkNetwork
    from graph.spark.paths import find_paths
    from graph.spark.session import open_session

    settings = {**QUICK, "spark.executor.memory": "600m", "spark.executor.cores": "1"}
    killed = threading.Event()
    with open_session(cluster.master, settings) as session:
        tracker = session.sparkContext.statusTracker()

        def kill_one():
            deadline = time.monotonic() + PATIENCE
            while len(tracker.getJobIdsForGroup(None)) < 6 and time.monotonic() < deadline:
                time.sleep(0.05)
            cluster.kill(cluster.processes[1])
            killed.set()

        watcher = threading.Thread(target=kill_one)
        watcher.start()
        network = SparkNetwork.read(session, str(Path(__file__).parents[1]))
        answer = find_paths(network, "Putin", "Vilnius").to_dict()
        watcher.join()
        assert killed.is_set()
        assert len(tracker.getJobIdsForGroup(None)) > 6
    assert answer == graph.load_example().path("Putin", "Vilnius").to_dict()


def test_a_master_without_a_worker_is_one_sentence(cluster, monkeypatch):
    from graph.errors import EngineError
    from graph.spark import session

    for process in cluster.processes[1:]:
        cluster.kill(process)
    monkeypatch.setattr(session, "WORKERS_WITHIN", 5)
    with (
        pytest.raises(EngineError, match="was free within 5 seconds"),
        session.open_session(cluster.master, QUICK),
    ):
        pass
