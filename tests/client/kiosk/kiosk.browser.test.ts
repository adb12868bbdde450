import type { Locator, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, expect, onTestFinished, test } from 'vitest'
import { settingsService } from '../../../api/settings/settings.ts'
import { collections } from '../../../api/store/collections.ts'
import { aMomentLater } from '../../api/moment.ts'
import { answerAll, goOn } from '../person.ts'
import { isAccessible, picture } from '../staff/staff-browser.ts'
import {
  answerNo,
  aTablet,
  aTown,
  begin,
  finish,
  goBack,
  kioskQuestionnaire,
  leave,
  pin,
  queued,
  register,
  smallTargets,
  type Tablet,
  type Town,
} from './tablet.ts'

let town: Town
let tablet: Tablet
let page: Page
beforeAll(async () => {
  town = await aTown()
  tablet = await aTablet()
  await register(tablet.page, town, (await town.link()).path)
})
afterAll(async () => {
  await tablet.discard()
  await town.discard()
})
// each test begins before the first screen of a tablet in service, where nobody has answered
beforeEach(async () => {
  page = tablet.page
  await town.clear()
  await page.goto(`${town.url}/kiosk`)
  await button('Commencer').waitFor()
})
// nothing goes wrong in any window, and the policy of the pages is never crossed
afterEach(async () => {
  await tablet.alone()
  expect(tablet.faults.splice(0)).toEqual([])
  expect(await (await fetch(`${town.url}/api/health`)).json()).toMatchObject({ cspReports: 0 })
})

/** Goes on with a tablet of its own, since what the test does to one stays. @returns the kiosk it became */
async function onItsOwnTablet(): Promise<string> {
  page = await tablet.beside()
  const { id, path } = await town.link()
  await register(page, town, path)
  return id
}

const button = (name: string | RegExp) => page.getByRole('button', { name })
const shapes = { debout: { width: 1080, height: 1920 }, couche: { width: 1280, height: 800 } }

/** What everybody must find on this screen, whichever way the tablet is held. */
async function isRight(name: string) {
  for (const [shape, size] of Object.entries(shapes)) {
    await page.setViewportSize(size)
    await isAccessible(page)
    expect([name, shape, await smallTargets(page)]).toEqual([name, shape, []])
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
    expect([name, shape, Math.max(0, overflow)]).toEqual([name, shape, 0])
    // a bar to scroll the page behind a question over the whole screen
    const bar = await page.evaluate(
      () => document.querySelector('.ask') && innerWidth - document.documentElement.clientWidth,
    )
    expect([name, shape, bar ?? 0]).toEqual([name, shape, 0])
    await picture(page, `borne-${name}${shape === 'debout' ? '' : '-couche'}`)
  }
}

/** Time is held: a look at the page, whose own tools need a little of it, takes milliseconds of it at most. */
async function whileTimeCrawls(look: () => Promise<void>) {
  let isOver = false
  const crawl = async () => {
    while (!isOver) await page.clock.runFor(2)
  }
  const crawling = crawl()
  try {
    await look()
  } finally {
    isOver = true
    await crawling
  }
}

test('a link makes the tablet a kiosk, and nothing of the link stays in the address', async () => {
  page = await tablet.beside()
  const link = await town.link()
  await page.goto(town.url + link.path)
  await page.getByLabel('Code du personnel').click()
  await isRight('inscription')
  await page.getByLabel('Code du personnel').fill('123456')
  await page.getByLabel('Le même code').fill('123456')
  await button('Inscrire cette tablette').click()
  await page.getByText('serait essayé parmi les premiers').waitFor()
  await register(page, town, link.path)
  expect(page.url()).toBe(`${town.url}/kiosk`)
  expect((await town.intake.kiosks.get(link.id)).state).toBe('active')
  expect(await page.evaluate(() => getComputedStyle(document.documentElement).fontSize)).toBe('24px')
  await isRight('accueil')
})

test('the drawing breathes slowly, and rests for those who asked for less motion', async () => {
  const name = () => page.locator('.attract-ribbon').evaluate((node) => getComputedStyle(node).animationName)
  expect(await name()).toBe('breathe-slowly')
  await page.emulateMedia({ reducedMotion: 'reduce' })
  expect(await name()).toBe('none')
  await page.emulateMedia({ reducedMotion: null })
})

