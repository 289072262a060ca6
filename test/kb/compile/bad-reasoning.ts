import type { BadRule } from './bad-rules.ts'

/** Most rules recommend something to somebody, or give a score. */
const R = 'id: x, then: "recommend(?p, oral_anticoagulation)"'
const S = 'id: x, then: "score(?p, ?x)"'
const RIF = `${R}, if: ["has(?p, af)"]`
const SIF = `${S}, if: ["has(?p, af)"]`
/** An example of RIF. */
const E = `${RIF}, examples: `
const EXPECT = 'as_of: 2026-01-01, expect: {holds: ["recommend(p, oral_anticoagulation)"]}'

export const BAD_REASONING: readonly BadRule[] = [
  [
    'conditions about somebody else',
    `${R}, if: ["has(?p, af)", "has(¦?q, bleeding)", "sex(?q, female)"]`,
    'UNRELATED',
    /variable of the conclusion/,
  ],
  [
    'a part about somebody else',
    `${SIF}, sum: {into: ?x, of: [{add: 1, say: s, when: ["has(¦?q, bleeding)", "sex(?q, female)"]}]}`,
    'UNRELATED',
    /variable of the conclusion/,
  ],
  [
    'a count among somebody else',
    `${SIF}, count: {into: ?x, value: ?c, of: ["parent(?p, ?c)", "has(¦?q, bleeding)", "sex(?q, female)"]}`,
    'UNRELATED',
    /variable of the conclusion/,
  ],
  ['an exception that is required', `${RIF}, unless: [¦"has(?p, af)"]`, 'WRONG_SHAPE', /of "unless"/],
  ['an exception with not', `${RIF}, unless: [¦"not has(?p, bleeding)"]`, 'WRONG_SHAPE', /Move it to "if"/],
  [
    'a calculation as an exception',
    `${R}, if: ["weight(?p, ?w)", "?w > 1 kg"], unless: [¦"?x := ?w"]`,
    'WRONG_SHAPE',
    /Move it to "if"/,
  ],
  [
    'a rule that needs what it concludes',
    'id: x, then: "parent(?p, ?q)", if: [¦"parent(?p, ?q)"]',
    'WRONG_SHAPE',
    /correct it/,
  ],
  ['a conclusion that is an absence', 'id: x, then: ¦"not has(?p, af)", if: ["born(?p, ?_)"]', 'SYNTAX', /unless/],
  ['a conclusion about the day', 'id: x, then: "¦today(?d)", if: ["born(?_, ?d)"]', 'WRONG_SHAPE', /another relation/],
  [
    'a conclusion from its own absence',
    `${R}, if: ["has(?p, af)", ¦"not recommend(?p, oral_anticoagulation)"]`,
    'UNSTRATIFIED',
    /another name/,
  ],
  [
    'an exception to itself',
    `${RIF}, unless: [¦"recommend(?p, oral_anticoagulation)"]`,
    'UNSTRATIFIED',
    /another name/,
  ],
  [
    'its own absence through another relation',
    'id: x, then: "parent(?p, ?q)", if: ["has(?p, af)", "has(?q, af)", ¦"not ancestor(?p, ?q)"]',
    'UNSTRATIFIED',
    /another name/,
  ],
  [
    'a sum of itself',
    'id: x, then: "steps(?p, ?n)", if: ["has(?p, af)"], sum: {into: ?n, of: [{add: 1, say: s, when: [¦"steps(?p, 1)"]}]}',
    'UNSTRATIFIED',
    /another name/,
  ],
  [
    'a count of itself',
    'id: x, then: "steps(?p, ?n)", if: ["has(?p, af)"], count: {into: ?n, value: ?s, of: [¦"steps(?p, ?s)"]}',
    'UNSTRATIFIED',
    /another name/,
  ],
  [
    'a number that grows',
    'id: x, then: ¦"steps(?p, ?n)", if: ["steps(?p, ?m)", "?n := ?m + 1"]',
    'UNBOUNDED',
    /own conclusion/,
  ],
  [
    'a day that grows',
    'id: x, then: ¦"due(?p, ?e)", if: ["due(?p, ?d)", "?e := add_days(?d, 1 day)"]',
    'UNBOUNDED',
    /own conclusion/,
  ],
  [
    'one value each, from itself',
    'id: x, then: ¦"sex(?p, ?s)", if: ["parent(?p, ?q)", "sex(?q, ?s)"]',
    'UNSTRATIFIED',
    /"unique"/,
  ],
  [
    'points that are no number',
    `${SIF}, sum: {into: ?x, of: [{add: ¦one, say: s, when: ["has(?p, bleeding)"]}]}`,
    'TYPE',
    /digits/,
  ],
  ['a part without conditions', `${SIF}, sum: {into: ?x, of: [¦{add: 1, say: s}]}`, 'MISSING_KEY', /when:/],
  [
    'a part without a name',
    `${SIF}, sum: {into: ?x, of: [¦{add: 1, when: ["has(?p, bleeding)"]}]}`,
    'MISSING_KEY',
    /say:/,
  ],
  [
    'a part with an unknown key',
    `${SIF}, sum: {into: ?x, of: [{add: 1, say: s, when: ["has(?p, bleeding)"], ¦unless: []}]}`,
    'UNKNOWN_KEY',
    /Its keys/,
  ],
  [
    'a sum into no variable',
    `${RIF}, sum: {into: ¦n, of: [{add: 1, say: s, when: ["has(?p, bleeding)"]}]}`,
    'SYNTAX',
    /\?s/,
  ],
  ['a sum without parts', `${SIF}, sum: {into: ?x, ¦of: []}`, 'MISSING_KEY', /of:/],
  [
    'a sum used as a condition',
    `${S}, if: ["has(?p, af)", "¦?x > 2"], sum: {into: ?x, of: [{add: 1, say: s, when: ["has(?p, bleeding)"]}]}`,
    'UNBOUND',
    /rule of its own/,
  ],
  [
    'a misspelt variable in a part',
    `${SIF}, sum: {into: ?x, of: [{add: 1, say: s, when: ["has(¦?pp, bleeding)"]}]}`,
    'ONLY_ONCE',
    /\?_/,
  ],
  [
    'a choice of one',
    `${SIF}, sum: {into: ?x, of: [¦{one_of: [{add: 1, say: s, when: ["has(?p, bleeding)"]}]}]}`,
    'WRONG_SHAPE',
    /without one_of/,
  ],
  [
    'a count of what is not there',
    `${SIF}, count: {into: ?x, value: ¦?child, of: ["parent(?p, ?_)"]}`,
    'UNBOUND',
    /of "of"/,
  ],
  ['a count of one value', `${SIF}, count: {into: ?x, value: ¦?p, of: ["parent(?p, ?_)"]}`, 'UNBOUND', /under "of"/],
  ['a total of names', `${SIF}, total: {into: ?x, value: ¦?c, of: ["parent(?p, ?c)"]}`, 'TYPE', /count/],
  [
    'an unknown key in a count',
    `${SIF}, count: {into: ?x, ¦valu: ?c, value: ?c, of: ["parent(?p, ?c)"]}`,
    'UNKNOWN_KEY',
    /"value"/,
  ],
]

