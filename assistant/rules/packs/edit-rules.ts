import { type Document, isMap, isSeq, parseDocument, type YAMLMap, type YAMLSeq } from 'yaml'
import type { RuleForm, RuleStatus } from '../../../contract/knowledge/rule.ts'
import type { PackSource } from '../../../kb/compile/read/read-packs.ts'
import { formOfRule, yamlOfForm } from './rule-form.ts'
import { withoutStaleWords } from './stale-words.ts'
import { Failure } from '../../../wording/failure.ts'
import { message } from '../../../wording/message.ts'

/** A rule where it stands in its pack. Its file's comments and order stay when it is changed. */
export type PlacedRule = {
  readonly path: string
  readonly document: Document
  readonly rules: YAMLSeq
  readonly map: YAMLMap
}

export type Approval = { readonly approvedBy: string | null; readonly approvedOn: string | null }

export type RuleText = RuleForm | { readonly yaml: string }

/** Long lines stay as they are. */
const AS_WRITTEN = { lineWidth: 0 } as const
const RULES_FILE = 'rules/rules.yaml'

/** Null: the pack has no such rule. */
export function placedRule(pack: Pick<PackSource, 'files'>, id: string): PlacedRule | null {
  for (const placed of rulesIn(pack)) if (ruleId(placed) === id) return placed
  return null
}

/** Who approved each rule of a pack; a file with many rules is read once. */
export function approvalsIn(pack: Pick<PackSource, 'files'>): ReadonlyMap<string, Approval> {
  const approvals = new Map<string, Approval>()
  for (const placed of rulesIn(pack))
    if (!approvals.has(ruleId(placed))) approvals.set(ruleId(placed), approvalOf(placed))
  return approvals
}

function* rulesIn({ files }: Pick<PackSource, 'files'>): Generator<PlacedRule, void, void> {
  for (const { path, text } of files) {
    if (!/\.ya?ml$/.test(path)) continue
    const document = parseDocument(text, { logLevel: 'silent' })
    const rules = isMap(document.contents) ? document.contents.get('rules', true) : null
    if (!isSeq(rules)) continue
    for (const map of rules.items) if (isMap(map)) yield { path, document, rules, map }
  }
}

function ruleId({ map }: PlacedRule): string {
  return String(map.get('id'))
}

/** The rule alone, as it stands in its file, with its comments. */
export function ruleYaml({ document, map }: Pick<PlacedRule, 'document' | 'map'>): string {
  return itemText(document, map)
}

/** The pack with a rule in place of the one of its id, or as a new one; a changed rule is a draft. */
export function withRule<P extends PackSource>(pack: P, text: RuleText): P {
  const id = idOf(text)
  const placed = placedRule(pack, id) ?? newRule(pack, id)
  const before = placed.map.toJSON() as unknown
  if ('yaml' in text) {
    const map = ruleIn(text.yaml)
    placed.rules.items.splice(placed.rules.items.indexOf(placed.map), 1, map)
    const isSame = JSON.stringify(map.toJSON()) === JSON.stringify(before)
    if (!isSame) makeDraft(map)
    return withoutStaleWords(pack, withFile(pack, placed))
  }
  writeForm(placed, text)
  if (JSON.stringify(placed.map.toJSON()) !== JSON.stringify(before)) makeDraft(placed.map)
  return withoutStaleWords(pack, withFile(pack, placed))
}

/** `by` and `on`: who approves it, and since when. Throws `NOT_FOUND`. */
export function withStatus<P extends PackSource>(
  pack: P,
  id: string,
  status: RuleStatus,
  approval: { readonly by: string; readonly on: string } | null,
): P {
  const placed = placedRule(pack, id)
  if (!placed) throw noSuchRule(pack.name, id)
  placed.map.set('status', status)
  placed.map.delete('approved_by')
  placed.map.delete('approved_on')
  if (approval) {
    placed.map.set('approved_by', approval.by)
    placed.map.set('approved_on', approval.on)
  }
  return withFile(pack, placed)
}

function approvalOf({ map }: PlacedRule): Approval {
  const text = (key: string) => (map.has(key) ? String(map.get(key)) : null)
  return { approvedBy: text('approved_by'), approvedOn: text('approved_on') }
}

export function idOf(text: RuleText): string {
  if (!('yaml' in text)) return text.rule
  return String(ruleIn(text.yaml).get('id') ?? '')
}

export function noSuchRule(pack: string, rule: string): Failure {
  return new Failure('NOT_FOUND', message('failures.rules.unknown', { pack, rule }))
}

/** Only the keys that say something else than before are written anew, so that what stands beside them stays. */
function writeForm({ document, map }: PlacedRule, form: RuleForm): void {
  const [before, after] = [yamlOfForm(formOfRule(map)), yamlOfForm(form)]
  for (const [key, value] of Object.entries(after)) {
    if (JSON.stringify(before[key]) === JSON.stringify(value)) continue
    if (value === undefined) map.delete(key)
    else map.set(key, document.createNode(value))
  }
}

/** What a person approved or had tested was another rule. */
function makeDraft(map: YAMLMap): void {
  map.set('status', 'draft')
  map.delete('approved_by')
  map.delete('approved_on')
}

function newRule(pack: PackSource, id: string): PlacedRule {
  const file = pack.files.find(({ path }) => path === RULES_FILE)
  const document = parseDocument(file?.text ?? 'rules: []\n', { logLevel: 'silent' })
  const rules = isMap(document.contents) ? document.contents.get('rules', true) : null
  if (!isSeq(rules))
    throw new Failure('WRONG_USE', message('failures.rules.noList', { file: RULES_FILE, pack: pack.name }))
  rules.flow = false
  const map = document.createNode({ id }) as YAMLMap
  rules.items.push(map)
  return { path: RULES_FILE, document, rules, map }
}

function ruleIn(yaml: string): YAMLMap {
  const { contents, errors } = parseDocument(yaml, { logLevel: 'silent' })
  const rule = isSeq(contents) ? contents.items[0] : contents
  if (errors.length === 0 && isMap(rule) && rule.has('id')) return rule
  const [reason] = errors.flatMap((error) => error.message.split('\n', 1))
  throw new Failure(
    'WRONG_USE',
    reason === undefined ? message('failures.rules.noId') : message('failures.rules.notOneRule', { reason }),
  )
}

function itemText(document: Document, map: YAMLMap): string {
  const alone = document.clone()
  const items = document.createNode([]) as YAMLSeq
  items.flow = false
  items.items.push(map)
  alone.contents = items
  alone.commentBefore = null
  alone.comment = null
  return alone.toString(AS_WRITTEN)
}

function withFile<P extends PackSource>(pack: P, { path, document }: PlacedRule): P {
  const file = { path, text: document.toString(AS_WRITTEN) }
  const files = pack.files.some((one) => one.path === path)
    ? pack.files.map((one) => (one.path === path ? file : one))
    : [...pack.files, file]
  return { ...pack, files }
}
