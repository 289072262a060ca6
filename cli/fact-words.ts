import type { FormPlace, FormRelation } from '../contract/fact.ts'
import type { AssistantClient } from '../contract/index.ts'
import type { Output } from './output.ts'

/** Shows what can be recorded in a matter, in the words of its packs. */
export async function listFactWords(assistant: AssistantClient, matter: string, output: Output): Promise<void> {
  const { relations } = await assistant.fact.form({ matter })
  for (const relation of relations) output.result(relation, wordsText(relation, output))
  if (relations.length === 0)
    output.text('No pack is in use here, so nothing can be recorded. To choose one: consilium packs use')
}

/** `weight(patient, 58 kg)  patient weighs …`, then which names a closed list has. */
function wordsText({ relation, say, places }: FormRelation, output: Output): string {
  const args = places.map(exampleFor)
  const sentence = say.replace(/\{(\d+)\}/g, (_, index: string) => sayPlace(places[Number(index)]))
  const lists = places.flatMap((place) =>
    place.kind === 'name' && !place.open
      ? [
          `${place.type}: ${place.choices.map(({ name, label }) => (name === label ? name : `${name} (${label})`)).join(', ')}`,
        ]
      : [],
  )
  return [
    `${output.style('bold', `${relation}(${args.join(', ')})`)}  ${sentence}`,
    ...lists.map((list) => `    ${list}`),
  ].join('\n')
}

function exampleFor(place: FormPlace): string {
  if (place.kind === 'date') return 'YYYY-MM-DD'
  if (place.kind === 'name') return place.type
  return place.unit === null ? 'NUMBER' : `NUMBER ${place.unit}`
}

function sayPlace(place: FormPlace | undefined): string {
  if (place?.kind === 'name') return `the ${place.type.replaceAll('_', ' ')}`
  return place?.kind === 'date' ? 'a date' : 'a number'
}
