import { setTimeout as wait } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { drawSoon } from '../../renderer/state/draw-soon.ts'

function countDraws() {
  const drawn: number[] = []
  let came = 0
  const { soon, end } = drawSoon(() => void drawn.push(came))
  return { drawn, end, come: () => ((came += 1), soon()) }
}

test('what comes together is drawn once, and nothing where nothing came', async () => {
  const { drawn, come, end } = countDraws()
  for (let count = 0; count < 500; count += 1) come()
  await expect.poll(() => drawn).toEqual([500])
  end()
  expect(drawn).toEqual([500])
})

test('what came last is drawn at the end, and not once more', async () => {
  const { drawn, come, end } = countDraws()
  come()
  end()
  expect(drawn).toEqual([1])
  await wait(100)
  expect(drawn).toEqual([1])
})
