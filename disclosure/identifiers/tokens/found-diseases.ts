import type { Token } from './split-tokens.ts'

/** Diseases that are called by their names alone: "Crohn's and a stoma". */
export const DISEASES =
  /^(?:addison|alzheimer|asperger|crohn|cushing|hashimoto|hodgkin|huntington|m[eé]ni[eè]re|parkinson|raynaud|sj[oö]gren|tourette)$/iu

/** What is said before a disease and never before a person: "passend bij Sjögren", "abgelaufener Scheuermann". */
const FINDS =
  /(?<!\p{L})(?:passend (?:bij|zu[mr]?)|su(?:ggestive of|gg?estiv\p{L}{1,2} d[ei]|ggestifs? de)|compatib\p{L}{1,4} (?:with|con|com|avec)|verenigbaar met|vereinbar mit|diagnosed with|verdacht auf|verdenking op|podejrzenie|wywiad w kierunku|(?:beginnende|doorgemaakte|abgelaufene|fortgeschrittene|gevorderde)[rnms]?|incipiente|souffr\p{L}{1,5} d(?:e |['’])|affett[oa] da|sofre de|leidet an|litt an|lijdt aan|leed aan|choruje na)\s?$/iu
/** "A possible Cushing", ", provável Ménière"; not "as soon as possible Penrose". */
const PERHAPS_HAS =
  /(?:^|[.,;:(?\n]\s?|(?<!\p{L})(?:an?|the|with|in|for|of|and|or|en|con|una?|de|di|du|por|per|para|uma?|y|e|o|et|ou|com|avec|d['’])\s?)(?:prob[aá]b(?:le|ile)|provável|pos?sib(?:le|ile)|possível)\s$/iu
/** "A history of Parkinson"; not "the social history of Addison", and at the beginning in a text of medicine only. */
const HISTORY =
  /(?<!\p{L})(?:an?|no|any|with|has|had|past|family|known|prior|previous|strong|positive)\shistory of\s$/iu
const BEGINS_HISTORY = /(?:^|[.,;:(\n]\s?)history of\s$/iu
/** "La testigo padece Parkinson desde"; not who suffers: "sufre Fournier", "padecía Addison malos tratos". */
const SUFFERS = /\p{L}\s(?:padec\p{L}{1,4}|sufre|sufría)\s$/iu
const SUFFERED = /^(?:\s?(?:[.,;:)\n]|$)|\s(?:desde|y|e|o|con|cuando|hace|avanzado|grave|leve|severo)(?!\p{L}))/iu
const IN = /(?<!\p{L})(?:in|en|em)\s$/iu
/** "Druckschmerz über McBurney"; one also speaks "über McBurney". */
const PAIN_AT =
  /(?<!\p{L})(?:\p{L}{0,12}(?:schmerz|empfindlich)\p{L}{0,8}|dolor\p{L}{0,8}|douleur|défense|pain|tender\p{L}{0,4}|(?:druk)?pijn|ból|bolesność)(?:\s\p{L}{1,12}){0,3}\s(?:in|en|em|at|au|over|über|sobre)\s$/iu
const LAID_IN =
  /(?<!\p{L})(?:placed|colocad[oa]|posicionad[oa]|post[oa]|posizionat[oa]|gelagert|gelegd|ułożon[ay]|installée?|mise?)\s(?:in|en|em|w)\s$/iu
/** Before what patients have, in a text of medicine; "bei" and "bij" are doctors visited too: "Termin bei Hodgkin". */
const WITH_DISEASE = /(?<!\p{L})(?:wegen|wg\.)\s$/iu
const POINT = /^mcburneya?$/iu
const LIE = /^trendelenburga?$/iu
const LOOKED_AT = 40

/** Whether what stands before the name says that it is found in somebody: "compatible with Cushing", "dolor en McBurney". */
export function isFoundInSomebody(
  token: Token | undefined,
  { text, isMedical }: { readonly text: string; readonly isMedical: boolean },
): boolean {
  if (!token) return false
  const before = text.slice(Math.max(0, token.start - LOOKED_AT), token.start)
  const [sure, inMedicine] = said(token.text)
  if (SUFFERS.test(before) && DISEASES.test(token.text) && SUFFERED.test(text.slice(token.end, token.end + LOOKED_AT)))
    return true
  return [...sure, ...(isMedical ? inMedicine : [])].some((one) => one.test(before))
}

/** What says so in any text, and what does in a text of medicine: "wherever possible Penrose pays" is none. */
function said(name: string): readonly [sure: readonly RegExp[], inMedicine: readonly RegExp[]] {
  if (DISEASES.test(name))
    return [
      [FINDS, PERHAPS_HAS, HISTORY],
      [WITH_DISEASE, BEGINS_HISTORY],
    ]
  if (POINT.test(name)) return [[PAIN_AT], [FINDS, PERHAPS_HAS]]
  if (LIE.test(name)) return [[LAID_IN], [IN, FINDS, PERHAPS_HAS]]
  return [[], [FINDS, PERHAPS_HAS]]
}