export const BAD_SHAPES: readonly BadRule[] = [
  ['a placeholder that nothing fills', `${RIF}, say: "for ¦{q}"`, 'TEMPLATE', /variables/],
  ['a placeholder called constructor', `${RIF}, say: "for ¦{constructor}"`, 'TEMPLATE', /variables/],
  ['an open curly bracket', `${RIF}, say: "for ¦{p"`, 'TEMPLATE', /\{name\}/],
  ['a misspelt key', `${RIF}, ¦unles: ["has(?p, bleeding)"]`, 'UNKNOWN_KEY', /"unless"/],
  ['a key called constructor', `${RIF}, ¦constructor: 1`, 'UNKNOWN_KEY', /Its keys/],
  ['a key twice', `${RIF}, ¦if: ["has(?p, bleeding)"]`, 'DUPLICATE', /hide the first/],
  ['an exception without text', `${RIF}, ¦unless: `, 'MISSING_KEY', /take the key out/],
  ['no conclusion', '¦id: x, if: ["has(?p, af)"]', 'MISSING_KEY', /then:/],
  ['no id', '¦then: "recommend(?p, oral_anticoagulation)", if: ["has(?p, af)"]', 'MISSING_KEY', /id:/],
  ['an id that exists', `${RIF.replace('id: x', 'id: ¦base')}`, 'DUPLICATE', /of its own/],
  ['an id with a space', `${RIF.replace('id: x', 'id: ¦a b')}`, 'WRONG_SHAPE', /hyphens/],
  ['conditions that are no list', `${R}, if: ¦"has(?p, af)"`, 'WRONG_SHAPE', /list/],
  ['a condition that YAML takes for a map', `${RIF.slice(0, -1)}, ¦{has: af}]`, 'WRONG_SHAPE', /quote it/],
  ['an unknown status', `${RIF}, status: ¦aproved`, 'WRONG_SHAPE', /"approved"/],
  [
    'a period that ends before it begins',
    `${RIF}, valid_from: 2026-01-01, ¦valid_to: 2025-01-01`,
    'ORDER_OF_DATES',
    /Swap/,
  ],
  ['a period from a day that does not exist', `${RIF}, valid_from: ¦2026-02-30`, 'IMPOSSIBLE_DATE', /existing day/],
  ['a source that was read and is not named', `${RIF}, ¦source_read: yes`, 'MISSING_KEY', /source:/],
  ['an anchor', `${R}, if: &a ¦["has(?p, af)"]`, 'YAML', /where it belongs/],
  ['a tag', `${R}, if: !!js/function ¦["has(?p, af)"]`, 'YAML', /Take it out/],
  [
    'an example with an unknown relation',
    `${E}[{title: t, facts: ["has(p, af)", "¦hass(p, af)"], ${EXPECT}}]`,
    'UNKNOWN_RELATION',
    /"has"/,
  ],
  [
    'an example with a wrong unit',
    `${E}[{title: t, facts: ["has(p, af)", "weight(p, ¦58 cm)"], ${EXPECT}}]`,
    'UNIT',
    /kg/,
  ],
  [
    'an example with an impossible day',
    `${E}[{title: t, facts: ["has(p, af) @¦2026-02-31"], ${EXPECT.replace('(p,', '(?_,')}}]`,
    'IMPOSSIBLE_DATE',
    /existing day/,
  ],
  [
    'an example that expects an unknown name',
    `${E}[{title: t, facts: ["has(p, af)"], ${EXPECT.replace('oral', '¦orall')}}]`,
    'UNKNOWN_NAME',
    /oral_anticoagulation/,
  ],
  [
    'an example about a stranger',
    `${E}[{title: t, facts: ["has(q, af)"], ${EXPECT.replace('"', '¦"')}}]`,
    'EXAMPLE',
    /Correct the name/,
  ],
  [
    'an example that expects nothing',
    `${E}[¦{title: t, facts: ["has(p, af)"], as_of: 2026-01-01}]`,
    'EXAMPLE',
    /expect:/,
  ],
  [
    'an example without a day',
    `${E}[¦{title: t, facts: ["has(p, af)"], ${EXPECT.slice(19)}}]`,
    'MISSING_KEY',
    /as_of:/,
  ],
  [
    'an example with a variable',
    `${E}[{title: t, facts: ["has(p, af)"], ${EXPECT.replace('oral_anticoagulation', '¦?x')}}]`,
    'EXAMPLE',
    /\?_/,
  ],
  [
    'an exception example without an exception',
    `${E}[{title: t, facts: ["has(p, af)"], ¦exception: yes, ${EXPECT}}]`,
    'EXAMPLE',
    /unless/,
  ],
  [
    'an exception example that expects the conclusion',
    `${RIF}, unless: ["has(?p, bleeding)"], examples: [{title: t, facts: ["has(p, af)"], ¦exception: yes, ${EXPECT}}]`,
    'EXAMPLE',
    /not:/,
  ],
  [
    'a fact twice in an example',
    `${E}[{title: t, facts: ["has(p, af)", ¦"has(p,af)"], ${EXPECT}}]`,
    'DUPLICATE',
    /Keep one/,
  ],
  [
    'the day of the question as a fact',
    `${E}[{title: t, facts: ["has(p, af)", "¦today(2026-01-01)"], ${EXPECT}}]`,
    'WRONG_SHAPE',
    /another day/,
  ],
  ['a variable in a fact', `${E}[{title: t, facts: ["has(p, af)", "has(p, ¦?c)"], ${EXPECT}}]`, 'SYNTAX', /itself/],
]
