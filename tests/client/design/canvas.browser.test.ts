import type { Browser, Locator, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { founding } from '../../../surveys/questionnaire/founding.ts'
import type { DefinitionElement, Questionnaire } from '../../../surveys/questionnaire/questionnaire.ts'
import { anOffice, type Office, type Person } from '../../api/accounts/office.ts'
import { handOf, whole } from '../../api/design/fixture.ts'
import { builtPages } from '../built-client.ts'
import { addressOf, aWindow, closeWindows, enter, isAccessible, openChromium, picture } from '../staff/staff-browser.ts'

let office: Office
let browser: Browser
let designer: Person
let colleague: Person
beforeAll(async () => {
  office = await anOffice({ isReal: true, client: builtPages() })
  designer = await office.placed(['designer'], { name: 'Alix Martin' })
  colleague = await office.placed(['designer'], { name: 'Camille Roux' })
  browser = await openChromium()
}, 120_000)
afterAll(async () => {
  await browser.close()
  await office.discard()
})
afterEach(async () => {
  const faults = await closeWindows(browser)
  expect(faults.filter((fault) => !/ERR_INTERNET_DISCONNECTED/.test(fault))).toEqual([])
})

const address = () => addressOf(office)
const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name })
const saved = (page: Page) => page.locator('.design-save').getByText('Enregistré à').waitFor()
const outline = (page: Page) => page.getByRole('navigation', { name: 'Pages et questions' })
const titleBox = (page: Page) => page.getByLabel('Titre de la question')

/** What is announced to who does not see the canvas. */
const said = (page: Page, text: string) =>
  page.locator('[aria-live="assertive"]').getByText(text).waitFor({ state: 'attached' })

/** The window of somebody who may design, at this page. */
async function at(path: string, person = designer): Promise<Page> {
  const { page } = await aWindow(browser, { width: 1280, height: 800 })
  await enter(page, office, person)
  await page.goto(address() + path)
  return page
}

/** What the server has of a draft, once the page says it is saved. */
async function savedDraft(slug: string): Promise<Questionnaire> {
  const { body } = await designer.browser.get(`/api/design/${slug}`)
  return (body as { draft: { questionnaire: Questionnaire } }).draft.questionnaire
}
const elementsOf = ({ definition }: Questionnaire): DefinitionElement[] =>
  definition.pages.flatMap(({ elements }) => elements)
const savedElements = (slug: string) => async () => elementsOf(await savedDraft(slug))

const common = { objectives: [], sensitivity: 'ordinary' as const }
const answers = (texts: Record<string, string>) => Object.entries(texts).map(([value, text]) => ({ value, text }))

/** Three questions on the point of entry, written in French alone. */
const onEntry: DefinitionElement[] = [
  {
    type: 'radiogroup',
    name: 'connaissez_point_entree',
    title: 'Connaissez-vous le point d’entrée ?',
    choices: answers({ oui: 'Oui', non: 'Non' }),
    ...common,
  },
  {
    type: 'checkbox',
    name: 'quoi_faire',
    title: 'Pour quoi faire ?',
    choices: answers({ emploi: 'Emploi', logement: 'Logement', sante: 'Santé' }),
    ...common,
  },
  { type: 'text', inputType: 'text', maxLength: 60, name: 'metier', title: 'Quel métier ?', ...common },
]
/** Each but the first is asked only of those whom the one before concerns. */
const onEntryIf = onEntry.map((element, index) => ({
  ...element,
  ...(index === 1 ? { visibleIf: "{connaissez_point_entree} = 'oui'" } : {}),
  ...(index === 2 ? { visibleIf: "{quoi_faire} anyof ['emploi'] and {connaissez_point_entree} notempty" } : {}),
}))
const [commune] = founding()
  .flatMap(({ definition }) => definition.pages.flatMap(({ elements }) => elements))
  .filter(({ role }) => role === 'commune')

const onHabits: DefinitionElement[] = [
  { type: 'boolean', name: 'venez_souvent', title: 'Venez-vous souvent ?', ...common },
  { type: 'rating', rateMin: 1, rateMax: 5, name: 'note', title: 'Quelle note ?', ...common },
]

/** A draft as its author left it. @returns its place among the pages */
async function aDraft(slug: string, title: string, elements: DefinitionElement[]): Promise<string> {
  const hand = handOf(designer.browser, slug)
  await hand.make(title)
  const pages = [{ name: 'page_1', title: 'Vous et le point d’entrée', elements }]
  const saving = await hand.save({ ...whole(slug), title, summary: '', indicators: [], definition: { pages } })
  expect([saving.status, saving.text]).toEqual([200, saving.text])
  return `/concevoir/${slug}`
}

/** A button half under the bar that stays in sight is too small for axe, until one scrolls. */
const fromTheTop = (page: Page) => page.evaluate(() => scrollTo(0, 0))

async function blank(title: string): Promise<Page> {
  const page = await at('/concevoir')
  await button(page, 'Nouveau questionnaire').click()
  const dialog = page.getByRole('dialog')
  // what is put right is no longer said to be wrong
  await button(page, 'Commencer').click()
  const wrong = dialog.getByText('Écrivez quelques mots.')
  await wrong.first().waitFor()
  await dialog.getByLabel('Titre').fill(title)
  expect(await wrong.count()).toBe(0)
  await dialog.getByLabel('Résumé').fill('Ce dont vous avez besoin.')
  await dialog.getByLabel('Pour qui, en mots').fill('Tout le monde.')
  await dialog.getByLabel('Pourquoi le posez-vous ?').fill(reason)
  await picture(page, 'concevoir-nouveau')
  await button(page, 'Commencer').click()
  await page.getByRole('heading', { level: 1, name: title }).waitFor()
  return page
}
const reason = 'Pour savoir ce qui manque.'

