import * as z from 'zod'
import { WorkField } from './work-field.ts'
import { messageSchema } from './message.ts'
import { t } from '../wording/translate.ts'

export const Matter = z.object({
  matter: z.string(),
  id: z.string(),
  documents: z.number().int(),
  bytes: z.number().int(),
  createdAt: z.string(),
  archived: z.boolean(),
  sample: z.boolean(),
  subtitle: z.string(),
})
export type Matter = z.infer<typeof Matter>

/** How the home is locked. `new`: nothing is there yet. */
export const KeyMode = z.enum(['new', 'key-file', 'passphrase', 'keychain'])
export type KeyMode = z.infer<typeof KeyMode>

export const DamagedKind = z.enum([
  'answer',
  'opinion',
  'outgoing text',
  'decision',
  'correction',
  'suggestion',
  'pseudonym',
  'setting',
  'fact',
  'draft',
  'question set',
  'question',
  'run',
  'result',
  'lesson',
  'provider',
])
export type DamagedKind = z.infer<typeof DamagedKind>

/** Something that is kept and can no longer be read. Its list leaves it out. `text`: as it is kept; null where it may hold passwords. */
export const DamagedEntry = z.object({ kind: DamagedKind, id: z.string(), text: z.string().nullable() })
export type DamagedEntry = z.infer<typeof DamagedEntry>

/** A sample question, for the first start. */
export const SampleMatter = z.object({
  /** The folder of its documents. */
  matter: z.string(),
  field: WorkField,
  /** In the language of the call. */
  title: z.string(),
  subtitle: z.string(),
  /** Its names in all languages: it was made in one of them. */
  names: z.array(z.string()),
  questions: z.array(z.object({ question: z.string(), answerable: z.boolean() })),
  /** Knowledge packs that it uses from the start. */
  packs: z.array(z.string()).default([]),
})
export type SampleMatter = z.infer<typeof SampleMatter>

/** Whether a matter was made of this sample. */
export function isOfSample({ matter }: Pick<Matter, 'matter'>, { names }: Pick<SampleMatter, 'names'>): boolean {
  return names.includes(matter)
}

/** What a list says of what it leaves out, a sentence for each kind: "2 answers are damaged and cannot be shown. Their text is kept." */
export function damagedWords(entries: readonly DamagedEntry[]): readonly string[] {
  return [...Map.groupBy(entries, ({ kind }) => kind)].map(([kind, { length }]) => damagedSentence(kind, length))
}

export function damagedSentence(kind: DamagedKind, count: number): string {
  return t(`window.damaged.${kind}`, { count })
}

/**
 * `missing`: the folder is not there. `held`: so many files are gone at once that their documents were kept until somebody says
 * what is to become of them.
 */
export const WatchState = z.object({
  kind: z.enum(['watching', 'paused', 'missing', 'held']),
  lookedAt: z.string().nullable(),
  /** Files that were taken since watching began or went on. */
  taken: z.number().int(),
  /** Files that are gone while their documents are kept. */
  gone: z.number().int(),
  /** What is wrong. */
  message: messageSchema.nullable(),
})
export type WatchState = z.infer<typeof WatchState>

/** A folder of this computer whose files a matter follows. */
export const WatchedFolder = WatchState.extend({ folder: z.string() })
export type WatchedFolder = z.infer<typeof WatchedFolder>
