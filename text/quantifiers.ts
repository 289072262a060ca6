import { createWordClass, type WordClass } from './word-classes.ts'

/**
 * Small words that say how many, which, or how often, and that a reader of the other words would pass over: "both parties" and "one
 * party" have the same words besides. All, some and bounds are qualifiers.
 */
type Quantifier = 'all' | 'any' | 'both' | 'one' | 'other' | 'again' | 'more'

/** Behind "one": it counts days, is the beginning of a larger number or part of a share, "one hundred" and "one third". */
const OF_A_NUMBER =
  '(?![\\s-]+(?:hundred|thousand|million|billion|half|third|quarter|days?|weeks?|months?|years?|hours?|minutes?|times?)(?!\\p{L}))'

const CLASSES: Readonly<Record<Quantifier, WordClass>> = {
  all: createWordClass({
    en: { sure: 'all, every, everyone, everybody, everything, each' },
    de: { sure: 'alle, allen, aller, jede, jeder, jedes, jeden, jedem, sämtliche, sämtlichen' },
    fr: { sure: 'tous, toutes, chaque, chacun, chacune' },
    es: { sure: 'todos, todas, cada' },
    it: { sure: 'tutti, tutte, ogni, ciascuno, ciascuna' },
    pt: { sure: 'todos, todas, cada' },
    nl: { sure: 'alle, allen, elke, elk, ieder, iedere' },
    pl: { sure: 'wszystkie, wszyscy, wszystkich, każdy, każda, każde, każdego, każdej' },
  }),
  any: createWordClass({
    en: { sure: 'any, anyone, anybody, anything, whichever, whatever' },
    de: { sure: 'irgendein, irgendeine, irgendeiner, irgendeinen, irgendwelche, beliebig, beliebige, beliebiger' },
    fr: { sure: 'n’importe quel, n’importe quelle, quelconque, tout' },
    es: { sure: 'cualquier, cualquiera, cualesquiera' },
    it: { sure: 'qualsiasi, qualunque, chiunque' },
    pt: { sure: 'qualquer, quaisquer' },
    nl: { sure: 'eender welke, welke dan ook, enig, enige' },
    pl: { sure: 'jakikolwiek, jakakolwiek, jakiekolwiek, dowolny, dowolna, dowolne' },
  }),
  both: createWordClass({
    en: { sure: 'both, the two' },
    de: { sure: 'beide, beiden, beider, beides' },
    fr: { sure: 'les deux, tous deux, toutes deux, tous les deux, toutes les deux' },
    es: { sure: 'ambos, ambas, los dos, las dos' },
    it: { sure: 'entrambi, entrambe, ambedue, ambo, tutti e due, tutte e due' },
    pt: { sure: 'ambos, ambas, os dois, as duas' },
    nl: { sure: 'beide, beiden, allebei' },
    pl: { sure: 'oba, obie, obaj, oboje, obu, obydwa, obydwie, obydwaj' },
  }),
  one: createWordClass(
    {
      en: { sure: 'one, either, single, sole' },
      de: {
        sure: 'einer der, eine der, eines der, einer von, eine von, nur eine, nur einer, nur ein, einzige, einziger, einziges, einzelne',
      },
      fr: { sure: 'l’un, l’une, un des, une des, un seul, une seule, l’un ou l’autre' },
      es: { sure: 'uno de, una de, un solo, una sola, cualquiera de los dos' },
      it: { sure: 'uno dei, uno degli, una delle, un solo, una sola, l’uno o l’altro' },
      pt: { sure: 'um dos, uma das, um só, uma só, apenas um, apenas uma' },
      nl: { sure: 'één, eén, een van de, slechts een, enkele' },
      pl: { sure: 'jeden, jedna, jedno, jednego, jednej, jedną' },
    },
    OF_A_NUMBER,
  ),
  other: createWordClass({
    en: { sure: 'other, others, another' },
    de: { sure: 'andere, anderer, anderes, anderen, anderem' },
    fr: { sure: 'autre, autres' },
    es: { sure: 'otro, otra, otros, otras' },
    it: { sure: 'altro, altra, altri, altre' },
    pt: { sure: 'outro, outra, outros, outras' },
    nl: { sure: 'ander, andere, anderen' },
    pl: { sure: 'inny, inna, inne, innych, drugi, druga, drugie' },
  }),
  again: createWordClass({
    en: { sure: 'again, once more, anew' },
    de: { sure: 'wieder, erneut, nochmals, abermals' },
    fr: { sure: 'de nouveau, à nouveau, encore une fois' },
    es: { sure: 'de nuevo, nuevamente, otra vez' },
    it: { sure: 'di nuovo, nuovamente, ancora una volta' },
    pt: { sure: 'de novo, novamente, outra vez' },
    nl: { sure: 'opnieuw, weer, nogmaals' },
    pl: { sure: 'ponownie, znowu, znów' },
  }),
  more: createWordClass({
    en: { sure: 'more, less, fewer' },
    de: { sure: 'mehr, weniger' },
    fr: { sure: 'davantage, plus, moins' },
    es: { sure: 'más, menos' },
    it: { sure: 'più, meno' },
    pt: { sure: 'menos', gated: 'mais' },
    nl: { sure: 'meer, minder' },
    pl: { sure: 'więcej, mniej' },
  }),
}
const QUANTIFIERS = Object.keys(CLASSES) as Quantifier[]

/** Whether two texts have as many quantifiers of each kind. */
export function areQuantifiedAlike(one: string, other: string): boolean {
  return QUANTIFIERS.every((quantifier) => CLASSES[quantifier].in(one).length === CLASSES[quantifier].in(other).length)
}