test('a person answers in French, is thanked, and the answer is stored once as given at a kiosk', async () => {
  await button('Commencer').click()
  await page.getByRole('heading', { name: 'Continuer sur mon téléphone' }).waitFor()
  await page.getByRole('img', { name: 'Code à scanner' }).waitFor()
  await isRight('notice')
  await button('J’ai compris, je commence').click()
  await page.locator('.question').first().waitFor()
  // nothing of a person leads from a shared tablet to elsewhere
  expect(await page.getByText('Continuer plus tard').count()).toBe(0)
  await isRight('question')
  await answerNo(page, 'Trop loin')
  await finish(page)
  // a kiosk prints, saves and copies nothing: the screen says how to write the words down
  await page.getByText('Pour garder votre code, prenez cet écran en photo').waitFor()
  await isRight('merci')
  await leave(page)
  await expect.poll(async () => (await town.responses()).length).toBe(1)
  const [response] = await town.responses()
  expect(response).toMatchObject({
    mode: 'kiosk',
    channel: 'mediatheque',
    answers: { garde: 'non', pourquoi: 'Trop loin' },
  })
  expect(Date.now() - new Date(response!.answeredAt!).getTime()).toBeLessThan(60_000)
})

test('language, easy French and size are chosen at the start, and the next person finds French again', async () => {
  for (const [name, words] of [
    ['العربية', 'رأيكم مهم هنا'],
    ['English', 'Your view counts here'],
    ['Français simplifié', 'Votre avis est important'],
  ] as const) {
    await button(name).first().click()
    await page.getByRole('heading', { name: words }).waitFor()
    await isAccessible(page)
  }
  await button('Taille du texte').click()
  expect(await page.evaluate(() => getComputedStyle(document.documentElement).fontSize)).toBe('28px')
  await button('Taille du texte').click()
  // nothing to choose is below the edge, even with the largest letters on a small tablet
  for (const size of [...Object.values(shapes), { width: 800, height: 1280 }]) {
    await page.setViewportSize(size)
    const beyond = await page.evaluate(() => {
      const { scrollWidth, scrollHeight } = document.documentElement
      return [scrollWidth - innerWidth, scrollHeight - innerHeight]
    })
    expect([size, beyond]).toEqual([size, [0, 0]])
  }
  await begin(page)
  // « Arrêter » is whole, and the list of languages does not cover the sign of the place, in letters of each size
  for (const width of [768, 768, 768, 1024, 1024, 1024]) {
    await page.setViewportSize({ width, height: width === 768 ? 1024 : 768 })
    await button('Taille du texte').click()
    const [sign, comfort, stop] = await page
      .locator('.top > *')
      .evaluateAll((parts) => parts.map((part) => part.getBoundingClientRect().toJSON()))
    const isApart = sign.right <= comfort.left || sign.bottom <= comfort.top
    expect([width, stop.left >= 0, stop.right <= width, isApart]).toEqual([width, true, true, true])
  }
  await button('Arrêter').click()
  await isRight('arreter')
  await button('Oui, j’arrête').click()
  await page.getByRole('heading', { name: 'Votre avis compte ici' }).waitFor()
  expect(await page.evaluate(() => [document.documentElement.dataset.size, localStorage.length])).toEqual(['normal', 0])
})

// a language that was left has its button there too: the tablet scrolled sideways, and what is to be looked at again cut « Arrêter » in two
test.each([[['fr']], [['en']], [['ar']], [['en', 'fr']], [['en', 'fr-facile']]])(
  'in %j, « Arrêter » is whole and nothing wider than the tablet in the largest letters, also where something is to be looked at again',
  async (languages) => {
    await onCounted({ isRequired: true })
    for (const size of [
      { width: 768, height: 1024 },
      { width: 820, height: 1180 },
      { width: 1280, height: 800 },
    ]) {
      await page.reload()
      await page.setViewportSize(size)
      await button('Commencer').click()
      for (const language of languages) await page.getByRole('combobox').first().selectOption(language)
      for (let turn = 0; turn < 3; turn++) await page.locator('.comfort-size').click()
      const isWhole = () =>
        page.evaluate(() => {
          const parts = [...document.querySelectorAll('.top-name, .comfort, .comfort > :not(.visually-hidden), .stop')]
          const isOut = parts
            .map((part) => part.getBoundingClientRect())
            // wholly above the page, nothing of it is cut
            .some(({ left, right, top, bottom }) => left < 0 || right > innerWidth || (top < 0 && bottom > 0))
          return !isOut && document.documentElement.scrollWidth <= innerWidth
        })
      expect([size, await isWhole()]).toEqual([size, true])
      await page.locator('.notice-actions [data-kind="main"]').click()
      const on = page.locator('.navigation-on button').last()
      const children = page.locator('[data-name="enfants"][data-problem="true"]')
      await on.waitFor()
      for (let turn = 0; turn < 8 && !(await children.isVisible()); turn++) {
        await on.click()
        await page.waitForTimeout(400)
      }
      await children.waitFor()
      expect([size, await isWhole()]).toEqual([size, true])
    }
  },
)

