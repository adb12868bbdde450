/** The second person reads the page of openings, then approves what it shows. */
import type { LivePage } from '../../../api/wire/staff.ts'
import type { Browser } from '../accounts/office.ts'

export async function editionOf(browser: Pick<Browser, 'get'>, slug: string): Promise<string> {
  const { questionnaires } = (await browser.get('/api/live')).body as LivePage
  return questionnaires.find((line) => line.slug === slug)?.request?.edition ?? ''
}

export const approve = async (browser: Pick<Browser, 'get' | 'post'>, slug: string) =>
  browser.post(`/api/questionnaires/${slug}/live/approve`, { edition: await editionOf(browser, slug) })
