import { isPublished } from './numbers/number-context.ts'
import type { Pattern } from './pattern.ts'

/** The box of a French lawyer in the palace of justice: "Toque/Case 118", "Palais – case 12". */
const IN_PALACE = /(?:toque|palais|vestiaire)\P{L}{0,4}case\P{L}{0,4}$/iu

/** Numbers that courts, registries and law firms give. */
export const LEGAL_PATTERNS: readonly Pattern[] = [
  // 2:21-cv-01234-ABC, 21-cr-456
  {
    type: 'docket',
    expression:
      /(?<![\p{L}\p{N}:-])(?:\d{1,2}:)?\d{2,4}-?(?:cv|cr|mc|md|mj|bk|br|ap|cf|cm|dr|po|civ|crim|ev|fa|jv|mdl|op|cvs|crs)-?\d{2,7}(?:[-(][A-Z0-9]{1,5}\)?){0,4}(?![\p{L}\p{N}])/dgiu,
    confidence: 0.95,
  },
  // No. 19-1234, C.A. No. 2020-0123-JTL
  {
    type: 'docket',
    expression:
      /(?<![\p{L}])(?:(?:case|docket|cause|index|civil action|criminal action|civ\.? action|adversary|appeal|file|claim form|matter|proceeding|petition|application|C\.A\.|Az\.|Aktenzeichen|Geschäftszeichen|Gesch\.-?Z\.|Geschäfts-?Nr|RG|R\.G\.|affaire|dossier|rôle|pourvoi|procedimiento|autos|expediente|recurso|asunto|rollo|sumario|diligencias(?: previas)?)(?:\s{1,3}(?:number|nos?|nr|num|núm|n[°º])|\s?#|\s?n[°º])?\.?)\s{0,3}[:#]?\s{0,3}(?<id>(?=[^\s,;]{0,30}\d)[\p{L}\p{N}][\p{L}\p{N}:./-]{1,40}[\p{L}\p{N}])/dgiu,
    confidence: 0.9,
    // C-123/20 is a published case of the Union.
    judge: (found, { before }) => (/^[CT][-‑]\d{1,4}\/\d{2}$/.test(found) || IN_PALACE.test(before) ? null : {}),
  },
  // German: 12 O 345/19, VI ZR 123/20, 4 StR 12/21; Spanish and French: 123/2020
  {
    type: 'docket',
    expression:
      /(?<![\p{L}\p{N}])(?:(?:[IVX]{1,5}|\d{1,4})[a-z]? )(?:[A-Z]{1,3}|ZR|StR|ARs|Js|Ks|Ls|KLs|Cs|Ds|OWi|UF|Sa|Ca|AZR|ABR|Wx|Qs|BvR|BvL|WF|HK ?O) \d{1,6}\/\d{2,4}(?!\d)/dgu,
    confidence: 0.9,
    judge: (_found, { before }) => (isPublished(before) ? null : {}),
  },
  // HQ12X03456; [2020] is a report and not a docket, and C-123/20 a published case of the Union.
  {
    type: 'docket',
    expression: /(?<![\p{L}\p{N}-])(?:CL|HC|HQ|QB|KB|BL|PT|HT|CR|FL|IP|CA)-?(?:19|20)\d{2}-?\d{6}(?!\d)/dgu,
    confidence: 0.9,
  },
  // ABC000123, SMITH_0001234
  {
    type: 'bates',
    expression:
      /(?<![\p{L}\p{N}])(?!NCT|PMC|DRKS|ISRCTN)[A-Z]{2,12}(?:[-_ ][A-Z]{2,12})?[-_ ]?0\d{4,9}(?:\s?[-–—]\s?(?:[A-Z]{2,12}[-_ ]?)?0?\d{4,9})?(?!\d)/dgu,
    confidence: 0.85,
  },
  {
    type: 'bates',
    expression:
      /(?<![\p{L}])Bates(?:\s(?:stamp(?:ed)?|numbers?|nos?\.?|range))?\s{0,3}[:#]?\s{0,3}(?<id>[\p{L}\p{N}_-]{4,30}(?:\s?[-–—]\s?[\p{L}\p{N}_-]{4,30})?)/dgiu,
    confidence: 0.85,
    judge: (found) => (/\d{3}/.test(found) ? {} : null),
  },
  {
    type: 'parcel',
    expression:
      /(?<![\p{L}])(?:parcel|APN|tax (?:lot|map|id)|assessor['’]?s parcel|folio|Flurstück|Flurnummer|Flst|parcelle|referencia catastral|finca)(?:\s(?:id|number|nos?|nr|núm))?\.?\s{0,3}[:#]?\s{0,3}(?<id>[\p{L}\p{N}]{0,6}\d[\p{L}\p{N}./-]{2,30})/dgiu,
    confidence: 0.85,
    // A folio of three figures is a page.
    judge: (found) => (/^\d{1,3}$/.test(found) ? null : {}),
  },
  {
    type: 'parcel',
    expression:
      /(?<![\p{L}])(?:book|liber|volume|instrument|recording|document|deed|reception|grantor index)\s(?:book\s)?(?:number|no|nos)?\.?\s{0,2}[:#]?\s{0,2}(?<id>\d{3,12}(?:-\d{2,10})?(?:,?\s(?:at\s)?(?:pages?|pp?\.?|folio)\s\d{1,5}(?:-\d{1,5})?)?)/dgiu,
    confidence: 0.7,
  },
  {
    type: 'licence',
    expression:
      /(?<![\p{L}])(?:(?:state )?bar|attorney|SBN|ARDC|atty\.?|roll|juris)\s{0,2}(?:registration|card|license|licence|roll)?\s{0,2}(?:id|number|nos?\.?|#)?\s{0,2}[:#]?\s{0,2}(?<id>\d{4,9})(?!\d)/dgiu,
    confidence: 0.9,
  },
  {
    type: 'privilege',
    needs: /privileg|work product|geheimnis|secret/i,
    expression:
      /(?<![\p{L}])(?:attorney[-–\s]{1,3}client privileged?|attorney work product|privileged (?:and|&) confidential|privileged? log entry \d{1,5}|anwaltsgeheimnis|secret professionnel de l['’]avocat|secreto profesional)(?![\p{L}])/dgiu,
    confidence: 0.6,
  },
]
