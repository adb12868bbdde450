import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, expect, onTestFinished, test, vi } from 'vitest'
import { fill } from '../../../api/commands/synthetic-respondents.ts'
import { hashOfInvitation } from '../../../api/fieldwork/diffusion/invitation-hash.ts'
import { intakeMonitorOf } from '../../../api/fieldwork/intake-monitor.ts'
import { decryptResponse } from '../../../api/keys/encryption.ts'
import { kiosksIn } from '../../../api/kiosks/kiosk.ts'
import { clockOf } from '../../../api/operations/clock.ts'
import { receive } from '../../../api/responses/responses.ts'
import { initialSettings } from '../../../api/settings/fields.ts'
import { collections } from '../../../api/store/collections.ts'
import { newInvitation } from '../../../surveys/answers/invitation.ts'
import { founding } from '../../../surveys/questionnaire/founding.ts'
import { anOffice, type Office } from '../../api/accounts/office.ts'
import { dayMs, moved, senderTo, stand } from '../../api/fieldwork/office.ts'
import { smallQuestionnaire } from '../../api/fixture.ts'
import { aMomentLater } from '../../api/moment.ts'
import { aRow } from '../../store-contract.ts'
import { builtPages } from '../built-client.ts'
import { addressOf, aWindow, closeWindows, enter, isAccessible, openChromium, picture } from './staff-browser.ts'

const families = founding().find(({ slug }) => slug === 'familles')!
let office: Office
let browser: Browser
let page: Page

beforeAll(async () => {
  office = await anOffice({ isReal: true, client: builtPages() })
  const { context } = office
  await context.questionnaires.loadFounding([smallQuestionnaire])
  await context.store
    .collection(collections.settings)
    .put(
      'site',
      { ...initialSettings, publicAddress: 'https://enquete.exemple.fr', contact: 'enfance@exemple.fr' },
      null,
    )
  await stand(office, { status: 'open', liveFrom: families.version, closesAt: '2026-06-30T21:59:59.000Z' }, 'familles')
  await stand(
    office,
    { status: 'open', liveFrom: 1, opensAt: '2023-09-01T00:00:00.000Z', closesAt: '2023-12-31T22:59:59.000Z' },
    'jeunes-16-25',
  )
  await aMomentLater()
  for (const [day, people] of [14, 31, 22, 8, 17, 26].entries()) {
    await fill(context, [{ slug: 'familles', people }], 40 + day, () => {})
    moved(office, dayMs)
  }
  const steps = intakeMonitorOf(context).steps
  for (const [index, { name }] of families.definition.pages.entries())
    for (let person = 0; person < 140 - 9 * index - (index > 3 ? 25 : 0); person++)
      steps.reached('familles', families.version, name)
  for (let person = 0; person < 70; person++) steps.took('familles', 5 + (person % 6))
  await steps.flush()
  const kiosks = kiosksIn(context.store, context.now)
  await kiosks.add({ name: 'Médiathèque, hall', channel: 'mediatheque', questionnaires: ['familles'] }, 'alix')
  await clockOf(context).tick()
  // the thread that counts starts with the first question, which would be a page's
  const { browser: asking } = await office.placed(['admin'])
  const isAwake = async () => expect((await asking.get('/api/fieldwork/familles/flags')).status).toBe(200)
  await vi.waitFor(isAwake, { timeout: 180_000, interval: 100 })

  browser = await openChromium()
}, 240_000)
// a session of one's own each time: those of other days are over
beforeEach(async () => {
  page = (await aWindow(browser)).page
  await enter(page, office, await office.placed(['admin', 'publisher']))
})
afterEach(async () => expect(await closeWindows(browser)).toEqual([]))
afterAll(async () => {
  await browser.close()
  await office.discard()
})

const address = () => addressOf(office)
const button = (name: string | RegExp) => page.getByRole('button', { name })
const title = (name: string | RegExp) => page.getByRole('heading', { level: 1, name }).waitFor()
const notified = (text: string | RegExp) => page.locator('.toast').getByText(text).waitFor()
/** A page of one questionnaire. */
async function goTo(path: string, heading: string, slug = 'familles') {
  await page.goto(`${address()}/terrain/${slug}/${path}`)
  await title(heading)
}