test('a questionnaire that said all at its beginning lacks its questions alone; they take its reason in one press', async () => {
  const page = await blank('Tout est dit')
  const link = page.getByRole('link', { name: /^Contrôle(?!r)/ })
  await expect.poll(() => link.textContent()).toBe('Contrôle1 à corriger')
  await add(page, /^Oui ou non/, 'Venez-vous ?')
  await add(page, /^Oui ou non/, 'Revenez-vous ?')
  // what each question lacks is said above: the button stands at the very bottom now, and the mouse does not make it leave
  await expect.poll(() => link.textContent()).toBe('Contrôle2 à corriger')
  await button(page, 'Donner la raison de la notice aux 2 questions qui n’en ont pas').click()
  const why = page.getByLabel('Pourquoi nous la posons')
  await expect.poll(() => why.inputValue()).toBe(reason)
  expect(await why.evaluate((element) => element === document.activeElement)).toBe(true)
  await picture(page, 'concevoir-raison')
  await expect.poll(() => link.textContent()).toBe('Contrôle')
})

async function add(page: Page, type: RegExp, title: string) {
  await outline(page).getByRole('button', { name: 'Ajouter une question' }).click()
  await page.getByRole('dialog').getByRole('button', { name: type }).click()
  await titleBox(page).fill(title)
}

test('the list says where each questionnaire stands, and begins another one', async () => {
  const page = await at('/concevoir')
  await page.getByRole('rowheader', { name: /Vos horaires, vos enfants/ }).waitFor()
  expect(await page.getByText('à l’essai').count()).toBe(founding().length)
  await isAccessible(page)
  await picture(page, 'concevoir-liste')
  await button(page, 'Nouveau questionnaire').click()
  await page.getByRole('dialog').getByLabel('Un fichier').check()
  await page.getByLabel('Ou son texte, collé ici').fill('{ pas du JSON')
  await page.getByRole('dialog').getByLabel('Titre').fill('Importé')
  await button(page, 'Commencer').click()
  await page.getByText(/Ce texte n’est pas du JSON.*Rien n’est perdu/).waitFor()
  expect(await page.getByLabel('Ou son texte, collé ici').inputValue()).toBe('{ pas du JSON')
  await isAccessible(page)
})

test('a whole questionnaire of ours is pasted, named after its file, and what changed is announced', async () => {
  const file = { ...whole('familles', 'Sondage des jeunes'), version: 3 }
  const page = await at('/concevoir')
  await button(page, 'Nouveau questionnaire').click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Un fichier').check()
  await dialog.getByLabel('Ou son texte, collé ici').fill(JSON.stringify(file))
  expect(await dialog.getByLabel('Titre').inputValue()).toBe('Sondage des jeunes')
  // its own code is taken here
  await dialog.getByText('Code : familles-2').click()
  expect(await dialog.getByLabel('Code', { exact: true }).inputValue()).toBe('familles-2')
  await button(page, 'Commencer').click()
  await page.getByText(/Son code était «\sfamilles\s»\s; ici, c’est «\sfamilles-2\s»/).waitFor()
  await isAccessible(page)
  await button(page, 'Ouvrir le brouillon').click()
  await page.waitForURL(/\/concevoir\/familles-2\/page/)
  await page.getByRole('heading', { name: 'Sondage des jeunes' }).waitFor()
})

test('by mouse: three questions written in their place, codes made from their words', async () => {
  const page = await blank('Point d’entrée')
  await page.getByLabel('Titre de la page', { exact: true }).fill('Vous et le point d’entrée')
  await add(page, /^Un choix/, 'Connaissez-vous le point d’entrée ?')
  await page.getByLabel('Réponse 1', { exact: true }).fill('Oui')
  await page.getByLabel('Réponse 2', { exact: true }).fill('Non')
  await add(page, /^Plusieurs choix/, 'Pour quoi faire ?')
  await button(page, 'Coller depuis un tableur…').click()
  const dialog = page.getByRole('dialog', { name: 'Coller depuis un tableur' })
  await dialog.getByLabel('Lignes copiées').fill('Emploi\tJob\t1\nLogement\tHome\t2')
  await dialog.getByText('3 colonnes sans titre').waitFor()
  await isAccessible(page)
  await dialog.getByLabel('Lignes copiées').fill('Français\tAnglais\nEmploi\tJob\nLogement\tHousing\nSanté\tHealth')
  await button(page, 'Utiliser ces 3 lignes').click()
  await add(page, /^Texte court/, 'Quel métier ?')
  await page
    .getByRole('article', { name: /Question 3/ })
    .getByText('Texte court')
    .waitFor()
  // the code follows the title when it is left, and the cursor stays where it went
  await page.keyboard.press('Tab')
  await page.keyboard.type('Un mot suffit.')
  await expect.poll(savedElements('point-entree')).toMatchObject([
    { name: 'connaissez_point_entree', type: 'radiogroup', choices: [{ value: 'oui' }, { value: 'non' }] },
    {
      name: 'quoi_faire',
      choices: [{ value: 'emploi', text: { default: 'Emploi', en: 'Job' } }, { value: 'logement' }, { value: 'sante' }],
    },
    { name: 'metier', description: 'Un mot suffit.' },
  ])
  await saved(page)
  await isAccessible(page)
  await picture(page, 'concevoir-page')
})

test('what a question is for is found by a word; a sensitive one stays free and may be refused', async () => {
  const page = await at(`${await aDraft('objectif', 'À quoi sert la question', onEntry)}/page`)
  await outline(page)
    .getByRole('button', { name: /Pour quoi faire/ })
    .click()
  const settings = page.getByRole('complementary', { name: 'Réglages de la question' })
  await settings.getByLabel('Ajouter un objectif du plan').fill('jeunesse entree')
  await settings.getByRole('button', { name: /^26/ }).click()
  await settings.getByLabel('Réponse obligatoire').check()
  await settings.getByLabel('Question sensible').check()
  await settings.getByLabel('Base légale').fill('Consentement donné à cette question')
  await isAccessible(page)
  await expect
    .poll(async () => elementsOf(await savedDraft('objectif'))[1])
    .toMatchObject({ objectives: [26], sensitivity: 'sensitive', showRefuseItem: true })
  expect(elementsOf(await savedDraft('objectif'))[1]).not.toHaveProperty('isRequired')
})

