import type { Browser, Locator, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import type { QuestionnaireList } from '../../../api/wire/public.ts'
import { founding } from '../../../surveys/questionnaire/founding.ts'
import { aMomentLater } from '../../api/moment.ts'
import { aServedClient } from '../built-client.ts'
import { gallery } from '../gallery.ts'
import {
  addNight,
  answerAll,
  asked,
  begin,
  choose,
  copyTo,
  everythingStored,
  goOn,
  isSavedOnDevice,
  next,
  phone,
  starting,
  until,
} from '../person.ts'
import { aWindow, closeWindows, isAccessible, openChromium, picture } from '../staff/staff-browser.ts'

let site: Awaited<ReturnType<typeof aServedClient>>
let browser: Browser
beforeAll(async () => {
  site = await aServedClient()
  browser = await openChromium()
})
afterAll(async () => {
  await browser.close()
  await site.discard()
})
afterEach(async () => {
  await closeWindows(browser)
  for (const slug of ['familles', 'jeunes-16-25', 'jeunes-11-15']) await site.clear(slug)
})

/** A parent of one child who needs nights: every screen on the way can be used by everyone. */
async function describeChild(page: Page) {
  await choose(page, 'Oui')
  await until(page, 'horaires')
  await choose(page, 'La nuit, entre 22 h et 6 h')
  await isAccessible(page)
  await until(page, 'annee_naissance')
  await page.getByLabel('Son année de naissance').fill('2021')
  await until(page, 'besoin_garde')
  await choose(page, 'Oui, chaque semaine')
  await until(page, 'semaine')
  await addNight(page)
  await copyTo(page, 'jeudi')
  await isAccessible(page)
}

const goOnTouched = (page: Page) => page.getByRole('button', { name: 'Suivant' }).click()
const isInSight = (part: Locator) =>
  part.evaluate((node) => {
    const { top, bottom } = node.getBoundingClientRect()
    return top >= 0 && bottom <= innerHeight
  })

async function toTheEnd(page: Page) {
  const send = page.getByRole('button', { name: 'Envoyer mes réponses' })
  for (let turn = 0; turn < 60 && !(await send.isVisible()); turn++) await next(page)
  await isAccessible(page)
  await send.click()
}

// « Revoir » asked again all that had been taken over: four times « Suivant » through what was answered
test('what is taken over for a child is listed, then and when one comes back to it, and one press leads on', async () => {
  const { page } = await aWindow(browser, phone)
  await begin(page, `${site.url}/q/loisirs-sud`)
  const another = page.getByRole('button', { name: 'Oui, un autre enfant' })
  for (let turn = 0; turn < 40 && !(await another.isVisible()); turn++) {
    await answerAll(page)
    await goOn(page)
  }
  await another.click()
  await page.getByLabel('Son année de naissance').fill('2017')
  await page.getByRole('button', { name: /^Tout comme/ }).click()
  const listed = page.locator('.sibling .review-line')
  const count = await listed.count()
  expect(count).toBeGreaterThan(3)
  await isAccessible(page)
  const on = page.getByRole('button', { name: 'C’est bon' })
  await on.click()
  await page.getByRole('button', { name: 'Revoir' }).last().click()
  expect(await listed.count()).toBe(count)
  await on.click()
  await another.waitFor()
  // the first child, answered by hand, is listed too: once it was gone through, question by question
  const line = () => page.locator('.progress').textContent()
  const stood = await line()
  await page.getByRole('button', { name: 'Revoir' }).first().click()
  await page.getByText('Les autres réponses.').waitFor()
  await isAccessible(page)
  await on.click()
  await another.waitFor()
  expect(await line()).toBe(stood)
  // « Retour » and the button of the browser come back from it as well
  for (const leave of [() => page.getByRole('button', { name: 'Retour' }).click(), () => page.goBack()]) {
    await page.getByRole('button', { name: 'Revoir' }).nth(1).click()
    await listed.first().waitFor()
    await leave()
    await another.waitFor()
    expect(await line()).toBe(stood)
  }
  // each child taken over is remembered to be, not the last one alone
  await another.click()
  await page.getByLabel('Son année de naissance').fill('2014')
  await page.getByRole('button', { name: /^Tout comme/ }).click()
  await on.click()
  await page.getByRole('button', { name: 'Revoir' }).nth(1).click()
  expect(await listed.count()).toBe(count)
  await on.click()
  await another.waitFor()
})

// « l’inscririez-vous ? » and « lesquelles ? » came beside an answered question, and stayed blank
test('what a change of a child’s answers brings is come to, question by question, and then the cards', async () => {
  const { page } = await aWindow(browser, phone)
  await begin(page, `${site.url}/q/loisirs-sud`)
  const another = page.getByRole('button', { name: 'Oui, un autre enfant' })
  for (let turn = 0; turn < 40 && !(await another.isVisible()); turn++) {
    const moments = asked(page, 'moments').locator('input[value="mercredi"]')
    await answerAll(page)
    if (await moments.isVisible()) {
      for (const box of await asked(page, 'moments').locator('input:checked').all()) await box.uncheck()
      await moments.check()
    }
    await goOn(page)
  }
  await page.getByRole('button', { name: 'Revoir' }).click()
  await asked(page, 'moments').locator('input[value="petites_vacances"]').check()
  const cameTo = () =>
    page.evaluate(() => document.activeElement?.closest<HTMLElement>('.question')?.dataset.name ?? 'top')
  const seen: string[] = []
  for (let turn = 0; turn < 12 && !(await another.isVisible()); turn++) {
    await page.getByRole('button', { name: 'C’est bon' }).click()
    await page.waitForTimeout(300)
    seen.push(await cameTo())
  }
  expect(seen).toEqual(expect.arrayContaining(['petites_intention', 'petites_vacances']))
  await another.waitFor()
})

test('a parent on a phone answers to the end: one response is stored, the nights split at midnight, nothing left the origin nor stays on the device', async () => {
  const { page, faults } = await aWindow(browser, phone)
  const elsewhere: string[] = []
  page.on('request', (request) => {
    if (!request.url().startsWith(site.url)) elsewhere.push(request.url())
  })
  await page.goto(site.url)
  await page.getByRole('link', { name: 'Répondre' }).first().waitFor()
  await isAccessible(page)
  await begin(page, `${site.url}/q/familles`)
  await describeChild(page)
  const onDevice = async () => /"annee_naissance":\s*2021/.test(await page.evaluate(everythingStored))
  await expect.poll(onDevice).toBe(true)
  await toTheEnd(page)
  await page.getByRole('heading', { name: 'Merci, votre réponse est bien arrivée' }).waitFor()
  await isAccessible(page)
  expect(await onDevice()).toBe(false)

  const [response, ...others] = await site.responses('familles')
  expect(others).toEqual([])
  expect(response).toMatchObject({ mode: 'web', language: 'fr', trial: true, answers: { enfants_a_charge: 'oui' } })
  const [child] = response!.answers.enfants as { annee_naissance: number; semaine: unknown[] }[]
  expect(child!.annee_naissance).toBe(2021)
  expect(child!.semaine).toEqual(
    [1, 2, 4, 5].map((day) => ({
      week: null,
      day,
      ...(day === 1 || day === 4 ? { from: 44, to: 48 } : { from: 0, to: 12 }),
      cover: 'none',
    })),
  )
  expect(elsewhere).toEqual([])
  expect(faults).toEqual([])
  expect(await (await fetch(`${site.url}/api/health`)).json()).toMatchObject({ cspReports: 0 })
}, 120_000)

test('a required question left blank shows in a summary that leads to it, and leaves once it is answered', async () => {
  const { page } = await aWindow(browser, phone)
  await begin(page, `${site.url}/q/familles`)
  await until(page, 'enfants_a_charge')
  await next(page)
  const summary = page.locator('.problems')
  await summary.waitFor()
  await expect.poll(() => summary.evaluate((node) => node === document.activeElement)).toBe(true)
  await isAccessible(page)
  await summary.getByRole('link').click()
  await expect.poll(() => page.evaluate(() => document.activeElement?.getAttribute('type'))).toBe('radio')
  await choose(page, 'Non')
  await summary.waitFor({ state: 'detached' })
})

test('at a keyboard, removing a child or an answer leaves the focus where one was', async () => {
  const { page } = await aWindow(browser, phone)
  const button = (name: string | RegExp) => page.getByRole('button', { name })
  const has = (what: Locator) => expect.poll(() => what.evaluate((node) => node === document.activeElement)).toBe(true)
  await begin(page, `${site.url}/q/familles`)
  await until(page, 'enfants_a_charge')
  await choose(page, 'Oui')
  for (const year of ['2021', '2019']) {
    await until(page, 'annee_naissance')
    await page.getByLabel('Son année de naissance').fill(year)
    await until(page, 'besoin_garde')
    await choose(page, 'Non')
    await button('Effacer ma réponse').press('Enter')
    await has(page.getByRole('radio').first())
    await choose(page, 'Non')
    if (!(await button('Oui, un autre enfant').isVisible())) await next(page)
    if (year === '2021') await button('Oui, un autre enfant').press('Enter')
  }
  await button(/^Enlever.*2019/).press('Enter')
  await has(button('Non, garder'))
  await button('Non, garder').press('Enter')
  await has(button(/^Enlever.*2019/))
  await button(/^Enlever.*2019/).press('Enter')
  await button('Oui, enlever').press('Enter')
  await page.locator('.card').nth(1).waitFor({ state: 'detached' })
  await has(button(/^Revoir.*2021/))
  await page.getByText(/2019.*est enlevé/).waitFor()
})

// the second half fell on the next screen: it passed it unread, or beside it, where it took the focus from the title
test('a double click on « Suivant » leads to the next screen only, whose title has the focus', async () => {
  for (const height of [900, 700]) {
    const { page } = await aWindow(browser, { width: 1280, height })
    await begin(page, `${site.url}/q/habitants`)
    const screen = () => page.evaluate(() => String(history.state?.screen))
    const steps: string[] = []
    for (let turn = 0; turn < 5; turn++) {
      if (turn === 0) await answerAll(page)
      await page.evaluate(() => scrollTo({ top: 9_999, behavior: 'instant' }))
      const { x, y, width, height: tall } = (await page.getByRole('button', { name: 'Suivant' }).boundingBox())!
      const length = await page.evaluate(() => history.length)
      await page.mouse.dblclick(x + width / 2, y + tall / 2, { delay: 20 })
      await expect.poll(() => page.locator(':is(h1, h2):focus').count()).toBe(1)
      steps.push(`${await screen()} ${(await page.evaluate(() => history.length)) - length}`)
      await page.waitForTimeout(600)
    }
    expect(steps.filter((step) => !/ [01]$/.test(step))).toEqual([])
  }
})

test('closing the page loses nothing: the person resumes at the same question, or erases', async () => {
  const { page } = await aWindow(browser, phone)
  await begin(page, `${site.url}/q/familles`)
  await choose(page, 'Non')
  await isSavedOnDevice(page, 'familles', { enfants_a_charge: 'non' })
  await page.goto(site.url)
  await page.getByRole('link', { name: 'Reprendre' }).click()
  await page.getByRole('button', { name: 'Reprendre' }).click()
  await asked(page, 'enfants_a_charge').waitFor()
  expect(await page.getByLabel('Non', { exact: true }).isChecked()).toBe(true)
  await page.goBack()
  await page.goto(`${site.url}/q/familles`)
  await page.getByRole('button', { name: 'Effacer et recommencer' }).click()
  // one touch loses nothing
  await page.getByRole('button', { name: 'Non, garder' }).click()
  await page.getByRole('button', { name: 'Effacer et recommencer' }).click()
  await page.getByRole('button', { name: 'Oui, effacer' }).click()
  await starting(page).waitFor()
})

test('with the network cut the answers wait on the device and leave by themselves, once', async () => {
  const { page } = await aWindow(browser, phone)
  await begin(page, `${site.url}/q/jeunes-16-25`)
  await page.context().setOffline(true)
  await page.locator('.choice').first().click()
  const send = page.getByRole('button', { name: 'Envoyer mes réponses' })
  for (let turn = 0; turn < 80 && !(await send.isVisible()); turn++) {
    await next(page)
    for (const blamed of await page.locator('.question[data-problem="true"]').all()) await answerSomehow(blamed)
  }
  await send.click()
  await page.getByText('Tes réponses sont gardées sur cet appareil et partiront toutes seules.').waitFor()
  await isAccessible(page)
  expect(await site.responses('jeunes-16-25')).toEqual([])
  await page.context().setOffline(false)
  await page.getByRole('heading', { name: 'Merci, ta réponse est bien arrivée' }).waitFor({ timeout: 60_000 })
  expect(await site.responses('jeunes-16-25')).toHaveLength(1)
}, 120_000)

async function answerSomehow(question: ReturnType<Page['locator']>) {
  const text = question.locator('input[type="text"]')
  if (await text.count()) return text.fill('19')
  if (await question.locator('select').count())
    return void (await question.locator('select').selectOption({ index: 1 }))
  await question.locator('.choice').first().click()
}

/** What has the focus, when nothing of its middle line can be seen. */
const hidden = () => {
  const node = document.activeElement!
  const { left, right, top, bottom } = node.getBoundingClientRect()
  const seen = document.elementFromPoint((left + right) / 2, (top + bottom) / 2)
  return seen !== null && (node.contains(seen) || seen.contains(node)) ? '' : (node.textContent ?? '')
}

test('with the largest letters and a keyboard, whatever has the focus on the notice is in sight', async () => {
  const { page } = await aWindow(browser, phone)
  await page.goto(`${site.url}/q/familles`)
  for (let press = 0; press < 2; press++) await page.getByRole('button', { name: /^Taille du texte/ }).click()
  const start = starting(page)
  const lost: string[] = []
  for (let press = 0; press < 30 && !(await start.evaluate((node) => node === document.activeElement)); press++) {
    await page.keyboard.press('Tab')
    lost.push(await page.evaluate(hidden))
  }
  expect(lost.filter(Boolean)).toEqual([])
  expect(lost.length).toBeGreaterThan(8)
})

test('on a small phone, the largest letters leave the screen to the question', async () => {
  const { page } = await aWindow(browser, { width: 320, height: 568 })
  await begin(page, `${site.url}/q/familles`)
  for (let press = 0; press < 2; press++) await page.getByRole('button', { name: /^Taille du texte/ }).click()
  await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight / 2))
  const stuck = await page.evaluate(() => {
    const all = [...document.querySelectorAll('*')].filter((node) => getComputedStyle(node).position === 'sticky')
    return all.reduce((sum, node) => sum + node.getBoundingClientRect().height, 0) / innerHeight
  })
  // buttons one under the other and the progress once took half of it
  expect(stuck).toBeLessThan(0.25)
})