test('the list shows every questionnaire on the field, and what is due to be deleted', async () => {
  await page.goto(`${address()}/terrain`)
  await title('Terrain')
  await page.getByRole('link', { name: 'Vos horaires, vos enfants' }).waitFor()
  // to the nearest five, as in the list of questionnaires
  const lines = page.getByRole('table', { name: 'Questionnaires sur le terrain' })
  const counts = await lines.locator('tbody td:nth-of-type(2)').allTextContents()
  for (const count of counts) expect(count).toMatch(/^(environ [\d\s]+|moins de 5|entre 3 et 7)$/)
  expect(counts.some((count) => count.startsWith('environ'))).toBe(true)
  await isAccessible(page)
  await picture(page, 'terrain', true)
  await page.getByRole('link', { name: 'Vos horaires, vos enfants' }).click()
  // what is read first of one on the field: who answers, and who is missing
  await title('Suivi')
  await page.getByRole('navigation', { name: 'Étapes' }).getByRole('link', { name: 'Diffuser' }).click()
  await title('Diffusion')
})

test('the calendar says where things stand; a wrong day is refused in its place, a right one is saved', async () => {
  await goTo('calendrier', 'Calendrier')
  await page.getByText('Où en est-on').waitFor()
  await isAccessible(page)
  await picture(page, 'terrain-calendrier', true)
  // closing sooner does not bring forward what respondents were promised
  await button('Clore maintenant…').click()
  await page
    .getByRole('dialog')
    .getByText(/^Le gel reste au .*promis à qui a répondu/)
    .waitFor()
  await isAccessible(page)
  await picture(page, 'terrain-clore')
  await button('Le laisser ouvert').click()
  await page.getByLabel('Dernier jour pour répondre').fill('2025-01-01')
  await button('Enregistrer les dates').click()
  await page.getByText('Ce jour est passé').first().waitFor()
  await isAccessible(page)
  // a slip of a month would hold the freeze back for good
  await page.getByLabel('Dernier jour pour répondre').fill('2026-12-24')
  await button('Enregistrer les dates').click()
  await page.getByRole('dialog', { name: 'Prolonger jusqu’au 24 décembre 2026' }).waitFor()
  await isAccessible(page)
  await button('Revoir le jour').click()
  await page.getByLabel('Dernier jour pour répondre').fill('2026-07-14')
  await button('Enregistrer les dates').click()
  await notified(/^Les dates sont enregistrées\. Ce qui est déjà imprimé ou envoyé dit encore le \d/)
  // it fell on the body of the page: the form that was pressed is another one by then
  await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('timeline')
  await page.getByText('14 juillet 2026').first().waitFor()
})

test('a link, its square, posters and texts are ready to be carried away', async () => {
  await goTo('diffusion', 'Diffusion')
  await page.getByRole('img', { name: /Carré à scanner/ }).waitFor()
  await page.getByLabel('Où le verra-t-on').selectOption('ecole')
  await expect.poll(() => page.getByLabel('Lien', { exact: true }).inputValue()).toMatch(/q\/familles\?canal=ecole$/)
  await isAccessible(page)
  await picture(page, 'terrain-diffusion', true)
  const [poster] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'Affiche A4 (PDF)' }).click(),
  ])
  expect(poster.suggestedFilename()).toBe('affiche-familles-ecole-a4.pdf')
  // « Objet : » stood before English words, which were read aloud as French
  await page.getByLabel('Langue', { exact: true }).selectOption('en')
  const subject = page.getByRole('article', { name: 'Courriel de la Caf' }).locator('[lang="en"]').first()
  await expect.poll(() => subject.textContent()).toMatch(/^Your view counts: Your working hours/)
  await isAccessible(page)
})

const focused = () => page.evaluate(() => document.activeElement?.textContent)

test('what was pressed just before the page is left is done', async () => {
  const { browser: asking } = await office.placed(['publisher'])
  const modeNow = async () => (await asking.get('/api/fieldwork/familles')).body.invitation
  const other = (await modeNow()) === 'none' ? 'optional' : 'none'
  await goTo('codes', 'Codes d’invitation')
  await page.locator('[name="mode"]').first().waitFor()
  const network = await page.context().newCDPSession(page)
  await network.send('Network.enable')
  // a slow phone: what is sent leaves a second later
  const slow = { offline: false, latency: 1_000, downloadThroughput: -1, uploadThroughput: -1 }
  await network.send('Network.emulateNetworkConditions', slow)
  await page.evaluate((mode) => {
    document.querySelector<HTMLElement>(`[name="mode"][value="${mode}"]`)!.click()
    location.href = 'about:blank'
  }, other)
  await page.waitForURL('about:blank')
  await expect.poll(modeNow).toBe(other)
})

