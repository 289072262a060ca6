import type { Card, CardTest } from '../../../contract/knowledge/card.ts'
import { AsideColumn } from '../../parts/aside-column.tsx'
import { HashText } from '../../parts/hash-text.tsx'
import { ViewerBar } from '../../viewer/viewer-bar.tsx'
import { formatDate } from '../../../wording/format-time.ts'
import { MISTAKES, originWords } from './card-words.ts'
import type { Testing } from './use-shown-card.ts'

type Props = {
  readonly card: Card | null
  readonly testing: Testing
  /** As a sheet, where the window is narrow. */
  readonly isOpened: boolean
  readonly onClose: () => void
}

/** Right of a card: what it has done, how it was tested, where it came from. */
export function CardAside({ card, testing, isOpened, onClose }: Props) {
  return (
    <AsideColumn label="Record of the card" isPlain isWide isOpened={isOpened} focusKey="" onClose={onClose}>
      {isOpened ? (
        <ViewerBar title="Does it help?" onClose={onClose} />
      ) : (
        <div className="bar">
          <h2>Does it help?</h2>
        </div>
      )}
      {card ? (
        <div className="stack-5 inset-4" data-testid="record">
          <div className="stack-3 thirds">
            <Count value={card.helped} words="helped: wrong became right" />
            <Count value={card.hurt} words="hurt: right became wrong" />
            <Count value={card.retrieved} words="times given to the model" />
          </div>
          <section className="rule-top" aria-labelledby="card-tests">
            <h3 className="h" id="card-tests">
              Tests before approval
            </h3>
            <CardTests card={card} answers={testing.card === card.card ? testing.answers : []} />
          </section>
          <Origin card={card} />
          <p className="small soft">Harm is counted for ever. A card that hurts goes back to draft by itself.</p>
        </div>
      ) : (
        <p className="soft inset-4">Choose a card to see here what it has done.</p>
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

function Origin({ card }: { readonly card: Card }) {
  const { mistake, student, teacher, approvedBy, approvedOn, version, changedAt } = card
  return (
    <section aria-labelledby="card-origin">
      <h3 className="h" id="card-origin">
        Where it came from
      </h3>
      <dl className="kv">
        <dt>Mistake</dt>
        <dd>{MISTAKES[mistake]}</dd>
        {student ? (
          <>
            <dt>Student</dt>
            <dd>
              {student.id} <HashText hash={student.sha256} />
            </dd>
          </>
        ) : null}
        <dt>Written by</dt>
        <dd>
          {teacher}, {originWords(card)}
        </dd>
        {approvedBy ? (
          <>
            <dt>Approved</dt>
            <dd>
              {approvedBy}
              {approvedOn ? `, ${formatDate(approvedOn)}` : ''}
            </dd>
          </>
        ) : null}
        <dt>Version</dt>
        <dd>
          {version}, since {formatDate(changedAt)}
        </dd>
      </dl>
    </section>
  )
}

type CardTestsProps = { readonly card: Card; readonly answers: Testing['answers'] }

/** What the tests of a card came to, a line each; below, what the model wrote in the one that was just run. */
function CardTests({ card: { test }, answers }: CardTestsProps) {
  if (!test) return <p className="small soft">This text has not been tested. It can be approved once its tests pass.</p>
  const { lint, remarks } = test
  return (
    <>
      <table className="calc">
        <caption className="visually-hidden">Tests of the card</caption>
        <tbody>
          <QuestionRow question={test.question} isTried={lint.length === 0} />
          <RegressionRow regression={test.regression} isTried={lint.length === 0} />
          <Row
            name="Lint"
            words={lint.length === 0 ? 'no identifiers, general, short enough' : lint.join(' ')}
            result={lint.length === 0 ? 'passes' : 'fails'}
            isGood={lint.length === 0}
          />
        </tbody>
      </table>
      {remarks.map((remark) => (
        <p key={remark} className="small warn above-2">
          {remark}
        </p>
      ))}
      {answers.map(({ withCard, answer, isRight }) => (
        <p key={String(withCard)} className="small soft above-2">
          {withCard ? 'With the card' : 'Without it'} ({isRight ? 'right' : 'wrong'}): {answer || 'no answer'}
        </p>
      ))}
    </>
  )
}

type QuestionProps = Pick<CardTest, 'question'> & { readonly isTried: boolean }

function QuestionRow({ question, isTried }: QuestionProps) {
  const name = 'The mistake it came from'
  if (!isTried) return <Row name={name} words="not run" result="unknown" isGood={null} />
  if (!question) return <Row name={name} words="it comes from none" result="unknown" isGood={null} />
  const { rightBefore, rightAfter } = question
  const words = `${rightBefore ? 'right' : 'wrong'} without, ${rightAfter ? 'right' : 'wrong'} with`
  const isFlipped = !rightBefore && rightAfter
  return <Row name={name} words={words} result={isFlipped ? 'flipped' : 'not flipped'} isGood={isFlipped} />
}

type RegressionProps = Pick<CardTest, 'regression'> & { readonly isTried: boolean }

function RegressionRow({ regression, isTried }: RegressionProps) {
  const { questions, asked, rightBefore, rightAfter, broken } = regression
  const name = `Regression set, ${questions} ${questions === 1 ? 'question' : 'questions'}`
  if (!isTried) return <Row name="Regression set" words="not run" result="unknown" isGood={null} />
  const words =
    asked === 0
      ? 'none of them finds another card with it'
      : `${asked} find other cards with it: ${rightBefore} right before, ${rightAfter} right with`
  const isGood = broken.length === 0 && rightAfter >= rightBefore
  return <Row name={name} words={words} result={isGood ? 'not worse' : 'worse'} isGood={isGood} />
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
