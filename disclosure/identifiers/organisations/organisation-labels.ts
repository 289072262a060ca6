/** What a form or a letter writes before the name of an insurer, an employer or a school, by language. */
export const ORGANISATION_LABELS: readonly string[] = [
  'insurer|insurance|health plan|health insurance|employer|school|workplace|hospital|facility|practice|bank',
  'Krankenkasse|Krankenversicherung|Kasse|KK|Kostenträger|Versicherung|Versicherer|Arbeitgeber|AG|Schule|Einrichtung|Praxis|Bank|Zuweiser',
  'assureur|assurance|mutuelle|caisse|employeur|école|établissement|organisme|ass\\.|banque',
  'aseguradora|seguro|mutua|empresa|última empresa|empleador|colegio|centro|EPS|prepaga|obra social|ARS|banco',
  'assicurazione|datore di lavoro|datore|scuola|struttura|ente|azienda|ditta|banca',
  'seguradora|convênio|convénio|plano de saúde|entidade patronal|entidade|empregador|empresa|escola|instituição|banco',
  'zorgverzekeraar|zorgverz\\.?|verzekeraar|verzekering|verz\\.?|werkgever|school|instelling|zorginstelling',
  'pracodawca|zakład pracy|miejsce pracy|szkoła|ubezpieczyciel|placówka|bank',
]

/** What such a line says where there is none. */
export const NO_ORGANISATION =
  /^(?:none|n\/?a|no|nein|keine?|gesetzlich|privat|privatpatient|selbstzahler|aucune?|néant|sin|ninguna?|no consta|particular|nessun[ao]?|nenhuma?|geen|onbekend|brak|nie|tak|yes|ja|oui|sí|unknown|unbekannt|self.employed|retired|pensioner|selbständig|rentner|\d)/iu
