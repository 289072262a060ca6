import { everyMatch } from '../patterns/pattern.ts'
import { inAnyCase } from '../patterns/any-case.ts'
import type { IdentifierSpan } from '../identifier.ts'

/** What a form or a letter writes before the name of an insurer, an employer or a school, by language. */
const ORGANISATION_LABELS: readonly string[] = [
  'previous GP|GP surgery|GP practice|dentist|nursery|college|club|sports club|pharmacy|care home|insurer|insurance|health plan|health insurance|employer|school|workplace|hospital|facility|practice|bank',
  'Hausarztpraxis|Apotheke|Verein(?:e)?|Kita|Kindergarten|Heim|Pflegeheim|Pflegedienst|Erstversorgung|Klinik|Krankenhaus|Betrieb|Firma|Krankenkasse|Krankenversicherung|Kasse|KK|Kostenträger|Versicherung|Versicherer|Arbeitgeber|AG|Schule|Einrichtung|Praxis|Bank|Zuweiser',
  'pharmacie|club|crèche|clinique|hôpital|entreprise|société|assureur|assurance|mutuelle|caisse|employeur|école|établissement|organisme|ass\\.|banque',
  'compañía(?: de seguros)?|centro de (?:salud|referencia|trabajo)|club|farmacia|residencia|hospital|aseguradora|seguro|mutua|empresa|última empresa|empleador|colegio|centro|EPS|prepaga|obra social|ARS|banco',
  'compagnia|farmacia|asilo|società sportiva|ospedale|assicurazione|datore di lavoro|datore|scuola|struttura|ente|azienda|ditta|banca',
  'centro de saúde|farmácia|lar|clube|hospital|seguro|seguradora|convênio|convénio|plano de saúde|entidade patronal|entidade|empregador|empresa|escola|instituição|banco',
  'apotheek|sportvereniging|club|huisartsenpraktijk|vorige huisarts|ziekenhuis|bedrijf|crèche|zorgverzekeraar|zorgverz\\.?|verzekeraar|verzekering|verz\\.?|werkgever|school|instelling|zorginstelling',
  'apteka|klub|przedszkole|przychodnia|szpital|firma|ubezpieczenie|pracodawca|zakład pracy|miejsce pracy|szkoła|ubezpieczyciel|placówka|bank',
]

/** What such a line says where there is none. */
const NO_ORGANISATION =
  /^(?:none|n\/?a|no|nein|keine?|gesetzlich|privat|privatpatient|selbstzahler|aucune?|néant|sin|ninguna?|no consta|particular|nessun[ao]?|nenhuma?|geen|onbekend|brak|nie|tak|yes|ja|oui|sí|unknown|unbekannt|self.employed|retired|pensioner|selbständig|rentner|\d)/iu

const LABEL = inAnyCase(ORGANISATION_LABELS.join('|'))
/** A label, its colon or the line of a table, and the name up to a comma, a bracket, a column or the end of the line. */
const LABELLED = new RegExp(
  String.raw`(?<=^|[\n|(,;.] {0,12})(?:${LABEL})(?: / \p{L}{2,20})?\s{0,8}[:|]\s{0,4}(?<id>[\p{L}\p{N}«„“"][^\n|,;:()]{1,60}?)(?=\s{0,4}(?:[\n|,;()]|$)|\s{3}|\. )`,
  'dgu',
)
/** "KK Helvetia, Karte 807", "vers. bij CZ, polisnr": a short label without a colon, where a number or a card follows. */
const BEFORE_NUMBER = new RegExp(
  String.raw`(?<![\p{L}\p{N}])(?:KK|Ass\.|Kasse|Mutuelle|verzekerd bij|versichert bei(?: der)?|assuré(?:e)? (?:chez|à)(?: la)?|assicurat[oa] (?:con|presso)) (?<id>\p{Lu}[\p{L}\p{N}&'’-]{1,24}(?: \p{Lu}[\p{L}\p{N}&'’-]{1,24}){0,3})`,
  'dgu',
)

/** "TK D123456789": an insurer right before a German number of the insured, which no label leads to. */
const BEFORE_INSURED = new RegExp(
  String.raw`(?<![\p{L}\p{N}-])(?<id>(?!KV|Vers|V[.-]|Mitglied|\p{L}{0,12}(?:[Nn][Rr]|[Nn]ummer))\p{Lu}[\p{L}&]{1,20}(?: \p{Lu}\p{L}{2,20})?)(?:,| [–-])? (?=[A-Z]\d{9}(?!\d))`,
  'dgu',
)
/** "EB 2,3 de Alcoutim", "EB1/JI da Pontinha": Portuguese schools by their level. */
const SCHOOL =
  /(?<![\p{L}\p{N}])(?<id>EB ?(?:[1-3](?:[,+][1-3])?)?(?:\/[SJ]I?)? (?:d[aeo]s? )?\p{Lu}\p{Ll}{2,20}(?:(?: d[aeo]s?)? \p{Lu}\p{Ll}{2,20}){0,3})/dgu

/** Insurers, employers, schools and hospitals that a label announces: "Krankenkasse: Heimat Süd", "Employer: Riverside Metal". */
export function findLabelledOrganisations(text: string): readonly IdentifierSpan[] {
  return [LABELLED, BEFORE_NUMBER, BEFORE_INSURED, SCHOOL].flatMap((expression) =>
    everyMatch(text, expression).flatMap(({ indices }) => {
      const [start, end] = indices?.groups?.id ?? [0, 0]
      const name = text.slice(start, end)
      if (!/\p{Lu}/u.test(name) || NO_ORGANISATION.test(name)) return []
      return [{ start, end, type: 'organisation' as const, by: 'pattern' as const, confidence: 0.7 }]
    }),
  )
}
