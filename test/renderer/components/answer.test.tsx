import { verbatim } from '../../../wording/message.ts'
import { screen, waitFor, within } from '@testing-library/dom'
import { expect, test } from 'vitest'
import { type Answer, AnswerState } from '../../../contract/answers/answer.ts'
import { AnswerBlock } from '../../../renderer/ask/answer/answer-block.tsx'
import { answerHeading } from '../../../renderer/ask/answer/answer-summary.ts'
import { AskThread } from '../../../renderer/ask/ask.tsx'
import type { Asking } from '../../../renderer/ask/create-asking.ts'
import { type LiveAnswer, startLiveAnswer } from '../../../renderer/ask/live-answer.ts'
import type { SourceOpener } from '../../../renderer/ask/evidence/opened-source.ts'
import { AS_MEASURED } from '../../../renderer/ask/question/how-to-answer.ts'
import { type Block, liveBlock } from '../../../renderer/ask/threads.ts'
import { Knowledge } from '../../../renderer/knowledge/knowledge.tsx'
import { useNavigation } from '../../../renderer/state/navigation-context.ts'
import { someAnswer, someClaim, someSource } from '../samples.ts'
import { openWindow, showPart } from './open-window.tsx'

const finished = (change: Partial<Answer>): Block => ({ kind: 'finished', answer: someAnswer(change) })

const ASKED = {
  key: 'k1',
  matter: 'm-sample-hollis-v-marlowe',
  question: 'How long is notice?',
  follows: null,
  documents: [],
  asOf: null,
  how: AS_MEASURED,
}
const WRITING: LiveAnswer = {
  ...startLiveAnswer(ASKED, new Date('2026-06-03T08:00:00.000Z')),
  answerId: 'a1',
  sources: [someSource()],
  searched: someAnswer().searched,
}

const nothing = () => {}

/** Asks nobody; answers are as they are given. */
function askingWith(lives: readonly LiveAnswer[]): Asking & { readonly stopped: readonly string[] } {
  const stopped: string[] = []
  const pending = { lives, waiting: [] }
  return {
    stopped,
    pending: () => pending,
    ask: () => 'k2',
    nameOf: () => null,
    keyOf: () => null,
    threadOf: () => null,
    isWriting: () => false,
    stop: (matter) => void stopped.push(matter),
    forgetWaiting: nothing,
    forgetAnswer: nothing,
    onChange: () => nothing,
  }
}

async function showBlock(block: Block, asking = askingWith([])) {
  const opened: unknown[] = []
  const again: string[] = []
  const opener: SourceOpener = {
    opened: null,
    open: (...what) => void opened.push(what),
    follow: () => {},
    close: () => {},
  }
  const part = await showPart(
    <AnswerBlock block={block} parties={[]} opener={opener} isFirst onAskAgain={(question) => again.push(question)} />,
    { shell: { asking } },
  )
  return { ...part, opened, again, article: await screen.findByTestId('answer') }
}

test.each(AnswerState.options.filter((state) => state !== 'not-found'))(
  'an answer that is %s says so in words beside the question, and never as another state',
  async (state) => {
    const claims = state === 'extractive' ? [] : [someClaim()]
    const { article } = await showBlock(finished({ state, claims, model: state === 'extractive' ? null : MODEL }))
    expect(within(article).getByRole('heading', { level: 2 }).textContent).toBe('How long is notice?')
    expect(article.getAttribute('data-state')).toBe(state)
    const said = within(article).getByTestId('answer-state').textContent ?? ''
    expect(said.startsWith(answerHeading(state).word)).toBe(true)
  },
)

const MODEL = { id: 'small', sha256: 'ab' }

test('where nothing was found it says so, what was searched, and what could not be looked in', async () => {
  const searched = {
    ...someAnswer().searched,
    words: ['clinic', 'seen'],
    notReadable: [{ document: verbatim('Bank.pdf'), reason: verbatim('needs a password') }],
  }
  const { article } = await showBlock(finished({ state: 'not-found', claims: [], searched }))
  expect(article.textContent).toContain('Your documents do not say.')
  expect(article.textContent).toContain('1 document, 38 pages')
  expect(article.textContent).toContain('clinic, seen')
  expect(article.textContent).toContain('Bank.pdf')
})

test('each sentence has its verdict, and its mark opens the very source', async () => {
  const { user, article, opened } = await showBlock(
    finished({
      state: 'answered-in-part',
      claims: [someClaim(), someClaim({ index: 1, text: 'It was served.', verdict: 'unsupported', citations: [] })],
    }),
  )
  const sentences = within(article).getAllByTestId('claim')
  expect(sentences.map((one) => one.querySelector('[data-verdict]')?.getAttribute('data-verdict'))).toEqual([
    'verbatim',
    'unsupported',
  ])
  await user.click(within(sentences[0] as HTMLElement).getByTestId('citation'))
  expect(opened).toEqual([['a1', 'S1', 0]])
})

test('what the documents do not answer is named after the sentences', async () => {
  const { article } = await showBlock(finished({ state: 'answered-in-part', notAnswered: ['who signed it'] }))
  expect(within(article).getByTestId('not-answered').textContent).toContain('Not answered: who signed it')
})

test('an answer that was stopped can be asked again', async () => {
  const { user, article, again } = await showBlock(finished({ state: 'stopped' }))
  await user.click(within(article).getByRole('button', { name: 'Ask again' }))
  expect(again).toEqual(['How long is notice?'])
})

