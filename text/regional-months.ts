/** The months of the other official languages of the countries whose languages `text/` reads; only beside a day or a year they are sure. */
const REGIONAL: Readonly<Record<string, string>> = {
  catalan: 'gener febrer març abril maig juny juliol agost setembre octubre novembre desembre',
  galician: 'xaneiro febreiro marzo abril maio xuño xullo agosto setembro outubro novembro decembro',
  irish:
    'eanáir feabhra márta aibreán bealtaine meitheamh iúil lúnasa meán_fómhair deireadh_fómhair samhain nollaig mhí_na_nollag',
  welsh: 'ionawr chwefror mawrth ebrill mehefin gorffennaf awst medi hydref tachwedd rhagfyr',
  frisian: 'jannewaris febrewaris maart april maaie juny july augustus septimber oktober novimber desimber',
}
/** Basque puts the year first and ends the month and the day: "2022ko urriaren 4a". */
const BASQUE = 'urtarril otsail martxo apiril maiatz ekain uztail abuztu irail urri azaro abendu'

const alternatives = (words: string) =>
  [...new Set(words.split(/\s+/))].toSorted((one, other) => other.length - one.length).join('|')

export const REGIONAL_MONTH = alternatives(Object.values(REGIONAL).join(' ')).replaceAll('_', '\\s')
export const BASQUE_MONTH = `(?:${alternatives(BASQUE)})(?:a?ren|ak|an|a)?`