// the title that had it was replaced by that of the page, and the focus fell to nothing
test('in large letters, the focus stays on a title when the tablet is turned on its first screen, and « Arrêter » has it again after « Continuer »', async () => {
  await onCounted()
  await page.setViewportSize({ width: 1180, height: 820 })
  for (let turn = 0; turn < 3; turn++) await button('Taille du texte').click()
  await begin(page)
  const focused = () => page.evaluate(() => document.activeElement?.tagName)
  for (const size of [
    { width: 820, height: 1180 },
    { width: 1180, height: 820 },
  ]) {
    await page.setViewportSize(size)
    await page.waitForTimeout(300)
    expect(await focused()).toMatch(/^H[12]$/)
  }
  await button('Arrêter').click()
  await button('Non, je continue').click()
  await page.locator('.stop:focus').waitFor()
})

test('an answer given in easy French is stored as French: it is counted, and tied to nothing', async () => {
  const uses = async () => (await town.context.store.collection(collections.uses).get('easy'))?.value ?? 0
  const before = await uses()
  await button('Français simplifié').first().click()
  await begin(page)
  await answerAll(page)
  for (let turn = 0; turn < 5 && !(await page.locator('.receipt').isVisible()); turn++) await goOn(page)
  await page.getByRole('heading', { name: 'Merci. Votre réponse est gardée' }).waitFor()
  await leave(page)
  await expect.poll(async () => (await town.responses()).length).toBe(1)
  expect((await town.responses()).map(({ language }) => language)).toEqual(['fr'])
  await expect.poll(uses).toBe(before + 1)
})

test('the keyboard on the screen comes only where text is typed, and types accents at the caret', async () => {
  // lying down, the text is alone on its screen
  await page.setViewportSize(shapes.couche)
  await begin(page)
  expect(await page.locator('.keyboard').count()).toBe(0)
  await answerNo(page, 'aller')
  const text = page.getByRole('textbox')
  await text.click()
  await page.locator('.keyboard').waitFor()
  expect(await text.getAttribute('inputmode')).toBe('none')
  const key = (name: string) => page.locator('.keyboard').getByRole('button', { name, exact: true })
  await text.press('Home')
  await key('Majuscules').click()
  await key('É').click()
  await key('Espace').click()
  await text.press('End')
  await key('Effacer').click()
  await key('ç').click()
  expect(await text.inputValue()).toBe('É alleç')
  await isRight('clavier')
  await key('Fermer le clavier').click()
  await page.locator('.keyboard').waitFor({ state: 'detached' })
})

test.each([
  ['a small tablet held upright', { width: 768, height: 1024 }],
  ['a larger one', { width: 820, height: 1180 }],
])('every key of the keyboard is whole on %s', async (_, size) => {
  await page.setViewportSize(size)
  await begin(page)
  await answerNo(page, 'aller')
  await page.getByRole('textbox').click()
  await page.locator('.keyboard').waitFor()
  const cut = () =>
    page.locator('.key').evaluateAll((keys) =>
      keys.flatMap((key) => {
        const { left, right, width, height } = key.getBoundingClientRect()
        const isWhole = left >= 0 && right <= innerWidth && key.scrollWidth <= key.clientWidth
        return isWhole && width >= 44 && height >= 60 ? [] : [key.textContent]
      }),
    )
  expect(await cut()).toEqual([])
  await page.locator('.keyboard').getByRole('button', { name: 'Majuscules' }).click()
  expect(await cut()).toEqual([])
  await picture(page, `borne-clavier-${size.width}`)
})

