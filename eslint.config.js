import js from "@eslint/js";
import globals from "globals";

// What would let text of a file become markup or code.
const UNSAFE_PROPERTIES = [
  "innerHTML",
  "outerHTML",
  "insertAdjacentHTML",
  "setHTMLUnsafe",
  "createContextualFragment",
];

const STRICT = {
  "array-callback-return": "error",
  complexity: ["error", 12],
  "consistent-return": "error",
  curly: ["error", "multi-line"],
  eqeqeq: "error",
  "max-depth": ["error", 3],
  "max-len": ["error", { code: 100 }],
  "max-lines": ["error", { max: 300, skipComments: true }],
  "max-lines-per-function": ["error", { max: 45, skipComments: true }],
  "max-params": ["error", 5],
  "no-eval": "error",
  "no-implied-eval": "error",
  "no-new-func": "error",
  "no-param-reassign": "error",
  "no-restricted-properties": [
    "error",
    ...UNSAFE_PROPERTIES.map((property) => ({
      property,
      message: "Text goes into the page as text: use textContent.",
    })),
    { object: "document", property: "write", message: "Build elements instead." },
    { object: "document", property: "writeln", message: "Build elements instead." },
  ],
  "no-shadow": "error",
  "no-unused-vars": ["error", { ignoreRestSiblings: true }],
  "no-use-before-define": ["error", { functions: false, variables: false }],
  "no-var": "error",
  "object-shorthand": "error",
  "prefer-const": "error",
  "prefer-template": "error",
};

// The only forms that the inliner understands.
const MODULE_FORMS = {
  "no-restricted-syntax": [
    "error",
    {
      selector: "ExportDefaultDeclaration, ExportAllDeclaration, ExportSpecifier",
      message: "Export functions and constants by name where they are declared.",
    },
    {
      selector: "ImportDefaultSpecifier, ImportNamespaceSpecifier, ImportExpression",
      message: "Import by name, at the top.",
    },
    {
      selector: "TemplateElement[value.raw=/\\n/]",
      message: "End a template in the line in which it starts: indents are taken off.",
    },
  ],
};

export default [
  {
    ignores: [
      "explorer/page/own_script.js",
      "**/vendor/**",
      "**/node_modules/**",
      ".venv/**",
      "build/**",
      "dist/**",
    ],
  },
  js.configs.recommended,
  { linterOptions: { reportUnusedDisableDirectives: "error" }, rules: STRICT },
  { files: ["explorer/page/assets/**/*.js"], rules: MODULE_FORMS },
  // The core knows no page: what it needs of the world is the language and the parser of addresses.
  {
    files: ["explorer/page/assets/core/**/*.js"],
    languageOptions: { globals: { URL: "readonly" } },
  },
  {
    files: ["explorer/page/assets/view/**/*.js", "explorer/page/assets/{main,starting}.js"],
    languageOptions: { globals: { ...globals.browser, vis: "readonly" } },
  },
  {
    files: ["explorer/page/assets/later.js"],
    languageOptions: { globals: globals.browser, sourceType: "script" },
    rules: { "no-unused-vars": "off", "prefer-const": "off" }, // the joined modules use and set it
  },
  {
    files: ["benchmarks/renderers_js/*.js"],
    languageOptions: { globals: globals.browser, sourceType: "script" },
  },
  { files: ["tests/**/*.js", "eslint.config.js"], languageOptions: { globals: globals.node } },
  // One describe tells many small stories.
  { files: ["tests/**/*.js"], rules: { "max-lines-per-function": "off" } },
];
