import * as z from 'zod'
import type { Fact } from '../../../contract/knowledge/fact.ts'
import type { Calculator } from '../../../contract/knowledge/rule.ts'
import {
  calculationLines,
  inputSaid,
  resultShown,
  sheetTitle,
  statedLines,
  whoseLines,
} from '../../../contract/knowledge/sheet-words.ts'
import type { KeptSheet, Sheet, SheetInput } from '../../../contract/knowledge/sheet.ts'
import type { JsonSettings } from '../../../store/stored-json.ts'
import type { OpenMatter } from '../../home/open-matters.ts'
import { t } from '../../../wording/translate.ts'
import type { PaperBlock } from '../../paper/paper-block.ts'
import { calculatorNamed } from './calculators.ts'
import { sheetOn } from './case-sheet.ts'
import { factRows } from '../fact-rows.ts'
import type { Knowledge } from '../knowledge.ts'
import { goalsOfMatter } from './sheet-goals.ts'
import type { SheetOnFacts } from './stated-results.ts'
import { Failure } from '../../../wording/failure.ts'
import { message } from '../../../wording/message.ts'
import { locale } from '../../../wording/translate.ts'

const KEY = 'sheets'

/** More than anybody looks through; every one is recalculated whenever facts change. */
const KEPT_AT_MOST = 100

/** A sheet as it was: its result and what was known of each input, by key. */
const Kept = z.object({
  goal: z.string(),
  title: z.string(),
  about: z.array(z.string()),
  asOf: z.string(),
  /** That of its words: what follows later is compared with it in the same. */
  language: z.string().default('en'),
  result: z.string().nullable(),
  unit: z.string().nullable(),
  known: z.record(z.string(), z.string()),
  /** The result and what was recorded of each input without words, which another version may write otherwise; absent in older ones. */
  value: z.string().nullable().default(null),
  recorded: z.record(z.string(), z.string()).default({}),
})
type Kept = z.infer<typeof Kept>

/** All that is there, as it was written, with what can be read of it: what is damaged stays, and is shown nowhere. */
function keptIn(settings: JsonSettings): readonly { readonly written: unknown; readonly kept: Kept | null }[] {
  const all = z.array(z.unknown()).safeParse(settings.get(KEY)).data ?? []
  return all.map((written) => ({ written, kept: Kept.safeParse(written).data ?? null }))
}

type Asked = Pick<Kept, 'goal' | 'about' | 'asOf'> & Partial<Pick<Kept, 'language'>>

/** Keeps a sheet as it is on a day, in the place of one of the same goal, about the same and of the same day. Throws `NO_SPACE`. */
export async function keepSheet(knowledge: Knowledge, matter: OpenMatter, asked: Asked): Promise<void> {
  const { settings } = matter.store
  const calculators = await goalsOfMatter(knowledge, matter)
  const facts = await factRows(knowledge, matter, asked.asOf)
  const sheet = await sheetOf(knowledge, calculators, facts, asked)
  const others = withoutSame(settings, asked)
  if (others.length >= KEPT_AT_MOST)
    throw new Failure('NO_SPACE', message('failures.rules.tooManySheets', { count: others.length }))
  settings.set(KEY, [asKept(sheet, asked.about), ...others])
}

/** The kept sheets of a matter, latest first, each with what its facts make of it today. */
export async function keptSheets(
  knowledge: Knowledge,
  matter: OpenMatter,
  today: string,
  signal: AbortSignal,
): Promise<KeptSheet[]> {
  const kept = keptIn(matter.store.settings).flatMap((one) => one.kept ?? [])
  if (kept.length === 0) return []
  const calculators = await goalsOfMatter(knowledge, matter)
  const facts = await factRows(knowledge, matter, today)
  const sheets: KeptSheet[] = []
  for (const one of kept) {
    signal.throwIfAborted()
    sheets.push(await comparedWith(one, () => sheetOf(knowledge, calculators, facts, { ...one, asOf: today })))
  }
  return sheets
}

