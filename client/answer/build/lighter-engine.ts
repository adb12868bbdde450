/**
 * Vite plugin: leaves out of SurveyJS what no page of ours uses, so that a phone does not fetch it.
 * The packages stay as they are installed, and what remains of them is theirs, statement for statement.
 */
import type { Plugin } from 'vite'
import { typeNames } from '../../../surveys/types/catalogue.ts'
import { type Node, reached, type Statement, statementOf, textOf } from './live-parts.ts'

/** Under these names SurveyJS registers types of question that the catalogue has not, and what belongs to those alone. */
export const leftOut: readonly string[] = [
  ...['buttongroup', 'buttongroupitemvalue', 'currencymask', 'datetimemask', 'expression', 'file', 'flowpanel', 'html'],
  ...['image', 'imageitemvalue', 'imagemap', 'imagemaparea', 'imagepicker', 'matrixdropdown', 'matrixdropdownbase'],
  ...['matrixdropdowncolumn', 'matrixdynamic', 'multipletext', 'multipletextitem', 'numericmask', 'patternmask'],
  ...['signaturepad', 'tagbox'],
]

/** What stands in its place, or how it is made from its code. */
type Instead = string | ((code: string) => string)

const listMethods = [
  ...['clear', 'dispose', 'loadQuestionChoices', 'locStrsChanged', 'onBlur', 'onFocus', 'setAllowCustomChoices'],
  ...['setChoicesLazyLoadEnabled', 'setInputPlaceholder', 'setInputStringFromSelectedItem', 'setSearchEnabled'],
  ...['updateCssClasses', 'updateItems'],
]

/**
 * What only the root component reads or makes, which is not used (it writes a `<style>` that the policy refuses),
 * what drags, and what draws: the names stay, with nothing behind them.
 */
