import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import type { Standing } from '../../../api/questionnaires/questionnaires.ts'
import { collections } from '../../../api/store/collections.ts'
import { hashOf, proofOf } from '../../../surveys/answers/withdrawal-words.ts'
import { founding } from '../../../surveys/questionnaire/founding.ts'
import { aServedClient } from '../built-client.ts'
import { asked, begin, choose, goOn, next, phone, starting, until } from '../person.ts'
import { aWindow, closeWindows, isAccessible, openChromium, picture } from '../staff/staff-browser.ts'

const slug = 'familles'
const shipped = founding().find((one) => one.slug === slug)!.version
const anew = shipped + 1
let site: Awaited<ReturnType<typeof aServedClient>>
let browser: Browser
let page: Page
let faults: string[]
let trial: Standing
beforeAll(async () => {
  site = await aServedClient()
  trial = (await site.context.questionnaires.found(slug)).standing
  browser = await openChromium()
})
afterAll(async () => {
  await browser.close()
  await site.discard()
})
beforeEach(async () => {
  ;({ page, faults } = await aWindow(browser, phone))
})
afterEach(async () => {
  await closeWindows(browser)
  await site.clear(slug)
  await onTrialAgain()
})

const button = (name: string) => page.getByRole('button', { name })
/** Somebody else answers, the words being noted. */
async function another() {
  await button('Une autre personne répond').click()
  await button('Oui, c’est noté').click()
}
/** Somebody else, on the same page, comes before the last button. */
async function anotherToTheEnd() {
  await another()
  await starting(page).click()
  await page.locator('.question').first().waitFor()
  await toTheLast()
}
const title = (name: string) => page.getByRole('heading', { level: 1, name }).waitFor()

/** A family without children under 18, before the last button. */
async function toTheEnd() {
  await begin(page, `${site.url}/q/${slug}`)
  await toTheLast()
}
async function toTheLast() {
  await until(page, 'enfants_a_charge')
  await choose(page, 'Non')
  const send = button('Envoyer mes réponses')
  for (let turn = 0; turn < 60 && !(await send.isVisible()); turn++) await goOn(page)
}

/** The questionnaire closed long ago, or is open again. */
async function isOpen(open: boolean) {
  const now = { status: open ? 'open' : 'closed', closesAt: open ? null : '2024-05-01T00:00:00.000Z' } as const
  const rows = site.context.store.collection(collections.questionnaires)
  await rows.update(slug, (row) => row && { ...row, ...now })
  await expect.poll(async () => (await site.context.questionnaires.found(slug)).status).toBe(open ? 'open' : 'closed')
}

/** The next version is published, word for word like the shipped one. @param isLive it ends the trial */
async function publishAnew(isLive: boolean) {
  const { store, questionnaires } = site.context
  const versions = store.collection(collections.versions)
  const collection = store.collection(collections.questionnaires)
  const first = (await versions.get(`${slug}@${shipped}`))!.value
  const before = (await collection.get(slug))!
  await versions.put(`${slug}@${anew}`, { ...first, questionnaire: { ...first.questionnaire, version: anew } }, null)
  const row = { ...before.value, version: anew, ...(isLive ? { status: 'open' as const, liveFrom: anew } : {}) }
  await collection.put(slug, row, before.revision)
  await expect.poll(async () => (await questionnaires.found(slug)).standing.version).toBe(anew)
}

/** The questionnaire is on trial, in its shipped version, as before every test. */
async function onTrialAgain() {
  const { store, questionnaires } = site.context
  const rows = store.collection(collections.questionnaires)
  const { revision } = (await rows.get(slug))!
  await rows.put(slug, trial, revision)
  await store.collection(collections.versions).remove(`${slug}@${anew}`)
  await expect.poll(async () => (await questionnaires.found(slug)).standing).toEqual(trial)
}