test('two conditions are built in words, read as sentences, and tried', async () => {
  const page = await at(`${await aDraft('conditions', 'Les conditions', onEntry)}/logique`)
  await page.getByRole('heading', { name: 'Qui voit quoi' }).waitFor()
  const map = page.getByRole('region', { name: 'Qui voit quoi' })
  await map.getByRole('button', { name: /Pour quoi faire/ }).click()
  await button(page, 'Afficher seulement si…').click()
  await page.getByLabel('Oui', { exact: true }).check()
  await page.getByText(/Affichée si la réponse à .*Connaissez-vous.* est «\sOui\s»/).waitFor()
  await map.getByRole('button', { name: /Quel métier/ }).click()
  await button(page, 'Afficher seulement si…').click()
  await page.getByLabel('Question, condition 1').selectOption({ label: 'Pour quoi faire ?' })
  await page.getByLabel('Emploi', { exact: true }).check()
  await button(page, 'Ajouter une condition').click()
  await page.getByLabel('Question, condition 2').selectOption({ label: 'Connaissez-vous le point d’entrée ?' })
  await page.getByLabel('Comparaison, condition 2').selectOption({ label: 'a une réponse' })
  await expect
    .poll(async () => elementsOf(await savedDraft('conditions')).map(({ visibleIf }) => visibleIf))
    .toEqual([
      undefined,
      "{connaissez_point_entree} = 'oui'",
      "{quoi_faire} anyof ['emploi'] and {connaissez_point_entree} notempty",
    ])
  await page.getByText('Chaque question peut être rencontrée').waitFor()
  await fromTheTop(page)
  await isAccessible(page)
  await picture(page, 'concevoir-parcours')
  await button(page, 'Tester un parcours').click()
  const trail = page.getByRole('region', { name: 'Le chemin suivi' })
  await expect.poll(() => trail.getByText('pas posée').count()).toBe(2)
  await page.getByRole('radio', { name: 'Oui' }).check()
  await expect.poll(() => trail.getByText('pas posée').count()).toBe(1)
  await isAccessible(page)
  await button(page, 'Revenir aux conditions').click()
  await map.waitFor()
})

test('a question moved before what it depends on raises a warning, and is taken back with Ctrl+Z', async () => {
  const page = await at(`${await aDraft('ordre', 'L’ordre', onEntryIf)}/page`)
  await outline(page)
    .getByRole('button', { name: /Pour quoi faire/ })
    .click()
  await button(page, 'Monter').nth(1).click()
  await page.getByText('dépend de la réponse à « Connaissez-vous le point d’entrée ? »').waitFor()
  await fromTheTop(page)
  await isAccessible(page)
  await page.keyboard.press('Control+z')
  await expect
    .poll(async () => elementsOf(await savedDraft('ordre')).map(({ name }) => name))
    .toEqual(['connaissez_point_entree', 'quoi_faire', 'metier'])
  await button(page, 'Le garder').click()
  await outline(page)
    .getByRole('button', { name: /Connaissez-vous/ })
    .click()
  await page
    .getByRole('article', { name: /Question 1/ })
    .getByRole('button', { name: 'Supprimer' })
    .click()
  await page.getByText('« Pour quoi faire ? » ne dépendra plus de cette réponse.').waitFor()
  await isAccessible(page)
  await button(page, 'Garder').click()
})

test('dragged in the outline, a question takes its new place', async () => {
  const page = await at(`${await aDraft('glisse', 'Glisser', onEntryIf)}/page`)
  const from = outline(page).getByRole('button', { name: /Quel métier/ })
  await from.dragTo(outline(page).getByRole('button', { name: /Connaissez-vous/ }), { targetPosition: { x: 20, y: 3 } })
  await expect
    .poll(async () => elementsOf(await savedDraft('glisse')).map(({ name }) => name))
    .toEqual(['metier', 'connaissez_point_entree', 'quoi_faire'])
  await button(page, /^Annuler le déplacement/).click()
  await expect
    .poll(async () => elementsOf(await savedDraft('glisse')).map(({ name }) => name))
    .toEqual(['connaissez_point_entree', 'quoi_faire', 'metier'])
})

test('a question just added is not called wrong before it is left', async () => {
  const path = await aDraft('neuve', 'Neuve', onHabits)
  const { page } = await aWindow(browser)
  await enter(page, office, designer)
  await page.goto(address() + path)
  await button(page, 'Ajouter une question').last().click()
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /^Oui ou non/ })
    .click()
  const card = page.getByRole('article', { name: /sans titre/ })
  const said = card.locator('.card-fault:not([data-absent])')
  await card.waitFor()
  // the review reads a moment after the last change
  await page.waitForTimeout(1_000)
  expect(await said.count()).toBe(0)
  await page.getByRole('article', { name: /Venez-vous souvent/ }).click()
  await said.waitFor()
})

// the first « Annuler » took back a code nobody sees
test('a title and the code made from it are taken back in one press, the question still open', async () => {
  const page = await at(`${await aDraft('un-pas', 'Un pas', onHabits)}/page`)
  await button(page, 'Ajouter une question').last().click()
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /^Oui ou non/ })
    .click()
  // another moment than the one it was added in
  await page.waitForTimeout(1_600)
  await titleBox(page).fill('Viendrez-vous ?')
  await page.waitForTimeout(1_600)
  await page.keyboard.press('Tab')
  await expect.poll(async () => (await savedElements('un-pas')()).at(-1)?.name).toBe('viendrez')
  await button(page, /^Annuler.*Titre de «\sViendrez-vous \?\s»$/).click()
  await expect
    .poll(async () => (await savedElements('un-pas')()).at(-1))
    .toMatchObject({ name: 'question_1', title: '' })
  expect(await titleBox(page).inputValue()).toBe('')
  await button(page, /^Rétablir.*Titre de «\sViendrez-vous \?\s»$/).click()
  await expect.poll(async () => (await savedElements('un-pas')()).at(-1)?.name).toBe('viendrez')
  expect(await titleBox(page).inputValue()).toBe('Viendrez-vous ?')
})