test('an answer that is written shows what is checked, what is written, and stops when it is told to', async () => {
  const asking = askingWith([WRITING])
  const live = { ...WRITING, claims: [someClaim()], draft: 'It was served in' }
  const { user, article } = await showBlock(liveBlock(live), asking)
  expect(article.getAttribute('data-state')).toBe('writing')
  expect(article.textContent).toContain('1 of 1 sentence confirmed.')
  expect(article.textContent).toContain('It was served in')
  await user.click(within(article).getByRole('button', { name: /^Stop/ }))
  expect(asking.stopped).toEqual(['m-sample-hollis-v-marlowe'])
})

test('an answer that broke off says what happened and what was kept, and can be asked again', async () => {
  const failure = {
    code: 'PROCESS_LOST',
    happened: 'The model stopped.',
    kept: 'What was written is kept.',
    todo: '',
  } as const
  const { user, article, again } = await showBlock(liveBlock({ ...WRITING, failure }))
  expect(within(article).getByRole('alert').textContent).toContain('What was written is kept.')
  await user.click(within(article).getByRole('button', { name: 'Ask again' }))
  expect(again).toEqual(['How long is notice?'])
})

function Where() {
  const { name, card } = useNavigation().place
  return <output>{`${name} ${card}`}</output>
}

test('a correction wants what is right, keeps it in the matter, and leads to the card that it begins', async () => {
  const block = finished({})
  const opener: SourceOpener = { opened: null, open: () => {}, follow: () => {}, close: () => {} }
  const { user, calls } = await showPart(
    <>
      <AnswerBlock block={block} parties={[]} opener={opener} isFirst onAskAgain={() => {}} />
      <Where />
    </>,
  )
  await user.click(await screen.findByRole('button', { name: 'Report a mistake…' }))
  const dialog = await screen.findByRole('dialog', { name: 'Report a mistake' })
  expect(dialog.textContent).toContain('stay in this matter')
  await user.click(within(dialog).getByRole('button', { name: 'Begin a lesson' }))
  expect(dialog.textContent).toContain('Write what is right first.')
  expect(calls).not.toContain('card/correct')
  await user.type(within(dialog).getByLabelText('What it should say'), 'Three months.')
  await user.click(within(dialog).getByRole('button', { name: 'Begin a lesson' }))
  await screen.findByText(/^knowledge \S+/)
  expect(calls).toContain('card/correct')
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
})

test('a correction is seen beside its answer, in the form of its lesson, and each leads to the other', async () => {
  const block = finished({ answerId: 'a1' })
  const opener: SourceOpener = { opened: null, open: () => {}, follow: () => {}, close: () => {} }
  const answer = <AnswerBlock block={block} parties={[]} opener={opener} isFirst onAskAgain={() => {}} />
  const { user, client, show } = await showPart(answer)
  const correction = { answerId: 'a1', expected: 'Three months, in writing.', mistake: 'missing-fact' } as const
  const { card } = await client.card.correct({ matter: 'm-sample-hollis-v-marlowe', ...correction })
  const note = await screen.findByTestId('corrected')
  expect(note.textContent).toContain('You corrected this on 3 June 2026')
  expect(note.textContent).toContain('Three months, in writing.')
  await user.click(within(note).getByRole('link', { name: 'Lesson: A card' }))
  show(<Knowledge />)
  expect(await screen.findByLabelText('Summary')).toHaveProperty('value', 'Three months, in writing.')
  await user.click(screen.getByRole('button', { name: 'Save' }))
  await waitFor(async () => expect(await client.card.get({ card })).toMatchObject({ summary: correction.expected }))
  const origin = screen.getByTestId('correction')
  expect(origin.textContent).toContain('You wrote this on 3 June 2026')
  await user.click(within(origin).getByRole('link', { name: 'Open the answer' }))
  show(<WhereAnswer />)
  await screen.findByText('ask m-sample-hollis-v-marlowe a1')
})

function WhereAnswer() {
  const { name, matter, answer } = useNavigation().place
  return <output>{`${name} ${matter} ${answer}`}</output>
}

test('a sentence that was spoken and did not stay is taken back aloud', async () => {
  const spoken = { ...WRITING, claims: [someClaim(), someClaim({ index: 1, text: 'It was served. [S1]' })] }
  const thread = (live: LiveAnswer) => (
    <AskThread
      name="one"
      thread={{ blocks: [liveBlock(live)], waiting: [] }}
      answers={[]}
      failure={null}
      choice={{ documents: [], chosen: [], onChoose: nothing }}
      dayChoice={{ day: '', onDay: nothing }}
      howChoice={{ how: AS_MEASURED, onHow: nothing }}
      onAsk={nothing}
      onGone={nothing}
    />
  )
  const end = { ...spoken, finished: someAnswer({ state: 'answered-in-part', claims: [someClaim()] }) }
  await showPart(thread(end), { shell: { asking: askingWith([end]) } })
  const region = await screen.findByTestId('spoken')
  await waitFor(() => expect(region.textContent).toContain('Taken back: sentence 2.'))
  expect(region.getAttribute('aria-live')).toBe('polite')
})

test('a question that is asked in the window is answered sentence by sentence, with its evidence first', async () => {
  const { user } = await openWindow({ waitMs: 0 })
  await user.click((await screen.findAllByRole('link', { name: 'Sample: Hollis v Marlowe' }))[0] as HTMLElement)
  await user.type(await screen.findByLabelText(/^Question about/), 'Who insures the premises?{Enter}')
  await waitFor(() => expect(screen.getByTestId('answer').getAttribute('data-state')).toBe('not-written'))
  expect(screen.getByTestId('answer').textContent).toContain('No answer was written')
  expect(screen.getByTestId('spoken').textContent).toContain('They are quoted word for word.')
})
