import { createWordClass, type WordClass } from './word-classes.ts'

/**
 * What a sentence makes of what it says: a duty, what one may do, what could be, what one should do. "Shall" is "must", and "may" of an
 * event is its possibility: only the sense tells, so the word counts as permission.
 */
export type Modality = 'duty' | 'permission' | 'possibility' | 'advice'

const CLASSES: Readonly<Record<Modality, WordClass>> = {
  duty: createWordClass({
    en: {
      sure: `shall, must, ${phrases('has have had is are was were', ['to', 'obliged to', 'required to', 'bound to'])}`,
    },
    de: { sure: 'muss, muß, müssen, musste, mussten, verpflichtet' },
    fr: { sure: 'doit, doivent, devra, devront, devait, devaient, est tenu, est tenue, sont tenus' },
    es: { sure: 'debe, deben, deberá, deberán, debía, debían, está obligado, están obligados' },
    it: { sure: 'deve, devono, dovrà, dovranno, doveva, dovevano, è tenuto, è tenuta, sono tenuti' },
    pt: { sure: 'deve, devem, deverá, deverão, devia, deviam, está obrigado, estão obrigados' },
    nl: { sure: 'moet, moeten, moest, moesten, verplicht', gated: 'dient, dienen' },
    pl: { sure: 'musi, muszą, musiał, musiała, musieli, zobowiązany, zobowiązana, zobowiązani' },
  }),
  permission: createWordClass({
    en: {
      sure: `may, can, cannot, ${phrases('is are was were', ['allowed to', 'permitted to', 'entitled to', 'free to'])}`,
    },
    de: { sure: 'darf, dürfen, durfte, durften, kann, können, konnte, konnten, berechtigt, befugt' },
    fr: { sure: 'peut, peuvent, pourra, pourront, pouvait, pouvaient' },
    es: { sure: 'puede, pueden, podrá, podrán, podía, podían' },
    it: { sure: 'può, possono, potrà, potranno, poteva, potevano' },
    pt: { sure: 'pode, podem, poderá, poderão, podia, podiam' },
    nl: { sure: 'mogen, kunnen, konden, mocht, mochten', gated: 'mag, kan, kon' },
    pl: { sure: 'może, mogą, mógł, mogła, mogli' },
  }),
  possibility: createWordClass({
    en: { sure: 'could, might' },
    de: { sure: 'könnte, könnten, dürfte, dürften' },
    fr: { sure: 'pourrait, pourraient' },
    es: { sure: 'podría, podrían' },
    it: { sure: 'potrebbe, potrebbero' },
    pt: { sure: 'poderia, poderiam' },
    nl: { sure: 'zou kunnen, zouden kunnen' },
    pl: { sure: 'mógłby, mogłaby, mogłoby, mogliby' },
  }),
  advice: createWordClass({
    en: { sure: 'should, ought, ought to' },
    de: { sure: 'sollte, sollten, soll, sollen' },
    fr: { sure: 'devrait, devraient' },
    es: { sure: 'debería, deberían' },
    it: { sure: 'dovrebbe, dovrebbero' },
    pt: { sure: 'deveria, deveriam' },
    nl: { sure: 'zou moeten, zouden moeten, behoort, behoren' },
    pl: { sure: 'powinien, powinna, powinno, powinni, powinny' },
  }),
}
const MODALITIES = Object.keys(CLASSES) as Modality[]

/** Of a word in small letters; null for any other word. */
export function modalityOf(word: string): Modality | null {
  return MODALITIES.find((modality) => CLASSES[modality].has(word)) ?? null
}

/** How many times a text says so of something; "May" with a capital is a month. */
export function countModals(text: string, modality: Modality): number {
  return CLASSES[modality].in(text).filter(({ start, end }) => text.slice(start, end) !== 'May').length
}

/** Whether a text says of anything that it must, may, could or should be. */
export function isModal(text: string): boolean {
  return MODALITIES.some((modality) => countModals(text, modality) > 0)
}

function phrases(verbs: string, behind: readonly string[]): string {
  return verbs
    .split(' ')
    .flatMap((verb) => behind.map((words) => `${verb} ${words}`))
    .join(', ')
}
