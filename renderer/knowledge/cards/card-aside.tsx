import type { Card, CardTest, Correction } from '../../../contract/knowledge/card.ts'
import { PlaceLink } from '../../frame/place-link.tsx'
import { AsideColumn } from '../../viewer/aside-column.tsx'
import { ViewerBar } from '../../viewer/viewer-bar.tsx'
import { formatDate } from '../../../wording/format-time.ts'
import { modelName } from '../../../wording/model-name.ts'
import { t } from '../../../wording/translate.ts'
import { signedWords } from '../approve-by-name.tsx'
import { writtenWords } from './card-words.ts'
import type { CardWork, Testing } from './use-shown-card.ts'

type Props = {
  readonly work: CardWork | null
  readonly testing: Testing
  /** As a sheet, where the window is narrow. */
  readonly isOpened: boolean
  readonly onClose: () => void
}

/** Right of a card: what it has done, how it was tested, where it came from. */
export function CardAside({ work, testing, isOpened, onClose }: Props) {
  const card = work?.card
  return (
    <AsideColumn label={t('knowledge.record.label')} isPlain isWide isOpened={isOpened} focusKey="" onClose={onClose}>
      {isOpened ? (
        <ViewerBar title={t('knowledge.record.title')} onClose={onClose} />
      ) : (
        <div className="bar">
          <h2>{t('knowledge.record.title')}</h2>
        </div>
      )}
      {work && card ? (
        <div className="stack-5 inset-4" data-testid="record">
          <div className="stack-3 thirds">
            <Count value={card.helped} words={t('knowledge.record.helped')} />
            <Count value={card.hurt} words={t('knowledge.record.hurt')} />
            <Count value={card.retrieved} words={t('knowledge.record.given')} />
          </div>
          <section className="rule-top" aria-labelledby="card-tests">
            <h3 className="h" id="card-tests">
              {t('knowledge.record.tests')}
            </h3>
            <CardTests card={card} answers={testing.card === card.card ? testing.answers : []} />
          </section>
          <Origin card={card} correction={work.correction} />
          <p className="small soft">{t('knowledge.record.harm')}</p>
        </div>
      ) : (
        <p className="soft inset-4">{t('knowledge.record.choose')}</p>
      )}
    </AsideColumn>
  )
}

function Count({ value, words }: { readonly value: number; readonly words: string }) {
  return (
    <div>
      <p className="figure">{value}</p>
      <p className="small soft">{words}</p>
    </div>
  )
}

function Origin({ card, correction }: Pick<CardWork, 'card' | 'correction'>) {
  const { mistake, student, approvedBy, approvedOn, version, changedAt } = card
  return (
    <section aria-labelledby="card-origin">
      <h3 className="h" id="card-origin">
        {t('knowledge.record.origin')}
      </h3>
      <dl className="kv">
        {correction ? <CorrectionRow correction={correction} matter={card.origin.matter} /> : null}
        <dt>{t('knowledge.record.mistake')}</dt>
        <dd>{t(`knowledge.lessons.mistakes.${mistake}`)}</dd>
        {student ? (
          <>
            <dt>{t('knowledge.record.student')}</dt>
            <dd>{modelName(student.id)}</dd>
          </>
        ) : null}
        <dt>{t('knowledge.record.writtenBy')}</dt>
        <dd>{writtenWords(card)}</dd>
        {approvedBy ? (
          <>
            <dt>{t('knowledge.record.approved')}</dt>
            <dd>{signedWords(approvedBy, approvedOn)}</dd>
          </>
        ) : null}
        <dt>{t('knowledge.record.version')}</dt>
        <dd>{t('knowledge.record.versionSince', { version, date: formatDate(changedAt) })}</dd>
      </dl>
    </section>
  )
}

type CorrectionRowProps = { readonly correction: Correction; readonly matter: string | null }

/** What was right, in the words of who said so, with the way to the answer that was wrong. */
function CorrectionRow({ correction: { answerId, createdAt, expected, from }, matter }: CorrectionRowProps) {
  return (
    <>
      <dt>{t('knowledge.record.correction')}</dt>
      <dd data-testid="correction">
        <p className="read">{expected}</p>
        {from === 'user' ? (
          <p className="small soft">{t('knowledge.record.correctedOn', { date: formatDate(createdAt) })}</p>
        ) : null}
        {answerId === null ? null : (
          <PlaceLink className="small" to={{ name: 'ask', matter, answer: answerId }}>
            {t('knowledge.record.openAnswer')}
          </PlaceLink>
        )}
      </dd>
    </>
  )
}

