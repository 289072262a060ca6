/** What a cloud server does wrong when it is told to. */
export const FAULTS = [
  '401',
  '429',
  '429-for-an-hour',
  '500',
  '101',
  'informed-for-ever',
  'redirect',
  'reset',
  'hang',
  'hang-within',
  'cut',
  'cut-in-good-order',
  'error-within',
  'large',
  'odd-usage',
  'invalid-json',
  'broken-json',
  'wrong-citations',
  'altered-pseudonyms',
] as const
export type Fault = (typeof FAULTS)[number]

export function isFault(name: string): name is Fault {
  return (FAULTS as readonly string[]).includes(name)
}

/** What is wrong with the text itself; every other fault leaves it as it is. */
export function spoilt(text: string, fault: Fault | null): string {
  switch (fault) {
    case 'invalid-json':
      return 'The tenant may leave, I think. {"claims": of course'
    case 'broken-json':
      // As models break it: fenced, a comma too many, the last bracket forgotten.
      return `Here is my answer:\n\`\`\`json\n${text.trimEnd().replace(/\}$/, ',')}`
    case 'wrong-citations':
      return text.replace(/"([SR])\d+"/g, '"$19"')
    case 'altered-pseudonyms':
      return text.replace(/\[([A-Z]+)-(\d+)/g, (_, type: string, number: string) => `[${type}-${Number(number) + 900}`)
    default:
      return text
  }
}
