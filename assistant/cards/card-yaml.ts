import { parse, stringify } from 'yaml'
import * as z from 'zod'
import { type Card, CardText, MistakeKind } from '../../contract/card.ts'
import { AssistantError } from '../home/assistant-error.ts'

/** A card as text for people: what was written of it, and for the record what became of it where it comes from. */
const CardFile = z.object({
  card: z.string().regex(/^[\w.-]{1,80}$/),
  title: CardText.shape.title,
  summary: CardText.shape.summary,
  knowledge: z
    .array(z.object({ text: z.string().max(2000), source: z.string().max(400).nullish() }))
    .max(20)
    .default([]),
  trigger: CardText.shape.trigger,
  domain: CardText.shape.domain.default(null),
  jurisdiction: CardText.shape.jurisdiction.default(null),
  mistake: MistakeKind,
  always: z.boolean().default(false),
  validFrom: CardText.shape.validFrom.default(null),
  validTo: CardText.shape.validTo.default(null),
})

export type ReadCard = { readonly card: string; readonly text: CardText }

/** No time of YAML: days stay texts. A few aliases are harmless, a bomb of them is not. */
const AS_TEXT = { schema: 'core', maxAliasCount: 10 } as const

/** One card of a file. Its record (`history`) is for those who read it, and is not taken in. Throws `WRONG_USE`, naming the file. */
export function readCardYaml(yaml: string, path: string): ReadCard {
  const read = CardFile.safeParse(parsed(yaml, path))
  if (!read.success)
    throw new AssistantError('WRONG_USE', `${path} is no card: ${z.prettifyError(read.error).replace(/\s+/g, ' ')}`)
  const { card, knowledge, ...text } = read.data
  return {
    card,
    text: { ...text, knowledge: knowledge.map((item) => ({ text: item.text, source: item.source ?? null })) },
  }
}

export function writeCardYaml(card: Card): string {
  const { title, summary, knowledge, trigger, domain, jurisdiction, mistake, always, validFrom, validTo } = card
  const { version, status, student, teacher, promptVersion, approvedBy, approvedOn, retrieved, helped, hurt } = card
  return stringify(
    {
      card: card.card,
      title,
      summary,
      knowledge,
      trigger,
      domain,
      jurisdiction,
      mistake,
      always,
      validFrom,
      validTo,
      history: { version, status, student, teacher, promptVersion, approvedBy, approvedOn, retrieved, helped, hurt },
    },
    { lineWidth: 110 },
  )
}

function parsed(yaml: string, path: string): unknown {
  try {
    return parse(yaml, AS_TEXT)
  } catch (cause) {
    const why = cause instanceof Error ? cause.message.split('\n')[0] : ''
    throw new AssistantError('WRONG_USE', `${path} cannot be read as YAML: ${why}`, { cause })
  }
}
