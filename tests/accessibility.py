"""What those see who do not look: axe-core's findings, and Chromium's own accessibility tree."""

from pathlib import Path

from browser import missing

AXE = Path(__file__).parent.parent / "node_modules/axe-core/axe.min.js"
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
CONTROLS = {
    "button",
    "link",
    "checkbox",
    "combobox",
    "textbox",
    "searchbox",
    "slider",
    "tab",
    "option",
    "listbox",
    "menuitem",
    "application",
    "dialog",
    "tabpanel",
    "region",
    "table",
    "img",
}


def axe_source():
    """The text of axe-core, or no test."""
    if not AXE.exists():
        missing("axe-core", "npm ci")
    return AXE.read_text(encoding="utf-8")


def violations(one, axe):
    """What axe-core finds in a page as it stands."""
    # A script element would be stopped by the page's own policy.
    one.page.evaluate(axe)
    run = """async (rules) => {
      const { violations } = await axe.run({ runOnly: rules, resultTypes: ["violations"] });
      return violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)]);
    }"""
    return one.page.evaluate(run, RULES)


def tree(one):
    """Role and name of every node that a screen reader meets."""
    session = one.page.context.new_cdp_session(one.page)
    nodes = session.send("Accessibility.getFullAXTree")["nodes"]
    session.detach()
    return [
        (node["role"]["value"], node.get("name", {}).get("value", ""))
        for node in nodes
        if not node.get("ignored")
    ]


def landmarks(one, role):
    """The names of all nodes of a role."""
    return [name for each, name in tree(one) if each == role]


def unnamed(one):
    """The roles of controls and parts that no screen reader could name."""
    return [role for role, name in tree(one) if role in CONTROLS and not name.strip()]
