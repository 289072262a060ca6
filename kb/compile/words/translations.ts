import { message, sentences } from '../../../wording/message.ts'
import type { CompiledPacks, Translations } from '../compiled-packs.ts'
import { didYouMean } from '../read/did-you-mean.ts'
import type { Report } from '../read/problem.ts'
import { keyNamed, readEntries, readFields, readText } from '../read/read-fields.ts'
import type { PackParts } from '../read/read-packs.ts'
import type { TextTree, Tree } from '../read/yaml-tree.ts'
import { reword, textsOf, type Worded } from './pack-texts.ts'
import { phraseTextsOf, sentencesOf } from '../../program/phrases.ts'

type Translated = { readonly text: TextTree; readonly translation: TextTree }

/**
 * Reads and checks the translations of packs. What is not translated is no problem, and stays as it is; what translates a text that is
 * not in the pack, or changes its `{holes}`, is reported where it stands.
 */
export function readTranslations(packs: readonly PackParts[], worded: Worded, report: Report): Translations {
  const known = new Set([...textsOf(worded), ...phraseTextsOf(worded.program.vocabulary)])
  const translations = new Map<string, { texts: Map<string, Map<string, string>>; joined: Map<string, string> }>()
  for (const { source, words } of packs)
    for (const { language, tree } of words) {
      const { id } = source.head
      const { texts, joined } = translations.get(language) ?? { texts: new Map(), joined: new Map() }
      translations.set(language, { texts, joined })
      const file = readFields(tree, message('gate.what.words'), ['words', 'joined'], report)
      for (const [together, said] of readJoined(file?.tree('joined') ?? null, report)) joined.set(together, said)
      const ofPack = texts.get(id) ?? new Map<string, string>()
      texts.set(id, ofPack)
      readWords(file?.tree('words') ?? null, { known, ofPack }, report)
    }
  return translations
}

/** The packs in the words of a language, where they have some. A type or calendar that packs share goes by the first that words it. */
export function inLanguage(compiled: CompiledPacks, language: string): CompiledPacks {
  const { program, translations } = compiled
  const words = translations.get(language)
  if (!program || !words) return compiled
  const shared = new Map([...words.texts.values()].toReversed().flatMap((ofPack) => [...ofPack]))
  const translate = (text: string, pack: string | null): string | null =>
    (pack === null ? undefined : words.texts.get(pack)?.get(text)) ?? shared.get(text) ?? null
  const worded = reword({ ...compiled, program }, (text, pack) => translate(text, pack) ?? text)
  const { vocabulary } = worded.program
  const phrases = { sentences: sentencesOf(program.vocabulary, vocabulary, translate), joined: words.joined }
  return { ...worded, program: { ...worded.program, vocabulary: { ...vocabulary, phrases } } }
}

/** `words: {"{0} weighs {1}": "{0} wiegt {1}"}`, added to those `ofPack`. What two packs declare alike is `known` as the text of one of them. */
function readWords(
  tree: Tree | null,
  { known, ofPack }: { readonly known: ReadonlySet<string>; readonly ofPack: Map<string, string> },
  report: Report,
): void {
  for (const { text, translation } of readTranslated(tree, report))
    if (!known.has(text.text)) refuseUnknown(text, [...known], report)
    else if (ofPack.has(text.text)) refuseSecond(text, report)
    else if (hasSameHoles(text, translation, report)) ofPack.set(text.text, translation.text)
}

function readTranslated(tree: Tree | null, report: Report): readonly Translated[] {
  return readEntries(tree, keyNamed('words'), report).flatMap(({ key, value }) => {
    const translation = readTranslation(key, value, report)
    if (translation && translation.text.trim() !== '') return [{ text: key, translation }]
    report(key.place, {
      code: 'TRANSLATION',
      message: message('gate.translations.none', { text: shortened(key.text) }),
      fix: message('gate.translations.writeOrOut'),
    })
    return []
  })
}

/** `joined: {"bei der Patient": "bei diesem Patienten"}`; words that are left out become nothing. */
function readJoined(tree: Tree | null, report: Report): readonly (readonly [string, string])[] {
  return readEntries(tree, keyNamed('joined'), report).map(({ key, value }) => [
    key.text,
    readTranslation(key, value, report)?.text ?? '',
  ])
}

function readTranslation(key: TextTree, value: Tree, report: Report): TextTree | null {
  return value.kind === 'nothing' ? null : readText(value, message('gate.what.translation', { text: key.text }), report)
}

function refuseUnknown(text: TextTree, known: readonly string[], report: Report): void {
  report(text.place, {
    code: 'TRANSLATION',
    message: message('gate.translations.noText', { text: shortened(text.text) }),
    fix: didYouMean(text.text, known, message('gate.translations.copy')),
  })
}

function refuseSecond(text: TextTree, report: Report): void {
  report(text.place, {
    code: 'DUPLICATE',
    message: message('gate.translations.twice', { text: shortened(text.text) }),
    fix: message('gate.translations.keepOne'),
  })
}

/** In any order, for each language has its own; and as often as it needs them, but each of them. */
function hasSameHoles(text: TextTree, translation: TextTree, report: Report): boolean {
  const [wanted, found] = [holesOf(text.text), holesOf(translation.text)]
  const missing = [...wanted].filter((hole) => !found.has(hole))
  const strange = [...found].filter((hole) => !wanted.has(hole))
  const [first, ...more] = [
    ...missing.map((hole) => message('gate.translations.missing', { hole })),
    ...strange.map((hole) => message('gate.translations.strange', { hole })),
  ]
  if (!first) return true
  report(translation.place, {
    code: 'TRANSLATION',
    message: sentences(first, ...more),
    fix:
      wanted.size === 0
        ? message('gate.translations.noHoles')
        : message('gate.translations.useHoles', { holes: [...wanted].join(', ') }),
  })
  return false
}

function holesOf(text: string): ReadonlySet<string> {
  return new Set(text.match(/\{[^{}]*\}|[{}]/gu))
}

const LONGEST_SHOWN = 100

function shortened(text: string): string {
  return text.length > LONGEST_SHOWN ? `${text.slice(0, LONGEST_SHOWN)}…` : text
}
