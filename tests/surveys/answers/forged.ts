/** Wrong answers for every type of question, and whole responses no client sends. */
import { elementsIn, type LocatedElement, special } from '../../../surveys/questionnaire/elements.ts'
import { commentKey } from '../../../surveys/questionnaire/fields.ts'
import type { Questionnaire } from '../../../surveys/questionnaire/questionnaire.ts'

type Json = Record<string, unknown>
export type Forgery = { name: string; answers: unknown }

/** JSON.parse makes `__proto__` an own key, as a request body does. */
const parsed = (json: string): unknown => JSON.parse(json)

/** Never right, whatever the question asks. */
const alwaysWrong: unknown[] = [
  '',
  '   ',
  ' bord',
  'a\u0000b',
  '\ud800',
  '\u202etxet',
  {},
  [],
  [[]],
  [null],
  [{}],
  { $gt: '' },
  { $ne: null },
  { $where: 'sleep(1000)' },
  { length: 1, 0: 'a' },
  parsed('{"__proto__":{"admin":true}}'),
  { constructor: { prototype: { admin: true } } },
  { toString: 'x' },
  1e308,
  -1e9,
  0.5,
  ['x', { $gt: '' }],
  [['oui']],
  'x'.repeat(1_001),
  Array.from({ length: 500 }, () => 'oui'),
  nested(200),
]

function nested(depth: number): unknown {
  let value: unknown = 'fond'
  for (let level = 0; level < depth; level++) value = [value]
  return value
}

const notText: unknown[] = [
  true,
  false,
  0,
  1,
  '0',
  'oui ',
  'OUI',
  'inconnu_au_bataillon',
  'constructor',
  '__proto__',
  'toString',
  ['oui'],
]
const row = (changed: Json) => [{ week: null, day: 1, from: 10, to: 12, cover: 'none', ...changed }]
const noCover = { week: null, day: 1, from: 10, to: 12 }

