/**
 * Vite plugin: leaves out of SurveyJS what no page of ours uses, so that a phone does not fetch it.
 * The packages stay as they are installed, and what remains of them is theirs, statement for statement.
 */
import type { Plugin } from 'vite'
import { typeNames } from '../../../surveys/types/catalogue.ts'

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
const packages: readonly PackageRow[] = [
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

export function lighterEngine(): Plugin {
  return {
    name: 'lighter-engine',
    apply: 'build',
    transform(code, id) {
      const row = packages.find(({ file }) => file.test(id.split('?')[0]!))
      return row ? { code: lightened(code, this.parse(code), row), map: null } : null
    },
  }
}

type Node = { type: string; start: number; end: number; [key: string]: unknown }
type Statement = { node: Node; declares: string[]; names: ReadonlySet<string>; owner: string | null }

/**
 * The statements of a module that something used needs.
 *
 * @param row the names asked of it
 * @throws Error when the catalogue asks for a type that is left out, or the package registers no longer what is left out
 */
export function lightened(code: string, program: unknown, row: PackageRow): string {
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
  const declaring = new Map(statements.flatMap((one) => one.declares.map((name) => [name, one] as const)))
  const owned = Map.groupBy(statements, ({ owner }) => owner)

  const live = new Set<Statement>()
  const reach = (one: Statement | undefined) => {
    if (one === undefined || live.has(one)) return
    live.add(one)
    if (isEmptied(one)) return
    for (const name of one.names) reach(declaring.get(name))
    for (const name of one.declares) for (const more of owned.get(name) ?? []) reach(more)
  }
  for (const name of row.uses) reach(declaring.get(exported.get(name) ?? ''))
  if (row.registers)
    for (const one of statements)
      if (one.declares.length === 0 && one.owner === null && !isLeftOut(code, one.node)) reach(one)

  const needed = new Set([...live].flatMap(({ names }) => [...names]))
  const imports = body.filter(({ type }) => type === 'ImportDeclaration').map((node) => importOf(code, node, needed))
  const used = statements.filter((one) => live.has(one)).map((one) => textOf(code, one))
  const given = row.uses.map((name) => `${exported.get(name)} as ${name}`)
  return [...imports, ...used, `export { ${given.join(', ')} }`].join('\n')
}

const isEmptied = ({ declares: [name = ''] }: Statement) => typeof emptied.get(name) === 'string'
function textOf(code: string, { node, declares: [name = ''] }: Statement): string {
  const [whole, instead] = [code.slice(node.start, node.end), emptied.get(name)]
  return typeof instead === 'function' ? instead(whole) : (instead ?? whole)
}

function statementOf(node: Node): Statement {
  const names = new Set<string>()
  collect(node, names)
  return { node, declares: declaredBy(node), names, owner: ownerOf(node) }
}

function declaredBy(node: Node): string[] {
  if (node.type === 'VariableDeclaration')
    return (node.declarations as { id: Node }[]).map(({ id }) => id.name as string)
  return node.type === 'ClassDeclaration' || node.type === 'FunctionDeclaration'
    ? [(node.id as Node).name as string]
    : []
}

/** Whose part a statement is: `X.y = …` and `__decorate([…], X.prototype, …)` matter only with X. */
function ownerOf({ type, expression }: Node): string | null {
  if (type !== 'ExpressionStatement') return null
  const { type: kind, left, callee, arguments: given } = expression as Node & { arguments?: Node[] }
  if (kind === 'AssignmentExpression') return rootOf(left as Node)
  const isDecorated = kind === 'CallExpression' && (callee as Node).name === '__decorate'
  return isDecorated ? rootOf(given![1]!) : null
}

const rootOf = (node: Node): string | null =>
  node.type === 'Identifier'
    ? (node.name as string)
    : node.type === 'MemberExpression'
      ? rootOf(node.object as Node)
      : null

/** `Serializer.addClass("file", …)`, `QuestionFactory.Instance.registerQuestion("file", …)`, `Serializer.getProperty("file", …).type = …`. */
function isLeftOut(code: string, { start, end }: Node): boolean {
  const name = /^[\w.]*\.(?:addClass|registerQuestion|getProperty)\("(\w+)"/.exec(
    code.slice(start, Math.min(end, start + 100)),
  )?.[1]
  return name !== undefined && leftOut.includes(name)
}

/** Every name a piece of code may read; a name shadowed inside it is counted too, which only keeps more. */
function collect(node: unknown, names: Set<string>): void {
  if (Array.isArray(node)) for (const one of node) collect(one, names)
  if (node === null || typeof node !== 'object' || Array.isArray(node)) return
  const { type, name, computed } = node as Node
  if (type === 'Identifier') names.add(name as string)
  for (const [key, child] of Object.entries(node)) {
    const isLabel =
      !computed && ((key === 'property' && type === 'MemberExpression') || (key === 'key' && type !== undefined))
    if (!isLabel) collect(child, names)
  }
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
