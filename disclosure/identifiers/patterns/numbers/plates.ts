import { namesMeasure } from './laboratory-values.ts'
import { inAnyCase } from '../any-case.ts'
import type { Around, Judgement, Pattern } from '../pattern.ts'

/** How a country writes its number plates. `alone`: the form tells it without a word of a vehicle before. */
export type Plate = {
  readonly country: string
  readonly form: string
  readonly alone: boolean
  readonly example: string
}

/** Longest first, for the first that fits is taken. */
function alternatives(words: string): string {
  return `(?:${words
    .trim()
    .split(/\s+/)
    .toSorted((one, other) => other.length - one.length)
    .join('|')})`
}

const IRISH = alternatives('CE CN CW C DL D G KE KK KY LD LH LM LK LS L MH MN MO OY RN SO TN TS T WD WH WX WW W')
const SWISS = alternatives('AG AI AR BE BL BS FR GE GL GR JU LU NE NW OW SG SH SO SZ TG TI UR VD VS ZG ZH')
/** The districts of Germany, FZV, annex 1. With them "HLA-B 27" is none. */
const GERMAN = alternatives(`
  A AA AB ABG AC AE AIC AK AM AN ANA ANG ANK AP AS ASL ASZ AUR AW AZ AZE B BA BAD BAR BB BBG BC BCH BED BER BGD BGL BI BIN BIR
  BIT BK BL BLK BM BN BNA BO BOH BOR BOT BRA BRB BRG BRI BRL BS BT BTF BÜD BÜS BÜZ BZ C CAS CB CE CHA CLP CLZ CO COC COE CUX CW
  D DA DAH DAN DAU DBR DD DE DEG DEL DGF DH DI DIL DIN DIZ DL DLG DM DN DO DON DS DU DUD DÜW DW DZ E EA EB EBE EBN EBS ECK ED EE
  EF EG EH EI EIC EIL EIN EIS EL EM EMD EMS EN ER ERB ERH ERK ERZ ES ESB ESW EU EW F FB FD FDB FDS FEU FF FFB FG FI FKB FL FLÖ
  FN FO FOR FR FRG FRI FRW FS FT FTL FÜ FÜS FW FZ G GA GAN GAP GC GD GDB GE GEL GEM GEO GER GF GG GHA GHC GI GK GL GLA GM GMN GN
  GNT GÖ GOA GOH GP GR GRA GRH GRI GRM GRZ GS GT GTH GÜ GUB GUN GV GVM GW GZ H HA HAB HAL HAM HAS HB HBN HBS HC HCH HD HDH HDL
  HE HEB HEF HEI HEL HER HET HF HG HGN HGW HH HHM HI HIG HIP HK HL HM HMÜ HN HO HOG HOH HOL HOM HOR HÖS HOT HP HR HRO HS HSK HST
  HU HUN HUS HV HVL HWI HX HY HZ IGB IK IL ILL IN IS IZ J JE JL JÜL K KA KB KC KE KEH KEL KEM KF KG KH KI KIB KK KL KLE KLZ KM
  KN KO KÖN KÖT KÖZ KR KRU KS KT KU KÜN KUS KW KY KYF L LA LAN LAU LB LBS LBZ LC LD LDK LDS LEO LER LEV LF LG LH LI LIB LIF LIP
  LL LM LN LÖ LÖB LOS LP LR LRO LSA LSZ LU LÜN LUP LWL M MA MAB MAI MAK MAL MB MC MD ME MED MEG MEI MEK MEL MER MET MG MGH MGN
  MH MHL MI MIL MK MKK ML MM MN MO MOD MOL MON MOS MQ MR MS MSE MSH MSP MST MTK MTL MÜ MÜB MÜR MVL MW MY MYK MZ MZG N NAB NAI
  NAU NB ND NDH NE NEA NEB NEC NEN NES NEU NEW NF NH NI NK NL NM NMB NMS NOH NOL NOM NOR NP NR NRW NT NU NVP NW NWM NY NZ OA OAL
  OB OBB OBG OC OCH OD OE OF OG OH OHA ÖHR OHV OHZ OK OL OP OPR OS OSL OVI OVL OVP OZ P PA PAF PAN PAR PB PCH PE PEG PER PF PI
  PIR PL PLÖ PM PN PR PS PW PZ QFT QLB R RA RC RD RDG RE REG REH RG RH RI RID RIE RL RM RO ROD ROF ROK ROL ROS ROT ROW RP RS RSL
  RT RU RÜD RÜG RV RW RY RZ S SAB SAD SAN SAW SB SBG SBK SC SCZ SDH SDL SDT SE SEB SEE SEF SEL SFB SFT SG SGH SHA SHG SHK SHL SI
  SIG SIM SK SL SLE SLF SLK SLN SLS SLÜ SLZ SM SMÜ SN SO SOB SOG SOK SÖM SON SP SPB SPN SR SRB SRO ST STA STB STD STE STL STO SU
  SUL SÜW SW SWA SY SZ SZB TBB TDO TE TET TF TG THL THW TIR TO TÖL TP TR TS TT TÜ TUT UE UEM UFF UH UL UM UN USI V VAI VB VEC
  VER VG VIB VIE VIT VK VOH VR VS W WA WAF WAK WAN WAR WAT WB WBS WDA WE WEB WEI WEL WEN WER WES WF WG WHV WI WIL WIS WIT WIZ WK
  WL WLG WM WMS WN WND WO WOB WOH WOL WOR WOS WR WRN WS WSF WST WSW WT WTL WTM WÜ WUG WÜM WUN WUR WW WZ WZL X Y Z ZE ZEL ZI ZIG
  ZP ZR ZW ZZ`)

