import { readDates } from '../../text/dates.ts'
import { measuresIn } from '../../text/measures.ts'

/** "7." or "(12.4) The": what numbers a paragraph, in front of its words. */
export type ParagraphNumber = {
  readonly number: string
  /** With its brackets, its stop and the space behind it. */
  readonly length: number
  /** A stop or a bracket says that it is one; without, only the numbers around it do. */
  readonly isMarked: boolean
}

const NUMBER = /^\s*\(?(?<number>\d{1,3}(?:\.\d{1,3})*)(?:(?<mark>[.)])\s+|\s+(?=\p{Lu}))/u

/** Null where there is none, and where the figures are a date's or say how much of something: "25 June 2021: …", "30 Tage nach …". */
export function paragraphNumber(text: string): ParagraphNumber | null {
  const found = NUMBER.exec(text)
  if (!found) return null
  const { number = '', mark } = found.groups ?? {}
  const at = found[0].indexOf(number)
  const begins = (start: number) => start <= at
  if (readDates(text).some(({ start }) => begins(start))) return null
  if (measuresIn(text).some(({ unit, at: { start } }) => unit !== null && begins(start))) return null
  return { number, length: found[0].length, isMarked: mark !== undefined }
}

/** Whether a number is the next one to another: "12.5", "12.4.1" or "13" behind "12.4". */
export function isNextNumber(number: string, before: string): boolean {
  const [steps, earlier] = [number, before].map((one) => one.split('.').map(Number)) as [number[], number[]]
  const isBelow = steps.length === earlier.length + 1 && steps.at(-1) === 1
  const kept = steps.slice(0, -1)
  const isSameSoFar = kept.every((step, at) => step === earlier[at])
  return isSameSoFar && (isBelow || steps.at(-1) === (earlier[steps.length - 1] ?? Number.NaN) + 1)
}