const wrongByType: Record<string, (place: LocatedElement) => unknown[]> = {
  radiogroup: () => notText,
  dropdown: () => notText,
  checkbox: ({ element }) => {
    const [first, second] = (element.choices as { value: string }[] | undefined) ?? []
    const alone = element.showNoneItem ? special.none : element.showRefuseItem ? special.refuse : null
    return [
      ...notText,
      'oui',
      ['inconnu_au_bataillon'],
      [1],
      [true],
      [null],
      ['__proto__'],
      ...(first ? [[first.value, first.value], first.value, [first.value, 'zz'], [first.value.toUpperCase()]] : []),
      ...(first && alone
        ? [
            [first.value, alone],
            [alone, alone],
          ]
        : []),
      ...(first && second ? [{ 0: first.value, 1: second.value }] : []),
      ...(Array.isArray(element.choices) && element.choices.length > Number(element.maxSelectedChoices)
        ? [(element.choices as { value: string }[]).map(({ value }) => value)]
        : []),
    ]
  },
  text: ({ element }) =>
    element.inputType === 'date'
      ? [
          '2026-02-30',
          '2026-13-01',
          '2026-3-5',
          '05/03/2026',
          '2026',
          '1899-01-01',
          '2100-01-01',
          20260305,
          true,
          ['2026-03-05'],
          '2026-03-05T00:00:00Z',
          '2026-03-05 ',
        ]
      : element.inputType === 'number'
        ? ['abc', '5', 'NaN', true, 2.5, Number(element.min) - 1, Number(element.max) + 1, [3], '1e3', 1e21]
        : [1, 0, true, false, ['texte'], 'deux\nlignes', 'x'.repeat(201)],
  comment: () => [1, true, ['texte'], 'x'.repeat(1_001), 'a\u0007b', 'a\u2066b'],
  boolean: () => ['true', 'false', 'oui', 0, 1, [true], { value: true }, 'on'],
  rating: () => ['1', '3', -1, 11, 2.5, true, [3], 99, '5 étoiles'],
  slider: ({ element }) => [
    ...['50', true, [50], 2.5, '0', 1e21],
    Number(element.min) - Number(element.step ?? 1),
    Number(element.max) + Number(element.step ?? 1),
    ...(element.step === undefined ? [] : [Number(element.min) + 1]),
  ],
  ranking: ({ element }) => {
    const values = (element.choices as { value: string }[] | undefined)?.map(({ value }) => value) ?? ['a', 'b']
    return [
      values.slice(1),
      [...values, values[0]],
      values.map(() => values[0]),
      [...values, 'intrus'],
      values.join(','),
      values[0],
      { ...values },
      [...values.slice(1), 'intrus'],
      values.map(() => 1),
      [values],
    ]
  },
  matrix: ({ element }) => {
    const [first] = element.rows as { value: string }[]
    const [column] = element.columns as { value: string }[]
    const ofOtherGrid = element.cellType === 'checkbox' ? column!.value : [column!.value]
    return [
      'oui',
      1,
      true,
      [column!.value],
      { inconnue: column!.value },
      { [first!.value]: 'inconnue' },
      { [first!.value]: null },
      { [first!.value]: ofOtherGrid },
      { [first!.value]: [column!.value, column!.value] },
      { [first!.value]: [] },
      { [first!.value]: { $gt: '' } },
      { [first!.value]: 1 },
      { [first!.value]: column!.value, intruse: column!.value },
      parsed(`{"__proto__":"${column!.value}"}`),
      { [first!.value]: '' },
      { [first!.value]: true },
      { [first!.value.toUpperCase()]: column!.value },
    ]
  },
  numbers: ({ element }) => {
    const [first] = element.rows as { value: string }[]
    const line = (value: unknown) => ({ [first!.value]: value })
    const wrong = ['2', 2.5, Number(element.min) - 1, Number(element.max) + 1, null, true, [2], {}, Number.NaN, 1e21]
    return ['2', 2, true, [2], {}, { inconnue: 2 }, { ...line(2), intruse: 2 }, ...wrong.map(line)]
  },
  weekhours: () => [
    'lundi',
    1,
    true,
    { week: null },
    row({ week: 'C' }),
    row({ week: 'a' }),
    row({ week: undefined }),
    row({ day: 0 }),
    row({ day: 8 }),
    row({ day: '1' }),
    row({ day: 1.5 }),
    row({ from: -1 }),
    row({ from: 48 }),
    row({ from: '10' }),
    row({ to: 10 }),
    row({ to: 9 }),
    row({ to: 49 }),
    row({ to: 12.5 }),
    row({ cover: 'peut-être' }),
    row({ cover: undefined }),
    row({ note: 'x' }),
    [noCover],
    [row({})[0], row({ from: 11, to: 13 })[0]],
    [row({})[0], row({ week: 'A' })[0]],
    Array.from({ length: 141 }, (_, at) => row({ day: 1 + (at % 7), from: at % 47, to: (at % 47) + 1 })[0]),
    [row({})[0], null],
    [[1, 10, 12]],
    row({ from: { $gt: 0 } }),
    [parsed('{"week":null,"day":1,"from":10,"to":12,"__proto__":"none"}')],
  ],
  paneldynamic: ({ element }) => [
    'deux',
    2,
    true,
    {},
    [null],
    ['x'],
    [[]],
    [1],
    Array.from({ length: Number(element.maxPanelCount) + 1 }, () => ({})),
    [{ intrus: 1 }],
    [parsed('{"__proto__":{"a":1}}')],
    { 0: {} },
    [{ $gt: '' }],
  ],
}

