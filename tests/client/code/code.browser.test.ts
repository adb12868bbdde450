import { randomUUID } from 'node:crypto'
import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { quarantineIn } from '../../../api/kiosks/quarantine.ts'
import { collections } from '../../../api/store/collections.ts'
import { hashOf, newCode, proofOf } from '../../../surveys/answers/withdrawal-words.ts'
import { aServedClient } from '../built-client.ts'
import { gallery } from '../gallery.ts'
import { answerAll, asked, begin, choose, next, phone, send, starting, until } from '../person.ts'
import { aWindow, closeWindows, isAccessible, openChromium, picture } from '../staff/staff-browser.ts'

let site: Awaited<ReturnType<typeof aServedClient>>
let browser: Browser
beforeAll(async () => {
  site = await aServedClient()
  await site.context.questionnaires.loadFounding([gallery])
  browser = await openChromium()
})
afterAll(async () => {
  await browser.close()
  await site.discard()
})
afterEach(async () => {
  const faults = await closeWindows(browser)
  await site.clear('familles')
  expect(faults.filter((fault) => !/ERR_INTERNET_DISCONNECTED/.test(fault))).toEqual([])
})

/** A family without children under 18: the shortest way. */
async function aSentAnswer(page: Page) {
  await begin(page, `${site.url}/q/familles?canal=affiche&zone=nord`)
  await until(page, 'enfants_a_charge')
  await choose(page, 'Non')
  await send(page)
  await page.locator('.code-words li').first().waitFor()
  return page.locator('.code-words li').allTextContents()
}

/** What is drawn before the sentence that says what is wrong. */
const markOf = (page: Page) =>
  page.locator('.question-problem').evaluate((problem) => getComputedStyle(problem, '::before').content)

