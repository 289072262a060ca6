import type { Token } from './split-tokens.ts'

/** Diseases that are called by their names alone: "Crohn's and a stoma". */
export const DISEASES =
  /^(?:addison|alzheimer|asperger|crohn|cushing|hashimoto|hodgkin|huntington|m[eé]ni[eè]re|parkinson|raynaud|sj[oö]gren|tourette)$/iu

/** What is said before a disease and never before a person: "passend bij Sjögren", "padecía Alzheimer", "abgelaufener Scheuermann". */
const FINDS =
  /(?<!\p{L})(?:passend (?:bij|zu[mr]?)|su(?:ggestive of|gg?estiv\p{L}{1,2} d[ei]|ggestifs? de)|compatib\p{L}{1,4} (?:with|con|com|avec)|verenigbaar met|vereinbar mit|diagnosed with|(?:past )?history of|verdacht auf|verdenking op|podejrzenie|wywiad w kierunku|prob[aá]b(?:le|ile)|provável|pos?sib(?:le|ile)|possível|(?:beginnende|doorgemaakte|abgelaufene|fortgeschrittene|gevorderde)[rnms]?|incipiente|padec\p{L}{1,4}|sufre|sufría|souffr\p{L}{1,5} d(?:e |['’])|affett[oa] da|sofre de|leidet an|litt an|lijdt aan|leed aan|choruje na)\s?$/iu
const IN = /(?<!\p{L})(?:in|en|em|over|über|sobre)\s$/iu
const LAID_IN =
  /(?<!\p{L})(?:placed|colocad[oa]|posicionad[oa]|post[oa]|posizionat[oa]|gelagert|gelegd|ułożon[ay]|installée?|mise?)\s(?:in|en|em|w)\s$/iu
/** Before what patients have, in a text of medicine; elsewhere before people: "Termin bei Hodgkin". */
const WITH_DISEASE = /(?<!\p{L})(?:bij|bei|wegen|wg\.)\s$/iu
/** Points of the belly and ways to lie. */
const PLACES = /^(?:mcburney|trendelenburg)a?$/iu
const LOOKED_AT = 40

/** Whether what stands before the name says that it is found in somebody: "compatible with Cushing", "dolor en McBurney". */
export function isFoundInSomebody(
  token: Token | undefined,
  { text, isMedical }: { readonly text: string; readonly isMedical: boolean },
): boolean {
  if (!token) return false
  const before = text.slice(Math.max(0, token.start - LOOKED_AT), token.start)
  if (DISEASES.test(token.text)) return FINDS.test(before) || (isMedical && WITH_DISEASE.test(before))
  if (PLACES.test(token.text) && (LAID_IN.test(before) || (isMedical && IN.test(before)))) return true
  // "Wherever possible Penrose pays" is no text of medicine.
  return isMedical && FINDS.test(before)
}
