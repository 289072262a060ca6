import * as z from 'zod'
import { ReadingProgress } from './document.ts'
import { KeyMode } from './matter.ts'
import { SuggestionPolicy } from './answers/routing.ts'
import { ChosenField } from './work-field.ts'
import { MeasuredStrategies, UsualStrategy } from './answers/strategy.ts'

/** Who decides and approves where the user has given no name. */
// It is kept in records, which are in English; the window knows it by this name.
// oxlint-disable-next-line consilium/no-bare-text
export const UNNAMED_USER = 'the user'

/** Of a passphrase, in characters. */
export const LONGEST_PASSPHRASE = 1024

export const Settings = z.object({
  /** True (the default): the network may be used for what the user asks for. False: nothing may. */
  network: z.boolean(),
  userName: z.string(),
  appearance: z.enum(['system', 'light', 'dark']),
  /** A code for which the window has messages (`wording/messages/`), or the system's; another one counts as English. */
  language: z.string(),
  textScale: z.number().min(0.8).max(2),
  singleKeys: z.boolean(),
  /** 0: never locks by itself. */
  lockAfterMinutes: z.number().int().min(0).max(1440),
  languageModel: z.string().nullable(),
  embedder: z.string().nullable(),
  mirror: z.string().nullable(),
  /** Whether a newer version is looked for once a week; never before the user says so. */
  checksForUpdates: z.boolean(),
  welcomed: z.boolean(),
  /** What the user works in: what is of it is shown first, and nothing is left out for it. */
  field: ChosenField,
  /** How wide the column of a document is, in CSS pixels; null: as usual. The window it is shown in is its upper bound. */
  viewerWidth: z.number().int().min(320).nullable(),
  /** When a second opinion is suggested below an answer. */
  secondOpinions: SuggestionPolicy,
  /** Words of the user's own that ask for a second look, and shipped topics that do not. */
  redFlagWords: z.array(z.string().trim().min(1).max(100)).max(200),
  redFlagsOff: z.array(z.string()).max(200),
})
export type Settings = z.infer<typeof Settings>

export const ProcessState = z.enum(['idle', 'starting', 'ready', 'restarting', 'failed', 'stopped'])
export type ProcessState = z.infer<typeof ProcessState>

export const ProcessName = z.enum(['language', 'embedding', 'reader'])
export type ProcessName = z.infer<typeof ProcessName>

export const ProcessRow = z.object({
  process: ProcessName,
  state: ProcessState,
  reason: z.string().nullable(),
  memoryBytes: z.number().nullable(),
})
export type ProcessRow = z.infer<typeof ProcessRow>

export const Status = z.object({
  version: z.string(),
  home: z.string(),
  lock: z.enum(['new', 'open', 'locked']),
  keyMode: KeyMode,
  hasRecoveryKey: z.boolean(),
  processes: z.array(ProcessRow),
  /** `strategies`: what was measured best for it, by the kind of question; where nothing was, `usualStrategy` counts. */
  languageModel: z
    .object({
      id: z.string(),
      state: z.enum(['ready', 'loading', 'unloaded']),
      strategies: MeasuredStrategies,
      usualStrategy: UsualStrategy,
    })
    .nullable(),
})
export type Status = z.infer<typeof Status>

/** What changes while nobody asked. A subscriber first gets one of each that is known. */
export const AppEvent = z.discriminatedUnion('type', [
  z.object({ type: z.literal('status-changed') }),
  z.object({ type: z.literal('matters-changed') }),
  z.object({ type: z.literal('documents-changed'), matter: z.string() }),
  z.object({ type: z.literal('answers-changed'), matter: z.string() }),
  z.object({ type: z.literal('facts-changed'), matter: z.string() }),
  z.object({ type: z.literal('sheets-changed'), matter: z.string() }),
  z.object({ type: z.literal('highlights-changed'), matter: z.string() }),
  z.object({ type: z.literal('drafts-changed'), matter: z.string() }),
  /** How far the reading of facts is. */
  z.object({ type: z.literal('proposing-changed'), matter: z.string() }),
  z.object({ type: z.literal('packs-changed') }),
  z.object({ type: z.literal('cards-changed') }),
  z.object({ type: z.literal('packets-changed'), matter: z.string() }),
  z.object({ type: z.literal('opinions-changed'), matter: z.string() }),
  z.object({ type: z.literal('routings-changed'), matter: z.string() }),
  /** Sets, runs or how far one is; null: those of no matter, or a calibration. */
  z.object({ type: z.literal('evaluations-changed'), matter: z.string().nullable() }),
  z.object({ type: z.literal('providers-changed') }),
  z.object({ type: z.literal('watch-changed'), matter: z.string() }),
  z.object({ type: z.literal('models-changed') }),
  z.object({ type: z.literal('references-changed') }),
  z.object({ type: z.literal('settings-changed') }),
  z.object({ type: z.literal('reading'), progress: ReadingProgress }),
  z.object({ type: z.literal('process'), process: ProcessName, state: ProcessState, reason: z.string().nullable() }),
])
export type AppEvent = z.infer<typeof AppEvent>

export const Check = z.object({ check: z.string(), ok: z.boolean(), detail: z.string(), todo: z.string().nullable() })
export type Check = z.infer<typeof Check>