test('with the twelve words of the receipt a person reads, corrects, then withdraws their answer', async () => {
  const { page } = await aWindow(browser, phone)
  await page.goto(site.url)
  await page.locator('.home-card').first().waitFor()
  await picture(page, 'repondre-accueil')
  const words = await aSentAnswer(page)
  expect(words).toHaveLength(12)
  await page.locator('.code-body .code-square').waitFor()
  await picture(page, 'repondre-recu', true)
  // one response is stored: what the screen alone needed once made a second one
  expect((await page.pdf({ format: 'A4' })).toString('latin1').match(/\/Type \/Page\b/g)).toHaveLength(1)
  const [response] = await site.responses('familles')
  expect(response).toMatchObject({ channel: 'affiche--nord', language: 'fr', answers: { enfants_a_charge: 'non' } })
  // « famille » may be one of the twelve, and is in the name of the questionnaire
  const stored = JSON.stringify(response)
  expect(words.filter((word) => stored.includes(word)).length).toBeLessThan(3)

  // typed without accents, in capitals, four letters a word
  await page.goto(`${site.url}/mon-code`)
  await page.getByLabel('Vos 12 mots').waitFor()
  await isAccessible(page)
  const bare = words.map((word) => word.normalize('NFD').replace(/\p{M}/gu, '').slice(0, 4).toUpperCase())
  await page.getByLabel('Vos 12 mots').fill(`${bare.slice(0, 11).join(' ')} zzzz`)
  await page.getByRole('button', { name: 'Voir ma réponse' }).click()
  await page.getByText('Ce mot n’est pas dans la liste').waitFor()
  // once it was in plain black where no questionnaire had been opened before
  expect(await markOf(page)).toMatch(/^"!"/)
  await isAccessible(page)
  await page.getByLabel('Vos 12 mots').fill(bare.join(' '))
  // what was put right is no longer reproached
  await page.getByText('Ce mot n’est pas dans la liste').waitFor({ state: 'detached' })
  await page.getByRole('button', { name: 'Voir ma réponse' }).click()
  await page.getByRole('heading', { name: /Votre réponse du/ }).waitFor()
  await isAccessible(page)
  await picture(page, 'repondre-mon-code')

  // once the whole questionnaire was gone through again, with no way out
  await page.getByRole('button', { name: 'Corriger' }).click()
  await page.getByRole('heading', { name: 'Que voulez-vous corriger' }).waitFor()
  const mark = page.locator('.progress-words').getByText('Vous corrigez votre réponse du')
  await mark.waitFor()
  const save = page.getByRole('button', { name: 'Enregistrer ma correction' })
  expect(await save.count()).toBe(0)
  await isAccessible(page)
  await picture(page, 'repondre-corriger')
  await page.getByRole('button', { name: 'Ne rien changer' }).click()
  await page.getByRole('heading', { name: /Votre réponse du/ }).waitFor()
  await page.getByRole('button', { name: 'Corriger' }).click()
  await page.locator('[data-of="enfants_a_charge"] button').click()
  await asked(page, 'enfants_a_charge').waitFor()
  // once « Étape 1 · 12 min au plus », as on a first answer
  expect(await page.locator('.progress-words').textContent()).toMatch(/^Vous corrigez votre réponse du [^·]+$/)
  expect(await page.getByLabel('Non', { exact: true }).isChecked()).toBe(true)
  // once a page read again lost what was corrected, without a word
  const leaves = () => page.evaluate(() => dispatchEvent(new Event('beforeunload', { cancelable: true })))
  expect(await leaves()).toBe(false)
  await page.getByLabel(/^Pas encore/).check()
  for (let turn = 0; turn < 60 && !(await save.isVisible()); turn++)
    await page.locator('.navigation-on button').last().click()
  await page.getByText('Votre correction n’est pas encore enregistrée.').waitFor()
  await save.click()
  await page.getByRole('heading', { name: 'Votre correction est enregistrée' }).waitFor()
  await isAccessible(page)
  const corrected = await site.responses('familles')
  expect(corrected).toHaveLength(1)
  expect(corrected[0]).toMatchObject({ id: response!.id, receivedAt: response!.receivedAt, channel: 'affiche--nord' })
  expect(corrected[0]!.answers).not.toEqual(response!.answers)

  await page.getByRole('button', { name: 'Relire ma réponse' }).click()
  await page.getByRole('heading', { name: /Votre réponse du/ }).waitFor()

  // the link of the QR code: the words stand after #, and leave the address bar at once
  await page.goto(`${site.url}/?`)
  await page.goto(`${site.url}/mon-code#${words.join('-')}`)
  await page.getByRole('heading', { name: /Votre réponse du/ }).waitFor()
  expect(page.url()).toBe(`${site.url}/mon-code`)
  await page.getByRole('button', { name: 'Retirer ma réponse' }).press('Enter')
  // what cannot be undone is not under the finger of whoever presses twice
  await page.getByRole('button', { name: 'Non, garder' }).and(page.locator(':focus')).waitFor()
  await page.getByRole('button', { name: 'Oui, retirer' }).click()
  await page.getByRole('heading', { name: 'Votre réponse est retirée' }).waitFor()
  expect(await site.responses('familles')).toEqual([])
  await page.getByRole('button', { name: 'Taper un autre code' }).waitFor()
  // once it led nowhere from its own page
  await page.getByRole('link', { name: 'Relire ou retirer ma réponse' }).click()
  await page.getByLabel('Vos 12 mots').waitFor()
  // once its page still said that the answer had arrived
  await page.goto(`${site.url}/q/familles`)
  await starting(page).waitFor()
  await page.goto(`${site.url}/?`)
  await page.goto(`${site.url}/mon-code#${words.join('-')}`)
  await page.getByRole('heading', { name: 'Aucune réponse ne correspond à ce code' }).waitFor()
  // once the twelve words were to be typed again
  expect(await page.getByLabel('Vos 12 mots').inputValue()).toBe(words.join(' '))
}, 180_000)

