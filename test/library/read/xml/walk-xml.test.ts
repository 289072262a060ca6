import { describe, expect, it } from 'vitest'
import { READ_LIMITS } from '../../../../library/read/read-limits.ts'
import { walkPrefixedXml, walkXml } from '../../../../library/read/xml/walk-xml.ts'

function seen(part: string | Buffer, walk = walkXml) {
  const names: string[] = []
  const pieces: string[] = []
  const isComplete = walk(part, READ_LIMITS, {
    open: (name, attributes) => void names.push(name, ...Object.keys(attributes)),
    text: (text) => void pieces.push(text),
  })
  return { names, text: pieces.join(''), isComplete }
}

describe('an XML part', () => {
  it('keeps a letter of several bytes that lies across two pieces', () => {
    const text = `a${'\u00e9'.repeat(50_000)}`
    expect(seen(Buffer.from(`<t>${text}</t>`)).text).toBe(text)
  })

  it.each([
    ['UTF-8 with a mark', Buffer.from('\ufeff<t>\u00e9</t>')],
    ['UTF-16', Buffer.from('\ufeff<t>\u00e9</t>', 'utf16le')],
    ['UTF-16, the other way round', Buffer.from('\ufeff<t>\u00e9</t>', 'utf16le').swap16()],
    ['the encoding that it names', Buffer.from('<?xml version="1.0" encoding="ISO-8859-1"?><t>\u00e9</t>', 'latin1')],
    ['UTF-8 that calls itself UTF-16', Buffer.from('<?xml version="1.0" encoding="UTF-16"?><t>\u00e9</t>')],
  ])('is decoded from %s', (_, part) => {
    expect(seen(part)).toMatchObject({ names: ['t'], text: '\u00e9' })
  })

  it('has names without a prefix, or with the usual one where its own is another', () => {
    const part = `<x:p xmlns:x="http://schemas.openxmlformats.org/wordprocessingml/2006/main" x:id="1"/>`
    expect(seen(part).names).toEqual(['p', 'xmlns:x', 'x:id'])
    expect(seen(part, walkPrefixedXml).names).toEqual(['w:p', 'xmlns:x', 'w:id'])
  })

  it('is told to be incomplete where it ends early or is empty', () => {
    expect(seen('<a><b/></a>').isComplete).toBe(true)
    expect(seen('<a><b/>').isComplete).toBe(false)
    expect(seen('').isComplete).toBe(false)
  })
})
