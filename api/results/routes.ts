/** Routes of the dashboard. Nothing is counted here: figures come from frozen publications, counts from the analysis thread. */

import type { Response } from 'express'
import { mention } from '../../analysis/disclosure/rules.ts'
import { headlineOf } from '../../analysis/findings/brief.ts'
import { type Finding, inReadingOrder } from '../../analysis/findings/finding.ts'
import { knowMore } from '../../analysis/findings/know-more.ts'
import { apartLimits } from '../../analysis/findings/limits.ts'
import { policyIn } from '../../analysis/report/html/html.ts'
import { isNeedTable } from '../../analysis/report/short/committee.ts'
import { shownBreakdowns, silentLines } from '../../analysis/report/silent.ts'
import { holds } from '../../surveys/authority/follow-up.ts'
import { levelSaid } from '../../surveys/authority/levels.ts'
import { actions, objectives } from '../../surveys/authority/plan.ts'
import { dayOf } from '../../surveys/days.ts'
import { frenchOf } from '../../surveys/questionnaire/elements.ts'
import { visitor, worksOn } from '../accounts/visitor.ts'
import type { AppContext } from '../context.ts'
import { type Changes, changesFrom } from '../fieldwork/changes.ts'
import { readinessOf } from '../fieldwork/readiness.ts'
import { waitingCount } from '../fieldwork/review.ts'
import { Problem } from '../http/problems.ts'
import type { Handlers } from '../http/serve.ts'
import { kindOf } from '../tables/kinds.ts'
import type { analyseContracts } from '../wire/contracts/results.ts'
import { answeredOf } from './answered.ts'
import { committeeIn, committeeShown } from './committee.ts'
import { actionOfObjective, decisionsIn, withWordsThen } from './decisions.ts'
import type { documentOf } from './documents.ts'
import { absentQuestions } from './explorer/absent.ts'
import { listedQuestions } from './explorer/listed.ts'
import { missedIn } from './explorer/missed.ts'
import { proposalsIn } from './explorer/proposals.ts'
import { explorationsIn } from './explorer/saved.ts'
import { noticesIn } from './notices.ts'
import { zonesIn } from './pictures/finding-picture.ts'
import { mapOf, mappedOf } from './pictures/map.ts'
import { linesOfExplored, linesOfFinding, takenPicture, takenTable } from './pictures/taken.ts'
import { currentFor, lineOfFinding, objectiveOf, overviewOf } from './plan.ts'
import { committeeLinksIn } from './public/committee-links.ts'
import { openedIn } from './public/opened.ts'
import { pagesNow } from './public/pages.ts'
import { type Head, isWithdrawn, publicationsIn } from './publications.ts'
import { forgetRequest, mayPublish } from './requests.ts'
import { lineOf, shownGrid } from './shown.ts'
import { snapshotsIn } from './snapshots.ts'

type Working = { done: number; total: number; failure: string | null }