/** The words on the screen are those of the one response that is stored. */
async function codeIsOfTheResponse() {
  await page.locator('.code-words li').nth(11).waitFor()
  const words = await page.locator('.code-words li').allTextContents()
  const [response, ...others] = await site.responses(slug)
  expect(others).toEqual([])
  const { withdrawal } = (await site.context.store.responses.get(response!.id))!
  expect(withdrawal).toBe(hashOf(proofOf(words)))
}

/** What waits on the device has waited for a month. Runs in the page. */
const aMonthOlder = () =>
  new Promise<void>((done, fail) => {
    const opening = indexedDB.open('answers')
    opening.onerror = () => fail(opening.error)
    opening.onsuccess = () => {
      const change = opening.result.transaction('waiting', 'readwrite')
      const rows = change.objectStore('waiting').getAll()
      rows.onsuccess = () => {
        for (const row of rows.result)
          change.objectStore('waiting').put({ ...row, savedAt: row.savedAt - 30 * 24 * 3_600_000 })
      }
      change.oncomplete = () => {
        opening.result.close()
        done()
      }
    }
  })

/** The server stores the response, and its answer never comes back. */
async function sendIntoTheVoid() {
  let arrived = () => {}
  const taken = new Promise<void>((resolve) => {
    arrived = resolve
  })
  await page.route(
    '**/api/responses/*',
    async (route) => {
      await route.fetch()
      arrived()
    },
    { times: 1 },
  )
  await button('Envoyer mes réponses').click()
  await taken
}

test('a page reloaded between the sending and the receipt shows the receipt with its code, as long as its tab is open', async () => {
  await toTheEnd()
  await sendIntoTheVoid()
  await page.reload()
  await title('Merci, votre réponse est bien arrivée')
  await codeIsOfTheResponse()
  await page.reload()
  await title('Merci, votre réponse est bien arrivée')
  await codeIsOfTheResponse()
  const other = await page.context().newPage()
  await other.goto(`${site.url}/q/${slug}`)
  await other.getByRole('heading', { level: 1, name: /^Votre réponse est bien arrivée/ }).waitFor()
  await other.getByText('Vos 12 mots ne peuvent plus être affichés ici').waitFor()
  expect(await other.locator('.code-words').count()).toBe(0)
  await another()
  await starting(page).waitFor()
  expect(faults).toEqual([])
})

test('the thanks offer to be called back before the code, and ask to keep its words until they are', async () => {
  await toTheEnd()
  await button('Envoyer mes réponses').click()
  await title('Merci, votre réponse est bien arrivée')
  await page.locator('.code-words').waitFor()
  const [callMe, code] = [
    await button('Je souhaite être rappelé').boundingBox(),
    await page.locator('.code').boundingBox(),
  ]
  expect(callMe!.y).toBeLessThan(phone.height)
  expect(callMe!.y).toBeLessThan(code!.y)
  await picture(page, 'merci')
  const reminder = page.getByText('Gardez ces mots avant de fermer cette page.')
  await reminder.waitFor()
  await page.context().grantPermissions(['clipboard-write'])
  await page.getByRole('button', { name: 'Copier', exact: true }).click()
  await page.getByText('Code copié.').waitFor()
  expect(await reminder.count()).toBe(0)
  await button('Je souhaite être rappelé').click()
  await title('Être rappelé, si vous le voulez')
  await page.goBack()
  await button('Je souhaite être rappelé').click()
  await title('Être rappelé, si vous le voulez')
  expect(await page.evaluate(() => scrollY)).toBe(0)
})

test('who begins in one tab while the answers of another arrive learns it, and nothing is stored twice', async () => {
  const other = await page.context().newPage()
  await other.goto(`${site.url}/q/${slug}`)
  let open = () => {}
  const opened = new Promise<void>((resolve) => {
    open = resolve
  })
  await other.route('**/api/visits', async (route) => {
    await opened
    await route.continue()
  })
  const beginning = starting(other)
  await beginning.waitFor()
  await toTheEnd()
  await beginning.click()
  await button('Envoyer mes réponses').click()
  await title('Merci, votre réponse est bien arrivée')
  open()
  await other.getByRole('heading', { level: 1, name: /^Votre réponse est bien arrivée/ }).waitFor()
  expect(await site.responses(slug)).toHaveLength(1)
  await other.reload()
  await other.getByRole('heading', { level: 1, name: /^Votre réponse est bien arrivée/ }).waitFor()
  expect(faults).toEqual([])
})

