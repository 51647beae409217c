/** The period that the years show as chosen. */

/**
 * @param {TimePanel} panel
 * @param {string} from
 * @param {string} to not before it
 */
export function setSpan(panel, from, to) {
  const one = from !== "" && from === to;
  panel.store.filter(
    one ? { at: from, from: "", to: "" } : { at: "", from, to },
    `time ${panel.gesture}`,
  );
}

/** @param {TimePanel} panel */
export function getSpan({ store }) {
  const { at, from, to } = store.filters();
  return at ? [at, at] : [from, to];
}

/**
 * The relations that all the other filters select.
 * @param {TimePanel} panel
 */
export function maskTimeless({ store }) {
  return store.timelessMask({ ...store.filters(), at: "", from: "", to: "" });
}
