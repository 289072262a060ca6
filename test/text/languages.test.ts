import { describe, expect, test } from 'vitest'
import { readMarkedTexts } from '../../bench/identifiers/read-marked-texts.ts'
import { hasSamePolarity } from '../../checks/qualified-alike.ts'
import { findQuote } from '../../checks/quotes/find-quote.ts'
import { hasCondition } from '../../text/conditions.ts'
import { areIn, LANGUAGES, languageOf } from '../../text/languages.ts'
import { countModals } from '../../text/modal-words.ts'
import { countDenials, countNegations, denies } from '../../text/negation.ts'
import { numberWordsIn } from '../../text/number-words.ts'
import { lexicon } from '../checks/lexicon.ts'

type Said = {
  readonly plain: string
  readonly denied: string
  readonly duty: string
  readonly permission: string
  readonly hedged: readonly [lead: string, quote: string]
  readonly reported: readonly [lead: string, quote: string]
  readonly condition: string
  readonly numbers: readonly [text: string, value: number][]
}

const SAID: Readonly<Record<(typeof LANGUAGES)[number], Said>> = {
  en: {
    plain: 'The tenant paid the rent for the flat.',
    denied: 'The tenant has not paid the rent for the flat.',
    duty: 'The tenant must pay the rent.',
    permission: 'The tenant may keep the deposit.',
    hedged: ['Possibly ', 'the tenant paid the rent for the flat.'],
    reported: ['The landlord alleges ', 'the tenant paid the rent for the flat.'],
    condition: 'unless the landlord agrees',
    numbers: [
      ['twenty-one days', 21],
      ['one hundred and twenty thousand', 120_000],
    ],
  },
  de: {
    plain: 'Der Mieter hat die Miete für die Wohnung gezahlt.',
    denied: 'Der Mieter hat die Miete für die Wohnung nicht gezahlt.',
    duty: 'Der Mieter muss die Miete zahlen.',
    permission: 'Der Mieter darf die Kaution behalten.',
    hedged: ['Vermutlich hat ', 'der Mieter die Miete für die Wohnung gezahlt.'],
    reported: ['Der Vermieter behauptet, ', 'der Mieter habe die Miete für die Wohnung gezahlt.'],
    condition: 'sofern der Vermieter zustimmt',
    numbers: [
      ['einundzwanzig Tage', 21],
      ['zweihundertfünfzig Euro', 250],
      ['zweitausendneunzehn', 2019],
    ],
  },
  fr: {
    plain: "Le locataire a payé le loyer de l'appartement.",
    denied: "Le locataire n'a pas payé le loyer de l'appartement.",
    duty: 'Le locataire doit payer le loyer.',
    permission: 'Le locataire peut garder le dépôt.',
    hedged: ['Probablement ', "le locataire a payé le loyer de l'appartement."],
    reported: ['Le bailleur prétend : ', "le locataire a payé le loyer de l'appartement."],
    condition: 'sauf accord du bailleur',
    numbers: [
      ['quatre-vingt-dix jours', 90],
      ['quatre-vingt-dix-sept jours', 97],
      ['soixante et onze jours', 71],
      ['deux mille vingt et un', 2021],
    ],
  },
  es: {
    plain: 'El inquilino ha pagado la renta de la vivienda.',
    denied: 'El inquilino no ha pagado la renta de la vivienda.',
    duty: 'El inquilino debe pagar la renta.',
    permission: 'El inquilino puede conservar la fianza.',
    hedged: ['Quizás ', 'el inquilino ha pagado la renta de la vivienda.'],
    reported: ['El dueño sostiene: ', 'el inquilino ha pagado la renta de la vivienda.'],
    condition: 'salvo acuerdo del dueño',
    numbers: [
      ['veintidós días', 22],
      ['treinta y uno', 31],
      ['mil novecientos sesenta y dos', 1962],
    ],
  },
  it: {
    plain: 'Il conduttore ha pagato il canone di locazione.',
    denied: 'Il conduttore non ha pagato il canone di locazione della casa.',
    duty: 'Il conduttore deve pagare il canone.',
    permission: 'Il conduttore può tenere il deposito.',
    hedged: ['Forse ', 'il conduttore ha pagato il canone di locazione.'],
    reported: ['Il locatore afferma: ', 'il conduttore ha pagato il canone di locazione.'],
    condition: 'salvo accordo del locatore',
    numbers: [
      ['ventuno giorni', 21],
      ['centottanta giorni', 180],
      ['duemilaventuno', 2021],
    ],
  },
  pt: {
    plain: 'O inquilino pagou a renda da casa.',
    denied: 'O inquilino não pagou a renda da casa.',
    duty: 'O inquilino deve pagar a renda.',
    permission: 'O inquilino pode guardar a caução.',
    hedged: ['Talvez ', 'o inquilino pagou a renda da casa.'],
    reported: ['Supostamente ', 'o inquilino pagou a renda da casa.'],
    condition: 'salvo acordo do senhorio',
    numbers: [
      ['vinte e um dias', 21],
      ['mil novecentos e noventa e nove', 1999],
    ],
  },
  nl: {
    plain: 'De huurder heeft de huur van de woning betaald.',
    denied: 'De huurder heeft de huur van de woning niet betaald.',
    duty: 'De huurder moet de huur betalen.',
    permission: 'De huurder en de verhuurder mogen de borg houden.',
    hedged: ['Misschien heeft ', 'de huurder de huur van de woning betaald.'],
    reported: ['De verhuurder beweert: ', 'de huurder heeft de huur van de woning betaald.'],
    condition: 'tenzij de verhuurder instemt',
    numbers: [
      ['eenentwintig dagen', 21],
      ['tweeduizend tweeëntwintig', 2022],
    ],
  },
  pl: {
    plain: 'Najemca zapłacił czynsz za mieszkanie.',
    denied: 'Najemca nie zapłacił czynszu za mieszkanie.',
    duty: 'Najemca musi zapłacić czynsz.',
    permission: 'Najemca może zatrzymać kaucję.',
    hedged: ['Prawdopodobnie ', 'najemca zapłacił czynsz za mieszkanie.'],
    reported: ['Właściciel twierdzi: ', 'najemca zapłacił czynsz za mieszkanie.'],
    condition: 'chyba że właściciel się zgodzi',
    numbers: [
      ['dwadzieścia jeden dni', 21],
      ['tysiąc dziewięćset sześćdziesiąt dwa', 1962],
    ],
  },
}

