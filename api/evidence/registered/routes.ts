/** Routes of the registered figures: listed, read, checked without being saved, saved as a version, withdrawn. */

import { randomUUID } from 'node:crypto'
import { seriesChart, seriesSentence, stateWords, valueText } from '../../../analysis/evidence/series.ts'
import { levelSaid } from '../../../surveys/authority/levels.ts'
import { objectives } from '../../../surveys/authority/plan.ts'
import { visitor } from '../../accounts/visitor.ts'
import type { AppContext } from '../../context.ts'
import { Problem } from '../../http/problems.ts'
import type { Handlers } from '../../http/serve.ts'
import { cellsOf } from '../../tables/checked.ts'
import type { registeredContracts } from '../../wire/contracts/evidence.ts'
import { offers } from './offers.ts'
import { registeredIn, type SavedSeries, seriesOf } from './series.ts'
import { changesOf, valuesKind, valuesOf } from './table.ts'

/** In the address of a series that does not exist yet. */
const newId = 'nouvelle'
const mostProblems = 200
const blank = {
  title: '',
  definition: '',
  unit: '',
  source: '',
  link: '',
  date: '',
  limits: '',
  objectives: [],
  cells: [],
}

export function registeredRoutes(context: AppContext): Handlers<typeof registeredContracts> {
  const series = registeredIn(context.store)

  /** What stands at an address: a saved series, one offered, or a blank one. */
  async function at(id: string) {
    const saved = await series.found(id)
    if (saved) return { saved, start: saved.current, isOffered: false }
    const offer = (await offers()).find((one) => one.id === id)
    if (!offer && id !== newId) throw new Problem('series-unknown')
    return { saved: null, start: offer ?? blank, isOffered: offer !== undefined }
  }

  return {
    'GET /api/registered': async () => {
      const all = await series.all()
      const there = new Set(all.map(({ id }) => id))
      return {
        series: all.map(({ id, current }) => ({
          id,
          title: current.title,
          source: current.source,
          date: current.date,
          objectives: current.objectives,
          sentence: seriesSentence(current) ?? '',
          chart: seriesChart(current),
          withdrawn: current.withdrawn,
        })),
        offers: (await offers())
          .filter(({ id }) => !there.has(id))
          .map(({ id, title, unit, source, cells }) => ({
            id,
            title,
            source,
            sentence: seriesSentence({ title, unit, values: valuesOf(cells).values }) ?? '',
          })),
      }
    },
    'GET /api/registered/:id': async ({ params: { id } }) => {
      const { saved, start, isOffered } = await at(id)
      const { values } = valuesOf(start.cells)
      const { title, definition, unit, source, link, date, limits, cells } = start
      return {
        id,
        number: saved?.current.number ?? 0,
        isOffered,
        withdrawn: saved?.current.withdrawn ?? false,
        title,
        definition,
        unit,
        source,
        link,
        date,
        limits,
        objectives: [...start.objectives],
        cells,
        columns: valuesKind.columns.map(({ label, help, optional = false, words = [] }) => ({
          label,
          help,
          optional,
          isFixed: false,
          words: [...words],
        })),
        example: valuesKind.example(),
        sentence: seriesSentence({ title, unit, values }) ?? '',
        chart: seriesChart({ title, unit, values }),
        values: values.map(({ period, value, state, day, note }) => ({
          period,
          text: value === null ? '' : valueText(value),
          state: stateWords[state],
          day,
          note,
        })),
        history: await Promise.all(
          (saved ? historyOf(saved) : []).map(async (version) => ({
            ...version,
            savedBy: await context.accounts.all.nameOf(version.savedBy),
          })),
        ),
      }
    },
    'POST /api/registered/:id/read': ({ body }) => {
      const { cells, problems } = cellsOf(valuesKind, body.text)
      const all = problems.length > 0 ? problems : valuesOf(cells).problems
      return { cells, problems: all.slice(0, mostProblems) }
    },
    'POST /api/registered/:id/check': async ({ params: { id }, body }) => {
      const { saved } = await at(id)
      const { values, problems } = valuesOf(body.cells)
      const changes = problems.length > 0 ? [] : changesOf(saved?.current.values ?? [], values)
      return { problems: problems.slice(0, mostProblems), changes }
    },
    'POST /api/registered/:id': async ({ params, body, res }) => {
      const { saved } = await at(params.id)
      const { after, cells, ...about } = body
      const { values, problems } = valuesOf(cells)
      if (problems.length > 0)
        throw new Problem(
          'table-refused',
          problems
            .slice(0, mostProblems)
            .map(({ line, message }) => ({ path: line === null ? 'table' : `ligne ${line}`, message })),
        )
      const unknown = about.objectives.filter((number) => !objectives().some((one) => one.number === number))
      if (unknown.length > 0)
        throw refused('objectives', `Le plan n’a pas ${levelSaid('of', 'objective')} ${unknown.join(', ')}.`)
      if (saved && about.reason.length < 5) throw refused('reason', 'Dites en quelques mots pourquoi vous corrigez.')
      const id = params.id === newId ? randomUUID().slice(0, 8) : params.id
      const { login: savedBy } = visitor(res).account
      const savedAt = context.now().toISOString()
      await series.save(id, after, { ...about, cells, values, withdrawn: false, savedAt, savedBy })
      await context.audit.record({
        who: savedBy,
        what: 'series-saved',
        about: about.title,
        details: { version: after + 1, valeurs: values.length, source: about.source },
      })
      return { id }
    },
    'POST /api/registered/:id/withdrawal': async ({ params: { id }, body: { after, reason }, res }) => {
      const saved = await series.found(id)
      if (!saved) throw new Problem('series-unknown')
      const { login: savedBy } = visitor(res).account
      const { number: _, ...current } = saved.current
      const savedAt = context.now().toISOString()
      await series.save(id, after, { ...current, withdrawn: true, reason, savedAt, savedBy })
      await context.audit.record({
        who: savedBy,
        what: 'series-withdrawn',
        about: current.title,
        details: { raison: reason },
      })
      return {}
    },
  }
}

const refused = (path: string, message: string) => new Problem('form-refused', [{ path, message }])

/** Each version with what it changed in the values of the one before. */
function historyOf({ id, history }: SavedSeries) {
  return history
    .map((version, index) => {
      const before = history[index - 1]
      const changes = changesOf(before ? seriesOf(id, before).values : [], version.values)
      const { number, savedAt, savedBy, reason, withdrawn } = version
      return { number, savedAt, savedBy, reason, withdrawn, changes }
    })
    .toReversed()
}
