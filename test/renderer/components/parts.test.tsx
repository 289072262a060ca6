import { screen, waitFor } from '@testing-library/dom'
import { useState } from 'react'
import { expect, test } from 'vitest'
import { AnswerState, type Verdict } from '../../../contract/answers/answer.ts'
import { answerHeading } from '../../../renderer/ask/answer/answer-summary.ts'
import { Button } from '../../../renderer/parts/button.tsx'
import { CheckBox, ChoiceButtons, Segments, Toggle } from '../../../renderer/parts/choices.tsx'
import { DamagedEntries } from '../../../renderer/parts/damaged-entries.tsx'
import { FailureNote } from '../../../renderer/parts/failure-note.tsx'
import { Glyph } from '../../../renderer/parts/glyph.tsx'
import { HashText } from '../../../renderer/parts/hash-text.tsx'
import { MarkedText, StateMark, VerdictMark } from '../../../renderer/parts/marks.tsx'
import { Meter, Opening, StoppableProgress } from '../../../renderer/parts/progress.tsx'
import { Stepper } from '../../../renderer/parts/stepper.tsx'
import { texts } from '../../../wording/translate.ts'
import { showPart } from './open-window.tsx'
import { show } from './show.tsx'

const LETTERS = { y: 'yes', n: 'no' } as const
const YES_OR_NO = { yes: 'Yes', no: 'No', unknown: 'Not known' } as const

test('a button that is off can be reached and does nothing; it says why where pointed at, and beside itself once pressed', async () => {
  let times = 0
  const button = (whyOff: string | null) => (
    <Button whyOff={whyOff} onClick={() => (times += 1)}>
      Send
    </Button>
  )
  const { user, show: showNext } = show(button('Write a question first.'))
  const send = await screen.findByRole('button', { name: 'Send' })
  expect([send.getAttribute('aria-disabled'), send.title]).toEqual(['true', 'Write a question first.'])
  expect(screen.queryByRole('status')).toBeNull()
  await user.tab()
  expect(document.activeElement).toBe(send)
  await user.keyboard('{Enter}')
  expect((await screen.findByRole('status')).textContent).toBe('Write a question first.')
  expect(times).toBe(0)
  showNext(button(null))
  await waitFor(() => expect(screen.queryByRole('status')).toBeNull())
  await user.click(send)
  expect([times, send.title]).toEqual([1, ''])
})

test('a reason that stands beside a button is not said twice', async () => {
  const { user } = show(
    <Button whyOff="Write a question first." isWhyBeside>
      Send
    </Button>,
  )
  const send = await screen.findByRole('button', { name: 'Send' })
  await user.click(send)
  expect([send.title, screen.queryByRole('status')]).toEqual(['', null])
})

test('a stepper is off at its ends, unless the first comes behind the last', async () => {
  const steps: number[] = []
  const words = { previous: 'Previous', next: 'Next' }
  const { user } = show(
    <>
      <Stepper at={3} all={3} words={words} onStep={(by) => steps.push(by)} />
      <Stepper at={3} all={3} words={words} wraps onStep={(by) => steps.push(by)} />
      <Stepper at={0} all={0} words={words} wraps onStep={(by) => steps.push(by)} />
    </>,
  )
  for (const button of await screen.findAllByRole('button')) await user.click(button)
  expect(steps).toEqual([-1, -1, 1])
})

test('arrows move between choices that act at once without choosing; letters choose; one stop of the tab key', async () => {
  const chosen: string[] = []
  const { user } = show(
    <ChoiceButtons
      label="Does it hold?"
      value={null}
      choices={YES_OR_NO}
      letters={LETTERS}
      onChoose={(value) => chosen.push(value)}
      onLetter={(value) => chosen.push(`letter ${value}`)}
    />,
  )
  await screen.findByRole('group', { name: 'Does it hold?' })
  await user.tab()
  await user.keyboard('{ArrowRight}')
  expect(document.activeElement).toBe(screen.getByRole('button', { name: 'No' }))
  await user.keyboard('{ArrowLeft}{ArrowLeft}')
  expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Not known' }))
  expect(chosen).toEqual([])
  await user.keyboard('{Enter}n')
  expect(chosen).toEqual(['unknown', 'letter no'])
  await user.tab()
  expect(document.activeElement).toBe(document.body)
})

test('what is chosen already is not chosen again, and is told as pressed', async () => {
  const chosen: string[] = []
  const { user } = show(
    <ChoiceButtons label="Holds" value="no" choices={YES_OR_NO} onChoose={(value) => chosen.push(value)} />,
  )
  const no = await screen.findByRole('button', { name: 'No', pressed: true })
  await user.click(no)
  expect(chosen).toEqual([])
})