test('codes are asked for, printed once and cancelled when a list is lost', async () => {
  await goTo('codes', 'Codes d’invitation')
  const kept: number[] = []
  page.on('response', (response) => {
    if (response.url().endsWith('/invitation')) kept.push(response.status())
  })
  // two arrows close together: one was told that somebody else had saved
  await page.getByLabel('Ouvert à tous').focus()
  const modes = page.getByRole('group', { name: 'Qui peut répondre' }).getByRole('radio')
  await page.evaluate(() => {
    const [none, optional] = document.querySelectorAll<HTMLElement>('[name="mode"]')
    for (const choice of [optional!, none!, optional!]) choice.click()
  })
  await notified('C’est enregistré')
  await expect.poll(() => modes.nth(1).isChecked()).toBe(true)
  await page.waitForLoadState('networkidle')
  expect(kept).toEqual([200, 200])
  // nobody answers without a code any more: one is asked before, and told that none is printed
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowDown')
  await page
    .getByRole('dialog')
    .getByText(/Plus personne ne répondra sans code.* Aucun code n’est imprimé\./)
    .waitFor()
  await isAccessible(page)
  await picture(page, 'terrain-sur-invitation')
  await button('Ne rien changer').click()
  await expect.poll(() => modes.nth(1).isChecked()).toBe(true)
  await page.getByLabel('Sur invitation').click()
  await button('Demander un code').click()
  await expect.poll(() => kept.length).toBe(3)
  expect(await modes.nth(2).isChecked()).toBe(true)
  await goTo('diffusion', 'Diffusion')
  await page.getByText(/Il faut un code pour répondre.* Aucun code n’est imprimé/).waitFor()
  await goTo('suivi', 'Suivi')
  await page.getByText('aucun n’est imprimé').waitFor()
  await goTo('codes', 'Codes d’invitation')
  await page.getByLabel('Ouvert, avec codes').click()
  await notified('C’est enregistré')
  // the browser refused them in its own language, in a bubble
  await page.getByLabel('Nombre de codes').fill('5')
  await button('Préparer le PDF').click()
  await expect.poll(() => page.locator('.form-error').count()).toBe(2)
  await isAccessible(page)
  await page.getByLabel('Nom du lot').fill('École de Teulat')
  await page.getByLabel('Nombre de codes').fill('24')
  await isAccessible(page)
  const [codes] = await Promise.all([page.waitForEvent('download'), button('Préparer le PDF').click()])
  expect(codes.suggestedFilename()).toBe('codes-familles-0001.pdf')
  await page.getByRole('rowheader', { name: /École de Teulat/ }).waitFor()
  await page.getByRole('status').getByText('Le lot est prêt').waitFor()
  expect(await page.locator('.toast').getByText('Le lot est prêt').count()).toBe(0)
  // the page came anew from its top, and one stood nowhere in it
  expect(await focused()).toBe('Préparer le PDF')
  expect(await page.getByLabel('Nom du lot').inputValue()).toBe('')
  await picture(page, 'terrain-codes', true)
  // of two lots of one name, one was cancelled for the other
  await button('Liste perdue… École de Teulat, lot n°\u00a01').click()
  await page.getByRole('dialog', { name: 'École de Teulat, lot n°\u00a01' }).waitFor()
  await isAccessible(page)
  await button('Annuler les codes inutilisés').click()
  await page.getByText('annulé', { exact: true }).waitFor()
})