/** The first form that fits is taken, so one that begins another stands behind it. */
export const PLATES: readonly Plate[] = [
  { country: 'the United Kingdom, since 2001', form: '[A-HJ-PR-Z]{2}(?:0[2-9]|[1-7]\\d) ?[A-HJ-PR-Z]{3}', alone: true, example: 'KF19 OTL' },
  { country: 'the United Kingdom, until 2001', form: '[A-Z]\\d{1,3} ?[A-Z]{3}', alone: false, example: 'the van P482 KWJ' },
  { country: 'the United Kingdom, until 1983', form: '[A-Z]{3} ?\\d{1,3} ?[A-Z]', alone: false, example: 'a car, WKD 412S' },
  { country: 'Northern Ireland', form: '[A-Z]{3} ?\\d{2,4}', alone: false, example: 'reg XIZ 4172' },
  { country: 'Ireland', form: `\\d{2,3}-${IRISH}-\\d{1,6}`, alone: true, example: '172-KE-3391' },
  { country: 'Germany', form: `${GERMAN}-[A-ZÄÖÜ]{1,2} ?\\d{1,4}[EH]?`, alone: true, example: 'OHV-RT 719' },
  { country: 'Germany, loosely', form: '[A-ZÄÖÜ]{1,3}[–: -][A-ZÄÖÜ]{1,2}[- ]?\\d{1,4}[EH]?', alone: false, example: 'der Golf HRO KL 55' },
  { country: 'France, until 2009', form: '\\d{1,4} ?[A-Z]{2,3} ?(?:\\d{2,3}|2[AB])', alone: false, example: 'voiture 418 BGT 69' },
  { country: 'Germany, mopeds', form: '\\d{3} ?[A-Z]{3}', alone: false, example: 'Moped 418 KTZ' },
  { country: 'Austria', form: '[A-Z]{1,2}[- ]?\\d{1,5} ?[A-Z]{1,3}', alone: false, example: 'Auto GU 418 KR' },
  { country: 'Switzerland', form: `${SWISS} ?\\d{1,3}(?:[ ’'.]?\\d{3}|[ ]\\d{1,3})?`, alone: false, example: 'Auto ZG 48 117' },
  { country: 'France and Italy, with hyphens', form: '[A-HJ-NP-TV-Z]{2}-\\d{3}-[A-HJ-NP-TV-Z]{2}', alone: true, example: 'EK-318-TB' },
  { country: 'France and Italy', form: '[A-HJ-NP-TV-Z]{2} ?\\d{3} ?[A-HJ-NP-TV-Z]{2}', alone: true, example: 'GD 418 NV' },
  { country: 'Italy, until 1994', form: '[A-Z]{2} ?[A-Z0-9]{2}\\d{4}', alone: false, example: 'targa MI 4H2218' },
  { country: 'Belgium', form: '[1-9]-[A-Z]{3}-\\d{3}', alone: true, example: '2-BKT-418' },
  { country: 'Belgium, until 2010', form: '[A-Z]{3}-?\\d{3}', alone: false, example: 'plaque HKT-418' },
  { country: 'Spain', form: '\\d{4}[ -]?[BCDFGHJKLMNPRSTVWXYZ]{3}', alone: true, example: '4172 JKT' },
  { country: 'Spain, until 2000', form: '[A-Z]{1,2}-\\d{4}-[A-Z]{1,2}', alone: true, example: 'B-4172-VK' },
  { country: 'Portugal and the Netherlands, two by two', form: '(?:[A-Z]{2}-\\d{2}-[A-Z]{2}|\\d{2}-[A-Z]{2}-\\d{2}|\\d{2}-\\d{2}-[A-Z]{2}|[A-Z]{2}-\\d{2}-\\d{2}|\\d{2}-[A-Z]{2}-[A-Z]{2}|[A-Z]{2}-[A-Z]{2}-\\d{2})', alone: true, example: '41-KT-72' },
  { country: 'the Netherlands', form: '(?:\\d{2}-[A-Z]{3}-\\d|\\d-[A-Z]{3}-\\d{2}|[A-Z]{2}-\\d{3}-[A-Z]|[A-Z]-\\d{3}-[A-Z]{2})', alone: true, example: 'S-418-KT' },
  { country: 'the Netherlands, without hyphens', form: '(?:\\d{2}[A-Z]{3}\\d|\\d[A-Z]{3}\\d{2}|[A-Z]{2}\\d{3}[A-Z]|[A-Z]\\d{3}[A-Z]{2}|[A-Z]{3}\\d{2}[A-Z]|[A-Z]{2}\\d{2}[A-Z]{2}|\\d{2}[A-Z]{2}\\d{2})', alone: false, example: 'kenteken 41KTZ7' },
  { country: 'Brazil', form: '[A-Z]{3}\\d[A-Z]\\d{2}', alone: true, example: 'QWK4B18' },
  { country: 'Brazil, until 2018', form: '[A-Z]{3}[- ]?\\d{4}', alone: false, example: 'placa KTR 4172' },
  { country: 'Poland', form: '[BCDEFGKLNOPRSTWZ][A-Z]{1,2} (?:\\d{3}[A-Z]{2}|\\d{4}[A-Z]|\\d[A-Z]\\d{3}|\\d{2}[A-Z]\\d{2})', alone: true, example: 'WGM 418KT' },
  { country: 'Poland, loosely', form: '[A-Z]{2,3} ?[A-Z0-9]{4,5}', alone: false, example: 'nr rej. PO4K188' },
  { country: 'Latin America', form: '[A-Z]{2,4}[- ]?\\d{2,4}(?:-\\d{2})?[A-Z]?', alone: false, example: 'vehículo de placas KTR-418' },
] // biome-ignore format: a table

