import type { Answer } from '../../../contract/answers/answer.ts'
import type { Answers } from '../../../store/matter/stored-answers.ts'
import type { JsonSettings } from '../../../store/stored-json.ts'

/** Cells differ; a new one moves the mean by so much. */
const NEWEST_COUNTS = 0.2

/** What a cell takes of a model: the prompt of 24 cells on judgments had 371 tokens (median), and a short sentence is about 20. */
const CELL_TOKENS = { read: 370, written: 20 }
const ANSWERS_LOOKED_AT = 5

/** Keeps how long a cell took on this computer, as a running mean for each model by its hash. */
export function keepCellSeconds(settings: JsonSettings, sha256: string, seconds: number): void {
  const before = kept(settings, sha256)
  settings.set(keyOf(sha256), before === null ? seconds : (1 - NEWEST_COUNTS) * before + NEWEST_COUNTS * seconds)
}

/** Seconds that a cell takes with a model, as measured in tables, else from how fast its last answers were; null: not known. */
export function cellSeconds(
  settings: JsonSettings,
  sha256: string,
  answers: Pick<Answers<Answer>, 'newest'>,
): number | null {
  const last = answers.newest(ANSWERS_LOOKED_AT).filter(({ model }) => model?.sha256 === sha256)
  return kept(settings, sha256) ?? last.map(fromAnswer).find((seconds) => seconds !== null) ?? null
}

function fromAnswer({ timing, tokens }: Answer): number | null {
  const { evidenceMs, firstTokenMs, totalMs } = timing
  const read = tokens.firstPrompt
  if (firstTokenMs === null || read === 0 || tokens.generated === 0) return null
  const [readingMs, writingMs] = [firstTokenMs - evidenceMs, totalMs - firstTokenMs]
  return ((readingMs / read) * CELL_TOKENS.read + (writingMs / tokens.generated) * CELL_TOKENS.written) / 1000
}

function kept(settings: JsonSettings, sha256: string): number | null {
  const value = settings.get(keyOf(sha256))
  return typeof value === 'number' && value > 0 ? value : null
}

function keyOf(sha256: string): string {
  return `seconds a cell ${sha256}`
}
