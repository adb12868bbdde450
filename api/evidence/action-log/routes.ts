/** Routes of the action log: noted on a phone, corrected, pasted, exported; one entry with what people said at its exit. */

import type { Request, Response } from 'express'
import { exitShown } from '../../../analysis/evidence/exit-answers.ts'
import { entryProblems } from '../../../surveys/action-log/problems.ts'
import { dayOf } from '../../../surveys/days.ts'
import { rolesOf, visitor } from '../../accounts/visitor.ts'
import type { AppContext } from '../../context.ts'
import { Problem } from '../../http/problems.ts'
import { qrCode } from '../../http/qr-code.ts'
import type { Handlers } from '../../http/serve.ts'
import { originOf } from '../../settings/origin.ts'
import type { actionLogContracts } from '../../wire/contracts/action-log.ts'
import { deskOf } from './desk.ts'
import { closesOn, exitsIn } from './exit.ts'
import { printExitPoster } from './exit-poster.ts'
import { knownPlaces } from './known.ts'
import { type Author, actionLogIn, type Logged } from './log.ts'
import { entryPageOf, logPageOf, maskedNote } from './page.ts'
import { readOf, readTable, tableText } from './table.ts'

export function actionLogRoutes(context: AppContext): Handlers<typeof actionLogContracts> {
  const log = actionLogIn(context.store)
  const exits = exitsIn(context.store)
  const today = () => dayOf(context.now())
  const authorOf = (res: Response): Author => {
    const { login, name } = visitor(res).account
    return { by: login, name, at: context.now().toISOString() }
  }
  const canWrite = (res: Response) => rolesOf(res).some((role) => role === 'pilot' || role === 'admin')
  const found = async (id: string): Promise<Logged> => {
    const logged = await log.get(id)
    if (!logged) throw new Problem('log-entry-unknown')
    return logged
  }
  const present = async (id: string): Promise<Logged> => {
    const logged = await found(id)
    if (logged.value.removed !== null) throw new Problem('log-entry-unknown')
    return logged
  }
  const addressOf = async (req: Request, code: string) => `${await originOf(context, req)}/a-chaud/${code}`
  const exitOf = async (req: Request, { value }: Logged) => {
    const known = value.exit === null ? null : await exits.found(value.exit)
    if (!known || value.exit === null) return null
    const address = await addressOf(req, value.exit)
    const shown = exitShown(known.exit.shown)
    return {
      address,
      picture: await qrCode(address, { margin: 2, level: 'Q' }),
      closesOn: closesOn(value.entry.day),
      base: shown?.base ?? '',
      lines: shown?.lines ?? [],
      words: known.exit.shownWords,
    }
  }

  return {
    'GET /api/action-log': async ({ query, res }) =>
      logPageOf(await log.all(), { wanted: query.year, today: today(), canWrite: canWrite(res) }),
    'GET /api/action-log/desk': async ({ res }) => deskOf(await log.all(), visitor(res).account.login, today()),
    'GET /api/action-log/export': async ({ query, res }) => {
      const all = (await log.all()).filter(({ value }) => value.entry.day.startsWith(query.year ?? ''))
      const name = `carnet${query.year === undefined ? '' : `-${query.year}`}.csv`
      await context.audit.record({
        who: visitor(res).account.login,
        what: 'exported',
        about: 'le carnet d’actions',
        details: { fichier: name, lignes: all.length },
      })
      return { type: 'text/csv', content: new TextEncoder().encode(tableText(all)), name }
    },
    'POST /api/action-log/import/read': async ({ body }) =>
      readOf(readTable(body.text, await log.everything(), body.areOthers, today())),
    'POST /api/action-log/import': async ({ body, res }) => {
      const read = readTable(body.text, await log.everything(), body.areOthers, today())
      const author = authorOf(res)
      const stored = await log.saveAll(read.rows, author)
      if (stored > 0)
        await context.audit.record({
          who: author.by,
          what: 'log-imported',
          about: `${stored} séances`,
          details: { lignes: read.rows.length },
        })
      return readOf(read)
    },
    'GET /api/action-log/:entry': async ({ params, req, res }) => {
      const logged = await found(params.entry)
      return entryPageOf(logged, await exitOf(req, logged), canWrite(res))
    },
    'PUT /api/action-log/:entry': async ({ params, body: { entry, revision, isAnother }, res }) => {
      const problems = entryProblems(entry, knownPlaces(), today())
      if (problems.length > 0) throw new Problem('form-refused', problems)
      const author = authorOf(res)
      const saved = await log.save(params.entry, entry, author, { revision, isAnother })
      if (saved.outcome === 'changed') throw new Problem('changed-meanwhile')
      if (saved.outcome === 'new' || saved.outcome === 'corrected')
        await context.audit.record({
          who: author.by,
          what: saved.outcome === 'new' ? 'log-noted' : 'log-corrected',
          about: entry.activity,
          details: { jour: entry.day },
        })
      const like = saved.outcome === 'asked' ? saved.like : null
      return {
        outcome: saved.outcome,
        like: like && {
          id: like.id,
          activity: like.value.entry.activity,
          day: like.value.entry.day,
          present: like.value.entry.present,
          by: like.value.name,
        },
        masked: maskedNote(entry.note),
      }
    },
    'POST /api/action-log/:entry/remove': async ({ params, body, res }) => {
      const { value } = await found(params.entry)
      const author = authorOf(res)
      if (!(await log.remove(params.entry, author, body.why))) throw new Problem('log-entry-unknown')
      const details = { jour: value.entry.day, raison: body.why }
      await context.audit.record({ who: author.by, what: 'log-removed', about: value.entry.activity, details })
      return {}
    },
    'POST /api/action-log/:entry/exit': async ({ params, res }) => {
      const { value } = await present(params.entry)
      if ((await exits.open(params.entry)) === null) throw new Problem('log-entry-unknown')
      if (value.exit === null)
        await context.audit.record({
          who: visitor(res).account.login,
          what: 'exit-opened',
          about: value.entry.activity,
          details: { jour: value.entry.day },
        })
      return {}
    },
    'GET /api/action-log/:entry/poster': async ({ params, req }) => {
      const { value } = await present(params.entry)
      if (value.exit === null) throw new Problem('exit-unknown')
      const { site, values, logo } = await context.settings()
      const content = await printExitPoster({
        author: site.name,
        logo,
        colour: values.colour,
        languages: values.languages,
        entry: value.entry,
        address: await addressOf(req, value.exit),
        closesOn: closesOn(value.entry.day),
      })
      return { type: 'application/pdf', content, name: `a-chaud-${value.entry.day}.pdf` }
    },
  }
}
