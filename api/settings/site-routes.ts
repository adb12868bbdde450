/** Routes of what everybody may know: the site, and that the service answers. */

import { byTranslated } from '../../surveys/languages.ts'
import type { AppContext } from '../context.ts'
import { directoryIn } from '../evidence/directory/directory.ts'
import { youngIn } from '../evidence/young/ideas.ts'
import { cached } from '../http/cache.ts'
import type { Handlers } from '../http/serve.ts'
import { noticesIn } from '../results/notices.ts'
import { openedIn } from '../results/public/opened.ts'
import { hasOpenResults } from '../results/public/state.ts'
import { collections } from '../store/collections.ts'
import type { siteContracts } from '../wire/contracts/respondent.ts'
import type * as wire from '../wire/public.ts'
import { reviewerOf } from './reviewed.ts'

export function siteRoutes(
  context: AppContext,
  isDemo: () => Promise<boolean>,
  cspReports: () => number,
): Handlers<typeof siteContracts> {
  const [opened, notices] = [openedIn(context.store), noticesIn(context.store)]
  const hasResults = cached(() => hasOpenResults(opened, notices), context.stopwatch)
  const directory = cached(async () => {
    const { history, takesProposals } = await directoryIn(context).current()
    return {
      hasDirectory: history.at(-1)?.kind === 'opened',
      takesCards: takesProposals,
      hasYoung: await youngIn(context).isOpen(),
    }
  }, context.stopwatch)
  return {
    'GET /api/site': async () => ({
      ...(await siteOf(context, await isDemo(), await hasResults())),
      ...(await directory()),
    }),
    'GET /api/health': async () => {
      await context.store.collection(collections.settings).get('keyring')
      return { ok: true, store: context.store.kind, cspReports: cspReports() }
    },
  }
}

/** What everybody may know of the settings. */
async function siteOf(
  context: AppContext,
  demo: boolean,
  hasResults: boolean,
): Promise<Omit<wire.Site, 'hasDirectory' | 'takesCards' | 'hasYoung'>> {
  const { site, values, logo } = await context.settings()
  const { accessibility: state, accessibilityAudit: audit, accessibilityDate: date, accessibilityGaps: gaps } = values
  return {
    ...site,
    demo,
    hasResults,
    colour: values.colour,
    timeZone: values.timeZone,
    logo: logo ? `/api/logo?v=${logo.tag}` : '',
    accessibility: { state, audit, date, gaps },
    reviewed: byTranslated((language) => reviewerOf(values, language)),
  }
}
