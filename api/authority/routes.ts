/** Routes of the authority: what is in force, its parts as tables, a trial before each change, dated versions. */
import { levelCount } from '../../surveys/authority/levels.ts'
import type { Authority } from '../../surveys/authority/schema.ts'
import { dayOf } from '../../surveys/days.ts'
import { visitor } from '../accounts/visitor.ts'
import type { AppContext } from '../context.ts'
import { cacheMs } from '../http/cache.ts'
import { Problem } from '../http/problems.ts'
import type { Handlers } from '../http/serve.ts'
import { settingsService } from '../settings/settings.ts'
import { collections } from '../store/collections.ts'
import { type Checked, cellsOf, checked, type TableProblem } from '../tables/checked.ts'
import type { authorityContracts } from '../wire/contracts/authority.ts'
import { followAuthority, isFresh, newAuthority } from './begin.ts'
import { changesOf } from './changes.ts'
import { communesTable } from './communes-table.ts'
import { type Epci, epciOf, franceSource } from './france.ts'
import { heldBack } from './held-back.ts'
import { levelsTable } from './levels-table.ts'
import { linksTable } from './links-table.ts'
import { outlinesFrom } from './outlines.ts'
import { planTable } from './plan-table.ts'
import { placesTable, siglesTable } from './sigles-table.ts'
import type { AuthorityTable } from './table.ts'
import { transverseTable } from './transverse-table.ts'
import type { AuthorityVersion } from './versions.ts'
import { wordsTable } from './words-table.ts'
import { youngPlacesTable } from './young-places-table.ts'

export const authorityTables: readonly AuthorityTable[] = [
  planTable,
  transverseTable,
  levelsTable,
  siglesTable,
  communesTable,
  wordsTable,
  placesTable,
  youngPlacesTable,
  linksTable,
]
const mostProblems = 200