test('who goes home instead finds there the way to the receipt', async () => {
  await toTheEnd()
  await sendIntoTheVoid()
  await page.goto(site.url)
  await page.getByText('Une réponse est bien arrivée.').waitFor()
  await isAccessible(page)
  await page.getByRole('link', { name: 'Voir le reçu' }).click()
  await title('Merci, votre réponse est bien arrivée')
  await codeIsOfTheResponse()
})

test('an answer that leaves from the home page after a cut, a month later, is said there, though its receipt has been read', async () => {
  await toTheEnd()
  // nothing leaves before the home page is there
  await page.route('**/api/responses/*', (route) =>
    new URL(page.url()).pathname === '/' ? route.continue() : route.abort(),
  )
  await button('Envoyer mes réponses').click()
  await title('Vos réponses ne sont pas encore parties')
  // once the page said first that it may be closed
  await page.getByText('Notez d’abord vos 12 mots, plus bas.').waitFor()
  await page.evaluate(aMonthOlder)
  await page.goto(site.url)
  await page.getByText('Une réponse est bien arrivée. Merci').waitFor()
  await isAccessible(page)
  expect(await site.responses(slug)).toHaveLength(1)
})

test('an answer refused after a cut says why and loses nothing: it is mended, sent again, and has the code it had', async () => {
  await toTheEnd()
  await page.context().setOffline(true)
  await button('Envoyer mes réponses').click()
  await title('Vos réponses ne sont pas encore parties')
  const words = await page.locator('.code-words li').allTextContents()
  await isOpen(false)
  await page.context().setOffline(false)
  await page.goto(site.url)
  await page.getByText('Une réponse n’a pas été acceptée.').waitFor()
  await isAccessible(page)
  await page.getByRole('link', { name: 'Voir pourquoi' }).click()
  await title('Votre réponse n’a pas été acceptée')
  await page.getByText('Ce questionnaire est terminé.').waitFor()
  await page.getByText('Elles sont arrivées après la fin.').waitFor()
  await isAccessible(page)
  await picture(page, 'repondre-refusee')
  await page.reload()
  await button('Revoir mes réponses').click()
  await button('Envoyer mes réponses').waitFor()
  await isOpen(true)
  await goOn(page)
  await title('Merci, votre réponse est bien arrivée')
  await codeIsOfTheResponse()
  expect(await page.locator('.code-words li').allTextContents()).toEqual(words)
  expect((await site.responses(slug))[0]!.answers).toMatchObject({ enfants_a_charge: 'non' })
  expect(faults.filter((fault) => !/ERR_INTERNET_DISCONNECTED|when fetching the script/.test(fault))).toEqual([])
})

test('a page opened again while its answer waits says so, and asks nothing twice; sent, it says that too', async () => {
  await toTheEnd()
  const sending = '**/api/responses/*'
  await page.route(sending, (route) => route.abort())
  await button('Envoyer mes réponses').click()
  await title('Vos réponses ne sont pas encore parties')
  await page.getByText('Gardez ces mots avant de fermer cette page.').waitFor()
  const words = await page.locator('.code-words li').allTextContents()
  // once it was the welcome page: the same person could answer twice
  await page.reload()
  await title('Vos réponses ne sont pas encore parties')
  expect(await page.locator('.code-words li').allTextContents()).toEqual(words)
  await isAccessible(page)
  await picture(page, 'repondre-attend')
  const other = await page.context().newPage()
  await other.route(sending, (route) => route.abort())
  await other.goto(`${site.url}/q/${slug}`)
  await other.getByRole('button', { name: 'Envoyer maintenant' }).waitFor()
  expect(await other.locator('.code').count()).toBe(0)
  await page.unroute(sending)
  await button('Envoyer maintenant').click()
  await title('Merci, votre réponse est bien arrivée')
  await codeIsOfTheResponse()
  await other.getByRole('heading', { level: 1, name: /^Votre réponse est bien arrivée/ }).waitFor()
})

