import { NOUNS } from './questions.ts'
import { createWordClass } from './word-classes.ts'

const PRICE = createWordClass({
  en: {
    sure: 'rate, rates, rent, price, prices, cost, costs, fee, fees, sum, interest, deposit, salary, wage, fine, damages, compensation, premium, charge, charges, dose, dosage, weight',
  },
  de: {
    sure: 'miete, preis, preise, kosten, gebühr, zins, zinsen, zinssatz, kaution, gehalt, lohn, betrag, dosis, gewicht',
  },
  fr: { sure: 'taux, loyer, prix, coût, frais, intérêt, intérêts, salaire, montant, dose, poids' },
  es: { sure: 'tasa, renta, precio, coste, gastos, interés, intereses, fianza, salario, importe, dosis, peso' },
  it: { sure: 'tasso, canone, prezzo, costo, spese, interessi, cauzione, stipendio, importo, dose, peso' },
  pt: { sure: 'taxa, renda, preço, custo, despesas, juros, caução, salário, montante, dose, peso' },
  nl: { sure: 'rente, huur, prijs, kosten, borg, salaris, bedrag, dosis, gewicht' },
  pl: { sure: 'czynsz, cena, koszt, koszty, odsetki, kaucja, wynagrodzenie, kwota, dawka, waga' },
})
const CHANGE = createWordClass({
  en: {
    sure: 'lost, lose, loses, gained, fallen, fell, dropped, risen, rose, grown, grew, increased, increase, decreased, decrease, gone up, gone down, raise, reduce',
  },
  de: { sure: 'zugenommen, abgenommen, gestiegen, gesunken, gefallen, erhöht, gesenkt' },
  fr: { sure: 'augmenté, diminué, perdu, gagné, baissé' },
  es: { sure: 'aumentado, disminuido, perdido, ganado, subido, bajado' },
  it: { sure: 'aumentato, diminuito, perso, guadagnato, salito, sceso' },
  pt: { sure: 'aumentou, diminuiu, perdeu, ganhou, subiu, desceu' },
  nl: { sure: 'gestegen, gedaald, toegenomen, afgenomen, verloren' },
  pl: { sure: 'wzrósł, wzrosła, wzrosło, spadł, spadła, spadło, schudł, schudła' },
})
/** By how much something changed: "a weight loss of 5 kg", and not "reduced to 900 euros". */
const CHANGE_BY = createWordClass({
  en: {
    sure: 'loss, gain, rise, drop, increase, decrease, reduction, lost, gained, fell, fallen, dropped, rose, risen, grew, increased, decreased, reduced, raised',
  },
  de: { sure: 'zunahme, abnahme, anstieg, rückgang, verlust, gewichtsverlust, erhöhung, senkung, um' },
  fr: { sure: 'perte, prise de poids, hausse, baisse, augmentation, diminution, augmenté, diminué, perdu' },
  es: { sure: 'pérdida, aumento, subida, bajada, reducción, perdido, aumentado, reducido' },
  it: { sure: 'perdita, aumento, calo, riduzione, perso, aumentato, ridotto' },
  pt: { sure: 'perda, aumento, subida, descida, redução, perdeu, aumentou, reduzido' },
  nl: { sure: 'toename, afname, stijging, daling, verlies, verlaging, verhoging' },
  pl: { sure: 'wzrost, spadek, utrata, obniżka, podwyżka' },
})
const UP_TO_ITS_NUMBER =
  /^[\s(:]*(?:(?:of|by|um|von|de|di|van|met|o)\s+)?(?:(?:an? (?:further|additional|total)|another|further|approximately|approx\.?|about|around|nearly|almost|over|some|etwa|rund|ca\.?|fast|environ|unos|circa|cerca de|ongeveer|około)\s+)*(?:[£$€<>≤≥~]\s*)?$/iu

/** Whether an amount is asked of what is no time: money, a rate, a dose. */
export function asksPrice(part: string): boolean {
  return PRICE.in(part).length > 0
}

/** Whether a text speaks of more or less than before. */
export function saysChange(text: string): boolean {
  return CHANGE.in(text).length > 0 || CHANGE_BY.in(text).length > 0
}

/** Whether the number at `start` is that by which something changed, and not what it is. */
export function isChangeBy(text: string, start: number): boolean {
  const before = text.slice(0, start)
  return CHANGE_BY.in(before).some(({ end }) => UP_TO_ITS_NUMBER.test(before.slice(end)))
}

/** What is measured where a question says of which kind: "How thick is the wall?" */
export type Measured = {
  /** The dimensions that tell it (`text/units.ts`). */
  readonly dimensions: readonly string[]
  /** The thing, in lower case; null where the question has none. */
  readonly thing: string | null
}

const LENGTHS = ['length', 'imperial']
const MASSES = ['mass', 'weight', 'pound']
const BE = 'is|are|was|were|ist|sind|war|waren|zijn'
const MEASURED_THING = String.raw`(?:${BE}) (?:(?:the|an?|his|her|its|their|der|die|das|den|het|de) )?${NOUNS}(?= (?:of|for|in|on|at|to|by|from|under|with|between|during|von|im|am|bei|in|auf|van|op)\b|\?|$)`
const MEASURED: readonly (readonly [readonly string[], RegExp])[] = [
  [
    LENGTHS,
    new RegExp(
      String.raw`(?<!\p{L})(?:how (?:thick|tall|deep|wide|far)|wie (?:dick|tief|breit|weit)|hoe (?:dik|diep|breed|ver))(?!\p{L})(?! (?:in advance|along|ahead|back|im voraus|zurück|van tevoren))(?: ${MEASURED_THING})?`,
      'iu',
    ),
  ],
  [MASSES, new RegExp(String.raw`(?<!\p{L})(?:how heavy|wie schwer|hoe zwaar)(?!\p{L})(?: ${MEASURED_THING})?`, 'iu')],
  [
    MASSES,
    /(?<!\p{L})(?:how much|wie ?viel|hoeveel)(?!\p{L}).*(?<!\p{L})(?:weighs?|weighed|wiegt|wog|weegt)(?!\p{L})/iu,
  ],
]

/** Null where a question leaves open by what it is measured: "How much", "How high was the temperature". */
export function measuredBy(part: string): Measured | null {
  for (const [dimensions, pattern] of MEASURED) {
    const found = pattern.exec(part)
    if (found) return { dimensions, thing: found.groups?.noun?.toLowerCase() ?? null }
  }
  return null
}

const BEHIND_HOW = /(?<!\p{L})(?:how|wie|hoe)\s+$/iu

/** Whether a word of a question stands behind its "how", and says of which kind the amount is: "thick" of "How thick". */
export function saysHow(part: string, start: number): boolean {
  return BEHIND_HOW.test(part.slice(0, start))
}

const DOSE = /(?<!\p{L})(?:dos(?:es?|age|is|ierung|en)|posologie|posología|posologia|dosering|dawk\p{L}*)(?!\p{L})/iu
const FORMS =
  /^\s?(?:tab(?:let)?s?|capsules?|puffs?|drops?|units?|sachets?|vials?|ampoules?|patch(?:es)?|tabletten?|kapseln?|h[uü]b[e]?|tropfen|einheiten|comprimés?|gélules?|gouttes?|bouffées?|comprimidos?|cápsulas?|gotas?|compress[ae]|capsul[ae]|gocc[ae]|tabletk\p{L}*|kapsułk\p{L}*|krople)(?!\p{L})/iu

/** Whether a dose is asked for, of which a bare number tells nothing. */
export function asksDose(part: string): boolean {
  return DOSE.test(part)
}

/** Whether a number counts tablets or the like, by what stands behind it. */
export function isOfForms(behind: string): boolean {
  return FORMS.test(behind)
}