export function authorityRoutes(context: AppContext): Handlers<typeof authorityContracts> {
  const { authority } = context

  /** What lines would make of the authority in force, or what stands in the way. */
  async function tried(table: AuthorityTable, cells: string[][]) {
    const { number, authority: before } = await authority.now()
    const { rows, problems } = checked(
      { ...table, rules: [...table.rules, ...(table.rulesFor?.(before) ?? [])] },
      cells,
    )
    if (problems.length > 0) return { problems, changes: [] as string[], number, next: before }
    const next = table.with(before, rows)
    return { problems: await heldBack(context, before, next), changes: changesOf(before, next), number, next }
  }

  return {
    'GET /api/authority': () => authority.now(),
    'GET /api/authority/page': async () => {
      const { number, authority: now } = await authority.now()
      const { plan, territory, names } = now
      return {
        number,
        isFresh: await isFresh(context),
        name: names.name,
        plan: plan.title,
        source: territory.source.text,
        axes: plan.axes.length,
        actions: plan.actions.length,
        objectives: plan.objectives.length,
        communes: territory.communes.length,
        inhabitants: territory.communes.reduce((sum, { population }) => sum + population, 0),
        hasZones: (await context.tables.current('zones')) !== null,
        hasLinks: names.links === null || Object.keys(names.links).length > 0,
        tables: authorityTables.map((table) => ({
          name: table.name,
          title: table.title,
          help: table.help,
          lines: table.cellsOf(now).length,
        })),
        history: await Promise.all(
          (await authority.history()).map(async ({ authority: _, savedBy, ...version }) => ({
            ...version,
            savedBy: await context.accounts.all.nameOf(savedBy),
          })),
        ),
      }
    },
    'POST /api/authority/epci': async ({ body }) => {
      const { name, communes } = await found(body.siren)
      const listed = communes.map(({ insee, name: commune, population }) => ({ insee, name: commune, population }))
      return { name, communes: listed, source: franceSource }
    },
    'POST /api/authority/new': async ({ body, res }) => {
      const { siren, planText = '', ...said } = body
      const epci = await found(siren)
      if (!(await isFresh(context))) throw new Problem('authority-settled')
      const { login: savedBy } = visitor(res).account
      const { number } = await authority.now()
      const savedAt = context.now().toISOString()
      const date = dayOf(savedAt)
      const bare = newAuthority(epci, said, date)
      const { problems, rows } = pastedPlan(planText)
      if (problems.length > 0) throw new Problem('table-refused', problems.slice(0, mostProblems).map(problemLine))
      const next = rows.length === 0 ? bare : planTable.with(bare, rows)
      const saved = await authority.save(number, {
        authority: next,
        date,
        source: `Première mise en service : ${epci.name}, SIREN ${siren}`,
        changes: [`Collectivité : ${said.name}, ${epci.communes.length} communes.`],
        savedAt,
        savedBy,
      })
      if (!saved) throw new Problem('changed-meanwhile')
      await followAuthority(context)
      const settings = settingsService(context.store, context.now)
      const { values, revision } = await settings.read()
      if (revision > 0) await settings.save(revision, { ...values, name: said.name, timeZone: said.timeZone }, savedBy)
      await context.audit.record({ who: savedBy, what: 'authority-changed', about: said.name, details: { siren } })
      // the name of the site is remembered for a moment: the next page must say the new one
      await context.stopwatch.pass(cacheMs + 100)
      return {}
    },
    'POST /api/authority/plan': async ({ body }) => {
      const { problems, rows } = pastedPlan(body.text)
      const { authority: now } = await authority.now()
      if (problems.length > 0 || rows.length === 0) return { plan: null, problem: firstOf(problems) }
      return { plan: planSentence(planTable.with(now, rows)), problem: null }
    },
    'PUT /api/authority/outlines': async ({ body, res }) => {
      const outlines = outlinesFrom(body.text, body.source, body.licence)
      if ('wrong' in outlines) throw new Problem('form-refused', [{ path: 'text', message: outlines.wrong }])
      const { login: savedBy } = visitor(res).account
      const value = { outlines, savedAt: context.now().toISOString(), savedBy }
      await context.store.collection(collections.authorityOutlines).update('current', () => value)
      await context.audit.record({ who: savedBy, what: 'authority-changed', about: 'Contours des communes' })
      return {}
    },
    'GET /api/authority/tables/:table': async ({ params }) => {
      const table = known(params.table)
      const { number, authority: now } = await authority.now()
      const history = (await authority.history()).map(versionLine)
      return {
        name: table.name,
        title: table.title,
        help: table.help,
        columns: table.columns.map(({ label, help, optional = false, isFixed = false, words = [] }) => ({
          label,
          help,
          optional,
          isFixed,
          words: [...words],
        })),
        example: table.example(),
        cells: table.cellsOf(now),
        current: history.find((version) => version.number === number) ?? null,
        history,
        note: '',
      }
    },
    'POST /api/authority/tables/:table/read': ({ params, body }) => {
      const table = known(params.table)
      const { cells, problems } = cellsOf(table, body.text)
      const all = problems.length > 0 ? problems : checked(table, cells).problems
      return { cells, problems: all.slice(0, mostProblems) }
    },
    'POST /api/authority/tables/:table/check': async ({ params, body }) => {
      const { problems, changes } = await tried(known(params.table), body.cells)
      return { problems: problems.slice(0, mostProblems), changes: problems.length > 0 ? [] : changes }
    },
    'POST /api/authority/tables/:table': async ({ params, body, res }) => {
      const table = known(params.table)
      const { after, date, source } = body
      const { problems, changes, number, next } = await tried(table, body.cells)
      if (number !== after) throw new Problem('changed-meanwhile')
      if (problems.length > 0) throw new Problem('table-refused', problems.slice(0, mostProblems).map(problemLine))
      // nothing new makes no version
      if (changes.length === 0) return {}
      const { login: savedBy } = visitor(res).account
      const savedAt = context.now().toISOString()
      const saved = await authority.save(after, { authority: next, date, source, changes, savedAt, savedBy })
      if (!saved) throw new Problem('changed-meanwhile')
      if (await isFresh(context)) await followAuthority(context)
      const details = { version: saved.number, changements: changes.length, source }
      await context.audit.record({ who: savedBy, what: 'authority-changed', about: table.title, details })
      return {}
    },
  }
}

/** The plan of an authority that has no zone yet: what it says of zones is left for later. No text gives no row. */
function pastedPlan(text: string): Checked {
  if (text.trim() === '') return { rows: [], problems: [] }
  const zone = planTable.columns.findIndex(({ key }) => key === 'zone')
  const { cells, problems } = cellsOf(planTable, text)
  return problems.length > 0
    ? { rows: [], problems }
    : checked(
        planTable,
        cells.map((line) => line.with(zone, '')),
      )
}

function planSentence({ plan: { axes, actions, objectives } }: Authority): string {
  const levels = [
    levelCount('axis', axes.length),
    levelCount('action', actions.length),
    levelCount('objective', objectives.length),
  ]
  return `Plan\u202f: ${levels.join(', ')}.`
}

/** @throws Problem epci-unknown */
async function found(siren: string): Promise<Epci> {
  const epci = await epciOf(siren)
  if (!epci) throw new Problem('epci-unknown')
  return epci
}

function known(name: string): AuthorityTable {
  const table = authorityTables.find((one) => one.name === name)
  if (!table) throw new Problem('table-unknown')
  return table
}

const firstOf = ([first]: readonly TableProblem[]): string | null =>
  first === undefined ? null : first.line === null ? first.message : `Ligne ${first.line} : ${first.message}`

const problemLine = ({ line, message }: { line: number | null; message: string }) => ({
  path: line === null ? 'table' : `ligne ${line}`,
  message,
})

const versionLine = ({ number, date, source, savedAt, savedBy, changes }: AuthorityVersion) => ({
  number,
  date,
  source,
  savedAt,
  savedBy,
  lines: changes.length,
})
