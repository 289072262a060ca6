import type { JSONSchema7 } from '@ai-sdk/provider'
import { type Asks, NOTHING_MORE } from '../../disclosure/packet/asks.ts'
import { OPTION_LETTERS } from '../../disclosure/packet/option-source.ts'

/**
 * What a reply must look like: sentences, each with the marks of its sources, and what would decide the question; where it is asked
 * for, a ranked list of candidates and the letter of an option. All properties are required and no others allowed, as strict
 * structured output demands. Nothing of a matter stands in it: it is not masked.
 */
export function replySchema(marks: readonly string[], asks: Asks = NOTHING_MORE): JSONSchema7 {
  const mark: JSONSchema7 = marks.length === 0 ? { type: 'string' } : { type: 'string', enum: [...marks] }
  const texts: JSONSchema7 = { type: 'array', items: { type: 'string' } }
  const claims: JSONSchema7 = {
    type: 'array',
    items: strict({ text: { type: 'string' }, sources: { type: 'array', items: mark } }),
  }
  const ranked = strict({
    name: { type: 'string' },
    for: claims,
    against: claims,
    missing: texts,
    decides: texts,
    cannotMiss: { type: 'boolean' },
  })
  const letters = [...OPTION_LETTERS].slice(0, asks.options)
  return strict({
    claims,
    missing: texts,
    ...(asks.ranked ? { ranked: { type: 'array', items: ranked } } : {}),
    ...(asks.options > 0 ? { choice: { type: 'string', enum: letters } } : {}),
  })
}

function strict(properties: Record<string, JSONSchema7>): JSONSchema7 {
  return { type: 'object', properties, required: Object.keys(properties), additionalProperties: false }
}
