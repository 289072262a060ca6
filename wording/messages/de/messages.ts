import type { Translation } from '../../translate.ts'
import { ANSWERS } from './answers.ts'
import { ASK } from './ask.ts'
import { CALENDAR } from './calendar.ts'
import { COMPARISON } from './comparison.ts'
import { CONFERENCE } from './conference.ts'
import { DRAFT_CHECK } from './draft-check.ts'
import { DRAFTS } from './drafts.ts'
import { EVALUATION } from './evaluation.ts'
import { FACTS } from './facts.ts'
import { FAILURES } from './failures.ts'
import { FRAME } from './frame.ts'
import { GATE } from './gate.ts'
import { HIGHLIGHTS } from './highlights.ts'
import { KNOWLEDGE } from './knowledge.ts'
import { LANGUAGE } from './language.ts'
import { LEDGER } from './ledger.ts'
import { LIBRARY } from './library.ts'
import { MATTERS } from './matters.ts'
import { MODELS } from './models.ts'
import { OPINIONS } from './opinions.ts'
import { OPTIMISATION } from './optimisation.ts'
import { OUTGOING } from './outgoing.ts'
import { PAPER } from './paper.ts'
import { PROOF } from './proof.ts'
import { QUANTITIES } from './quantities.ts'
import { READING } from './reading.ts'
import { REASONING } from './reasoning.ts'
import { REFERENCES } from './references.ts'
import { REPORT } from './report.ts'
import { RULES } from './rules.ts'
import { SECOND_LOOK } from './second-look.ts'
import { SETTINGS } from './settings.ts'
import { SHEETS } from './sheets.ts'
import { START } from './start.ts'
import { SURVEYS } from './surveys.ts'
import { UNREAD } from './unread.ts'
import { VERDICTS } from './verdicts.ts'
import { VERIFICATION } from './verification.ts'
import { VIEWER } from './viewer.ts'
import { WINDOW } from './window.ts'

/** All texts of the window in German. */
export const MESSAGES: Translation = {
  answers: ANSWERS,
  ask: ASK,
  calendar: CALENDAR,
  comparison: COMPARISON,
  conference: CONFERENCE,
  draftCheck: DRAFT_CHECK,
  drafts: DRAFTS,
  evaluation: EVALUATION,
  facts: FACTS,
  failures: FAILURES,
  frame: FRAME,
  gate: GATE,
  highlights: HIGHLIGHTS,
  knowledge: KNOWLEDGE,
  language: LANGUAGE,
  ledger: LEDGER,
  library: LIBRARY,
  matters: MATTERS,
  models: MODELS,
  opinions: OPINIONS,
  optimisation: OPTIMISATION,
  outgoing: OUTGOING,
  paper: PAPER,
  proof: PROOF,
  quantities: QUANTITIES,
  reading: READING,
  reasoning: REASONING,
  references: REFERENCES,
  report: REPORT,
  rules: RULES,
  secondLook: SECOND_LOOK,
  settings: SETTINGS,
  sheets: SHEETS,
  start: START,
  surveys: SURVEYS,
  unread: UNREAD,
  verdicts: VERDICTS,
  verification: VERIFICATION,
  viewer: VIEWER,
  window: WINDOW,
}
