import { served } from '/tmp/w/pages/tests/client/pages/demo-site.ts'
import { openChromium } from '/tmp/w/pages/tests/client/staff/staff-browser.ts'
process.env.CHROMIUM='/usr/bin/chromium'
process.env.BUILT_PAGES ??= '/tmp/x-pages/client'
const site = await served({ dataDir:'/tmp/x-pages/data', storeUrl:'sqlite:/tmp/x-pages/data/store.db', keyringPath:'/tmp/x-pages/k.json'})
const browser = await openChromium()
try {
  const c = await browser.newContext({viewport:{width:1366,height:820}}); const p = await c.newPage()
  await p.goto(site.visitUrl); await p.getByRole('button',{name:'Entrer'}).click(); await p.locator('.matters li').first().waitFor()
  await p.goto(site.url+'/gerer'); await p.locator('.matters li').first().waitFor(); await p.waitForLoadState('networkidle')
  await p.getByRole('link',{name:'Questionnaires'}).first().click(); await p.locator('main a[href^="/gerer/questionnaires/"]').first().waitFor(); console.log(await p.locator('h1').textContent(), p.url()); await p.screenshot({path:'/tmp/shots/pages/questionnaires.png'})
} catch (e) { console.log(e) } finally { await browser.close(); await site.close() }
process.exit(0)
