/** Routes of the reference tables: read what was pasted, check what was typed, save a dated version. */

import { visitor } from '../accounts/visitor.ts'
import type { AppContext } from '../context.ts'
import type { Routes } from '../http/access.ts'
import { body } from '../http/body.ts'
import { Problem } from '../http/problems.ts'
import * as wire from '../wire/staff.ts'
import { cellsOf, checked } from './checked.ts'
import { initialCells, noteOf } from './initial.ts'
import { type Kind, kindOf, kinds } from './kinds.ts'
import type { TableVersion } from './versions.ts'

const bytes = 1_000_000
const keys = 110_000

export function tableRoutes(api: Routes, context: AppContext): void {
  const { tables } = context

  api.get('/api/tables', async (_req, res) => {
    const all = await tables.all()
    const lines = kinds.map(({ name, title, help }) => ({ name, title, help, current: versionLine(all.get(name)) }))
    res.json(wire.TableList.parse({ tables: lines }))
  })
  api.get('/api/tables/:kind', async (req, res) => {
    const kind = known(req.params.kind)
    const history = await tables.history(kind.name)
    const [current] = history
    res.json(
      wire.TablePage.parse({
        name: kind.name,
        title: kind.title,
        help: kind.help,
        columns: kind.columns.map(({ label, help, optional = false, words = [] }) => ({
          label,
          help,
          optional,
          words: [...words],
        })),
        example: kind.example,
        cells: current?.cells ?? initialCells(kind),
        current: versionLine(current),
        history: history.map((version) => versionLine(version)),
        note: current ? '' : noteOf(kind),
      }),
    )
  })
  api.post('/api/tables/:kind/read', ...body(wire.Pasted, bytes), (req, res) => {
    const kind = known(req.params.kind)
    const { cells, problems } = cellsOf(kind, res.locals.body.text)
    const all = problems.length > 0 ? problems : checked(kind, cells).problems
    res.json(wire.ReadTable.parse({ cells, problems: all.slice(0, 200) }))
  })
  api.post('/api/tables/:kind/check', ...body(wire.TypedTable, bytes, keys), (req, res) => {
    const { cells } = res.locals.body
    res.json(
      wire.ReadTable.parse({ cells: [], problems: checked(known(req.params.kind), cells).problems.slice(0, 200) }),
    )
  })
  api.post('/api/tables/:kind', ...body(wire.NewTable, bytes, keys), async (req, res) => {
    const kind = known(req.params.kind)
    const { after, cells, date, source } = res.locals.body
    const { rows, problems } = checked(kind, cells)
    if (problems.length > 0) throw new Problem('table-refused', problems.slice(0, 200).map(problemLine))
    const { login: savedBy } = visitor(res).account
    const savedAt = context.now().toISOString()
    const saved = await tables.save(after, { kind: kind.name, cells, rows, date, source, savedAt, savedBy })
    if (!saved) throw new Problem('changed-meanwhile')
    const details = { version: saved.number, lignes: rows.length, source }
    await context.audit.record({ who: savedBy, what: 'table-saved', about: kind.title, details })
    res.status(201).json({})
  })
}

function known(name: unknown): Kind {
  const kind = kindOf(String(name))
  if (!kind) throw new Problem('table-unknown')
  return kind
}

const problemLine = ({ line, message }: { line: number | null; message: string }) => ({
  path: line === null ? 'table' : `ligne ${line}`,
  message,
})

const versionLine = (version: TableVersion | undefined) =>
  version
    ? {
        number: version.number,
        date: version.date,
        source: version.source,
        savedAt: version.savedAt,
        savedBy: version.savedBy,
        lines: version.rows.length,
      }
    : null
