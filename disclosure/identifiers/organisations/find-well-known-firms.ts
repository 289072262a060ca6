import type { IdentifierSpan } from '../identifier.ts'
import { DETERMINERS, TITLES } from '../names/cue-words.ts'
import { isCapital, textOfWords } from '../names/name-run.ts'
import { ROLES } from '../names/roles.ts'
import { inAnyCase } from '../patterns/any-case.ts'
import { beginnersOf, matchesAtWords } from '../patterns/pattern.ts'
import { nominatives } from '../places/polish-towns.ts'
import type { Reading } from '../tokens/read-words.ts'
import { firstWordFrom, has, type Word, wordAt } from '../tokens/word-at.ts'
import { isGeneric } from './organisation-kinds.ts'

/** They are words too, or letters for something else: firms only behind what says that somebody works, banks or is insured there. */
const BEHIND_WORK =
  'works? (?:at|for)|working (?:at|for)|worked (?:at|for)|employed (?:at|by|with)|insured (?:with|by)|accounts? (?:at|with)|banks with|shifts? at|job (?:at|with)|' +
  '(?:arbeitet|beschäftigt|angestellt|versichert|tätig|jobbt) bei(?: der| dem)?|(?:Konto|Job|Lehre|Ausbildung) bei(?: der)?|' +
  'travaill(?:e|ait|é) (?:chez|à la|au|pour)|employée? (?:chez|par)|salariée? (?:chez|de)|assurée? (?:chez|à la|auprès de(?: la)?)|compte (?:chez|à la|au)|(?:vigile|caissière?|vendeu(?:r|se)) (?:chez|à|au)|certificat pour la|' +
  'trabaj(?:a|o|aba) (?:en|para)|emplead[oa] (?:en|de)|asegurad[oa] (?:en|con|por)|cuenta en|' +
  'lavor(?:a|o|ava) (?:da|presso|alla|al|per)|dipendente (?:della|di|del)|assicurat[oa] (?:con|presso)|conto (?:da|in|presso)|' +
  'trabalh(?:a|o|ava) (?:n[ao]|para)|empregad[oa] (?:n[ao]|da)|funcionári[oa] d[ao]|segur[oa] (?:na|da)|conta n[ao]|' +
  '(?:werkt|werk|werkte|werkzaam) (?:nu )?(?:bij|voor|in de)|in dienst (?:van|bij)|verzekerd bij|rekening bij|' +
  'pracuj(?:e|ę) (?:we?|dla)|pracowała? (?:we?|dla)|zatrudnion[ya] (?:we?|przez)|ubezpieczon[ya] w|konto (?:mam )?w|jeździ dla'

const AT_WORK = new RegExp(String.raw`(?<![\p{L}\p{N}])(?:${inAnyCase(BEHIND_WORK)})[ ](?=\p{L})`, 'uy')
const mayBeAtWork = beginnersOf(BEHIND_WORK)

/** A shorter one in small letters is a word. */
const SHORTEST_SMALL = 4

/** A firm at which somebody works has at most so many words. */
const LONGEST_EMPLOYER = 4

/** "Debeka", "AOK Niedersachsen", "arbeitet bei Kärcher": firms that are known by their name, and those at which somebody works. */
export function findWellKnownFirms(reading: Reading): readonly IdentifierSpan[] {
  const known = reading.words.flatMap((_, at) => {
    const length = firmAt(reading, at)
    return length === 0 ? [] : [asFirm(reading, at, branchOf(reading, at + length))]
  })
  return [...known, ...employers(reading)]
}

/** How many words from here on are a firm of the list; 0 where none is. */
function firmAt({ words, isSmall, languages }: Reading, at: number): number {
  const word = wordAt(words, at)
  if (has(FIRST_WORDS, word))
    for (let length = LONGEST_FIRM; length > 1; length -= 1) {
      const part = words.slice(at, at + length)
      if (!isSmall && !part.some(isCapital)) continue
      if (WELL_KNOWN_FIRMS.has(textOfWords(part).toLowerCase())) return length
    }
  return isFirm(word, languages[0] === 'pl') ? 1 : 0
}

