import { oc } from '@orpc/contract'
import * as z from 'zod'
import { errors } from './errors.ts'
import { AnswerSettings, Optimisation, OptimiseSettings } from './optimisation.ts'

const base = oc.errors(errors)
const inPlace = z.object({ matter: z.string().nullable() })
const one = inPlace.extend({ optimisation: z.string() })

export const optimisationProcedures = {
  /** Of a matter, or (null) of none; newest first. */
  list: base.input(inPlace).output(z.array(Optimisation)),
  /**
   * Looks for better settings on a question set, named by its id or, of no matter, by its folder. It goes on in the engine.
   * What the same set, model and sample were measured with before is not measured again. `report`: a folder to which each
   * answer is written, and (`resume`) from which earlier ones are taken.
   */
  start: base
    .input(
      inPlace.extend({
        set: z.string().nullable().default(null),
        folder: z.string().nullable().default(null),
        settings: OptimiseSettings,
        report: z.string().nullable().default(null),
        resume: z.boolean().default(false),
      }),
    )
    .output(Optimisation),
  /** What was measured is kept. */
  stop: base.input(one).output(z.void()),
  /** Answers of its model are made by the best settings from now on, also where they were not shown to be better. */
  keep: base.input(one).output(z.void()),
  /** Answers of a model are made as usual again. */
  reset: base.input(z.object({ sha256: z.string() })).output(z.void()),
  /** By which settings answers of a model are made; null: the usual ones. */
  kept: base.input(z.object({ sha256: z.string() })).output(AnswerSettings.nullable()),
}