/** Words of vehicles and of their plates, and makes that people name instead, in eight languages. */
const CUES = inAnyCase(
  'remorque|anhänger|trailer|caravan|wohnwagen|wohnmobil|rimorchio|remolque|reboque|aanhanger|przyczepa|motocykl|tracteur|traktor|trekker|bus|quad|kontrollschild|nummernschild|reg(?:istration|\\.)?|plates?|number ?plate|vrm|cars?|van|vehicle|lorry|truck|moped|scooter|motorbike|motorcycle|taxi|kennzeichen|kfz|pkw|lkw|auto|wagen|fahrzeug|roller|motorrad|immat(?:riculation|riculée?|\\.)?|plaque|voiture|véhicule|camion|camionnette|matr[íi]cula|placas?|coche|turismo|furgoneta|veh[íi]culo|moto|targ(?:a|ato|ata|he)|tg\\.?|autoveicolo|autovettura|auto|macchina|furgone|motociclo|motorino|viatura|carro|carrinha|ve[íi]culo|kenteken|bestelbus|voertuig|wagen|brommer|moped|nr ?rej\\.?|rejestracyjny|rej\\.|tablic[ae]?|samoch[óo]d|pojazd|auto|golf|polo|passat|skoda|škoda|opel|corsa|astra|audi|bmw|mercedes|vw|volkswagen|ford|focus|fiesta|micra|nissan|toyota|yaris|corolla|fiat|panda|punto|renault|clio|twingo|peugeot|citro[ëe]n|dacia|seat|ibiza|kia|picanto|hyundai|honda|mazda|volvo|tesla|vauxhall|vespa|yamaha|kawasaki|suzuki',
)
/** Short words that stand in the form of a plate and are none of its letters: "PA 130 FC", "CD20 POS". */
const WORDS =
  /(?<!\p{L})(?:POS|NEG|AND|FOR|THE|MUT|DEL|MIN|VON|BIS|PRO|ET|UND|MG|ML|IE|UI|IU|BP|CM|MM|KM|KG|VO|IL|CA|CD|CK|LTD|GMC|GDC|NHS|MRN|CNS|SNS|RPM|BPM|MRT|DNR|CPR|BGB|BGH|ZPR|TTL|KWH|MHZ|HRS|PPM|TSD|PLN|CHF|GBP|BRL|MXN|CLP)(?!\p{L})/u

