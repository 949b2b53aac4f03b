"""Beyond one machine: a batch played by the workers of a Dask scheduler is the batch played here."""

import pytest
from distributed import LocalCluster

from tabletop.errors import TabletopError
from tabletop.lab.batch import simulate
from tabletop.lab.parallel import spread


@pytest.mark.slow
def test_two_workers_play_what_one_process_plays() -> None:
    with LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=None) as cluster:  # type: ignore[no-untyped-call]
        found = simulate("abu-dhabi-2026", "pop-up", 4, "mixed", 3, scheduler=cluster.scheduler_address)
    here = simulate("abu-dhabi-2026", "pop-up", 4, "mixed", 3)
    assert found | {"seconds": 0} == here | {"seconds": 0}


def test_a_scheduler_that_is_not_there_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tabletop.lab.parallel.WAIT_S", "1s")
    with pytest.raises(TabletopError, match=r"tcp://127\.0\.0\.1:1 does not answer"):
        spread(str, [1], scheduler="tcp://127.0.0.1:1")
