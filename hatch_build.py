"""Join the page's script when the project is built or installed, so that no page waits for it."""

import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class OwnScriptHook(BuildHookInterface[Any]):
    """Writes `explorer/page/own_script.js`, and puts it into the wheel."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Write the file; hatchling calls this before it collects files."""
        del version
        sys.path.insert(0, self.root)
        try:
            from explorer.page.own_script import write_own_script

            joined = write_own_script()
        finally:
            sys.path.remove(self.root)
        build_data["artifacts"].append(joined.relative_to(Path(self.root)).as_posix())