test('on a small phone the second question has the window: one bar of one line, two answers in sight', async () => {
  const { page } = await aWindow(browser, { width: 320, height: 568 })
  await begin(page, `${site.url}/q/habitants`)
  await next(page)
  await until(page, 'participe')
  await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(0)
  const { bar, inSight, isNamed } = await page.evaluate(() => {
    const place = document.querySelector('.progress')!.getBoundingClientRect()
    const edge = document.querySelector('.navigation')!.getBoundingClientRect()
    const choices = [...document.querySelectorAll('.choice')].map((choice) => choice.getBoundingClientRect())
    return {
      bar: edge.height,
      inSight: choices.filter(({ bottom }) => bottom <= edge.top).length,
      isNamed: document.querySelector('.screen-page')!.getBoundingClientRect().top >= place.bottom - 1,
    }
  })
  expect(bar).toBeLessThan(72)
  expect(inSight).toBeGreaterThanOrEqual(2)
  // the page it belongs to stands over it
  expect(isNamed).toBe(true)
})

test('the browser enlarged twice cuts no word, and going on comes first', async () => {
  const { page } = await aWindow(browser, { width: 195, height: 422 })
  await begin(page, `${site.url}/q/habitants`)
  for (let turn = 0; turn < 40 && !(await page.locator('.matrix-row').first().isVisible()); turn++) await next(page)
  const cut = await page.evaluate(() => {
    const words = [...document.querySelectorAll('.choice > span, .button')].flatMap((node) => {
      const walker = document.createTreeWalker(node, NodeFilter.SHOW_TEXT)
      const found: string[] = []
      for (let text = walker.nextNode() as Text | null; text; text = walker.nextNode() as Text | null)
        for (const { 0: word, index } of text.data.matchAll(/[\p{L}’]+/gu)) {
          const range = document.createRange()
          range.setStart(text, index)
          range.setEnd(text, index + word.length)
          if (new Set([...range.getClientRects()].map(({ top }) => Math.round(top))).size > 1) found.push(word)
        }
      return found
    })
    const [back, on] = ['.navigation-back', '.navigation [type=submit]'].map((selector) =>
      document.querySelector(selector)!.getBoundingClientRect(),
    )
    return { words, isFirst: on!.bottom <= back!.top, share: on!.width / innerWidth }
  })
  expect(cut.words).toEqual([])
  expect(cut.isFirst).toBe(true)
  expect(cut.share).toBeGreaterThan(0.8)

  const width = () => page.evaluate(() => document.documentElement.scrollWidth)
  const send = page.getByRole('button', { name: 'Envoyer mes réponses' })
  const intros: boolean[] = []
  for (let turn = 0; turn < 60 && !(await send.isVisible()); turn++) {
    intros.push(
      ...(await page
        .locator('.screen-intro')
        .evaluateAll((all) => all.map((one) => one.getBoundingClientRect().top >= 0))),
    )
    await answerAll(page)
    await goOn(page)
  }
  expect(intros.length).toBeGreaterThan(0)
  expect(intros).not.toContain(false)
  await page.locator('.end-review summary').click()
  await page.locator('.review-line').first().waitFor()
  expect(await width()).toBe(195)
  await picture(page, 'repondre-200-relecture')
  // who changes one answer of the list stands where the list does: no step and no minute comes back
  await page.locator('.review-line').first().click()
  await page.locator('.question').first().waitFor()
  expect(await page.locator('.progress-words').textContent()).toBe('Relire et envoyer')
  await page.getByRole('button', { name: 'C’est bon' }).click()
  await page.locator('.review-line').first().waitFor()
  await send.click()
  await page.locator('.share-square svg').waitFor()
  expect(await width()).toBe(195)
  await picture(page, 'repondre-200-code')
})

