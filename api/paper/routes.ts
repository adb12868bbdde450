/** Routes of paper: batches to print, forms to type. */

import type { Response } from 'express'
import { visitor, worksOn } from '../accounts/visitor.ts'
import type { AppContext } from '../context.ts'
import { pdf } from '../http/pdf.ts'
import { Problem } from '../http/problems.ts'
import type { Handlers } from '../http/serve.ts'
import { originOf } from '../settings/origin.ts'
import type { paperContracts } from '../wire/contracts/paper.ts'
import { batches } from './batches.ts'
import { printDraft } from './draft.ts'
import { enter, enterAgain, type Found, findForm, settle, shownForm } from './entry.ts'
import { printPretest } from './pretest.ts'
import { batchOf, openBatch, printPacket, printSample } from './printing.ts'

export function paperRoutes(context: AppContext): Handlers<typeof paperContracts> {
  const login = (res: Response) => visitor(res).account.login
  const found = async (number: string, res: Response): Promise<Found> => {
    const form = await findForm(context, number)
    if (!worksOn(res, form.form.questionnaire)) throw new Problem('not-allowed')
    return form
  }

  return {
    'GET /api/paper': ({ res }) => batches(context, (slug) => worksOn(res, slug)),
    'GET /api/questionnaires/:slug/paper': async ({ params: { slug }, query, req }) =>
      pdf(
        `${slug}-${query.language}`,
        await printSample(context, slug, { ...query, origin: await originOf(context, req) }),
      ),
    'GET /api/design/:slug/paper': async ({ params: { slug }, query, req }) =>
      pdf(
        `${slug}-brouillon-${query.language}`,
        await printDraft(context, slug, { ...query, origin: await originOf(context, req) }),
      ),
    'GET /api/design/:slug/pretest': async ({ params: { slug } }) =>
      pdf(`${slug}-essai`, await printPretest(context, slug)),
    'POST /api/questionnaires/:slug/paper': ({ params, body, res }) =>
      openBatch(context, login(res), params.slug, body),
    'POST /api/paper/batches/:id/packets/:from': async ({ params: { id, from }, req, res }) => {
      const batch = await batchOf(context, id)
      if (batch.by !== login(res) || !worksOn(res, batch.questionnaire)) throw new Problem('not-allowed')
      return pdf(`lot-${id}-${from}`, await printPacket(context, id, batch, from, await originOf(context, req)))
    },
    'GET /api/paper/sheets/:number': async ({ params, res }) => shownForm(await found(params.number, res)),
    'POST /api/paper/sheets/:number': async ({ params, body, res }) => {
      const entered = await enter(context, login(res), await found(params.number, res), body.answers)
      res.status(entered.outcome === 'new' ? 201 : 200)
      return entered
    },
    'POST /api/paper/sheets/:number/again': async ({ params, body, res }) =>
      enterAgain(context, login(res), await found(params.number, res), body.answers),
    'POST /api/paper/sheets/:number/settle': async ({ params, body, res }) => {
      await settle(context, login(res), await found(params.number, res), body.answers)
      return {}
    },
  }
}
