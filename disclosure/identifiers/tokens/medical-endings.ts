import { remembered } from '../../../text/word-forms.ts'

/**
 * Endings that tell a word of medicine in any of the eight languages; a linguist or a clinician may add to them. A name with one of them
 * is on a list of names, and keeps its say.
 */

/** Stems that the World Health Organization gives to the names of drugs ("The use of stems in the selection of INN"), with their national endings. */
const DRUG_STEMS = [
  // monoclonal antibodies, kinase and other inhibitors
  'mabe?',
  '(?:tin|cicl|rafen|degib|parib)ibe?',
  'ciclib',
  'ci[ck]libe?',
  'parybe?',
  'tynibe?',
  'zomibe?',
  'limus',
  'cept[eo]?',
  // heart, vessels, blood
  '(?:sar|zar)tan[aeou]?',
  'opril[aeou]?',
  'stat[iy]n[aeouąęy]?',
  'dip[iy]n[aeouąęy]?',
  '[aeio]lolo?u?',
  'parin[aeąęy]?',
  'paryn[aąęy]',
  'xaban[ao]?',
  'ksaban',
  'gatran[ao]?',
  'grel[ou]?',
  'fibrat[eo]?u?',
  't(?:h)?iazid[aeo]?',
  'tiazyd[uy]?',
  'semid[aeou]?',
  'sem[iy]d[uy]?',
  'lactona?e?',
  'darone?',
  'daron[aąęy]',
  'pla(?:s|z)[ea]',
  // infections
  'cill?in[aeouąęy]?',
  'cylin[aąęy]',
  'm[iy]cin[aeouąęy]?',
  'mycyn[aąęy]',
  'floxacin[aeou]?',
  'flo(?:x|ks)ac[iy]n[aąęy]?',
  'c[iy]cl?in[aeou]',
  'cyklin[aąęy]',
  '[ck]onazolo?e?u?',
  'nidazolo?e?u?',
  'penem[eo]?u?',
  'bactam[eo]?u?',
  'c(?:[ei]clo)?vir',
  'navir',
  'tegravir',
  'buvir',
  'asvir',
  'furantoin[aeou]?',
  // mind, nerves, sleep, pain
  '(?:az|zol)epamu?',
  'oxetin[aeouąęy]?',
  'oksetyn[aąęy]',
  'tript[iy]lin[aeo]?',
  'triptanu?',
  'bar?bital',
  'racetamu?',
  'zodon[aey]',
  'peridolo?u?',
  'idon[aąęy]',
  'fentanil[ou]?',
  'fentanylu?',
  '(?:c|k)od[oe]n[aey]',
  'profen[eou]?',
  'profène',
  'coxibe?',
  'koksybu?',
  'gabalin[aeo]?',
  'bamat[oe]?',
  'caine?',
  'ca[ií]na',
  // stomach, sugar, hormones, bones, lungs
  'prazolo?e?u?',
  'tidin[aeouąęy]?',
  'setron[aeou]?',
  'gl[iy]pt[iy]n[aeouąęy]?',
  'gl[iy]flozin[aeou]?',
  'gl[iy]floz[iy]n[aąęy]',
  'glut[iy]d[aeou]?',
  'formin[aeouąęy]?',
  'glitazon[aeo]?',
  '(?:s|z)olon[aeouąęy]?',
  '(?:met|clomet|klomet)a(?:s|z)on[aeouąęy]?',
  'dronat[eo]?u?',
  'dronian[uy]?',
  'terolo?u?',
  'trop(?:ium|io)',
  'lukast[eou]?',
  'th?[yi]ro(?:x|ks)in[aeo]?',
].join('|')

