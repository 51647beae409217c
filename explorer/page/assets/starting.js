/**
 * Runs before anything else of the page: while the page starts, its plain tables are hidden. Where
 * this script may not run, or whatever follows it fails, they stay, or come back.
 */
(() => {
  const root = document.documentElement;
  root.setAttribute("data-starting", "");
  const showTables = () => {
    if (!root.hasAttribute("data-started")) root.removeAttribute("data-starting");
  };
  addEventListener("error", showTables);
  addEventListener("unhandledrejection", showTables);
  addEventListener("load", () => {
    // Of a script that it may not run, or does not understand, a browser says nothing here.
    if (root.getAttribute("data-starting") !== "begun") showTables();
  });
})();
