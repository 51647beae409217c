/** Answers scores for a test of Python: a page's document and masks in, scores out, as JSON. */
import { readFileSync, writeFileSync } from "node:fs";
import { readNetwork } from "../explorer/page/assets/core/network.js";
import { computeScores } from "../explorer/page/assets/core/scores.js";
import { toScoreIds } from "../explorer/page/assets/core/scores_by_id.js";

const [asked, answered] = process.argv.slice(2);
const answers = JSON.parse(readFileSync(asked, "utf8")).map(({ parsed, mask, actors }) => {
  const network = readNetwork(parsed);
  const masks = { mask: Uint8Array.from(mask), actors: Uint8Array.from(actors) };
  const generator = computeScores(network, masks);
  let step = generator.next();
  while (!step.done) step = generator.next();
  return toScoreIds(network, masks.actors, step.value);
});
writeFileSync(answered, JSON.stringify(answers));
