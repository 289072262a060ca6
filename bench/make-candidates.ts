import { mkdir, writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { seededRandom } from '../scripts/seeded-random.ts'

const SEED = 40
const FOLDER = fileURLToPath(new URL('candidates/pack', import.meta.url))

// All of it is invented: a model can know none of these conditions.
const CONDITIONS =
  'Verrin fever,Oskaly syndrome,Brennick disease,Talvo palsy,marsh lung,Quill ague,Hestrin colic,Dorvane anaemia,salt neuropathy,Ilmar rash,Pellow disease,Grenvik syndrome,lantern eye,Soskin gout,Umbrel dropsy,Kestle fever,Varga wasting,tin-miner cough,Ostrel disease,Feywick syndrome,Rusk hepatitis,Adlow tremor,Mirren thrombosis,glass bone,Tessil enteritis,Corvane migraine,Junwell disease,Plover palsy,Hadrik nephritis,dune fever,Nimsel syndrome,Bracken gland,Wexley carditis,Orrin sweats,Zellin pox,Cavish arthritis,Lorne stupor,Eskell ulcer,Yarrow cramp,Thesk disease'.split(
    ',',
  )
const PLACES = 'nails,palms,eyelids,tongue,gums,shins,ear lobes,knuckles,heels,lips,scalp,elbows'.split(',')
const LOOKS = 'blue-rimmed,chalky,ringed,waxy,mottled,burning'.split(',')

type Finding = { readonly name: string; readonly label: string }

/** Writes the pack that `measure-candidates.ts` measures with: node bench/make-candidates.ts. Always the same. */
async function main(): Promise<void> {
  const random = seededRandom(SEED)
  const findings = LOOKS.flatMap((look) => PLACES.map((place): Finding => toFinding(`${look} ${place}`)))
  await mkdir(`${FOLDER}/candidates`, { recursive: true })
  await writeFile(`${FOLDER}/pack.yaml`, HEAD)
  await writeFile(`${FOLDER}/vocabulary.yaml`, vocabulary(findings))
  const conditions = CONDITIONS.map((name) => condition(name, findings, random))
  await writeFile(`${FOLDER}/candidates/all.yaml`, `candidates:\n${conditions.join('')}`)
}

const HEAD = `pack: fictional-conditions
title: Fictional conditions (for a measurement)
version: "1"
language: en
licence: Apache-2.0
`

function toFinding(label: string): Finding {
  return { name: label.replaceAll(/[ -]/g, '_'), label }
}

function vocabulary(findings: readonly Finding[]): string {
  const labels = findings.map(({ name, label }) => `    ${name}: ${label}\n`).join('')
  return `names:
  patient: open
  finding:
${labels}vocabulary:
  ill: { args: [patient], say: "{0} is ill" }
  shows: { args: [patient, finding], absent: ask, say: "{0} shows {1}", say_not: "{0} does not show {1}" }
`
}

/** Seven findings each, of which the first is nearly always there. */
function condition(name: string, findings: readonly Finding[], random: () => number): string {
  const own = findings
    .map((finding) => ({ finding, at: random() }))
    .toSorted((one, other) => one.at - other.at)
    .slice(0, 7)
  const lines = own.map(({ finding }, index) => {
    const add = (index === 0 ? 2.6 : 1 + random() * 1.4).toFixed(1)
    const absent = index === 0 ? '-1.2' : '-0.4'
    return `      - { add: ${add}, absent: ${absent}, say: ${finding.label}, when: ["shows(?p, ${finding.name})"] }\n`
  })
  const id = name.replaceAll(/[ -]/g, '-')
  return `  - id: ${id}\n    name: ${name}\n    if: ["ill(?p)"]\n    source: invented\n    findings:\n${lines.join('')}`
}

await main()
