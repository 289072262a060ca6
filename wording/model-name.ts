/** How the weights of a file are stored, and that it was made to be asked, behind the name of its model. */
const OF_THE_FILE = /-(?:q\d\w*|int\d+|b?f16|fp16)$/i
const ASKED = /-(?:instruct|chat|it)$/i
/** So many weights: 0.5 billion, 135 million. */
const SIZE = /^\d+(?:\.\d+)?[bm]$/i

/** A model by its id as people call it: `qwen2.5-coder-0.5b-instruct-q4_k_m` is "Qwen2.5 Coder 0.5B". */
export function modelName(id: string): string {
  const words = id.replace(OF_THE_FILE, '').replace(ASKED, '').split('-')
  return words
    .map((word) => (SIZE.test(word) ? word.toUpperCase() : `${word.slice(0, 1).toUpperCase()}${word.slice(1)}`))
    .join(' ')
}