export function analyseRoutes(context: AppContext, isDemo: () => Promise<boolean>): Handlers<typeof analyseContracts> {
  const publications = publicationsIn(context.store)
  const decisions = decisionsIn(context.store)
  const opened = openedIn(context.store)
  const links = committeeLinksIn(context.store, context.now)
  const working = new Map<string, Working>()
  const mine = (res: Response) => currentFor(context, publications, (slug) => worksOn(res, slug))
  const headOf = async (slug: string, number?: number): Promise<Head> => {
    const all = await publications.all(slug)
    const head = number === undefined ? all.findLast((one) => !isWithdrawn(one)) : all[number - 1]
    if (!head) throw new Problem(all.some(isWithdrawn) ? 'publication-withdrawn' : 'publication-unknown')
    return head
  }
  const sent = async (login: string, about: string, made: ReturnType<typeof documentOf>) => {
    const document = await made
    if (!document) throw new Problem('publication-unknown')
    const { file, type, content } = document
    await context.audit.record({ who: login, what: 'exported', about, details: { fichier: file } })
    return { type, content, name: file }
  }
  /** The last of them that read the same responses; each read the newest snapshot there was. */
  const sameResponses = async (heads: readonly Head[], now: Head): Promise<Head | null> => {
    const { slug, trial, version } = now.surveyed
    const snapshots = await snapshotsIn(context.store).all(slug, trial)
    const readBy = ({ madeAt }: Head) => snapshots.findLast(({ at }) => at <= madeAt)?.number
    const isSame = (head: Head) =>
      head.surveyed.trial === trial && head.surveyed.version === version && readBy(head) === readBy(now)
    return heads.findLast(isSame) ?? null
  }
  const explorations = explorationsIn(context.store)
  const proposals = proposalsIn(context, publications)
  const questionsIn = async ({ surveyed: { slug, version }, questions, findings }: Head) => {
    const { questionnaire } = await context.questionnaires.published(slug, version)
    return {
      questions: listedQuestions(questionnaire, questions),
      absent: absentQuestions(questionnaire, questions, findings),
    }
  }
  const titleOf = async (slug: string) => {
    const { standing } = await context.questionnaires.found(slug)
    return frenchOf((await context.questionnaires.published(slug, standing.version)).questionnaire.title)
  }

  const findingPage = async (slug: string, name: string, publication?: number) => {
    const head = await headOf(slug, publication)
    const found = head.findings.find(({ indicator }) => indicator === name)
    if (!found) throw new Problem('publication-unknown')
    const { table, breakdowns: _, ...finding } = found
    const shown = shownBreakdowns(found)
    const bars = finding.chart?.kind === 'bars' ? finding.chart : null
    const isExplored = head.questions.some(({ path }) => path === finding.source.field)
    const { questionnaire } = await context.questionnaires.published(slug, head.surveyed.version)
    const apart = apartLimits(questionnaire, head.findings, { indicator: name, isExplored })
    return {
      finding: { ...finding, limits: [...finding.limits, ...apart] },
      brief: headlineOf(found.sentence),
      more: knowMore(found),
      isExplored,
      zones: zonesIn(found),
      tables: tablesInOrder([...(table ? [{ table, ...(bars ? { chart: bars } : {}) }] : []), ...shown]).map((one) => ({
        grid: shownGrid(one.table),
        chart: one.chart ?? null,
      })),
      silent: silentLines(found),
      publication: lineOf(head),
      last: (await publications.current(slug))?.number ?? null,
      decisions: await withWordsThen(context, finding.objective, await decisions.history(slug, found.indicator)),
      zoning: head.zoning,
      mention,
    }
  }
  const explored = async (slug: string, field: string, by: string, publication?: number) => {
    const head = await headOf(slug, publication)
    // the tables of the explorer are data too
    if (isWithdrawn(head)) throw new Problem('publication-withdrawn')
    const question = head.questions.some(({ path }) => path === field)
      ? await publications.question(slug, head.number, field)
      : null
    const isCrossed = question !== null && !question.lists.some(({ path }) => path === by)
    const group =
      isCrossed && head.questions.some(({ path }) => path === by)
        ? await publications.question(slug, head.number, by)
        : null
    const { exploredOf } = await import('./explorer/explored.ts')
    const found = question && exploredOf(slug, head, question, by, group?.kind === 'several')
    if (!found) throw new Problem('publication-unknown')
    return { ...found, missed: await missedIn(context.store, publications, head, question, by) }
  }

  return {
    'GET /api/analyse': async ({ res }) => overviewOf(await mine(res), decisions),
    'GET /api/analyse/objectives/:number': async ({ params: { number }, res }) => {
      if (!objectives().some((one) => one.number === number)) throw new Problem('route-unknown')
      return objectiveOf(number, await mine(res), decisions)
    },
    'GET /api/analyse/mapped': async ({ res }) => mappedOf(await mine(res)),
    'POST /api/analyse/picture': async ({ body }) => ({
      type: 'image/png',
      content: await takenPicture(context, body, headOf),
    }),
    'GET /api/analyse/committee': async ({ res }) => {
      const current = await mine(res)
      if (current.there.length === 0) return { isChosen: false, pages: [], offered: [] }
      const { sourceOf } = await import('./documents.ts')
      return committeeShown(await sourceOf(context, current, await isDemo()))
    },
    'PUT /api/analyse/committee': async ({ body, res }) => {
      const { login } = visitor(res).account
      await committeeIn(context.store).save(body.pages, login, context.now().toISOString())
      await context.audit.record({
        who: login,
        what: 'decided',
        about: 'les pages du comité',
        details: { objectifs: body.pages.map(({ objective }) => objective).join(', ') },
      })
      return {}
    },
    'GET /api/analyse/committee/links': async () => ({
      links: await Promise.all(
        (await links.all()).map(async (link) => ({ ...link, by: await context.accounts.all.nameOf(link.by) })),
      ),
    }),
    'POST /api/analyse/committee/links': async ({ body: { label, days }, res }) => {
      const { login } = visitor(res).account
      const { id, secret, link } = await links.make(label, days, login)
      await context.audit.record({
        who: login,
        what: 'committee-link-made',
        about: label,
        details: { 'jusqu’au': dayOf(link.until) },
      })
      return { id, path: `/comite/${secret}`, until: link.until }
    },
    'DELETE /api/analyse/committee/links/:link': async ({ params: { link }, res }) => {
      const revoked = await links.revoke(link)
      if (revoked === null) throw new Problem('route-unknown')
      const { login } = visitor(res).account
      await context.audit.record({ who: login, what: 'committee-link-revoked', about: revoked.label, details: {} })
      return {}
    },
    'GET /api/analyse/report/:file': async ({ params, res }) => {
      const { documentOf } = await import('./documents.ts')
      const current = await mine(res)
      if (current.there.length === 0 && current.hasWithdrawn) throw new Problem('publication-withdrawn')
      return sent(visitor(res).account.login, 'le rapport', documentOf(context, current, params.file, await isDemo()))
    },
    'GET /api/analyse/:slug/map': async ({ params: { slug }, query }) =>
      mapOf(context, await headOf(slug, query.publication)),
    'GET /api/analyse/:slug/publications': async ({ params: { slug } }) => {
      const title = await titleOf(slug)
      const state = working.get(slug) ?? null
      const failure = state?.failure ?? null
      const last = await opened.last(slug)
      const heads = await publications.all(slug)
      const standing = heads.filter((head) => !isWithdrawn(head))
      const saved = await context.tables.saved()
      const changesOf = async (now: Head): Promise<Changes> => {
        const all = standing.slice(0, Math.max(0, standing.indexOf(now)))
        const before = all.at(-1)
        if (before === undefined) return { said: [], kept: null }
        const kinds = saved.filter(({ savedAt }) => savedAt > before.madeAt && savedAt <= now.madeAt)
        const titles = [...new Set(kinds.map(({ kind }) => kindOf(kind)?.title ?? kind))]
        // withdrawn since, it may have read the same responses before the tables were saved
        const between = heads
          .slice(heads.indexOf(before) + 1, heads.indexOf(now))
          .filter(({ madeAt }) => kinds.every(({ savedAt }) => savedAt > madeAt))
        const without = kinds.length === 0 || between.length === 0 ? null : await sameResponses(between, now)
        return changesFrom(before, now, titles, all.slice(0, -1), without)
      }
      return {
        slug,
        title,
        open:
          last?.kind === 'opened'
            ? { number: last.publication, at: last.at, by: last.by, withData: last.withData }
            : null,
        publications: await Promise.all(
          heads.toReversed().map(async (head) => {
            const { said, kept } = await changesOf(head)
            const madeBy = await context.accounts.all.nameOf(head.madeBy)
            return { ...lineOf(head), changes: said, kept, madeBy }
          }),
        ),
        unshown: (await decisions.all())
          .filter(holds)
          .filter(({ on, isPublic }) => on?.questionnaire === slug && !isPublic).length,
        waiting: await waitingCount(context, slug),
        working: state && failure === null ? { done: state.done, total: state.total } : null,
        failure,
      }
    },
    'GET /api/analyse/:slug/readiness': ({ params: { slug }, res }) => readinessOf(context, slug, visitor(res).account),
    'DELETE /api/analyse/:slug/publications/request': async ({ params: { slug }, res }) => {
      const { login } = visitor(res).account
      if (await forgetRequest(context, slug))
        await context.audit.record({ who: login, what: 'publication-unasked', about: slug })
      return {}
    },
    'POST /api/analyse/:slug/publications': async ({ params: { slug }, res }) => {
      await context.questionnaires.found(slug)
      const { login } = visitor(res).account
      if (working.get(slug)?.failure === null) return {}
      if (!(await mayPublish(context, visitor(res).account, slug))) return {}
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
          await forgetRequest(context, slug)
          const waiting = await waitingCount(context, slug)
          const details = { publication: made.number, ...(waiting > 0 ? { 'groupes à regarder': waiting } : {}) }
          await context.audit.record({ who: login, what: 'published', about: slug, details })
          working.delete(slug)
        })
        .catch(() => {
          state.failure = 'Une erreur est survenue pendant la publication : rien n’a été publié. Réessayez.'
        })
      return {}
    },
    'POST /api/analyse/:slug/publications/:number/notices': async ({ params: { slug, number }, body, res }) => {
      const head = await headOf(slug, number)
      const { login } = visitor(res).account
      await noticesIn(context.store).add(slug, head.number, { ...body, by: login, at: context.now().toISOString() })
      await context.audit.record({
        who: login,
        what: body.kind === 'withdrawal' ? 'publication-withdrawn' : 'publication-corrected',
        about: slug,
        details: { publication: head.number, raison: body.reason },
      })
      return {}
    },
    'POST /api/analyse/:slug/publications/:number/public': async ({ params: { slug, number }, body, res }) => {
      const head = await headOf(slug, number)
      if (isWithdrawn(head)) throw new Problem('publication-withdrawn')
      const demo = await isDemo()
      // what is a trial is erased before the survey opens: its figures describe nobody
      if (head.surveyed.trial && !demo) throw new Problem('publication-trial')
      const { login } = visitor(res).account
      const { withData } = body
      await opened.note(slug, {
        kind: 'opened',
        publication: head.number,
        withData,
        pages: await pagesNow(context, publications, demo),
        by: login,
        at: context.now().toISOString(),
      })
      const details = { publication: head.number, 'données ouvertes': withData ? 'oui' : 'non' }
      await context.audit.record({ who: login, what: 'results-opened', about: slug, details })
      return {}
    },
    'POST /api/analyse/:slug/public/close': async ({ params: { slug }, res }) => {
      const last = await opened.last(slug)
      if (last?.kind !== 'opened') throw new Problem('publication-unknown')
      const { login } = visitor(res).account
      await opened.note(slug, { ...last, kind: 'closed', by: login, at: context.now().toISOString() })
      await context.audit.record({
        who: login,
        what: 'results-closed',
        about: slug,
        details: { publication: last.publication },
      })
      return {}
    },
    'GET /api/analyse/:slug/publications/:number/:file': async ({ params: { slug, number, file }, res }) => {
      const { alone, documentOf } = await import('./documents.ts')
      const head = await headOf(slug, number)
      const made = await sent(
        visitor(res).account.login,
        `${slug}, publication n° ${number}`,
        documentOf(context, alone(head), file, await isDemo()),
      )
      const page = file === 'report.html' ? Buffer.from(made.content).toString() : null
      const policy = page && policyIn(page)
      // a name of its own for every questionnaire and number; the report to read opens as a page, under its own policy
      if (!policy) return { ...made, name: savedAs(file, slug, number) }
      res.set('Content-Security-Policy', `${policy}; frame-ancestors 'none'`)
      return { type: made.type, content: made.content }
    },
    'GET /api/analyse/:slug/findings': async ({ params: { slug }, query }) => {
      const wanted = query.publication
      const head = wanted === undefined ? await publications.current(slug) : await headOf(slug, wanted)
      const findings = inReadingOrder(head?.findings ?? [])
      return {
        title: await titleOf(slug),
        publication: head && lineOf(head),
        findings: await Promise.all(findings.map((finding) => lineOfFinding(finding, findings, decisions))),
      }
    },
    'GET /api/analyse/:slug/findings/:indicator': ({ params: { slug, indicator }, query }) =>
      findingPage(slug, indicator, query.publication),
    'GET /api/analyse/:slug/findings/:indicator/table': async ({ params: { slug, indicator }, query }) => {
      const page = await findingPage(slug, indicator, query.publication)
      const content = takenTable(linesOfFinding(page), page, { as: query.as, isDemo: await isDemo() })
      return { type: 'text/csv', content }
    },
    'POST /api/analyse/:slug/findings/:indicator/decisions': async ({
      params: { slug, indicator: name },
      body,
      res,
    }) => {
      const head = await headOf(slug)
      const finding = head.findings.find(({ indicator }) => indicator === name)
      if (!finding) throw new Problem('publication-unknown')
      const { isPublic, ...taken } = body
      if (body.action !== null && !actions().some((one) => one.number === body.action))
        throw new Problem('form-refused', [
          { path: 'action', message: `Le plan n’a pas ${levelSaid('this', 'action')}.` },
        ])
      const { login, name: by } = visitor(res).account
      await decisions.add(slug, finding.indicator, {
        ...taken,
        action: taken.action ?? actionOfObjective(finding.objective),
        by,
        at: context.now().toISOString(),
        publication: head.number,
        ...(isPublic ? { isPublic } : {}),
      })
      await context.audit.record({
        who: login,
        what: 'decided',
        about: `${slug} : ${finding.title}`,
        details: { date: taken.date, ...(isPublic ? { public: 'oui' } : {}) },
      })
      return {}
    },
    'GET /api/analyse/:slug/answered': async ({ params: { slug }, query }) => {
      const title = await titleOf(slug)
      const wanted = query.publication
      const head = wanted === undefined ? await publications.current(slug) : await headOf(slug, wanted)
      return answeredOf(slug, title, head)
    },
    'GET /api/analyse/:slug/questions': async ({ params: { slug } }) => {
      const title = await titleOf(slug)
      const head = await publications.current(slug)
      return {
        slug,
        title,
        publication: head && lineOf(head),
        withdrawn: (await publications.all(slug)).filter(isWithdrawn).map(lineOf),
        ...(head ? await questionsIn(head) : { questions: [], absent: [] }),
      }
    },
    'GET /api/analyse/:slug/gaps': async ({ params: { slug }, query: { question, publication } }) => {
      const head = await headOf(slug, publication)
      if (isWithdrawn(head)) throw new Problem('publication-withdrawn')
      return { gaps: question === '' ? await proposals.among(slug, head) : await proposals.of(slug, head, question) }
    },
    'GET /api/analyse/:slug/explorations': async ({ params: { slug } }) => ({ saved: await explorations.all(slug) }),
    'POST /api/analyse/:slug/explorations': async ({ params: { slug }, body, res }) => {
      await context.questionnaires.found(slug)
      await explorations.save(slug, body, visitor(res).account.login, context.now().toISOString())
      return { saved: await explorations.all(slug) }
    },
    'DELETE /api/analyse/:slug/explorations/:exploration': async ({ params: { slug, exploration } }) => {
      await explorations.remove(slug, exploration)
      return { saved: await explorations.all(slug) }
    },
    'GET /api/analyse/:slug/questions/:field': ({ params: { slug, field }, query }) =>
      explored(slug, field, query.by, query.publication),
    'GET /api/analyse/:slug/questions/:field/table': async ({ params: { slug, field }, query }) => {
      const page = await explored(slug, field, query.by, query.publication)
      const content = takenTable(linesOfExplored(page), page, { as: query.as, isDemo: await isDemo() })
      return { type: 'text/csv', content }
    },
  }
}

/** What is missing is read first, then the finding itself and what is of everybody, then its groups. */
function tablesInOrder(tables: Finding['breakdowns']): Finding['breakdowns'] {
  const rank = ({ table, isWhole }: Finding['breakdowns'][number], at: number) =>
    isWhole && isNeedTable(table) ? 0 : at === 0 ? 1 : isWhole ? 2 : 3
  const ranks = new Map(tables.map((one, at) => [one, rank(one, at)]))
  return tables.toSorted((one, other) => ranks.get(one)! - ranks.get(other)!)
}

/** In French on a desk where several lie side by side: `rapport-familles-2.pdf`. */
function savedAs(file: string, slug: string, number: number): string {
  const [stem = '', ...ends] = file.split('.')
  const named =
    { report: 'rapport', 'report-full': 'rapport-complet', tables: 'tableaux', findings: 'resultats' }[stem] ?? stem
  return [`${named}-${slug}-${number}`, ...ends].join('.')
}
