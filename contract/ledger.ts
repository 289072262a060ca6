import * as z from 'zod'
import { AnswerState } from './answers/answer.ts'
import { messageSchema } from './message.ts'

const id = z.string()
const sha256 = z.string()
const count = z.number().int()
const counts = z.record(z.string(), count).readonly()
const nothing = z.object({})
const withBytes = z.object({ bytes: count })

const Fact = z.object({ fact: id, edited: z.boolean().exactOptional(), replaces: id.exactOptional() })
const Exported = z.object({ format: z.string(), sha256 })
const Model = z.object({ id, sha256 })
const OfMatter = z.object({ matter: id, sample: z.boolean().exactOptional(), bytes: count.exactOptional() })
const Pack = z.object({ pack: z.string(), sha256: sha256.exactOptional() })
const Rule = z.object({ pack: z.string(), rule: z.string(), sha256 })
const Card = z.object({ card: id, version: count, sha256 })
const OfUpdate = z.object({ version: z.string(), from: z.string(), sha256: z.string() })
const OfModel = z.object({ model: id, sha256: sha256.exactOptional(), scale: z.number().exactOptional() })

/** A source of an answer, in ids and offsets. */
const Source = z.union([
  z.object({ source: z.string(), documentId: id, start: count, end: count, reference: z.string().exactOptional() }),
  z.object({ source: z.string(), rule: z.string(), holds: z.enum(['yes', 'no', 'unknown']) }),
  z.object({ source: z.string(), card: id, version: count, sha256 }),
])

const Reference = z.object({
  reference: z.string(),
  address: z.string(),
  host: z.string().nullable(),
  sequence: count,
  documents: count,
  passages: count,
  builtAt: z.string().nullable(),
})

/** Whose packet it is, what leaves, and who agreed to it. */
const Intended = z.object({
  packetId: id,
  consultation: id.nullable(),
  kind: z.string(),
  provider: z.string(),
  model: z.string(),
  address: z.string(),
  packetHash: sha256,
  characters: count,
  bytes: count,
  dates: z.string(),
  /** How many distinct terms of each type were replaced. */
  masked: counts,
  /** How many were found by each layer. */
  layers: counts,
  sources: z.array(z.string()).readonly(),
  places: z.array(Source).readonly(),
  flags: z.object({ masked: count, kept: count }),
  unmasked: count,
  by: z.string(),
  consentAt: z.string(),
  detector: z.string(),
  wordLists: sha256,
})

/** `intent`: the number of the entry of the intention. */
const Ended = z.object({ packetId: id, intent: count, attempts: count, replyHash: sha256.exactOptional() })

/**
 * What the ledgers of matters and of the program record, by kind: ids, hashes, counts and codes, never words of a document. It is
 * written and read by these shapes. An entry of an earlier version that does not fit is shown as it stands.
 */