test('where an answer waits, another person of the same phone may answer at once: both arrive, each with its own words', async () => {
  await toTheEnd()
  const sending = '**/api/responses/*'
  await page.route(sending, (route) => route.abort())
  await button('Envoyer mes réponses').click()
  await title('Vos réponses ne sont pas encore parties')
  await page.getByRole('link', { name: 'Tous les questionnaires' }).waitFor()
  await button('Une autre personne répond').click()
  // its words would be lost for whoever has not noted them
  await page.getByText('Vos 12 mots vont disparaître de cet écran. Les avez-vous notés').waitFor()
  await button('Non, garder').click()
  await page.locator('.code-words li').first().waitFor()
  const words = await page.locator('.code-words li').allTextContents()
  await anotherToTheEnd()
  // the next person's answer had the id and the words of the one that waited, and took its place
  await button('Envoyer mes réponses').click()
  await title('Vos réponses ne sont pas encore parties')
  const own = await page.locator('.code-words li').allTextContents()
  expect(own).not.toEqual(words)
  // of the two that wait, the one of whom this tab shows the words; it said « Chargement… » until both had failed three times
  let tried = 0
  page.on('request', (request) => (tried += Number(request.url().includes('/api/responses/'))))
  await page.reload()
  await title('Vos réponses ne sont pas encore parties')
  expect(tried).toBeLessThan(6)
  expect(await page.locator('.code-words li').allTextContents()).toEqual(own)
  await page.goto(site.url)
  await page.getByText('réponses ne sont pas encore parties. Elles partiront toutes seules.').waitFor()
  await page.getByRole('link', { name: 'Voir mes 12 mots' }).click()
  await title('Vos réponses ne sont pas encore parties')
  // from another tab both leave: the words stay where they were read
  const other = await page.context().newPage()
  await other.goto(site.url)
  await expect.poll(async () => (await site.responses(slug)).length).toBe(2)
  await title('Merci, votre réponse est bien arrivée')
  expect(await page.locator('.code-words li').allTextContents()).toEqual(own)
})

test('a page opened again where two answers wait says that its own has left as soon as it has', async () => {
  await toTheEnd()
  const sending = '**/api/responses/*'
  await page.route(sending, (route) => route.abort())
  await button('Envoyer mes réponses').click()
  await title('Vos réponses ne sont pas encore parties')
  await anotherToTheEnd()
  await button('Envoyer mes réponses').click()
  await title('Vos réponses ne sont pas encore parties')
  const own = await page.locator('.code-words li').allTextContents()
  await page.reload()
  await title('Vos réponses ne sont pas encore parties')
  await page.unroute(sending)
  // not once it tries again after twenty seconds: it stood there while both had left
  await page
    .getByRole('heading', { level: 1, name: 'Merci, votre réponse est bien arrivée' })
    .waitFor({ timeout: 17_000 })
  expect(await page.locator('.code-words li').allTextContents()).toEqual(own)
  await expect.poll(async () => (await site.responses(slug)).length).toBe(2)
})

test('what leaves after another person said they answer is no news for them', async () => {
  await toTheEnd()
  const sending = '**/api/responses/*'
  await page.route(sending, (route) => route.abort())
  await button('Envoyer mes réponses').click()
  await title('Vos réponses ne sont pas encore parties')
  await page.unroute(sending)
  // what is tried once the page tells that it waits is still on its way when somebody else begins
  let leaves = () => {}
  const held = new Promise<void>((resolve) => {
    leaves = resolve
  })
  await page.route(sending, async (route) => {
    if (!(await page.locator('.code-words').isVisible())) return route.abort()
    await held
    await route.continue()
  })
  await page.reload()
  await another()
  leaves()
  await expect.poll(async () => (await site.responses(slug)).length).toBe(1)
  // once it said « Votre réponse est bien arrivée » to somebody who had answered nothing
  await starting(page).click()
  await page.locator('.question').first().waitFor()
})

