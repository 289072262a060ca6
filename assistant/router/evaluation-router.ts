import { evaluate } from '../evaluation/evaluate.ts'
import { api, guarded, signalOr } from './contract-base.ts'

export const evaluationRouter = {
  run: api.evaluation.run.handler(({ input, context: { assistant }, signal }) =>
    guarded(assistant, evaluate(input, assistant, signalOr(signal))),
  ),
}
