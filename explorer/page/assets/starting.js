/**
 * Runs before anything else of the page: while the page starts, its plain tables are hidden. Where
 * this script may not run, or whatever follows it fails, they stay, or come back.
 */
(() => {
  const root = document.documentElement;
  root.setAttribute("data-starting", "");
  // vis-network reads the stack of errors as it starts, for which a browser reads all of it again.
  const errors = /** @type {{stackTraceLimit?: number}} */ (Error);
  const limit = errors.stackTraceLimit;
  errors.stackTraceLimit = 0;
  document.addEventListener(
    "readystatechange",
    () => {
      errors.stackTraceLimit = limit;
    },
    { once: true },
  );
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