// a phone that drops the tab asked for twelve words, and the correction was gone without a word
test('a correction goes on where the page is read again in its tab, until it is saved or given up', async () => {
  const { page } = await aWindow(browser, phone)
  const words = await aSentAnswer(page)
  // once the twelve words of the page before were asked for
  await page.getByRole('link', { name: 'Relire ou retirer ma réponse' }).click()
  await page.getByRole('heading', { name: /Votre réponse du/ }).waitFor()
  expect(page.url()).toBe(`${site.url}/mon-code`)
  const change = async () => {
    await page.getByRole('button', { name: 'Corriger' }).click()
    await page.locator('[data-of="enfants_a_charge"] button').click()
    await page.getByLabel(/^Pas encore/).check()
  }
  const under = () => page.evaluate(() => sessionStorage.getItem('correction'))
  const unsaved = page.getByText('Votre correction n’est pas encore enregistrée.')
  const readAgain = async () => {
    page.once('dialog', (dialog) => void dialog.accept())
    await page.reload()
  }
  await change()
  await readAgain()
  await unsaved.waitFor()
  await isAccessible(page)
  expect(await page.locator('[data-of="enfants_a_charge"]').textContent()).toContain('Pas encore')
  // given up, nothing of it is left
  await page.getByRole('button', { name: 'Laisser comme avant' }).click()
  await page.getByRole('heading', { name: /Votre réponse du/ }).waitFor()
  expect(await under()).toBeNull()
  await change()
  const other = await page.context().newPage()
  await other.goto(`${site.url}/mon-code`)
  await other.getByLabel('Vos 12 mots').waitFor()
  await other.close()
  await readAgain()
  // offline, what did not leave was said at the top of the page, out of sight
  await unsaved.waitFor()
  const save = page.getByRole('button', { name: 'Enregistrer ma correction' })
  await page.context().setOffline(true)
  await save.click({ delay: 50 })
  await page.locator('.problems:focus').waitFor()
  await page.getByText('L’envoi n’a pas pu se faire').waitFor()
  expect(await page.locator('.problems').evaluate((why) => why.getBoundingClientRect().bottom < innerHeight)).toBe(true)
  await page.context().setOffline(false)
  await save.click()
  await page.getByRole('heading', { name: 'Votre correction est enregistrée' }).waitFor()
  expect(await under()).toBeNull()
  const [response] = await site.responses('familles')
  expect(response!.answers.enfants_a_charge).not.toBe('non')
  // one verdict at a time: « Aucune réponse… » stood above « Ce mot n’est pas dans la liste »
  await page.goto(`${site.url}/?`)
  await page.goto(`${site.url}/mon-code#${[...words].reverse().join('-')}`)
  await page.getByRole('heading', { name: 'Aucune réponse ne correspond à ce code' }).waitFor()
  await page.getByLabel('Vos 12 mots').fill(`${words.slice(1).join(' ')} zzzz`)
  await page.getByRole('button', { name: 'Voir ma réponse' }).click()
  await page.getByText('Ce mot n’est pas dans la liste').waitFor()
  expect(await page.getByText('Aucune réponse ne correspond').count()).toBe(0)
  await page.getByRole('heading', { name: 'Ma réponse, avec mon code' }).waitFor()
}, 180_000)

test('from the list of a correction another child is added, and nothing else is asked again', async () => {
  const { page } = await aWindow(browser, phone)
  await begin(page, `${site.url}/q/familles`)
  await until(page, 'enfants_a_charge')
  await choose(page, 'Oui')
  const sending = page.getByRole('button', { name: 'Envoyer mes réponses' })
  for (let turn = 0; turn < 60 && !(await sending.isVisible()); turn++) {
    await answerAll(page)
    await next(page)
  }
  await sending.click()
  await page.locator('.code-words li').nth(11).waitFor()
  const [before] = await site.responses('familles')
  expect(before!.answers.enfants).toHaveLength(1)
  await page.getByRole('link', { name: 'Corriger' }).click()
  await page.getByRole('heading', { name: /Votre réponse du/ }).waitFor()
  await page.getByRole('button', { name: 'Corriger' }).click()
  await page.locator('[data-of="enfants"] button').click()
  await page.locator('.another-choices button[type="button"]').click()
  const save = page.getByRole('button', { name: 'Enregistrer ma correction' })
  for (let turn = 0; turn < 60 && !(await save.isVisible()); turn++) {
    await answerAll(page)
    await page.locator('.navigation-on button').last().click()
  }
  await save.click()
  await page.getByRole('heading', { name: 'Votre correction est enregistrée' }).waitFor()
  const [after] = await site.responses('familles')
  expect(after!.answers).toMatchObject({ ...before!.answers, enfants: [before!.answers.enfants, {}].flat() })
  await page.getByRole('link', { name: 'Revoir mes 12 mots' }).click()
  await page.locator('.code-words li').nth(11).waitFor()
}, 180_000)