// one typed blind after three lines
test.each([
  ['upright', { width: 768, height: 1024 }],
  ['lying down', { width: 1024, height: 768 }],
])('the line being typed is in sight, however long the text, on a tablet %s', async (_, size) => {
  await page.setViewportSize(size)
  await begin(page)
  await answerNo(page, 'Il faut que quelqu’un aille au travail très tôt. '.repeat(12))
  const text = page.getByRole('textbox')
  await text.click()
  await page.locator('.keyboard').waitFor()
  await text.press('ControlOrMeta+End')
  await page.locator('.keyboard').getByRole('button', { name: 'ç', exact: true }).click()
  await text.evaluate((field: HTMLTextAreaElement) => {
    field.scrollTop = 0
  })
  await page.locator('.keyboard').getByRole('button', { name: 'ç', exact: true }).click()
  const { below, covered } = await text.evaluate((field: HTMLTextAreaElement) => {
    const { bottom } = field.getBoundingClientRect()
    const tops = [...document.querySelectorAll('.navigation, .keyboard')].map((bar) => bar.getBoundingClientRect().top)
    return {
      below: field.scrollHeight - field.clientHeight - field.scrollTop,
      covered: bottom - Math.min(...tops.filter((top) => top > field.getBoundingClientRect().top)),
    }
  })
  expect([Math.round(below), covered <= 0]).toEqual([0, true])
  await picture(page, `borne-long-${size.width}`)
})

/** In easy French, leaves blank what is asked before this field; each question comes below the one before. */
async function passTo(field: Locator) {
  for (let shown = 1; !(await field.isVisible()); shown++) {
    await page.getByRole('button', { name: /Passer/ }).click()
    await page.locator('.question').nth(shown).waitFor()
  }
}

/** A tablet of its own, before a questionnaire of two short questions, a date and a number. @param children of the number; more = titles of further ones @param isDateLast it comes after the number */
async function onCounted(children: { isRequired?: boolean } = {}, more: string[] = [], isDateLast = false) {
  page = await tablet.beside()
  const common = { objectives: [1], sensitivity: 'ordinary' }
  const counted = structuredClone(kioskQuestionnaire)
  counted.slug = [
    'depuis-quand',
    children.isRequired ? 'requis' : '',
    more.length > 0 ? 'et' : '',
    isDateLast ? 'fin' : '',
  ]
    .filter(Boolean)
    .join('-')
  const ask = (name: string, title: string, own: { type: string }) => ({ name, title, ...own, ...common })
  const day20 = { type: 'text', inputType: 'date', min: '2020-01-01', max: '2026-12-31' }
  const number12 = { type: 'text', inputType: 'number', min: 0, max: 12 }
  const day = ask('depuis', 'Depuis quand ?', day20)
  const number = ask('enfants', 'Combien d’enfants ?', { ...number12, ...children })
  counted.definition.pages = [
    {
      name: 'page',
      title: 'La garde',
      elements: [
        ask('garde', 'Une garde vous manque-t-elle ?', { type: 'boolean' }),
        ask('accord', 'Un relais vous aide-t-il ?', { type: 'boolean' }),
        ...(isDateLast ? [number, day] : [day, number]),
        ...more.map((title, at) => ask(`plus_${at}`, title, { type: 'boolean' })),
      ],
    },
  ]
  await town.context.questionnaires.loadFounding([counted])
  await aMomentLater()
  await register(page, town, (await town.link([counted.slug])).path)
}

test('figures have a keyboard of their own; what is touched again is written anew, and what is typed stays as the tablet is turned', async () => {
  await onCounted()
  await page.setViewportSize({ width: 768, height: 1024 })
  await begin(page)
  const day = page.getByLabel('Jour')
  const children = page.getByRole('textbox', { name: 'Combien d’enfants' })
  const keyboard = page.locator('.keyboard')
  const key = (name: string) => keyboard.getByRole('button', { name, exact: true })
  const inSight = async () => {
    const [field, keys] = [await page.locator(':focus').boundingBox(), await keyboard.boundingBox()]
    return field !== null && keys !== null && field.y >= 0 && field.y + field.height <= keys.y
  }
  await children.click()
  await keyboard.waitFor()
  expect(await keyboard.getByRole('button', { name: 'a', exact: true }).count()).toBe(0)
  await key('1').click()
  await key('Fermer le clavier').click()
  await keyboard.waitFor({ state: 'detached' })
  // the page moves under the finger as the keyboard comes: « 12 » was written, which is a number of children too
  await children.click()
  await keyboard.waitFor()
  await key('2').click()
  expect(await children.inputValue()).toBe('2')
  await day.click()
  await key('3').click()
  await key('1').click()
  await page.getByLabel('Mois').click()
  await key('2').click()
  // two figures in the middle of the field: a finger falls between them
  await day.click()
  await key('1').click()
  await key('5').click()
  expect([await day.inputValue(), await page.getByLabel('Mois').inputValue()]).toEqual(['15', '2'])
  for (const size of [
    { width: 1024, height: 768 },
    { width: 768, height: 1024 },
  ]) {
    await page.setViewportSize(size)
    await expect.poll(inSight).toBe(true)
    expect([await day.inputValue(), await page.getByLabel('Mois').inputValue()]).toEqual(['15', '2'])
  }
  await page.setViewportSize(shapes.couche)
  await isRight('date')
})