/** Diseases, findings, operations and images: what stands at the end of Greek and Latin words. */
const COMBINING_FORMS = [
  // inflammation, disease, tumour
  '[aeiou]it(?:is|ide|idi|ídeo)s?',
  '[rlntpdvbgm]itis',
  '[rlntpdvbgm]ite',
  '[rlntpdvbgm]iti[ds]e[ns]?',
  '(?:cyt|scler|fibr|neur|nekr|necr|sten|arthr|thromb|tromb|cirrh|zirrh|psych|art(?:h)?r|nefr|nephr|derm|ket|acid|azid|alkal|alcal|tubercul|tuberkul|endometri|osteopor|silik|silic|mik|mic)os(?:is|en?|i|a|es)',
  '(?:[cz]yt|skler|scler|fibr|neur|nekr|necr|sten|arthr|artr|thromb|zirrh|psych|nephr|nefr|ket|azid|alkal)ose[ns]?',
  '(?:carcin|karzin|adenocarcin|sarc|sark|lymph|linf|lymf|limf|melan|aden|fibr|my[oe]l|gli|lip|oste|hem[ao]t|hämat|ematom|glauc|glauk|gran[uú]l|meningi|neur|pap[iy]l+)[oô]m[aeiuy]?[stn]?',
  // pain, blood, urine, loss, size
  '(?:arthr|artr|my|neur|nevr|cephal|cefal|gastr|lumb|ot|dors|cervic)algi[aeęąi]?[ns]?',
  '(?:an|leuk|leuc|septic?h?|hyper[a-zäéàíôó]{3,9}|hypo[a-zäéàíôó]{3,9}|ip[eo]r?[a-zò]{3,9}|hiper[a-z]{3,9}|hipo[a-z]{3,9}|natr|kal[iy]|glyk|glic|glyc|ur[iy]c|lip[iy]d|bilirubin)(?:[aeéäê]?em|äm|ém)[ií][aeęąi]?[ns]?',
  '(?:hämat|hemat|ématur|emat|poly|prote[iy]n|olig|dys|dis|leuk[oc]|nykt|noct)ur[ií][aeęąi]?[ns]?',
  '(?:thrombo|leuko|neutro|osteo|leuco|pancito|panzyto|sarko|sarco|trombo)(?:cito|zyto|cyto)?pen[ií][aeęąi]?[ns]?',
  '(?:hepat|splen|kardi|cardi|epat)omegal[ií][aeęąi]?[ns]?',
  '(?:para|hemi|tetra|quadri)pl[eé]?g[ií][aeęąi]?[ns]?',
  '(?:tachy|taqui|tachi|brady|bradi)(?:k|c)ard[ií][aeęąi]?[ns]?',
  '(?:dys|dis|a|ortho|orto|tachy|taqui|apn?)pn(?:oe|é|e)[ií]?[aeo]?',
  'insu[f]{1,2}i[cz]i[eëê]n[a-zęą]{1,5}',
  // operations, looking, images, treatment
  '[a-zäéèíóô]{2,}[eék][ck]?tom[ií][aeęąi]?[ns]?',
  '[a-zäéíóô]{3,}[oó]stom[ií][aeęąi]?[ns]?',
  '[a-zäéèíóô]{3,}(?:[oó]s[ck]op[ií])[aeęąi]?[ns]?',
  '[a-zäéíóô]{4,}plast(?:ik|ia|ie|y|ica|iche|ías?|yka|yki|ykę)(?:en)?',
  '(?:angio|mammo|mamo|sono|echo|eco|écho|ekokardio|echokardio|écho?cardio|ecocardio|tomo|radio|szinti|scinti|scenti|cinti|uro|arterio|phlebo|flebo|broncho|elektro|electro|elettro|coronaro|koronaro|cholangio|colangio|veno|myelo|mielo|entero|dopplersono|duplexsono|kardiotoko)[a-zäéàíó]{0,12}gra(?:ph|f)[ií][aeęąi]?[ns]?',
  '(?:ele[ck]tro|elettro|écho|echo|eco|angio|mammo|mamo|iono|hemo|hémo|emo|myélo|mielo|prote[iy]no)[a-zäéàíó]{0,10}gram(?:m[aei]?|a|as|ów|y|en)?s?',
  '[a-zäéíóô]{2,}(?:neuro|enzephalo|encephalo|encéphalo|encefalo|myo|mio|kardiomyo|cardiomyo|cardiomio|nephro|nefro|retino|arthro|artro|hepato|epato|poly|poli|entero|osteo|lympho|linf|adeno)pat(?:h)?[ií][aeęąi]?[ns]?',
  '(?:neuro|enzephalo|encephalo|encéphalo|encefalo|myo|mio|nephro|nefro|retino|arthro|artro|hepato|epato|polyneuro|polineuro|lymphadeno|linfadeno|adeno)pat(?:h)?[ií][aeęąi]?[ns]?',
  '[a-zäéó]{3,}stenos(?:en?|is|i)',
  '[a-zäéó]{3,}sten(?:oza|ozy|ozę)',
  '[a-zäéó]{3,}hypertroph(?:ie|y)',
  '(?:h|i)[iy]pertrof[iì]a',
  '[a-zäéó]{2,}stenose',
  'trombembol[ií][aeo]?',
  'thrombembolie',
  '[a-z]{0,10}tromboembol(?:ismo|ia|ii|ię)',
  '[a-z]{0,6}emboli(?:e|a|en|i)',
].join('|')

