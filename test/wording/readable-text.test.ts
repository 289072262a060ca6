import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { readableLine, readableText } from '../../wording/readable-text.ts'

const NOTE = `## Medicines on discharge

| Medicine | Dose | State |
|----------|:----:|-------|
| Furosemide | 40 mg | **Increased** |

- see the [leaflet](https://example.org "Leaflet")
> *Unchanged* since 3 June, rate 5 * 3 * 2, file a_b_c \\# 4
`

test('a passage of a Markdown document is read without its marks', () => {
  expect(readableText(NOTE, 'letters/discharge.md')).toBe(`Medicines on discharge

Medicine · Dose · State
Furosemide · 40 mg · Increased

• see the leaflet
Unchanged since 3 June, rate 5 * 3 * 2, file a_b_c # 4
`)
})

test('in a list it is read on one line', () => {
  expect(readableLine('# Rent\n\n| Year | Rent |\n', 'a.md')).toBe('Rent Year · Rent')
})

test('a passage of any other document is read as it stands', () => {
  for (const name of ['discharge.docx', 'md', 'note.txt', 'a.md.pdf']) expect(readableText(NOTE, name)).toBe(NOTE)
})

test('signs of comparison and calculation stay, and so does what is code', () => {
  const text =
    '> 65 years: half the dose\n>= 18\n+ 2 mmol\n- 3 doses\n__init__ of file__v2__final.pdf\n```\n# rm all\n* x *\n```'
  expect(readableText(text, 'dose.md')).toBe(
    '> 65 years: half the dose\n>= 18\n+ 2 mmol\n• 3 doses\ninit of file__v2__final.pdf\n# rm all\n* x *',
  )
})

test('words behind the first mark of code, and code within a line, stay', () => {
  expect(readableText('```json\n{}\n```', 'a.md')).toBe('json\n{}')
  expect(readableText('```40 mg``` of Furosemide', 'a.md')).toBe('40 mg of Furosemide')
  expect(readableText('```\n```40 mg\n```', 'a.md')).toBe('```40 mg')
})

test('words, figures and signs before figures of a Markdown document are never lost', () => {
  const mark = fc.constantFrom(
    '# ',
    '- ',
    '> ',
    '**',
    '*',
    '_',
    '`',
    '| ',
    ' |',
    '\n',
    '[',
    '](',
    ')',
    '---',
    '\\',
    ' ',
  )
  const word = fc.constantFrom('Furosemide', '40', 'mg', 'increased', 'Calloway', '> 65', '+ 2', '≥ 18', '< 30', '±5')
  fc.assert(
    fc.property(fc.array(fc.oneof(word, mark), { maxLength: 40 }), (parts) => {
      const text = parts.join('')
      // The address of a link is no word of the text.
      fc.pre(!/\]\(/.test(text))
      const read = readableText(text, 'a.md')
      const wordsIn = (all: string) => all.match(/[\p{L}\p{N}]+/gu)?.join('')
      expect(wordsIn(read)).toBe(wordsIn(text))
      // A sign may come before its figure where only a mark was between them: `> **65**`.
      const signs = text.match(/[\p{L}\p{N}]|[>+≥<±](?=\s?\d)/gu) ?? []
      expect(read).toMatch(new RegExp(signs.map((one) => (one === '+' ? '\\+' : one)).join('[^]*'), 'u'))
    }),
    { numRuns: 1000 },
  )
})