test('a screen on which somebody has begun stays as it is when the tablet is turned; the next one comes to its own question', async () => {
  await onCounted()
  const [upright, lying] = [
    { width: 768, height: 1024 },
    { width: 1024, height: 768 },
  ]
  const children = page.getByRole('textbox', { name: 'Combien d’enfants' })
  const typed = async () => [
    await page.getByLabel('Jour').inputValue(),
    await page.getByLabel('Mois').inputValue(),
    await children.inputValue(),
  ]
  await page.setViewportSize(upright)
  await begin(page)
  await children.fill('45')
  await page.getByLabel('Jour').fill('31')
  await page.getByLabel('Mois').fill('2')
  await button('Fermer le clavier').click()
  for (const size of [lying, upright]) {
    await page.setViewportSize(size)
    await page.locator('.keyboard').waitFor({ state: 'detached' })
    expect(await typed()).toEqual(['31', '2', '45'])
  }
  // what is wrong leads to its field, lying down too
  await button('Suivant').click()
  await page.setViewportSize(lying)
  expect(await page.locator('.problem-summary a, .problems a, [role="alert"] a').count()).toBeGreaterThan(0)
  expect(await typed()).toEqual(['31', '2', '45'])

  // read lying down, then turned before anything is touched
  await page.reload()
  await page.setViewportSize(lying)
  await begin(page)
  await page.getByLabel('Non', { exact: true }).first().check()
  await page.getByLabel('Non', { exact: true }).nth(1).check()
  if (!(await page.getByLabel('Jour').isVisible())) await button('Suivant').click()
  await page.getByLabel('Jour').waitFor()
  await page.setViewportSize(upright)
  await page.getByText('Une garde vous manque-t-elle ?').waitFor()
  const focused = () => page.locator(':is(h1, h2, h3, legend):focus').textContent({ timeout: 1_000 })
  await expect.poll(focused).toContain('Depuis quand')

  // begun lying down, a few questions at a time
  await page.reload()
  await page.setViewportSize(lying)
  await begin(page)
  await page.getByLabel('Non', { exact: true }).first().check()
  await page.getByLabel('Non', { exact: true }).nth(1).check()
  const day = page.getByLabel('Jour')
  if (!(await day.isVisible())) await button('Suivant').click()
  await day.fill('15')
  await button('Fermer le clavier').click()
  await button('Retour').click()
  await page.getByText('Un relais vous aide-t-il ?').waitFor()
  await button('Suivant').click()
  // a date that is half written bars the way: it must be there to be mended
  await expect.poll(() => day.inputValue()).toBe('15')
  await page.getByLabel('Mois').fill('8')
  await page.setViewportSize(upright)
  await page.getByLabel('Année').fill('2023')
  await button('Suivant').click()
  const inSight = async () => {
    const box = await children.boundingBox()
    return box !== null && box.y >= 0 && box.y + box.height <= upright.height
  }
  await expect.poll(inSight).toBe(true)
})

