/** Of a part that asks for all there is. */
export function whetherComplete(part: string): string {
  return `whether “${part}” is complete`
}

/** Of a part to which a confirmed sentence may be the answer, in other words than the question has. */
export function whetherAnswered(part: string): string {
  return `whether this answers “${part}”`
}

const NOT_SHOWN = /^whether (?:this answers )?“/

/** Whether a part that an answer leaves open is not answered at all; else sentences may answer it, though nothing shows that they do. */
export function isNotAnswered(part: string): boolean {
  return !NOT_SHOWN.test(part)
}

/** `Not answered: how notice is given`, `Not confirmed: whether this answers “how late may we pay”`. */
export function openPartWords(part: string): string {
  return `${isNotAnswered(part) ? 'Not answered' : 'Not confirmed'}: ${part.replace(/[\s?.!]+$/, '')}`
}
