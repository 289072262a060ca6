import { Parser } from 'htmlparser2'
import { gateFailure, SAVE_ANEW } from '../read-failure.ts'
import type { ReadLimits } from '../read-limits.ts'

/** Names come without their prefix: some programs write `x:row` for `row`. */
export type XmlHandlers = {
  readonly open: (name: string, attributes: Readonly<Record<string, string>>) => void
  readonly text?: (text: string) => void
  readonly close?: (name: string) => void
}

const PIECE_BYTES = 65_536

/**
 * One streaming pass over an XML part: no tree, no second copy of the part. Entities are never expanded. Throws
 * `ReadFailedError` past the depth limit.
 */
export function streamXml(part: Buffer, limits: ReadLimits, handlers: XmlHandlers): void {
  let depth = 0
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        depth += 1
        if (depth > limits.xmlDepth)
          throw gateFailure(
            'Elements nest too deep',
            { value: depth, limit: limits.xmlDepth, unit: 'levels' },
            SAVE_ANEW,
          )
        handlers.open(withoutPrefix(name), attributes)
      },
      ontext: (text) => handlers.text?.(text),
      onclosetag(name) {
        depth -= 1
        handlers.close?.(withoutPrefix(name))
      },
    },
    { xmlMode: true },
  )
  const decoder = new TextDecoder(encodingOf(part))
  for (let at = 0; at < part.length; at += PIECE_BYTES)
    parser.write(decoder.decode(part.subarray(at, at + PIECE_BYTES), { stream: true }))
  parser.end(decoder.decode())
}

/** XML is UTF-8 unless it begins with another mark (XML 1.0, appendix F). */
function encodingOf(part: Buffer): string {
  const mark = part.subarray(0, 2).toString('hex')
  if (mark === 'fffe') return 'utf-16le'
  return mark === 'feff' ? 'utf-16be' : 'utf-8'
}

function withoutPrefix(name: string): string {
  return name.slice(name.indexOf(':') + 1)
}
