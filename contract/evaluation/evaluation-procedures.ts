import { eventIterator, oc } from '@orpc/contract'
import * as z from 'zod'
import { OpinionAgreement } from './agreement.ts'
import { Calibrated, CalibrationSummary } from '../answers/confidence.ts'
import { errors } from '../errors.ts'
import {
  EvaluationEvent,
  EvaluationInput,
  EvaluationRun,
  ProposedQuestionEvent,
  QuestionSet,
  RunComparison,
  RunRow,
  RunSettings,
  SetQuestion,
} from './evaluation.ts'
import { EscalationCurve } from '../answers/routing.ts'

const base = oc.errors(errors)
/** Null: sets and runs that belong to no matter. */
const inPlace = z.object({ matter: z.string().nullable() })
const ofSet = inPlace.extend({ set: z.string() })
const ofRun = inPlace.extend({ run: z.string() })

export const evaluationProcedures = {
  /** Measures on a folder of documents and questions, in a matter of its own that is deleted at the end. */
  run: base.input(EvaluationInput).output(eventIterator(EvaluationEvent)),
  /** Those of the matter, then those that belong to none. */
  sets: base.input(inPlace).output(z.array(QuestionSet)),
  questions: base.input(ofSet).output(z.array(SetQuestion)),
  /**
   * Takes questions in: a folder with `docs/` (kept with the application; the documents stay where they are), or a file
   * (JSONL, CSV, PubMedQA's JSON), which is kept encrypted in the matter, for it may hold the matter's words.
   */
  importSet: base.input(inPlace.extend({ path: z.string().min(1).max(4096) })).output(QuestionSet),
  /** The same by its bytes, for a browser, which knows no paths. */
  importFile: base.input(inPlace.extend({ file: z.file().max(64 * 2 ** 20) })).output(QuestionSet),
  createSet: base.input(z.object({ matter: z.string(), name: z.string().trim().min(1).max(120) })).output(QuestionSet),
  deleteSet: base.input(ofSet).output(z.void()),
  /** Adds a question or changes the one of the same id, and accepts it. Refused (WRONG_USE) for a gold span outside its document. */
  saveQuestion: base.input(ofSet.extend({ question: SetQuestion })).output(SetQuestion),
  deleteQuestion: base.input(ofSet.extend({ id: z.string() })).output(z.void()),
  /** Questions made from the passages of the matter, each with its gold span; they wait for a yes. An abort keeps them. */
  propose: base
    .input(z.object({ matter: z.string(), set: z.string(), count: z.number().int().min(1).max(200) }))
    .output(eventIterator(ProposedQuestionEvent)),
  /** Newest first. */
  runs: base.input(inPlace).output(z.array(EvaluationRun)),
  /** How far the run is that goes on now, of whatever matter; null where none does. */
  going: base.output(z.object({ done: z.number().int(), of: z.number().int() }).nullable()),
  rows: base.input(ofRun).output(z.array(RunRow)),
  /** One run for each of the settings, one after the other; they go on in the engine. */
  start: base.input(ofSet.extend({ settings: z.array(RunSettings).min(1).max(8) })).output(z.array(EvaluationRun)),
  /** What was answered is kept. */
  stop: base.input(ofRun).output(z.void()),
  /** Goes on where it stopped. */
  resume: base.input(ofRun).output(z.void()),
  deleteRun: base.input(ofRun).output(z.void()),
  /** `before` and `after` are runs of the same place. */
  compare: base.input(inPlace.extend({ before: z.string(), after: z.string() })).output(RunComparison),
  export: base
    .input(ofRun.extend({ against: z.string().nullable().default(null), format: z.enum(['html', 'jsonl', 'csv']) }))
    .output(z.object({ file: z.file() })),
  /** Calibrates the model of a run on its answers, and the gate of its cards. Refused (WRONG_USE) where they are too few. */
  calibrate: base.input(ofRun).output(Calibrated),
  calibrations: base.output(z.array(CalibrationSummary)),
  /** Of blind second opinions with this computer, over one matter or (null) all that are not archived. */
  agreement: base.input(inPlace).output(OpinionAgreement),
  /**
   * What the router would have been worth on a run. The second opinion is another run of the same place, as often right as `rate` says,
   * or as often as it was in what the user decided (of the place; null: of all matters). Throws `WRONG_USE` where too few are decided.
   */
  escalation: base
    .input(
      ofRun.extend({
        second: z.union([
          z.object({ run: z.string() }),
          z.object({ rate: z.number().min(0).max(1) }),
          z.object({ decided: z.literal(true) }),
        ]),
      }),
    )
    .output(EscalationCurve),
  forgetCalibration: base.input(z.object({ sha256: z.string() })).output(z.void()),
}
