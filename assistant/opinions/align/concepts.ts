/**
 * Words of clinic and court that mean the same, one line a meaning; after the bar those that mean its opposite. An underscore joins
 * the words of a phrase. Forms of a word (granted, granting) need no line of their own.
 */
const ROWS = `
grant permit allow approve accept uphold | refuse deny reject decline turned_down turn_down disallow
permission leave
valid effective binding enforceable | invalid void ineffective
in_time on_time timely within_time | late out_of_time overdue expired lapsed
continue keep maintain carry_on | stop discontinue cease withhold withdraw
start begin began commence initiate | end finish terminate break broke broken lapse
renew extend | lapse
increase raise rise rose higher upward elevate | decrease lower reduce fall fell drop decline downward
high elevated above_normal | low below_normal
before prior_to earlier_than | after following later_than
left | right
positive detected | negative
present has_a_history | absent
benign harmless | malignant malignancy cancerous cancer
normal | abnormal
stable unchanged | unstable
improve better recover | worsen worse deteriorate
safe | unsafe dangerous
indicated | contraindicated
conditional condition | unconditional
paid settled | owe owing unpaid arrears outstanding
include | exclude
liable responsible | immune
inside within | outside fall_outside falls_outside
admit | deny
guilty | innocent acquit
win succeed | lose fail
more greater | less fewer
alive | dead died
reliable credible rely | unreliable
all every each | some few
only solely | any either anyone
lawful legal | unlawful illegal
resign | dismiss sack
fault blame
sign execute
tenant lessee
landlord lessor
agreement contract
immediate forthwith
vacate move_out moved_out
premises shop
return repay paid_back pay_back
revoke withdraw
receive reach
post sent send
buyer purchaser
seller vendor
claimant plaintiff
damages compensation
proceeding lawsuit
oedema swelling
breathlessness breathless dyspnoea dyspnea shortness_of_breath
hypertension high_blood_pressure
fever pyrexia febrile
haemoglobin hb
ejection_fraction lvef
infarction heart_attack
operation operative surgery surgical
kidney renal
liver hepatic
heart cardiac
lung pulmonary
cause explained_by due_to
weigh weight
tumour neoplasm
metastasis metastases metastatic
bleed haemorrhage
allergic allergy
give_up gave_up quit
daily a_day per_day
discharge left_hospital
drug medicine medication
remove excise
must shall required
deem count_as counts_as treat_as treated_as regard
request ask_for asked_for asks_for
` as const

export type Meaning = { readonly name: string; readonly sign: 1 | -1; readonly hasOpposite: boolean }

/** What each word or phrase of the list means: one may stand in several lines. Phrases have their words apart by one space. */
export const MEANINGS: readonly (readonly [words: string, Meaning])[] = ROWS.trim()
  .split('\n')
  .flatMap((line, index) => {
    const [same = '', opposite] = line.split('|').map((side) => side.trim())
    const meant = (words: string, sign: 1 | -1): readonly (readonly [string, Meaning])[] =>
      words
        .split(' ')
        .map((word) => [
          word.replaceAll('_', ' '),
          { name: `meaning ${index}`, sign, hasOpposite: opposite !== undefined },
        ])
    return [...meant(same, 1), ...(opposite === undefined ? [] : meant(opposite, -1))]
  })