test('turned before what is blamed, on the way to one answer and after « Suivant », the tablet shows the question that is due', async () => {
  await onCounted({ isRequired: true })
  const [upright, lying] = [
    { width: 768, height: 1024 },
    { width: 1024, height: 768 },
  ]
  const children = page.getByRole('textbox', { name: 'Combien d’enfants' })
  const isInSight = async (what: Locator) => {
    const [box, size] = [await what.boundingBox(), page.viewportSize()!]
    return box !== null && box.y >= 0 && box.y + box.height <= size.height
  }
  const turn = async (size: { width: number; height: number }) => {
    await page.setViewportSize(size)
    // what follows it has been drawn
    await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))))
  }
  await page.setViewportSize(upright)
  await begin(page)
  const blamed = page.getByRole('alert').getByRole('link')
  await expect
    .poll(async () => {
      // first what is further down is shown
      await button('Suivant').click()
      return blamed.isVisible()
    })
    .toBe(true)
  await turn(lying)
  // an alert with nothing in it
  expect(await blamed.textContent()).toContain('Combien d’enfants')
  await blamed.click()
  await expect.poll(() => isInSight(children)).toBe(true)
  await children.fill('2')
  await button('Fermer le clavier').click()

  // one answer of the list: it came as one question of another screen, and « C’est bon » led through all that follow
  await turn(upright)
  await button('Suivant').click()
  const send = button('Envoyer mes réponses')
  await send.waitFor()
  await page.locator('.end-review summary').click()
  await page
    .locator('.end-review')
    .getByRole('button', { name: /Combien d’enfants/ })
    .click()
  await children.waitFor()
  await turn(lying)
  expect(await children.isVisible()).toBe(true)
  await button('C’est bon').click()
  await send.waitFor()

  // « Retour » leads to the question that was there before
  await page.reload()
  await page.setViewportSize(lying)
  await begin(page)
  const day = page.getByLabel('Jour')
  while (!(await day.isVisible()))
    await button(/Suivant|Passer/)
      .first()
      .click()
  await turn(upright)
  await expect.poll(() => isInSight(day)).toBe(true)
  await button('Retour').click()
  await expect.poll(() => isInSight(page.getByText('Une garde vous manque-t-elle ?'))).toBe(true)
  expect(await day.count()).toBe(1)

  // the languages of the head are no answer
  await page.reload()
  await page.setViewportSize(upright)
  await begin(page)
  await page.getByRole('combobox').first().selectOption('en')
  await page.getByText('Une garde vous manque-t-elle ?').waitFor()
  await turn(lying)
  await expect.poll(() => day.count()).toBe(0)
})

test('in easy French, what is asked now is in sight once the tablet is turned', async () => {
  await onCounted()
  await page.setViewportSize({ width: 768, height: 1024 })
  await button('Français simplifié').first().click()
  await begin(page)
  const day = page.getByLabel('Année')
  await passTo(day)
  await page.setViewportSize({ width: 1024, height: 768 })
  const gap = async () => {
    const [field, bar] = [await day.boundingBox(), await page.locator('.navigation').boundingBox()]
    return Math.min(bar!.y - field!.y - field!.height, field!.y)
  }
  await expect.poll(gap).toBeGreaterThanOrEqual(0)
})

// the question below came up in its place: the next figure typed for it went into a field out of sight
test('in easy French, who is typing while the tablet is turned still sees what is typed', async () => {
  await onCounted({}, [], true)
  await page.setViewportSize({ width: 768, height: 1024 })
  await button('Français simplifié').first().click()
  await begin(page)
  const children = page.getByLabel('Combien d’enfants ?')
  await passTo(children)
  await children.click()
  await page.locator('.keyboard').getByRole('button', { name: '1', exact: true }).click()
  await page.getByLabel('Année').waitFor()
  await page.setViewportSize({ width: 1024, height: 768 })
  // what has come below would have glided up by then
  const y = () => page.evaluate(() => scrollY)
  for (let last = -1; (await y()) !== last; await page.waitForTimeout(300)) last = await y()
  const gap = async () => {
    const [field, keys] = [await children.boundingBox(), await page.locator('.keyboard').boundingBox()]
    return Math.min(keys!.y - field!.y - field!.height, field!.y)
  }
  await expect.poll(gap).toBeGreaterThanOrEqual(0)
  expect(await children.inputValue()).toBe('1')
})

test('« Retour » of a screen begun upright leads, lying down, to the question before it', async () => {
  await onCounted({}, ['Un bus ?', 'Un vélo ?', 'Une voiture ?', 'Un train ?'])
  await page.setViewportSize({ width: 768, height: 1024 })
  await begin(page)
  await page.getByLabel('Non', { exact: true }).first().check()
  await expect
    .poll(async () => {
      if (!(await page.getByText('Un train ?').isVisible())) await button('Suivant').click()
      return page.getByText('Un train ?').isVisible()
    })
    .toBe(true)
  await page.locator('.question').last().getByLabel('Oui', { exact: true }).check()
  await page.setViewportSize({ width: 1024, height: 768 })
  const first = (await page.locator('.question').first().getAttribute('data-name'))!
  await button('Retour').click()
  const names = ['garde', 'accord', 'depuis', 'enfants', 'plus_0', 'plus_1', 'plus_2', 'plus_3']
  const before = names[names.indexOf(first) - 1]!
  await page.locator(`[data-name="${before}"]`).waitFor()
})

