/**
 * What is made when it is first asked for, and then kept.
 * @template T
 * @param {() => T} make
 * @returns {() => T}
 */
export function makeOnce(make) {
  /** @type {T|undefined} */
  let made;
  return () => (made ??= make());
}