describe.each(LANGUAGES)('in %s', (language) => {
  const said = SAID[language]

  test('a denial is counted, and a text without one is not taken for one', () => {
    expect([denies(said.denied), countNegations(said.denied)]).toEqual([true, 1])
    expect(denies(said.plain)).toBe(false)
    expect(hasSamePolarity(said.plain, said.denied)).toBe(false)
  })

  test('a duty is no permission', () => {
    expect([countModals(said.duty, 'duty'), countModals(said.duty, 'permission')]).toEqual([1, 0])
    expect([countModals(said.permission, 'duty'), countModals(said.permission, 'permission')]).toEqual([0, 1])
  })

  test('a condition is noticed', () => {
    expect(hasCondition(`, ${said.condition}.`)).toBe(true)
    expect(hasCondition(` ${said.plain}`)).toBe(false)
  })

  test('what is only supposed or claimed is not quoted as if it were so', () => {
    for (const [lead, quote] of [said.hedged, said.reported]) {
      expect(findQuote(quote, quote, lexicon)).not.toBeNull()
      expect(findQuote(quote, lead + quote, lexicon)).toBeNull()
    }
  })

  test('numbers in words have their values', () => {
    for (const [text, value] of said.numbers) expect(numberWordsIn(text).map((one) => one.value)).toEqual([value])
  })

  test('the language is told', () => expect(languageOf(`${said.plain} ${said.denied} ${said.duty}`)).toBe(language))
})

test('the language of letters, notes and minutes is told of more than nineteen in twenty, and never a wrong one', async () => {
  const told = { right: 0, wrong: 0, open: 0 }
  for (const language of LANGUAGES)
    for (const half of ['seen', 'later-seen'] as const)
      for (const { text } of await readMarkedTexts(language, half)) {
        const found = languageOf(text)
        told[found === null ? 'open' : found === language ? 'right' : 'wrong'] += 1
      }
  expect(told.wrong).toBe(0)
  expect(told.right / (told.right + told.open)).toBeGreaterThan(0.95)
})

test('what only bounds something is no denial, and is counted where a word may turn the sense', () => {
  for (const text of [
    'no more than five days',
    'nicht mehr als fünf Tage',
    'pas plus de cinq jours',
    'not only the rent',
  ])
    expect([countDenials(text), countNegations(text)]).toEqual([0, 1])
})

test('two words that deny once in their language are counted once', () => {
  for (const text of ['No hay ningún documento.', 'Nie ma żadnego dokumentu.', 'Não há nenhum documento.'])
    expect(countNegations(text)).toBe(1)
})

describe('a question and the texts that may answer it', () => {
  const { en, de } = SAID
  const WHO = 'Who paid the rent for the flat of the tenant?'

  test.each([
    ['are in a language that all are in', ['en'], WHO, [en.plain, en.duty], true],
    ['are in one that most texts are in', ['en'], WHO, [en.plain, en.denied, de.plain], true],
    ['are not where most texts are in another', ['en'], WHO, [en.plain, de.plain, de.denied], false],
    [
      'are not where the question is in another',
      ['en'],
      'Wer hat die Miete für die Wohnung gezahlt?',
      [en.plain],
      false,
    ],
    ['are where that is not clear of any', ['en'], 'Rent?', ['Oak Lane 4', '12,000'], true],
    ['are in any where no languages are named', undefined, WHO, [de.plain, de.denied], true],
  ])('%s', (_, languages, question, texts, isSo) => {
    expect(areIn(languages, question, texts)).toBe(isSo)
  })
})
