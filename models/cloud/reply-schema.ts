import type { JSONSchema7 } from '@ai-sdk/provider'

/**
 * What a reply must look like: sentences, each with the marks of its sources, and what would decide the question. All
 * properties are required and no others allowed, as strict structured output demands.
 */
export function replySchema(marks: readonly string[]): JSONSchema7 {
  const mark: JSONSchema7 = marks.length === 0 ? { type: 'string' } : { type: 'string', enum: [...marks] }
  const claim = strict({ text: { type: 'string' }, sources: { type: 'array', items: mark } })
  return strict({
    claims: { type: 'array', items: claim },
    missing: { type: 'array', items: { type: 'string' } },
  })
}

function strict(properties: Record<string, JSONSchema7>): JSONSchema7 {
  return { type: 'object', properties, required: Object.keys(properties), additionalProperties: false }
}
