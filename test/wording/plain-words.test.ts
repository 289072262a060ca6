import { describe, expect, test } from 'vitest'
import { MESSAGES as GERMAN } from '../../wording/messages/de/messages.ts'
import { MESSAGES as ENGLISH } from '../../wording/messages/en/messages.ts'
import { filesOf } from './files-of.ts'
import { messagesOf } from './messages-of.ts'

const SPOKEN = ['renderer', 'contract', 'cli', 'wording', 'README.md', 'docs']

/** Phrases that users stumbled over, each of which has a plain one in its place. */
const PHRASES = [
  'shall Consilium be locked',
  'what we would do',
  'short riddle',
  'The same again',
  'a model of a cloud',
  'a server in your house',
  'your house keeps',
  'without your yes',
  'something speaks for it',
  'asks nobody',
  'wording not checked',
  'asked to fill the gap',
  'speaks of no matter',
  'Counted: it',
  'comes into memory',
  'Take it back',
  'is called so.',
  'This is what is kept',
  'waits for a new yes',
  'waits for your yes',
  'to the last character',
  'list of harmless words',
  'one changed character',
  'What stands there',
  'As sure as it is right?',
  'Waiting for your yes',
  'Nothing waits',
  'cannot both hold',
  'of which nothing is recorded',
  'Fewer are drawn',
  'a new yes',
  'agree anew',
  'agree to it anew',
  'bear out,',
  'is told first',
  'stands in the ledger',
  'Stands in the ledger',
  'Cannot be told',
  'nobody can tell',
]

/** Words of the machinery, and words that are no English of today in this sense. A price is for a million tokens in every product. */
const WORDS = [
  /\btold\b|\bstands?\b(?! for)|\bstood\b|\banew\b|\bbears? (\w+ )?out\b/i,
  /\bit hurt\b|, of which\b|\byes to\b|\byour yes\b|\bnobody can tell\b|\bcannot tell\b/i,
  /\bpackets?\b|\bledgers?\b|\bconsent\w*|\bknowledge cards?\b/i,
  /\bembeddings?\b|\bGGUF\b|(?<!million )\btokens?\b|\bmargins?\b|\bSIGKILL\b|\bUUIDs?\b/,
]
const COMMAND = /\bconsilium [a-z]+/

/** The wrong term in German, and the right one. */
const GERMAN_TERMS: readonly [wrong: RegExp, right: string][] = [
  [/(?<!Regel|Beispiel)paket(e[ns]?|s)?\b/i, 'Regelpaket, ausgehender Text'],
  [/\bLedger|\bAudit|Auditprotokoll|\bLogbuch/, 'Prüfprotokoll'],
  [/\b(Wissens|Lern)?karten?\b/i, 'Merksatz'],
  [/Zustimm|Einwillig|Genehmig/, 'Freigabe'],
  [/\bNetz(zugang)?\b/, 'Netzwerk'],
  [/\bOCR\b/, 'Texterkennung'],
  [/\bHash\b/, 'Prüfsumme'],
  [/\bProvider\b|\bDienstleister/, 'Anbieter'],
  [/maskier/i, 'ersetzen'],
  [/\bBlatt\b/, 'Fallblatt, Tabellenblatt'],
  [/Rechenweg/, 'Herleitung'],
  [/\bfreiwillig/, 'optional'],
  [/außer Gebrauch/i, 'zurückgezogen'],
  [/\bL(auf|äufe)\b/, 'Durchlauf'],
  [/\bKorrektur/, 'Berichtigung'],
  [/Fragens[aä]tz/, 'Fragenkatalog'],
  [/\bbenutz/, 'verwenden'],
  [/Wieder fragen|Noch einmal versuchen/, 'Erneut fragen, Erneut versuchen'],
  [/Passphrase (\w+ )*setzen/, 'Passphrase festlegen'],
  [/\bbelegte[mnrs]? (Seite|Satz|Textstelle|Wort)/, 'zitierte'],
  [/\bdiese[mrsn]? Rechners?\b|\banderen Rechner|\bKennwort/, 'Computer, Passwort'],
  [/\babgelaufen|Vergangene Termine|Fallnummer/, 'verstrichen, Akten- oder Patientennummer'],
  [/\b(du|dein|deine[mnrs]?|wir|unser[e]?)\b/i, 'Sie'],
  [/\b(the|and|of|with|is|are|your|you)\b/, 'German'],
]

/** Marks of a German text that are not set as they are printed. */
const GERMAN_MARKS: readonly [wrong: RegExp, right: string][] = [
  [/["”’‘]|“[^“„]*“(?=[^“„]*$)/, '„so“'],
  [/„[^“]*$/, 'a quotation that ends'],
  [/!/, 'a full stop'],
  [/ [-—] |--/, 'a comma, a colon or –'],
  [/(?<!\u00A0|^)…/, 'a non-breaking space before …, where it is not a blank by itself'],
  [/[^\u00A0-]%/, 'a non-breaking space before %'],
  [/[\d}] (s|min|h|[kMG]B)\b/, 'a non-breaking space before a unit'],
]

/** The prose of a document: no commands, no code, no addresses. */
const prose = (text: string) => text.replace(/```[\s\S]*?```|`[^`]*`|\]\([^)]*\)/g, ' ')

/** What a user reads of a message: no names of its values and tags, which no language changes. */
const said = (message: string) => message.replace(/<\/?\w+>/g, '').replace(/\{\w+(, \w+)?(?=[,}])/g, '{')

const found = (texts: readonly (readonly [string, string])[], words: readonly RegExp[]) =>
  texts.flatMap(([where, text]) =>
    words.flatMap((word) => word.exec(text)?.[0] ?? []).map((word) => `${where}: ${word}`),
  )

const english = messagesOf(ENGLISH).map(([key, text]) => [key, said(text)] as const)
const german = messagesOf(GERMAN).map(([key, text]) => [key, said(text)] as const)

describe('in plain English', () => {
  test('window, command line and documents say nothing in the words that were found hard to read', () => {
    const files = filesOf(SPOKEN, /\.(?:tsx?|md)$/)
    expect(files.length).toBeGreaterThan(300)
    const hard = files.flatMap(({ file, text }) => {
      const line = text.replace(/\s+/g, ' ')
      return PHRASES.filter((phrase) => line.includes(phrase)).map((phrase) => `${file}: ${phrase}`)
    })
    expect(hard).toEqual([])
  })

  test('messages, README and guide have no words of the machinery', () => {
    const documents = filesOf(['README.md', 'docs/guide.md'], /\.md$/).map(
      ({ file, text }) => [file, prose(text)] as const,
    )
    expect(documents).toHaveLength(2)
    expect(found([...english, ...documents], WORDS)).toEqual([])
  })

  test('no message asks for a command to be typed', () => {
    expect(found([...english, ...german], [COMMAND])).toEqual([])
  })
})

describe('in German', () => {
  test.each(GERMAN_TERMS)('%s is never said: it is %s', (wrong) => {
    expect(found(german, [wrong])).toEqual([])
  })

  test.each(GERMAN_MARKS)('%s is never printed: it is %s', (wrong) => {
    expect(found(german, [wrong])).toEqual([])
  })
})
