import { describe, expect, it } from 'vitest'
import { isGarbled } from '../../../../library/read/pdf/untrusted-text.ts'

const ENGLISH =
  'The tenant shall pay the rent on the first day of every month, without deduction or set-off, to the landlord or to such person as the landlord may direct in writing. Notice shall be given in writing and delivered by hand.'

/** What a font gives that numbers its letters in its own way. */
function shifted(text: string, by: number): string {
  return [...text].map((one) => (/[a-z]/i.test(one) ? String.fromCharCode(one.charCodeAt(0) + by) : one)).join('')
}

describe('a garbled text layer', () => {
  it.each([
    ['letters that stand for others', shifted(ENGLISH, 1)],
    ['private-use characters', ENGLISH.replace(/[aeiou]/g, '\uE012')],
    ['replacement characters', ENGLISH.replace(/[aeiou]/g, '\uFFFD')],
    ['control characters', ENGLISH.replace(/[aeiou]/g, '\u0003')],
    ['UTF-8 read as Latin-1', 'Die K\u00c3\u00bcndigung muss sp\u00c3\u00a4testens am f\u00c3\u00bcnften Tag zugehen.'],
  ])('is known by %s', (_, text) => {
    expect(isGarbled(text)).toBe(true)
  })

  it.each([
    ['English', ENGLISH],
    [
      'German',
      'Der Mieter hat die Miete am ersten Werktag eines jeden Monats ohne Abzug an den Vermieter zu zahlen. Die K\u00fcndigung bedarf der Schriftform und ist dem anderen Teil zuzustellen.',
    ],
    [
      'Polish',
      'Najemca zobowi\u0105zany jest p\u0142aci\u0107 czynsz pierwszego dnia ka\u017cdego miesi\u0105ca bez potr\u0105ce\u0144 na rachunek wynajmuj\u0105cego. Wypowiedzenie wymaga formy pisemnej pod rygorem niewa\u017cno\u015bci.',
    ],
    [
      'Czech with words that have no vowel',
      'N\u00e1jemce je povinen platit n\u00e1jemn\u00e9 prvn\u00ed den ka\u017ed\u00e9ho m\u011bs\u00edce bez sr\u00e1\u017eek na \u00fa\u010det pronaj\u00edmatele. Str\u010d prst skrz krk. Vlk zmrzl, zhltl hrst zrn.',
    ],
    [
      'Finnish',
      'Vuokralaisen on maksettava vuokra jokaisen kuukauden ensimm\u00e4isen\u00e4 p\u00e4iv\u00e4n\u00e4 ilman v\u00e4hennyksi\u00e4 vuokranantajan tilille. Irtisanominen on teht\u00e4v\u00e4 kirjallisesti.',
    ],
    [
      'laboratory values',
      'HbA1c WBC RBC HCT MCV MCH MCHC RDW PLT NEUT LYMPH ALT AST GGT LDH CRP TSH FT3 PSA CEA BNP '.repeat(4),
    ],
    [
      'Greek',
      '\u039f \u03bc\u03b9\u03c3\u03b8\u03c9\u03c4\u03ae\u03c2 \u03ba\u03b1\u03c4\u03b1\u03b2\u03ac\u03bb\u03bb\u03b5\u03b9 \u03c4\u03bf \u03bc\u03af\u03c3\u03b8\u03c9\u03bc\u03b1. '.repeat(
        6,
      ),
    ],
    ['Chinese', '\u627f\u79df\u4eba\u5e94\u5f53\u6309\u6708\u652f\u4ed8\u79df\u91d1\u3002'.repeat(10)],
    ['a few letters', 'xqzt bcdf'],
  ])('is not found in %s', (_, text) => {
    expect(isGarbled(text)).toBe(false)
  })
})