test('a response damaged on the server: its person reads so in their words, in every language, and can still withdraw it', async () => {
  const { page } = await aWindow(browser, phone)
  const words = await aSentAnswer(page)
  const [response] = await site.responses('familles')
  const { responses } = site.context.store
  const row = (await responses.get(response!.id))!
  const sealed = row.sealed.map((byte, at) => (at === 40 ? byte ^ 1 : byte))
  expect(await responses.replace({ ...row, sealed }, row.digest)).toBe(true)
  for (const [language, title] of [
    ['en', 'Your answer can no longer be read'],
    ['ar', 'لم يعد من الممكن قراءة إجابتك'],
    ['es', 'Su respuesta ya no se puede leer'],
    ['fr-facile', 'Nous ne pouvons plus lire votre réponse'],
    ['fr', 'Votre réponse ne peut plus être relue'],
  ]) {
    await page.evaluate((spoken) => localStorage.setItem('comfort', JSON.stringify({ language: spoken })), language)
    await page.goto(`${site.url}/?`)
    await page.goto(`${site.url}/mon-code#${words.join('-')}`)
    await page.getByRole('heading', { name: title! }).waitFor()
    await isAccessible(page)
  }
  await page.getByRole('button', { name: 'Retirer ma réponse' }).press('Enter')
  await page.getByRole('button', { name: 'Non, garder' }).and(page.locator(':focus')).waitFor()
  await page.getByRole('button', { name: 'Oui, retirer' }).click()
  await page.getByRole('heading', { name: 'Votre réponse est retirée' }).waitFor()
  expect(await responses.get(response!.id)).toBeNull()
}, 120_000)

test('a response of a kiosk that waits for the team: its person reads so, in every language, and can withdraw it', async () => {
  const { page } = await aWindow(browser, phone)
  const words = newCode((numbers) => crypto.getRandomValues(numbers))
  const { id, kiosk, key } = { id: randomUUID(), kiosk: randomUUID(), key: randomUUID() }
  const sheet = {
    id,
    questionnaire: 'familles',
    version: 1,
    mode: 'kiosk' as const,
    channel: '',
    language: 'fr' as const,
  }
  const inside = { ...sheet, answers: { enfants_a_charge: 'non' }, withdrawal: hashOf(proofOf(words)) }
  const quarantine = quarantineIn(site.context)
  const outside = { id, kiosk, key, ephemeral: '', nonce: '', box: '' }
  await quarantine.add(outside, { answeredAt: new Date().toISOString(), sheet: inside }, 'clock')
  for (const [language, title] of [
    ['en', 'Your answer has arrived'],
    ['ar', 'لقد وصلت إجابتكم'],
    ['es', 'Su respuesta ha llegado'],
    ['fr-facile', 'Nous avons votre réponse'],
    ['fr', 'Votre réponse est bien arrivée'],
  ]) {
    await page.goto(`${site.url}/?`)
    await page.evaluate((spoken) => localStorage.setItem('comfort', JSON.stringify({ language: spoken })), language)
    await page.goto(`${site.url}/mon-code#${words.join('-')}`)
    await page.getByRole('heading', { name: title! }).waitFor()
    await isAccessible(page)
  }
  await page.getByRole('button', { name: 'Retirer ma réponse' }).click()
  await page.getByRole('button', { name: 'Oui, retirer' }).click()
  await page.getByRole('heading', { name: 'Votre réponse est retirée' }).waitFor()
  expect(await quarantine.list()).toEqual([])
}, 120_000)

test('who wants to be called back leaves their number apart: it is encrypted, and no answer leads to it', async () => {
  const { page } = await aWindow(browser, phone)
  await aSentAnswer(page)
  await page.getByRole('button', { name: 'Je souhaite être rappelé' }).click()
  // nothing is wrong yet, and nothing says so
  expect(await markOf(page)).toBe('none')
  await page.getByRole('button', { name: 'Envoyer mes coordonnées' }).click()
  await page.getByText('Écrivez un numéro de téléphone').waitFor()
  await isAccessible(page)
  await picture(page, 'repondre-rappel')
  await page.getByLabel('Votre téléphone').fill('06 12 34 56 78')
  await page.getByRole('button', { name: 'Envoyer mes coordonnées' }).click()
  await page.getByRole('heading', { name: 'C’est noté' }).waitFor()
  // once it said nobody's name, and led away from the twelve words
  const { contact } = await (await fetch(`${site.url}/api/site`)).json()
  await page.getByText(`Votre demande va à\u202f: ${contact}`).waitFor()
  await isAccessible(page)
  await page.getByRole('button', { name: 'Revenir à mon reçu' }).click()
  await page.locator('.code-words li').nth(11).waitFor()
  const stored = await site.context.store.collection(collections.contactsWaiting).get('pen')
  expect(stored!.value.entries).toHaveLength(1)
  const [response] = await site.responses('familles')
  expect(stored!.value.entries[0]!.id).not.toBe(response!.id)
  expect(JSON.stringify(stored)).not.toContain('06 12')
}, 120_000)

