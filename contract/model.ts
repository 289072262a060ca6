import * as z from 'zod'
import { messageSchema } from './message.ts'
import { formatMemory } from '../wording/format-quantity.ts'
import { t } from '../wording/translate.ts'

/** Whether a model fits this computer. */
export const Fit = z.object({
  verdict: z.enum(['yes', 'slow', 'no']),
  /** `memory`: there is not enough; `free`: other programs use it; `cores`: too few of them to write fast. Said by `fitWords`. */
  reason: z.enum(['fits', 'memory', 'free', 'cores']),
  /** Memory of the model alone: file, context, and room to work. */
  needBytes: z.number(),
  memoryBytes: z.number(),
  freeBytes: z.number(),
  threads: z.number().int(),
  /** How fast it writes on the processor, as it was measured on others; null: on a graphics processor, or it writes nothing. */
  tokensPerSecond: z.number().nullable(),
})
export type Fit = z.infer<typeof Fit>

/** Why a model fits this computer or not, in a sentence with what to do. */
export function fitWords({ reason, needBytes, memoryBytes, freeBytes, threads }: Fit): string {
  const need = formatMemory(needBytes)
  if (reason === 'memory') return t('models.fit.memory', { need, memory: formatMemory(memoryBytes) })
  if (reason === 'cores') return t('models.fit.cores', { need, count: threads })
  return t(`models.fit.${reason}`, { need, free: formatMemory(freeBytes) })
}

/** Of a text in English; in German a token is a smaller part of a word, so it is rather less. */
const WORDS_PER_TOKEN = 0.75
/** Words a second at which a person reads; what writes more slowly than that is called slow (`models/fit.ts`). */
const READING = { from: 3, to: 5 } as const

/** What it feels like to wait for it: "It writes about 4 words a second, as fast as you read."; empty where it is not known. */
export function speedWords({ tokensPerSecond }: Pick<Fit, 'tokensPerSecond'>): string {
  if (tokensPerSecond === null) return ''
  // In whole words, so that a number and what it feels like never disagree.
  const words = Math.floor(tokensPerSecond * WORDS_PER_TOKEN)
  const pace = words < READING.from ? 'slower' : words <= READING.to ? 'same' : 'faster'
  return t(`models.speed.${words < 1 ? 'slowest' : pace}`, { count: words })
}

/** How a model will be on this computer: how fast it writes, and whether it has room. */
export function onThisComputer({ fit }: { readonly fit: Fit }): string {
  return [speedWords(fit), fitWords(fit)].filter(Boolean).join(' ')
}

const EXAMPLE_LINE = { megabits: 50, bytesPerSecond: 50e6 / 8 } as const

/** How long what is still missing of a download takes on a usual line: "about 3 min at 50 Mbit/s". */
export function downloadWords({ bytes, partialBytes }: Pick<ModelRow, 'bytes' | 'partialBytes'>): string {
  const minutes = Math.round((bytes - partialBytes) / EXAMPLE_LINE.bytesPerSecond / 60)
  const line = { megabits: EXAMPLE_LINE.megabits }
  return minutes < 1 ? t('models.downloadTime.short', line) : t('models.downloadTime.minutes', { ...line, minutes })
}

/** What a model that writes is fit for, best first. */
export const MODEL_PURPOSES = ['daily', 'try', 'tests'] as const

export const ModelRow = z.object({
  id: z.string(),
  title: z.string(),
  kind: z.enum(['language', 'embedding', 'reranker']),
  bytes: z.number(),
  sha256: z.string(),
  licence: z.string(),
  languages: z.string(),
  installed: z.boolean(),
  inUse: z.boolean(),
  /** Bytes already fetched by an earlier, interrupted download. */
  partialBytes: z.number(),
  fromPackageIndex: z.boolean(),
  address: z.string().nullable(),
  /** What is worth knowing of it, and why it must not be used. */
  notes: z.array(messageSchema),
  /** The LoRA adapter that it is used with; `sha256` above is then one of both. Absent: none. */
  lora: z.object({ name: z.string(), sha256: z.string(), bytes: z.number(), scale: z.number() }).optional(),
  fit: Fit,
  /** What a model that writes is fit for; null: not known (a file of the user's own), or it writes nothing. */
  purpose: z.enum(MODEL_PURPOSES).nullable(),
})
export type ModelRow = z.infer<typeof ModelRow>

/** llama.cpp for a kind of graphics processor, fetched on request like a model: `model.get` and `model.remove` take its id. */
export const GraphicsOffer = z.object({
  id: z.string(),
  kind: z.enum(['vulkan', 'cuda']),
  bytes: z.number(),
  installed: z.boolean(),
  /** Bytes already fetched by an earlier, interrupted download. */
  partialBytes: z.number(),
  /** Null: this copy was built without an address for it. */
  address: z.string().nullable(),
})
export type GraphicsOffer = z.infer<typeof GraphicsOffer>

export const Computer = z.object({
  cores: z.number().int(),
  threads: z.number().int(),
  memoryBytes: z.number(),
  freeBytes: z.number(),
  diskFreeBytes: z.number(),
  graphics: z.string().nullable(),
  /** Why a graphics processor that is there is not used. */
  graphicsFault: z.string().nullable(),
  /** None where this computer has no graphics processor, or the program brings the library itself. */
  graphicsOffers: z.array(GraphicsOffer),
})
export type Computer = z.infer<typeof Computer>

/** The fault of a driver that is still being tried. */
// oxlint-disable-next-line consilium/no-bare-text -- it is compared, not shown
export const NO_ANSWER_YET = 'no answer yet'

/** What models run on, in a line of the command line. */
export function graphicsWords({ graphics, graphicsFault: fault }: Computer): string {
  if (fault === NO_ANSWER_YET) return t('models.graphics.tried')
  if (fault !== null) return t('models.graphics.failed', { fault })
  return graphics ?? t('models.graphics.none')
}

export const ModelProgress = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('model-start'),
    id: z.string(),
    way: z.string(),
    address: z.string(),
    bytes: z.number(),
    resumedAt: z.number(),
  }),
  z.object({
    type: z.literal('model-progress'),
    id: z.string(),
    doneBytes: z.number(),
    bytes: z.number(),
    bytesPerSecond: z.number(),
    secondsLeft: z.number().nullable(),
  }),
  z.object({ type: z.literal('model-end'), id: z.string(), path: z.string(), sha256: z.string() }),
])
export type ModelProgress = z.infer<typeof ModelProgress>
