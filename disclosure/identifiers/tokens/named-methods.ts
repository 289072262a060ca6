import type { Token } from './split-tokens.ts'

/** Between an operation and whose method it follows. */
const METHOD = /^(?:nach|selon|según|segundo|secondo|sec|volgens|wg|według|sposobem|metodą|modo|techniek|técnica)$/iu
/** Operations by their endings and their common names. */
const OPERATION =
  /(?:[ek][ck]?tom[ií][aeęąi]?|plast(?:ik|ia|ie|y|ica|ía|yka|yki)|stom[ií][aeęąi]?|resektion|resection|résection|resezione|resecci[oó]n|ressec[çc][aã]o|resectie|resekcj[aię]|operation|operaci[oó]n|opera[çc][aã]o|operatie|operacj[aię]|intervento|intervention|procedur[ea]?|procedimiento|procedimento|versorgung|hernioplast\p{L}*|anastomos\p{L}{1,3}|incisi\p{L}{1,3}|schnitt|accesso|zugang|fractuur|herstel|reparaci[oó]n)$/iu

/** What a scale or a measure of this name says something of. */
const MEASURES = /^(?:ris(?:iko|co|chio|que|k)|riesgo|ryzyk[oa]|entfaltung|beweglichkeit)$/iu
const NAMES_OF_MEASURES = /^(?:braden|morse|norton|schober|waterlow)a?$/iu
/** What is a risk of the ward by itself; "Le risque selon Norton" is what Norton thinks, in a text that is not of medicine. */
const RISKS_OF_PATIENTS =
  /^(?:caduta|cadute|caídas?|quedas?|chutes?|vallen|sturz|upadku|dekubitus|decubito|decúbito|escarres?|odleżyn)$/iu
const NO_SAYER = /^(?:nach|sec)$/iu

/** What a method is of stands so many words before its name. */
const BACK = [2, 3, 4, 5]

/** "Resektion nach Hartmann", "ernioplastica secondo Lichtenstein", "Risiko nach Norton": the method of an operation or a measure. */
export function isMethod(tokens: readonly Token[], at: number, isMedical: boolean): boolean {
  const token = tokens[at]
  if (token?.gap !== ' ' || !METHOD.test(textAt(tokens, at - 1))) return false
  if (BACK.some((back) => OPERATION.test(textAt(tokens, at - back)))) return true
  return NAMES_OF_MEASURES.test(token.text) && isMeasure(tokens, at, isMedical)
}

function isMeasure(tokens: readonly Token[], at: number, isMedical: boolean): boolean {
  const isIt = (back: number) => MEASURES.test(textAt(tokens, at - back))
  if (isMedical || RISKS_OF_PATIENTS.test(textAt(tokens, at - 2))) return BACK.some(isIt)
  return NO_SAYER.test(textAt(tokens, at - 1)) && isIt(2)
}

function textAt(tokens: readonly Token[], at: number): string {
  return tokens[at]?.text ?? ''
}
