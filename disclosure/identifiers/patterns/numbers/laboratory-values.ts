import { currencyRows } from '../../../../text/money.ts'
import type { Span } from '../../../../text/spans.ts'
import { wordSet } from '../../tokens/word-at.ts'

/** Tests of the blood and of other fluids, as eight languages shorten them. */
const TESTS = `
  gb gr wbc rbc leu leuc leuco leuko leuk plt plq plaq plaquettes trc thr thro thrombo thrombos tromb trombo tc plac neut neutro neu pmn lym lymph
  linf eos eosino mono baso hb hgb ht hto hct htc hk hkt mcv vcm vgm mch mchc rdw ret retic crp pcr pct vs vsg esr bsg bse ob
  bnp probnp ntprobnp nt-probnp ck ckmb ck-mb cpk trop tropo tropt tropi tnt tni hstnt hs-tnt hs-tni ldh ast alt got gpt tgo tgp asat alat
  sgot sgpt ggt γgt ygt gammagt ap alp fa pal fal bili bil bt bd amy amyl lip lipase crea creat krea kreat cr cre na k cl ca mg po4 p
  urea ur bun ac glu gluc glyc glic gli bz bg bm hgt dtx hbac hba1c chol ct ldl hdl tg trig vldl ferr fer ferritina ferritine tibc
  tsh ft3 ft4 t3 t4 pth vitd 25ohd oh d b12 fol bhcg hcg psa afp cea ddim d-dim dd d-dimer dimer fib fibri fibrinogen aptt ptt pt tp tap inr
  quick ige igg iga igm ana anca acpa rf fr aslo aso c3 c4 acr uacr alb prot pro lact lac lakt ph pco po be hco osm osmo cortisol acth igf gh
  prl lh fsh amh e2 shbg hiv hbv hcv cmv ebv vhb vhc vih cv vl viral afb nse sctn ca125 ca153 ca199 qpcr il6 il-6 procalc`

/** What is taken at the bed, and its scores. */
const SIGNS = `
  bp ta pa rr fc fr hr rf hf af afr fcf fhr sat sato spo sao temp pam map pad pas cvp pvc zvd pcwp ef fe lvef fevg fevi feve vt vte pt peep fio
  co ci svr sv ejection gfr egfr dfg tfg fg imc bmi pes gcs gsw ecg ekg eva vas nrs ras nihss diu diurese ingresos egresos bilanz pef dep fev vef fvc
  cvf fev1 vems cd cd4 cd8 qt qtc pr qrs fc bpm atp vo kcal kj ai dlco tlc rv rpm ppm uhr std cf`

/** What is infused and taken. */
const DRUGS = `
  nacl kcl rl sf sg ns g5 hes asa ass aas ssn ringer iso hbp lmwh hbpm ebpm mtx fec abvd g-csf epo ui ie iu ev iv im sc po mgso tpn npt pip amox
  amoxi vit vitd vit-d hno atra depo aciclovir para pcm`

/** Standards, guidelines and works with a year, and codes of law. */
const WORKS = `
  iso din en iec uni une nen ansi astm who oms esc eular aha acr nice awmf gold recist tnm figo dsm icd cie cim ops cpt atc drg covid
  bgb stgb zpo stpo hgb sgb zgb or cc cpc cp cpp lec ce lopj et crp cpr scr bw sr rv gg abgb kpc kpk kk kc clt ctn sl fy ws ss
  windows office version si nj sts stc ats sap boe doue lr tr v q art sec chapter page seite`

/** Currencies. */
const MONEY = currencyRows().map(([code]) => code.toLowerCase())

/** No number behind one of these is a person's. In small letters. */
const MEASURES = wordSet(`${TESTS} ${SIGNS} ${DRUGS} ${WORKS} ${MONEY.join(' ')} euro rs fr`)

/** "GB 14200", "ISO 13485", "EUR 18400", "D2000", "pT3". */
export function namesMeasure(word: string): boolean {
  return MEASURES.has(word.toLowerCase().replaceAll('.', ''))
}

const RANGE =
  /(?<![\p{L}\p{N}.,/-]|[+(])(?:\d{1,3}(?:[. ]\d{3}){1,2}|\d{2,6})\s?[-–/]\s?(?:\d{1,3}(?:[. ]\d{3}){1,2}|\d{3,6})(?![\p{L}\p{N}/-]|[.,]\p{N})/gu
const PARTS = /^([\d. ]+?)\s?[-–/]\s?([\d. ]+)$/u

/** What a number of three figures, and a longer one, is a multiple of. */
const ROUND = { short: 50, long: 100 }

/** "150000-400000", "4.000-10.000", "1200/1500": from a round number to a greater one, as laboratories and balances have them. */
export function isRoundRange(found: string): boolean {
  const [, low, high] = PARTS.exec(found) ?? []
  if (low === undefined || high === undefined || low.startsWith('0')) return false
  const [from, to] = [low, high].map((part) => Number(part.replace(/\D/gu, '')))
  return from !== undefined && to !== undefined && from < to && isRound(from) && isRound(to)
}

function isRound(value: number): boolean {
  return value % (value < 1000 ? ROUND.short : ROUND.long) === 0
}

export function findRoundRanges(text: string): readonly Span[] {
  return [...text.matchAll(RANGE)]
    .filter(({ 0: found }) => isRoundRange(found))
    .map(({ 0: found, index }) => ({ start: index, end: index + found.length }))
}
