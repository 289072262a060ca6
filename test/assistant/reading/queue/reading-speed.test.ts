import { expect, test } from 'vitest'
import { createReadingSpeed } from '../../../../assistant/reading/queue/reading-speed.ts'

const clock = () => {
  let nowMs = 0
  return { now: () => nowMs, pass: (ms: number) => void (nowMs += ms) }
}

test('nothing is said before anything is known', () => {
  const speed = createReadingSpeed(() => 0)
  speed.begin(0)
  expect(speed.secondsLeft(1000, { bytes: 10, pages: 5, pagesDone: 0 })).toBeNull()
})

test('documents that are done tell how long those that wait will take', () => {
  const { now, pass } = clock()
  const speed = createReadingSpeed(now)
  speed.begin(0)
  pass(2000)
  speed.end(1000)
  expect(speed.secondsLeft(3000, null)).toBe(6)
})

test('a slow scan is judged by its own pages, not by the texts before it', () => {
  const { now, pass } = clock()
  const speed = createReadingSpeed(now)
  speed.begin(0)
  pass(10)
  speed.end(1000)
  speed.begin(20)
  pass(40_000)
  // Ten pages in 40 s, seventy more to go; twenty were there from before.
  expect(speed.secondsLeft(0, { bytes: 1000, pages: 100, pagesDone: 30 })).toBeCloseTo(280, 5)
})
