/** Questionnaires a malicious designer could hand in: each would do harm if it were believed. */
import type { DefinitionElement, Questionnaire } from '../../../surveys/questionnaire/questionnaire.ts'
import { said, whole } from './fixture.ts'

export type Hostile = { name: string; questionnaire: Questionnaire }

const script = '<img src=x onerror="window.__hostile=1"><script>window.__hostile=1</script>'
const away = 'http://127.0.0.1:9/hostile'
const choices = [
  { value: 'oui', text: said('Oui') },
  { value: 'non', text: said('Non') },
]

const parsed = (json: string) => JSON.parse(json) as Record<string, unknown>
const question = (change: Record<string, unknown>): DefinitionElement => ({
  type: 'radiogroup',
  name: 'q',
  title: said('Une question ?'),
  objectives: [26],
  sensitivity: 'ordinary',
  choices,
  ...change,
})

function nested(depth: number, make: (inner: unknown) => unknown): unknown {
  let value: unknown = question({})
  for (let at = 0; at < depth; at++) value = make(value)
  return value
}

type Edit = (questionnaire: Questionnaire) => void
const add =
  (...elements: unknown[]): Edit =>
  ({ definition }) =>
    void definition.pages[0]!.elements.push(...(elements as DefinitionElement[]))
const root =
  (properties: Record<string, unknown>): Edit =>
  ({ definition }) =>
    void Object.assign(definition, properties)
const first =
  (properties: Record<string, unknown>): Edit =>
  ({ definition }) =>
    void Object.assign(definition.pages[0]!.elements[0]!, properties)

const edits: Record<string, Edit> = {
  'a question made of HTML': add({ type: 'html', name: 'h', html: script }),
  'a script in a title': first({ title: said(`Viendrais-tu ? ${script}`) }),
  'a script in a choice': first({ choices: [{ value: 'oui', text: said(script) }, choices[1]] }),
  'a script in a description': first({ description: said(script) }),
  'a script in the notice': (questionnaire) => {
    questionnaire.notice.lines[0]!.text = said(script)
  },
  'a script in the title of the whole': (questionnaire) => {
    questionnaire.title = said(script)
  },
  'a script in a page title': ({ definition }) => void Object.assign(definition.pages[0]!, { title: said(script) }),
  'encoded markup': first({ title: said('&#60;img src=x onerror=alert(1)&#62; ?') }),
  'a javascript: address': first({ title: said('Voir javascript:window.__hostile=1') }),
  'an address of the outside': first({ description: said(`Voir ${away}`) }),
  'an answer piped into a title': add(question({ name: 'q', title: said('Et {venir} ?') })),
  'choices read at an address': add(question({ choicesByUrl: { url: `${away}?a={venir}` } })),
  'a departure at the end': root({ navigateToUrl: `${away}?a={venir}` }),
  'a conditional departure': root({ navigateToUrlOnCondition: [{ expression: '{venir} = 1', url: away }] }),
  'an end page of HTML': root({ completedHtml: script }),
  'an end page by condition': root({ completedHtmlOnCondition: [{ expression: '1 = 1', html: script }] }),
  'a waiting page of HTML': root({ loadingHtml: script, completedBeforeHtml: script }),
  'a cookie': root({ cookieName: 'hostile' }),
  'a logo from outside': root({ logo: `${away}.png` }),
  'an image question': add({ type: 'image', name: 'i', imageLink: `${away}.png` }),
  'an image picker': add({ type: 'imagepicker', name: 'i', choices: [{ value: 'a', imageLink: `${away}.png` }] }),
  'a file to send': add({ type: 'file', name: 'f' }),
  'a signature': add({ type: 'signaturepad', name: 's' }),
  'a free regular expression': add({
    type: 'text',
    name: 't',
    title: said('Texte'),
    validators: [{ type: 'regex', regex: '^(a+)+$' }],
  }),
  'a calculated value': root({ calculatedValues: [{ name: 'x', expression: 'iif({venir} = 1, 2, 3)' }] }),
  'a trigger': root({ triggers: [{ type: 'runexpression', expression: '1', runExpression: 'alert(1)' }] }),
  'a function in a condition': add(question({ visibleIf: "iif({venir} = 'oui', true, false)" })),
  'a condition that calculates': add(question({ visibleIf: '{venir} + 1 > 2' })),
  'a condition of 5 000 signs': add(question({ visibleIf: Array(300).fill("{venir} = 'oui'").join(' or ') })),
  'a condition of 400 brackets': add(question({ visibleIf: `${'('.repeat(400)}{venir} = 'oui'${')'.repeat(400)}` })),
  'groups 25 deep': add(nested(25, (inner) => ({ type: 'panel', name: 'p', elements: [inner] }))),
  'groups 2 000 deep': add(nested(2_000, (inner) => ({ type: 'panel', name: 'p', elements: [inner] }))),
  '100 000 choices': first({ choices: Array.from({ length: 1e5 }, (_, at) => ({ value: `v${at}`, text: 'x' })) }),
  '100 000 choices in one word': add({ type: 'rating', name: 'r', title: said('Note'), rateMax: 1e5 }),
  '1 000 rows of a grid': add({
    type: 'matrix',
    name: 'm',
    title: said('Grille'),
    columns: choices,
    rows: Array.from({ length: 1_000 }, (_, at) => ({ value: `r${at}`, text: 'x' })),
  }),
  '3 000 questions': add(...Array.from({ length: 3_000 }, (_, at) => question({ name: `q${at}` }))),
  'a text of a million signs': first({ title: said('a'.repeat(1_000_000)) }),
  'a key that reaches prototypes': ({ definition }) => {
    definition.pages[0]!.elements.push(
      parsed('{"type":"radiogroup","name":"p","__proto__":{"polluted":1},"choices":[]}') as DefinitionElement,
    )
  },
  'names that reach prototypes': add(question({ name: '__proto__' }), question({ name: 'constructor' })),
  'values that reach prototypes': add(question({ choices: [{ value: 'constructor', text: said('x') }, choices[0]] })),
  'a sensitive question by obligation': add(
    question({ sensitivity: 'sensitive', isRequired: true, title: said('Une maladie ?') }),
  ),
  'no notice': (questionnaire) => {
    questionnaire.notice.lines = []
  },
  'a widget of somebody': add({ type: 'text', name: 'w', renderAs: 'hostile', customWidgetName: 'hostile' }),
  'an indicator that names a prototype': (questionnaire) => {
    Object.assign(questionnaire.indicators[0]!, { measure: 'constructor', field: '__proto__' })
  },
  'conditions that take for ever': ({ definition }) => {
    const { elements } = definition.pages[0]!
    for (let at = 0; at < 180; at++)
      elements.push(
        question({
          name: `q${at}`,
          type: 'checkbox',
          choices: Array.from({ length: 8 }, (_, value) => ({ value: `v${value}`, text: 'x' })),
          visibleIf: Array.from(
            { length: Math.min(at, 14) },
            (_, back) => `{q${at - 1 - back}} allof ['v1', 'v2', 'v3', 'v4', 'v5']`,
          )
            .concat("{venir} = 'oui'", "{venir} = 'non'")
            .join(' and '),
        }),
      )
  },
}

export const hostile: readonly Hostile[] = Object.entries(edits).map(([name, edit], at) => {
  const questionnaire = whole(`hostile-${at + 1}`)
  edit(questionnaire)
  return { name, questionnaire }
})