const emptied: ReadonlyMap<string, Instead> = new Map<string, Instead>([
  // names of classes of styles: what is drawn has ours
  ['defaultCss', (code) => code.replace(/^\s*["\w]+: "[^"]*",?\n/gm, '')],
  // a list is the device's own: nothing is searched, opened or closed
  ['DropdownListModel', `class DropdownListModel { ${listMethods.map((name) => `${name}() {}`).join(' ')} }`],
  ['baseTheme', 'const baseTheme = { cssVariables: {} }'],
  ['legacyCssVariables', 'const legacyCssVariables = {}'],
  ...[
    ...['Cover', 'CoverCell', 'DragDropDOMAdapter', 'DragDropRankingChoices', 'DragDropRankingSelectToRank'],
    ...['ProgressButtons', 'QuestionCompositeModel', 'QuestionCustomModel', 'TOCModel'],
  ].map((name): [string, string] => [name, `class ${name} {}`]),
])

type PackageRow = {
  file: RegExp
  /** What our own sources import. The build fails on a name that is missing here. */
  uses: readonly string[]
  /** Whether what it does when it is loaded counts. */
  registers: boolean
}
export const packages: readonly PackageRow[] = [
  {
    file: /survey-core[\\/]fesm[\\/]survey-core\.mjs$/,
    uses: [
      ...['ConditionsParser', 'ElementFactory', 'Model', 'PanelModelBase', 'Question', 'QuestionFactory'],
      ...[
        'QuestionNonValue',
        'QuestionPanelDynamicModel',
        'Serializer',
        'SurveyError',
        'settings',
        'setupLocale',
        'surveyLocalization',
      ],
    ],
    registers: true,
  },
  { file: /survey-react-ui[\\/]fesm[\\/]survey-react-ui\.mjs$/, uses: ['ReactQuestionFactory'], registers: false },
]

/** @param words every word of our own sources: the engine may be asked for any of them */
export function lighterEngine(words: () => Promise<Iterable<string>>): Plugin {
  return {
    name: 'lighter-engine',
    apply: 'build',
    async transform(code, id) {
      const row = packages.find(({ file }) => file.test(id.split('?')[0]!))
      return row ? { code: lightened(code, this.parse(code), row, await words()), map: null } : null
    },
  }
}

/**
 * The statements of a module that something used needs, and the methods of its classes.
 *
 * @param row the names asked of it
 * @param words that what asks may say to it
 * @throws Error when the catalogue asks for a type that is left out, or the package registers no longer what is left out
 */
export function lightened(code: string, program: unknown, row: PackageRow, words: Iterable<string>): string {
  const asked = leftOut.filter((name) => (typeNames as string[]).includes(name))
  if (asked.length > 0) throw new Error(`${asked.join(', ')}: a type of the catalogue is left out of the pages`)
  const missing = row.registers
    ? [
        ...leftOut.filter((name) => !code.includes(`Serializer.addClass("${name}"`)),
        ...[...emptied.keys()].filter((name) => !new RegExp(`^(?:class|var|const) ${name}\\b`, 'm').test(code)),
      ]
    : []
  if (missing.length > 0) throw new Error(`survey-core has no ${missing.join(', ')}: mend the list of what is left out`)

  const body = (program as { body: Node[] }).body
  const statements = body.filter(({ type }) => !/^(Import|ExportNamed)Declaration$/.test(type)).map(statementOf)
  const exported = new Map(body.flatMap(exportsOf))
  const isAsked = ({ declares }: Statement) => row.uses.some((name) => declares.includes(exported.get(name) ?? ''))
  const isDone = ({ declares, owner, node }: Statement) =>
    row.registers && declares.length === 0 && owner === null && !isLeftOut(code, node)
  const roots = statements.filter((one) => isAsked(one) || isDone(one))
  const { live, methods } = reached(statements, roots, words, isEmptied)

  const needed = new Set([...live].flatMap(({ names }) => [...names]))
  for (const { names } of methods) for (const name of names) needed.add(name)
  const imports = body.filter(({ type }) => type === 'ImportDeclaration').map((node) => importOf(code, node, needed))
  const used = statements
    .filter((one) => live.has(one))
    .map((one) => {
      const text = textOf(code, one, methods)
      const instead = insteadOf(one)
      return typeof instead === 'function' ? instead(text) : (instead ?? text)
    })
  const given = row.uses.map((name) => `${exported.get(name)} as ${name}`)
  return [...imports, ...used, `export { ${given.join(', ')} }`].join('\n')
}

const insteadOf = ({ declares: [name = ''] }: Statement) => emptied.get(name)
const isEmptied = (one: Statement) => typeof insteadOf(one) === 'string'

/** `Serializer.addClass("file", …)`, `QuestionFactory.Instance.registerQuestion("file", …)`, `Serializer.getProperty("file", …).type = …`. */
function isLeftOut(code: string, { start, end }: Node): boolean {
  const name = /^[\w.]*\.(?:addClass|registerQuestion|getProperty)\("(\w+)"/.exec(
    code.slice(start, Math.min(end, start + 100)),
  )?.[1]
  return name !== undefined && leftOut.includes(name)
}

const exportsOf = (node: Node): [string, string][] =>
  node.type === 'ExportNamedDeclaration'
    ? (node.specifiers as { local: Node; exported: Node }[]).map(({ local, exported }) => [
        exported.name as string,
        local.name as string,
      ])
    : []

/** An import without the names that nothing needs any more. */
function importOf(code: string, node: Node, needed: ReadonlySet<string>): string {
  const source = (node.source as Node).value as string
  const wanted = (node.specifiers as (Node & { local: Node })[]).filter(({ local }) => needed.has(local.name as string))
  if (wanted.length === 0) return ''
  if (wanted.some(({ type }) => type !== 'ImportSpecifier')) return code.slice(node.start, node.end)
  return `import { ${wanted.map(({ start, end }) => code.slice(start, end)).join(', ')} } from '${source}'`
}
