import type { Router } from '@orpc/server'
import type { contract } from '../../contract/index.ts'
import { answerRouter } from './answer-router.ts'
import { applicationRouter } from './application-router.ts'
import { api, type WithAssistant } from './contract-base.ts'
import { cardRouter } from './card-router.ts'
import { factRouter } from './fact-router.ts'
import { calculatorRouter } from './calculator-router.ts'
import { evaluationRouter } from './evaluation-router.ts'
import { homeRouter } from './home-router.ts'
import { jobRouter } from './job-router.ts'
import { ledgerRouter } from './ledger-router.ts'
import { libraryRouter } from './library-router.ts'
import { matterRouter } from './matter-router.ts'
import { modelRouter } from './model-router.ts'
import { opinionRouter } from './opinion-router.ts'
import { optimisationRouter } from './optimisation-router.ts'
import { packRouter } from './pack-router.ts'
import { packetRouter } from './packet-router.ts'
import { providerRouter } from './provider-router.ts'
import { referenceRouter } from './reference-router.ts'
import { routingRouter } from './routing-router.ts'
import { ruleRouter } from './rule-router.ts'
import { sheetRouter } from './sheet-router.ts'
import { surveyRouter } from './survey-router.ts'
import { termRouter } from './term-router.ts'
import { watchRouter } from './watch-router.ts'

/** The contract, implemented. Every host serves this one. Its type is named for the reason of `Api`. */
export const router: Router<typeof contract, WithAssistant> = api.router({
  application: applicationRouter,
  home: homeRouter,
  matter: matterRouter,
  library: libraryRouter,
  job: jobRouter,
  watch: watchRouter,
  answer: answerRouter,
  model: modelRouter,
  reference: referenceRouter,
  evaluation: evaluationRouter,
  optimisation: optimisationRouter,
  card: cardRouter,
  survey: surveyRouter,
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
})
