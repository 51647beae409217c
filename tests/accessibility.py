"""What those see who do not look: axe-core's findings, and Chromium's own accessibility tree."""

from pathlib import Path

from browser import READY, need_packages

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
    need_packages("axe-core")
    return AXE.read_text(encoding="utf-8")


def violations(one, axe, rules=RULES, *, without=()):
    """Return what axe-core finds in the finished page as it is, without what some rules find."""
    one.page.evaluate(READY)
    if one.page.evaluate("typeof axe") == "undefined":
        # A script element would be stopped by the page's own policy.
        one.page.evaluate(axe)
    run = """async ([runOnly, without]) => {
      const rules = Object.fromEntries(without.map((rule) => [rule, { enabled: false }]));
      // To name what it finds by a selector takes axe a fifth of its time; we show the HTML.
      const options = { runOnly, rules, resultTypes: ["violations"], selectors: false };
      const { violations } = await axe.run(options);
      return violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)]);
    }"""
    return one.page.evaluate(run, [rules, list(without)])


def tree(one):
    """Every node of the finished page that a screen reader meets, by its id."""
    one.page.evaluate(READY)
    session = one.page.context.new_cdp_session(one.page)
    nodes = session.send("Accessibility.getFullAXTree")["nodes"]
    session.detach()
    return {node["nodeId"]: node for node in nodes}


def told(node, name):
    """What a node says of itself: its role, its name, or nothing."""
    return node.get(name, {}).get("value", "")


def of_role(nodes, role):
    """All nodes of a role that are not passed over."""
    return [
        node for node in nodes.values() if told(node, "role") == role and not node.get("ignored")
    ]


def words(nodes, node):
    """All text in a node and what is in it."""
    if told(node, "role") == "StaticText":
        return told(node, "name")
    inner = [words(nodes, nodes[each]) for each in node.get("childIds", []) if each in nodes]
    return " ".join(part for part in inner if part)


def landmarks(nodes, role):
    """The names of all nodes of a role."""
    return [told(node, "name") for node in of_role(nodes, role)]


def properties(node):
    """What a node's state is, such as whether it is selected."""
    return {each["name"]: each["value"].get("value") for each in node.get("properties", [])}


def unnamed(nodes):
    """The roles of controls and parts that no screen reader could name."""
    shown = [node for node in nodes.values() if not node.get("ignored")]
    found = [(told(node, "role"), told(node, "name").strip()) for node in shown]
    return [role for role, name in found if role in CONTROLS and not name]