test('segments are one of a few, a switch and a box say whether they are on', async () => {
  function Choices() {
    const [filter, setFilter] = useState<'all' | 'wrong'>('all')
    const [isOn, setOn] = useState(false)
    const [isTicked, setTicked] = useState(true)
    return (
      <>
        <Segments label="Which" value={filter} choices={{ all: 'All', wrong: 'Wrong' }} onChange={setFilter} />
        <span id="network">Network</span>
        <Toggle labelledBy="network" isOn={isOn} onChange={setOn} />
        <CheckBox isOn={isTicked} onChange={setTicked}>
          Remember it
        </CheckBox>
      </>
    )
  }
  const { user } = show(<Choices />)
  await user.click(await screen.findByRole('radio', { name: 'Wrong' }))
  expect(screen.getByRole('radio', { name: 'Wrong' }).getAttribute('aria-checked')).toBe('true')
  expect(screen.getByRole('radio', { name: 'All' }).getAttribute('aria-checked')).toBe('false')
  await user.click(screen.getByRole('switch', { name: 'Network' }))
  expect(screen.getByRole('switch').getAttribute('aria-checked')).toBe('true')
  await user.click(screen.getByLabelText('Remember it'))
  expect(screen.getByLabelText<HTMLInputElement>('Remember it').checked).toBe(false)
})

test('a failure is an alert with its three sentences and its buttons; no failure is nothing', async () => {
  const failure = { code: 'UNKNOWN', happened: 'It stopped.', kept: 'The text is kept.', todo: 'Try again.' } as const
  const { show: showAlso } = show(
    <FailureNote failure={failure}>
      <button type="button">Again</button>
    </FailureNote>,
  )
  const alert = await screen.findByRole('alert')
  expect(alert.textContent).toMatch(/^It stopped\.The text is kept\. Try again\.Again$/)
  showAlso(<FailureNote failure={null} />)
  await waitFor(() => expect(screen.queryByRole('alert')).toBeNull())
})

test('long work says how far it has come in words and as a value, and can be stopped', async () => {
  let isStopped = false
  const { user } = show(
    <StoppableProgress
      words="3 of 12 pages read."
      label="Pages read"
      done={3}
      all={12}
      onStop={() => {
        isStopped = true
      }}
    />,
  )
  expect((await screen.findByRole('status')).textContent).toContain('3 of 12 pages read.')
  const meter = screen.getByLabelText('Pages read')
  expect([meter.getAttribute('aria-valuenow'), meter.getAttribute('aria-valuemax')]).toEqual(['25', '100'])
  await user.click(screen.getByRole('button', { name: 'Stop' }))
  expect(isStopped).toBe(true)
})

test('a meter of nothing is empty, and not a division by nothing', async () => {
  show(<Meter label="Pages" done={0} all={0} />)
  const meter = await screen.findByLabelText('Pages')
  expect(meter.getAttribute('aria-valuenow')).toBe('0')
})

test('what is waited for is not said at once, so that what is quick does not flicker', async () => {
  const { show: showAlso } = show(<Opening>Opening the answer.</Opening>)
  expect(screen.queryByRole('status')).toBeNull()
  expect((await screen.findByRole('status')).textContent).toBe('Opening the answer.')
  showAlso(null)
  await waitFor(() => expect(screen.queryByRole('status')).toBeNull())
})

test('each verdict and each state of an answer has a shape of its own beside its word', async () => {
  const verdicts = Object.keys(texts('verdicts.marks')) as (Verdict | 'pending')[]
  show(
    <>
      {verdicts.map((verdict) => (
        <VerdictMark key={verdict} verdict={verdict} />
      ))}
      {AnswerState.options.map((state) => (
        <StateMark key={state} {...answerHeading(state)}>
          {answerHeading(state).word}
        </StateMark>
      ))}
    </>,
  )
  await waitFor(() => expect(document.querySelectorAll('.verdict')).toHaveLength(verdicts.length))
  const shapes = [...document.querySelectorAll('.verdict svg')].map((svg) => svg.innerHTML)
  expect(new Set(shapes).size).toBe(verdicts.length)
  expect(shapes).not.toContain('')
  for (const state of AnswerState.options) expect(screen.getByText(answerHeading(state).word)).not.toBeNull()
  for (const svg of document.querySelectorAll('svg')) expect(svg.getAttribute('aria-hidden')).toBe('true')
})

test('words that are searched for are marked, and nothing is lost around them', async () => {
  show(
    <p>
      <Glyph shape="lock" />
      <MarkedText
        runs={[
          { text: 'the break ', isMarked: false },
          { text: 'notice', isMarked: true },
        ]}
      />
    </p>,
  )
  expect((await screen.findByText('notice')).tagName).toBe('MARK')
  expect(document.querySelector('p')?.textContent).toBe('the break notice')
})

test('a hash is told by its ends, and whole to who comes to it with the keyboard', async () => {
  const hash = `abcd${'0'.repeat(56)}9f21`
  const { user } = await showPart(<HashText hash={hash} />)
  const button = await screen.findByRole('button', { name: new RegExp(`in full ${hash}$`) })
  expect(button.textContent?.length).toBeLessThan(16)
  await user.tab()
  await waitFor(() => expect(screen.getAllByText(hash).length).toBeGreaterThan(0))
})

test('a list says which of its entries are damaged, with their text as it is kept', async () => {
  const matter = 'm-sample-hollis-v-marlowe'
  await showPart(<DamagedEntries matter={matter} kinds={['answer']} />, {
    prepare: ({ damaged }) => {
      damaged.push({ kind: 'answer', id: 'a7', text: '{"question": "How lo' }, { kind: 'setting', id: 's', text: '{' })
    },
  })
  const damaged = await screen.findByTestId('damaged')
  expect(damaged.textContent).toContain('1 answer is damaged and cannot be shown. Its text is kept.')
  expect(damaged.textContent).toContain('{"question": "How lo')
  expect(damaged.textContent).not.toContain('setting')
})
