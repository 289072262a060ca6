import type { Language, WordLists } from '../../words/open-word-lists.ts'

/** A form's ending, and the endings of the words in the list that it may be a form of. */
type Rules = readonly (readonly [endings: string, bases: string])[]

/** Forms that the word lists leave out, mostly of verbs that open a clipped sentence. A linguist may add to them. */
const RULES: Readonly<Partial<Record<Language, Rules>>> = {
  en: [
    ['ised ises ise ising', 'ize'],
    ['isation isations', 'ization'],
    ['ae', 'e'],
    ['ed ing', '- e'],
    ['ly s', '-'],
  ],
  fr: [
    ['e es ent ez ons é ée és ées ait aient ant a era eront', 'er'],
    ['it is i ie ies issent issait issant', 'ir'],
    ['u ue us ues', 're oir'],
    ['s x', '-'],
    ['ale aux ales', 'al'],
    ['ive ives ifs', 'if'],
    ['euse euses', 'eux'],
  ],
  es: [
    ['o a an as ó aron aba aban ado ada ados adas ando ará aré', 'ar'],
    ['e en o ió ieron ía ían ido ida idos idas iendo', 'er ir'],
    ['e en', 'ar'],
    ['a os as', 'o'],
    ['s es', '-'],
  ],
  it: [
    ['o a ano ato ata ati ate ando ava avano erà iamo', 'are'],
    ['o e ono uto uta uti ute endo eva evano', 'ere'],
    ['o e ono isce iscono ito ita iti ite endo iva ivano', 'ire'],
    ['a i e', 'o'],
    ['i he', 'a e'],
  ],
  pt: [
    ['o a am ou aram ava avam ado ada ados adas ando ei amos', 'ar'],
    ['o e em eu eram ia iam ido ida idos idas endo i emos', 'er'],
    ['o e em iu iram ia iam ido ida idos idas indo i imos', 'ir'],
    ['a os as', 'o'],
    ['s es', '-'],
    ['ais', 'al'],
    ['ões', 'ão'],
  ],
  nl: [
    ['t d te de ten den', 'en'],
    ['e en s', '-'],
  ],
  pl: [
    ['uje ują ując ował owała owano owany owana owane owanej owanego owali', 'ować'],
    ['a ają ał ała ano any ana ane anej anego ali', 'ać'],
    ['i ą ił iła ono ony ona one onej onego ili', 'ić'],
    ['y ą ył yła ył', 'yć'],
    ['a e ą ej ego emu ym ych ymi o', 'y'],
    ['owo', 'owy'],
    ['nie', 'ny'],
    ['u em owi ie ami ach om ów y i a', '-'],
    ['y ę ą ie om ami ach o', 'a'],
  ],
}
/** Behind a Spanish verb: "líbrese", "notifíquese". */
const ENCLITIC = /^(?=.*[áéíóú])(?<verb>\p{L}+)(?:nse|se|l[aeo]s?|me|nos)$/u
const ACCENT = /\u0301/gu
/** Shorter words and stems are forms of too much. */
const SHORTEST = 5
const STEM = 3

/** Whether a word, in small letters, is a form of one in the lists of a language that nobody is called. */
export function isInflected(word: string, language: Language, lists: WordLists): boolean {
  if (word.length < SHORTEST) return false
  const isKnown = (base: string) => {
    const levels = lists.levelsOf(base)
    return levels[language] > 0 && levels.first + levels.last === 0
  }
  if (formsOf(word, language).some(isKnown)) return true
  const verb = language === 'es' ? ENCLITIC.exec(word)?.groups?.verb : undefined
  if (verb === undefined) return false
  const bare = verb.normalize('NFD').replace(ACCENT, '').normalize('NFC')
  return [bare, ...formsOf(bare, language), ...formsOf(bare.replace(/qu(?=e$)/u, 'c'), language)].some(isKnown)
}

function formsOf(word: string, language: Language): readonly string[] {
  return (RULES[language] ?? []).flatMap(([endings, bases]) =>
    endings
      .split(' ')
      .filter((ending) => word.endsWith(ending) && word.length - ending.length >= STEM)
      .flatMap((ending) => bases.split(' ').map((base) => word.slice(0, -ending.length) + (base === '-' ? '' : base))),
  )
}