test('the follow-up shows who answers and where people stop; targets stand beside it', async () => {
  await goTo('suivi', 'Suivi')
  await page.getByText('Environ 120 réponses').waitFor()
  await page.getByText(/^Hier\s: 25\. Les sept jours jusqu’à hier\s: 120/).waitFor()
  await page.locator('canvas[data-drawn]').waitFor()
  await page.getByText('Repères : combien').click()
  // « Encore 3 minutes ? » described nobody, and nobody hopes for « Je préfère ne pas répondre »
  const profile = page.getByRole('combobox', { name: 'Profil' })
  const offered = await profile.locator('option').allTextContents()
  expect(offered.length).toBeGreaterThan(10)
  expect(offered.join()).not.toMatch(/Encore/)
  for (const label of offered.slice(1)) {
    await profile.selectOption({ label })
    await page.getByRole('group', { name: 'Par profil' }).waitFor()
    expect(await page.getByLabel(/préfère ne pas|ne sais pas/).count()).toBe(0)
  }
  await profile.selectOption('')
  await page.getByLabel('En tout').fill('400')
  await page.getByLabel('Sud', { exact: true }).fill('60')
  // it was saved as no target at all, and the one before it was gone
  await page.getByLabel('Lavaur', { exact: true }).fill('-3')
  await button('Enregistrer les repères').click()
  await page.getByText('Un nombre entier, d’au moins 1, ou rien.').waitFor()
  await expect.poll(() => page.evaluate(() => document.activeElement?.getAttribute('aria-invalid'))).toBe('true')
  expect(await page.getByText('Les repères sont enregistrés').count()).toBe(0)
  await page.getByLabel('Lavaur', { exact: true }).fill('')
  await button('Enregistrer les repères').click()
  // said under the button that saves, which stays: a message over the page hid what it spoke of
  await page.getByRole('status').getByText('Les repères sont enregistrés').waitFor()
  expect(await page.locator('.toast').count()).toBe(0)
  await page.getByText('sur 400 espérées').waitFor()
  await page.getByRole('row', { name: /^Sud/ }).getByText('sur 60 espérées').waitFor()
  expect(await page.getByLabel('En tout').inputValue()).toBe('400')
  await page.locator('canvas[data-drawn]').waitFor()
  await isAccessible(page)
  await picture(page, 'terrain-suivi', true)
})

test('answers that look alike wait for a person, who says why they are set aside', async () => {
  const { context } = office
  const [original] = (await context.store.responses.blocks('familles', families.version)[Symbol.asyncIterator]().next())
    .value
  const { answers, language } = await decryptResponse(original, context.keyring)
  const copies = Array.from({ length: 14 }, (_, copy) => `00000000-0000-4000-8000-0000000000${10 + copy}`)
  onTestFinished(async () => {
    for (const id of copies) await context.store.responses.remove(id)
  })
  for (const id of copies)
    await receive(context, {
      id,
      questionnaire: 'familles',
      version: families.version,
      mode: 'web',
      channel: '',
      language,
      answers,
    })
  await goTo('signalees', 'Réponses à regarder')
  await page.getByRole('heading', { name: '14 réponses presque identiques à une autre' }).waitFor()
  await isAccessible(page)
  await picture(page, 'terrain-signalees', true)
  await button(/^Mettre de côté/).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Mettre de côté' }).click()
  await page.getByText('Écrivez pourquoi').waitFor()
  await page.getByLabel('Pourquoi').fill('Le même foyer, quatorze fois en une minute')
  await isAccessible(page)
  await page.getByRole('dialog').getByRole('button', { name: 'Mettre de côté' }).click()
  await notified('Mises de côté')
  await page.getByRole('heading', { name: 'Déjà décidé' }).waitFor()
  await expect.poll(focused).toBe('14 réponses presque identiques à une autre')
  await page.getByText(/^mises de côté par [A-Z]/).waitFor()
  // what cannot be done while people answer was offered, then refused
  await page.getByText('La comparaison se fera une fois le questionnaire clos.').waitFor()
  expect(await button('Comparer sans et avec').count()).toBe(0)
  await isAccessible(page)
})

test('what is due is deleted after a second thought, with the approval of the archives', async () => {
  const row = () => aRow({ questionnaire: 'jeunes-16-25', trial: false })
  for (let count = 0; count < 12; count++) await office.context.store.responses.insert(row())
  await page.goto(`${address()}/terrain`)
  await button(/^Effacer…/).click()
  await button('Effacer 12 lignes').click()
  await page.getByText('Indiquez la référence du visa').waitFor()
  await isAccessible(page)
  await page.getByLabel('Référence du visa').fill('AD81 2026-12')
  await page.getByLabel('Pour confirmer').fill('12')
  await picture(page, 'terrain-effacer')
  await button('Effacer 12 lignes').click()
  await notified('C’est effacé')
  await page.getByText('Ce qui a été effacé').click()
  await page.getByText('AD81 2026-12').waitFor()
  expect(await office.context.store.responses.count('jeunes-16-25')).toBe(0)
})

test('a doubted clock shows, stops what destroys, and a person confirms the date', async () => {
  moved(office, -3 * dayMs)
  onTestFinished(() => moved(office, 3 * dayMs))
  // a session of that day
  await enter(page, office, await office.placed(['admin', 'publisher']))
  await page.goto(`${address()}/terrain`)
  await page.getByText('Sommes-nous bien le').waitFor()
  await isAccessible(page)
  await picture(page, 'terrain-horloge')
  await button('Oui, c’est la bonne date').click()
  await notified('La date est confirmée')
  await page.getByText('Sommes-nous bien le').waitFor({ state: 'detached' })
})