/** With its endings in Polish: "w Żabce". */
function isFirm(word: Word, isDeclined: boolean): boolean {
  const { text, shape, ordinary } = word
  if (!isCapital(word) && shape !== 'mixed' && (text.length < SHORTEST_SMALL || ordinary > 0)) return false
  const lower = text.toLowerCase()
  return (isDeclined ? [lower, ...nominatives(lower)] : [lower]).some((form) => WELL_KNOWN_FIRMS.has(form))
}

/** "AOK Niedersachsen", "Rabobank Drenthe": the region or the town of its branch. */
function branchOf({ words }: Reading, to: number): number {
  const { gap, levels, ordinary } = wordAt(words, to)
  const isRegion = levels.people === 2 || (levels.place > 0 && ordinary < 2)
  return gap === ' ' && isCapital(wordAt(words, to)) && isRegion ? to + 1 : to
}

function employers(reading: Reading): readonly IdentifierSpan[] {
  const { words } = reading
  return matchesAtWords(reading, AT_WORK, mayBeAtWork).flatMap(({ index, 0: cue }) => {
    const from = firstWordFrom(reading, index + cue.length)
    if (!isEmployer(reading, from)) return []
    let to = from + 1
    while (to < from + LONGEST_EMPLOYER && /^(?: |-| & )$/u.test(wordAt(words, to).gap) && goesOn(wordAt(words, to)))
      to += 1
    return [asFirm(reading, from, to)]
  })
}

/** A capitalised word that is no common one; in German, which capitalises all nouns, an unknown one. */
function isEmployer({ words, languages }: Reading, at: number): boolean {
  const word = wordAt(words, at)
  const { ordinary, levels, name, text, shape } = word
  if (!goesOn(word) || text.length < 2 || levels.safe > 0 || isGeneric(text)) return false
  if (languages[0] === 'de') return ordinary === 0 || name + levels.place > 0 || shape === 'upper'
  return ordinary < 2 || shape === 'upper'
}

function goesOn(word: Word): boolean {
  return isCapital(word) && ![DETERMINERS, TITLES, ROLES].some((set) => has(set, word))
}

function asFirm({ words }: Reading, from: number, to: number): IdentifierSpan {
  const [start, end] = [wordAt(words, from).start, wordAt(words, to - 1).end]
  return { start, end, type: 'organisation', by: 'names', confidence: 0.7 }
}

const list = (names: string): readonly string[] => names.trim().split(/\s*[,\n]\s*/)

/**
 * Insurers, banks, shops and large employers that nobody calls otherwise, in small letters; with a name, an employer or an insurer says
 * who somebody is. A public body without a town stays, and so does what is a word of a language as well.
 */
