import type { Certainty, MissingInput, Proof } from '../../contract/knowledge/proof.ts'
import { Glyph } from '../parts/glyph.tsx'
import { MissingQuestion } from './missing-question.tsx'
import type { ProofTools } from './proof-tools.ts'
import { ProofTree } from './proof-tree.tsx'
import { t } from '../../wording/translate.ts'

/** Of a conclusion, what its reasons need. */
export type Reasoned = { readonly holds: Certainty; readonly proof: Proof; readonly missing: readonly MissingInput[] }

type Props = { readonly conclusion: Reasoned; readonly tools: ProofTools }

/** What is missing, asked first; then the proof; then whether anybody has reviewed the rules. */
export function ConclusionReasons({ conclusion, tools }: Props) {
  const { holds, proof, missing } = conclusion
  const asked = holds === 'unknown' && tools.onAnswer ? firstQuestions(missing) : []
  return (
    <div>
      {asked.length > 0 ? (
        <div className="stack-2 below-3">
          {asked.map((input) => (
            <MissingQuestion key={input.question} input={input} tools={tools} />
          ))}
          {missing.length > asked.length ? (
            <p className="small soft">{t('proof.conclusions.moreAsked', { count: missing.length - asked.length })}</p>
          ) : null}
        </div>
      ) : null}
      <ProofTree proof={proof} tools={{ ...tools, asked: new Set(asked.map(({ question }) => question)) }} />
      {isReviewed(conclusion) ? null : (
        <p className="small warn above-2">
          <Glyph shape="caution" /> {t('proof.conclusions.sampleOne')}
        </p>
      )}
    </div>
  )
}

const QUESTIONS_AT_MOST = 4

/** What is asked for above the proof: what can settle the conclusion by itself, or where nothing can, all of it. */
function firstQuestions(missing: readonly MissingInput[]): readonly MissingInput[] {
  const deciding = missing.filter(({ decides }) => decides)
  return (deciding.length > 0 ? deciding : missing).slice(0, QUESTIONS_AT_MOST)
}

/** Whether all packs whose rules it rests on have been reviewed. */
export function isReviewed({ proof }: Pick<Reasoned, 'proof'>): boolean {
  return proof.grounds.every(({ reviewed }) => reviewed)
}
