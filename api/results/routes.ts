/** Routes of the dashboard. Nothing is counted here: figures come from frozen publications, counts from the analysis thread. */
import type { Response } from 'express'
import { policies } from '../../analysis/disclosure/policy.ts'
import { objectives } from '../../surveys/authority/plan.ts'
import { frenchOf } from '../../surveys/questionnaire/elements.ts'
import { visitor, worksOn } from '../accounts/visitor.ts'
import type { AppContext } from '../context.ts'
import { waitingCount } from '../fieldwork/review.ts'
import type { Routes } from '../http/access.ts'
import { body } from '../http/body.ts'
import { Problem } from '../http/problems.ts'
import * as wire from '../wire/results.ts'
import { answeredOf } from './answered.ts'
import { decisionsIn } from './decisions.ts'
import { documentOf } from './documents.ts'
import { exploredOf } from './explorer.ts'
import { lineOf } from './lines.ts'
import { mapOf } from './map.ts'
import { currentFor, objectiveOf, overviewOf } from './plan.ts'
import { type Head, publicationsIn } from './publications.ts'
import { shownGrid } from './shown.ts'

type Working = { done: number; total: number; failure: string | null }

export function analyseRoutes(api: Routes, context: AppContext, isDemo: () => Promise<boolean>): void {
  const publications = publicationsIn(context.store)
  const decisions = decisionsIn(context.store)
  const working = new Map<string, Working>()
  const mine = (res: Response) => currentFor(context, publications, (slug) => worksOn(res, slug))
  const headOf = async (slug: string, number: unknown): Promise<Head> => {
    const all = await publications.all(slug)
    const head = number === undefined ? all.at(-1) : all.find((one) => one.number === Number(number))
    if (!head) throw new Problem('publication-unknown')
    return head
  }
  const titleOf = async (slug: string) => {
    const { standing } = await context.questionnaires.found(slug)
    return frenchOf((await context.questionnaires.published(slug, standing.version)).questionnaire.title)
  }

  api.get('/api/analyse', async (_req, res) => {
    res.json(await overviewOf(await mine(res), decisions))
  })
  api.get('/api/analyse/objectives/:number', async (req, res) => {
    const number = Number(req.params.number)
    if (!objectives.some((one) => one.number === number)) throw new Problem('route-unknown')
    res.json(await objectiveOf(number, await mine(res), decisions))
  })
  api.get('/api/analyse/map', async (_req, res) => {
    res.json(await mapOf(context))
  })
  api.get('/api/analyse/report/:file', async (req, res) => {
    const document = await documentOf(context, await mine(res), String(req.params.file), await isDemo())
    if (!document) throw new Problem('publication-unknown')
    await context.audit.record({
      who: visitor(res).account.login,
      what: 'exported',
      about: 'le rapport',
      details: { fichier: document.file },
    })
    res.set('Content-Disposition', `attachment; filename="${document.file}"`).type(document.type).send(document.content)
  })
  api.get('/api/analyse/:slug/fieldwork', async (req, res) => {
    const slug = String(req.params.slug)
    await context.questionnaires.found(slug)
    res.json({ title: await titleOf(slug), ...(await context.analysis.fieldwork(slug)) })
  })
  api.get('/api/analyse/:slug/publications', async (req, res) => {
    const slug = String(req.params.slug)
    const title = await titleOf(slug)
    const state = working.get(slug) ?? null
    const failure = state?.failure ?? null
    const page: wire.PublicationsPage = {
      slug,
      title,
      publications: (await publications.all(slug)).map(lineOf).toReversed(),
      waiting: await waitingCount(context, slug),
      working: state && failure === null ? { done: state.done, total: state.total } : null,
      failure,
    }
    res.json(page)
  })
  api.post('/api/analyse/:slug/publications', ...body(wire.Nothing), async (req, res) => {
    const slug = String(req.params.slug)
    await context.questionnaires.found(slug)
    const { login } = visitor(res).account
    if (working.get(slug)?.failure === null) return void res.status(202).json({})
    const state: Working = { done: 0, total: 0, failure: null }
    working.set(slug, state)
    // it takes a while: the page asks how far it is
    context.analysis
      .publish(slug, login, context.now().toISOString(), (done, total) => Object.assign(state, { done, total }))
      .then(async (made) => {
        if ('refused' in made) {
          state.failure = made.refused
          return
        }
        const waiting = await waitingCount(context, slug)
        const details = { publication: made.number, ...(waiting > 0 ? { 'groupes à regarder': waiting } : {}) }
        await context.audit.record({ who: login, what: 'published', about: slug, details })
        working.delete(slug)
      })
      .catch(() => {
        state.failure = 'Une erreur est survenue pendant la publication : rien n’a été publié. Réessayez.'
      })
    res.status(202).json({})
  })
  api.get('/api/analyse/:slug/findings/:indicator', async (req, res) => {
    const slug = String(req.params.slug)
    const head = await headOf(slug, req.query.publication)
    const found = head.findings.find(({ indicator }) => indicator === req.params.indicator)
    if (!found) throw new Problem('publication-unknown')
    const { table, breakdowns, ...finding } = found
    const bars = finding.chart?.kind === 'bars' ? finding.chart : null
    const page: wire.FindingPage = {
      finding,
      tables: [
        ...(table ? [{ grid: shownGrid(table), chart: bars }] : []),
        ...breakdowns.map((one) => ({ grid: shownGrid(one.table), chart: one.chart ?? null })),
      ],
      publication: lineOf(head),
      decisions: await decisions.history(slug, found.indicator),
      zoning: head.zoning,
      mention: policies.document.mention,
    }
    res.json(page)
  })
  api.post('/api/analyse/:slug/findings/:indicator/decisions', ...body(wire.NewDecision), async (req, res) => {
    const slug = String(req.params.slug)
    const head = await headOf(slug, undefined)
    const finding = head.findings.find(({ indicator }) => indicator === req.params.indicator)
    if (!finding) throw new Problem('publication-unknown')
    const { text, date } = res.locals.body
    const { login, name } = visitor(res).account
    await decisions.add(slug, finding.indicator, {
      text,
      date,
      by: name,
      at: context.now().toISOString(),
      publication: head.number,
    })
    await context.audit.record({ who: login, what: 'decided', about: `${slug} : ${finding.title}`, details: { date } })
    res.status(201).json({})
  })
  api.get('/api/analyse/:slug/answered', async (req, res) => {
    const slug = String(req.params.slug)
    const title = await titleOf(slug)
    const wanted = req.query.publication
    const head = wanted === undefined ? await publications.current(slug) : await headOf(slug, wanted)
    res.json(answeredOf(slug, title, head))
  })
  api.get('/api/analyse/:slug/questions', async (req, res) => {
    const slug = String(req.params.slug)
    const title = await titleOf(slug)
    const head = await publications.current(slug)
    const page: wire.QuestionList = { slug, title, publication: head && lineOf(head), questions: head?.questions ?? [] }
    res.json(page)
  })
  api.get('/api/analyse/:slug/questions/:field', async (req, res) => {
    const slug = String(req.params.slug)
    const head = await headOf(slug, req.query.publication)
    const question = head.questions.some(({ path }) => path === req.params.field)
      ? await publications.question(slug, head.number, String(req.params.field))
      : null
    const by = String(req.query.by ?? '')
      .split(',')
      .filter(Boolean)
    const explored = question && exploredOf(slug, head, question, by, req.query.weights === '1')
    if (!explored) throw new Problem('publication-unknown')
    res.json(explored)
  })
}