// what was to be corrected left the bar when the title was left: the button slipped from under the finger
test('on a tablet, a question just named goes up at the first touch', async () => {
  const path = await aDraft('doigt', 'Doigt', onHabits)
  const { page } = await aWindow(browser, { width: 1024, height: 768 }, { hasTouch: true })
  await enter(page, office, designer)
  await page.goto(address() + path)
  await button(page, 'Ajouter une question').last().tap()
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /^Oui ou non/ })
    .tap()
  await titleBox(page).fill('Viendrez-vous ?')
  // the review has read it under the code it has until its title is left
  await page
    .getByRole('article', { name: /Viendrez-vous/ })
    .getByText('à corriger')
    .waitFor()
  await button(page, 'Monter').last().tap()
  await expect
    .poll(async () => (await savedElements('doigt')()).map(({ title }) => title))
    .toEqual(['Venez-vous souvent ?', 'Viendrez-vous ?', 'Quelle note ?'])
})

test('a block of the library comes in with its codes', async () => {
  const page = await at(`${await aDraft('bibliotheque', 'La bibliothèque', onEntry)}/page`)
  await outline(page).getByRole('button', { name: 'Ajouter une page' }).click()
  await outline(page).getByRole('button', { name: 'Ajouter une question' }).click()
  await page.getByRole('tab', { name: 'Bibliothèque' }).click()
  await page.getByRole('dialog').getByLabel('Chercher').fill('commune')
  await isAccessible(page)
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /^La commune/ })
    .click()
  await expect
    .poll(async () => elementsOf(await savedDraft('bibliotheque')).at(-1))
    .toMatchObject({ name: 'commune', role: 'commune' })
})

test('an indicator is chosen by its question and its measure, and shows its sentence', async () => {
  const page = await at(`${await aDraft('indicateur', 'L’indicateur', [...onEntry, commune!])}/plan`)
  await button(page, 'Ajouter un indicateur').click()
  await page.getByLabel('Titre du résultat').fill('Le point d’entrée est connu')
  await page.getByLabel('Objectif du plan').selectOption('26')
  await page.getByLabel('Mesure').selectOption({ label: 'Part des réponses' })
  await page.getByRole('group', { name: 'Réponses comptées' }).getByLabel('Oui').check()
  await page.getByRole('group', { name: 'Comparer selon' }).getByLabel('Zone du territoire').check()
  await page.getByLabel('Phrase').fill('{value} connaissent le point d’entrée ({base} réponses).')
  await page.getByText('42 % connaissent le point d’entrée (212 réponses).').waitFor()
  await fromTheTop(page)
  await isAccessible(page)
  await picture(page, 'concevoir-plan')
  await expect
    .poll(async () => (await savedDraft('indicateur')).indicators)
    .toMatchObject([
      { objective: 26, field: 'connaissez_point_entree', measure: 'share', wanted: ['oui'], breakdowns: ['zone'] },
    ])
  await page.getByRole('link', { name: 'Réglages et notice' }).click()
  await page.getByLabel('Résumé').fill('Dites-nous ce qui vous aiderait.')
  await page.getByLabel('Ligne 1, texte').fill('La communauté de communes vous interroge.')
  await expect.poll(async () => (await savedDraft('indicateur')).summary).toBe('Dites-nous ce qui vous aiderait.')
  await fromTheTop(page)
  await isAccessible(page)
})

/** Goes to a control as one does by Tab, and presses. */
async function press(page: Page, name: string | RegExp, key = 'Enter', index = 0) {
  const control = button(page, name).nth(index)
  await control.waitFor()
  await control.focus()
  await page.keyboard.press(key)
}

test('by keyboard alone: two questions, an order and a condition', async () => {
  const page = await at('/concevoir')
  await press(page, 'Nouveau questionnaire')
  await page.getByRole('dialog').getByLabel('Titre').focus()
  await page.keyboard.type('Au clavier')
  await press(page, 'Commencer')
  await page.getByRole('heading', { level: 1, name: 'Au clavier' }).waitFor()
  await press(page, 'Ajouter une question')
  await press(page, /^Oui ou non/)
  await expect.poll(() => titleBox(page).evaluate((box) => box === document.activeElement)).toBe(true)
  await page.keyboard.type('Venez-vous souvent ?')
  await press(page, 'Ajouter une question')
  await press(page, /^Échelle/)
  await expect.poll(() => titleBox(page).inputValue()).toBe('')
  await page.keyboard.type('Quelle note ?')
  await expect.poll(savedElements('clavier')).toMatchObject([{ type: 'boolean' }, { type: 'rating' }])
  const row = outline(page).getByRole('button', { name: /Quelle note/ })
  await row.focus()
  await expect.poll(() => row.evaluate((element) => element === document.activeElement)).toBe(true)
  await page.keyboard.press('Alt+ArrowUp')
  await said(page, '« Quelle note ? » : question 1, page 1, place 1 sur 2.')
  await expect.poll(() => row.evaluate((element) => element === document.activeElement)).toBe(true)
  await page.keyboard.press('Alt+ArrowDown')
  await said(page, '« Quelle note ? » : question 2, page 1, place 2 sur 2.')
  await page.getByRole('link', { name: 'Parcours', exact: true }).focus()
  await page.keyboard.press('Enter')
  const map = page.getByRole('region', { name: 'Qui voit quoi' })
  await map.getByRole('button', { name: /Quelle note/ }).focus()
  await page.keyboard.press('Enter')
  await press(page, 'Afficher seulement si…')
  await page.getByLabel('Valeur, condition 1').focus()
  await page.keyboard.press('o')
  await expect
    .poll(async () => elementsOf(await savedDraft('clavier')).map(({ visibleIf }) => visibleIf))
    .toEqual([undefined, '{venez_souvent} = true'])
})

test('what is typed after a new answer goes where the focus was put', async () => {
  const page = await blank('Le bon champ')
  await add(page, /^Un choix/, 'Venez-vous ?')
  await button(page, 'Ajouter une réponse').click()
  await page.keyboard.type('Peut-être')
  const why = page.getByLabel('Pourquoi nous la posons')
  await why.click()
  await page.keyboard.type('Pour le savoir')
  await expect.poll(() => why.inputValue()).toBe('Pour le savoir')
})