test('back does nothing: the person stays where they are, and no step of theirs is in the history', async () => {
  await begin(page)
  await answerNo(page, 'É alleç')
  const length = await page.evaluate(() => history.length)
  for (let press = 0; press < 3; press++) await goBack(page)
  expect(await page.getByRole('textbox').inputValue()).toBe('É alleç')
  expect(await page.evaluate(() => [location.pathname, history.length, history.state])).toEqual([
    '/kiosk',
    length,
    { kiosk: true },
  ])
})

test('after 70 s a warning counts down 20 s aloud; « Continuer » by touch or by key loses nothing; at 90 s all of the person is gone, what was half typed included', async () => {
  await onItsOwnTablet()
  await page.clock.install()
  await begin(page)
  await answerNo(page, 'Mon chat s’appelle Moustache')
  // from here the test alone moves time on, however slow the machine
  await page.clock.pauseAt((await page.evaluate(() => Date.now())) + 500)
  await page.clock.runFor(69_000)
  expect(await page.getByRole('alertdialog').count()).toBe(0)
  await page.clock.runFor(2_000)
  const warning = page.getByRole('alertdialog', { name: 'Vous êtes toujours là ?' })
  await warning.waitFor()
  await warning.getByRole('timer').getByText('dans 20 secondes').waitFor()
  expect(await warning.getByRole('timer').getAttribute('aria-live')).toBe('assertive')
  await whileTimeCrawls(() => isRight('inactivite'))
  // a tablet that lies down asks one question at a time
  await page.setViewportSize(shapes.debout)
  await page.clock.runFor(10_000)
  await warning.getByRole('timer').getByText('dans 10 secondes').waitFor()
  await page.keyboard.press('Enter')
  await warning.waitFor({ state: 'detached' })
  await page.clock.runFor(71_000)
  await button('Continuer').click()
  await warning.waitFor({ state: 'detached' })
  expect(await page.getByRole('textbox').inputValue()).toBe('Mon chat s’appelle Moustache')

  // nobody comes back
  await page.clock.runFor(89_000)
  await page.getByRole('alertdialog').waitFor()
  await page.clock.runFor(1_500)
  await page.clock.resume()
  await button('Commencer').waitFor()
  expect(await page.content()).not.toContain('Moustache')
  await begin(page)
  await page.getByLabel('Non', { exact: true }).check()
  expect(await page.content()).not.toContain('Moustache')
  expect(await town.responses()).toEqual([])
})

test('without room on the tablet nor network, the screen says that nothing is stored; once there is room, « réessayer » stores it', async () => {
  const { origin } = new URL(town.url)
  await town.cut()
  // a browser just started: a running one remembers for half a minute how much room there was
  const { faults, profile } = tablet
  await tablet.close()
  tablet = await aTablet(profile)
  tablet.faults.push(...faults)
  page = tablet.page
  const session = await page.context().newCDPSession(page)
  await session.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 1 })
  await page.goto(`${town.url}/kiosk`)
  await begin(page)
  await answerNo(page, 'Pas de place')
  const send = button('Envoyer mes réponses')
  while (!(await send.isVisible())) await button('Suivant').click()
  await send.click()
  await page.getByRole('heading', { name: 'Votre réponse n’a pas pu être gardée' }).waitFor()
  expect(await page.getByText(/merci/i).count()).toBe(0)
  await isRight('pleine')
  await session.send('Storage.overrideQuotaForOrigin', { origin })
  await button('Réessayer').click()
  await page.getByRole('heading', { name: 'Merci, votre réponse est bien gardée' }).waitFor()
  await leave(page)
  await town.back()
  // a tablet sends when it starts, then every minute
  await page.reload()
  await expect.poll(async () => (await town.responses()).length).toBe(1)
  // what is acknowledged is not sent again to the test that follows
  await expect.poll(() => queued(page)).toBe(0)
}, 120_000)