test('what waited leaves as soon as the network is back, whoever answers then', async () => {
  await toTheEnd()
  const sending = '**/api/responses/*'
  let tried = 0
  await page.route(sending, (route) => {
    tried += 1
    return route.abort()
  })
  await button('Envoyer mes réponses').click()
  await title('Vos réponses ne sont pas encore parties')
  await page.reload()
  await button('Une autre personne répond').waitFor()
  const before = tried
  await another()
  await page.getByRole('heading', { level: 1 }).first().waitFor()
  // the foot of the notice came first, and nothing was heard
  await expect.poll(() => page.evaluate(() => [scrollY, document.activeElement?.tagName])).toEqual([0, 'H1'])
  // what the page tries by itself as it opens has failed three times
  await expect.poll(() => tried - before).toBeGreaterThanOrEqual(2)
  await starting(page).click()
  await page.locator('.question').first().waitFor()
  await page.unroute(sending)
  await page.evaluate(() => dispatchEvent(new Event('online')))
  await expect.poll(async () => (await site.responses(slug)).length).toBe(1)
})

test('the home page, left open, sends what waits once it can, without a word from the network, and says so', async () => {
  await page.clock.install()
  await toTheEnd()
  const sending = '**/api/responses/*'
  let tried = 0
  await page.route(sending, (route) => {
    tried += 1
    return route.abort()
  })
  await button('Envoyer mes réponses').click()
  await title('Vos réponses ne sont pas encore parties')
  await page.goto(site.url)
  const before = tried
  await page.getByText('Elle partira toute seule').waitFor()
  // it has given up by then
  await expect.poll(() => tried - before).toBeGreaterThanOrEqual(3)
  await page.unroute(sending)
  await page.clock.fastForward(20_000)
  await page.getByText('Une réponse est bien arrivée').waitFor()
  // and goes on saying so
  await page.evaluate(() => dispatchEvent(new Event('online')))
  await page.waitForTimeout(300)
  await page.getByText('Une réponse est bien arrivée').waitFor()
  // « Répondre » showed the next person these twelve words
  const card = page.getByRole('listitem').filter({ has: page.getByRole('link', { name: 'Voir le reçu' }) })
  await card.getByRole('button', { name: 'Une autre personne répond' }).click()
  await isAccessible(page)
  await button('Oui, c’est noté').click()
  await starting(page).waitFor()
})

test('refused before the person’s eyes, its answers can be looked at again, or tried later', async () => {
  await toTheEnd()
  await page.context().setOffline(true)
  let tried = 0
  page.on('request', (request) => {
    tried += Number(request.url().includes('/api/responses/'))
  })
  await button('Envoyer mes réponses').click()
  await title('Vos réponses ne sont pas encore parties')
  // without a network it took seconds to say so
  expect(tried).toBe(1)
  await isOpen(false)
  await page.context().setOffline(false)
  await title('Votre réponse n’a pas été acceptée')
  await button('Revoir mes réponses').click()
  await button('Retour').waitFor()
  for (let turn = 0; turn < 60 && !(await asked(page, 'enfants_a_charge').isVisible()); turn++)
    await button('Retour').click()
  expect(await page.getByLabel('Non', { exact: true }).isChecked()).toBe(true)
  for (let turn = 0; turn < 60 && !(await button('Envoyer mes réponses').isVisible()); turn++) await next(page)
  await button('Envoyer mes réponses').click()
  // its draft is there: what is wrong shows in place
  await page.getByText('Ce questionnaire est terminé.').waitFor()
  await isOpen(true)
  await button('Envoyer mes réponses').click()
  await title('Merci, votre réponse est bien arrivée')
  await codeIsOfTheResponse()
})

