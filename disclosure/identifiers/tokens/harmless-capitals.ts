import { monthsOf, weekdaysOf } from '../../../text/calendar-words.ts'
import type { Language } from '../../words/open-word-lists.ts'
import { wordSet } from './word-at.ts'

/** Words of laws and courts that stand capitalised: authorities, not parties. */
export const LEGAL_WORDS = wordSet(`
  lanham sarbanes oxley steagall daubert giglio lodestar bivens escobedo twombly iqbal celotex
  hipaa gdpr ccpa ferpa osha erisa fmla ada adea rico tila respa fcra fdcpa ucc uniform restatement incoterms hague geneva
  article articles section sections clause act acts statute statutes code codes rule rules regulation regulations directive bgb zpo
  stgb stpo hgb gmbhg aktg gg sgb vwgo estg ustg bdsg tkg code civil pénal travail código penal civil constitución constitution
  amendment congress senate parliament house bundestag bundesrat bundesgerichtshof bgh bverfg bag bsg bfh olg landgericht amtsgericht
  arbeitsgericht cassation conseil état cour tribunal audiencia juzgado supremo constitucional plaintiff defendant appellant appellee
  petitioner respondent claimant tenant landlord lessor lessee licensor licensee agreement contract exhibit schedule annex appendix
  party parties recitals whereas witnesseth hereby company customer supplier vendor purchaser seller buyer borrower lender guarantor
  effective date term services confidential information receiving disclosing recipient discloser representative representatives`)

/** Common capitalised words that no ordinary-word list has in small letters. */
export const COMMON_CAPITALS: ReadonlySet<string> = new Set([
  // Of English alone: Maja, Julio and Augustus are first names.
  ...monthsOf('en'),
  ...weekdaysOf('en'),
  ...wordSet(`
  i ok tv dvd cd pc usa us uk eu who cdc fda nih nhs icu er ed or ent ob gyn ekg ecg eeg emg mri ct pet cta mra ivp hiv aids
  hpv hbv hcv rsv mrsa vre copd chf cad cabg pci dvt pe uti tia cva afib ckd esrd aki gerd ibs ibd dm htn hld bmi bp hr rr spo temp
  wbc rbc hgb hct plt bun inr ptt tsh psa ldl hdl cbc cmp bmp lft abg csf prn bid tid qid qd qhs po iv im sc sl npo dnr dni ama
  pt pts hx dx rx tx sx fx pmh psh fh sh ros heent perrla eomi cta rrr nad wnl nkda c/o s/p md rn np pa phd jd llm esq mba bsc msc
  god christian christmas easter internet windows email e-mail website online bot user sir madam mom dad mum grandma grandpa lord lady
  covid corona sars fig figure table tab no nos nr vol pp ed eds p id ibid supra infra viz
  north south east west northern southern eastern western nord süd ost norte sur este oeste sud est ouest
  jesus christ allah buddha bible koran torah`),
])

/** Pronouns that are capitalised for politeness; in other languages people are called Sie, Lei and Pan. */
export const POLITE_PRONOUNS: Readonly<Partial<Record<Language, ReadonlySet<string>>>> = {
  de: wordSet(
    `sie ihr ihre ihrem ihren ihrer ihres ihnen du dich dir dein deine deinem deinen deiner deines euch euer eure eurem euren eurer`,
  ),
  es: wordSet('usted ustedes ud uds vd vds'),
  fr: wordSet('vous votre vos'),
  it: wordSet('lei la le suo sua suoi loro voi vi vostro vostra vostri vostre'),
  nl: wordSet('u uw'),
  pl: wordSet(`pan pana panu panem panie pani panią panowie panów panom paniom państwo państwa państwu państwem pański pańska pańskie
    pańskiego pańskiej pańskim pańską`),
  pt: wordSet('vossa exa exas vexa'),
}

/** Those that are a first name as well, by the words behind which they are none in any language: "le Sue condizioni", "Vossa Exa". */
export const PRONOUNS_BEHIND: readonly {
  readonly pronouns: ReadonlySet<string>
  readonly behind: ReadonlySet<string>
}[] = [
  { pronouns: wordSet('sue'), behind: wordSet('le alle delle dalle nelle sulle colle tutte queste quelle') },
  { pronouns: wordSet('exa exas'), behind: wordSet('vossa vossas sua suas') },
]
