/** In the languages that pages are recognised in: English, German, French, Spanish, Italian, Portuguese, Dutch, Polish. */
const NAMES: readonly string[] = [
  'january jan januar jänner janvier enero gennaio janeiro januari stycznia',
  'february feb februar février fevrier febrero febbraio fevereiro februari lutego',
  'march mar märz mrz maerz mars marzo março maart marca',
  'april apr avril abril aprile kwietnia',
  'may mai mayo maggio maio mei maja',
  'june jun juni juin junio giugno junho czerwca',
  'july jul juli juillet julio luglio julho lipca',
  'august aug août aout agosto augustus sierpnia',
  'september sept sep septembre septiembre setiembre settembre setembro września',
  'october oct oktober okt octobre octubre ottobre outubro października',
  'november nov novembre noviembre novembro listopada',
  'december dec dezember dez décembre decembre diciembre dicembre dezembro grudnia',
]
const NUMBERS = new Map(NAMES.flatMap((names, at) => names.split(' ').map((name) => [name, at + 1] as const)))

/** A month's name as a group of a pattern, whatever its case. */
export const MONTH = `(?<!\\p{L})(${[...NUMBERS.keys()].join('|')})(?!\\p{L})\\.?`

/** 1 to 12; 0 for what is no name of a month. */
export function monthNumber(name: string): number {
  return NUMBERS.get(name.normalize('NFC').toLowerCase()) ?? 0
}
