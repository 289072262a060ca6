import * as z from 'zod'
import type { DraftFound, Said } from '../../checks/draft/draft-finding.ts'
import { CheckedKind, DraftCitation, DraftVerdict } from '../../contract/drafts/draft-check.ts'
import { messageSchema } from '../../contract/message.ts'
import { documentTitle } from '../../library/search/document-title.ts'
import { type Message, message } from '../../wording/message.ts'
import type { PassageEvidence } from '../questions/evidence-source.ts'
import { pageOf } from './draft-evidence.ts'

const Span = z.object({ start: z.number().int(), end: z.number().int() })

/** A finding as it is kept, with offsets into the piece of the draft that it is of, wherever that is. */
export const KeptFinding = Span.extend({
  kind: CheckedKind,
  verdict: DraftVerdict,
  words: z.array(Span),
  said: messageSchema.nullable(),
  instead: z.string().nullable(),
  citations: z.array(DraftCitation),
})
export type KeptFinding = Readonly<z.infer<typeof KeptFinding>>

/** `edition`: of the library that they were found in. */
export const KeptPiece = z.object({ edition: z.string(), findings: z.array(KeptFinding) })

export function keptFinding(found: DraftFound, passages: ReadonlyMap<string, PassageEvidence>): KeptFinding {
  const { start, end, kind, verdict, words, said, instead, at } = found
  const citations = at.flatMap((one, index) => {
    const passage = passages.get(one.source)
    if (!passage) return []
    const { document, documentId, reference, textVersion } = passage
    const page = pageOf(passage, one.start)
    const place = { start: passage.start + one.start, end: passage.start + one.end }
    return [{ source: `S${index + 1}`, document, documentId, reference, page, ...place, quote: one.quote, textVersion }]
  })
  return { start, end, kind, verdict, words: [...words], said: said && saidOf(said), instead, citations }
}

const WEEKDAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const

/** The explanation of a finding, as a message for each surface to put into its language. */
function saidOf(said: Said): Message {
  switch (said.code) {
    case 'otherwise':
    case 'otherValue':
    case 'quoteDiffers':
      return message(`draftCheck.said.${said.code}`, { written: said.written, stands: said.stands })
    case 'leftOut':
      return message('draftCheck.said.leftOut', { stands: said.stands })
    case 'added':
    case 'noSuchDay':
    case 'opinionValue':
    case 'statedNowhere':
      return message(`draftCheck.said.${said.code}`, { written: said.written })
    case 'quoteCutBefore':
    case 'quoteCutBehind':
      return message(`draftCheck.said.${said.code}`, { words: said.words })
    default:
      return saidOfThings(said)
  }
}

type OfWords =
  | 'otherwise'
  | 'otherValue'
  | 'quoteDiffers'
  | 'leftOut'
  | 'added'
  | 'noSuchDay'
  | 'opinionValue'
  | 'statedNowhere'
  | 'quoteCutBefore'
  | 'quoteCutBehind'

function saidOfThings(said: Exclude<Said, { code: OfWords }>): Message {
  switch (said.code) {
    case 'otherPage':
      return message('draftCheck.said.otherPage', { page: String(said.page), document: documentTitle(said.document) })
    case 'noPage':
      return message('draftCheck.said.noPage', { count: said.count, document: documentTitle(said.document) })
    case 'noTarget':
      return message('draftCheck.said.noTarget', { target: said.target })
    case 'sum':
      return message('draftCheck.said.sum', { calculation: said.calculation })
    case 'weekday': {
      const weekday = message(`draftCheck.weekdays.${WEEKDAYS[said.weekday - 1] ?? 'monday'}`)
      return message('draftCheck.said.weekday', { day: { date: said.day }, weekday })
    }
    case 'age':
      return message('draftCheck.said.age', { birth: { date: said.birth }, day: { date: said.day }, age: said.age })
    case 'timeLimitSame':
    case 'timeLimitDiffers': {
      const { rule, limit, facts } = said
      return message(`draftCheck.said.${said.code}`, { rule, limit: isDay(limit) ? { date: limit } : limit, facts })
    }
    case 'otherRole':
      return message('draftCheck.said.otherRole', { name: said.name })
    default:
      return message(`draftCheck.said.${said.code}`)
  }
}

function isDay(limit: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(limit)
}
