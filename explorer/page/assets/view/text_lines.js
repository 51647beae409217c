/**
 * Break a text into lines that fit a width. A word that is wider than a line is broken inside.
 * @param {string} text
 * @param {number} width
 * @param {(text: string) => number} measure the width of a text
 * @returns {string[]}
 */
export function breakLines(text, width, measure) {
  const lines = [];
  let line = "";
  for (const word of text.split(/\s+/u).filter(Boolean)) {
    const longer = line ? `${line} ${word}` : word;
    if (measure(longer) <= width) {
      line = longer;
      continue;
    }
    if (line) lines.push(line);
    const parts = breakWord(word, width, measure);
    line = parts.pop() ?? "";
    lines.push(...parts);
  }
  return line ? [...lines, line] : lines;
}

/**
 * @param {string} word
 * @param {number} width
 * @param {(text: string) => number} measure
 */
function breakWord(word, width, measure) {
  const parts = [""];
  for (const letter of word) {
    const longer = parts[parts.length - 1] + letter;
    if (parts[parts.length - 1] && measure(longer) > width) parts.push(letter);
    else parts[parts.length - 1] = longer;
  }
  return parts;
}
