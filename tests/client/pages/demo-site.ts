/** The demonstration, filled and served with the built pages: a plan under way, with results open to everybody. */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import type { Browser } from 'playwright-core'
import { guestLink } from '../../../api/accounts/guest.ts'
import { appOf } from '../../../api/app.ts'
import { openContext } from '../../../api/context.ts'
import { openLog } from '../../../api/http/log.ts'
import { listen } from '../../../api/http/server.ts'

const demo = resolve(import.meta.dirname, '../../../api/commands/demo.ts')
const people = ['--families', '400', '--acm', '60', '--youth', '120', '--others', '40']

export async function aDemoSite() {
  const folder = mkdtempSync(join(tmpdir(), 'ctg-demo-'))
  const dataDir = join(folder, 'data')
  const place = { storeUrl: `sqlite:${join(dataDir, 'demo.db')}`, keyringPath: join(folder, 'keyring.json') }
  const where = ['--data', dataDir, '--store', place.storeUrl, '--keyring', place.keyringPath]
  execFileSync(process.execPath, [demo, ...where, ...people, '--no-serve'], { stdio: 'pipe' })
  const site = await served({ ...place, dataDir })
  return {
    ...site,
    async discard() {
      await site.close()
      rmSync(folder, { recursive: true })
    },
  }
}

async function served(place: { storeUrl: string; keyringPath: string; dataDir: string }) {
  const context = await openContext({ ...place }, () => new Date())
  const app = appOf({ context, log: openLog(() => {}), client: process.env.BUILT_PAGES!, demo: true })
  const server = await listen(app, { port: 0, host: '127.0.0.1' })
  // a browser holds this name for a secure place
  const url = `http://localhost:${server.port}`
  return {
    url,
    /** Opens the rooms of the staff to whoever follows it. */
    visitUrl: `${url}/invitation#${await guestLink(context.accounts)}`,
    async close() {
      await server.close()
      await context.close()
    },
  }
}

/** The session of somebody who visits the rooms of the staff. */
export async function visited(browser: Browser, { visitUrl }: { visitUrl: string }) {
  const context = await browser.newContext({ locale: 'fr-FR' })
  try {
    const page = await context.newPage()
    await page.goto(visitUrl)
    await page.getByRole('button', { name: 'Entrer' }).click()
    await page.locator('.matters').waitFor()
    return await context.storageState()
  } finally {
    await context.close()
  }
}
