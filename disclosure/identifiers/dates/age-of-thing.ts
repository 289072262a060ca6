/** Contracts, buildings, firms and what else has years without being anybody, in eight languages. */
const THING =
  '(?:building|house|flat|lease|contract|company|firm|car|policy|licen[cs]e|marriage|gebäude|haus|vertrag|firma|ehe|immeuble|maison|bail|contrat|entreprise|société|contrato|arrendamiento|garantía|edificio|casa|empresa|sociedad|póliza|hipoteca|coche|matrimonio|contratto|locazione|garanzia|palazzo|impresa|azienda|società|polizza|mutuo|macchina|impianto|arrendamento|garantia|edifício|sociedade|apólice|prazo|carro|casamento|equipamento|gebouw|huis|bedrijf|huwelijk|umowa|najem|gwarancja|budynek|dom|spółka|polisa|kredyt|samochód|małżeństwo|związek)'

/** Between it and the number, the verb too; another clause is of somebody: "lascia la casa e ha 10 anni". */
const WORDS_BEHIND =
  '(?:\\s(?!(?:and|und|et|y|e|ed|en|i|who|he|she|er|sie|qui|il|elle|que|che|hij|zij|która|który)\\s)\\p{L}{1,15}){1,5}'

/** Whose are years together, and no life: "his wife of 40 years". */
const TOGETHER =
  '(?:my|his|her|their|our|your|whose)\\s(?:wife|husband|partner|spouse|client|patient|tenant|friend)\\sof(?:\\s\\p{L}{4,9})?'

/** French gauge, not a female: "catheter (18 F)". */
const GAUGED =
  '(?:[ck]at[eé]t[eé]r|[ck]athet[eé]r|catheter|cathéter|sheath|drain|tube|foley|stent|needle|sonde?|sonda|drenaje|drenaggio|dreno|schleuse|nadel|aguja|cewnik|dren|zgłębnik|kanüle|cannula)\\p{L}{0,3}\\s\\('

const ROOM =
  '(?:bed|bay|room|ward|unit|flat|bett|zimmer|raum|station|lit|chambre|cama|habitación|letto|stanza|camera|quarto|kamer|łóżko|sala|pokój)\\s?(?:n[°or.]{1,2}\\s?)?'

const BEFORE = new RegExp(`(?<![\\p{L}])(?:${THING}${WORDS_BEHIND}\\s|${TOGETHER}\\s|${GAUGED}|${ROOM})$`, 'iu')

/** Whether what stands before a number of years says that it is nobody's age. */
export function isOfThing(before: string): boolean {
  return BEFORE.test(before)
}