export const LEDGER_DATA = {
  'question-asked': z.object({
    answerId: id,
    state: AnswerState,
    sources: z.array(Source).readonly(),
    model: Model.nullable(),
    closedBook: z.boolean(),
  }),
  'answers-exported': Exported.extend({ answerIds: z.array(id).readonly() }),
  'answer-deleted': z.object({ answerId: id }),
  'answer-corrected': z.object({ correctionId: id, card: id, from: z.string(), answerId: id.exactOptional() }),
  'card-judged': z.object({ answerId: id, card: id, effect: z.enum(['helped', 'hurt']) }),
  'corrections-exported': Exported.extend({ corrections: count }),
  'case-sheet-exported': Exported.extend({ goal: z.string() }),
  'consultation-exported': Exported.extend({ consultation: id }),
  'evaluation-begun': z.object({ set: z.string(), runs: z.array(id).readonly() }),
  'evaluation-exported': Exported.extend({ run: id }),
  'highlights-exported': Exported.extend({ highlights: count }),
  'sheet-exported': Exported.extend({ sheet: z.enum(['table', 'chronology']) }),
  'draft-checked': z.object({
    draft: id,
    sha256,
    documents: z.array(z.object({ documentId: id, textVersion: count })).readonly(),
    references: count,
    sentences: count,
    confirmed: count,
    contradicted: count,
    nowhere: count,
    notCheckable: count,
    stopped: z.boolean(),
  }),
  'draft-exported': Exported.extend({ draft: id, what: z.enum(['report', 'commented']), findings: count }),
  'draft-removed': z.object({ draft: id, sha256 }),
  'document-added': z.object({ documentId: id, sha256, bytes: count, state: z.enum(['ready', 'partial']) }),
  'document-removed': z.object({ documentId: id, sha256, bytes: count, left: count }),
  'version-removed': z.object({ documentId: id, sha256, bytes: count, kept: z.boolean() }),
  'facts-proposed': z.object({ documents: count, proposed: count, model: id.nullable() }),
  'fact-set': Fact,
  'fact-confirmed': Fact,
  'fact-rejected': Fact,
  'fact-removed': Fact,
  'table-made': z.object({
    documents: count,
    questions: count,
    cells: count,
    answered: count,
    uncertain: count,
    notFound: count,
    kept: count,
    model: Model,
    stopped: z.boolean(),
  }),
  'chronology-made': z.object({ documents: count, events: count }),
  'summary-made': z.object({
    documents: z.array(z.object({ documentId: id, textVersion: count })).readonly(),
    lines: count,
    extracted: count,
    model: Model.nullable(),
    stopped: z.boolean(),
  }),
  'reference-switched': z.object({ reference: z.string(), on: z.boolean() }),
  'pack-switched': z.object({ pack: z.string(), on: z.boolean() }),
  'jurisdiction-changed': z.object({ isSaid: z.boolean() }),
  exported: withBytes,
  imported: nothing,
  'sending-intended': Intended,
  'sending-completed': Ended.extend({ tokens: z.object({ prompt: count, generated: count }).nullable() }),
  'sending-failed': Ended.extend({
    mayHaveArrived: z.boolean(),
    kind: z.string(),
    status: count.nullable(),
  }),
  'packet-refused': z.object({
    reason: z.enum([
      'network-off',
      'forbidden',
      'unknown-packet',
      'state',
      'provider',
      'hash',
      'flags',
      'changed',
      'terms',
    ]),
    packetId: id.exactOptional(),
    packetHash: sha256.exactOptional(),
  }),
  'packet-abandoned': z.object({ packetId: id, packetHash: sha256 }),
  'opinion-kept': z.object({
    opinionId: id,
    packetId: id,
    kind: z.string(),
    state: z.string(),
    replyHash: sha256,
    verdicts: counts,
    restored: count,
    unknownTokens: count,
    struck: count,
  }),
  'consultation-deleted': z.object({ consultation: id, packets: z.array(id).readonly() }),
  'opinion-suggested': z.object({ answerId: id, reasons: z.array(z.string()).readonly() }),
  'suggestion-decided': z.object({ answerId: id, outcome: z.enum(['asked', 'dismissed']) }),
  'opinion-decided': z.object({
    decisionId: id,
    consultation: id,
    of: z.string(),
    outcome: z.enum(['local', 'second', 'neither', 'unknown']),
    correctionId: id.exactOptional(),
  }),
  'term-unmasked': z.object({ packetId: id, unmasked: count }),
  'words-kept': z.object({ words: count }),
  'words-asked-again': z.object({ words: count }),
  'sending-allowed': z.object({ allowed: z.boolean() }),
  sending: z.object({
    matter: id,
    provider: z.string(),
    model: z.string(),
    packetHash: sha256,
    characters: count,
    masked: counts,
  }),
  'matter-created': OfMatter,
  'matter-renamed': OfMatter,
  'matter-deleted': OfMatter,
  'matter-exported': OfMatter,
  'matter-imported': OfMatter,
  unlocked: nothing,
  locked: z.object({ why: z.enum(['asked', 'idle']) }),
  'passphrase-set': z.object({ byRecoveryKey: z.boolean() }),
  'recovery-key-made': nothing,
  'backed-up': z.object({ files: count, bytes: count }),
  'network-switched': z.object({ network: z.boolean() }),
  'update-asked': z.object({ host: z.string(), weekly: z.boolean() }),
  'update-fetch-begun': z.object({ version: z.string(), host: z.string() }),
  'update-installed': OfUpdate,
  'update-handed-over': OfUpdate,
  'update-undone': z.object({ version: z.string(), from: z.string() }),
  'model-fetch-begun': z.object({ model: id, fromPackageIndex: z.boolean(), networkForThis: z.boolean() }),
  'model-installed': OfModel,
  'model-chosen': OfModel,
  'model-removed': OfModel,
  'adapter-attached': OfModel,
  'adapter-removed': OfModel,
  'pack-imported': Pack,
  'pack-copied': Pack,
  'pack-removed': Pack,
  'rule-saved': Rule,
  'rule-draft': Rule,
  'rule-tested': Rule,
  'rule-approved': Rule,
  'rule-retired': Rule,
  'card-created': Card,
  'card-saved': Card,
  'card-imported': Card,
  'card-tested': Card,
  'card-test-failed': Card,
  'card-approved': Card,
  'card-retired': Card,
  'card-hurt': Card,
  'cards-exported': z.object({ cards: count, format: z.string(), sha256: sha256.exactOptional() }),
  'provider-saved': z.object({ provider: z.string(), kind: z.string(), address: z.string(), model: z.string() }),
  'provider-removed': z.object({ provider: z.string() }),
  'provider-tested': z.object({ provider: z.string(), address: z.string(), outcome: z.string() }),
  'reference-build-begun': Reference,
  'reference-built': Reference,
  'reference-attached': Reference,
  'reference-removed': z.object({ reference: z.string(), filesDeleted: z.boolean() }),
  /** A kill between two files had left one entry beyond the anchor, which was taken up. */
  'ledger-recovered': z.object({ seq: count }),
} as const satisfies Readonly<Record<string, z.ZodObject>>

export type LedgerKind = keyof typeof LEDGER_DATA
export type LedgerData<Kind extends LedgerKind> = z.infer<(typeof LEDGER_DATA)[Kind]>

/** As it stands in the file: of this version or another, whole or not. */
export const LedgerEntry = z.object({
  seq: z.number().int(),
  time: z.string(),
  kind: z.string(),
  data: z.record(z.string(), z.json()),
  previous: z.string(),
  hash: z.string(),
})
export type LedgerEntry = z.infer<typeof LedgerEntry>

/** What an entry of this kind records; null where the entry is of another kind, or does not fit. */
export function ledgerDataOf<Kind extends LedgerKind>(
  kind: Kind,
  entry: { readonly kind: string; readonly data: unknown },
): LedgerData<Kind> | null {
  if (entry.kind !== kind) return null
  const read = LEDGER_DATA[kind].safeParse(entry.data)
  return read.success ? (read.data as LedgerData<Kind>) : null
}

export const LedgerCheck = z.object({
  entries: z.number().int(),
  valid: z.boolean(),
  firstBad: z.number().int().nullable(),
  why: messageSchema.nullable(),
})
export type LedgerCheck = z.infer<typeof LedgerCheck>