test('behind the PIN the staff see the queue, save it as a file of encrypted responses, and leave the kiosk', async () => {
  await town.cut()
  await begin(page)
  await answerNo(page, 'Trop loin')
  await finish(page)
  await leave(page)
  await town.back()
  await button('Personnel').click()
  await page.getByLabel('Code du personnel').fill('999999')
  await button('Entrer').click()
  await page.getByText('Ce n’est pas le code.').waitFor()
  await page.getByLabel('Code du personnel').fill(pin)
  await button('Entrer').click()
  await page.getByText('Réponses en attente', { exact: true }).waitFor()
  await isRight('personnel')
  const [file] = await Promise.all([page.waitForEvent('download'), button('Enregistrer la file').click()])
  expect(file.suggestedFilename()).toMatch(/^file-mediatheque-.*\.json$/)
  await button('Envoyer maintenant').click()
  await page.getByText('Tout est parti.').waitFor()
  await expect.poll(async () => (await town.responses()).length).toBe(1)
  await button('Retour à la borne').click()
  await button('Commencer').waitFor()
})

test('two questionnaires are offered as cards', async () => {
  const id = await onItsOwnTablet()
  const other = { ...structuredClone(kioskQuestionnaire), slug: 'loisirs', title: 'Les loisirs' }
  await town.context.questionnaires.loadFounding([other])
  await aMomentLater()
  // a tablet that is answered « not found » asks again at its next beat, a minute later
  await expect.poll(async () => (await fetch(`${town.url}/api/questionnaires/loisirs`)).status).toBe(200)
  await town.intake.kiosks.set(id, {
    name: 'Médiathèque',
    channel: 'mediatheque',
    questionnaires: ['garde', 'loisirs'],
  })
  // the order arrives, the questionnaire itself only at the next try
  let isCut = true
  await page.route('**/api/questionnaires/loisirs**', (route) => (isCut ? route.abort() : route.continue()))
  const cut = page.waitForEvent('requestfailed')
  await page.reload()
  await cut
  isCut = false
  await page.reload()
  await button('Commencer').waitFor()
  await expect.poll(() => page.evaluate(countBooks)).toBe(2)
  await page.reload()
  await button('Commencer').click()
  await button(/Les loisirs/).waitFor()
  await isRight('choix')
})

test('a demonstration says so on the first screen, in the language that was chosen', async () => {
  await town.demonstrate()
  onTestFinished(() => town.demonstrate(false))
  await page.reload()
  for (const [name, words] of [
    ['English', 'Made-up data.'],
    ['العربية', 'بيانات وهمية.'],
    ['Français', 'Données fictives.'],
  ] as const) {
    await page.getByRole('button', { name, exact: true }).click()
    await page.locator('.attract-demo').getByText(words).waitFor()
  }
  await isRight('demonstration')
})

test('the first screen offers the languages of the authority, and no other', async () => {
  const accounts = settingsService(town.context.store, town.context.now)
  const { values } = await accounts.read()
  const offer = async (languages: typeof values.languages) => {
    await accounts.save((await accounts.read()).revision, { ...values, languages }, 'alix')
    await expect.poll(async () => (await town.context.settings()).site.languages).toEqual(languages)
  }
  await onItsOwnTablet()
  await offer(['fr', 'fr-facile'])
  onTestFinished(() => offer(values.languages))
  await page.reload()
  await expect
    .poll(() => page.locator('.attract-languages button').allTextContents())
    .toEqual(['Français', 'Français simplifié'])
})

test('a tablet taken out of service says so and begins with nobody', async () => {
  await town.intake.kiosks.revoke(await onItsOwnTablet())
  await page.reload()
  await page.getByRole('heading', { name: 'Cette borne n’est plus en service' }).waitFor()
  await isRight('retiree')
})

test('over plain http the page explains why it refuses, and the link has not served', async () => {
  const { path } = await town.link(['garde'])
  // a name that is not localhost, sent to this machine
  const far = await aTablet(undefined, { more: ['--host-resolver-rules=MAP borne.exemple.fr 127.0.0.1'] })
  try {
    await far.page.goto(town.url.replace('localhost', 'borne.exemple.fr') + path)
    await far.page.getByRole('heading', { name: 'Cette page demande une connexion chiffrée' }).waitFor()
    await isAccessible(far.page)
  } finally {
    await far.discard()
  }
  await register(await tablet.beside(), town, path)
})

const countBooks = () =>
  new Promise<number>((resolve) => {
    const opening = indexedDB.open('kiosk')
    opening.onsuccess = () => {
      const count = opening.result.transaction('questionnaires').objectStore('questionnaires').count()
      count.onsuccess = () => {
        opening.result.close()
        resolve(count.result)
      }
    }
  })
