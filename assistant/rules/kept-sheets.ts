import * as z from 'zod'
import type { KeptSheet, Sheet } from '../../contract/sheet.ts'
import type { JsonSettings } from '../../store/json-settings.ts'
import { AssistantError } from '../assistant-error.ts'
import type { OpenMatter } from '../open-matters.ts'
import { openSheet } from './case-sheet.ts'
import type { Knowledge } from './knowledge.ts'

const KEY = 'sheets'
/** Older ones are left out of the list. */
const KEPT_AT_MOST = 100

/** A sheet as it was: its result and what was known of each input, by label. */
const Kept = z.object({
  goal: z.string(),
  title: z.string(),
  about: z.array(z.string()),
  asOf: z.string(),
  result: z.string().nullable(),
  unit: z.string().nullable(),
  known: z.record(z.string(), z.string()),
})
type Kept = z.infer<typeof Kept>

/** What is damaged is left out, alone. */
function keptIn(settings: JsonSettings): readonly Kept[] {
  const all = z.array(z.unknown()).safeParse(settings.get(KEY)).data ?? []
  return all.flatMap((one) => Kept.safeParse(one).data ?? [])
}

type Asked = Pick<Kept, 'goal' | 'about' | 'asOf'>

/** Keeps a sheet as it is on a day, in the place of one of the same goal, about the same and of the same day. */
export async function keepSheet(knowledge: Knowledge, matter: OpenMatter, asked: Asked): Promise<void> {
  const { settings } = matter.store
  const sheet = await openSheet(knowledge, matter, { ...asked, typed: [] })
  const kept = asKept(sheet, asked.about)
  const others = keptIn(settings).filter((one) => !isSame(one, kept))
  settings.set(KEY, [kept, ...others].slice(0, KEPT_AT_MOST))
}

/** The kept sheets of a matter, latest first, each with what its facts make of it today. */
export async function keptSheets(knowledge: Knowledge, matter: OpenMatter, today: string): Promise<KeptSheet[]> {
  const kept = keptIn(matter.store.settings)
  return Promise.all(
    kept.map(async ({ known, ...one }) => {
      const sheet = await openSheet(knowledge, matter, {
        goal: one.goal,
        about: one.about,
        typed: [],
        asOf: today,
      }).catch((error: unknown) => {
        // Its pack is not used any more, or is gone: the sheet stays as it was.
        if (error instanceof AssistantError && error.code === 'NOT_FOUND') return null
        throw error
      })
      const now = sheet && asKept(sheet, one.about)
      return { ...one, now: now?.result ?? null, isHere: now !== null, changed: now ? changedIn(known, now.known) : [] }
    }),
  )
}

export function forgetSheet(matter: OpenMatter, asked: Asked): void {
  const { settings } = matter.store
  settings.set(
    KEY,
    keptIn(settings).filter((one) => !isSame(one, asked)),
  )
}

function isSame(one: Asked, other: Asked): boolean {
  return one.goal === other.goal && one.asOf === other.asOf && one.about.join('\n') === other.about.join('\n')
}

function asKept({ calculator, calculation, asOf, inputs }: Sheet, about: readonly string[]): Kept {
  const known = inputs.flatMap(({ label, value, holds }) => {
    const said = value ?? holds
    return said === null ? [] : [[label, said] as const]
  })
  const { name: goal, title } = calculator
  const { result, unit } = calculation
  return { goal, title, about: [...about], asOf, result, unit, known: Object.fromEntries(known) }
}

/** The inputs that are known otherwise than they were, by label; one that is needed no more is none. */
function changedIn(before: Kept['known'], after: Kept['known']): string[] {
  return Object.keys(after).filter((label) => after[label] !== before[label])
}
