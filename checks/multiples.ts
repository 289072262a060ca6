/** By what a word or letters behind a figure multiply it. `m` is metres, minutes or millions: whoever reads it tells by the rest. */
export const MULTIPLES: Readonly<Record<string, number>> = {
  k: 1e3,
  thousand: 1e3,
  m: 1e6,
  mn: 1e6,
  million: 1e6,
  bn: 1e9,
  billion: 1e9,
}
