/** The titles of eight languages that have a family name behind them; not those before a first name, such as Sir. */
const TITLE =
  /(?:^|[^\p{L}])(?:Mr|Mrs|Ms|Miss|Dr|Prof|Professor|Judge|Justice|Herrn?|Frau|Monsieur|Madame|Mme|Mlle|Señora?|Sra?|Signora?|Sig|Dott(?:oressa)?|Avv|Senhora?|Mevrouw|Meneer|Dhr|Mevr|Pan[ai]?)\.?\s+$/u

/** Whether what comes next is a family name, whatever word it is: "Mr Price". */
export function endsWithTitle(before: string): boolean {
  return TITLE.test(before)
}