test('the list before sending counts what is blank, leads to the question that is changed, and is there after a reload', async () => {
  const { page } = await aWindow(browser, phone)
  await page.goto(`${site.url}/q/jeunes-16-25`)
  await starting(page).click()
  const send = page.getByRole('button', { name: 'Envoyer mes réponses' })
  for (let turn = 0; turn < 60 && !(await send.isVisible()); turn++) {
    await answerAll(page)
    await goOn(page)
  }
  await page.locator('.end-review summary').click()
  const screens = await page.locator('.review [data-screen]').evaluateAll((all) => all.map((one) => one.dataset.screen))
  // the second question of a screen
  const at = screens.findIndex((one, place) => place > 0 && one === screens[place - 1])
  expect(at).toBeGreaterThan(0)
  const line = page.locator('.review [data-screen]').nth(at)
  const name = await line.getAttribute('data-of')
  await line.locator('button').click()
  const title = page.locator(`.question[data-name="${name}"] .question-title`)
  await expect.poll(() => title.evaluate((one) => one === document.activeElement)).toBe(true)
  const fold = page.locator('.navigation')
  await expect
    .poll(
      async () => (await title.boundingBox())!.y + (await title.boundingBox())!.height < (await fold.boundingBox())!.y,
    )
    .toBe(true)
  await page.reload()
  await page.locator('.message .actions [data-kind=main]').click()
  await send.waitFor()
  const blanks = () => page.locator('.review b').filter({ hasText: 'sans réponse' }).count()
  const said = async () => Number((await page.locator('.end-blank').allTextContents())[0]?.match(/\d+/)?.[0] ?? 0)
  const before = await blanks()
  expect(await said()).toBe(before)
  // words of one's own are expected of nobody
  await page.locator('.end-review summary').click()
  await page.locator('.review [data-of=budget_idee] button').click()
  await page.locator('.question[data-name=budget_idee] .field').fill('')
  await page.getByRole('button', { name: 'C’est bon' }).click()
  await page.locator('.review-line').first().waitFor()
  // « 1 question sans réponse » stood above two lines that said so
  expect(await page.locator('.review [data-of=budget_idee] b').textContent()).toContain('rien d’écrit')
  expect([await blanks(), await said()]).toEqual([before, before])
})

