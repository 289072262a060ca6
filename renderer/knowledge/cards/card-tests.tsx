import type { Card, CardTest } from '../../../contract/card.ts'
import type { Testing } from './use-testing.ts'

type Props = { readonly card: Card; readonly answers: Testing['answers'] }

/** What the tests of a card came to, a line each; below, what the model wrote in the one that was just run. */
export function CardTests({ card: { test }, answers }: Props) {
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
        <p key={remark} className="small warn mt-2">
          {remark}
        </p>
      ))}
      {answers.map(({ withCard, answer, isRight }) => (
        <p key={String(withCard)} className="small soft mt-2">
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
