/** Independent voices: sources that reach us through one source, or one publisher, count once. */

const ADDRESS = /^[a-z][a-z0-9+.-]*:\/\/(?:[^/?#@]*@)?([^/?#:]+)/i;

/**
 * The voices of all that some relations cite.
 *
 * @param {Network} network
 * @param {Relation[]} relations
 * @returns {Set<string>}
 */
export function findVoices(network, relations) {
  return new Set(
    relations.flatMap(({ references }) =>
      references.map((reference) => findVoice(network, reference)),
    ),
  );
}

/**
 * A source, and each source through which it reaches us, in order.
 *
 * @param {Network} network
 * @param {Source|undefined} source
 * @returns {Source[]}
 */
export function listChain(network, source) {
  /** @type {Set<Source>} */
  const chain = new Set();
  for (let next = source; next && !chain.has(next); next = network.sourceById.get(next.via)) {
    chain.add(next);
  }
  return [...chain];
}

/**
 * @param {Network} network
 * @param {Reference} reference
 */
function findVoice(network, { source, text = "" }) {
  const last = listChain(network, source).at(-1);
  if (last) {
    return last.publisher ? `publisher ${last.publisher.toLowerCase()}` : `source ${last.id}`;
  }
  const host = ADDRESS.exec(text)?.[1];
  return host ? `host ${host.toLowerCase()}` : `text ${text}`;
}