test('what the server will not take is explained in the language of the person, with the question it is about', async () => {
  await toTheEnd()
  await page.goto(`${site.url}/q/${slug}?langue=en`)
  await button('Carry on').click()
  const spoilt = '**/api/responses/*'
  await page.route(spoilt, (route) => {
    const response = route.request().postDataJSON()
    return route.continue({
      postData: JSON.stringify({ ...response, answers: { ...response.answers, enfants_a_charge: 'peut_etre' } }),
    })
  })
  await button('Send my answers').click()
  const alert = page.getByRole('alert')
  await alert.getByText('Some answers need another look.').waitFor()
  expect(await alert.getByRole('listitem').allTextContents()).toContain('Do you have any children under 18?')
  expect(await alert.textContent()).not.toMatch(/réponse|question |la fiche/i)
  await isAccessible(page)
  await page.unroute(spoilt)
  await button('Send my answers').click()
  await title('Thank you, your answer has arrived')
})

test('an answer that cannot be accepted is erased by whoever holds the device', async () => {
  await toTheEnd()
  await page.context().setOffline(true)
  await button('Envoyer mes réponses').click()
  await title('Vos réponses ne sont pas encore parties')
  await isOpen(false)
  await page.context().setOffline(false)
  await button('Réessayer l’envoi').click()
  await page.getByText('Ce questionnaire est terminé.').waitFor()
  await button('Effacer').click()
  await button('Oui, effacer').click()
  await title('Ce questionnaire est terminé')
  await isOpen(true)
  await page.goto(site.url)
  await page.locator('.home-card').first().waitFor()
  expect(await page.getByText('n’a pas été acceptée').count()).toBe(0)
  expect(await site.responses(slug)).toEqual([])
})

test('a part of the site that never comes says so, and is asked for again', async () => {
  await page.route('**/assets/questions-*.js', (route) => route.abort())
  await page.goto(`${site.url}/q/${slug}`)
  await starting(page).click()
  await title('Une partie de la page n’est pas venue')
  await isAccessible(page)
  await page.unroute('**/assets/questions-*.js')
  await button('Réessayer').click()
  await starting(page).click()
  await page.locator('.question').first().waitFor()
})

test('when the words of a language do not come, the page is in French rather than blank', async () => {
  await page.route('**/assets/screens-*.js', (route) => route.abort())
  await page.goto(`${site.url}/?langue=en`)
  await title('Votre avis compte ici')
  expect(await page.locator('html').getAttribute('lang')).toBe('fr')
})

test('published anew while somebody answers: their answer is taken under the version they saw', async () => {
  await toTheEnd()
  await publishAnew(false)
  await page.reload()
  await button('Reprendre').click()
  await button('Envoyer mes réponses').click()
  await title('Merci, votre réponse est bien arrivée')
  await codeIsOfTheResponse()
  expect(await site.responses(slug)).toMatchObject([{ version: shipped, answers: { enfants_a_charge: 'non' } }])
})

test('the trial ends while somebody answers: the page says so, and their answers count under the new version, once', async () => {
  await toTheEnd()
  await publishAnew(true)
  // what takes the place of the trial is cut off at first
  const asking = `**/api/questionnaires/${slug}*`
  await page.context().route(asking, (route) => route.abort())
  await button('Envoyer mes réponses').click()
  await title('Vos réponses ne sont pas encore parties')
  await page.context().unroute(asking)
  await button('Envoyer maintenant').click()
  await page.getByText('Le questionnaire a changé depuis').waitFor()
  await isAccessible(page)
  await button('Reprendre').click()
  await page.locator('.question').first().waitFor()
  for (let turn = 0; turn < 60 && !(await button('Envoyer mes réponses').isVisible()); turn++) await next(page)
  await button('Envoyer mes réponses').click()
  await title('Merci, votre réponse est bien arrivée')
  await codeIsOfTheResponse()
  expect(await site.responses(slug)).toMatchObject([{ version: anew, answers: { enfants_a_charge: 'non' } }])
})
