/** What a form or a letter writes before the name of an insurer, an employer or a school, by language. */
export const ORGANISATION_LABELS: readonly string[] = [
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
export const NO_ORGANISATION =
  /^(?:none|n\/?a|no|nein|keine?|gesetzlich|privat|privatpatient|selbstzahler|aucune?|néant|sin|ninguna?|no consta|particular|nessun[ao]?|nenhuma?|geen|onbekend|brak|nie|tak|yes|ja|oui|sí|unknown|unbekannt|self.employed|retired|pensioner|selbständig|rentner|\d)/iu
