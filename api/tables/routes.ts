/** Routes of the reference tables: read what was pasted, check what was typed, save a dated version. */
import { visitor } from '../accounts/visitor.ts'
import type { AppContext } from '../context.ts'
import { Problem } from '../http/problems.ts'
import type { Handlers } from '../http/serve.ts'
import type { tableContracts } from '../wire/contracts/table.ts'
import { cellsOf, checked } from './checked.ts'
import { type Expected, expectedOf } from './expected.ts'
import { initialCells, noteOf } from './initial.ts'
import { type Kind, kindOf, kinds } from './kinds.ts'
import type { Row } from './row.ts'
import type { TableVersion } from './versions.ts'
import { zoneDoubts } from './zone-doubts.ts'
import { zonesUsedText } from './zones-used.ts'

export function tableRoutes(context: AppContext): Handlers<typeof tableContracts> {
  const { tables } = context
  const lineOf = async (version: TableVersion) => ({
    number: version.number,
    date: version.date,
    source: version.source,
    savedAt: version.savedAt,
    savedBy: await context.accounts.all.nameOf(version.savedBy),
    lines: version.rows.length,
  })
  /** The table with the rules that depend on the zones and the questionnaires of today, and the words it borrows. */
  const strict = async (name: string): Promise<{ kind: Kind } & Pick<Expected, 'spelt' | 'missing'>> => {
    const kind = known(name)
    const { rules, spelt, missing } = await expectedOf(context, name)
    return { kind: { ...kind, lineRules: [...(kind.lineRules ?? []), ...rules] }, spelt, missing }
  }
  /** What is asked of somebody before the table is saved, in sentences. */
  const doubtsOf = async (name: string, rows: readonly Row[]): Promise<string[]> => {
    const current = await tables.current(name)
    return [
      ...(name === 'zones' ? zoneDoubts(rows, current) : []),
      ...fewerLines(rows.length, current?.rows.length ?? 0),
    ]
  }

  return {
    'GET /api/tables': async () => {
      const all = await tables.all()
      return {
        tables: await Promise.all(
          kinds.map(async ({ name, title, help, without }) => {
            const current = all.get(name)
            return { name, title, help, without, current: current ? await lineOf(current) : null }
          }),
        ),
      }
    },
    'GET /api/tables/:kind': async ({ params }) => {
      const kind = known(params.kind)
      const history = await tables.history(kind.name)
      const [current] = history
      const expected = await expectedOf(context, kind.name)
      const { cells, source, date, limits, words: offered, usedBy, spelt, missing } = expected
      return {
        name: kind.name,
        title: kind.title,
        help: kind.help,
        columns: kind.columns.map(({ label, help, optional = false, isFixed = false, words = [] }) => ({
          label,
          help,
          optional,
          isFixed,
          words: [...(offered[label] ?? words)],
        })),
        expected: cells.length > 0 ? { cells, source, date, limits } : null,
        usedBy,
        missing: current ? missing(current.rows) : [],
        example: kind.example(),
        cells: spelt(current?.cells ?? initialCells(kind)),
        current: current ? await lineOf(current) : null,
        history: await Promise.all(history.map(lineOf)),
        note: [current ? '' : noteOf(kind), kind.name === 'zones' ? await zonesUsedText(context) : '']
          .filter(Boolean)
          .join(' '),
      }
    },
    'GET /api/tables/:kind/versions/:number': async ({ params }) => {
      const { kind, spelt } = await strict(params.kind)
      const history = await tables.history(kind.name)
      const version = history.find(({ number }) => number === params.number)
      if (!version) throw new Problem('table-unknown')
      return { ...(await lineOf(version)), cells: spelt(version.cells) }
    },
    'POST /api/tables/:kind/read': async ({ params, body }) => {
      const { kind, spelt } = await strict(params.kind)
      const { cells: pasted, problems } = cellsOf(kind, body.text)
      const cells = spelt(pasted)
      const all = problems.length > 0 ? problems : checked(kind, cells).problems
      return { cells, problems: all.slice(0, 200) }
    },
    'POST /api/tables/:kind/check': async ({ params, body }) => {
      const { kind, spelt, missing } = await strict(params.kind)
      const { rows, problems } = checked(kind, spelt(body.cells))
      const isRight = problems.length === 0
      return {
        cells: [],
        problems: problems.slice(0, 200),
        missing: isRight ? missing(rows) : [],
        doubts: isRight ? await doubtsOf(params.kind, rows) : [],
      }
    },
    'POST /api/tables/:kind': async ({ params, body, res }) => {
      const { kind, spelt } = await strict(params.kind)
      const { after, date, source, isConfirmed } = body
      const cells = spelt(body.cells)
      const { rows, problems } = checked(kind, cells)
      if (problems.length > 0) throw new Problem('table-refused', problems.slice(0, 200).map(problemLine))
      const doubts = isConfirmed ? [] : await doubtsOf(kind.name, rows)
      if (doubts.length > 0)
        throw new Problem(
          'table-doubtful',
          doubts.map((message) => ({ path: 'table', message })),
        )
      const { login: savedBy } = visitor(res).account
      const savedAt = context.now().toISOString()
      const saved = await tables.save(after, { kind: kind.name, cells, rows, date, source, savedAt, savedBy })
      if (!saved) throw new Problem('changed-meanwhile')
      const details = { version: saved.number, lignes: rows.length, source }
      await context.audit.record({ who: savedBy, what: 'table-saved', about: kind.title, details })
      return {}
    },
  }
}

/** Enough lines are gone that a part may have been pasted in the place of the whole. */
const isFarFewer = (lines: number, before: number) => before - lines >= 3 && (before - lines) * 4 >= before

const fewerLines = (lines: number, before: number): string[] =>
  isFarFewer(lines, before)
    ? [
        `Cette table n’a plus que ${lines} ligne${lines > 1 ? 's' : ''} ; la version en vigueur en a ${before}. Ce qui n’y est plus ne servira plus aux calculs.`,
      ]
    : []

function known(name: string): Kind {
  const kind = kindOf(name)
  if (!kind) throw new Problem('table-unknown')
  return kind
}

const problemLine = ({ line, message }: { line: number | null; message: string }) => ({
  path: line === null ? 'table' : `ligne ${line}`,
  message,
})