async function comparedWith(
  { known, recorded, value, language: _language, ...kept }: Kept,
  open: () => Promise<SheetOnFacts>,
): Promise<KeptSheet> {
  try {
    const sheet = await open()
    const { calculation } = sheet
    const isUnchanged = calculation.result === kept.result || (value !== null && calculation.value === value)
    return {
      ...kept,
      now: isUnchanged ? kept.result : calculation.result,
      isHere: true,
      problem: null,
      changed: changedIn({ known, recorded }, sheet),
    }
  } catch (error) {
    if (!(error instanceof Failure)) throw error
    // Its pack is not used any more, or is gone, or its rules were stopped: the sheet stays as it was.
    return { ...kept, now: null, isHere: error.code !== 'NOT_FOUND', problem: error.said, changed: [] }
  }
}

export function forgetSheet(matter: OpenMatter, asked: Asked): void {
  matter.store.settings.set(KEY, withoutSame(matter.store.settings, asked))
}

/** Throws `NOT_FOUND`. */
function sheetOf(
  knowledge: Knowledge,
  calculators: readonly Calculator[],
  facts: readonly Fact[],
  { goal, about, asOf, language }: Asked,
): Promise<SheetOnFacts> {
  const calculator = calculatorNamed(calculators, { name: goal, pack: null })
  return sheetOn(facts, knowledge, calculator, { about, typed: [], asOf, language })
}

function withoutSame(settings: JsonSettings, asked: Asked): readonly unknown[] {
  return keptIn(settings).flatMap(({ written, kept }) => (kept && isSame(kept, asked) ? [] : [written]))
}

function isSame(one: Asked, other: Asked): boolean {
  return one.goal === other.goal && one.asOf === other.asOf && one.about.join('\n') === other.about.join('\n')
}

function asKept(sheet: SheetOnFacts, about: readonly string[]): Kept {
  const { calculator, calculation, asOf, inputs } = sheet
  const byKey = (of: (input: SheetInput) => string | undefined) =>
    Object.fromEntries(
      inputs.flatMap((input) => {
        const held = of(input)
        return held === undefined ? [] : [[input.key, held]]
      }),
    )
  const { name: goal, title } = calculator
  const { result, unit, value } = calculation
  const kept = { goal, title, about: [...about], asOf, language: locale(), result, unit, value }
  return { ...kept, known: byKey(saidOf), recorded: byKey(recordedOf) }
}

function saidOf({ value, holds }: SheetInput): string | undefined {
  return value ?? holds ?? undefined
}

/** What is used of it as facts hold it, in the words of no language. */
function recordedOf(input: SheetInput): string | undefined {
  if (input.facts.length === 0 || saidOf(input) === undefined) return undefined
  return JSON.stringify(input.facts.map(({ args, holds }) => JSON.stringify([args, holds])).toSorted())
}

/** The inputs that are known otherwise than they were, or no more; one that is not needed any more is none. */
function changedIn({ known, recorded }: Pick<Kept, 'known' | 'recorded'>, { inputs }: SheetOnFacts): string[] {
  const isAsBefore = (input: SheetInput) => {
    const now = recordedOf(input)
    return saidOf(input) === known[input.key] || (now !== undefined && now === recorded[input.key])
  }
  return inputs.filter((input) => !isAsBefore(input)).map(({ label }) => label)
}

/** A case sheet as it is read on paper: the result, what documents state instead, every input with its source, the calculation. */
export function sheetOnPaper(sheet: Sheet, matter: string): readonly PaperBlock[] {
  const note = (text: string): PaperBlock => ({ kind: 'note', text: text.replace(/^- /, '') })
  return [
    { kind: 'question', text: sheetTitle(sheet) },
    { kind: 'small', text: t('sheets.paper.result', { matter, result: resultShown(sheet) }) },
    ...whoseLines(sheet).map(note),
    ...statedLines(sheet).map(note),
    { kind: 'heading', text: t('sheets.paper.inputs') },
    ...sheet.inputs.map((input): PaperBlock => ({ kind: 'field', name: input.label, lines: [inputSaid(input)] })),
    { kind: 'heading', text: t('sheets.paper.steps') },
    ...calculationLines(sheet).map(note),
  ]
}
