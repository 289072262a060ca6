import type { Router } from '@orpc/server'
import type { contract } from '../../contract/index.ts'
import { answerRouter, routingRouter } from './answer-router.ts'
import { applicationRouter, homeRouter, updateRouter } from './application-router.ts'
import { api, type WithAssistant } from './contract-base.ts'
import { cardRouter } from './card-router.ts'
import { comparisonRouter, draftRouter } from './draft-router.ts'
import { factRouter } from './fact-router.ts'
import { calculatorRouter, ruleRouter, sheetRouter } from './rule-router.ts'
import { evaluationRouter, optimisationRouter } from './evaluation-router.ts'
import { highlightRouter } from './highlight-router.ts'
import { jobRouter, watchRouter } from './reading-router.ts'
import { ledgerRouter, matterRouter } from './matter-router.ts'
import { libraryRouter, referenceRouter } from './library-router.ts'
import { modelRouter } from './model-router.ts'
import { opinionRouter } from './opinion-router.ts'
import { packRouter } from './pack-router.ts'
import { packetRouter, providerRouter, termRouter } from './packet-router.ts'
import { surveyRouter } from './survey-router.ts'

/** The contract, implemented. Every host serves this one. Its type is named for the reason of `Api`. */
export const router: Router<typeof contract, WithAssistant> = api.router({
  application: applicationRouter,
  home: homeRouter,
  matter: matterRouter,
  library: libraryRouter,
  highlight: highlightRouter,
  draft: draftRouter,
  job: jobRouter,
  watch: watchRouter,
  answer: answerRouter,
  model: modelRouter,
  reference: referenceRouter,
  evaluation: evaluationRouter,
  optimisation: optimisationRouter,
  card: cardRouter,
  survey: surveyRouter,
  comparison: comparisonRouter,
  fact: factRouter,
  rule: ruleRouter,
  calculator: calculatorRouter,
  sheet: sheetRouter,
  pack: packRouter,
  packet: packetRouter,
  term: termRouter,
  opinion: opinionRouter,
  routing: routingRouter,
  provider: providerRouter,
  ledger: ledgerRouter,
  update: updateRouter,
})
