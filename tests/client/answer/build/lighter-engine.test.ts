import { parseAst } from 'vite'
import { expect, test } from 'vitest'
import { leftOut, lightened } from '../../../../client/answer/build/lighter-engine.ts'

const module = `
import { a, b } from 'elsewhere'
class Kept { go() { return helper(a) } }
class Parent {}
class Unused extends Parent { go() { return b } }
__decorate([property()], Unused.prototype, "x", void 0)
__decorate([property()], Kept.prototype, "x", void 0)
function helper(value) { return value }
function __decorate() {}
function property() {}
Kept.Instance = new Kept()
Unused.Instance = new Unused()
started(helper)
function started() {}
class FileQuestion {}
Serializer.addClass("file", [], () => new FileQuestion())
QuestionFactory.Instance.registerQuestion("file", () => new FileQuestion())
class Serializer { static addClass() {} }
class QuestionFactory {}
export { Kept as Given, Unused, FileQuestion, Serializer }
`
const everything = [
  ...leftOut.map((name) => `Serializer.addClass("${name}", [])`),
  'var baseTheme = { cssVariables: { a: 1 } }',
  'const legacyCssVariables = { a: 1 }',
  'const more = { a: 1 }\nvar defaultCss = {\n  root: "heavy",\n  more: more,\n  panel: {\n    title: "heavy",\n  },\n}',
  'class DropdownListModel { updateItems() { return heavy } open() { return heavy } }',
  ...['Cover', 'CoverCell', 'DragDropDOMAdapter', 'DragDropRankingChoices', 'DragDropRankingSelectToRank'].map(
    (name) => `class ${name} { heavy() {} }`,
  ),
  ...['ProgressButtons', 'QuestionCompositeModel', 'QuestionCustomModel', 'TOCModel'].map(
    (name) => `class ${name} { heavy() {} }`,
  ),
].join('\n')
const lighter = (code: string, registers: boolean, uses: string[]) =>
  lightened(code, parseAst(code), { file: /./, uses, registers }, ['go'])

test('what is asked for comes with what it reads and what decorates it, without the rest', () => {
  const left = lighter(module, false, ['Given'])
  for (const part of ['class Kept', 'Kept.prototype', 'Kept.Instance', 'function helper', "{ a } from 'elsewhere'"])
    expect(left).toContain(part)
  for (const part of ['Unused', 'Parent', 'FileQuestion', 'started', ' b']) expect(left, part).not.toContain(part)
  expect(left).toContain('export { Kept as Given }')
})

test('a package that registers keeps what it does when it is loaded, but for the types nobody asks', () => {
  const left = lighter(
    `${module}\n${everything}\nconst pages = [new TOCModel()]\nread(pages)\nfunction read() {}`,
    true,
    ['Given'],
  )
  expect(left).toContain('started(helper)')
  expect(left).not.toContain('FileQuestion')
  expect(left).not.toContain('addClass("file"')
  // its name stays, for what might make one
  expect(left).toContain('class TOCModel {}')
  expect(left).not.toContain('heavy')
})

test('names of styles go, and what they are grouped in stays; a list opens nothing, and may still be asked to', () => {
  const left = lighter(`${module}\n${everything}\nread(defaultCss, DropdownListModel)\nfunction read() {}`, true, [
    'Given',
  ])
  const [css, List] = new Function(`${left.slice(left.indexOf('const more'), left.indexOf('read('))}
    return [defaultCss, DropdownListModel]`)()
  expect(css).toEqual({ more: { a: 1 }, panel: {} })
  expect(new List().updateItems()).toBeUndefined()
  expect(left).not.toContain('heavy')
})

test('of a class, the methods that somebody may name stay: the engine, what its texts say, what it puts together, our own sources', () => {
  const named = `
class Asked {
  constructor() { this.begun() }
  begun() { return 1 }
  get inText() { return 2 }
  get locTitle() { return 3 }
  go() { return 4 }
  static made() { return 5 }
  unnamed() { return this.onlyThere() + alone() }
  onlyThere() { return 6 }
  toString() { return 'seven' }
}
function alone() { return 8 }
function read(one, name) { return [one["loc" + name], one[name], Asked.made()] }
export { Asked, read, names }
const names = "inText:number"
`
  const left = lighter(named, false, ['Asked', 'read', 'names'])
  for (const name of ['alone', 'unnamed', 'onlyThere']) expect(left, name).not.toContain(name)
  const [Asked, read] = new Function(`${left.slice(0, left.indexOf('export'))}; return [Asked, read]`)()
  const one = new Asked()
  expect([...read(one, 'Title'), one.inText, one.go(), String(one)]).toEqual([3, undefined, 5, 2, 4, 'seven'])
})

test('a newer survey-core that names things otherwise stops the build instead of sending all of it', () => {
  expect(() => lighter(module, true, ['Given'])).toThrow(/survey-core has no buttongroup,/)
})
