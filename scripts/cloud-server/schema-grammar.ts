type Schema = {
  readonly type?: string
  readonly properties?: Readonly<Record<string, Schema>>
  readonly items?: Schema
  readonly enum?: readonly string[]
}

/** Small models do not stop by themselves. */
const ITEMS_AT_MOST = 4
const CHARACTERS_AT_MOST = 320

/** GBNF under which only JSON of this schema can be written: objects, arrays, strings, booleans and closed lists of strings. */
export function schemaGrammar(schema: unknown): string {
  return [
    `root ::= ${expression(schema as Schema)}`,
    `string ::= "\\"" character{1,${CHARACTERS_AT_MOST}} "\\""`,
    'character ::= [^"\\\\\\x00-\\x1f]',
  ].join('\n')
}

function expression(schema: Schema): string {
  if (schema.enum) return `(${schema.enum.map((value) => literal(JSON.stringify(value))).join(' | ')})`
  if (schema.type === 'array') {
    const item = expression(schema.items ?? { type: 'string' })
    return `(${literal('[')} (${item} (${literal(', ')} ${item}){0,${ITEMS_AT_MOST - 1}})? ${literal(']')})`
  }
  if (schema.type === 'boolean') return '("true" | "false")'
  if (schema.type !== 'object') return 'string'
  const members = Object.entries(schema.properties ?? {}).map(
    ([name, value]) => `${literal(`${JSON.stringify(name)}: `)} ${expression(value)}`,
  )
  return `(${literal('{')} ${members.join(` ${literal(', ')} `)} ${literal('}')})`
}

function literal(text: string): string {
  return JSON.stringify(text)
}
