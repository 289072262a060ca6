import type { Span } from './spans.ts'
import { createWordClass, type WordClass } from './word-classes.ts'

/**
 * What makes a sentence say less than its words: that something was tried, planned or advised, is to come, was so earlier, is said of a relative, or
 * of all or of some, of more or of less. Each class apart; conditions, denials, duties and hedges have readers of their own.
 */
export type Qualifier = 'attempt' | 'future' | 'earlier' | 'relative' | 'whole' | 'part' | 'bound'

const CLASSES: Readonly<Record<Qualifier, WordClass>> = {
  attempt: createWordClass({
    en: {
      sure: `attempt, attempts, attempted, try, tries, tried, trying, plan, plans, planned, planning, intend, intends, intended, propose, proposes,
        proposed, proposal, request, requests, requested, consider, considers, considered, recommend, recommends, recommended, advise, advises,
        advised, threaten, threatens, threatened, expect, expects, expected, hope, hopes, hoped, risk, avoid, avoids, avoided, prevent, prevents,
        prevented, prohibit, prohibits, prohibited, offer, offers, offered, unable`,
    },
    de: {
      sure: 'versucht, versuchte, plant, plante, geplant, beabsichtigt, vorgeschlagen, beantragt, empfohlen, gedroht, erwartet, gehofft, verhindert, untersagt, angeboten',
    },
    fr: {
      sure: 'tente, tenté, essayé, prévu, envisagé, proposé, demandé, recommandé, conseillé, menacé, espéré, empêché, interdit, offert',
    },
    es: {
      sure: 'intentó, intentado, previsto, propuesto, solicitado, recomendado, aconsejado, amenazado, esperado, impedido, prohibido, ofrecido',
    },
    it: {
      sure: 'tentato, previsto, proposto, richiesto, raccomandato, consigliato, minacciato, sperato, impedito, vietato, offerto',
    },
    pt: {
      sure: 'tentou, tentado, previsto, proposto, solicitado, recomendado, aconselhado, ameaçado, esperado, impedido, proibido, oferecido',
    },
    nl: {
      sure: 'probeerde, geprobeerd, gepland, voorgesteld, verzocht, aanbevolen, geadviseerd, gedreigd, verwacht, gehoopt, voorkomen, aangeboden',
    },
    pl: {
      sure: 'próbował, próbowała, planowano, zaproponowano, wnioskowano, zalecono, grożono, oczekiwano, zapobiec, zaoferowano',
    },
  }),
  // "Wird übergeben" is no more than what is to be done, where "wurde übergeben" is done.
  future: createWordClass({
    en: { sure: "will, won't, about to, going to, yet to be, to follow" },
    de: { sure: 'wird, werden, steht aus, stehen aus, noch ausstehend' },
    fr: { sure: 'sera, seront, aura, auront, va être, vont être' },
    es: { sure: 'será, serán, habrá, habrán, va a, van a' },
    it: { sure: 'sarà, saranno, avrà, avranno, verrà, verranno' },
    pt: { sure: 'será, serão, haverá, vai ser, vão ser' },
    nl: { sure: 'zal, zullen, wordt, worden' },
    pl: { sure: 'będzie, będą, zostanie, zostaną' },
  }),
  earlier: createWordClass({
    en: {
      sure: 'previous, previously, former, formerly, earlier, used to, no longer, historically, originally, initially',
    },
    de: { sure: 'früher, zuvor, ehemals, ursprünglich, vormals, nicht mehr' },
    fr: { sure: 'auparavant, précédemment, anciennement, initialement, ne plus' },
    es: { sure: 'anteriormente, antiguamente, inicialmente, ya no' },
    it: { sure: 'precedentemente, inizialmente, in passato, non più' },
    pt: { sure: 'anteriormente, antigamente, inicialmente, já não' },
    nl: { sure: 'voorheen, vroeger, aanvankelijk, niet meer' },
    pl: { sure: 'poprzednio, dawniej, początkowo, już nie' },
  }),
  relative: createWordClass({
    en: {
      sure: `mother, father, parent, parents, brother, brothers, sister, sisters, sibling, siblings, wife, husband, spouse, son, sons, daughter,
        daughters, child, children, uncle, aunt, grandmother, grandfather, grandparents, family, relative, relatives`,
    },
    de: {
      sure: 'mutter, vater, eltern, bruder, schwester, geschwister, ehefrau, ehemann, sohn, tochter, kinder, familie',
    },
    fr: { sure: 'mère, père, parents, frère, sœur, épouse, époux, fils, fille, enfants, famille' },
    es: { sure: 'madre, padre, padres, hermano, hermana, esposa, esposo, hijo, hija, hijos, familia' },
    it: { sure: 'madre, padre, genitori, fratello, sorella, moglie, marito, figlio, figlia, figli, famiglia' },
    pt: { sure: 'mãe, pai, pais, irmão, irmã, esposa, marido, filho, filha, filhos, família' },
    nl: { sure: 'moeder, vader, ouders, broer, zus, echtgenote, echtgenoot, zoon, dochter, kinderen, familie' },
    pl: { sure: 'matka, ojciec, rodzice, brat, siostra, żona, mąż, syn, córka, dzieci, rodzina' },
  }),
  whole: createWordClass({
    en: { sure: 'all, every, each, any, always, entire, whole' },
    de: { sure: 'alle, jede, jeder, jedes, immer, gesamte, sämtliche' },
    fr: { sure: 'tous, toutes, chaque, toujours, entier, entière' },
    es: { sure: 'todos, todas, cada, siempre, entero, entera' },
    it: { sure: 'tutti, tutte, ogni, sempre, intero, intera' },
    pt: { sure: 'todos, todas, cada, sempre, inteiro, inteira' },
    nl: { sure: 'alle, elke, ieder, altijd, gehele' },
    pl: { sure: 'wszystkie, wszyscy, każdy, każda, zawsze, cały, cała' },
  }),
  part: createWordClass({
    en: { sure: 'some, several, most, many, few, often, sometimes, usually, rarely, partly, almost, nearly' },
    de: { sure: 'einige, mehrere, meisten, viele, wenige, oft, manchmal, selten, teilweise, fast' },
    fr: { sure: 'quelques, plusieurs, la plupart, beaucoup, souvent, parfois, rarement, presque' },
    es: { sure: 'algunos, varios, la mayoría, muchos, pocos, a menudo, a veces, casi' },
    it: { sure: 'alcuni, diversi, la maggior parte, molti, pochi, spesso, talvolta, quasi' },
    pt: { sure: 'alguns, vários, a maioria, muitos, poucos, muitas vezes, às vezes, quase' },
    nl: { sure: 'enkele, meerdere, meeste, veel, weinig, vaak, soms, zelden, bijna' },
    pl: { sure: 'niektóre, kilka, większość, wiele, często, czasami, rzadko, prawie' },
  }),
  bound: createWordClass({
    en: {
      sure: 'approximately, at least, at most, up to, more than, less than, over, under, below, above, exceed, exceeds, exceeded, minimum, maximum',
    },
    de: { sure: 'etwa, ungefähr, mindestens, höchstens, bis zu, mehr als, weniger als, über, unter' },
    fr: { sure: 'environ, au moins, au plus, jusqu’à, plus de, moins de' },
    es: { sure: 'aproximadamente, al menos, como máximo, hasta, más de, menos de' },
    it: { sure: 'circa, almeno, al massimo, fino a, più di, meno di' },
    pt: { sure: 'cerca de, pelo menos, no máximo, até, mais de, menos de' },
    nl: { sure: 'ongeveer, minstens, hoogstens, tot, meer dan, minder dan' },
    pl: { sure: 'około, co najmniej, najwyżej, powyżej, poniżej, więcej niż, mniej niż' },
  }),
}
const QUALIFIERS = Object.keys(CLASSES) as Qualifier[]

/** How often a text has each kind of qualifier, in one order. */
export function countQualifiers(text: string): readonly number[] {
  return QUALIFIERS.map((qualifier) => CLASSES[qualifier].in(text).length)
}

export function hasQualifier(text: string, qualifier: Qualifier): boolean {
  return CLASSES[qualifier].in(text).length > 0
}

/** Where a text has words of one kind. */
export function qualifiersIn(text: string, qualifier: Qualifier): readonly Span[] {
  return CLASSES[qualifier].in(text)
}
