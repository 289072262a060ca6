/** The titles of eight languages that have a family name behind them; not those before a first name, such as Sir. */
const BEFORE_FAMILY_NAME =
  `Mr Mrs Ms Miss Dr Prof Professor Judge Justice Herr Herrn Frau Monsieur Madame Mme Mlle Señor Señora Sr Sra Signor Signora Sig Dott
   Dottoressa Avv Senhor Senhora Mevrouw Meneer Dhr Mevr Pan Pana Pani`.split(/\s+/)
const TITLE = new RegExp(`(?:^|[^\\p{L}])(?:${BEFORE_FAMILY_NAME.join('|')})\\.?\\s+$`, 'u')
const TITLES = new Set([...BEFORE_FAMILY_NAME.map((title) => title.toLowerCase()), 'sir', 'dame', 'lord', 'lady'])

/** Whether what comes next is a family name, whatever word it is: "Mr Price". */
export function endsWithTitle(before: string): boolean {
  return TITLE.test(before)
}

/** Whether a word, in lower case and without its stop, is a title and no name: "mrs", "sir". */
export function isTitle(word: string): boolean {
  return TITLES.has(word)
}

const OF_OFFICE = new Set(['dr', 'prof', 'professor', 'dott', 'dottoressa', 'judge', 'justice', 'avv'])

/** Whether a title is of one who acts for others: a patient's drug is stopped by her, and by her doctor for her. */
export function isTitleOfOffice(word: string): boolean {
  return OF_OFFICE.has(word)
}