test('who left questions blank is led to the first of them from the last screen, and back', async () => {
  const { page } = await aWindow(browser, phone)
  await page.goto(`${site.url}/q/jeunes-16-25`)
  await starting(page).click()
  await asked(page, 'commune').locator('select').selectOption({ index: 1 })
  const send = page.getByRole('button', { name: 'Envoyer mes réponses' })
  for (let turn = 0; turn < 60 && !(await send.isVisible()); turn++) {
    await goOn(page)
    // what it led to may be drawn in two steps
    await page.waitForTimeout(150)
  }
  // it turned from grey to green, with letters that could not be read on the way
  const drawn = () => send.evaluate((one) => getComputedStyle(one).color)
  const atOnce = await drawn()
  await expect.poll(() => send.getAttribute('aria-disabled')).toBe(null)
  await page.waitForTimeout(200)
  expect(await drawn()).toBe(atOnce)
  const count = async () => Number((await page.locator('.end-blank').textContent())!.match(/\d+/)![0])
  const before = await count()
  // « 2 questions sans réponse » led nowhere
  const unanswered = page.locator('.review li').filter({ has: page.locator('.review-change', { hasText: 'Répondre' }) })
  expect(await unanswered.count()).toBe(before)
  expect(before).toBeGreaterThan(0)
  await isAccessible(page)
  const first = (await unanswered.first().getAttribute('data-of'))!
  await page.locator('.end-blank').click()
  await asked(page, first).waitFor()
  // one left blank again on purpose barred the way to the others, and of two on a screen the second was not come to
  const cameTo = () =>
    page.evaluate(() => {
      const at = document.activeElement?.closest<HTMLElement>('.question') ?? document.querySelector('.question')
      return (at as HTMLElement | null)?.dataset.name
    })
  const visited = new Set<string | undefined>()
  const left: number[] = []
  // « C’est bon » led to one blank more, and nothing said how many there were
  const on = page.getByRole('button', { name: /^(Suivant|C’est bon)$/ })
  const labels: string[] = []
  for (let turn = 0; turn < 40 && !(await send.isVisible()); turn++) {
    visited.add(await cameTo())
    left.push(Number((await page.getByText(/^Encore \d+ questions? sans réponse$/).textContent())!.match(/\d+/)![0]))
    labels.push((await on.textContent())!)
    await on.click()
    await page.waitForTimeout(150)
  }
  expect(visited.size).toBe(before)
  expect([left[0], left.toSorted((one, other) => other - one)]).toEqual([before, left])
  expect([labels[0], labels.at(-1), labels.toSorted().toReversed()]).toEqual(['Suivant', 'C’est bon', labels])
  expect(await count()).toBe(before)
})