test('a second tab takes the answers over with what was just typed, and once sent the first one knows', async () => {
  const { page } = await aWindow(browser, phone)
  await begin(page, `${site.url}/q/familles`)
  await until(page, 'enfants_a_charge')
  await choose(page, 'Non')
  const other = await page.context().newPage()
  await other.goto(`${site.url}/q/familles`)
  await other.getByRole('button', { name: 'Reprendre' }).click()
  await asked(other, 'enfants_a_charge').waitFor()
  expect(await other.getByLabel('Non', { exact: true }).isChecked()).toBe(true)
  await page.getByRole('heading', { name: 'Ce questionnaire est ouvert dans un autre onglet' }).waitFor()
  await isAccessible(page)
  await page.getByRole('button', { name: 'Reprendre ici' }).click()
  await asked(page, 'enfants_a_charge').waitFor()
  await other.getByRole('heading', { name: /dans un autre onglet/ }).waitFor()
  await send(page)
  await page.locator('.receipt').waitFor()
  await other.getByRole('heading', { name: /^Votre réponse est bien arrivée/ }).waitFor()
  expect(await site.responses('familles')).toHaveLength(1)
}, 120_000)

test('reading aloud uses a voice of the device only, and is counted without anything else', async () => {
  const { page } = await aWindow(browser, phone)
  // headless Chromium has no voice: the browser's own list is given two, one of them far away
  await page.addInitScript(() => {
    const voices = [
      { lang: 'fr-FR', localService: false, name: 'loin' },
      { lang: 'fr-FR', localService: true, name: 'ici' },
    ]
    const spoken: string[] = []
    Object.assign(window, { spoken })
    class Words {
      voice: { name: string } | null = null
      readonly text: string
      constructor(text: string) {
        this.text = text
      }
    }
    Object.defineProperty(window, 'SpeechSynthesisUtterance', { value: Words })
    Object.defineProperty(window, 'speechSynthesis', {
      value: {
        getVoices: () => voices,
        cancel: () => {},
        speak: ({ text, voice }: { text: string; voice: { name: string } }) => spoken.push(`${voice.name}: ${text}`),
        addEventListener: () => {},
        removeEventListener: () => {},
      },
    })
  })
  await begin(page, `${site.url}/q/galerie`)
  await page.getByRole('button', { name: 'Écouter la question' }).click()
  const spoken = await page.evaluate(() => (window as unknown as { spoken: string[] }).spoken)
  expect(spoken).toEqual([
    'ici: Question radiogroup. Aide radiogroup. Choix un radio. Choix deux radio. Choix trois radio',
  ])
  await page.getByRole('button', { name: 'Arrêter la lecture' }).waitFor()
  await expect.poll(async () => (await site.context.store.collection(collections.uses).get('aloud'))?.value).toBe(1)
}, 60_000)

test('in simplified French a grid is asked line by line, the language is not stored with the answer, and Arabic letters come only in Arabic', async () => {
  const { page } = await aWindow(browser, phone)
  const fonts: string[] = []
  page.on('request', (request) => {
    if (request.url().includes('naskh')) fonts.push(request.url())
  })
  await page.goto(`${site.url}/q/habitants?langue=fr-facile`)
  // said once, before the questions
  const unread = page.getByText('pas encore relu par les personnes')
  await unread.waitFor()
  await begin(page, `${site.url}/q/habitants?langue=fr-facile`)
  expect(await unread.isVisible()).toBe(false)
  for (let turn = 0; turn < 60 && !(await page.locator('.matrix-row').first().isVisible()); turn++) {
    for (const blamed of await page.locator('.question[data-problem="true"] .choice').all()) {
      await blamed.click()
      break
    }
    await next(page)
  }
  expect(await page.locator('.matrix-row').count()).toBe(1)
  await isAccessible(page)
  expect(fonts).toEqual([])
  await page.goto(`${site.url}/q/habitants?langue=ar`)
  await page.getByRole('button', { name: 'المتابعة' }).click()
  await page.locator('.question').first().waitFor()
  await picture(page, 'repondre-arabe')
  await expect.poll(() => fonts.length).toBeGreaterThan(0)
}, 120_000)