test('the pages stand on a screen of 320 points, and the browser complains of nothing', async () => {
  await page.setViewportSize({ width: 320, height: 720 })
  for (const place of ['', '/familles/calendrier', '/familles/diffusion', '/familles/codes', '/familles/suivi']) {
    await page.goto(`${address()}/terrain${place}`)
    await page.getByRole('heading', { level: 2 }).first().waitFor()
    const wide = () => page.evaluate(() => document.documentElement.scrollWidth)
    expect([place, await wide()]).toEqual([place, 320])
  }
})

/** A person with a phone, who never was here before. */
async function aPhone() {
  const { page: phone } = await aWindow(browser, { width: 390, height: 800 })
  return { phone, press: (name: string | RegExp) => phone.getByRole('button', { name }).click() }
}

test('before its first day a person reads when to come back', async () => {
  await stand(office, {
    status: 'open',
    liveFrom: 1,
    opensAt: '2026-05-03T22:00:00.000Z',
    closesAt: '2026-06-30T21:59:59.000Z',
  })
  const { phone } = await aPhone()
  await phone.goto(`${address()}/q/garde`)
  await phone.getByRole('heading', { name: /Ce questionnaire ouvre le 4 mai/ }).waitFor()
  await isAccessible(phone)
  await picture(phone, 'repondre-bientot')
  await phone.goto(`${address()}/`)
  await phone.getByText('ouvre le 4 mai').waitFor()
  await isAccessible(phone)
})

test('on invitation, a code is typed; a slip is said at once, a spent one too, and the answers leave with a good one', async () => {
  const closesAt = '2026-06-30T21:59:59.000Z'
  await stand(office, { status: 'open', liveFrom: 1, opensAt: null, closesAt, invitation: 'required' })
  const codes = Array.from({ length: 3 }, () => newInvitation((bytes) => crypto.getRandomValues(bytes)))
  const hash = (code: string) => hashOfInvitation(office.context.keyring, 'garde', code)
  await office.context.store.codes.add('garde', '0001', codes.map(hash))
  const { phone, press } = await aPhone()
  await phone.goto(`${address()}/q/garde?canal=ecole`)
  await phone.getByRole('heading', { name: 'Votre code d’invitation' }).waitFor()
  await isAccessible(phone)
  await phone.getByLabel('Code à dix signes').fill('ABCDE-FGHJ2')
  await press('Continuer')
  await phone.getByText('Ce code est mal écrit').waitFor()
  await isAccessible(phone)
  await picture(phone, 'repondre-code')
  await phone.getByLabel('Code à dix signes').fill(codes[0]!.toLowerCase().replace('-', ' '))
  await press('Continuer')
  await press('J’ai compris, je commence')
  await phone.getByText('Oui', { exact: true }).click()
  await press('Suivant')
  // the same code serves elsewhere meanwhile
  await senderTo(office)({ invitation: codes[0]! })
  await press('Envoyer mes réponses')
  await phone.getByRole('heading', { name: 'Vos réponses attendent un code' }).waitFor()
  await phone.getByText('Ce code a déjà servi').waitFor()
  await isAccessible(phone)
  await phone.getByLabel('Code à dix signes').fill(codes[1]!)
  await press('Envoyer mes réponses')
  await phone.getByRole('heading', { name: /votre réponse est bien arrivée/ }).waitFor()
  expect(await office.context.store.responses.count('garde')).toBe(2)
  expect(await office.context.store.codes.state({ questionnaire: 'garde', hash: hash(codes[1]!) })).toBe('spent')

  const other = await aPhone()
  await other.phone.goto(`${address()}/q/garde?code=${codes[1]}`)
  await other.phone.getByText('Ce code a déjà servi').waitFor()
  const third = await aPhone()
  await third.phone.goto(`${address()}/q/garde#code=${codes[2]}`)
  await third.press('J’ai compris, je commence')
  expect(third.phone.url()).not.toContain(codes[2]!)
  await third.phone.getByText('Oui', { exact: true }).click()
  await third.press('Suivant')
  await third.press('Envoyer mes réponses')
  await third.phone.getByRole('heading', { name: /votre réponse est bien arrivée/ }).waitFor()
})