/** "BMW 320", "Golf GTI 16". */
const MODELS = /^(?:BMW|GTI|GTD|SUV|KIA|TDI|VW|MAN|ABS|DIN|EUR|NHS|CHF|PLN)(?![\p{L}])/u
/** What also counts in small letters behind a word of a vehicle. */
const SMALL = PLATES.flatMap(({ country, alone, form }) => (alone && !/^(?:Germany|Spain)/.test(country) ? [form] : []))

export const PLATE_PATTERNS: readonly Pattern[] = [
  {
    type: 'vehicle',
    expression: new RegExp(
      `(?<![\\p{L}\\p{N}.,/-])(?:${PLATES.flatMap(({ alone, form }) => (alone ? [form] : [])).join('|')})(?![\\p{L}\\p{N}]|[-/.,]\\p{N}| ?\\d)`,
      'dgu',
    ),
    confidence: 0.75,
    judge: judgeAlone,
  },
  {
    type: 'vehicle',
    expression: new RegExp(
      `(?<![\\p{L}\\p{N}])(?:${CUES})(?!\\p{L})[^\\S\\n]?[:|=(,]?(?:[ (]{1,2}\\p{L}{1,12}[,.:]?){0,2}[ (,|]{0,4}(?<![\\p{L}\\p{N}])(?<id>${PLATES.map(({ form }) => form).join('|')}|${SMALL.map(inAnyCase).join('|')})(?![\\p{L}\\p{N}]|[-/.,]\\p{N})`,
      'dgu',
    ),
    confidence: 0.8,
    judge: (found) => (MODELS.test(found) || !/\d.*\d/.test(found) ? null : {}),
  },
]

const VEHICLE_NEAR = new RegExp(`(?<![\\p{L}\\p{N}])(?:${CUES})(?!\\p{L})`, 'u')

/** Letters that are a measure too are those of a plate where a vehicle stands before: "vom Pkw des Zeugen (OH-KS 417)". */
function judgeAlone(found: string, { before }: Around): Judgement | null {
  if (VEHICLE_NEAR.test(before) && !WORDS.test(found)) return {}
  const parts = found.match(/\p{L}+/gu) ?? []
  const isYear = /^(?:19|20)\d{2} /.test(found)
  return WORDS.test(found) || isYear || parts.some((part) => part.length > 1 && namesMeasure(part)) ? null : {}
}