/** Each question that was asked, with each wrong answer of its type; in the first row for a repeated panel. */
export function forgedAnswers(questionnaire: Questionnaire, answers: Json): Forgery[] {
  return elementsIn(questionnaire.definition).flatMap((place) => {
    const { element, parent } = place
    const rows = parent === null ? null : (answers[parent.name] as Json[] | null | undefined)
    const holder = parent === null ? answers : rows?.[0]
    if (holder === undefined || !Object.hasOwn(holder, element.name)) return []
    return [...alwaysWrong, ...(wrongByType[element.type]?.(place) ?? [])].map((wrong, at) => ({
      name: `${parent === null ? '' : `${parent.name}.0.`}${element.name} (${element.type}) #${at} ${JSON.stringify(wrong)?.slice(0, 60)}`,
      answers: rows
        ? { ...answers, [parent!.name]: [{ ...holder, [element.name]: wrong }, ...rows.slice(1)] }
        : { ...answers, [element.name]: wrong },
    }))
  })
}

/** Wrong keys at the top and inside the rows, hidden questions filled, required ones blank, drawn values made up. */
export function forgedResponses(questionnaire: Questionnaire, answers: Json): Forgery[] {
  const places = elementsIn(questionnaire.definition).filter(({ parent }) => parent === null)
  const json = JSON.stringify(answers)
  const keys = [
    'intruse',
    '$where',
    '$set',
    'a.b',
    '__proto__',
    'constructor',
    'prototype',
    'toString',
    'hasOwnProperty',
    '_id',
    '',
    ' garde',
    'GARDE',
    'é'.repeat(5_000),
  ]
  const withKey = keys.map((key) => ({
    name: `key ${key.slice(0, 20)}`,
    answers: parsed(`{${JSON.stringify(key)}:{"a":1},${json.slice(1)}`),
  }))
  const hidden = places.filter(({ element }) => !Object.hasOwn(answers, element.name))
  const filled = hidden.flatMap(({ element }) =>
    [null, 'oui', ['oui'], 3, true, {}].map((value) => ({
      name: `${element.name} hidden`,
      answers: { ...answers, [element.name]: value },
    })),
  )
  const required = places.filter(({ element }) => element.isRequired === true && Object.hasOwn(answers, element.name))
  const blank = required.map(({ element }) => ({
    name: `${element.name} required`,
    answers: { ...answers, [element.name]: null },
  }))
  const drawn = questionnaire.assigned.flatMap(({ name }) =>
    [undefined, null, '', 'zz', 1, [], { $gt: '' }].map((value) => ({
      name: `${name} drawn`,
      answers: { ...answers, [name]: value },
    })),
  )
  const comments = places
    .filter(({ element }) => element.showOtherItem === true && Object.hasOwn(answers, element.name))
    .flatMap(({ element }) => commentForgeries(answers, element.name))
  const rows = places
    .filter(({ element }) => element.type === 'paneldynamic' && Array.isArray(answers[element.name]))
    .flatMap(({ element }) =>
      keys.map((key) => ({
        name: `${element.name}.0 key ${key.slice(0, 20)}`,
        answers: { ...answers, [element.name]: withKeyInFirst(answers[element.name] as Json[], key) },
      })),
    )
  const shapes = [null, undefined, 'texte', 1, true, [], [answers], {}, new Map(Object.entries(answers))].map(
    (shape, at) => ({ name: `shape ${at}`, answers: shape }),
  )
  return [...withKey, ...filled, ...blank, ...drawn, ...comments, ...rows, ...shapes]
}

const withKeyInFirst = ([first, ...others]: Json[], key: string) => [
  parsed(`{${JSON.stringify(key)}:1,${JSON.stringify(first).slice(1)}`.replace(/,}$/, '}')),
  ...others,
]

function commentForgeries(answers: Json, name: string): Forgery[] {
  const key = commentKey(name)
  const value = answers[name]
  const isOther = value === special.other || (Array.isArray(value) && value.includes(special.other))
  const wrong = isOther
    ? [undefined, '', '  ', 3, true, [], {}, { $gt: '' }, 'x'.repeat(201), 'a\u0000']
    : [null, '', 'précision', 3]
  return wrong.map((comment) => ({
    name: `${key} ${JSON.stringify(comment)?.slice(0, 20)}`,
    answers: { ...answers, [key]: comment },
  }))
}