const NAMES: readonly (readonly string[])[] = [
  // Hospitals of all eight countries that are called by their letters or their founder
  list(`uke, ukm, mhh, uksh, ukgm, charité, vivantes, helios, asklepios, akh wien, usz, chuv, inselspital, kssg, luks, ukbb, ap-hp,
    aphp, gustave roussy, pitié-salpêtrière, lariboisière, hegp, vall d'hebron, vall d’hebron, gregorio marañón,
    ramón y cajal, puerta de hierro, molinette, niguarda, careggi, san raffaele, sant'orsola, sant’orsola, spallanzani,
    cardarelli, humanitas, bambino gesù, chuc, chuln, garcia de orta, curry cabral, egas moniz, hcfmusp, incor, sírio-libanês,
    vumc, umcg, umcu, lumc, mumc, olvg, adrz, radboudumc, erasmus mc, addenbrooke's, addenbrooke’s, guy's, guy’s, barts,
    moorfields, papworth, uclh, stepping hill, pinderfields, derriford`),
  // Germany, Austria, Switzerland
  list(`tüv süd, tüv nord, tüv rheinland, dekra, ig metall, huk, aok, barmer, dak, dak-gesundheit, debeka, allianz, axa, huk-coburg,
    huk24, signal iduna, gothaer, devk, ikk classic, hkk, mobil krankenkasse, viactiv, pronova bkk, novitas bkk,
    techniker krankenkasse, thyssenkrupp, thyssen, basf, lidl, aldi, rewe, edeka, rossmann, kaufland, mediamarkt, ikea,
    hornbach, toom, deutsche bank, commerzbank, postbank, ing-diba, comdirect, hypovereinsbank, targobank, deutsche bahn,
    deutsche post, dhl, vodafone, lufthansa, öbb, sbb, ögk, bvaeb, wiener städtische, uniqa, raiffeisenbank, erste bank,
    billa, migros, swica, helsana, visana, sympany, atupri, groupe mutuel, assura, credit suisse, postfinance,
    württembergische, zalando, deichmann, fielmann, provinzial, hdi, vhv, vgh, lvm, r+v, ruv, barmenia, alte leipziger,
    nürnberger versicherung, zurich versicherung, hansemerkur, concordia versicherung, universa, sda versicherung, wwk,
    volkswohl bund, ergo direkt, cosmosdirekt, arag, roland rechtsschutz, advocard, örag, bgw, bghm, svlfg, unfallkasse,
    knappschaft, kkh, bahn-bkk, bkk vbu, bkk mobil oil, sbk, big direkt, salus bkk, vivida bkk, dak gesundheit,
    minijob-zentrale, dhl express, hermes versand, siemens, bosch, daimler, zf friedrichshafen, rheinmetall, e.on, vattenfall,
    enbw, telekom, netto marken-discount, rewe group, dm-drogerie, bauhaus, sixt, adac, vr bank, psd bank, consorsbank, n26,
    dkb, sparda-bank, mobiliar, die mobiliar, raiffeisen, zkb, kantonalbank, bawag, volksbank wien, generali versicherung,
    allianz suisse, basler versicherung, vaudoise, donau versicherung, merkur versicherung, auva, oegk, strabag, voestalpine`),
  // United Kingdom, Ireland
  list(`barclays, natwest, hsbc, santander, monzo, lloyds bank, aviva, bupa, direct line, legal & general, vitality health, tesco,
    sainsbury's, sainsburys, sainsbury’s, asda, morrisons, waitrose, superdrug, marks & spencer, m&s, primark, john lewis,
    ryanair, easyjet, royal mail, dpd, virgin media, wilko, b&q, screwfix, greggs, wetherspoons, nando's, deliveroo, yodel,
    lloyds, nationwide building society, first direct, starling bank, revolut, churchill insurance, lv=, esure,
    hastings direct, nfu mutual, zurich insurance, rsa insurance, ageas insurance, allianz uk, axa ppp, vitalityhealth, co-op,
    aldi, iceland foods, argos, currys, halfords, evri, jaguar land rover, rolls-royce, bae systems, network rail,
    british gas, scottish power, edf energy, octopus energy, thames water, bt openreach, three mobile, talktalk, irish life,
    permanent tsb, dunnes stores, supervalu, walmart, costco, kroger, home depot, wells fargo, jpmorgan chase, citibank,
    bank of america, aetna, unitedhealthcare, blue cross blue shield, kaiser permanente, geico, state farm, allstate,
    progressive insurance, liberty mutual, fedex, usps, cvs, walgreens`),
  // France, Belgium
  list(`maif, macif, maaf, matmut, groupama, mgen, swisslife, malakoff humanis, harmonie mutuelle, ag2r, ag2r la mondiale, pro btp,
    apicil, carrefour market, leclerc, intermarché, auchan, super u, monoprix, castorama, decathlon, leroy merlin, fnac,
    darty, conforama, bnp paribas, société générale, crédit agricole, crédit mutuel, crédit lyonnais, caisse d'épargne,
    caisse d’épargne, banque postale, la banque postale, boursorama, sncf, ratp, engie, la poste, airbus, solidaris,
    partenamut, ethias, belfius, delhaize, colruyt, bouygues, generali, gmf, mutuelle générale, mutex, macsf, smacl, pacifica,
    la mondiale, ag2r mondiale, klesia, humanis, april santé, swiss life, smatis, cpam, carsat, urssaf, cpas, pole emploi,
    pôle emploi, france travail, veolia, sfr, free mobile, michelin, renault, peugeot, citroën, stellantis, thales, lidl,
    franprix, ikea, adecco, randstad, banque populaire, caisse d'epargne, hsbc france, fortuneo, keytrade, ag insurance,
    baloise, p&v, fidea, mutualité chrétienne, ores, proximus, bpost, sodexo, elior, korian, orpea, clariane, domusvi,
    ramsay santé, vivalto, elsan`),
  // Spain, Latin America
  list(`mercadona, carrefour, el corte inglés, eroski, alcampo, inditex, mapfre, adeslas, asisa, dkv, línea directa, mutua madrileña,
    fremap, asepeyo, ibermutua, bbva, caixabank, la caixa, bankia, banco sabadell, bankinter, unicaja, kutxabank, ibercaja,
    abanca, renfe, vueling, telefónica, movistar, endesa, iberdrola, naturgy, repsol, osde, colsanitas, bancolombia,
    davivienda, famisanar, nueva eps, coosalud, eps sura, glovo, leroy merlin, bonpreu, mutua universal, umivale, mc mutual,
    ibermutuamur, activa mutua, muface, isfas, mugeju, santalucía, allianz seguros, generali seguros, zurich seguros,
    axa seguros, reale seguros, catalana occidente, plus ultra, helvetia, liberty seguros, fiatc, banco santander, openbank,
    cajamar, laboral kutxa, banca march, caja rural, evo banco, correos, seur, mrw, nacex, consum, ahorramás, gadis, froiz,
    bershka, zara, primark, securitas, prosegur, eulen, clece, ferrovial, acciona, navantia, vodafone, yoigo, iberia, pemex,
    imss, issste, infonavit, oxxo, telmex, telcel, banorte, banamex, codelco, falabella, ripley, cencosud, isapre, fonasa,
    cruz blanca, banmédica, consalud, galicia seguros, sancor, essalud`),
  // Italy
  list(`unipol, unipolsai, reale mutua, intesa sanpaolo, unicredit, banco bpm, bper, monte dei paschi, fineco, mediolanum,
    banca sella, poste italiane, bancoposta, esselunga, conad, eurospin, ipercoop, despar, luxottica, barilla, stellantis,
    trenitalia, enel, italgas, unieuro, mondo convenienza, banca intesa, ing direct, generali, allianz,
    cattolica assicurazioni, vittoria assicurazioni, zurich, axa assicurazioni, sara assicurazioni, itas, groupama,
    genialloyd, linear assicurazioni, poste vita, alleanza assicurazioni, inail, inps, amazon italia, carrefour, lidl,
    eurospar, md discount, bennet, ikea, leroy merlin, vodafone, windtre, fastweb, iliad, a2a, acea, atac, gtt, anas,
    ferrovie dello stato, fincantieri, pirelli, piaggio, ferrero, credem, deutsche bank, banca mps, carige,
    crédit agricole italia, bcc, banca etica, widiba, illimity, compass banca, agos, findomestic, humanitas, auxologico,
    gemelli`),
  // Portugal, Brazil
  list(`ageas, multicare, médis, advancecare, adse, novo banco, millennium bcp, caixa geral de depósitos, montepio, crédito agrícola,
    pingo doce, minipreço, worten, galp, autoeuropa, unimed, bradesco, itaú, banco do brasil, caixa econômica federal, nubank,
    hapvida, notredame intermédica, sulamérica, prevent senior, petrobras, embraer, magazine luiza, casas bahia, lojas renner,
    lojas americanas, pão de açúcar, assaí, atacadão, fidelidade, tranquilidade, allianz, zurich, lusitania, generali,
    ok teleseguros, logo seguros, victoria seguros, mapfre, cosec, real vida, una seguros, santander totta, caixa geral,
    millennium, activobank, bankinter, eurobic, endesa, vodafone, metro do porto, stcp, sonae, auchan, lidl, mercadona,
    intermarché, jerónimo martins, corticeira amorim, navigator, luz saúde, trofa saúde, hpa saúde, lusíadas, porto seguro,
    bradesco saúde, golden cross, santander, caixa, itaú unibanco, sicoob, sicredi, banrisul, correios, oi telefônica, gerdau,
    ambev, jbs, brf, sadia, havan, riachuelo, drogasil, localiza, azul linhas, latam, eletrobras, cemig, copel, sabesp,
    light serviços, enel brasil, rede d'or, albert einstein`),
  // Netherlands, Flanders
  list(`vgz, menzis, zilveren kruis, achmea, onvz, de friesland, zorg en zekerheid, anderzorg, fbto, ohra, interpolis,
    nationale-nederlanden, nationale nederlanden, aegon, unive, univé, centraal beheer, rabobank, abn amro, sns bank, triodos,
    bunq, knab, albert heijn, kruidvat, blokker, asml, tata steel, klm, postnl, kpn, ziggo, christelijke mutualiteit,
    bond moyson, kbc, argenta, coolblue, salland, a.s.r., reaal, klaverblad, vivat, delta lloyd, volksbank, regiobank,
    plus supermarkt, hoogvliet, lidl, aldi, hema, karwei, bol.com, ikea, dhl, dpd, connexxion, arriva, eneco, essent,
    vattenfall, liander, enexis, odido, t-mobile, philips, dsm, unilever, heineken, akzonobel, fokker, uwv, svb, vegro,
    medipoint, brocacef, buurtzorg, careyn, cordaan, woonbron, ymere, de alliantie, eigen haard, vestia, portaal, mitros,
    de key, havensteder, helan, solidaris, vaph, ethias, belfius, crelan, proximus, telenet, bpost, de lijn, nmbs, colruyt`),
  // Poland
  list(`pzu, ergo hestia, link4, pko bp, pko, pekao, mbank, ing bank śląski, bank millennium, alior bank, alior, biedronka, żabka,
    stokrotka, lewiatan, media expert, orlen, tauron, kghm, pkp, poczta polska, inpost, luxmed, lux med, medicover, enel-med,
    bank pocztowy, empik, decathlon, agata meble, generali, allianz, uniqa, interrisk, hdi, wiener tu, tuw pocztowy,
    nationale-nederlanden, bnp paribas, santander, getin, velo bank, credit agricole, nest bank, bos bank, bank spółdzielczy,
    skok, lidl, kaufland, auchan, carrefour, rossmann, castorama, leroy merlin, ikea, media markt, rtv euro agd, dpd, dhl,
    pkp intercity, plus gsm, t-mobile, energa, pgnig, gaz-system, azoty, mostostal, budimex, skanska, maspex, mlekovita,
    mlekpol, scanmed, polmed, swissmed`),
]

const WELL_KNOWN_FIRMS: ReadonlySet<string> = new Set(NAMES.flat())

/** The first words of those that have several. */
const FIRST_WORDS: ReadonlySet<string> = new Set(
  NAMES.flat().flatMap((name) => name.match(/^[^ &'’-]+(?=[ &'’-])/u) ?? []),
)

/** So many words has the longest of them. */
const LONGEST_FIRM = 4
