import type { Phrases, Place, Relation, Vocabulary } from './vocabulary.ts'

export const NO_PHRASES: Phrases = { sentences: new Map(), joined: new Map() }

/** What puts a text of a pack into a language; null: it has no words for it. */
export type Translate = (text: string, pack: string) => string | null

/**
 * The sentences in which a language says a name in words of its own: `Does {0} have a current smoking habit?` is `Raucht {0}?`. By the
 * sentence of `worded` with its own words for that name, which is what would be read else.
 */
export function sentencesOf(
  written: Vocabulary,
  worded: Vocabulary,
  translate: Translate,
): ReadonlyMap<string, string> {
  const phrases = new Map<string, string>()
  const add = (relation: Relation, text: string, said: string, first: number): void => {
    for (let at = first; at < relation.places.length; at += 1)
      for (const [name, saidName] of namesIn(relation.places[at], written, worded)) {
        const filled = withName(text, String(at), name)
        const phrase = filled === text ? null : translate(filled, relation.pack)
        if (phrase === null) continue
        phrases.set(withName(said, String(at), saidName), phrase)
        add(relation, filled, phrase, at + 1)
      }
  }
  for (const relation of written.relations.values()) {
    const own = worded.relations.get(relation.name)
    for (const sentence of SENTENCES) {
      const [text, said] = [relation[sentence], own?.[sentence]]
      if (text && said) add(relation, text, said, 0)
    }
  }
  return phrases
}

const SENTENCES = ['say', 'sayNot', 'ask'] as const

/** Every text that may be such a sentence. */
export function phraseTextsOf(vocabulary: Vocabulary): readonly string[] {
  const texts: string[] = []
  sentencesOf(vocabulary, vocabulary, (text) => {
    texts.push(text)
    return text
  })
  return texts
}

/** Every `{name}` by its text, which is asked for once, in the words of the language; one that has none stays as it is written. */
export function fillTemplate(
  template: string,
  textOf: (name: string) => string | null,
  { sentences, joined }: Phrases = NO_PHRASES,
): string {
  const names = new Set(template.matchAll(HOLE).map(([, name = '']) => name))
  const texts = new Map([...names].toSorted().map((name) => [name, textOf(name)]))
  const phrase = [...texts].reduce(
    (said, [name, text]) => (text === null ? said : (sentences.get(withName(said, name, text)) ?? said)),
    template,
  )
  const filled = phrase.replaceAll(HOLE, (written, name: string) => texts.get(name) ?? written)
  return [...joined].reduce((said, [together, words]) => said.replaceAll(together, words), filled)
}

const HOLE = /\{([^{}]+)\}/g

function withName(template: string, place: string, name: string): string {
  return template.replaceAll(`{${place}}`, () => name)
}

/** The names of a closed list, and what one of an open one is called that has no name: as written, and as worded. */
function namesIn(place: Place | undefined, written: Vocabulary, worded: Vocabulary): readonly [string, string][] {
  if (place?.kind !== 'name') return []
  const [type, own] = [written.names.get(place.type), worded.names.get(place.type)]
  if (!type) return []
  if (type.open) return [[type.said.the, own?.said.the ?? type.said.the]]
  return [...type.labels].map(([name, label]) => [label, own?.labels.get(name) ?? label])
}