test('a condition is made beside its question, at the first press', async () => {
  const page = await at(`${await aDraft('sur-place', 'Sur place', onEntry)}/page#metier`)
  const settings = page.getByRole('complementary', { name: 'Réglages de la question' })
  await settings.getByRole('button', { name: 'Afficher seulement si…' }).click()
  await settings.getByLabel('Question, condition 1').selectOption({ label: 'Connaissez-vous le point d’entrée ?' })
  await settings.getByLabel('Non', { exact: true }).check()
  await settings.getByText(/Affichée si la réponse à .*Connaissez-vous.* est «\sNon\s»/).waitFor()
  await isAccessible(page)
  await expect
    .poll(async () => elementsOf(await savedDraft('sur-place'))[2]!.visibleIf)
    .toBe("{connaissez_point_entree} = 'non'")
})

// leaving the title gives the question its code: what is pressed then was taken away under the mouse
test('what is pressed beside a question just named is pressed, the first time', async () => {
  const page = await at(`${await aDraft('nommee', 'Nommée', onEntry)}/page`)
  const settings = page.getByRole('complementary', { name: 'Réglages de la question' })
  await add(page, /^Oui ou non/, 'Viendriez-vous le soir ?')
  await settings.getByRole('button', { name: 'Afficher seulement si…' }).click()
  await settings.getByLabel('Question, condition 1').waitFor()
  await add(page, /^Oui ou non/, 'Viendriez-vous le midi ?')
  await settings.getByText('Code et rôle').click()
  await expect.poll(() => settings.getByLabel('Code', { exact: true }).inputValue()).toBe('viendriez_midi')
})

// « Tiré au sort : ordre_lieux » came first, even where nothing is asked before; a preview began at the notice whatever was chosen
test('a condition begins with the question before, never with a draw; the preview begins at the question that is chosen', async () => {
  const hand = handOf(designer.browser, 'proche')
  await hand.make('Proche')
  const pages = [
    { name: 'page_1', title: 'Vous', elements: onEntry.slice(0, 1) },
    {
      name: 'page_2',
      title: 'Vos projets',
      visibleIf: "{connaissez_point_entree} = 'oui'",
      elements: onEntry.slice(1),
    },
  ]
  const assigned = [{ name: 'ordre', values: ['1-2', '2-1'] }]
  const text = { ...whole('proche'), title: 'Proche', summary: '', indicators: [], assigned, definition: { pages } }
  expect((await hand.save(text)).status).toBe(200)
  const page = await at('/concevoir/proche/page#connaissez_point_entree')
  const settings = page.getByRole('complementary', { name: 'Réglages de la question' })
  await settings.getByText('Rien n’est demandé avant').waitFor()
  expect(await settings.getByRole('button', { name: 'Afficher seulement si…' }).count()).toBe(0)
  await settings.getByRole('button', { name: 'Selon un tirage au sort…' }).waitFor()
  await outline(page)
    .getByRole('button', { name: /Quel métier/ })
    .click()
  await settings.getByText('Affichée chaque fois que sa page l’est.').waitFor()
  await settings.getByRole('button', { name: 'Afficher seulement si…' }).click()
  expect(await settings.getByLabel('Question, condition 1').inputValue()).toBe('quoi_faire')
  await page.getByText(/^environ \d+\smin sur \d+/).waitFor()
  await isAccessible(page)

  await settings.getByRole('link', { name: 'Voir cette question dans l’aperçu' }).click()
  await page.getByText('Commence à «\u202fQuel métier ?\u202f», sans ses conditions').waitFor()
  const inside = page.frameLocator('iframe')
  await inside.getByText('Quel métier ?').waitFor()
  await button(page, 'Voir depuis le début').click()
  await inside.getByRole('button', { name: 'J’ai compris, je commence' }).waitFor()
})

test('a cursor and a date are added and set in words, and shown as people will meet them', async () => {
  const page = await blank('Curseur et date')
  const settings = page.getByRole('complementary', { name: 'Réglages de la question' })
  await add(page, /^Curseur/, 'Votre envie')
  await settings.getByLabel('Plus grand nombre admis').fill('10')
  await settings.getByLabel('Pas du curseur').fill('2')
  await settings.getByLabel('Sens de la plus grande note').fill('très grande')
  await page
    .getByRole('article', { name: /Question 1/ })
    .getByText('très grande')
    .waitFor()
  await add(page, /^Date/, 'Depuis quand ?')
  // the code follows the title when it is left, before anything else is written
  await settings.getByLabel('Premier jour admis').focus()
  await settings.getByLabel('Premier jour admis').fill('2025-11-15')
  await settings.getByLabel('Dernier jour admis').fill('2026-03-10')
  await page
    .getByRole('article', { name: /Question 2/ })
    .getByText('Année')
    .waitFor()
  await isAccessible(page)
  await expect.poll(savedElements('curseur-date')).toMatchObject([
    { type: 'slider', min: 0, max: 10, step: 2, maxRateDescription: 'très grande' },
    { type: 'text', inputType: 'date', min: '2025-11-15', max: '2026-03-10' },
  ])
})

// the marks stood one under the other, as wide as the page, between « 2 € » at the left and « 6 € » at the right
test('a scale is a row for its author, on the page and in the preview, as it is for whoever answers', async () => {
  const path = await aDraft('echelle', 'L’échelle', onHabits)
  const rows = (marks: Locator) =>
    marks.evaluateAll((all) => new Set(all.map((one) => Math.round(one.getBoundingClientRect().top))).size)
  const page = await at(`${path}/page`)
  const drawn = page.locator('.drawn [data-shape="steps"] .choice')
  await drawn.first().waitFor()
  expect([await drawn.count(), await rows(drawn)]).toEqual([5, 1])
  await picture(page, 'concevoir-echelle')
  await page.goto(`${address()}${path}/apercu#note`)
  const tried = page.frameLocator('iframe').locator('[data-shape="steps"] .choice')
  await tried.first().waitFor()
  expect([await tried.count(), await rows(tried)]).toEqual([5, 1])
})