test('the home page, the notice and the first question say the same time', async () => {
  const { page } = await aWindow(browser, phone)
  await page.goto(site.url)
  const card = page.locator('.home-card').filter({ hasText: 'Vos horaires, vos enfants' })
  const said = (await card.locator('.home-card-facts span').first().textContent())!
  await page.goto(`${site.url}/q/familles`)
  await page.locator('.notice-lines').getByText(`${said}, 4 de plus par autre enfant`).waitFor()
  await begin(page, `${site.url}/q/familles`)
  // « 2 à 12 min selon votre famille » was 20 for four children
  expect(said).toMatch(/jusqu’à 2\xa0enfants$/)
  await page
    .locator('.progress-words')
    .getByText(said.replace(/ jusqu’à.*/, ''))
    .waitFor()
})

test('from half-way down the home page of a small phone, the questionnaire opens at its top, its title heard first', async () => {
  const { page } = await aWindow(browser, { width: 360, height: 640 })
  await page.goto(`${site.url}/q/familles`)
  // the parts of the page are on the device: it is drawn at once
  await starting(page).waitFor()
  await page.goto(site.url)
  const link = page.locator('.home-card [href="/q/familles"]')
  await link.waitFor()
  await page.evaluate(() => scrollTo(0, document.body.scrollHeight))
  expect(await page.evaluate(() => scrollY)).toBeGreaterThan(300)
  await link.evaluate((node: HTMLElement) => node.click())
  await starting(page).waitFor()
  expect(await page.evaluate(() => scrollY)).toBe(0)
  const title = page.getByRole('heading', { level: 1, name: 'Vos horaires, vos enfants' })
  await expect.poll(() => title.evaluate((node) => node === document.activeElement)).toBe(true)
  expect(await page.evaluate(() => scrollY)).toBe(0)
})

