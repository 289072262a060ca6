import { wordSet } from './word-at.ts'

/** Units of laboratories and wards. */
const UNITS = `
  mol mmol µmol μmol umol nmol pmol l ml dl µl μl ul fl g mg µg μg mcg ng pg kg meq mval mosm osmol iu ui ie me u miu mu ku kiu
  pa kpa hpa mmhg cmh2o bar hz khz mhz bpm rpm kcal kj mci mbq gbq gy cgy msv sv db dpt dioptr ch fr`

/** What is measured, its short forms, and scores. */
const TESTS = `
  ph pco2 po2 pao2 paco2 fio2 sao2 spo2 hco3 be hb hba1c hbco mcv mch mchc rdw crp pct bnp ntprobnp gfr egfr ast asat alt alat ggt
  ldh ck ckmb cpk alp ap fsh lh hcg afp cea ca125 ca199 ft3 ft4 t3 t4 tsh aptt pt fibrinogen ferritin folate
  creatinine kreatinin créatinine creatinina creatinine kreatynina urea harnstoff urée azotemia ureia ureum mocznik sodium natrium
  sodio sódio sód potassium kalium potasio potassio potássio potas bilirubin bilirubina bilirubine bilirubine glucose glukose glucosa
  glucosio glicose glukoza haemoglobin hemoglobin hämoglobin hémoglobine hemoglobina emoglobina hemoglobine cholesterol cholesterin
  cholestérol colesterol colesterolo troponin troponine troponina laktat lactate lactato lattato mleczan albumin albumine albumina
  gcs nyha asa ecog mmse moca nihss mrs news meows sofa qsofa apache saps cha2ds2 vasc hasbled meld
  tnm figo birads bi-rads pirads lirads dsm icd ops drg snomed loinc ekg ekg-befund mrt rx irm tac tc rm rmn usg`

/** What a form says before what it is about, and the like, in German, French, Spanish, Italian, Portuguese, Dutch and Polish. */
const FORMS = `
  fallnummer aufnahmenummer versichertennummer aktenzeichen geschäftszeichen krankenkasse hausarzt hausärztin überweisung entlassung
  entlassungsbrief arztbrief befund anamnese diagnose diagnosen therapie verlauf medikation procedere erreichbar unbekannt morbus
  beurteilung epikrise aufnahmedatum entlassdatum geburtsdatum patient patientin patienten wohnhaft versichert
  dossier médecin patient patiente sortie entrée ordonnance diagnostic traitement antécédents examen conclusion joindre inconnu adresse
  paciente nombre apellidos fecha nacimiento edad ingreso alta diagnóstico tratamiento antecedentes exploración juicio informe hospital
  paziente nome cognome data nascita età ricovero dimissione diagnosi terapia anamnesi esame referto medico reparto
  doente utente nome idade internamento alta diagnóstico tratamento antecedentes exame relatório escreva enfermaria
  patiënt patiënte naam leeftijd opname ontslag diagnose behandeling voorgeschiedenis onderzoek conclusie huisarts afdeling geboren
  pacjent pacjentka imię nazwisko wiek przyjęcie wypis rozpoznanie leczenie wywiad badanie lekarz oddział adres data urodzenia
  geboren geb wohnhaft gültig kennzeichen prüfziffer idnr steuernummer versichertennr telefon telefonnummer kontakt station zimmer bett
  née né nascida nascido nato nata nacido nacida urodzona urodzony zamieszkała zamieszkały residente domiciliado domiciliada
  codice fiscale targa matrícula kenteken zaaknummer rolnummer sygn akt pesel regon nip bsn niss nir snils stabiel stabil estable stabile
  iban bic swift iva nif dni nie cif vat ust-idnr cvc cvv`

/** No name, place or number by themselves: neither masked nor flagged where nobody is called so ("Alt", "Alta"). */
export const SAFE_WORDS: ReadonlySet<string> = wordSet(`${UNITS} ${TESTS} ${FORMS}`)

/** Letters that are units behind a number, a stroke or a degree. */
export const UNIT_LETTERS: ReadonlySet<string> = new Set([
  'L',
  'C',
  'F',
  'K',
  'U',
  'G',
  'J',
  'V',
  'W',
  'N',
  'A',
  'T',
  'M',
  'E',
])