type CardTestsProps = { readonly card: Card; readonly answers: Testing['answers'] }

/** What the tests of a card came to, a line each; below, what the model wrote in the one that was just run. */
function CardTests({ card: { test }, answers }: CardTestsProps) {
  if (!test) return <p className="small soft">{t('knowledge.tests.none')}</p>
  const { lint, remarks } = test
  return (
    <>
      <table className="calc">
        <caption className="visually-hidden">{t('knowledge.tests.label')}</caption>
        <tbody>
          <QuestionRow question={test.question} isTried={lint.length === 0} />
          <RegressionRow regression={test.regression} isTried={lint.length === 0} />
          <Row
            name={t('knowledge.tests.checks')}
            words={lint.length === 0 ? t('knowledge.tests.checksPassed') : lint.join(' ')}
            result={t(lint.length === 0 ? 'knowledge.tests.passes' : 'knowledge.tests.fails')}
            isGood={lint.length === 0}
          />
        </tbody>
      </table>
      {remarks.map((remark) => (
        <p key={remark} className="small warn above-2">
          {remark}
        </p>
      ))}
      {answers.map((one) => (
        <p key={String(one.withCard)} className="small soft above-2">
          {t(answerKey(one), { answer: one.answer || t('knowledge.tests.noAnswer') })}
        </p>
      ))}
    </>
  )
}

function answerKey({ withCard, isRight }: Testing['answers'][number]) {
  if (withCard) return isRight ? 'knowledge.tests.withRight' : 'knowledge.tests.withWrong'
  return isRight ? 'knowledge.tests.withoutRight' : 'knowledge.tests.withoutWrong'
}

type QuestionProps = Pick<CardTest, 'question'> & { readonly isTried: boolean }

function QuestionRow({ question, isTried }: QuestionProps) {
  const name = t('knowledge.tests.question')
  const unknown = { name, result: t('knowledge.tests.unknown'), isGood: null }
  if (!isTried) return <Row {...unknown} words={t('knowledge.tests.notRun')} />
  if (!question) return <Row {...unknown} words={t('knowledge.tests.fromNone')} />
  const { rightBefore, rightAfter } = question
  const isCorrected = !rightBefore && rightAfter
  const outcome = `${rightBefore ? 'right' : 'wrong'}-${rightAfter ? 'right' : 'wrong'}` as const
  return (
    <Row
      name={name}
      words={t(`knowledge.tests.outcome.${outcome}`)}
      result={t(isCorrected ? 'knowledge.tests.corrected' : 'knowledge.tests.notCorrected')}
      isGood={isCorrected}
    />
  )
}

type RegressionProps = Pick<CardTest, 'regression'> & { readonly isTried: boolean }

function RegressionRow({ regression, isTried }: RegressionProps) {
  const { questions, asked, rightBefore: before, rightAfter: after, broken } = regression
  if (!isTried)
    return (
      <Row
        name={t('knowledge.tests.others')}
        words={t('knowledge.tests.notRun')}
        result={t('knowledge.tests.unknown')}
        isGood={null}
      />
    )
  const isGood = broken.length === 0 && after >= before
  return (
    <Row
      name={t('knowledge.tests.othersCount', { count: questions })}
      words={asked === 0 ? t('knowledge.tests.noneAffected') : t('knowledge.tests.affected', { asked, before, after })}
      result={t(isGood ? 'knowledge.tests.notWorse' : 'knowledge.tests.worse')}
      isGood={isGood}
    />
  )
}

type RowProps = {
  readonly name: string
  readonly words: string
  readonly result: string
  /** Null: nothing is known. */
  readonly isGood: boolean | null
}

function Row({ name, words, result, isGood }: RowProps) {
  const look = isGood === null ? 'muted' : isGood ? 'ok' : 'bad'
  return (
    <tr>
      <th scope="row">
        {name}
        <small>{words}</small>
      </th>
      <td className={`n ${look}`}>{isGood === null ? result : <b>{result}</b>}</td>
    </tr>
  )
}
