import { message, sentences } from '../../../wording/message.ts'
import type { CompiledPacks, Translations } from '../compiled-packs.ts'
import { didYouMean } from '../read/did-you-mean.ts'
import type { Report } from '../read/problem.ts'
import { keyNamed, readEntries, readFields, readText } from '../read/read-fields.ts'
import type { PackParts } from '../read/read-packs.ts'
import type { TextTree } from '../read/yaml-tree.ts'
import { reword, textsOf, type Worded } from './pack-texts.ts'

type Translated = { readonly text: TextTree; readonly translation: TextTree }

/**
 * Reads and checks the translations of packs. What is not translated is no problem, and stays as it is; what translates a text that is
 * not in the pack, or changes its `{holes}`, is reported where it stands.
 */
export function readTranslations(packs: readonly PackParts[], worded: Worded, report: Report): Translations {
  const texts = textsOf(worded)
  const translations = new Map<string, Map<string, Map<string, string>>>()
  for (const { source, words } of packs)
    for (const { language, tree } of words) {
      const { id } = source.head
      const ofLanguage = translations.get(language) ?? new Map<string, Map<string, string>>()
      const ofPack = ofLanguage.get(id) ?? new Map<string, string>()
      for (const { text, translation } of readWordsFile(tree, report)) {
        // What two packs declare alike is kept as the text of one of them.
        if (!texts.has(text.text)) refuseUnknown(text, [...texts], report)
        else if (ofPack.has(text.text)) refuseSecond(text, report)
        else if (hasSameHoles(text, translation, report)) ofPack.set(text.text, translation.text)
      }
      translations.set(language, ofLanguage.set(id, ofPack))
    }
  return translations
}

/** The packs in the words of a language, where they have some. A type or calendar that packs share goes by the first that words it. */
export function inLanguage(compiled: CompiledPacks, language: string): CompiledPacks {
  const { program, translations } = compiled
  const words = translations.get(language)
  if (!program || !words) return compiled
  const shared = new Map([...words.values()].toReversed().flatMap((ofPack) => [...ofPack]))
  return reword({ ...compiled, program }, (text, pack) => {
    return (pack === null ? undefined : words.get(pack)?.get(text)) ?? shared.get(text) ?? text
  })
}

/** The file of one language: `words: {"{0} weighs {1}": "{0} wiegt {1}"}`. */
function readWordsFile(tree: PackParts['words'][number]['tree'], report: Report): readonly Translated[] {
  const fields = readFields(tree, message('gate.what.words'), ['words'], report)
  return readEntries(fields?.tree('words') ?? null, keyNamed('words'), report).flatMap(({ key, value }) => {
    const translation =
      value.kind === 'nothing' ? null : readText(value, message('gate.what.translation', { text: key.text }), report)
    if (translation && translation.text.trim() !== '') return [{ text: key, translation }]
    report(key.place, {
      code: 'TRANSLATION',
      message: message('gate.translations.none', { text: shortened(key.text) }),
      fix: message('gate.translations.writeOrOut'),
    })
    return []
  })
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