test('a grid of boxes is inserted, its lines and columns written where they stand', async () => {
  const page = await at(`${await aDraft('cases', 'Les cases', onHabits)}/page`)
  await add(page, /^Tableau à cocher/, 'Où allez-vous ?')
  const card = page.getByRole('article', { name: /Où allez-vous/ })
  for (const [label, words] of [
    ['Ligne 1', 'En semaine'],
    ['Ligne 2', 'Le samedi'],
    ['Colonne 1', 'Au parc'],
    ['Colonne 2', 'À la piscine'],
  ] as const)
    await card.getByLabel(label, { exact: true }).fill(words)
  await titleBox(page).focus()
  await isAccessible(page)
  await picture(page, 'concevoir-tableau')
  await expect
    .poll(async () => (await savedElements('cases')()).at(-1))
    .toMatchObject({
      type: 'matrix',
      cellType: 'checkbox',
      rows: [{ value: 'semaine', text: 'En semaine' }, { text: 'Le samedi' }],
      columns: [{ text: 'Au parc' }, { text: 'À la piscine' }],
    })
})

test('several numbers are inserted as a grid of boxes is, with their bounds and their unit', async () => {
  const page = await at(`${await aDraft('nombres', 'Les nombres', onHabits)}/page`)
  await add(page, /^Plusieurs nombres/, 'Combien d’heures par semaine ?')
  const card = page.getByRole('article', { name: /Combien d’heures/ })
  await card.getByLabel('Ligne 1', { exact: true }).fill('En bus')
  await card.getByLabel('Ligne 2', { exact: true }).fill('En voiture')
  expect(await card.getByLabel(/^Colonne/).count()).toBe(0)
  const settings = page.getByRole('complementary', { name: 'Réglages de la question' })
  await settings.getByLabel('Plus grand nombre admis').fill('60')
  await settings.getByLabel('Unité').fill('heures')
  await isAccessible(page)
  await picture(page, 'concevoir-nombres')
  await expect
    .poll(async () => (await savedElements('nombres')()).at(-1))
    .toMatchObject({
      type: 'numbers',
      rows: [
        { value: 'bus', text: 'En bus' },
        { value: 'voiture', text: 'En voiture' },
      ],
      min: 0,
      max: 60,
      unit: 'heures',
    })
})

test('a choice in pictures is inserted, a pictogram and a drawing of ours chosen for its answers; a script is refused', async () => {
  const page = await at(`${await aDraft('images', 'Les images', onHabits)}/page`)
  await add(page, /^Choix en images/, 'Où aimez-vous jouer ?')
  const card = page.getByRole('article', { name: /Où aimez-vous jouer/ })
  await card.getByLabel('Réponse 1', { exact: true }).fill('Au parc')
  await card.getByLabel('Réponse 2', { exact: true }).fill('Au stade')
  await button(page, 'Choisir l’image de la réponse 1').click()
  const window = page.getByRole('dialog', { name: 'Image de « Au parc »' })
  await isAccessible(page)
  await picture(page, 'concevoir-images-choix')
  await window.getByRole('button', { name: 'Arbre' }).click()
  await button(page, 'Choisir l’image de la réponse 2').click()
  const bring = async (within: string) =>
    page.getByLabel('Votre image').setInputFiles({
      name: 'ballon.svg',
      mimeType: 'image/svg+xml',
      buffer: Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24">${within}</svg>`),
    })
  await bring('<script>alert(1)</script>')
  await page.getByText('Ce dessin contient un script, un lien ou du texte').waitFor()
  await bring('<circle cx="12" cy="12" r="9" fill="#c2410c"/>')
  await button(page, 'Changer l’image de la réponse 2').waitFor()
  await card.getByLabel('Réponse 2', { exact: true }).focus()
  await page.keyboard.press('Enter')
  await card.getByLabel('Réponse 3', { exact: true }).fill('Ailleurs')
  await isAccessible(page)
  await picture(page, 'concevoir-images')
  await expect
    .poll(async () => (await savedElements('images')()).at(-1))
    .toMatchObject({
      type: 'radiogroup',
      choices: [
        { text: 'Au parc', picture: 'tree' },
        { text: 'Au stade', picture: expect.stringMatching(/^[0-9a-f]{64}$/) },
        { text: 'Ailleurs', picture: '' },
      ],
    })
})

test('a text to read is inserted and written where it stands, asks for no purpose, and is taken back', async () => {
  const page = await at(`${await aDraft('a-lire', 'À lire', onHabits)}/page`)
  const before = elementsOf(await savedDraft('a-lire')).length
  await outline(page).getByRole('button', { name: 'Ajouter une question' }).click()
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /^Texte d’information/ })
    .click()
  await page.getByLabel('Titre du texte').fill('Une aide existe')
  await page.getByLabel('Texte à lire').fill('Elle paie la moitié de la garde.')
  const settings = page.getByRole('complementary', { name: 'Réglages de la question' })
  await settings.getByRole('heading', { name: 'Texte d’information' }).waitFor()
  expect(await settings.getByLabel(/Réponse obligatoire|Type de réponse|objectif/).count()).toBe(0)
  await isAccessible(page)
  await picture(page, 'concevoir-information')
  await expect
    .poll(async () => (await savedElements('a-lire')()).at(-1))
    .toEqual({
      type: 'information',
      name: 'aide_existe',
      title: 'Une aide existe',
      description: 'Elle paie la moitié de la garde.',
    })
  await page
    .getByRole('article', { name: /Texte d’information/ })
    .getByRole('button', { name: 'Supprimer' })
    .click()
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /Supprimer/ })
    .click()
  await expect.poll(async () => (await savedElements('a-lire')()).length).toBe(before)
  await page.keyboard.press('Control+z')
  await expect.poll(async () => (await savedElements('a-lire')()).at(-1)?.name).toBe('aide_existe')
})

test('with the network lost nothing typed is lost: it stays on the device and leaves by itself', async () => {
  const page = await at(`${await aDraft('reseau', 'Sans réseau', onHabits)}/page`)
  await outline(page)
    .getByRole('button', { name: /Quelle note/ })
    .click()
  await page.context().setOffline(true)
  await page.getByLabel('Aide sous la question').fill('De 1 à 5.')
  await page.getByText('Le réseau est coupé : votre travail est gardé sur cet appareil').waitFor()
  await isAccessible(page)
  await page.context().setOffline(false)
  await saved(page)
  expect(elementsOf(await savedDraft('reseau'))[1]!.description).toBe('De 1 à 5.')
})