test('« Suivant » comes once to what looks like a name; it is taken out or left, and nothing blocks', async () => {
  const { page } = await aWindow(browser, { width: 320, height: 568 })
  const slug = 'jeunes-11-15'
  const toText = async () => {
    await begin(page, `${site.url}/q/${slug}`)
    await until(page, 'tes_mots')
    await page.locator('[data-name="tes_mots"] textarea').fill('Un skatepark, demande à Léa Durand')
    await page.locator('.no-name button').waitFor()
  }
  await toText()
  await goOnTouched(page)
  const note = page.locator('.no-name [data-unsaid]')
  await expect.poll(() => note.evaluate((node) => node === document.activeElement)).toBe(true)
  await expect(isInSight(note)).resolves.toBe(true)
  await isAccessible(page)
  await picture(page, 'nom-une-fois')
  await page.getByRole('button', { name: 'Enlever et continuer' }).click()
  await asked(page, 'tes_mots').waitFor({ state: 'detached' })
  await isSavedOnDevice(page, slug, { tes_mots: 'Un skatepark, demande à' })
  await page.getByRole('button', { name: 'Retour' }).click()
  const text = page.locator('[data-name="tes_mots"] textarea')
  await text.fill('Un skatepark, demande à Léa Durand')
  await page.locator('.no-name button').first().waitFor()
  await goOnTouched(page)
  await asked(page, 'tes_mots').waitFor({ state: 'detached' })
  await isSavedOnDevice(page, slug, { tes_mots: 'Un skatepark, demande à Léa Durand' })
})