/** German and Dutch join words: the last one tells what kind of thing it is. */
const COMPOUND_HEADS = [
  'stenosen?',
  'insuffizienz',
  'fraktur(?:en)?',
  'distorsion(?:en)?',
  'ruptur(?:en)?',
  'blutung(?:en)?',
  'entzündung(?:en)?',
  'schmerz(?:en)?',
  'erkrankung(?:en)?',
  'beschwerden',
  'dyspnoe',
  'therapie',
  'medikation',
  'diagnosen?',
  'zysten?',
  'katheters?',
  'arterien?',
  'ontsteking(?:en)?',
  'kweek',
  'kweken',
  'remmers?',
  'fractuur',
  'fracturen',
  'stoornis(?:sen)?',
  'ziekte',
  'insufficiëntie',
  'hypertensie',
  'bloeding(?:en)?',
  'infecties?',
  'punctie',
  'slijmvlies',
].join('|')

/** Shorter words with such an ending are too often something else. */
const SHORTEST = 8

const ENDING = new RegExp(`(?:${DRUG_STEMS}|${COMBINING_FORMS})$`, 'u')
const HEAD = new RegExp(`\\p{L}{4}(?:${COMPOUND_HEADS})$`, 'u')

/** "ustekinumab", "nephrolithotomy", "kolonoskopia": by its making, in small letters. Texts repeat their words, and the expressions are long. */
export const hasMedicalEnding = remembered((lower) => lower.length >= SHORTEST && ENDING.test(lower))

/** "Nierenarterienstenose", "luchtweginfectie". It tells what a text is about, and not that nobody is called so: Goldschmerz is somebody. */
export const hasMedicalHead = remembered((lower) => lower.length >= SHORTEST && HEAD.test(lower))

/** The same and more of English; shorter and laxer, for long words that no list of names has. */
export const CLINICAL_ENDING =
  /(?:itis|osis|oses|emia|aemia|ectomy|otomy|ostomy|oscopy|ology|ologist|ological|opathy|pathic|algia|uria|plasty|graphy|gram|grams|penia|rrhea|rrhage|rrhagic|megaly|plegia|paresis|phasia|phagia|pnea|trophy|trophic|sclerosis|stenosis|oma|omas|omatous|cele|cyte|cytes|cytosis|genic|genesis|lysis|lytic|azole|azine|azepam|cillin|mycin|micin|floxacin|cycline|sartan|olol|pril|statin|dipine|prazole|tidine|setron|triptan|gliptin|gliflozin|glutide|mab|mabs|tinib|ciclib|parib|vir|virine|oxetine|triptyline|idone|apine|barbital|caine|curium|fentanil|codone|morphone|parin|xaban|gatran|grel|plase|sone|solone|lone|onide|terol|tropium|lukast|phylline|semide|thiazide|actone|formin|glitazone|glinide|dronate|calcitol|thyroxine|amide|amine|idine|ium|ase|ose|oid|oids|ical|ially|ization|isation|ability|ibility|ness|nesses|ments|ation|ations|iert|ierte|ierung|ierungen|ungen|heiten|keiten|schaften)$/u

/** Endings of technical words in the other languages: "Appendektomie", "dermatoscopia", "hypokinésie", "rewaskularyzacja". */
export const TECHNICAL_ENDING =
  /(?:insuf+i[cz]ien(?:z|zen|za|cia|cy|tie)|stenosen?|zirrhosen?|[ek]tomi[eaę]n?|ectom[ií]as?|tom[ií]as?|stom[ií]as?|s[kc]opi[eaę]n?|scop[ií]as?|pathien?|pat[ií]as?|patie|al[gx]ien?|algias?|ämien?|[eé]mies?|emias?|kin[eé]sies?|cin[eé]sias?|urien?|urias?|graphien?|graf[ií]as?|grafie|grafi[aęi]|pl[eé]g[ií][ea]s?|trophien?|trof[ií]as?|plastik(?:en)?|plastias?|megalien?|gramm[ea]?|them|erythem|gene?se|log(?:ie|ia|ía)s?|isch(?:e[nrms]?)?|yzacj[aięą]|acj[aięą]|owani[eau]|ości?|heid|mente|azion[ei]|ización|ação|ações|ciones|ción|ité|idad|idade|ità|izarea?)$/u