test('with the session over, one comes back from another tab and goes on', async () => {
  const page = await at(`${await aDraft('session', 'La session', onHabits)}/page#note`)
  await saved(page)
  await page.context().clearCookies()
  await page.getByLabel('Aide sous la question').fill('De 1 à 5, sans virgule.')
  await page.getByRole('dialog', { name: 'Votre session est terminée' }).waitFor()
  await enter(page, office, designer)
  await button(page, 'Fermer').click()
  await saved(page)
  await expect.poll(async () => elementsOf(await savedDraft('session'))[1]!.description).toBe('De 1 à 5, sans virgule.')
})

/** Writes an advice without a network and closes the window: it is on the device alone. @returns where to open it again */
async function leftOnDevice(page: Page, advice: string) {
  const context = page.context()
  const here = page.url()
  await saved(page)
  const field = page.getByLabel('Aide sous la question')
  await field.waitFor()
  await context.setOffline(true)
  await field.fill(advice)
  await page.getByText('Le réseau est coupé : votre travail est gardé sur cet appareil').waitFor()
  // a page that closes has its network again for an instant, and would send what waits
  await page.evaluate(() => {
    window.fetch = () => Promise.reject(new TypeError('Failed to fetch'))
  })
  await page.close()
  return { context, here }
}

test('what could not leave before the window was closed is found again on this device', async () => {
  const page = await at(`${await aDraft('fermee', 'La page fermée', onHabits)}/page#note`)
  const { context, here } = await leftOnDevice(page, 'De 1 à 5, en une note.')
  await context.setOffline(false)
  const again = await context.newPage()
  await again.goto(here)
  await again.getByText('étaient restés sur cet appareil sans pouvoir être enregistrés').waitFor()
  await isAccessible(again)
  await button(again, 'Les reprendre').click()
  await expect.poll(async () => elementsOf(await savedDraft('fermee'))[1]!.description).toBe('De 1 à 5, en une note.')
  await saved(again)
})

/** The window closed with « De 1 à 5, sans virgule. » on the device, while somebody else wrote this; then opened again. */
async function foundAfter(slug: string, theirs: object) {
  const [often, note] = onHabits
  const page = await at(`${await aDraft(slug, 'Au retour', [often!, note!])}/page#note`)
  const { context, here } = await leftOnDevice(page, 'De 1 à 5, sans virgule.')
  const hand = handOf(colleague.browser, slug)
  const { draft } = await hand.room()
  const next = structuredClone(draft!.questionnaire)
  Object.assign(next.definition.pages[0]!.elements[1]!, theirs)
  expect(await hand.save(next)).toMatchObject({ status: 200 })
  await context.setOffline(false)
  return { again: await context.newPage(), here, now: async () => elementsOf(await savedDraft(slug))[1]! }
}

// « Les reprendre » wrote over what somebody else had done meanwhile
test('what was left on the device is joined with what was changed since', async () => {
  const { again, here, now } = await foundAfter('retour', { title: 'Une note ?' })
  await again.goto(here)
  await again.getByText('Le questionnaire a changé depuis : les deux seront réunis.').waitFor()
  await button(again, 'Les reprendre').click()
  await expect.poll(now).toMatchObject({ title: 'Une note ?', description: 'De 1 à 5, sans virgule.' })
})

test('where what was left on the device crosses what was changed since, it is a choice', async () => {
  const { again, here, now } = await foundAfter('retour-croise', { description: 'Une note entière.' })
  await again.goto(here)
  await button(again, 'Les reprendre').click()
  await again.getByRole('heading', { name: 'Un endroit changé par Camille Roux et par vous' }).waitFor()
  await isAccessible(again)
  await button(again, 'Plus tard').click()
  await button(again, 'Les reprendre').click()
  await again.getByLabel('Le vôtre').check()
  await button(again, 'Réunir ainsi').click()
  await expect.poll(now).toMatchObject({ description: 'De 1 à 5, sans virgule.' })
})

test('a copy that does not say where it began shows what differs, and is not pushed', async () => {
  const { again, here, now } = await foundAfter('retour-vieux', { title: 'Une note ?' })
  await again.goto(new URL('/icon.svg', here).href)
  const older = () =>
    again.evaluate(
      () =>
        new Promise<number>((done) => {
          const opening = indexedDB.open('design')
          opening.onsuccess = () => {
            const drafts = opening.result.transaction('drafts', 'readwrite').objectStore('drafts')
            const reading = drafts.getAll()
            reading.onsuccess = () => {
              for (const { base: _, ...copy } of reading.result) drafts.put(copy)
            }
            drafts.transaction.oncomplete = () => {
              opening.result.close()
              done(reading.result.length)
            }
          }
        }),
    )
  await expect.poll(older).toBe(1)
  await again.goto(here)
  await again.getByRole('cell', { name: 'De 1 à 5, sans virgule.' }).waitFor()
  expect(await button(again, 'Les reprendre').getAttribute('data-kind')).toBeNull()
  await isAccessible(again)
  await button(again, 'Les reprendre').click()
  await expect.poll(now).toMatchObject({ description: 'De 1 à 5, sans virgule.' })
})

// undone before it was saved, a change came back as work lost, and put back what had been taken off
test('what is undone before it left is not called lost', async () => {
  const page = await at(`${await aDraft('defait', 'Le changement défait', onHabits)}/page#note`)
  await saved(page)
  await page.getByLabel('Aide sous la question').fill('xx')
  await page.keyboard.press('Control+z')
  await expect.poll(() => page.getByLabel('Aide sous la question').inputValue()).toBe('')
  // offline, it waits for nothing either
  await page.context().setOffline(true)
  await page.getByLabel('Aide sous la question').fill('yy')
  await page.getByText('Le réseau est coupé').waitFor()
  await page.keyboard.press('Control+z')
  await saved(page)
  await page.context().setOffline(false)
  await page.reload()
  await titleBox(page).waitFor()
  expect(await page.getByText('étaient restés sur cet appareil').count()).toBe(0)
})