test('what is on trial is on the home page as long as nothing is open, and then answers by its link alone', async () => {
  const { page } = await aWindow(browser, phone)
  const cardOf = (slug: string) => page.locator(`.home-card:has([href="/q/${slug}"])`)
  await page.goto(site.url)
  await cardOf('familles').getByText('essai').waitFor()
  // as the list is once one of them is open
  await page.route('**/api/questionnaires', async (route) => {
    const response = await route.fetch()
    const { questionnaires } = (await response.json()) as QuestionnaireList
    const opened = questionnaires.map((line) => (line.slug === 'loisirs-sud' ? { ...line, status: 'open' } : line))
    await route.fulfill({ response, json: { questionnaires: opened } })
  })
  await page.reload()
  await cardOf('loisirs-sud').waitFor()
  expect(await page.locator('.home-card').count()).toBe(1)
  await page.goto(`${site.url}/q/familles`)
  await page.getByText('Ce questionnaire est en test').waitFor()
})

test('strong contrast comes when the device asks for it, and stays away once it was put off here', async () => {
  const { page } = await aWindow(browser, phone)
  const contrast = () => page.evaluate(() => document.documentElement.dataset.contrast)
  await page.goto(site.url)
  await expect.poll(contrast).toBe('normal')
  await page.emulateMedia({ contrast: 'more' })
  await page.reload()
  await expect.poll(contrast).toBe('high')
  await page.getByRole('button', { name: 'Contraste fort' }).click()
  await expect.poll(contrast).toBe('normal')
  await page.reload()
  await page.locator('.home-card').first().waitFor()
  expect(await contrast()).toBe('normal')
})

