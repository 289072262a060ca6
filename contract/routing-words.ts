import type { RoutingCost } from './routing.ts'

/** What asking would cost, in three lines: what would leave, money, time. What is not known is said. */
export function costWords({
  provider,
  passages,
  characters,
  maskedTerms,
  money,
  time,
}: RoutingCost): readonly string[] {
  const counted = (count: number, word: string, words = `${word}s`) =>
    `${count.toLocaleString('en-GB')} ${count === 1 ? word : words}`
  return [
    `to ${provider}: about ${counted(passages, 'passage')}, ${counted(characters, 'character')}, ${counted(maskedTerms, 'term')} replaced; identifiers may remain`,
    money ? moneyWords(money) : `price not known: none is entered with ${provider}`,
    time
      ? `about ${Math.max(1, Math.round(time.seconds))} s, the median of ${counted(time.replies, 'earlier reply', 'earlier replies')}`
      : 'time not known: no reply has come from it yet',
  ]
}

function moneyWords({ amount, currency, prompt, reply }: NonNullable<RoutingCost['money']>): string {
  const sum = amount < 0.01 ? 'less than 0.01' : `about ${amount.toFixed(2)}`
  return `${sum} ${currency}, for about ${Math.round(prompt + reply).toLocaleString('en-GB')} tokens`
}
