/** Routes of what everybody may know: the site, and that the service answers. */

import { byTranslated } from '../../surveys/languages.ts'
import type { AppContext } from '../context.ts'
import { directoryIn } from '../evidence/directory/directory.ts'
import { youngIn } from '../evidence/young/ideas.ts'
import { cached } from '../http/cache.ts'
import type { Handlers } from '../http/serve.ts'
import { noticesIn } from '../results/notices.ts'
import { openedIn } from '../results/public/opened.ts'
import { openSlugs } from '../results/public/state.ts'
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
  const results = cached(() => openSlugs(opened, notices), context.stopwatch)
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
      ...(await siteOf(context, await isDemo(), await results())),
      ...(await directory()),
    }),
    'GET /api/manifest': async () => ({
      type: 'application/manifest+json',
      content: Buffer.from(JSON.stringify(manifestOf((await context.settings()).site.name))),
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
  results: string[],
): Promise<Omit<wire.Site, 'hasDirectory' | 'takesCards' | 'hasYoung'>> {
  const { site, values, logo } = await context.settings()
  const { accessibility: state, accessibilityAudit: audit, accessibilityDate: date, accessibilityGaps: gaps } = values
  return {
    ...site,
    demo,
    results,
    publicAddress: values.publicAddress,
    colour: values.colour,
    timeZone: values.timeZone,
    logo: logo ? `/api/logo?v=${logo.tag}` : '',
    accessibility: { state, audit, date, gaps },
    reviewed: byTranslated((language) => reviewerOf(values, language)),
  }
}

/** What a home screen shows of the site; its pictures are drawn when the pages are built. */
const manifestOf = (name: string) => ({
  id: '/',
  name,
  short_name: 'Questionnaires',
  lang: 'fr',
  dir: 'ltr',
  start_url: '/',
  scope: '/',
  display: 'standalone',
  background_color: '#fbfaf7',
  theme_color: '#fbfaf7',
  icons: [
    { src: '/icon.svg', sizes: 'any', type: 'image/svg+xml' },
    ...[192, 512].map((side) => ({ src: `/icon-${side}.png`, sizes: `${side}x${side}`, type: 'image/png' })),
    { src: '/icon-maskable.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
  ],
})
