import { expect, test } from 'vitest'
import { spanAt, spansIn } from '../../../client/design/json/places.ts'
import { jsonProblem } from '../../../client/design/json/syntax.ts'
import { founding } from '../../../surveys/questionnaire/founding.ts'

const mistakeIn = (text: string) => {
  const problem = jsonProblem(text)
  return problem && `${problem.at} ${problem.message}`
}

test('a mistake of JSON is explained in French, where it is', () => {
  expect(mistakeIn('')).toMatch(/^0 Il n’y a rien ici/)
  expect(mistakeIn('{"a": 1,}')).toMatch(/^7 Cette virgule est de trop.*\}/)
  expect(mistakeIn('[1 2]')).toMatch(/^3 Il manque une virgule/)
  expect(mistakeIn('{"a" 1}')).toMatch(/^5 Il manque deux points/)
  expect(mistakeIn('{a: 1}')).toMatch(/^1 Le nom d’une propriété/)
  expect(mistakeIn('{"a": oui}')).toMatch(/^6 «.oui.» n’est ni un nombre/)
  expect(mistakeIn('{"a": «oui»}')).toMatch(/^6 Un texte s’écrit entre guillemets droits/)
  expect(mistakeIn('{"a": "oui\n}')).toMatch(/^6 Ce texte n’est pas fermé/)
  expect(mistakeIn('{"a": [1}')).toMatch(/^8 Il faut \] ici, pas \}/)
  expect(mistakeIn('{"a": {"b": 1}')).toMatch(/^0 Cette accolade n’est jamais fermée/)
  expect(mistakeIn('{"a": 01}')).toMatch(/^6 «.01.»/)
  expect(mistakeIn('{"a": "\\x"}')).toMatch(/^7 Une barre oblique/)
  expect(mistakeIn('{} {}')).toMatch(/^3 Le questionnaire est fini/)
  expect(mistakeIn('{"a":')).toMatch(/^5 Le texte s’arrête trop tôt/)
})

test('what JSON accepts is accepted', () => {
  for (const text of ['{}', ' [1, -2.5e3, true, null, "a\\u00e9\\n"] ', JSON.stringify(founding())])
    expect(mistakeIn(text)).toBe(null)
  expect(mistakeIn(`${'['.repeat(5_000)}`)).toContain('s’emboîte trop')
})

test('a finding leads to the line where its question, its page or its part is named', () => {
  const families = founding().find(({ slug }) => slug === 'familles')!
  const text = JSON.stringify(families, null, 2)
  const spanOf = spansIn(text)
  const read = (path: string) => text.slice(spanOf(path).from, spanOf(path).to)
  for (const page of families.definition.pages) {
    expect(read(page.name)).toBe(`"name": "${page.name}"`)
    for (const { name } of page.elements) expect(read(name)).toBe(`"name": "${name}"`)
  }
  expect(read('enfants.annee_naissance')).toBe('"name": "annee_naissance"')
  expect(text.slice(0, spanOf('enfants.annee_naissance').from)).toContain('"name": "enfants"')
  expect(read('notice')).toBe('"notice"')
  expect(read('indicators')).toBe('"indicators"')
  expect(spanOf('inconnu')).toEqual({ from: 0, to: 1 })
})

test('a wrong shape leads to the value that has it, or to the nearest that holds it', () => {
  const text = '{"a": [1, {"b": true}], "c": "d"}'
  const read = (path: (string | number)[]) => text.slice(spanAt(text, path).from, spanAt(text, path).to)
  expect(read(['c'])).toBe('"c"')
  expect(read(['a', 1, 'b'])).toBe('"b"')
  expect(read(['a', 1, 'x'])).toBe('{')
  expect(read(['z'])).toBe('{')
})