test('a notice printed is unfolded, and shows nothing to press', async () => {
  const { page } = await aWindow(browser, phone)
  await page.goto(`${site.url}/q/familles`)
  await page.locator('.notice summary').first().waitFor()
  await page.emulateMedia({ media: 'print' })
  await page.evaluate(() => dispatchEvent(new Event('beforeprint')))
  await page.getByText('un accord avec la Caf').waitFor()
  expect(await page.locator('.notice :is(summary, button):visible').count()).toBe(0)
})

/** The reason under the first question, unfolded; null when none is offered. */
async function firstReason(page: Page, slug: string, language: string): Promise<string | null> {
  await page.goto(`${site.url}/q/${slug}?langue=${language}`)
  await starting(page).click()
  await page.locator('.question').first().waitFor()
  const fold = page.locator('.question-why').first()
  if ((await fold.count()) === 0) return null
  await fold.locator('summary').click()
  return fold.locator('p').textContent()
}

test.each(['default', 'fr-facile', 'en', 'ar'])('why a question is asked is said in %s', async (language) => {
  const { page } = await aWindow(browser, phone)
  const [first] = founding().find(({ slug }) => slug === 'loisirs-sud')!.definition.pages[0]!.elements
  const said = await firstReason(page, 'loisirs-sud', language === 'default' ? 'fr' : language)
  expect(said).toBe((first!.why as Record<string, string>)[language])
  await isAccessible(page)
})

test('a reason written in French only is shown to those who read French', async () => {
  const [page, ...others] = gallery.definition.pages
  const [element] = page!.elements
  const pages = [{ ...page!, elements: [{ ...element!, why: 'Pour savoir.' }] }, ...others]
  await site.context.questionnaires.loadFounding([{ ...gallery, slug: 'galerie-raison', definition: { pages } }])
  await aMomentLater()
  for (const [language, reason] of Object.entries({
    fr: 'Pour savoir.',
    'fr-facile': 'Pour savoir.',
    en: null,
    ar: null,
  })) {
    const { page } = await aWindow(browser, phone)
    expect(await firstReason(page, 'galerie-raison', language), language).toBe(reason)
  }
})