test('two people on one draft: what does not cross is joined, and each takes back their own', async () => {
  const [often, note] = onHabits
  const place = await aDraft('ensemble', 'Ensemble', [often!, { ...note!, description: 'De 1 à 5, en une note.' }])
  const mine = await at(`${place}/page#note`)
  await titleBox(mine).waitFor()
  const theirs = await at(`${place}/page#venez_souvent`, colleague)
  await titleBox(theirs).waitFor()
  await titleBox(theirs).fill('Venez-vous chaque semaine ?')
  await saved(theirs)
  await mine.getByLabel('Aide sous la question').fill('Mon aide à moi.')
  await mine.getByText('Camille Roux a changé ce questionnaire en même temps').waitFor()
  const now = async () => {
    const [first, second] = elementsOf(await savedDraft('ensemble'))
    return [first!.title, second!.description]
  }
  await expect.poll(now).toEqual(['Venez-vous chaque semaine ?', 'Mon aide à moi.'])
  await saved(mine)
  await isAccessible(mine)
  await mine.keyboard.press('Control+z')
  await expect.poll(now).toEqual(['Venez-vous chaque semaine ?', 'De 1 à 5, en une note.'])
  await mine.keyboard.press('Control+Shift+z')
  await expect.poll(now).toEqual(['Venez-vous chaque semaine ?', 'Mon aide à moi.'])
  await saved(mine)
  expect(await mine.getByRole('heading', { name: 'Quelqu’un d’autre a changé ce questionnaire' }).count()).toBe(0)
})

/** Two windows on one draft, in which both wrote the same help, and the other one a title beside. */
async function crossed(slug: string) {
  const [often, note] = onHabits
  const place = await aDraft(slug, 'À deux', [often!, { ...note!, description: 'De 1 à 5, en une note.' }])
  const mine = await at(`${place}/page#note`)
  await titleBox(mine).waitFor()
  const theirs = await at(`${place}/page#note`, colleague)
  await titleBox(theirs).waitFor()
  await theirs.getByText('Alix Martin a aussi ce questionnaire ouvert.').waitFor()
  await theirs.getByLabel('Aide sous la question').fill('Cinq est la meilleure note.')
  await outline(theirs)
    .getByRole('button', { name: /Venez-vous/ })
    .click()
  await titleBox(theirs).fill('Venez-vous chaque semaine ?')
  await saved(theirs)
  const now = async () => {
    const [first, second] = elementsOf(await savedDraft(slug))
    return [first!.title, second!.description]
  }
  await expect.poll(now).toEqual(['Venez-vous chaque semaine ?', 'Cinq est la meilleure note.'])
  await mine.getByLabel('Aide sous la question').fill('Mon aide à moi.')
  await mine.getByRole('heading', { name: 'Un endroit changé par Camille Roux et par vous' }).waitFor()
  return { mine, now }
}

// « Prendre l’autre version » left all of one's own work
test('two people who wrote the same text choose for that place alone, the rest is joined', async () => {
  const { mine, now } = await crossed('choisir')
  const place = mine.getByRole('group', { name: /^Aide · Question/ })
  const deed = button(mine, 'Réunir ainsi')
  expect([await mine.getByRole('radio').count(), await deed.isDisabled()]).toEqual([2, true])
  // on the first screen, and nothing chosen beforehand
  expect(await place.evaluate((own) => own.getBoundingClientRect().bottom < innerHeight)).toBe(true)
  expect(await mine.getByRole('radio', { checked: true }).count()).toBe(0)
  await isAccessible(mine)
  await picture(mine, 'concevoir-deux')
  await place.getByLabel('Celui de Camille Roux').check()
  await deed.click()
  await saved(mine)
  expect(await now()).toEqual(['Venez-vous chaque semaine ?', 'Cinq est la meilleure note.'])
})

test('one’s own words everywhere are one press, and are taken back with « Annuler »', async () => {
  const { mine, now } = await crossed('partout')
  await button(mine, 'Garder les miens partout').click()
  await expect.poll(now).toEqual(['Venez-vous chaque semaine ?', 'Mon aide à moi.'])
  await mine.keyboard.press('Control+z')
  await expect.poll(now).toEqual(['Venez-vous chaque semaine ?', 'Cinq est la meilleure note.'])
})

test('one’s own work may be kept apart, and the other is left alone', async () => {
  const { mine } = await crossed('a-deux')
  await mine.getByText('Ou garder mon travail en copie').click()
  expect(elementsOf(await savedDraft('a-deux'))[1]!.description).toBe('Cinq est la meilleure note.')
  await mine.getByLabel('Code de la copie').fill('a-deux-alix')
  await button(mine, 'Garder mon travail en copie').click()
  await mine.getByRole('heading', { level: 1, name: 'À deux (copie)' }).waitFor()
  expect(elementsOf(await savedDraft('a-deux-alix'))[1]!.description).toBe('Mon aide à moi.')
  expect(elementsOf(await savedDraft('a-deux'))[1]!.description).toBe('Cinq est la meilleure note.')
})

test('on a phone the canvas stands in one column, and nothing overflows', async () => {
  const place = await aDraft('telephone', 'Au téléphone', [...onEntryIf, commune!])
  const page = await at('/concevoir')
  await page.setViewportSize({ width: 390, height: 800 })
  for (const tab of ['page', 'logique', 'plan', 'reglages']) {
    await page.goto(`${address()}${place}/${tab}`)
    await saved(page)
    // the groups of the menu stand in one row, as in other rooms
    const tops = await page
      .locator('.menu-groups a')
      .evaluateAll((all) => all.map((one) => one.getBoundingClientRect().top))
    expect(new Set(tops).size).toBe(1)
    // the row of tabs has slid to the one that is open
    const box = (await page.locator('.design-tabs [aria-current="page"]').boundingBox())!
    expect([box.x >= 0, box.x + box.width <= 390]).toEqual([true, true])
    await expect
      .poll(() => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth))
      .toBeLessThanOrEqual(0)
    await isAccessible(page)
  }
})
